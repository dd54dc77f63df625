"""Messages of the bot that wait for a reply in Telegram's sense; what it would be is in the store."""

from __future__ import annotations

from telegram import ForceReply, Message, Update
from telegram.constants import ParseMode
from telegram.ext import filters

from handlers.context import Context, Services
from handlers.state.questions import Awaits


class AwaitedReply(filters.MessageFilter):
    """A reply to a message of the bot that waits for one of these."""

    def __init__(self, services: Services, *awaited: Awaits) -> None:
        super().__init__(name=f"awaited {' or '.join(awaited)}")
        self._services = services
        self._awaited = awaited

    def filter(self, message: Message) -> bool:
        asked = message.reply_to_message
        found = self._services.store.questions.prompt(message.chat.id, asked.message_id) if asked else None
        return found is not None and found[1] in self._awaited


async def prompt(update: Update, context: Context, said: str) -> Message:
    """Ask for a reply in Telegram's sense; the person's field is ready for it."""
    chat = update.effective_chat
    assert chat is not None
    return await context.bot.send_message(chat.id, said, ParseMode.HTML, reply_markup=ForceReply())
