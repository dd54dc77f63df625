"""What staff hear of by themselves: late, paused, ended, expired, in doubt."""

from __future__ import annotations

import logging
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from handlers.announcements.card import Shown, data
from handlers.announcements.progress import running
from handlers.announcements.report import report
from handlers.announcements.schedule import in_words
from handlers.announcements.staff_names import announcers, tell, tell_announcers
from handlers.context import Context
from handlers.render import button
from handlers.staff.staff_chat import staff_chat
from handlers.state.outbox import Announcement
from handlers.texts import text
from kb import LANGUAGES, Language

log = logging.getLogger(__name__)

# A start so many seconds after its time is worth a word: the bot was down.
LATE = 60


class Notices:
    """What the sender tells of. A refusal by Telegram is logged and holds up nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._services = context.services

    async def __call__(self, announcement: Announcement, event: str) -> None:
        try:
            await self._tell(announcement, event)
        except TelegramError as error:
            log.warning("Staff could not be told that announcement %d is %s: %s", announcement.id, event, error)

    async def _tell(self, announcement: Announcement, event: str) -> None:
        match event:
            case "started":
                if announcement.due_at is not None and (announcement.started_at or 0) - announcement.due_at > LATE:
                    await tell_announcers(self._context, lambda language: self._notice("announce-late", announcement, language))
                if announcement.card_chat_id is None:
                    await self._new_card(announcement, await announcers(self._services))
            case "ended":
                await self._report(announcement)
            case "paused":
                await self._everybody("announce-paused-itself", announcement)
            case "expired":
                await self._everybody("announce-expired-unsent" if announcement.started_at is None else "announce-expired-midway", announcement)
            case "doubtful":
                await self._everybody("announce-doubtful", announcement)

    async def _everybody(self, key: str, announcement: Announcement) -> None:
        await tell_announcers(self._context, lambda language: self._notice(key, announcement, language))

    def _notice(self, key: str, announcement: Announcement, language: Language) -> Shown:
        at = in_words(announcement.due_at or 0, ZoneInfo(self._services.settings.timezone), language)
        opened = button(text("announce-open", language), data("open", announcement))
        return text(key, language, id=str(announcement.id), at=at), InlineKeyboardMarkup([[opened]])

    async def _new_card(self, announcement: Announcement, people: list[int]) -> None:
        """What came from the command line has no card yet: the first of the staff who can be reached gets it."""
        made = {language: await running(self._services, announcement, language) for language in LANGUAGES}
        for user_id in people:
            sent: list[Message] = await tell(self._context, [user_id], made.__getitem__)
            if sent:
                await self._services.store.outbox.set_card(announcement.id, user_id, sent[0].message_id)
                return

    async def _report(self, announcement: Announcement) -> None:
        """To whoever sent it, and to the staff chat; what came from the command line to everybody who may announce."""
        made = {language: await report(self._context, announcement, language) for language in LANGUAGES}
        if announcement.sent_by is not None:
            await tell(self._context, [announcement.sent_by], made.__getitem__)
        if announcement.sent_by is None or await staff_chat(self._context) is not None:
            await tell_announcers(self._context, made.__getitem__)
