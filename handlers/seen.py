"""Notes the day on which a private chat was last heard of: it can be reached, and urgent announcements reach it for a while."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.ext import MessageHandler, filters

from handlers.context import Context, TyrnaApplication
from handlers.state import DatabaseError

log = logging.getLogger(__name__)

_BESIDE_ALL = -3


def register(application: TyrnaApplication) -> None:
    application.add_handler(MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE, note), group=_BESIDE_ALL)


async def note(update: Update, context: Context) -> None:
    """Once a day and chat. An answer is worth more than this note: a database that cannot be written holds up nothing."""
    chat = update.effective_chat
    assert chat is not None
    try:
        await context.services.store.see_chat(chat.id, chat.type)
    except DatabaseError as error:
        log.error("That a chat was heard of cannot be noted: %s", error)
