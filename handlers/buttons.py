"""What holds for every button: it belongs to the person who asked, and one that nothing handles any more explains itself."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, CallbackQueryHandler

from handlers.context import Context, TyrnaApplication
from handlers.show import acknowledge
from handlers.texts import text

# Before the handlers of staff too (`handlers/staff/rights.py`).
_BEFORE_ALL = -10


def register_guard(application: TyrnaApplication) -> None:
    """Before all other handlers."""
    application.add_handler(CallbackQueryHandler(only_ones_own), group=_BEFORE_ALL)


def register_rest(application: TyrnaApplication) -> None:
    """After all other handlers of buttons."""
    application.add_handler(CallbackQueryHandler(nothing, pattern="^-$"))
    application.add_handler(CallbackQueryHandler(explain))


async def only_ones_own(update: Update, context: Context) -> None:
    """In a group, a message of the bot answers the person who asked: nobody else presses its buttons."""
    button = update.callback_query
    assert button is not None
    message = button.message
    if not isinstance(message, Message) or message.chat.type == "private" or message.reply_to_message is None:
        return
    asked = message.reply_to_message.from_user
    if asked and asked.id != button.from_user.id:
        await acknowledge(button, text("not-your-button", await context.language(update)))
        raise ApplicationHandlerStop


async def nothing(update: Update, context: Context) -> None:
    """A label in the shape of a button, such as «2 / 7»."""
    assert update.callback_query is not None
    await acknowledge(update.callback_query)


async def explain(update: Update, context: Context) -> None:
    """A button of an earlier version, or forged data."""
    assert update.callback_query is not None
    await acknowledge(update.callback_query, text("answer-again", await context.language(update)))
