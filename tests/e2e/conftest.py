"""The whole bot as `bot.py run` wires and serves it, over real HTTP, against the emulator of the Bot API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from time import time

import pytest
import pytest_asyncio

from bot import telegram_bot
from handlers.context import TyrnaApplication
from handlers.settings import Settings, Staff, Telegram
from handlers.state import Store
from handlers.transport import aiohttp_request, polling, processor
from handlers.transport.startup import serve
from kb import KnowledgeBase
from tests.e2e.editing import use_few_golden
from tests.emulator import OFF, Emulator, Person, Rates

Run = Callable[[], AbstractAsyncContextManager[TyrnaApplication]]


@pytest.fixture
def rates() -> Rates:
    """Telegram's rate limits; a test that wants them parametrizes this."""
    return OFF


@pytest.fixture
def staff() -> Staff:
    """The owners of the bot; a test that wants some parametrizes this."""
    return Staff()


@pytest_asyncio.fixture
async def emulator(rates: Rates) -> AsyncIterator[Emulator]:
    async with Emulator(rates=rates) as running:
        yield running
    assert running.violations == []


@pytest.fixture
def clock() -> Callable[[], float]:
    """The clock of the state, in Unix seconds; a test that moves it defines its own."""
    return time


@pytest.fixture
def run(knowledge: KnowledgeBase, emulator: Emulator, staff: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Callable[[], float]) -> Run:
    """Start the bot; leaving the block stops it in order. The state file stays for the next start."""
    # Answers that never come are waited for, and failed ones tried again, more quickly than in earnest.
    monkeypatch.setattr(aiohttp_request, "AiohttpRequest", partial(aiohttp_request.AiohttpRequest, read_timeout=0.5, write_timeout=0.5))
    monkeypatch.setattr(processor, "AGAIN", (0.1,) * 8)
    monkeypatch.setattr(polling, "HOLD", 1)
    telegram = Telegram(api_url=emulator.url, file_url=emulator.file_url)

    @asynccontextmanager
    async def running() -> AsyncIterator[TyrnaApplication]:
        store = await Store.open(tmp_path / "state.sqlite", clock)
        wired = telegram_bot(Settings(telegram=telegram, staff=staff, data_dir=tmp_path), emulator.token, knowledge, store)
        serving = asyncio.create_task(serve(wired))
        try:
            yield wired.application
        finally:
            assert not serving.done(), f"the bot ended by itself: {serving.exception()}"
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
            await store.close()

    return running


@pytest_asyncio.fixture
async def bot(run: Run) -> AsyncIterator[TyrnaApplication]:
    async with run() as application:
        yield application


@pytest.fixture
def guest(emulator: Emulator) -> Person:
    """Somebody who reads English."""
    return emulator.person("Guest", "en")


@pytest.fixture
def golden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the golden questions only a few are asked when the base is changed."""
    use_few_golden(tmp_path, monkeypatch)
