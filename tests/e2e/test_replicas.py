"""Two replicas on one PostgreSQL, by webhook: a repeat acts once wherever it arrives, and a database that goes away costs time and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr
from telegram import Update
from telegram.ext import TypeHandler

from bot import telegram_bot
from handlers.context import Context
from handlers.editing import live
from handlers.settings import Health, Settings, Telegram, Webhook
from handlers.state import Store
from handlers.state.editing import Update as Edited
from handlers.transport import processor
from handlers.transport.startup import TelegramBot, serve
from kb import KnowledgeBase
from kb.changes import Change
from tests.conftest import WITH_POSTGRESQL
from tests.e2e.editing import use_few_golden
from tests.e2e.test_webhook import FACT, QUESTION, SECRET, free_port, got
from tests.e2e.webhook import Telegram as Caller
from tests.e2e.webhook import delivering
from tests.emulator import Emulator
from tests.postgresql import Server

pytestmark = WITH_POSTGRESQL
Start = Callable[[], AbstractAsyncContextManager[tuple[TelegramBot, str, int]]]


@pytest.fixture
def start(knowledge: KnowledgeBase, emulator: Emulator, postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start a replica: the bot, the address that takes updates, the port that is watched."""
    monkeypatch.setattr(processor, "AGAIN", (0.2,) * 8)
    database = postgresql.database()

    @asynccontextmanager
    async def running() -> AsyncIterator[tuple[TelegramBot, str, int]]:
        port, watched = free_port(), free_port()
        settings = Settings(
            telegram=Telegram(api_url=emulator.url, file_url=emulator.file_url, mode="webhook"),
            webhook=Webhook(url="https://bot.example/updates", listen=f"127.0.0.1:{port}", secret=SecretStr(SECRET)),
            health=Health(listen=f"127.0.0.1:{watched}"),
            data_dir=tmp_path,
        )
        store = await Store.open(database)
        bot = telegram_bot(settings, emulator.token, knowledge, store)
        serving = asyncio.create_task(serve(bot))
        try:
            set_before = len(emulator.called("setWebhook"))
            assert await emulator.until(lambda: True if len(emulator.called("setWebhook")) > set_before else None, 20), serving
            yield bot, f"http://127.0.0.1:{port}/updates", watched
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
            await store.close()

    return running


async def test_a_repeat_acts_once_wherever_it_arrives(start: Start, emulator: Emulator) -> None:
    guest = emulator.person("Guest", "en")
    release, begun = asyncio.Event(), asyncio.Event()

    async def slow(update: Update, context: Context) -> None:
        begun.set()
        await release.wait()

    async with start() as (one, url, _), start() as (_, other_url, _), aiohttp.ClientSession() as session:
        first, second = Caller(emulator, url, SECRET), Caller(emulator, other_url, SECRET)
        one.application.add_handler(TypeHandler(Update, slow), group=-9)
        guest.write(QUESTION)
        (update,) = emulator.state.updates
        asked = asyncio.create_task(first.post(session, update))
        await asyncio.wait_for(begun.wait(), 5)
        assert await second.post(session, update) == 503, "the other replica is at it"
        release.set()
        assert await asked == 200
        assert [await caller.post(session, update) for caller in (second, first, second)] == [200, 200, 200]
        await guest.sees(FACT)
    assert sum(FACT in message.html for message in guest.messages if message.from_bot) == 1


async def test_a_database_that_goes_away_and_comes_back_costs_time_and_nothing_else(start: Start, emulator: Emulator, postgresql: Server) -> None:
    guests = [emulator.person(f"Guest {number}", "en") for number in range(5)]
    async with start() as (_, url, watched), delivering(emulator, url, SECRET) as telegram:
        for guest in guests:
            assert FACT in (await guest.ask(QUESTION)).html
        postgresql.stop()
        try:
            for guest in guests:
                guest.write("When was TURKSOY founded?")
            assert await emulator.until(lambda: True if 503 in telegram.statuses else None, 10)
            status, _, body = await got(watched, "/readyz")
            assert status == 503 and "the database cannot be read" in body
            assert (await got(watched, "/healthz"))[0] == 200
        finally:
            postgresql.start()
        for guest in guests:
            await guest.sees("1993", timeout=20)
        assert (await got(watched, "/readyz"))[0] == 200
        assert await emulator.until(lambda: None if emulator.state.updates else True, 10)
    for guest in guests:
        assert sum("1993" in message.html for message in guest.messages if message.from_bot) == 1 and "went wrong" not in guest.screen


async def test_what_editors_change_reaches_every_replica_at_once(start: Start, emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "TICK", 3600.0)
    use_few_golden(tmp_path, monkeypatch)
    guest = emulator.person("Guest", "en")
    async with start() as (one, _, _), start() as (other, url, _), delivering(emulator, url, SECRET):
        assert FACT in (await guest.ask(QUESTION)).html
        services = other.application.bot_data["services"]
        shipped = services.kb.path
        editing = one.application.bot_data["services"].store.editing
        before = "“Qaitadan” was directed by Duman Yerkimbek; it is his feature debut."
        made = Change("film-qaitadan", "director", "en", before, before.replace("his feature debut", "his first feature"))
        await editing.apply(Edited("one edit", (made,)), 7, await editing.add_proposal(7, "{}"))
        async with asyncio.timeout(60):  # the other replica compiles a base of its own
            while services.kb.path == shipped:
                await asyncio.sleep(0.05)
        assert "his first feature" in (await guest.ask(QUESTION)).html
