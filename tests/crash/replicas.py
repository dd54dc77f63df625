"""Replicas on one PostgreSQL behind a balancer, killed one after another under traffic and during an announcement; and what became of it all."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

import aiohttp

from handlers.announcements.content import Body, Content
from handlers.state import Store
from kb import KnowledgeBase
from tests.crash.distant import ROUND_TRIP, environment
from tests.crash.traffic import CountingEmulator, Outcome, Traffic, deep_links
from tests.e2e.webhook import Telegram
from tests.emulator import Emulator

SECRET = "s" * 32
FIRST_CHAT = 500_000
_SAID = "The award ceremony begins at 19:00."
# So long may a replica take to start, and the rest of the announcement after the last kill. Seconds.
START, REST = 60.0, 300.0


class Balancer(Telegram):
    """Telegram and the balancer in one: an update goes to the replicas in turn until one of them has handled it."""

    def __init__(self, emulator: Emulator, urls: list[str]) -> None:
        super().__init__(emulator, "", SECRET)
        self.open: Counter[str] = Counter()
        self._turn = cycle(urls)

    async def post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> int:
        url = next(self._turn)
        self.open[url] += 1
        try:
            headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret}
            async with session.post(url, json=update, headers=headers) as response:
                status = response.status
        except aiohttp.ClientError:
            status = 0
        finally:
            self.open[url] -= 1
        self.statuses.append(status)
        return status


class Replica:
    """A process on its own port, started again and again."""

    def __init__(self, number: int, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.listen = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{self.listen}/updates"
        self._log = folder / f"replica-{number}.log"
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, emulator: Emulator, surroundings: dict[str, str]) -> None:
        """Until it takes updates."""
        with self._log.open("ab") as log:
            own = surroundings | {"TYRNA_WEBHOOK__LISTEN": self.listen}
            self._process = await asyncio.create_subprocess_exec(sys.executable, "bot.py", "run", env=own, stdout=log, stderr=log)
        async with asyncio.timeout(START), aiohttp.ClientSession() as session:
            # Without an update in it the call is refused as nonsense; before the start is over, as too early.
            while await self._answer(session) != 400:
                assert self._process.returncode is None, self.log
                await asyncio.sleep(0.05)

    async def _answer(self, session: aiohttp.ClientSession) -> int:
        try:
            async with session.post(self.url, data=b"", headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}) as response:
                return response.status
        except aiohttp.ClientError:
            return 0

    async def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> int:
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), 20)

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    @property
    def is_sending(self) -> bool:
        """Whether the announcement is this one's work, by its own words."""
        said = self.log
        return said.rfind("does sending now") > max(said.rfind("does sending no more"), said.rfind("base revision"))


@dataclass(frozen=True)
class Announced:
    """What became of an announcement; `in_flight` sums the messages that were being sent at the kills."""

    chats: int
    missed: int
    doubled: int
    unknown: int
    in_flight: int
    state: str

    def __str__(self) -> str:
        return f"{self.chats} chats: {self.missed} missed, {self.doubled} doubled, {self.unknown} listed as unknown of {self.in_flight} in flight; {self.state}"


@asynccontextmanager
async def _running(emulator: Emulator, replicas: list[Replica], surroundings: dict[str, str]) -> AsyncIterator[None]:
    await asyncio.gather(*(replica.start(emulator, surroundings) for replica in replicas))
    try:
        yield
    finally:
        await asyncio.gather(*(replica.stop() for replica in replicas))


async def kill_replicas(
    knowledge: KnowledgeBase, database: str, kills: int, people: int, rate: float, chats: int, announcing: int, folder: Path, data_dir: Path, seed: int = 1
) -> tuple[Outcome, Announced]:
    """Two replicas; `people` ask `rate` questions a second, `chats` get an announcement at `announcing` a second.

    The first to be killed is the one that sends; then now this one, now that one, every few seconds.
    """
    random = Random(seed)
    replicas = [Replica(number, folder) for number in range(2)]
    store = await Store.open(database)
    try:
        await asyncio.gather(*(store.set_subscription(chat, "private", "subscribed") for chat in range(FIRST_CHAT, FIRST_CHAT + chats)))
        async with CountingEmulator() as emulator:
            for chat_id in range(FIRST_CHAT, FIRST_CHAT + chats):
                chat = emulator.person("Guest", "en", chat_id).chat
                chat.started = chat.known = True
            surroundings = environment(
                emulator,
                data_dir,
                database,
                TYRNA_TELEGRAM__MODE="webhook",
                TYRNA_WEBHOOK__URL="https://bot.example/updates",
                TYRNA_WEBHOOK__SECRET=SECRET,
                TYRNA_ANNOUNCEMENTS__RATE=str(announcing),
            )
            balancer = Balancer(emulator, [replica.url for replica in replicas])
            traffic = Traffic(emulator, deep_links(knowledge), people, rate)
            content = Content(bodies={"en": Body(text=_SAID)}, unknown="ask")
            announced = in_flight = 0
            async with _running(emulator, replicas, surroundings):
                working = [asyncio.create_task(balancer.run()), asyncio.create_task(traffic.ask())]
                announced = await store.outbox.add(content.model_dump_json(), None, "scheduled", due_at=0)
                for number in range(kills):
                    if number == 0:
                        await _until(lambda: len(_got(emulator)) > chats / 4, REST)
                    else:
                        await asyncio.sleep(random.uniform(1, 4))
                    killed = next((each for each in replicas if each.is_sending), replicas[0]) if number == 0 else random.choice(replicas)
                    traffic.in_flight += balancer.open[killed.url]
                    await killed.kill()
                    in_flight += _count(store, announced, "sending")
                    traffic.kills += 1
                    await asyncio.sleep(ROUND_TRIP)
                    await killed.start(emulator, surroundings)
                working.pop().cancel()
                await traffic.answered()
                await _until(lambda: _state(store, announced) == "done", REST)
                for task in working:
                    task.cancel()
            assert emulator.violations == []
            log = "\n".join(replica.log for replica in replicas)
            assert emulator.token not in log and "tests:" not in log
            got = Counter(_got(emulator))
            unknown = {row[0] for row in store.driver.reader.execute("SELECT chat_id FROM deliveries WHERE state = 'unknown'")}
            missed = sum(chat not in got and chat not in unknown for chat in range(FIRST_CHAT, FIRST_CHAT + chats))
            doubled = sum(times > 1 for times in got.values())
            return traffic.outcome(log), Announced(chats, missed, doubled, len(unknown), in_flight, _state(store, announced))
    finally:
        await store.close()


def _got(emulator: Emulator) -> list[int]:
    """The chats that the announcement went to, once for each time."""
    return [int(call.parameters["chat_id"]) for call in emulator.called("sendMessage") if call.result is not None and _SAID in str(call.parameters["text"])]


def _found(store: Store, announced: int) -> Any:
    return store.outbox.get(announced)


def _state(store: Store, announced: int) -> str:
    return str(_found(store, announced).state)


def _count(store: Store, announced: int, state: str) -> int:
    sql = "SELECT count(*) FROM deliveries WHERE announcement_id = :id AND state = :state"
    return int(store.driver.reader.execute(sql, {"id": announced, "state": state}).fetchone()[0])


async def _until(condition: Callable[[], bool], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.05)
