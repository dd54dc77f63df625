"""The whole bot as `bot.py run` wires it, over real HTTP, against the emulator of the Bot API."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from telegram.ext import Application, ContextTypes

from handlers import profile, register
from handlers.context import Context, Services, TyrnaApplication
from handlers.settings import Settings
from handlers.state import Store
from handlers.transport.aiohttp_request import AiohttpRequest
from kb import KnowledgeBase
from tests.emulator import Emulator

Run = Callable[[], AbstractAsyncContextManager[TyrnaApplication]]


@pytest_asyncio.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running
    assert running.violations == []


@pytest.fixture
def run(knowledge: KnowledgeBase, emulator: Emulator, tmp_path: Path) -> Run:
    """Start the bot; leaving the block stops it. The state file stays for the next start."""

    @asynccontextmanager
    async def running() -> AsyncIterator[TyrnaApplication]:
        store = await Store.open(tmp_path / "state.sqlite")
        # A short read timeout, so that the tests of answers that never come are short too.
        builder = Application.builder().token(emulator.token).request(AiohttpRequest(read_timeout=0.5, write_timeout=0.5))
        builder = builder.get_updates_request(AiohttpRequest(connections=4)).base_url(emulator.url).base_file_url(emulator.file_url)
        application: TyrnaApplication = builder.context_types(ContextTypes(context=Context)).job_queue(None).build()
        application.bot_data["services"] = Services(knowledge, Settings(), store)
        register(application)
        assert application.updater is not None
        async with application:
            await profile.publish(application)
            await application.start()
            await application.updater.start_polling(allowed_updates=["message", "edited_message", "callback_query"])
            try:
                yield application
            finally:
                await application.updater.stop()
                await application.stop()
        await store.close()

    return running


@pytest_asyncio.fixture
async def bot(run: Run) -> AsyncIterator[TyrnaApplication]:
    async with run() as application:
        yield application
