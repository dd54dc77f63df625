"""What holds for every button: it belongs to the person who asked, and one that nothing handles any more explains itself."""

from __future__ import annotations

import re

from telegram import MaybeInaccessibleMessage, Message, Update
from telegram.ext import ApplicationHandlerStop, CallbackQueryHandler

from handlers.admins import is_admin
from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.render import GROUP_SETTINGS, INLINE_FLIP, REMOVE
from handlers.settings import NOBODY
from handlers.show import acknowledge
from handlers.texts import text

# Buttons that stand in private chats only: in a group their data is forged, and would choose for everybody there.
_PRIVATE = re.compile(r"^(sub:|stop$|mute:|unmute:|topic:|tm:|tx:|ap:)")


def register_guard(application: TyrnaApplication) -> None:
    """Before all other handlers."""
    application.add_handler(CallbackQueryHandler(only_ones_own), Order.GUARD)


def register_rest(application: TyrnaApplication) -> None:
    """After all other handlers of buttons."""
    application.add_handler(CallbackQueryHandler(nothing, pattern="^-$"))
    application.add_handler(CallbackQueryHandler(explain))


async def only_ones_own(update: Update, context: Context) -> None:
    """In a group, a message of the bot answers the person who asked: nobody else presses its buttons.

    An admin may take it away, and stands for whoever asked in the name of the group. The group's settings ask for admins themselves.
    """
    pressed = update.callback_query
    assert pressed is not None
    message, data = pressed.message, pressed.data or ""
    if message is None:
        # Posted through inline mode, where no button but that of languages stands.
        if data.startswith(f"{INLINE_FLIP}:"):
            return
        await explain(update, context)
        raise ApplicationHandlerStop
    if message.chat.type == "private" or data.startswith(f"{GROUP_SETTINGS}:"):
        return
    if _PRIVATE.match(data):
        await explain(update, context)
        raise ApplicationHandlerStop
    owner = await asker(message, context)
    if owner == pressed.from_user.id or (owner is None and data != REMOVE):
        return
    if (data == REMOVE or owner in NOBODY) and await is_admin(context, message.chat.id, pressed.from_user.id):
        return
    await acknowledge(pressed, text("not-your-button", await context.language(update)))
    raise ApplicationHandlerStop


async def asker(message: MaybeInaccessibleMessage, context: Context) -> int | None:
    """Whose answer a message in a group is; None if nothing tells."""
    if found := await context.services.store.asker_of_answer(message.chat.id, message.message_id):
        return found
    question = message.reply_to_message if isinstance(message, Message) else None
    return question.from_user.id if question and question.from_user else None


async def nothing(update: Update, context: Context) -> None:
    """A label in the shape of a button, such as «2 / 7»."""
    assert update.callback_query is not None
    await acknowledge(update.callback_query)


async def explain(update: Update, context: Context) -> None:
    """A button of an earlier version, or forged data."""
    assert update.callback_query is not None
    await acknowledge(update.callback_query, text("answer-again", await context.language(update)))
