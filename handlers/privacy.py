"""/privacy, /my_data, /forget_me: what is kept of a person, shown and deleted."""

from __future__ import annotations

from typing import cast

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ParseMode
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, TyrnaApplication
from handlers.texts import text


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("privacy", privacy))
    application.add_handler(CommandHandler("my_data", my_data))
    application.add_handler(CommandHandler("forget_me", forget_me))
    application.add_handler(CallbackQueryHandler(forget, pattern=r"^forget:(yes|no):\d+$"))


async def privacy(update: Update, context: Context) -> None:
    """What is kept and how long: a line for each table of the schema."""
    language = await context.language(update)
    lines = [f"• {text(f'kept-{table}', language)}" for table in context.services.store.tables()]
    said = text("privacy", language, kept="\n".join(lines))
    await cast(Message, update.effective_message).reply_text(said, ParseMode.HTML)


async def my_data(update: Update, context: Context) -> None:
    """How much of this person each table holds."""
    language = await context.language(update)
    user = update.effective_user
    counts = context.services.store.count_of(user.id) if user else {}
    lines = [f"• {text(f'kept-{table}', language)} <b>{count}</b>" for table, count in counts.items()]
    said = text("my-data", language, id=str(user.id if user else "—"), kept="\n".join(lines))
    await cast(Message, update.effective_message).reply_text(said, ParseMode.HTML)


async def forget_me(update: Update, context: Context) -> None:
    """Ask first: what is deleted is gone."""
    language = await context.language(update)
    user_id = update.effective_user.id if update.effective_user else 0
    row = [InlineKeyboardButton(text(f"forget-{answer}", language), callback_data=f"forget:{answer}:{user_id}") for answer in ("yes", "no")]
    await cast(Message, update.effective_message).reply_text(text("forget-me", language), ParseMode.HTML, reply_markup=InlineKeyboardMarkup([row]))


async def forget(update: Update, context: Context) -> None:
    """The confirmation; another person's button does nothing."""
    button = update.callback_query
    assert button is not None and button.data is not None
    language = await context.language(update)
    _, answer, user_id = button.data.split(":")
    if int(user_id) != button.from_user.id:
        await button.answer(text("not-your-button", language), show_alert=True)
        return
    await button.answer()
    if answer == "yes":
        await context.services.store.forget_person(button.from_user.id)
    await button.edit_message_text(text("forgotten" if answer == "yes" else "not-forgotten", language), ParseMode.HTML)
