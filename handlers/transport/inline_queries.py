"""Inline queries come with each letter typed: only the latest of a person is answered, at most three a second, never late."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.error import TelegramError

log = logging.getLogger(__name__)

# Queries of one person that are begun in a second.
PER_SECOND = 3
# Queries that are handled side by side: enough for the round trips to Telegram, few beside the 512 updates of chats.
SIDE_BY_SIDE = 16
# A query that has waited so many seconds gets an empty list: the answer to it has to be there within 5 seconds.
LATE = 3.5
# So many seconds are left then for handling one.
LONGEST = 1.5


@dataclass(frozen=True)
class _Query:
    update: Update
    work: Awaitable[Any]
    came_at: float


class InlineQueries:
    """The line of inline queries, beside those of chats. A later query of a person takes the place of the one that still waits.

    One that was overtaken gets no answer: Telegram's apps show only what answers the latest.
    """

    def __init__(
        self,
        handled: Callable[[int], None],
        begin: Callable[[Coroutine[Any, Any, None]], None],
        closing: asyncio.Event,
        clock: Callable[[], float],
    ) -> None:
        self._handled = handled
        self._begin = begin
        self._closing = closing
        self._clock = clock
        self._waiting: dict[int, _Query] = {}
        self._at_work: set[int] = set()
        self._begun: dict[int, deque[float]] = {}
        self._swept = clock()
        self._side_by_side = asyncio.Semaphore(SIDE_BY_SIDE)
        self.overtaken = 0
        """How many queries a later one of the same person took the place of."""
        self.late = 0
        """How many queries got an empty list because their turn came too late."""

    @property
    def waiting(self) -> int:
        """How many queries wait for their turn."""
        return len(self._waiting)

    def put(self, person: int, update: Update, work: Awaitable[Any]) -> None:
        """Take the query of a person; the work is what handles it."""
        if before := self._waiting.get(person):
            self.overtaken += 1
            _abandon(before.work)
            self._handled(before.update.update_id)
        self._waiting[person] = _Query(update, work, self._clock())
        if person not in self._at_work:
            self._at_work.add(person)
            self._begin(self._serve(person))

    def abandon(self) -> None:
        """Begin nothing more; what waits stays in the inbox."""
        while self._waiting:
            _abandon(self._waiting.popitem()[1].work)

    async def _serve(self, person: int) -> None:
        try:
            while person in self._waiting:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._closing.wait(), self._pause(person))
                async with self._side_by_side:
                    if query := self._waiting.pop(person, None):
                        await self._answer(person, query)
        finally:
            self._at_work.discard(person)

    async def _answer(self, person: int, query: _Query) -> None:
        self._begun.setdefault(person, deque(maxlen=PER_SECOND)).append(self._clock())
        try:
            if self._clock() - query.came_at > LATE:
                self.late += 1
                _abandon(query.work)
                await self._give_up(query)
            else:
                await asyncio.wait_for(query.work, LONGEST)
        except TimeoutError:
            log.warning("Inline query %d is given up after %.1f s", query.update.update_id, self._clock() - query.came_at)
            await self._give_up(query)
        except Exception:
            log.exception("Update %d", query.update.update_id)
        self._handled(query.update.update_id)

    @staticmethod
    async def _give_up(query: _Query) -> None:
        assert query.update.inline_query is not None
        try:
            # Not kept by Telegram: the same letters get a real answer a moment later.
            await query.update.inline_query.answer([], cache_time=0, is_personal=True)
        except TelegramError as error:
            log.info("An empty list could not be given: %s", error)

    def _pause(self, person: int) -> float:
        """Seconds until this person's next query may begin."""
        now = self._clock()
        if now - self._swept > 60:
            self._swept = now
            self._begun = {key: begun for key, begun in self._begun.items() if now - begun[-1] < 1}
        begun = self._begun.get(person)
        return max(0.0, begun[0] + 1 - now) if begun and len(begun) == PER_SECOND else 0.0


def _abandon(work: Awaitable[Any]) -> None:
    """Without this an unawaited coroutine would be warned about."""
    if asyncio.iscoroutine(work):
        work.close()
