"""/privacy, /my_data, /forget_me: what is kept of a person, shown and deleted."""

from __future__ import annotations

import json

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, TyrnaApplication
from handlers.render import button, parts
from handlers.show import acknowledge, change, say
from handlers.staff.members import leave
from handlers.texts import text

# What is kept of staff, and what is of no single person; everything else is of guests.
_OF_STAFF = ("staff", "invitations", "audit", "menus", "settings", "composing", "announcements", "changes", "taught", "proposals", "editing")
_OF_NOBODY = ("pace", "queries", "memberships", "inline_choices", "unparsed", "venues", "screenings", "unanswered", "asked", "asked_about")


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("privacy", privacy))
    application.add_handler(CommandHandler("my_data", my_data))
    application.add_handler(CommandHandler("forget_me", forget_me))
    application.add_handler(CallbackQueryHandler(forget, pattern=r"^forget:(yes|no):\d+$"))


async def privacy(update: Update, context: Context) -> None:
    """What is kept and how long: a line for each table of the schema, those of guests first."""
    language, days = await context.language(update), context.services.settings.questions.days
    tables = context.services.store.tables()
    of_guests = [table for table in tables if table not in _OF_STAFF + _OF_NOBODY]
    lines = [text("privacy", language)]
    for heading, group in (("privacy-of-you", of_guests), ("privacy-of-nobody", _OF_NOBODY), ("privacy-of-staff", _OF_STAFF)):
        lines += ["", f"<b>{text(heading, language)}</b>", *(f"• {text(f'kept-{table}', language, days=days)}" for table in tables if table in group)]
    for said in parts([*lines, "", text("privacy-more", language, copies=_copies(context))]):
        await say(update, context, said)


async def my_data(update: Update, context: Context) -> None:
    """How much of this person each table holds, and every row as a JSON file. Only in the private chat: to groups such commands are refused."""
    language, days = await context.language(update), context.services.settings.questions.days
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return
    await context.services.store.settle()
    kept = context.services.store.rows_of(user.id)
    lines = [f"• <b>{len(rows)}</b> · {text(f'kept-{table}', language, days=days)}" for table, rows in kept.items() if rows]
    for said in parts([text("my-data", language, id=str(user.id)), *lines, text("my-data-more", language)]):
        await say(update, context, said)
    content = json.dumps({"user_id": user.id, **kept}, ensure_ascii=False, indent=2).encode()
    await context.bot.send_document(chat.id, content, text("my-data-file", language), filename=f"my-data-{user.id}.json")


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
    if answer == "no":
        await change(update, context, text("not-forgotten", language))
        return
    await leave(update, context)
    store = context.services.store
    await store.forget_person(pressed.from_user.id)
    remaining = store.count_of(pressed.from_user.id)
    done = ["forgotten-guest", "forgotten-staff"] if any(remaining.values()) else ["forgotten"]
    lines = [*(text(key, language) for key in done), text("forgotten-copies", language, copies=_copies(context))]
    await change(update, context, "\n".join(lines))


def _copies(context: Context) -> str:
    """Who copies the state: the bot does with a file of its own, every night."""
    return "nightly" if context.services.store.driver.file else "elsewhere"
