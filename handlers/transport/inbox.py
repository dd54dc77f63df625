"""The inbox: an update is on disk before Telegram is told that it came, and leaves when it is handled.

Replicas behind a webhook share it: an update that Telegram repeats is handled by nobody else, neither after nor meanwhile.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from handlers.state import DatabaseError, Store

log = logging.getLogger(__name__)

# A repeat comes only in the polls after the one whose confirmation was lost, and a poll has at most 100 updates.
REMEMBERED = 1000
# A disk that takes longer does not hold up the answers. Seconds.
PATIENCE = 1.0
# An update whose end could not be written is marked again after so many seconds.
AGAIN = 5.0
# The same among replicas, where Telegram hears of an update's end only when all of them can see it.
AGAIN_SHARED = 0.5

Raw = dict[str, Any]


@dataclass(frozen=True)
class Unhandled:
    """An update that the last run left; `received_at` in Unix seconds by this machine's clock."""

    update: Raw
    received_at: int


class Inbox:
    """Updates that are not handled yet, in the store; the numbers of the last ones that are."""

    def __init__(self, store: Store, remembered: int = REMEMBERED) -> None:
        self._store = store
        self._remembered = remembered
        # Ordered: the oldest first.
        self._handled: dict[int, None] = dict.fromkeys(store.inbox_handled())
        self._open: set[int] = set()
        self._done: list[int] = []
        self._flushing: asyncio.Task[None] | None = None
        self.unwritten = 0
        """How many updates were handled from memory because they could not be written."""
        self._failing = False
        self.told: Callable[[int], None] = lambda update_id: None
        """Called with the number of each update that is done; among replicas, once all of them can see it."""
        self.given_up: Callable[[int], None] = lambda update_id: None
        """Called with the number of each update that is not done and begun no more by this process."""

    @property
    def unhandled(self) -> int:
        """How many updates are not handled yet."""
        return len(self._open)

    def left(self) -> Iterator[Unhandled]:
        """What the last run did not finish, in the order in which it came. Of replicas one gets it."""
        if not self._store.driver.hold("inbox"):
            return
        for update_id, content, received_at in self._store.inbox_unhandled():
            self._open.add(update_id)
            yield Unhandled(json.loads(content), received_at)

    def is_handled(self, update_id: int) -> bool:
        """Whether an update is one of the last that were handled; a repeat of it does nothing."""
        return update_id in self._handled

    def take(self, update_id: int) -> Literal["new", "handled", "elsewhere"]:
        """Take an update that is not written here: Telegram keeps it until it is done. Or another replica has handled it, or is about to.

        Raises:
            DatabaseError: the other replicas cannot be asked.
        """
        if self._store.driver.shared:
            # In this order: who has just let go has written before that it is handled.
            if not self._store.driver.hold(_name(update_id)):
                return "elsewhere"
            if self._store.is_handled(update_id):
                self._store.driver.let_go([_name(update_id)])
                return "handled"
        self._open.add(update_id)
        return "new"

    def leave(self, update_id: int) -> None:
        """The update cannot be handled here: it stays in the inbox, or with Telegram."""
        self._open.discard(update_id)
        self._store.driver.let_go([_name(update_id)])
        self.given_up(update_id)

    async def accept(self, updates: Iterable[Raw]) -> list[Raw]:
        """Those of the updates that are new, once they are on disk; in one commit."""
        new = {update["update_id"]: update for update in updates if update["update_id"] not in self._handled and update["update_id"] not in self._open}
        if not new:
            return []
        self._open.update(new)
        rows = [(update_id, person_of(update), json.dumps(update, ensure_ascii=False)) for update_id, update in new.items()]
        try:
            # Not `wait_for`: before Python 3.12 it can swallow the cancellation that stops the polling.
            async with asyncio.timeout(PATIENCE):
                await self._store.put_in_inbox(rows)
        except (DatabaseError, TimeoutError) as error:
            self.unwritten += len(new)
            self._failed(error)
        else:
            self._works()
        return list(new.values())

    def done(self, update_id: int) -> None:
        """The update is handled, or of no use any more. It is written soon, together with others."""
        self._open.discard(update_id)
        self._handled[update_id] = None
        self._done.append(update_id)
        if not self._store.driver.shared:
            self.told(update_id)
        if self._flushing is None:
            self._flushing = asyncio.create_task(self._flush())

    async def close(self) -> None:
        """Write what is handled."""
        if (flushing := self._flushing) is not None:
            await asyncio.wait([flushing], timeout=PATIENCE)
            flushing.cancel()

    async def _flush(self) -> None:
        while self._done:
            done, self._done = self._done, []
            oldest = [update_id for update_id, _ in zip(self._handled, range(len(self._handled) - self._remembered), strict=False)]
            try:
                await self._store.take_from_inbox(done, oldest)
            except DatabaseError as error:
                self._failed(error)
                self._tell(done)
                self._done = done + self._done
                await asyncio.sleep(AGAIN_SHARED if self._store.driver.shared else AGAIN)
            else:
                self._works()
                self._tell(done)
                self._store.driver.let_go(map(_name, done))
                for update_id in oldest:
                    del self._handled[update_id]
        self._flushing = None

    def _tell(self, done: Iterable[int]) -> None:
        if self._store.driver.shared:
            for update_id in done:
                self.told(update_id)

    def _failed(self, error: Exception) -> None:
        if not self._failing:
            reason = str(error) or "it takes too long"
            log.error("The inbox cannot be written (%s), a crash would lose updates until it can: %s", reason, self._store.driver.mend)
        self._failing = True

    def _works(self) -> None:
        if self._failing:
            log.warning("The inbox can be written again; %d updates were handled from memory", self.unwritten)
        self._failing = False


def _name(update_id: int) -> str:
    return f"update {update_id}"


def person_of(update: Raw) -> int | None:
    """The id of the person whom an update is from. Each kind of update but a few has its sender under `from` (or `user`)."""
    for name, content in update.items():
        if name != "update_id" and isinstance(content, dict):
            person = content.get("from") or content.get("user")
            return person["id"] if isinstance(person, dict) else None
    return None
