"""A bot process that reminds many people of one start, killed again and again or left alone, and what each of them got in the end."""

from __future__ import annotations

import asyncio
import re
import signal
import sqlite3
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import time

from handlers.state import Store
from handlers.state.programme import Screening, Update, Venue
from tests.crash.announcing import FIRST_CHAT, START, _until
from tests.crash.distant import ROUND_TRIP, DistantEmulator, environment
from tests.emulator import OFF, Rates
from tests.emulator.server import Call

# What the log says of a reminder that was in doubt and counts as sent.
_HANDED_ON = re.compile(r"A reminder for (\d+) was being sent when the bot broke off; it was handed on")
# The start is in so many seconds: nothing is late.
_AHEAD = 3000


@dataclass(frozen=True)
class Outcome:
    """`lost` got nothing, `doubled` got it more than once; `order` says whether the earlier start came first; `rate` is messages a second.

    `cut` got nothing either, but a kill fell between the note that it is handed to the network and the request itself, and the log says that it counts
    as sent: nobody is told twice, so one request a kill can be cut off so.
    """

    people: int
    kills: int
    lost: int
    cut: int
    doubled: int
    in_doubt: int
    order: bool
    rate: float

    def __str__(self) -> str:
        return (
            f"{self.people} people, {self.kills} kills: {self.lost} lost, {self.cut} cut off, {self.doubled} doubled, "
            f"{self.in_doubt} were in doubt at the kills; {self.rate:.1f} a second, the earliest start {'first' if self.order else 'NOT first'}"
        )


async def remind_many(people: int, kills: int, rate: int, folder: Path, data_dir: Path, seed: int = 1, rates: Rates = OFF) -> Outcome:
    """Remind `people` of one start and ten others of an earlier one; kill the process `kills` times meanwhile."""
    random, state_file = Random(seed), folder / "state.sqlite"
    everybody = range(FIRST_CHAT, FIRST_CHAT + people + 10)
    early = set(everybody[-10:])
    await _prepare(state_file, people)
    async with DistantEmulator(rates=rates) as emulator:
        for chat_id in everybody:
            chat = emulator.person("Guest", "en", chat_id).chat
            chat.started = chat.known = True
        bot = environment(emulator, data_dir, state_file, TYRNA_ANNOUNCEMENTS__RATE=str(rate))
        done = in_doubt = 0
        for number in range(kills + 1):
            with (folder / "bot.log").open("a") as log:
                process = await asyncio.create_subprocess_exec(sys.executable, "bot.py", "run", env=bot, stdout=log, stderr=log)
            before = len(emulator.called("sendMessage"))
            if number == kills:
                await _until(lambda: not _open(state_file), START + 2 * len(everybody) / rate)
                process.send_signal(signal.SIGTERM)
                await process.wait()
                break
            await _until(lambda before=before: len(emulator.called("sendMessage")) > before or not _open(state_file), START)  # type: ignore[misc]
            share = (len(everybody) - before) / (kills + 1 - number)
            await asyncio.sleep(random.uniform(0.0, share / rate))
            process.kill()
            await process.wait()
            done += 1
            in_doubt += _open(state_file, "sending")
            await asyncio.sleep(ROUND_TRIP)
        assert emulator.violations == []
        sent = [call for call in emulator.called("sendMessage") if call.result is not None]
    got = Counter(_chat(call) for call in sent)
    first = {_chat(call) for call in sent[:10]}
    seconds = sent[-1].at - sent[0].at
    without = {chat for chat in everybody if chat not in got}
    handed = set(map(int, _HANDED_ON.findall((folder / "bot.log").read_text())))
    doubled = sum(times > 1 for times in got.values())
    return Outcome(len(everybody), done, len(without - handed), len(without & handed), doubled, in_doubt, first == early, (len(sent) - 1) / seconds)


def _chat(call: Call) -> int:
    return int(call.parameters["chat_id"])


async def _prepare(state_file: Path, people: int) -> None:
    store = await Store.open(state_file)
    names = {"kk": "Ойдан шығарылған", "ru": "Выдуманное", "en": "Made up"}
    start = int(time()) + _AHEAD
    entries = tuple(Screening(name, "event", "hall", start + later, names=names) for name, later in (("early", 0), ("late", 60)))  # type: ignore[arg-type]
    await store.programme.load(Update(venues=(Venue("hall", names),), put=entries))  # type: ignore[arg-type]
    wanted = [(FIRST_CHAT + n, "late" if n < people else "early") for n in range(people + 10)]
    await asyncio.gather(*(store.programme.remind(chat_id, screening, 60, "en") for chat_id, screening in wanted))
    await store.close()


def _open(state_file: Path, *states: str) -> int:
    """How many reminders are in one of these states; without any, how many have not ended."""
    states = states or ("waiting", "sending")
    db = sqlite3.connect(state_file, timeout=30)
    try:
        return int(db.execute(f"SELECT count(*) FROM reminders WHERE state IN ({','.join('?' * len(states))})", states).fetchone()[0])
    finally:
        db.close()
