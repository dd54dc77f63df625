"""The work of the night: what is past its time is deleted, and the state is copied."""

from __future__ import annotations

import asyncio
import logging
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.state import backup
from handlers.state.driver import DatabaseError
from handlers.state.jobs import pause
from handlers.state.schema import StateFault
from handlers.state.store import Store

log = logging.getLogger(__name__)

# The hour of the night, in the operator's time zone.
HOUR = 3
# The clock is looked at so often, in seconds: it can be set, and a laptop sleeps. What failed is tried again after the longer time.
TICK, AGAIN = 60.0, 3600.0
# The setting that says which night was the last.
_PURGED = "purged"


class Nightly:
    """Runs beside the answers to guests until it is stopped. A night that was missed is made up for at the next look."""

    def __init__(self, store: Store, zone: ZoneInfo) -> None:
        self._store = store
        self._zone = zone
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Look at the clock until `stop`."""
        while not self._stopping.is_set():
            done = await self.look()
            await pause(self._stopping, TICK if done else AGAIN)

    async def stop(self) -> None:
        """Begin nothing new."""
        self._stopping.set()

    async def look(self) -> bool:
        """Do what this night has not seen done; whether that succeeded. A fault is logged: guests are answered all the same."""
        now = self._store.clock()
        night = self._night(now)
        try:
            # In the store, for the next night may be another replica's. Compared for equality: after a clock that was wrong for a while,
            # the right day is another one too.
            if await self._store.setting(_PURGED) != str(night):
                await self._store.forget_old()
                log.info("What is past its time is deleted")
                await self._store.set_setting(_PURGED, str(night))
            if (file := self._store.driver.file) and all(self._night(backup.made_at(copy)) != night for copy in backup.kept(file)):
                copied = await asyncio.to_thread(backup.keep, file, now)
                log.info("The state is copied to %s", copied)
        except (StateFault, DatabaseError) as error:
            log.error("The work of the night failed (%s); another try follows in an hour", error)
            return False
        return True

    def _night(self, at: float) -> date:
        return (datetime.fromtimestamp(at, self._zone) - timedelta(hours=HOUR)).date()
