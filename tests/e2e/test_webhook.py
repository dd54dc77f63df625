"""Webhook mode, over real HTTP: forged and oversized calls are refused unread, repeats do nothing, order holds, and a stop loses nothing."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from pydantic import SecretStr
from telegram import Update
from telegram.ext import TypeHandler

from bot import telegram_bot
from handlers.context import Context
from handlers.settings import Health, Settings, Telegram, Webhook
from handlers.state import Store
from handlers.transport.startup import TelegramBot, serve
from handlers.transport.webhook import LARGEST_BODY
from kb import KnowledgeBase
from tests.e2e.process import ROOT
from tests.e2e.webhook import delivering
from tests.emulator import Emulator

SECRET = "s" * 32
QUESTION, FACT = "Who directed Qaitadan?", "Duman Yerkimbek"
Start = Callable[[], AbstractAsyncContextManager[TelegramBot]]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def watched() -> int:
    """The port of /healthz and the others."""
    return free_port()


@pytest.fixture
def start(knowledge: KnowledgeBase, emulator: Emulator, tmp_path: Path, port: int, watched: int) -> Start:
    """Start the bot in webhook mode, leave the block to stop it in order; the state stays."""
    settings = Settings(
        telegram=Telegram(api_url=emulator.url, file_url=emulator.file_url, mode="webhook"),
        webhook=Webhook(url="https://bot.example/updates", listen=f"127.0.0.1:{port}", secret=SecretStr(SECRET)),
        health=Health(listen=f"127.0.0.1:{watched}"),
    )

    @asynccontextmanager
    async def running() -> AsyncIterator[TelegramBot]:
        store = await Store.open(tmp_path / "state.sqlite")
        bot = telegram_bot(settings, emulator.token, knowledge, store)
        serving = asyncio.create_task(serve(bot))
        try:
            set_before = len(emulator.called("setWebhook"))
            assert await emulator.until(lambda: True if len(emulator.called("setWebhook")) > set_before else None, 10), serving
            yield bot
        finally:
            assert not serving.done(), serving
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
            await store.close()

    return running


@pytest_asyncio.fixture
async def bot(start: Start) -> AsyncIterator[TelegramBot]:
    async with start() as running:
        yield running


@pytest.fixture
def url(port: int) -> str:
    return f"http://127.0.0.1:{port}/updates"


@pytest.mark.usefixtures("bot")
async def test_the_webhook_is_set_and_questions_are_answered(emulator: Emulator, url: str, caplog: pytest.LogCaptureFixture) -> None:
    set_up = emulator.state.webhook
    assert (set_up["url"], set_up["secret_token"], set_up["max_connections"]) == ("https://bot.example/updates", SECRET, 100)
    assert "message" in set_up["allowed_updates"] and emulator.token not in set_up["url"]
    async with delivering(emulator, url, SECRET) as telegram:
        guest = emulator.person("Guest", "en")
        assert FACT in (await guest.ask(QUESTION)).html
        guest.press("РУС")
        assert (await guest.sees("Думан Еркимбек")).edited
        await emulator.until(lambda: None if emulator.state.updates else True, 5)
    assert set(telegram.statuses) == {200}
    assert not emulator.called("getUpdates") and SECRET not in caplog.text


async def raw(port: int, head: str, body: bytes = b"") -> tuple[int, float]:
    """The status that a request gets of which only so much is sent, and after how many seconds."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    began = monotonic()
    writer.write(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
    try:
        line = await asyncio.wait_for(reader.readline(), 3)
        await asyncio.wait_for(reader.read(), 3)  # the connection ends
    finally:
        writer.close()
    return int(line.split()[1]), monotonic() - began


HEAD = "POST /updates HTTP/1.1\nHost: x\nContent-Type: application/json"


@pytest.mark.parametrize("secret", ["", "\nX-Telegram-Bot-Api-Secret-Token: " + "t" * 32, "\nX-Telegram-Bot-Api-Secret-Token: қ"], ids=["none", "wrong", "odd"])
@pytest.mark.usefixtures("bot")
async def test_a_forged_call_is_refused_before_its_body_is_read(port: int, secret: str) -> None:
    # A body of 100 MB is announced, and none of it comes.
    status, seconds = await raw(port, f"{HEAD}{secret}\nContent-Length: 100000000")
    assert status == 401 and seconds < 1


@pytest.mark.usefixtures("bot")
async def test_a_body_that_is_too_large_is_refused(port: int) -> None:
    head = f"{HEAD}\nX-Telegram-Bot-Api-Secret-Token: {SECRET}"
    status, seconds = await raw(port, f"{head}\nContent-Length: {LARGEST_BODY + 1}")
    assert status == 413 and seconds < 1
    piece = b"%x\r\n" % 2**18 + b"x" * 2**18 + b"\r\n"
    status, _ = await raw(port, f"{head}\nTransfer-Encoding: chunked", piece * 5)
    assert status == 413


@pytest.mark.parametrize("body", ["", "[]", "{}", "nonsense", '{"update_id": "x"}', "[" * 100_000], ids=range(6))
@pytest.mark.usefixtures("bot")
async def test_nonsense_is_refused(url: str, body: str) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as response:
        assert response.status == 400
    async with aiohttp.ClientSession() as session, session.post(url + "/x", data=body, headers=headers) as response:
        assert response.status == 404
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == 405


async def test_200_comes_only_after_handling_and_a_repeat_does_nothing(start: Start, emulator: Emulator, url: str) -> None:
    guest = emulator.person("Guest", "en")
    release, begun = asyncio.Event(), asyncio.Event()

    async def slow(update: Update, context: Context) -> None:
        begun.set()
        await release.wait()

    async with start() as bot, delivering(emulator, url, SECRET) as telegram, aiohttp.ClientSession() as session:
        bot.application.add_handler(TypeHandler(Update, slow), group=-9)
        guest.write(QUESTION)
        await asyncio.wait_for(begun.wait(), 5)
        update = emulator.state.updates[0]
        repeat = asyncio.create_task(telegram.post(session, update))  # as after a minute without an answer
        await asyncio.sleep(0.1)
        assert telegram.statuses == [] and not repeat.done()
        release.set()
        await guest.sees(FACT)
        assert await repeat == 200 and await telegram.post(session, update) == 200
    async with start(), delivering(emulator, url, SECRET) as telegram, aiohttp.ClientSession() as session:
        assert await telegram.post(session, update) == 200  # the next run knows it too
        assert FACT in (await guest.ask("Who directed Qaitadan? ")).html
    assert [message.html for message in guest.messages if message.from_bot and FACT in message.html][2:] == []


async def test_a_stop_finishes_what_runs_and_telegram_keeps_the_rest(start: Start, emulator: Emulator, url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    guests = [emulator.person(f"Guest {number}", "en") for number in range(10)]
    questions = (QUESTION, "Who wrote Qaitadan?", "When was TURKSOY founded?")
    for _ in range(2):
        for guest in guests:
            for question in questions:
                guest.write(question)
        async with start(), delivering(emulator, url, SECRET) as telegram:
            assert await emulator.until(lambda: True if len(telegram.statuses) > 12 else None, 20)
    async with start(), delivering(emulator, url, SECRET):
        await all_delivered(emulator, 20)
    for guest in guests:
        said = [message.html for message in guest.messages if message.from_bot and any(fact in message.html for fact in (FACT, "Asylbek", "1993"))]
        assert [next(fact for fact in ("Asylbek", "1993", FACT) if fact in html) for html in said] == [FACT, "Asylbek", "1993"] * 2
    assert f"{len(guests)} chats" in caplog.text and "webhook https://bot.example/…" in caplog.text


@asynccontextmanager
async def process(emulator: Emulator, base: Path, folder: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, from when it has set its webhook; the block ends with `kill -9`."""
    surroundings = os.environ | {
        "TYRNA_TELEGRAM__TOKEN": emulator.token,
        "TYRNA_TELEGRAM__API_URL": emulator.url,
        "TYRNA_TELEGRAM__MODE": "webhook",
        "TYRNA_WEBHOOK__URL": "https://bot.example/updates",
        "TYRNA_WEBHOOK__LISTEN": f"127.0.0.1:{port}",
        "TYRNA_WEBHOOK__SECRET": SECRET,
        "TYRNA_DATA_DIR": str(base),
        "TYRNA_STATE__URL": f"sqlite:///{folder / 'state.sqlite'}",
    }
    before = len(emulator.called("setWebhook"))
    with (folder / "log").open("ab") as log:
        running = await asyncio.create_subprocess_exec(sys.executable, "bot.py", "run", cwd=ROOT, env=surroundings, stdout=log, stderr=log)
    try:
        assert await emulator.until(lambda: True if len(emulator.called("setWebhook")) > before else None, 60), (folder / "log").read_text(encoding="utf-8")
        yield running
    finally:
        running.kill()
        await running.wait()


@pytest.mark.parametrize("kills", [1, pytest.param(8, marks=pytest.mark.proof)])
async def test_kills_lose_nothing_and_keep_the_order(emulator: Emulator, base_dir: Path, tmp_path: Path, port: int, url: str, kills: int) -> None:
    questions = {"Who wrote Qaitadan?": "Asylbek", QUESTION: FACT, "When was TURKSOY founded?": "1993"}
    guests = [emulator.person(f"Guest {number}", "en") for number in range(10 * kills)]
    for question in questions:
        for guest in guests:
            guest.write(question)
    async with delivering(emulator, url, SECRET) as telegram:
        for _ in range(kills):
            enough = telegram.statuses.count(200) + 10
            async with process(emulator, base_dir, tmp_path, port):
                assert await emulator.until(partial(lambda enough: telegram.statuses.count(200) >= enough or None, enough), 30)
        async with process(emulator, base_dir, tmp_path, port):
            await all_delivered(emulator, 60)
    twice = 0
    for guest in guests:
        said = [next(fact for fact in questions.values() if fact in message.html) for message in guest.messages if message.from_bot]
        twice += len(said) - len(questions)
        assert list(dict.fromkeys(said)) == list(questions.values()), guest.screen
    # What was on its way in the moment of a kill comes again: one of each chat at most.
    assert twice <= kills * len(guests)


async def all_delivered(emulator: Emulator, seconds: float) -> None:
    """Wait till the emulator has no update left. `until` looks only when the bot has called, and the last one ends without a call."""
    async with asyncio.timeout(seconds):
        while emulator.state.updates:
            await asyncio.sleep(0.05)


async def test_what_polling_left_is_handled_after_a_change_to_the_webhook(start: Start, emulator: Emulator, tmp_path: Path) -> None:
    guest = emulator.person("Guest", "en")
    guest.write(QUESTION)
    (update,) = emulator.state.updates
    emulator.state.updates.clear()  # confirmed to Telegram by the poll
    store = await Store.open(tmp_path / "state.sqlite")
    await store.put_in_inbox([(update["update_id"], guest.id, json.dumps(update))])
    await store.close()
    async with start():
        await guest.sees(FACT)


async def test_a_flood_over_the_webhook_holds_up_nobody(start: Start, emulator: Emulator, url: str) -> None:
    async with start() as bot, delivering(emulator, url, SECRET):
        flooder, guest = emulator.person("Flooder", "en"), emulator.person("Guest", "en")
        for _ in range(60):
            flooder.write(QUESTION)
        assert FACT in (await guest.ask(QUESTION)).html
        await all_delivered(emulator, 20)
        assert bot.processor.dropped >= 30


async def got(port: int, path: str) -> tuple[int, Any, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, response.headers["Content-Type"], await response.text()


async def test_readiness_goes_while_draining(start: Start, emulator: Emulator, url: str, watched: int) -> None:
    release, begun = asyncio.Event(), asyncio.Event()

    async def slow(update: Update, context: Context) -> None:
        begun.set()
        await release.wait()

    async with start() as bot, delivering(emulator, url, SECRET) as telegram:
        assert (await got(watched, "/readyz"))[0] == 200
        bot.application.add_handler(TypeHandler(Update, slow), group=-9)
        emulator.person("Guest", "en").write(QUESTION)
        await asyncio.wait_for(begun.wait(), 5)
        draining = asyncio.create_task(bot.processor.drain(5))
        await asyncio.sleep(0.05)
        status, _, body = await got(watched, "/readyz")
        assert status == 503 and '"draining"' in body
        assert (await got(watched, "/healthz"))[0] == 200
        async with aiohttp.ClientSession() as session:
            assert await telegram.post(session, {"update_id": 10**9}) == 503
        release.set()
        assert await draining == 0
        assert await emulator.until(lambda: True if 200 in telegram.statuses else None, 5)
