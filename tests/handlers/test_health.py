"""The local port says how the bot is: to whoever restarts it, to whoever balances load, to Prometheus; and to systemd."""

from __future__ import annotations

import asyncio
import re
import socket
import sqlite3
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from prometheus_client.parser import text_string_to_metric_families

from bot import telegram_bot
from handlers.context import Services
from handlers.settings import Health, Settings, Telegram
from handlers.state import Store, backup
from handlers.transport import systemd
from handlers.transport.startup import StartFault, TelegramBot, serve
from kb import KnowledgeBase
from tests.emulator import Emulator


@pytest_asyncio.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running
    assert running.violations == []


@pytest.fixture
def port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest_asyncio.fixture
async def wired(knowledge: KnowledgeBase, emulator: Emulator, tmp_path: Path, port: int) -> AsyncIterator[TelegramBot]:
    store = await Store.open(tmp_path / "state.sqlite")
    settings = Settings(telegram=Telegram(api_url=emulator.url, file_url=emulator.file_url), health=Health(listen=f"127.0.0.1:{port}"))
    yield telegram_bot(settings, emulator.token, knowledge, store)
    await store.close()


@pytest_asyncio.fixture
async def bot(wired: TelegramBot) -> AsyncIterator[TelegramBot]:
    serving = asyncio.create_task(serve(wired))
    while not wired.application.running:
        assert not serving.done()
        await asyncio.sleep(0.01)
    yield wired
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)


async def get(port: int, path: str) -> tuple[int, Any]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.json() if "json" in response.headers["Content-Type"] else await response.text()


def samples(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {(sample.name, frozenset(sample.labels.items())): sample.value for family in text_string_to_metric_families(text) for sample in family.samples}


async def test_it_is_ready_once_it_runs(bot: TelegramBot, port: int, emulator: Emulator, knowledge: KnowledgeBase) -> None:
    status, body = await get(port, "/readyz")
    assert (status, body) == (200, {"faults": [], "base": knowledge.revision, "last_update_seconds": None})
    await emulator.person("Guest", "en").ask("/start")
    _, body = await get(port, "/readyz")
    assert 0 <= body["last_update_seconds"] < 30


async def test_while_telegram_is_out_of_reach_it_lives_and_is_not_ready(wired: TelegramBot, port: int, emulator: Emulator) -> None:
    await emulator.stop()
    serving = asyncio.create_task(serve(wired))
    await asyncio.sleep(0.2)
    assert (await get(port, "/healthz"))[0] == 200
    status, body = await get(port, "/readyz")
    assert status == 503 and body["faults"] == ["starting"]
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)


async def test_a_database_that_is_gone_is_a_fault(bot: TelegramBot, port: int, tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").rename(tmp_path / "elsewhere")
    status, body = await get(port, "/readyz")
    assert status == 503 and "the database cannot be read" in body["faults"][0] and "is gone" in body["faults"][0]
    (tmp_path / "elsewhere").rename(tmp_path / "state.sqlite")
    assert (await get(port, "/readyz"))[0] == 200


async def test_a_loop_that_was_held_up_is_seen(bot: TelegramBot, port: int) -> None:
    status, body = await get(port, "/healthz")
    assert status == 200 and body["loop_lag_seconds"] < 5
    services: Services = bot.application.bot_data["services"]
    time.sleep(1.2)
    await asyncio.sleep(0.01)
    assert services.metrics.value("tyrna_event_loop_lag_seconds") > 0.5
    services.metrics.loop_lag.set(60)
    assert (await get(port, "/healthz"))[0] == 503


async def test_the_figures(bot: TelegramBot, port: int, emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    services: Services = bot.application.bot_data["services"]
    guest = emulator.person("Guest", "en")
    await guest.ask("/start")
    await guest.ask("Who directed Qaitadan?")
    await guest.ask("Кто снял фильм «Кадет»?")
    guest.press("ENG")
    await guest.sees("Cadet")
    announcement = await services.store.outbox.add("{}", guest.id, "paused")
    with sqlite3.connect(services.store.path) as db:
        db.executemany(
            "INSERT INTO deliveries (announcement_id, chat_id, action, language, type, wave, state) VALUES (?, ?, 'send', 'en', 'private', 1, ?)",
            [(announcement, number, "sent" if number < 3 else "pending") for number in range(5)],
        )
    db.close()
    backup.keep(services.store.path, services.store.clock())

    def broken(question: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(services.kb, "ask", broken)
    assert "went wrong" in (await guest.ask("secret words")).html
    monkeypatch.undo()
    status, text = await get(port, "/metrics")
    found = samples(text)

    def value(name: str, **labels: str) -> float:
        return found[name, frozenset(labels.items())]

    assert status == 200
    assert value("tyrna_updates_total", kind="message") == 4 and value("tyrna_updates_total", kind="callback_query") == 1
    assert value("tyrna_replies_total", kind="answer", language="en") == 2 and value("tyrna_replies_total", kind="answer", language="ru") == 1
    assert value("tyrna_telegram_calls_total", method="sendMessage", outcome="200") >= 4
    assert value("tyrna_errors_total", kind="RuntimeError") == 1
    assert value("tyrna_update_handling_seconds_count") == 5 and value("tyrna_inbox_updates") == 0
    assert value("tyrna_deliveries", state="sent") == 3 and value("tyrna_deliveries", state="pending") == 2
    assert value("tyrna_inline_overtaken") == 0 and value("tyrna_inline_late") == 0
    assert abs(value("tyrna_backup_timestamp_seconds") - time.time()) < 60
    assert {"process_resident_memory_bytes", "python_info", "tyrna_start_time_seconds"} <= {name for name, _ in found}
    # A person's id can stand in a figure by chance, as in so many bytes of memory; nowhere else.
    said = re.sub(r" [0-9.e+-]+$", "", text, flags=re.MULTILINE)
    assert not re.search(f"secret|Qaitadan|{guest.id}|{emulator.token}", said)
    assert not re.search(rf" {guest.id}(?:\.0)?$", text, flags=re.MULTILINE)


async def test_calls_that_fail_are_counted_by_what_failed(bot: TelegramBot, emulator: Emulator) -> None:
    services: Services = bot.application.bot_data["services"]
    guest = emulator.person("Guest", "en")
    emulator.fault("reset", "sendMessage", guest.id)
    await guest.ask("/start")
    emulator.fault("500", "sendMessage", guest.id)
    await guest.ask("/start")
    counted = services.metrics.registry.get_sample_value
    assert counted("tyrna_telegram_calls_total", {"method": "sendMessage", "outcome": "OutcomeUnknown"}) == 1
    assert counted("tyrna_telegram_calls_total", {"method": "sendMessage", "outcome": "500"}) == 1


async def test_a_port_that_is_taken_is_a_fault_with_a_mend(wired: TelegramBot, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with pytest.raises(StartFault, match=rf"127\.0\.0\.1:{port} cannot be listened on .*health\.listen"):
            await serve(wired)


@pytest.mark.parametrize("abstract", [False, True])
async def test_systemd_is_told(wired: TelegramBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, abstract: bool) -> None:
    address = f"\0tyrna-{time.time_ns()}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(address)
        channel.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", address.replace("\0", "@"))
        monkeypatch.setenv("WATCHDOG_USEC", "20000")
        serving = asyncio.create_task(serve(wired))
        loop = asyncio.get_running_loop()
        said = [await asyncio.wait_for(loop.sock_recv(channel, 100), 10) for _ in range(3)]
        assert said == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        while said[-1] != b"STOPPING=1":
            said.append(await asyncio.wait_for(loop.sock_recv(channel, 100), 1))


def test_without_systemd_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    systemd.notify("READY=1")
