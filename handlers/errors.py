"""An error is logged first; then the person gets one short sentence with a code."""

from __future__ import annotations

import logging
import secrets
from functools import partial

from telegram import InlineKeyboardMarkup, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError

from handlers.context import Context, TyrnaApplication
from handlers.render import link_button
from handlers.show import say
from handlers.staff.digest import ErrorDigest
from handlers.state import DatabaseError
from handlers.texts import text
from handlers.transport.processor import not_delivered, not_read

log = logging.getLogger(__name__)


def register(application: TyrnaApplication) -> None:
    application.add_error_handler(partial(failed, digest=ErrorDigest()))


# Telegram takes the answer to a press or an inline query only for a short while after it.
_TOO_OLD = "query is too old"
# The bot was restricted in a group, or may not post in a channel; or it may write text there, and send nothing else.
_NO_TEXT, _NO_OTHERS = "not enough rights to send text messages", "not enough rights to send"


async def failed(update: object, context: Context, digest: ErrorDigest) -> None:
    """Log what happened under a code that the person and the staff see too.

    If Telegram could not be reached, nobody could read that: it is only logged, and the update may be handled again. Nor is anything
    said to somebody who pressed a button so long ago that it can no longer be answered.
    """
    error = context.error
    if await _of_the_chat(update, context, error) or _of_the_way(context, error):
        return
    code = secrets.token_hex(3)
    context.services.metrics.errors.labels(type(error).__name__).inc()
    log.error("Error %s", code, exc_info=error)
    # That somebody joined, or that the bot was made an admin, is no question: a group is told nothing.
    if isinstance(update, Update) and (update.message or update.edited_message or update.callback_query) and update.effective_chat:
        try:
            await say(update, context, text("failed", await context.language(update), code=code))
        except TelegramError as second:
            log.error("Error %s: the person could not be told: %s", code, second)
    await digest.add(context, type(error).__name__, code)


async def _of_the_chat(update: object, context: Context, error: Exception | None) -> bool:
    """Whether the error tells how the chat is, which is then noted, or told to the person."""
    if _takes_nothing(error):
        await _note_unreachable(update, context, error)
    elif isinstance(error, BadRequest) and _NO_OTHERS in str(error).lower() and isinstance(update, Update) and update.effective_chat:
        log.info("A chat takes text only: %s", error)
        await _say_text_only(update, context)
    elif isinstance(error, ChatMigrated) and isinstance(update, Update) and update.effective_chat:
        await context.services.store.migrate_chat(update.effective_chat.id, error.new_chat_id)
    else:
        return False
    return True


async def _say_text_only(update: Update, context: Context) -> None:
    language = await context.language(update)
    link = link_button(text("open-in-private", language), f"https://t.me/{context.bot.username}")
    try:
        await say(update, context, text("text-only-here", language), InlineKeyboardMarkup([[link]]))
    except TelegramError as second:
        log.info("The person could not be told: %s", second)
        if _takes_nothing(second):
            await _note_unreachable(update, context, second)


def _of_the_way(context: Context, error: Exception | None) -> bool:
    """Whether the way to the database or to Telegram failed, or took too long; that is only logged."""
    if isinstance(error, BadRequest) and _TOO_OLD in str(error).lower():
        log.info("An answer came too late: %s", error)
    elif isinstance(error, DatabaseError) and context.services.store.driver.is_away():
        not_read(error)
        log.warning("The database could not be reached, the update is handled when it is there: %s", error)
    elif isinstance(error, TelegramError) and not_delivered(error):
        log.warning("Telegram could not be reached, another try follows: %s", error)
    elif isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        log.error("Telegram could not be reached: %s", error)
    else:
        return False
    return True


def _takes_nothing(error: Exception | None) -> bool:
    """Whether a chat takes no messages at all."""
    return isinstance(error, Forbidden) or (isinstance(error, BadRequest) and _NO_TEXT in str(error).lower())


async def _note_unreachable(update: object, context: Context, error: Exception | None) -> None:
    log.info("A chat takes no messages any more: %s", error)
    if isinstance(update, Update) and update.effective_chat:
        await context.services.store.set_reachable(update.effective_chat.id, False)
