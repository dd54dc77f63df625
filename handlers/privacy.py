"""/privacy, /my_data, /forget_me: what is kept of a person, shown and deleted."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, TyrnaApplication
from handlers.render import button
from handlers.show import acknowledge, change, say
from handlers.staff.members import leave
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
    await say(update, context, said)


async def my_data(update: Update, context: Context) -> None:
    """How much of this person each table holds."""
    language = await context.language(update)
    user = update.effective_user
    counts = context.services.store.count_of(user.id) if user else {}
    lines = [f"• {text(f'kept-{table}', language)} <b>{count}</b>" for table, count in counts.items()]
    said = text("my-data", language, id=str(user.id if user else "—"), kept="\n".join(lines))
    await say(update, context, said)


async def forget_me(update: Update, context: Context) -> None:
    """Ask first: what is deleted is gone."""
    language = await context.language(update)
    user_id = update.effective_user.id if update.effective_user else 0
    row = [button(text(f"forget-{answer}", language), f"forget:{answer}:{user_id}") for answer in ("yes", "no")]
    await say(update, context, text("forget-me", language), InlineKeyboardMarkup([row]))


async def forget(update: Update, context: Context) -> None:
    """The confirmation; another person's button does nothing."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language = await context.language(update)
    _, answer, user_id = pressed.data.split(":")
    if int(user_id) != pressed.from_user.id:
        await acknowledge(pressed, text("not-your-button", language))
        return
    await acknowledge(pressed)
    if answer == "yes":
        await leave(update, context)
        await context.services.store.forget_person(pressed.from_user.id)
    await change(update, context, text("forgotten" if answer == "yes" else "not-forgotten", language))
