"""An error is logged first; then the person gets one short sentence with a code."""

from __future__ import annotations

import logging
import secrets

from telegram import Update
from telegram.error import NetworkError, TelegramError

from handlers.context import Context, TyrnaApplication
from handlers.texts import text

log = logging.getLogger(__name__)


def register(application: TyrnaApplication) -> None:
    application.add_error_handler(failed)


async def failed(update: object, context: Context) -> None:
    """Log what happened under a code that the person sees too. A broken network is only logged: nobody could read a reply."""
    if isinstance(context.error, NetworkError) and not isinstance(update, Update):
        log.warning("Telegram cannot be reached: %s", context.error)
        return
    code = secrets.token_hex(3)
    log.error("Error %s", code, exc_info=context.error)
    if isinstance(update, Update) and update.effective_chat and not isinstance(context.error, NetworkError):
        try:
            said = text("failed", await context.language(update), code=code)
            await context.bot.send_message(update.effective_chat.id, said)
        except TelegramError as error:
            log.error("Error %s: the person could not be told: %s", code, error)
