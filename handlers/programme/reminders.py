"""Reminders: set by a button, listed by /my_reminders, sent on time by `Reminders`. A change of a screening goes the same way."""

from __future__ import annotations

import asyncio
import logging
import secrets
from dataclasses import replace
from math import inf
from time import monotonic

from telegram import Chat, InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.announcements.deliver import TRIES, Outcome, outcome
from handlers.announcements.pace import Pace
from handlers.context import Context, Services, TyrnaApplication
from handlers.programme.chat import pressed_screening, show_card
from handlers.programme.days import clock_time
from handlers.programme.views import REMIND, REMINDERS, SCREENING, Guide, Shown
from handlers.render import button, escaped, escaped_text, fit
from handlers.show import acknowledge, change, say
from handlers.state import DatabaseError
from handlers.state.jobs import pause
from handlers.state.programme import Due, ReminderState, Screening
from handlers.texts import text
from handlers.transport.handed import Handed, HandedFile, HandedInStore
from handlers.transport.outcome import before_writing
from kb import Language

log = logging.getLogger(__name__)

# How often the clock is looked at, in seconds; after a database that cannot be written, how long is waited.
TICK, DATABASE_PAUSE = 1.0, 1.0
# What failed for no reason of its own is tried again after so many seconds.
AGAIN = 5.0
# Beside other replicas what dead ones left is looked for so often, in seconds.
RECOVERY = 5.0
# A reminder that is so late after the start helps nobody, in seconds.
LATE = 10 * 60
_REMOVE = "px"
_LISTED = 20


def register(application: TyrnaApplication) -> None:
    minutes = "|".join(map(str, (0, *REMINDERS)))
    application.add_handler(CommandHandler("my_reminders", my_reminders, filters.ChatType.PRIVATE))
    application.add_handler(CallbackQueryHandler(remind, rf"^{REMIND}:(kk|ru|en):({minutes}):[a-z0-9-]+$"))
    application.add_handler(CallbackQueryHandler(remove, rf"^{_REMOVE}:(kk|ru|en):[a-z0-9-]+$"))


async def remind(update: Update, context: Context) -> None:
    """Set a reminder, set another one, or take it away; the card shows it."""
    pressed, chat = update.callback_query, update.effective_chat
    assert pressed is not None and pressed.data is not None and chat is not None
    guide = Guide(context.services)
    if not (found := await pressed_screening(update, guide)):
        return
    entry, language = found
    minutes = int(pressed.data.split(":")[2])
    if chat.type != Chat.PRIVATE:
        await acknowledge(pressed, text("reminder-in-private", language))
        return
    if minutes == 0:
        await guide.programme.unset_reminder(pressed.from_user.id, entry.id)
        await acknowledge(pressed)
    elif await guide.programme.remind(pressed.from_user.id, entry.id, minutes, language):
        await acknowledge(pressed)
    else:
        await acknowledge(pressed, text("reminder-too-late", language))
    await show_card(update, context, guide, entry, language)


async def my_reminders(update: Update, context: Context) -> None:
    """What this person will be reminded of."""
    await say(update, context, *_listed(context, update, await context.language(update)))


async def remove(update: Update, context: Context) -> None:
    """✖ in the list."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    await context.services.store.programme.unset_reminder(pressed.from_user.id, pressed.data.split(":")[2])
    await acknowledge(pressed)
    await change(update, context, *_listed(context, update, await context.language(update)))


def _listed(context: Context, update: Update, language: Language) -> Shown:
    guide, user = Guide(context.services), update.effective_user
    found = [(entry, minutes) for key, minutes in guide.programme.reminders(user.id if user else 0) if (entry := guide.programme.get(key))]
    if not found:
        return text("reminders-none", language), None
    lines = [text("reminders", language), *(f"{guide.line(e, language)} · {text('reminder-minutes', language, minutes=m)}" for e, m in found)]
    rows = [[button(guide.title(e, language), f"{SCREENING}:{language}:{e.id}"), button("✖", f"{_REMOVE}:{language}:{e.id}")] for e, _ in found[:_LISTED]]
    return fit(lines), InlineKeyboardMarkup(rows)


class Reminders:
    """Sends what is due, beside the answers to guests, until it is stopped.

    Each message is written down before it is sent and after. Of what a crash leaves between the two, that which had been handed to the
    network counts as sent, the rest is sent again: nobody misses a screening, nobody is told twice. At most one process works at this at a
    time (handlers/state/jobs.py).
    """

    def __init__(self, application: TyrnaApplication, pace: Pace, in_flight: int = 256) -> None:
        self._bot = application.bot
        self._services: Services = application.bot_data["services"]
        self._programme = self._services.store.programme
        self._pace = pace
        self._owner = secrets.token_hex(8)
        file = self._services.store.driver.file
        self._handed: Handed[Due] = HandedFile(file, _key) if file else HandedInStore(self._programme.note_handed, self._programme.was_handed)
        self._recovers_at = 0.0
        self._room = asyncio.Semaphore(in_flight)
        self._flying: dict[asyncio.Task[None], tuple[int, str, str]] = {}
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Take up what a crash left, then work until `stop`."""
        while not self._stop.is_set():
            try:
                if self._recovers_at <= monotonic():
                    await self._recover()
                worked = await self._send_some()
            except DatabaseError as error:
                log.error("The reminders cannot be read or written (%s): they wait, %s", error, self._programme.driver.mend)
                worked = False
            if not worked:
                await pause(self._stop, TICK)

    async def stop(self, patience: float = 10.0) -> None:
        """Begin nothing new; what is in flight has so many seconds to end."""
        self._stop.set()
        if self._flying:
            await asyncio.wait(list(self._flying), timeout=patience)
        self._programme.driver.let_go([self._owner])
        self._handed.close()

    async def _recover(self) -> None:
        if self._recovers_at == 0.0:
            self._programme.driver.hold(self._owner)
        for due in self._programme.doubtful(self._owner):
            sent = self._handed.was(due)
            log.warning("A reminder for %d was being sent when the bot broke off; it %s", due.user_id, "was handed on" if sent else "is sent again")
            await self._programme.recover(due, self._owner, sent)
        self._handed.clear(in_flight=False)
        self._recovers_at = monotonic() + RECOVERY if self._programme.driver.shared else inf

    async def _send_some(self) -> bool:
        """About a second's worth of what is due; whether there was anything."""
        found = self._programme.due(max(1, int(self._pace.rate)) + len(self._flying))
        flying = set(self._flying.values())
        due = [one for one in found if (one.user_id, one.screening_id, one.what) not in flying]
        for one in due:
            await self._room.acquire()
            await self._pace.turn()
            if self._stop.is_set():
                self._room.release()
                break
            task = asyncio.create_task(self._send(one))
            self._flying[task] = (one.user_id, one.screening_id, one.what)
            task.add_done_callback(self._landed)
        if not found and not self._flying:
            self._handed.clear(in_flight=False)
        return bool(due)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.pop(task, None)
        self._room.release()
        if not task.cancelled() and task.exception():
            log.error("A reminder broke off", exc_info=task.exception())

    async def _send(self, due: Due) -> None:
        """Write down, look once more whether it still holds, send, write down."""
        try:
            if not await self._programme.begin(due, self._owner):
                return
        except DatabaseError as error:
            log.error("A reminder is put off, it cannot be written down: %s", error)
            await self._written(due, "waiting")  # it may stand there as begun all the same
            return
        try:
            shown = await self._shown(due)
        except Exception as error:
            # Such as a read that took too long: nothing was sent, and the row stands there as begun.
            log.error("A reminder is put off, it cannot be made: %s", error, exc_info=not isinstance(error, DatabaseError))
            await self._failed(due, Outcome("retry", reason=type(error).__name__))
            return
        if shown is None:
            await self._written(due, "skipped")
            return
        this_try = replace(due, attempts=due.attempts + 1)
        before_writing.set(lambda: self._handed.note(this_try))  # for this task alone
        try:
            said, markup = shown
            await self._bot.send_message(due.user_id, said, ParseMode.HTML, reply_markup=markup, link_preview_options=LinkPreviewOptions(is_disabled=True))
        except TelegramError as error:
            await self._failed(due, outcome(error, due.attempts))
        except Exception as error:
            # Such as an answer that cannot be read: the message may be there, and nobody is told twice.
            log.exception("What became of a reminder is not known")
            await self._failed(due, Outcome("failed", reason=type(error).__name__))
        else:
            await self._written(due, "sent")

    async def _shown(self, due: Due) -> Shown | None:
        guide = Guide(self._services)
        entry = guide.programme.get(due.screening_id)
        return _message(guide, entry, due, await self._services.store.language(due.user_id) or due.language) if entry else None

    async def _failed(self, due: Due, result: Outcome) -> None:
        """What an error means; one that hides whether the message arrived is tried again, as after a crash."""
        if result.retry_after is not None:
            self._pace.refused(result.retry_after)
        elif result.unreachable:
            self._pace.hold(min(result.wait, 10.0))
        again = result.state in ("retry", "unknown") and due.attempts < TRIES
        state: ReminderState = "waiting" if again else "blocked" if result.state == "blocked" else "failed"
        await self._written(due, state, result.reason, int(self._services.store.clock() + (result.wait or AGAIN)) if again else None)
        if state == "blocked":
            await self._services.store.outbox.block(due.user_id)

    async def _written(self, due: Due, state: ReminderState, reason: str | None = None, again_at: int | None = None) -> None:
        """However long the database takes: until it is written, a crash would send it again."""
        while True:
            try:
                await self._programme.end(due, self._owner, state, reason, again_at)
            except DatabaseError as error:
                log.error("What became of a reminder cannot be written (%s); trying on", error)
                await asyncio.sleep(DATABASE_PAUSE)
            else:
                return


def _key(due: Due) -> str:
    """One try of one message."""
    return f"{due.user_id} {due.screening_id} {due.what} {due.minutes} {due.attempts}"


def _message(guide: Guide, entry: Screening, due: Due, language: Language) -> Shown | None:
    """What is said; None if it no longer holds: cancelled, begun long ago, or changed back."""
    title = escaped_text(guide.title(entry, language))
    markup = InlineKeyboardMarkup([[button(text("reminder-open", language), f"{SCREENING}:{language}:{entry.id}")]])
    if due.what == "reminder":
        if entry.cancelled or entry.starts_at + LATE < guide.now:
            return None
        minutes = -int(-(entry.starts_at - guide.now) // 60)
        key = "reminder-soon" if minutes > 0 else "reminder-begun"
        said = text(key, language, title=title, minutes=max(0, minutes), time=clock_time(entry.starts_at, guide.zone))
        return "\n".join([said, guide.line(entry, language)]), markup
    was = due.was
    assert was is not None
    if entry.cancelled:
        if was.cancelled:
            return None
        before = escaped({"at": guide.in_words(was.starts_at, language), "venue": was.venue[language]})
        return text("change-cancelled", language, title=escaped_text(was.title[language]), **before), markup
    venue = guide.venue(entry).names
    if not was.cancelled and (was.starts_at, was.venue, was.title[language]) == (entry.starts_at, dict(venue), guide.title(entry, language)):
        return None
    if entry.starts_at + LATE < guide.now:
        return None
    key = "change-restored" if was.cancelled else "change-moved"
    values = {"at": guide.in_words(was.starts_at, language), "venue": was.venue[language], "was": was.title[language]}
    return "\n".join([text(key, language, title=title, **escaped(values)), guide.line(entry, language)]), markup
