"""The faults of README's table, against the whole bot: what the guest sees, and that nothing is lost."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from time import monotonic

import pytest
from telegram import Update
from telegram.ext import TypeHandler

from bot import telegram_bot
from handlers.context import Context, Services, TyrnaApplication
from handlers.settings import Settings, Telegram
from handlers.state import DatabaseError, Store
from handlers.transport.startup import TelegramBot, serve
from kb import KnowledgeBase
from tests.e2e.process import process
from tests.emulator import Emulator, Person
from tests.handlers.conftest import Clock, write_db

QUESTION, FACT = "Who directed Qaitadan?", "Duman Yerkimbek"
OTHER, OTHER_FACT = "When was TURKSOY founded?", "1993"


def store_of(bot: TyrnaApplication) -> Store:
    services: Services = bot.bot_data["services"]
    return services.store


def answers(guest: Person, fact: str) -> int:
    return sum(fact in message.html for message in guest.messages if message.from_bot)


async def test_the_database_is_locked_and_free_again(bot: TyrnaApplication, guest: Person, emulator: Emulator) -> None:
    await guest.ask("/start")
    path = store_of(bot).path
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = monotonic()
        assert FACT in (await guest.ask(QUESTION)).html
        assert monotonic() - began < 4  # the inbox waits a second for the disk, not longer
        other.execute("ROLLBACK")
    assert OTHER_FACT in (await guest.ask(OTHER)).html
    assert answers(guest, FACT) == 1 and "went wrong" not in guest.screen
    assert await emulator.until(lambda: store_of(bot).count_of(guest.id)["conversations"] or None, 5) == 1


async def test_the_disk_takes_no_writes_and_takes_them_again(bot: TyrnaApplication, guest: Person, emulator: Emulator) -> None:
    await guest.ask("/start")
    # To SQLite a full disk and one that is mounted read-only are the same kind of error.
    db = write_db(store_of(bot))
    db.execute("PRAGMA query_only = ON")
    newcomer = emulator.person("Newcomer", "en")
    for person in (guest, newcomer):
        assert FACT in (await person.ask(QUESTION)).html
    guest.press("Cast")
    await guest.sees("Qaitadan", "Source")
    guest.write(QUESTION)
    await guest.sees(FACT)
    guest.press("РУС")
    assert (await guest.sees("Думан Еркимбек")).edited
    assert "went wrong" not in guest.screen + newcomer.screen
    # What cannot be done without writing says so.
    newcomer.write("/subscribe")
    await newcomer.sees("went wrong")
    db.execute("PRAGMA query_only = OFF")
    assert OTHER_FACT in (await newcomer.ask(OTHER)).html
    assert answers(newcomer, FACT) == 1
    # The answer comes before what is noted of it.
    assert await emulator.until(lambda: store_of(bot).count_of(newcomer.id)["conversations"] or None, 5) == 1


@pytest.mark.parametrize("kind", ["500", "502"])
@pytest.mark.usefixtures("bot")
async def test_telegram_fails_for_a_while(emulator: Emulator, guest: Person, kind: str) -> None:
    other = emulator.person("Other", "en")
    await guest.ask("/start")
    # Six tries: with the pauses in earnest (1, 2, 4, 8, 15, 30 s) that is a minute.
    emulator.fault(kind, "sendMessage", guest.id, times=6)  # type: ignore[arg-type]
    guest.write(QUESTION)
    assert OTHER_FACT in (await other.ask(OTHER)).html
    await guest.sees(FACT)
    assert answers(guest, FACT) == 1


async def test_the_way_to_telegram_is_cut_and_mended(bot: TyrnaApplication, emulator: Emulator, guest: Person) -> None:
    await guest.ask("/start")
    begun, cut = asyncio.Event(), asyncio.Event()

    async def wait(update: Update, context: Context) -> None:
        begun.set()
        await cut.wait()

    bot.add_handler(TypeHandler(Update, wait), group=-9)
    guest.write(QUESTION)
    await asyncio.wait_for(begun.wait(), 5)
    port = emulator.port
    await emulator.stop()
    cut.set()
    guest.write(OTHER)
    await asyncio.sleep(0.3)  # some tries fail
    assert answers(guest, FACT) == 0
    emulator._closing.clear()
    await emulator.start(port)
    assert await emulator.until(lambda: True if answers(guest, FACT) and answers(guest, OTHER_FACT) else None, 10), guest.screen
    assert answers(guest, FACT) == answers(guest, OTHER_FACT) == 1


@asynccontextmanager
async def running(knowledge: KnowledgeBase, emulator: Emulator, path: Path, clock: Clock) -> AsyncIterator[TelegramBot]:
    store = await Store.open(path, clock)
    bot = telegram_bot(Settings(telegram=Telegram(api_url=emulator.url, file_url=emulator.file_url)), emulator.token, knowledge, store)
    serving = asyncio.create_task(serve(bot))
    try:
        yield bot
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await store.close()


async def test_the_clock_jumps(knowledge: KnowledgeBase, emulator: Emulator, guest: Person, tmp_path: Path) -> None:
    clock = Clock()
    clock.now = emulator.now()
    async with running(knowledge, emulator, tmp_path / "state.sqlite", clock) as bot:
        for jump in (0.0, 400 * 86400.0, -800 * 86400.0, 400 * 86400.0):
            clock.now += jump
            assert FACT in (await guest.ask(QUESTION)).html
            assert "Asylbek" in (await guest.ask("And who wrote it?")).html
        assert bot.processor.dropped == 0
    # Right again after a run with a wrong clock: what was written meanwhile is answered.
    guest.write(OTHER)
    async with running(knowledge, emulator, tmp_path / "state.sqlite", clock):
        await guest.sees(OTHER_FACT)


async def test_the_state_file_is_taken_away(bot: TyrnaApplication, guest: Person) -> None:
    assert FACT in (await guest.ask(QUESTION)).html
    for file in (path := store_of(bot).path).parent.glob(f"{path.name}*"):
        file.unlink()
    for question, fact in ((OTHER, OTHER_FACT), (QUESTION, FACT)):
        assert fact in (await guest.ask(question)).html
    with pytest.raises(DatabaseError, match="is gone"):
        store_of(bot).probe()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MiB, in memory: https://man7.org/linux/man-pages/man5/tmpfs.5.html. Only root mounts one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root only")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


async def test_the_disk_is_full_and_has_room_again(emulator: Emulator, guest: Person, base_dir: Path, tmp_path: Path, small_disk: Path) -> None:
    state = small_disk / "state.sqlite"
    async with process(emulator, base_dir, log=tmp_path / "log", TYRNA_STATE__URL=f"sqlite:///{state}"):
        assert FACT in (await guest.ask(QUESTION, timeout=30)).html
        with (small_disk / "filler").open("wb", buffering=0) as filler, pytest.raises(OSError, match="No space left"):
            while True:
                filler.write(b"x" * 1024)
        others = [emulator.person(f"Guest {number}", "en") for number in range(20)]
        for other in others:
            assert OTHER_FACT in (await other.ask(OTHER, timeout=30)).html
        assert "database or disk is full" in (tmp_path / "log").read_text(encoding="utf-8")
        (small_disk / "filler").unlink()
        for other in others:
            assert FACT in (await other.ask(QUESTION, timeout=30)).html
            assert answers(other, FACT) == answers(other, OTHER_FACT) == 1
    with closing(sqlite3.connect(state)) as db:
        (asked,) = db.execute("SELECT count(*) FROM conversations").fetchone()
        # What the first answer leaves behind may meet the full disk.
        assert asked >= len(others) and db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.proof
async def test_telegram_fails_for_a_minute(emulator: Emulator, base_dir: Path, tmp_path: Path) -> None:
    guests = [emulator.person(f"Guest {number}", "en") for number in range(30)]
    async with process(emulator, base_dir, log=tmp_path / "log", TYRNA_STATE__URL=f"sqlite:///{tmp_path / 'state.sqlite'}"):
        assert FACT in (await guests[0].ask(QUESTION, timeout=30)).html
        emulator.fault("502", times=10**9)
        began = monotonic()
        for guest in guests:
            guest.write(OTHER)
            await asyncio.sleep(2)
        assert monotonic() - began >= 60
        emulator.plan.faults.clear()
        assert await emulator.until(lambda: True if all(answers(guest, OTHER_FACT) for guest in guests) else None, 90)
        await asyncio.sleep(2)
        assert all(answers(guest, OTHER_FACT) == 1 for guest in guests)
