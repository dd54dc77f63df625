"""The sender: takes announcements from the outbox at its own pace. What it is about to send is written down before, what became of it after."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from math import inf
from time import monotonic, time

from telegram import Bot, InlineKeyboardMarkup

from handlers.announcements.content import Content
from handlers.announcements.deliver import TRIES, Outcome, deliver
from handlers.announcements.pace import Pace
from handlers.state import DatabaseError
from handlers.state.jobs import pause
from handlers.state.outbox import Announcement, Claim, Outbox
from kb import Language

log = logging.getLogger(__name__)

# Staff get an announcement first; everyone else after them.
STAFF, EVERYONE = 0, 1
# How often what waits for its time is looked at, in seconds.
TICK = 0.5
# A sender that fails so often pauses: of the last tries so many failed for a reason of ours or Telegram's (a blocked chat is none).
TRIED, FAILED_SHARE = 40, 0.5
# A database that cannot be written is tried again after so many seconds.
DATABASE_PAUSE = 1.0
# Beside other replicas what dead ones left is looked for so often, in seconds.
RECOVERY = 5.0
# Messages in one chat are so many seconds apart; in a group three times as many (20 a minute).
CHAT_SECONDS, GROUP_SECONDS = 1.0, 3.0


@dataclass(frozen=True)
class Timing:
    """`undo` is the countdown after Send, `staff_lead` how much earlier staff get it; both in seconds."""

    undo: float = 10.0
    staff_lead: float = 30.0


class Sender:
    """Runs beside the answers to guests until it is stopped.

    `keyboard` gives the buttons under a delivery, `staff` the people who get it first; `tell` is told of every change that staff should see
    (`started`, `paused`, `ended`, `expired`, `doubtful`), `migrate` of a group that has got another id. `quiet`:
    whether it is the time of day at which announcements make no sound by themselves. At most one sender works at a time (handlers/state/jobs.py).
    """

    def __init__(
        self,
        bot: Bot,
        outbox: Outbox,
        pace: Pace,
        timing: Timing,
        default_language: Language,
        keyboard: Callable[[Announcement, Content, Claim], InlineKeyboardMarkup | None],
        staff: Callable[[], Awaitable[list[int]]],
        tell: Callable[[Announcement, str], Awaitable[None]],
        migrate: Callable[[int, int], Awaitable[None]],
        clock: Callable[[], float] = time,
        in_flight: int = 256,
        quiet: Callable[[], bool] = lambda: False,
    ) -> None:
        self._bot = bot
        self._outbox = outbox
        self._pace = pace
        self._timing = timing
        self._default_language = default_language
        self._keyboard = keyboard
        self._staff = staff
        self._tell = tell
        self._migrate = migrate
        self._clock = clock
        self._owner = secrets.token_hex(8)
        self._known = False
        self._in_doubt = False
        self._recovers_at = 0.0
        self._quiet = quiet
        self._room = asyncio.Semaphore(in_flight)
        self._flying: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._stopping = False
        self._tried: dict[tuple[int, str], deque[bool]] = defaultdict(lambda: deque(maxlen=TRIED))
        self._free_at: dict[int, float] = {}
        self._with_staff: dict[tuple[int, str], bool] = {}
        self._contents: dict[tuple[int, int, str], Content] = {}

    def wake(self) -> None:
        """Something has changed: look at once."""
        self._wake.set()

    async def run(self) -> None:
        """Recover what a crash left, then work until `stop`."""
        while not self._stopping:
            try:
                await self._take_up()
                worked = await self._work()
            except DatabaseError as error:
                log.error("The outbox cannot be used (%s): sending waits, %s", error, self._outbox.driver.mend)
                self._in_doubt = True
                await asyncio.sleep(DATABASE_PAUSE)
                continue
            if not worked:
                self._wake.clear()
                await pause(self._wake, TICK)

    async def stop(self, patience: float = 10.0) -> None:
        """Begin nothing new; what is in flight has so many seconds to end."""
        self._stopping = True
        self.wake()
        if self._flying:
            await asyncio.wait(self._flying, timeout=patience)
        self._outbox.driver.let_go([self._owner])

    async def _take_up(self) -> None:
        """First, and now and then beside other replicas: what a dead sender left."""
        if not self._known:
            if stored := self._outbox.pace():
                self._pace.take_over(stored[0], stored[1] - self._clock())
            self._outbox.driver.hold(self._owner)
            self._known = True
        if self._in_doubt:
            # A write that ended in an error may be there all the same: what was claimed so is in nobody's hand. What is in flight is in
            # somebody's, and lands first: claimed a second time, it could be sent twice.
            while self._flying and not self._stopping:
                await asyncio.wait(self._flying, timeout=TICK)
            if not self._stopping:
                await self._outbox.release(self._owner)
                self._in_doubt = False
        if self._recovers_at <= monotonic():
            for doubtful in await self._outbox.recover(self._owner, lambda found: content_of(found).unknown == "resend"):
                if announcement := self._outbox.get(doubtful):
                    await self._tell(announcement, "doubtful")
            self._recovers_at = monotonic() + RECOVERY if self._outbox.driver.shared else inf

    async def _work(self) -> bool:
        """One round over the announcements; whether something was sent or changed."""
        worked = False
        for found in self._outbox.at_work():
            if self._stopping:
                break
            # Read again: while another one was being sent, this one may have been changed.
            announcement = self._outbox.get(found.id)
            if announcement is None or announcement.state not in ("scheduled", "countdown", "sending"):
                continue
            if announcement.state == "sending":
                worked |= await self._send_some(announcement)
            else:
                worked |= await self._look_at_the_time(announcement)
        return worked

    async def _look_at_the_time(self, announcement: Announcement) -> bool:
        now = self._clock()
        if announcement.expires_at is not None and announcement.expires_at <= now:
            return await self._move(announcement, "expired", "expired")
        if announcement.due_at is not None and announcement.due_at > now:
            return False
        if announcement.state == "scheduled":
            return await self._outbox.move(announcement.id, "scheduled", "countdown")
        content = content_of(announcement)
        if not await self._outbox.start(announcement.id, content.whom(), await self._staff(), self._default_language, announcement.version):
            return False
        await self._told(announcement.id, "started")
        return True

    async def _send_some(self, announcement: Announcement) -> bool:
        now = self._clock()
        if announcement.action == "send" and announcement.expires_at is not None and announcement.expires_at <= now:
            return await self._move(announcement, "expired", "expired")
        wave = STAFF if self._has_staff(announcement) and self._outbox.open_in_wave(announcement, STAFF) else EVERYONE
        leads = announcement.action == "send" and wave == EVERYONE and self._has_staff(announcement)
        if leads and now < (announcement.started_at or 0) + self._timing.staff_lead:
            return False
        # What is claimed is soon sent: about a second's worth, so that a pause or a crash finds little in hand.
        claims = await self._outbox.claim(announcement, wave, self._owner, max(1, int(self._pace.rate)))
        for claim in claims:
            await self._room.acquire()
            await self._pace.turn()
            if self._stopping:
                self._room.release()
                break
            task = asyncio.create_task(self._deliver(announcement, claim))
            self._flying.add(task)
            task.add_done_callback(self._landed)
        if self._stopping and claims:
            await self._outbox.release(self._owner, announcement.id)
        if not claims and not any(self._outbox.open_in_wave(announcement, each) for each in (STAFF, EVERYONE)):
            return await self._move(announcement, "done", "ended")
        return bool(claims)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self._room.release()
        self.wake()
        if not task.cancelled() and task.exception():
            log.error("A delivery broke off", exc_info=task.exception())

    def _has_staff(self, announcement: Announcement) -> bool:
        key = (announcement.id, announcement.action)
        if key not in self._with_staff:
            self._with_staff[key] = self._outbox.has_staff(announcement)
        return self._with_staff[key]

    async def _deliver(self, announcement: Announcement, claim: Claim) -> None:
        """Check, write down, send, write down."""
        content = self._content(announcement)
        try:
            if not await self._begun(claim, content):
                return
            if content.silent is None and self._quiet():
                content = content.model_copy(update={"silent": True})
            markup = self._keyboard(announcement, content, claim)
        except DatabaseError as error:
            # A read that failed, or a write that may be there all the same; but nothing was sent.
            log.error("A delivery is put off, the outbox cannot be used: %s", error)
            await asyncio.sleep(DATABASE_PAUSE)
            await self._given_back(claim)
            return
        except Exception as error:
            log.exception("A delivery cannot be made")
            outcome = Outcome("failed", reason=type(error).__name__)
        else:
            outcome = await deliver(self._bot, claim, content, markup)
        await self._written(claim, outcome, content)
        await self._learn(announcement, outcome)

    def _unwanted(self, claim: Claim, content: Content) -> str:
        """Why this chat no longer wants it; empty if it does. An urgent announcement reaches those who never subscribed."""
        wants = self._outbox.wants(claim.chat_id, content.topic)
        return "" if wants == "yes" else wants

    async def _spaced(self, claim: Claim) -> None:
        """Two announcements at once keep the measure of one chat."""
        now = self._clock()
        if len(self._free_at) > 10_000:
            self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        at = max(now, self._free_at.get(claim.chat_id, 0.0))
        self._free_at[claim.chat_id] = at + (CHAT_SECONDS if claim.type == "private" else GROUP_SECONDS)
        if at > now:
            await asyncio.sleep(at - now)

    async def _begun(self, claim: Claim, content: Content) -> bool:
        """The write-ahead: nothing is sent that is not on disk as being sent. False: it is not to be sent, or not now."""
        # Staff get it in any case: under their copy stands what stops the others.
        if claim.action == "send" and claim.wave != STAFF and (reason := self._unwanted(claim, content)):
            await self._written(claim, Outcome("skipped", reason=reason))
            return False
        await self._spaced(claim)
        if await self._outbox.begin(claim, self._owner):
            return True
        await self._given_back(claim)
        return False

    async def _given_back(self, claim: Claim) -> None:
        """However long the database takes: until then nobody sends it."""
        while True:
            try:
                await self._outbox.give_back(claim, self._owner)
            except DatabaseError:
                await asyncio.sleep(DATABASE_PAUSE)
            else:
                return

    async def _written(self, claim: Claim, outcome: Outcome, content: Content | None = None) -> None:
        """Write down what became of a delivery, however long the database takes: until then a crash leaves it in doubt."""
        state = outcome.state
        if state == "unknown" and content and content.unknown == "resend" and claim.attempts < TRIES:
            state = "retry"
        due_at = int(self._clock() + outcome.wait) + (1 if outcome.wait else 0)
        while True:
            try:
                await self._outbox.end(claim, self._owner, state, outcome.message_id, outcome.reason, due_at if state == "retry" else 0)
                if outcome.state == "blocked":
                    await self._outbox.block(claim.chat_id)
                if outcome.new_id is not None:
                    await self._migrate(claim.chat_id, outcome.new_id)
            except DatabaseError as error:
                log.error("What became of a delivery cannot be written (%s); trying on", error)
                await asyncio.sleep(DATABASE_PAUSE)
            else:
                return

    async def _learn(self, announcement: Announcement, outcome: Outcome) -> None:
        """Slow down when Telegram says so; pause when too much fails."""
        if outcome.retry_after is not None:
            self._pace.refused(outcome.retry_after)
            await self._outbox.set_pace(self._pace.rate, int(self._clock() + self._pace.pause) + 1)
            return
        if outcome.unreachable:
            self._pace.hold(min(outcome.wait, 10.0))
            return
        tried = self._tried[announcement.id, announcement.action]
        tried.append(outcome.state in ("failed", "unknown"))
        if len(tried) == TRIED and sum(tried) > TRIED * FAILED_SHARE:
            tried.clear()
            await self._move(announcement, "paused", "paused", f"failures: {outcome.reason}")

    async def _move(self, announcement: Announcement, to: str, event: str, reason: str | None = None) -> bool:
        assert to in ("paused", "done", "expired")
        if not await self._outbox.move(announcement.id, announcement.state, to, reason=reason, version=announcement.version):  # type: ignore[arg-type]
            return False
        if to != "paused":
            self._tried.pop((announcement.id, announcement.action), None)
        await self._told(announcement.id, event)
        return True

    async def _told(self, announcement_id: int, event: str) -> None:
        if announcement := self._outbox.get(announcement_id):
            await self._tell(announcement, event)

    def _content(self, announcement: Announcement) -> Content:
        key = (announcement.id, announcement.version, announcement.action)
        if key not in self._contents:
            if len(self._contents) > 20:
                self._contents.clear()
            self._contents[key] = content_of(announcement)
        return self._contents[key]


def content_of(announcement: Announcement) -> Content:
    """An announcement's content, typed."""
    return Content.model_validate_json(announcement.content)
