"""A bot process that announces to many chats and is killed again and again, and what each chat has on its screen in the end."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from handlers.announcements.content import Body, Content, UnknownPolicy
from handlers.state import Store
from tests.crash.distant import ROUND_TRIP, DistantEmulator, environment
from tests.emulator import Emulator

FIRST_CHAT = 10_000
# So long may a start of the process take, and the rest of the announcement after the last kill.
START, REST = 60.0, 600.0


@dataclass(frozen=True)
class Outcome:
    """`missed` got nothing and are not listed as unknown; `doubled` got it more than once; `in_flight` sums over the kills."""

    chats: int
    kills: int
    sent: int
    missed: int
    doubled: int
    unknown: int
    unknown_but_got: int
    in_flight: int
    state: str

    def __str__(self) -> str:
        return (
            f"{self.chats} chats, {self.kills} kills: {self.missed} missed, {self.doubled} doubled, {self.unknown} listed as unknown"
            f" ({self.unknown_but_got} of them have it), {self.in_flight} were in flight at the kills; the announcement is {self.state}"
        )


async def kill_while_announcing(policy: UnknownPolicy, chats: int, kills: int, rate: int, folder: Path, data_dir: Path, program: str, seed: int = 1) -> Outcome:
    """Announce to `chats`, kill the process `kills` times in the course of it, let the last one finish."""
    random = Random(seed)
    state_file = folder / "state.sqlite"
    added = await _prepare(state_file, policy, chats)
    async with DistantEmulator() as emulator:
        for chat_id in range(FIRST_CHAT, FIRST_CHAT + chats):
            chat = emulator.person("Guest", "en", chat_id).chat
            chat.started = chat.known = True
        bot = environment(emulator, data_dir, state_file, TYRNA_ANNOUNCEMENTS__RATE=str(rate))
        in_flight = done = 0
        for number in range(kills + 1):
            # Spread over the announcement: each life sends a part of what is left.
            goal = len(emulator.called("sendMessage")) + max(1, (chats - len(emulator.called("sendMessage"))) // (kills + 1 - number))
            with (folder / "bot.log").open("a") as log:
                process = await asyncio.create_subprocess_exec(sys.executable, program, "run", env=bot, stdout=log, stderr=log)
            if number == kills:
                await _until(lambda: _state(state_file, added) == "done", REST)
                process.send_signal(signal.SIGTERM)
                await process.wait()
                break
            before = len(emulator.called("sendMessage"))
            await _until(partial(_has_begun, emulator, before, state_file, added), START)
            await asyncio.sleep(random.uniform(0.0, (goal - before) / rate))
            process.kill()
            await process.wait()
            done += 1
            in_flight += _in(state_file, added, "sending")
            await asyncio.sleep(ROUND_TRIP)
        return _outcome(emulator, state_file, added, chats, done, in_flight)


def _has_begun(emulator: Emulator, before: int, state_file: Path, added: int) -> bool:
    return len(emulator.called("sendMessage")) > before or _state(state_file, added) == "done"


async def _prepare(state_file: Path, policy: UnknownPolicy, chats: int) -> int:
    store = await Store.open(state_file)
    await asyncio.gather(*(store.set_subscription(chat_id, "private", "subscribed") for chat_id in range(FIRST_CHAT, FIRST_CHAT + chats)))
    content = Content(bodies={"en": Body(text="The award ceremony begins at 19:00.")}, unknown=policy)
    added = await store.outbox.add(content.model_dump_json(), None, "scheduled", due_at=0)
    await store.close()
    return added


async def _until(condition: Callable[[], bool], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


def _state(state_file: Path, added: int) -> str:
    return str(_query(state_file, "SELECT state FROM announcements WHERE id = ?", added)[0][0])


def _in(state_file: Path, added: int, state: str) -> int:
    return int(_query(state_file, "SELECT count(*) FROM deliveries WHERE announcement_id = ? AND state = ?", added, state)[0][0])


def _query(state_file: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    db = sqlite3.connect(state_file, timeout=30)
    try:
        return db.execute(sql, values).fetchall()
    finally:
        db.close()


def _outcome(emulator: Emulator, state_file: Path, added: int, chats: int, kills: int, in_flight: int) -> Outcome:
    got = Counter(int(call.parameters["chat_id"]) for call in emulator.called("sendMessage") if call.result is not None)
    unknown = {row[0] for row in _query(state_file, "SELECT chat_id FROM deliveries WHERE announcement_id = ? AND state = 'unknown'", added)}
    missed = sum(chat not in got and chat not in unknown for chat in range(FIRST_CHAT, FIRST_CHAT + chats))
    doubled = sum(times > 1 for times in got.values())
    return Outcome(chats, kills, sum(got.values()), missed, doubled, len(unknown), len(unknown & set(got)), in_flight, _state(state_file, added))
