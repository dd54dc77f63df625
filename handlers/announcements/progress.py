"""How far it is: the countdown, the bar, and the one card that follows them."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardMarkup
from telegram.error import TelegramError

from handlers.announcements.card import Shown, data, title
from handlers.announcements.preview import duration
from handlers.announcements.report import report
from handlers.announcements.review import review
from handlers.announcements.schedule import in_words
from handlers.announcements.staff_names import language_of, name_of
from handlers.context import Context, Services
from handlers.render import button
from handlers.show import edit
from handlers.state import DatabaseError
from handlers.state.jobs import pause
from handlers.state.outbox import Announcement
from handlers.texts import text
from kb import Language

log = logging.getLogger(__name__)

# A card is edited at most so often, in seconds: Telegram bears about one message a second in a chat.
INTERVAL = 3.0
# The rate is that of so many seconds.
RECENT = 10
_CELLS = 12
# After each look comes a pause of so many times as long, or the interval.
_REST = 10


async def waiting(context: Context, announcement: Announcement, language: Language) -> Shown:
    """Scheduled, or counting down; who pressed Send, and how to take it back."""
    services, who = context.services, await name_of(context, announcement.sent_by)
    if announcement.state == "scheduled":
        at = in_words(announcement.due_at or 0, ZoneInfo(services.settings.timezone), language)
        said = text("announce-is-scheduled", language, who=who, at=at)
    else:
        left = max(0, round((announcement.due_at or 0) - services.store.clock()))
        said = text("announce-counts-down", language, who=who, seconds=left)
    undo = button(text("announce-undo", language), data("undo", announcement))
    return f"{title(announcement, language)}\n\n{said}", InlineKeyboardMarkup([[undo]])


async def running(services: Services, announcement: Announcement, language: Language) -> Shown:
    """A bar, the rate, the time left; Pause or Resume, and Cancel."""
    outbox, now = services.store.outbox, services.store.clock()
    counts = await outbox.counts_by_state(announcement)
    total = sum(counts.values())
    left = sum(counts.get(state, 0) for state in ("pending", "claimed", "sending", "retry"))
    lines = [title(announcement, language), "", f"{bar(total - left, total)} {text('announce-done-of', language, done=total - left, total=total)}"]
    if announcement.state == "paused":
        lines.append(text("announce-paused", language, why="failures" if (announcement.reason or "").startswith("failures") else "staff"))
        first = button(text("announce-resume", language), data("resume", announcement))
    else:
        lines.append(await _pace(services, announcement, left, now, language))
        first = button(text("announce-pause", language), data("pause", announcement))
    return "\n".join(lines), InlineKeyboardMarkup([[first, button(text("announce-cancel", language), data("cancel", announcement))]])


async def _pace(services: Services, announcement: Announcement, left: int, now: float, language: Language) -> str:
    outbox, settings = services.store.outbox, services.settings.announcements
    begun = announcement.started_at or int(now)
    lead = begun + settings.staff_lead - now
    if announcement.action == "send" and lead > 0 and not outbox.open_in_wave(announcement, 0):
        return text("announce-staff-first", language, seconds=max(1, round(lead)))
    rate = await outbox.ended_since(announcement, int(now) - RECENT) / max(1.0, min(RECENT, now - begun))
    return text("announce-pace", language, rate=round(rate), left=duration(left / (rate or settings.rate), language))


def bar(done: int, total: int) -> str:
    filled = round(_CELLS * done / total) if total else _CELLS
    return "▓" * filled + "░" * (_CELLS - filled)


class Progress:
    """Edits the card of each announcement that counts down or is being sent, until it ends; every `interval` seconds. Runs beside the sender."""

    def __init__(self, context: Context, interval: float) -> None:
        self._context = context
        self._services = context.services
        self._interval = interval
        self._stopping = asyncio.Event()
        self._shown: dict[int, tuple[str, InlineKeyboardMarkup | None]] = {}

    async def run(self) -> None:
        """Look at the outbox at each interval, until `stop`."""
        while not self._stopping.is_set():
            began = monotonic()
            try:
                await self.look()
            except (DatabaseError, TelegramError) as error:
                log.warning("The progress of announcements cannot be shown: %s", error)
            # Counting 1,000,000 deliveries takes a while: it is not done all the time.
            await pause(self._stopping, max(self._interval, _REST * (monotonic() - began)))

    async def stop(self) -> None:
        self._stopping.set()

    async def look(self) -> None:
        """Bring each card up to date."""
        outbox = self._services.store.outbox
        active = {found.id: found for found in outbox.at_work() if found.state != "scheduled"}
        # What was shown at work and is so no more gets one last edit.
        for announcement_id in [*active, *(shown for shown in list(self._shown) if shown not in active)]:
            announcement = active.get(announcement_id) or outbox.get(announcement_id)
            if announcement is None or announcement.card_chat_id is None or announcement.card_message_id is None:
                continue
            await self._edit(announcement, announcement.card_chat_id, announcement.card_message_id)
            if announcement_id not in active:
                del self._shown[announcement_id]

    async def _edit(self, announcement: Announcement, chat_id: int, message_id: int) -> None:
        card: tuple[str, InlineKeyboardMarkup | None]
        language = await language_of(self._services, announcement.sent_by or chat_id)
        if announcement.state in ("scheduled", "countdown"):
            card = await waiting(self._context, announcement, language)
        elif announcement.state in ("sending", "paused"):
            card = await running(self._services, announcement, language)
        elif announcement.state == "review":
            # Taken back. An edit of ours may have crossed the one that showed it.
            card = await review(self._context, announcement, language, announcement.sent_by or chat_id)
        elif announcement.state == "draft":
            return  # being edited again, in the same message
        elif announcement.state == "done":
            # The report is a message of its own.
            card = text("announce-over", language, id=str(announcement.id), state=announcement.state, action=announcement.action), None
        else:
            card = await report(self._context, announcement, language)
        now = self._services.store.outbox.get(announcement.id)
        if self._shown.get(announcement.id) == card or now is None or now.state != announcement.state:
            return  # what has changed meanwhile was shown by whoever changed it
        if not await edit(self._context, chat_id, message_id, *card):
            log.info("The card of announcement %d cannot be edited any more", announcement.id)
        self._shown[announcement.id] = card
