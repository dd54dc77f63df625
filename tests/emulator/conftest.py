"""An emulator for each test of the emulator, and a client that calls it as a bot would."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest_asyncio

from tests.emulator import Emulator


class Bot:
    """Calls methods with forms; the last answer's envelope stays at hand."""

    def __init__(self, emulator: Emulator, session: aiohttp.ClientSession) -> None:
        self.emulator, self.session = emulator, session
        self.answer: dict[str, Any] = {}

    async def __call__(self, method: str, **parameters: Any) -> Any:
        """The result as JSON; for a refusal None."""
        async with self.session.post(f"{self.emulator.url}{self.emulator.token}/{method}", json=parameters) as response:
            self.answer = await response.json() | {"status": response.status, "headers": response.headers}
        return self.answer.get("result")

    async def refused(self, method: str, **parameters: Any) -> str:
        """The description of a refusal, whose code is the status."""
        await self(method, **parameters)
        assert not self.answer["ok"] and self.answer["error_code"] == self.answer["status"], self.answer
        return str(self.answer["description"])


async def emulator_for_test() -> AsyncIterator[Emulator]:
    """An emulator; at the end, the check that nothing broke the contract."""
    async with Emulator() as running:
        yield running
    assert running.violations == []


emulator = pytest_asyncio.fixture(emulator_for_test, name="emulator")


@pytest_asyncio.fixture
async def bot(emulator: Emulator) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(emulator, session)
