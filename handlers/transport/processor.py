"""The order in which updates are handled: one chat's one after another, chats side by side, floods held off."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from telegram import Update
from telegram.constants import ChatType
from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseUpdateProcessor

from handlers.context import Context, TyrnaApplication
from handlers.state import DatabaseError
from handlers.texts import text
from handlers.transport.asked import asked, sender
from handlers.transport.inline_queries import InlineQueries
from handlers.transport.outcome import NotSent, OutcomeUnknown, may_have_arrived, pause_of

log = logging.getLogger(__name__)

# So many updates of one chat wait behind the one that is being handled.
WAITING = 8
# So many updates are held in memory in all; the rest waits on Telegram's side.
IN_FLIGHT = 512
# Messages and presses of one person in a minute, and how many seconds those beyond them are not read.
PER_MINUTE = 30
MUTED = 300
# The same for all that a group asks: Telegram takes 20 messages a minute to a group (https://core.telegram.org/bots/faq#broadcasting-to-users),
# and the notice and an announcement need room among them.
GROUP_PER_MINUTE = 18
GROUP_MUTED = 60
# Seconds after which an update is handled again whose answer did not reach Telegram, or which Telegram failed at; then it is given up.
AGAIN = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0)
# An answer that may have arrived is repeated only once: a person rather reads it twice than never.
AGAIN_IF_UNKNOWN = 1

_failure: ContextVar[list[Exception]] = ContextVar("failure")


def not_delivered(error: TelegramError) -> bool:
    """Tell the processor from an error handler that Telegram could not be reached; whether the update is handled again."""
    if not isinstance(error, RetryAfter | NotSent | OutcomeUnknown) and type(error) is not NetworkError:
        return False
    return _put_off(error)


def not_read(error: DatabaseError) -> bool:
    """The same when the database could not be reached, before anything was done."""
    return _put_off(error)


def _put_off(error: Exception) -> bool:
    failures = _failure.get(None)
    if failures is None:
        return False
    failures.append(error)
    return _pause(failures) is not None


def _pause(failures: list[Exception]) -> float | None:
    """Seconds until the next try, None if there is none."""
    error = failures[-1]
    if isinstance(error, RetryAfter):
        wait = pause_of(error)
        return wait if len(failures) <= len(AGAIN) and wait <= MUTED else None
    if not may_have_arrived(error):
        return AGAIN[len(failures) - 1] if len(failures) <= len(AGAIN) else None
    return AGAIN[0] if sum(map(may_have_arrived, failures)) <= AGAIN_IF_UNKNOWN else None


@dataclass
class _Lane:
    """The updates of one chat."""

    waiting: deque[tuple[Update, Awaitable[Any]]] = field(default_factory=deque)
    noticed: bool = False


class LaneProcessor(BaseUpdateProcessor):
    """Handles the updates of one chat in order and chats side by side; an update without a chat goes by its person.

    Inline queries have a line of their own, in which a person's latest counts.

    A chat has at most 8 updates waiting, all together at most 512 are in memory: `process_update` waits until there is room, which
    holds up the polling. What a chat or a person sends beyond its measure is dropped, with one notice. What people say to each other
    in a group counts for nobody, and whoever is `exempt` is never too fast. An update is `handled`, or `left` if the database stayed away.
    """

    def __init__(
        self,
        handled: Callable[[int], None],
        clock: Callable[[], float] = monotonic,
        exempt: Callable[[int], Awaitable[bool]] | None = None,
        left: Callable[[int], None] = lambda update_id: None,
    ) -> None:
        # PTB asks for admission one at a time, in order; what runs side by side is bounded here.
        super().__init__(1)
        self._handled = handled
        self._left = left
        self._lanes: dict[int, _Lane] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(IN_FLIGHT)
        self._exempt = exempt
        self._pace = _Pace(clock, PER_MINUTE, MUTED)
        self._group_pace = _Pace(clock, GROUP_PER_MINUTE, GROUP_MUTED)
        self._closing = asyncio.Event()
        self.inline = InlineQueries(handled, self._begin, self._closing, clock)
        self.dropped = 0
        """How many updates were dropped because there were too many."""
        self.broken_off = 0
        """How many updates were not finished when the bot stopped."""
        self.application: TyrnaApplication | None = None

    @property
    def in_flight(self) -> int:
        """How many updates are being handled or wait for it."""
        return len(self._tasks) + sum(len(lane.waiting) for lane in self._lanes.values()) + self.inline.waiting

    @property
    def closing(self) -> bool:
        """Whether nothing more is begun."""
        return self._closing.is_set()

    @property
    def running(self) -> int:
        """How many updates are being handled."""
        return len(self._tasks)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        await self.drain(0)

    async def drain(self, seconds: float) -> int:
        """Begin nothing more and give what is being handled so long; how much was broken off. What waited stays in the inbox."""
        self._closing.set()
        self.inline.abandon()
        for lane in self._lanes.values():
            while lane.waiting:
                _abandon(lane.waiting.pop()[1])
        if not self._tasks:
            return 0
        _, running = await asyncio.wait(self._tasks, timeout=seconds)
        for task in running:
            task.cancel()
        self.broken_off += len(running)
        if running:
            await asyncio.wait(running, timeout=0.5)  # a handler that does not let itself be cancelled stops no stop
        return len(running)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Take an update into its lane, as soon as there is room."""
        if not isinstance(update, Update):
            await coroutine
            return
        if self._closing.is_set():
            _abandon(coroutine)
            return
        if update.inline_query:
            self.inline.put(update.inline_query.from_user.id, update, coroutine)
            return
        if await self._is_talk(update):
            _abandon(coroutine)
            self._handled(update.update_id)
            return
        key = _lane_of(update)
        lane = self._lanes.get(key)
        if notice := await self._refusal(update, lane):
            self._drop(update, lane, notice)
            _abandon(coroutine)
            return
        await self._room.acquire()
        if self._closing.is_set():
            _abandon(coroutine)
            return
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane()
            self._begin(self._work(key, lane))
        lane.waiting.append((update, coroutine))
        # A batch would start a hundred handlers in one turn of the loop; so each one begins before the next is let in.
        await asyncio.sleep(0)

    def _begin(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, key: int, lane: _Lane) -> None:
        try:
            while lane.waiting:
                update, coroutine = lane.waiting.popleft()
                try:
                    await self._handle(update, coroutine)
                finally:
                    self._room.release()
        finally:
            del self._lanes[key]

    async def _handle(self, update: Update, coroutine: Awaitable[Any]) -> None:
        failures: list[Exception] = []
        _failure.set(failures)
        while True:
            seen = len(failures)
            try:
                await coroutine
            except Exception:
                log.exception("Update %d", update.update_id)
            if len(failures) == seen:
                break
            pause = _pause(failures)
            if pause is None or self.application is None:
                log.error("Update %d is given up after %d tries: %s", update.update_id, len(failures), failures[-1])
                if isinstance(failures[-1], DatabaseError):
                    self._left(update.update_id)
                    return
                break
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._closing.wait()
                return  # it stays in the inbox
            coroutine = self.application.process_update(update)
        self._handled(update.update_id)

    async def _is_talk(self, update: Update) -> bool:
        """Whether people talk to each other in a group: it takes no place in the line. Staff are heard, and that a group moves."""
        message = update.message or update.edited_message
        if message is None or self.application is None or not _in_group(update):
            return False
        if message.migrate_to_chat_id or message.migrate_from_chat_id or asked(message, self.application.bot):
            return False
        return not (self._exempt and message.from_user and await self._exempt(message.from_user.id))

    async def _refusal(self, update: Update, lane: _Lane | None) -> str:
        """The text key of the notice if the update is one too many; empty if it is welcome."""
        message, person = update.message or update.edited_message, update.effective_user
        if not (message or update.callback_query):
            return ""  # who joins, leaves or blocks is never lost
        if person and (notice := self._too_fast(update, sender(message, person.id))) and not (self._exempt and await self._exempt(person.id)):
            return notice
        return "too-many" if lane is not None and len(lane.waiting) >= WAITING else ""

    def _too_fast(self, update: Update, counted: int) -> str:
        """Whether a person asks too much, or a group as a whole; a press changes a message and sends none to the group."""
        if self._pace.too_fast(counted):
            return "muted"
        group = update.effective_chat.id if update.effective_chat and _in_group(update) and not update.callback_query else None
        return "group-too-many" if group and self._group_pace.too_fast(group) else ""

    def _drop(self, update: Update, lane: _Lane | None, notice: str) -> None:
        self.dropped += 1
        if self._is_first(update, lane, notice):
            person = update.effective_user
            log.warning("Updates of person %s in chat %s are dropped: %s", person.id if person else "?", _lane_of(update), notice)
            self._begin(self._tell(update, notice))
        self._handled(update.update_id)

    def _is_first(self, update: Update, lane: _Lane | None, notice: str) -> bool:
        """Whether this notice was not given yet."""
        if notice == "muted" and update.effective_user:
            return self._pace.first_notice(sender(update.message or update.edited_message, update.effective_user.id))
        if notice == "group-too-many" and update.effective_chat:
            return self._group_pace.first_notice(update.effective_chat.id)
        if notice != "too-many" or lane is None or lane.noticed:
            return False
        lane.noticed = True
        return True

    async def _tell(self, update: Update, key: str) -> None:
        """One notice: over the button to the one who pressed, else as an answer."""
        if self.application is None:
            return
        minutes = (GROUP_MUTED if key == "group-too-many" else MUTED) // 60
        try:
            said = text(key, await Context.from_update(update, self.application).language(update), minutes=minutes)
            if update.callback_query:
                await update.callback_query.answer(said, show_alert=True)
            elif update.effective_message:
                await update.effective_message.reply_text(said, do_quote=_in_group(update))
        except TelegramError as error:
            log.warning("The notice could not be given: %s", error)


def _in_group(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)


class _Pace:
    """Who sends more than so many a minute; they are not read for so many seconds. Times by a clock that only goes forward."""

    def __init__(self, clock: Callable[[], float], per_minute: int, muted: int) -> None:
        self._clock = clock
        self._per_minute = per_minute
        self._seconds = muted
        self._sent: dict[int, list[float]] = {}
        self._muted: dict[int, float] = {}
        self._noticed: set[int] = set()
        self._swept = clock()

    def too_fast(self, person: int) -> bool:
        now = self._clock()
        if now - self._swept > 60:
            self._sweep(now)
        if self._muted.get(person, 0) > now:
            return True
        sent = [at for at in self._sent.get(person, ()) if now - at < 60]
        self._sent[person] = [*sent, now]
        if len(sent) < self._per_minute:
            return False
        self._muted[person] = now + self._seconds
        self._noticed.discard(person)
        return True

    def first_notice(self, person: int) -> bool:
        if person in self._noticed:
            return False
        self._noticed.add(person)
        return True

    def _sweep(self, now: float) -> None:
        self._swept = now
        self._sent = {person: sent for person, sent in self._sent.items() if now - sent[-1] < 60}
        self._muted = {person: until for person, until in self._muted.items() if until > now}
        self._noticed &= self._muted.keys()


def _lane_of(update: Update) -> int:
    chat = update.effective_chat
    if chat:
        return chat.id
    # A private chat has the id of its person, so what they chose inline stands in line with it.
    return update.effective_user.id if update.effective_user else 0


def _abandon(coroutine: Awaitable[Any]) -> None:
    """Without this an unawaited coroutine would be warned about."""
    if asyncio.iscoroutine(coroutine):
        coroutine.close()
