"""A made-up programme and a clock that tests set, for the tests of what is on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers.context import Services
from handlers.programme.loading import apply, plan
from handlers.programme.tables import read
from tests.emulator import Emulator

MADE_UP = (Path(__file__).parent.parent / "made_up_programme.yaml").read_bytes()
ZONE = ZoneInfo("Asia/Aqtau")


class Clock:
    """Unix seconds; stands still until it is set. Telegram's clock is set with it."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self.now = 0.0
        self.set(1, "12:00")

    def __call__(self) -> float:
        return self.now

    def set(self, day: int, at: str) -> None:
        """A day of October 2031, Aqtau's time."""
        hour, minute = at.split(":")
        self.now = datetime(2031, 10, day, int(hour), int(minute), tzinfo=ZONE).timestamp()
        self._emulator.advance(self.now - self._emulator.now())


async def load(services: Services, content: bytes = MADE_UP) -> None:
    """Load a programme as `bot.py programme` does."""
    found = plan(services, read(content, "made_up_programme.yaml"))
    assert found.changes is not None, found.faults("en")
    await apply(services, found.changes)
