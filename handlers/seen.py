"""Notes the day on which a private chat was last heard of: it can be reached, and urgent announcements reach it for a while."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler, filters

from handlers.context import Context, TyrnaApplication
from handlers.order import Order


def register(application: TyrnaApplication) -> None:
    application.add_handler(MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE, note), Order.SEEN)


async def note(update: Update, context: Context) -> None:
    """Once a day and chat. The answer is worth more than this note, and waits for no disk."""
    chat = update.effective_chat
    assert chat is not None
    context.services.store.see_chat(chat.id, chat.type)
