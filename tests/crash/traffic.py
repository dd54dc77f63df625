"""A bot process under traffic that is killed again and again, and what became of every question."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from time import monotonic

from aiohttp import web

from handlers.render import html
from kb import KnowledgeBase
from tests.crash.distant import DistantEmulator, environment
from tests.emulator import Person
from tests.emulator.server import Call
from tests.emulator.state import Json

# People wait when so many questions are open: a slow machine could not catch up.
OPEN = 200
# The bot has caught up, or does not, when no answer came for so many seconds.
CATCH_UP = 15.0


class CountingEmulator(DistantEmulator):
    """Counts the polls that came and the answers that were carried out."""

    def __init__(self) -> None:
        super().__init__()
        self.polls = 0
        self.answers = 0

    async def _carry_out(self, call: Call, parameters: Json, files: object) -> web.Response:
        self.polls += call.method == "getUpdates"
        response = await super()._carry_out(call, parameters, files)
        self.answers += call.method == "sendMessage"
        return response

    async def __aenter__(self) -> CountingEmulator:
        await self.start()
        return self


@dataclass
class Outcome:
    """What became of the questions."""

    asked: int
    kills: int
    lost: list[str]
    out_of_order: int
    repeated: int
    in_flight: int
    """How many chats had an update in the inbox when the bot was killed, over all kills: each may have been answered just then."""
    log: str

    def __str__(self) -> str:
        return (
            f"{self.asked} questions, {self.kills} kills: {len(self.lost)} lost, {self.out_of_order} out of order, "
            f"{self.repeated} answered twice of {self.in_flight} in flight at the kills"
        )


@dataclass
class Asked:
    """A person with the answers to what they asked; each is another one."""

    person: Person
    answers: list[str] = field(default_factory=list)


class Traffic:
    """People who ask `rate` questions a second, each one in turn."""

    def __init__(self, emulator: CountingEmulator, questions: list[tuple[str, str]], people: int, rate: float) -> None:
        self._questions = questions
        self._people = [Asked(emulator.person(f"Guest {number}", "en")) for number in range(people)]
        self._rate = rate
        self._emulator = emulator
        self.kills = 0
        self.in_flight = 0

    async def ask(self) -> None:
        """Ask until cancelled."""
        begun, asked = monotonic(), 0
        while True:
            turn = self._people[asked % len(self._people)]
            link, answer = self._questions[len(turn.answers)]
            turn.answers.append(answer)
            turn.person.write(f"/start {link}")
            asked += 1
            while asked - self._emulator.answers > OPEN:
                await asyncio.sleep(0.1)
            await asyncio.sleep(max(0.0, begun + asked / self._rate - monotonic()))

    def _sent(self) -> dict[tuple[int, str], list[Call]]:
        """The answers that Telegram took, in order, by chat and text."""
        sent: dict[tuple[int, str], list[Call]] = {}
        for call in self._emulator.called("sendMessage"):
            if call.result is not None:
                sent.setdefault((int(call.parameters["chat_id"]), str(call.parameters["text"])), []).append(call)
        return sent

    async def answered(self) -> bool:
        """Whether every question has an answer, in time."""
        answers, since = 0, monotonic()
        while monotonic() < since + CATCH_UP:
            sent = self._sent()
            if all((asked.person.id, answer) in sent for asked in self._people for answer in asked.answers):
                return True
            if self._emulator.answers > answers:
                answers, since = self._emulator.answers, monotonic()
            await asyncio.sleep(0.5)
        return False

    def outcome(self, log: str) -> Outcome:
        sent = self._sent()
        lost, out_of_order = [], 0
        for asked in self._people:
            lost += [answer for answer in asked.answers if (asked.person.id, answer) not in sent]
            firsts = [sent[asked.person.id, answer][0].at for answer in asked.answers if (asked.person.id, answer) in sent]
            out_of_order += sum(later < earlier for earlier, later in pairwise(firsts))
        repeats = [calls for calls in sent.values() if len(calls) > 1]
        repeated = sum(len(calls) - 1 for calls in repeats)
        return Outcome(sum(len(asked.answers) for asked in self._people), self.kills, lost, out_of_order, repeated, self.in_flight, log)


def deep_links(knowledge: KnowledgeBase) -> list[tuple[str, str]]:
    """Links for /start with the answer that each one gets, all different, so that an answer shows what it is to."""
    answers: dict[str, str] = {}
    for record in knowledge.records():
        for name, fact in record.facts.items():
            if not fact.unknown and len(link := f"{record.id}__{name}") <= 64:
                answers.setdefault(html(knowledge.run(f"{record.id}.{name}", "en")), link)
    return [(link, answer) for answer, link in answers.items()]


def _in_inbox(state: Path) -> int:
    """Updates that are not marked as handled. On a busy machine a chat can have several that are answered already."""
    with closing(sqlite3.connect(state)) as db:
        return int(db.execute("SELECT count(*) FROM inbox WHERE content IS NOT NULL").fetchone()[0])


async def kill_under_traffic(
    knowledge: KnowledgeBase, kills: int, people: int, rate: float, folder: Path, data_dir: Path, program: str = "bot.py", seed: int = 1
) -> Outcome:
    """Run the bot, kill it with SIGKILL at random moments while people ask, start it again each time, and let it catch up."""
    random = Random(seed)
    log = folder / "bot.log"
    async with CountingEmulator() as emulator:
        wired = environment(emulator, data_dir, folder / "state.sqlite")
        traffic = Traffic(emulator, deep_links(knowledge), people, rate)
        asking = asyncio.create_task(traffic.ask())
        with log.open("wb") as output:

            async def start() -> asyncio.subprocess.Process:
                polls = emulator.polls
                process = await asyncio.create_subprocess_exec(sys.executable, program, "run", env=wired, stdout=output, stderr=output)
                while emulator.polls == polls:
                    assert process.returncode is None, log.read_text(encoding="utf-8")
                    await asyncio.sleep(0.01)
                return process

            for _ in range(kills):
                process = await start()
                await asyncio.sleep(random.uniform(0, 1.5))
                process.kill()
                await process.wait()
                traffic.kills += 1
                traffic.in_flight += _in_inbox(folder / "state.sqlite")
            asking.cancel()
            process = await start()
            await traffic.answered()
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 10) == 0
        assert emulator.violations == []
    said = log.read_text(encoding="utf-8")
    assert emulator.token not in said
    return traffic.outcome(said)
