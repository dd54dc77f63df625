"""Start and stop of the bot in Telegram, over HTTP against the emulator: each trouble in one line with its mend, no token, in order."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic, time
from typing import Any

import pytest
import pytest_asyncio
from telegram import Update
from telegram.ext import TypeHandler

from bot import telegram_bot
from handlers.context import Context
from handlers.settings import Settings, Telegram
from handlers.state import Store
from handlers.transport import polling, startup
from handlers.transport.startup import StartFault, TelegramBot, only_process, serve
from kb import KnowledgeBase
from tests.emulator import Emulator

Bot = Callable[[], Awaitable[TelegramBot]]


@pytest_asyncio.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running
    assert running.violations == []


@pytest_asyncio.fixture
async def bot(knowledge: KnowledgeBase, emulator: Emulator, tmp_path: Path) -> AsyncIterator[Bot]:
    """Wires a bot as `bot.py run` does, each with the same state file."""
    stores = []

    async def wire() -> TelegramBot:
        stores.append(await Store.open(tmp_path / "state.sqlite"))
        settings = Settings(telegram=Telegram(api_url=emulator.url, file_url=emulator.file_url))
        return telegram_bot(settings, emulator.token, knowledge, stores[-1])

    yield wire
    for store in stores:
        await store.close()


@asynccontextmanager
async def running(bot: TelegramBot) -> AsyncIterator[asyncio.Task[None]]:
    """The bot at work; leaving the block sends SIGTERM and waits for the end."""
    task = asyncio.create_task(serve(bot))
    try:
        while not bot.application.running and not task.done():
            await asyncio.sleep(0.01)
        yield task
    finally:
        if not task.done():
            os.kill(os.getpid(), signal.SIGTERM)
        await task


async def until(condition: Callable[[], object], seconds: float = 5) -> None:
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "not in time"
        await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def no_token_in_the_log(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> Any:
    caplog.set_level(logging.INFO)
    yield
    assert emulator.token not in caplog.text


async def test_it_says_who_it_is_and_where(bot: Bot, emulator: Emulator, caplog: pytest.LogCaptureFixture, knowledge: KnowledgeBase) -> None:
    async with running(await bot()):
        guest = emulator.person("Guest", "en")
        assert "Tyrna" in (await guest.ask("/start")).html
    assert f"polling http://127.0.0.1:{emulator.port}; base revision {knowledge.revision}; 0 chats" in caplog.text
    assert f"I am @{emulator.me['username']}" in caplog.text
    assert "Stopped; 0 updates were broken off, 0 wait in the inbox" in caplog.text


async def test_what_botfather_switched_off_is_said(bot: Bot, emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    wired = await bot()
    async with running(wired):
        pass
    me = wired.application.bot.bot
    off = startup.remarks(type(me)(1, "Tyrna", True, can_join_groups=False, supports_inline_queries=False))
    assert len(off) == 2 and "/setinline" in off[0] and "/setjoingroups" in off[1]
    assert startup.remarks(type(me)(1, "Tyrna", True, can_join_groups=True, supports_inline_queries=True)) == []


async def test_an_unknown_token_is_a_fault(bot: Bot, emulator: Emulator) -> None:
    wired = await bot()
    emulator.config = type(emulator.config)(token="1:" + "B" * 35)
    with pytest.raises(StartFault) as fault:
        await serve(wired)
    assert "401" in str(fault.value) and "@BotFather" in str(fault.value)
    error: BaseException | None = fault.value
    while error is not None:
        assert wired.application.bot.token not in f"{error} {error!r}"
        error = error.__cause__ or error.__context__


async def test_a_revoked_token_ends_the_run(bot: Bot, emulator: Emulator) -> None:
    wired = await bot()
    with pytest.raises(StartFault, match="401"):
        async with running(wired) as task:
            emulator.config = type(emulator.config)(token="1:" + "B" * 35)
            emulator.end_poll("the end of the token")
            await asyncio.wait([task], timeout=5)


async def test_a_webhook_is_a_fault_with_a_mend(bot: Bot, emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    emulator.state.webhook = {"url": "https://hooks.example/secret-path"}
    with pytest.raises(StartFault, match=r"https://hooks.example/….*--remove-webhook"):
        await serve(await bot())
    assert "secret-path" not in caplog.text
    stop = asyncio.create_task(serve(await bot(), remove_webhook=True))
    await until(lambda: "I am @" in caplog.text)
    os.kill(os.getpid(), signal.SIGINT)
    await stop
    assert not emulator.state.webhook.get("url") and "is removed" in caplog.text


async def test_without_a_network_it_says_so_and_tries_on(bot: Bot, emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    port = emulator.port
    await emulator.stop()
    wired = await bot()
    task = asyncio.create_task(serve(wired))
    await until(lambda: "cannot be reached" in caplog.text)
    assert "check the network" in caplog.text and "Trying again in 2 s" in caplog.text
    emulator._closing.clear()
    await emulator.start(port)
    await until(lambda: "I am @" in caplog.text)
    os.kill(os.getpid(), signal.SIGTERM)
    await task


async def test_a_stop_while_there_is_no_network_is_at_once(bot: Bot, emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    await emulator.stop()
    task = asyncio.create_task(serve(await bot()))
    await until(lambda: "cannot be reached" in caplog.text)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(task, 1)


async def test_another_instance_is_said_once_and_its_end_too(
    bot: Bot, emulator: Emulator, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "LONGEST_PAUSE", 0.02)
    async with running(await bot()):
        for _ in range(3):
            await until(lambda: emulator._poll is not None and not emulator._poll.done())
            emulator.end_poll("other getUpdates request; make sure that only one bot instance is running")
            await asyncio.sleep(0.01)
        guest = emulator.person("Guest", "en")
        await guest.ask("/start")
    assert caplog.text.count("Another process polls with the same token (409)") == 1
    assert caplog.text.count("Polling works again") == 1


async def test_what_came_while_it_was_off_is_answered_unless_too_late(bot: Bot, emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    guest = emulator.person("Guest", "en")
    hours = time() - 5 * 3600
    person = {"id": guest.id, "is_bot": False, "first_name": "Guest", "language_code": "en"}

    def said(text: str, date: float, number: int) -> dict[str, Any]:
        return {"message_id": number, "date": int(date), "chat": {"id": guest.id, "type": "private", "first_name": "Guest"}, "from": person, "text": text}

    first = await bot()
    # What the last run took in and left: a question and thanks of hours ago, an inline query and a press that nobody waits for any more.
    press = {"id": "1", "from": person, "chat_instance": "1", "data": "lang:kk", "inline_message_id": "1"}
    query = {"id": "2", "from": person, "query": "Qaitadan", "offset": ""}
    first.inbox._store.clock = lambda: hours
    await first.inbox.accept(
        [
            {"update_id": 1, "message": said("Who directed Qaitadan?", hours, 501)},
            {"update_id": 2, "message": said("Thank you!", hours, 502)},
            {"update_id": 3, "callback_query": press},
            {"update_id": 4, "inline_query": query},
            {"update_id": 5, "message": {"message_id": "nonsense"}},
        ]
    )
    guest._start()
    wired = await bot()
    async with running(wired):
        await guest.sees("Duman Yerkimbek")
        await until(lambda: not wired.inbox.unhandled)
    for reason in ("2 is dropped: small talk", "3 is dropped: a button", "4 is dropped: an inline query", "5 is dropped: it cannot be read"):
        assert f"Update {reason}" in caplog.text
    assert len([message for message in guest.messages if message.from_bot]) == 1


async def test_a_stop_finishes_what_runs_and_the_next_start_does_the_rest(bot: Bot, emulator: Emulator) -> None:
    guest = emulator.person("Guest", "en")
    begun: list[int] = []
    release = asyncio.Event()

    async def slow(update: Update, context: Context) -> None:
        begun.append(update.update_id)
        await release.wait()

    first = await bot()
    first.application.add_handler(TypeHandler(Update, slow), group=-1)
    async with running(first) as task:
        for text in ("/start", "Who directed Qaitadan?", "/about"):
            guest.write(text)
        await until(lambda: begun and first.inbox.unhandled == 3)
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(0.05)
        assert not task.done()
        release.set()
    assert len(begun) == 1 and first.inbox.unhandled == 2
    async with running(await bot()):
        await guest.sees("records and")
    said = [message.html for message in guest.messages if message.from_bot]
    assert len(said) == 3 and "I am Tyrna" in said[0] and "Duman" in said[1] and "records and" in said[2]


async def test_a_stop_breaks_off_what_hangs(bot: Bot, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(startup, "GRACE", 0.1)
    wired = await bot()
    begun = asyncio.Event()

    async def hang(update: Update, context: Context) -> None:
        begun.set()
        await asyncio.Event().wait()

    wired.application.add_handler(TypeHandler(Update, hang), group=-1)
    async with running(wired):
        emulator.person("Guest", "en").write("/start")
        await asyncio.wait_for(begun.wait(), 5)
    assert "1 updates were broken off, 1 wait in the inbox" in caplog.text


@pytest.mark.parametrize("kind", ["reset", "502", "429", "500"])
async def test_an_answer_that_telegram_did_not_take_comes_again(bot: Bot, emulator: Emulator, kind: Any) -> None:
    async with running(await bot()):
        emulator.fault(kind, "sendMessage", times=1)
        guest = emulator.person("Guest", "en")
        assert "Tyrna" in (await guest.ask("/start")).html


def test_a_second_process_on_the_same_state_is_refused(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    code = """
import sys, pathlib
from handlers.transport.startup import only_process
with only_process(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    input()
"""
    with subprocess.Popen([sys.executable, "-c", code, str(state)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(StartFault, match=rf"pid {holder.pid}\).*state\.sqlite.*state\.url"), only_process(state):
            pass
        holder.kill()
    with only_process(state):  # the lock went with the process
        assert state.with_name("state.sqlite.lock").read_text() == str(os.getpid())


@pytest.mark.parametrize("command", [["run"], ["announcements"], ["ask", "x"], ["programme", "--dry-run", "x.csv"]])
@pytest.mark.parametrize(("made", "says"), [("damaged", "cannot be used"), ("uncreatable", "cannot be created")])
def test_a_state_that_cannot_be_used_is_one_line_and_exit_code_2(tmp_path: Path, command: list[str], made: str, says: str) -> None:
    directory = tmp_path / "data"
    if made == "damaged":
        directory.mkdir()
        (directory / "state.sqlite").write_bytes(b"no database" * 100)
    else:
        directory.write_text("a file")
    environment = os.environ | {"TYRNA_DATA_DIR": str(directory), "TYRNA_TELEGRAM__TOKEN": "1:" + "A" * 35}
    done = subprocess.run([sys.executable, "bot.py", *command], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2 and says in done.stderr and done.stderr.count("\n") == 1, done.stderr
