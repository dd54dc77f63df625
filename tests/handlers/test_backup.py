"""The state is copied while it is written to, and put back: consistent, checked, nothing overwritten for good."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from contextlib import closing
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from bot import cli
from handlers.state import StateFault, Store, backup
from handlers.state.nightly import Nightly
from handlers.state.outbox import Audience
from handlers.state.schema import newest
from handlers.transport.startup import only_process
from tests.handlers.conftest import Clock

DAY = 24 * 3600


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TYRNA_DATA_DIR", str(tmp_path))
    return tmp_path / "state.sqlite"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, arguments)
    return result.exit_code, result.output


async def language_in(path: Path, user_id: int = 7) -> str | None:
    store = await Store.open(path)
    try:
        return await store.language(user_id)
    finally:
        await store.close()


async def test_a_copy_made_under_traffic_is_whole(state: Path) -> None:
    store = await Store.open(state)

    async def traffic() -> None:
        for user_id in count():
            # One commit: a copy with one of the two rows would be torn.
            writes = [("INSERT INTO menus VALUES (:id)", {"id": user_id}), ("INSERT INTO settings VALUES (:id, 'x')", {"id": user_id})]
            await store._writer.write(writes)

    writing = asyncio.create_task(traffic())
    copies = [state.parent / f"{number}.sqlite" for number in range(5)]
    for copy in copies:
        await asyncio.to_thread(backup.back_up, state, copy)
    assert not writing.done()
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    await store.close()
    for copy in copies:
        backup.check(copy)
        with closing(sqlite3.connect(copy)) as db:
            menus, settings = (db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("menus", "settings"))
        assert menus == settings
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


async def test_backup_and_restore_from_the_command_line(state: Path, tmp_path: Path) -> None:
    store = await Store.open(state)
    await store.set_language(7, "kk")
    copy = tmp_path / "elsewhere" / "copy.sqlite"
    code, said = await asyncio.to_thread(run, "backup", str(copy))
    assert code == 0 and str(copy) in said
    await store.set_language(7, "ru")
    await store.close()
    code, said = await asyncio.to_thread(run, "restore", str(copy))
    assert code == 0, said
    (former,) = [path for path in tmp_path.glob("state.sqlite.before-*") if not path.name.endswith(("-wal", "-shm"))]
    assert str(former) in said
    assert await language_in(state) == "kk" and await language_in(former) == "ru"


async def test_what_a_crash_left_unmerged_stays_with_the_former_state(state: Path, tmp_path: Path) -> None:
    store = await Store.open(state)
    backup.back_up(state, tmp_path / "copy.sqlite")
    await store.set_language(7, "ru")  # in the -wal file only, as after kill -9
    former, _ = backup.restore(tmp_path / "copy.sqlite", state, 0)
    await store.close()
    assert former and await language_in(former) == "ru" and await language_in(state) is None


def test_restore_refuses_while_a_bot_runs(state: Path) -> None:
    with only_process(state):
        asyncio.run(_made(state))
        assert run("backup")[0] == 0
        code, said = run("restore", str(backup.kept(state)[0]))
    assert code == 2 and "Another process" in said
    assert not list(state.parent.glob("*.before-*"))


async def _made(state: Path) -> None:
    await (await Store.open(state)).close()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda file: file.unlink(), "There is no file"),
        (lambda file: file.write_bytes(b"no database at all, but text" * 100), "damaged or no SQLite file"),
        (lambda file: file.write_bytes(file.read_bytes()[:9000] + b"\xff" * 4000 + file.read_bytes()[13000:]), "damaged"),
        (lambda file: sqlite3.connect(file).executescript("DROP TABLE people"), "is no state of this bot"),
        (lambda file: sqlite3.connect(file).executescript(f"PRAGMA user_version = {newest() + 1}"), "by a newer bot"),
    ],
    ids=["missing", "text", "damaged", "another database", "newer"],
)
async def test_a_bad_copy_is_never_put_in_place(state: Path, tmp_path: Path, spoil: object, says: str) -> None:
    store = await Store.open(state)
    await store.set_language(7, "kk")
    await store.close()
    copy = tmp_path / "copy.sqlite"
    backup.back_up(state, copy)
    assert callable(spoil)
    spoil(copy)
    code, said = await asyncio.to_thread(run, "restore", str(copy))
    assert code == 2 and says in said and said.count("\n") == 1
    assert await language_in(state) == "kk" and not list(tmp_path.glob("*.before-*"))


def test_without_a_state_there_is_nothing_to_back_up(state: Path) -> None:
    code, said = run("backup")
    assert code == 2 and "There is no state" in said and "data_dir" in said


async def test_a_copy_that_cannot_be_written_is_a_fault(state: Path, tmp_path: Path) -> None:
    await _made(state)
    (tmp_path / "file").touch()
    with pytest.raises(StateFault, match="cannot be written"):
        backup.back_up(state, tmp_path / "file" / "copy.sqlite")


async def test_a_restored_announcement_does_not_go_on_by_itself(state: Path, tmp_path: Path) -> None:
    store = await Store.open(state)
    for number in (1, 2):
        await store.set_subscription(number, "private", "subscribed")
    sending = await store.outbox.add("{}", 7, "countdown", due_at=0)
    assert await store.outbox.start(sending, Audience(), [], "en")
    scheduled = await store.outbox.add("{}", 7, "scheduled", due_at=0)
    backup.back_up(state, tmp_path / "copy.sqlite")
    await store.close()
    restored = backup.restore(tmp_path / "copy.sqlite", state, 0)
    store = await Store.open(state)
    try:
        states = {found.id: (found.state, found.reason) for found in store.outbox.newest()}
        assert states == {sending: ("paused", "restored"), scheduled: ("draft", "restored")}
        assert store.outbox.at_work() == [] and restored.held_back == 2
    finally:
        await store.close()


async def test_every_night_a_copy_and_seven_are_kept(state: Path, clock: Clock) -> None:
    store = await Store.open(state, clock)
    night = Nightly(store, ZoneInfo("Asia/Aqtau"))
    try:
        for _ in range(10):
            assert await night.look()
            clock.now += DAY / 2
            assert await night.look()
            clock.now += DAY / 2
    finally:
        await store.close()
    copies = backup.kept(state)
    assert len(copies) == backup.KEPT == 7
    # 14:53 in Aqtau and 02:53, before the hour of the night: one copy for each night.
    assert [round((clock.now - backup.made_at(copy)) / DAY) for copy in copies] == [7, 6, 5, 4, 3, 2, 1]


async def test_a_night_that_failed_is_said_and_made_up_for(state: Path, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    store = await Store.open(state, clock)
    night = Nightly(store, ZoneInfo("Asia/Aqtau"))
    try:
        backup.folder_of(state).touch()  # where the folder should be
        assert not await night.look()
        assert "The work of the night failed" in caplog.text and "cannot be written" in caplog.text
        backup.folder_of(state).unlink()
        assert await night.look() and len(backup.kept(state)) == 1
    finally:
        await store.close()


async def test_copies_made_at_the_same_time_do_not_meet(state: Path) -> None:
    await _made(state)
    copies = await asyncio.gather(*(asyncio.to_thread(backup.keep, state, 1_760_000_000) for _ in range(8)))
    assert set(copies) == set(backup.kept(state)) and len(backup.kept(state)) == 1
    backup.check(copies[0])
    left = backup.folder_of(state) / "state.sqlite.1.unfinished"
    left.touch()
    os.utime(left, (0, 0))
    backup.keep(state, 1_760_000_001)
    assert sorted(path.name for path in backup.folder_of(state).iterdir()) == [path.name for path in backup.kept(state)]


def test_the_state_is_readable_by_its_owner_only(state: Path) -> None:
    asyncio.run(_made(state))
    assert {file.stat().st_mode & 0o777 for file in state.parent.glob("state.sqlite*")} == {0o600}
