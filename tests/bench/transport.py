"""Updates a second on one core, latency, floods and memory of the bot in Telegram, in one run beside bare echo bots.

`python -m tests.bench.transport`. The bot has one core, the server another; a figure is of the bot's processor time unless it says otherwise,
so that what else the machine does matters less. Take ratios, not absolutes.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from handlers.state import Store
from kb.build import build_if_changed
from tests.bench.bars import Bar, show
from tests.bench.stub import SECRET, Scenario

TOKEN = "123456:" + "A" * 35
QUESTION = "Who directed Qaitadan?"
# Two cards in turn: the same button pressed again at once is a slip, and gets no answer.
CARDS = ("q:en:film-qaitadan", "q:en:film-qash")

# The two evenings that are compared, and the ids of the chats that an announcement goes to.
QUIET, ANNOUNCING = "Tyrna: questions, 20/s, 80 ms away", "Tyrna: the same while it announces at 25/s"
SUBSCRIBERS = 1_000_000

# What is compared by processor time is measured so often, in turn, and the least counts: what else the machine does only adds to it.
ROUNDS = 3

TEXT = Scenario(0, "text", (QUESTION,), updates=3000, people=1500)
BUTTON = Scenario(0, "button", CARDS, updates=3000, people=1500)


def few(scenario: Scenario) -> Scenario:
    return replace(scenario, updates=1000, people=500)


def distant(scenario: Scenario) -> Scenario:
    """As many updates as a busy evening has, from as far away as Telegram is."""
    return replace(scenario, updates=1200, people=600, rate=200, round_trip=0.08)


@dataclass(frozen=True)
class Measured:
    """Times in seconds, memory in MB. `cpu` is of the bot, from the first update on, for one of them; `besides` counts messages that answer nobody."""

    answers: int
    asked: int
    seconds: float
    cpu: float
    p50: float
    p99: float
    worst: float
    backlog: int
    memory: float
    floods: int
    besides: int

    @property
    def per_cpu_second(self) -> float:
        return 1 / self.cpu


def measure(bot: str, scenario: Scenario, folder: Path, recipients: int = 0, state: str = "") -> Measured:
    """Run one bot against one scenario. `bot` is `tyrna` or a kind of `tests.bench.bots`; it announces something to so many other chats.

    `state` is the address of the state, of a new one if it is empty.
    """
    # The numbers of updates go on where a state knows those of the last run.
    scenario = replace(scenario, port=_free_port(), webhook=_free_port() if scenario.webhook else 0, first=next(_firsts))
    stub = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.stub", json.dumps(asdict(scenario))], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=_on(1)
    )
    assert stub.stdout is not None and stub.stdin is not None and stub.stdout.readline() == "ready\n"
    url, file = f"http://127.0.0.1:{scenario.port}/bot", folder / f"{scenario.port}.sqlite"
    environment = os.environ | {"TYRNA_TELEGRAM__TOKEN": TOKEN, "TYRNA_TELEGRAM__API_URL": url}
    environment |= {"TYRNA_DATA_DIR": str(folder), "TYRNA_STATE__URL": state or f"sqlite:///{file}"}
    environment |= {"TYRNA_ANNOUNCEMENTS__UNDO": "0", "TYRNA_ANNOUNCEMENTS__STAFF_LEAD": "0"}
    if scenario.webhook:
        environment |= {"TYRNA_TELEGRAM__MODE": "webhook", "TYRNA_WEBHOOK__URL": "https://bot.example/", "TYRNA_WEBHOOK__SECRET": SECRET}
        environment |= {"TYRNA_WEBHOOK__LISTEN": f"127.0.0.1:{scenario.webhook}"}
    if recipients:
        asyncio.run(_subscribe(file, recipients))
        subprocess.run([sys.executable, "bot.py", "announce", str(_announcement(folder))], env=environment, stdout=subprocess.DEVNULL, check=True)
    command = ["bot.py", "run"] if bot == "tyrna" else ["-m", "tests.bench.bots", bot, url, TOKEN, str(file)]
    log = folder / f"{scenario.port}.log"
    with log.open("w") as output:
        process = subprocess.Popen([sys.executable, *command], env=environment, stdout=output, stderr=output, preexec_fn=_on(0))
        try:
            found = json.loads(stub.stdout.readline())
            # What the start costs is measured by a run with next to no updates.
            cpu, memory = _cpu(process.pid), _memory(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            stub.communicate("\n")
            process.wait(15)
    start = _start_cpu(bot, folder, state) if scenario.updates > 1 else 0.0
    return Measured(
        found["answers"], scenario.updates, found["seconds"], (cpu - start) / max(1, found["answers"] - 1), found["p50"], found["p99"], found["worst"],
        found["backlog"], memory, found["floods"], found["sent"] - found["answers"],
    )  # fmt: skip


async def _subscribe(state: Path, chats: int) -> None:
    store = await Store.open(state)
    await asyncio.gather(*(store.set_subscription(SUBSCRIBERS + number, "private", "subscribed") for number in range(chats)))
    await store.close()


def _announcement(folder: Path) -> Path:
    file = folder / "announcement.yaml"
    file.write_text("text: {en: The award ceremony begins at 19:00.}\n")
    return file


_firsts = count(1, 1_000_000)
_starts: dict[tuple[str, str], float] = {}


def _start_cpu(bot: str, folder: Path, state: str) -> float:
    if (bot, state) not in _starts:
        once = measure(bot, replace(TEXT, updates=1, people=1), folder, state=state)
        _starts[bot, state] = once.cpu
    return _starts[bot, state]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _on(core: int) -> Callable[[], None]:
    cores = sorted(os.sched_getaffinity(0))
    return lambda: os.sched_setaffinity(0, {cores[core % len(cores)]})


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    peak = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def run(folder: Path) -> dict[str, Measured]:
    """Every scenario, by name."""
    build_if_changed(folder)
    in_turn: list[tuple[str, str, Scenario]] = [
        ("echo: PTB as it comes", "stock", few(TEXT)),
        ("echo: aiogram", "aiogram", TEXT),
        ("echo: PTB on our transport", "lanes", TEXT),
        ("Tyrna: a card by button", "tyrna", BUTTON),
        ("Tyrna: a question", "tyrna", TEXT),
    ]
    scenarios: list[tuple[str, str, Scenario]] = [
        ("echo: PTB, 256 at a time", "stock256", few(TEXT)),
        ("Tyrna: questions, 200/s, 80 ms away", "tyrna", distant(TEXT)),
        ("Tyrna: questions by webhook, 200/s, 80 ms away", "tyrna", replace(distant(TEXT), webhook=1)),
        ("Tyrna: buttons, 200/s, 80 ms away", "tyrna", distant(BUTTON)),
        ("Tyrna: 20/s beside a flood of 200/s", "tyrna", replace(distant(TEXT), updates=120, people=60, rate=20, flood=200)),
        ("Tyrna: 3,000 at once, 80 ms away", "tyrna", replace(TEXT, updates=3000, people=1500, round_trip=0.08)),
    ]
    found: dict[str, Measured] = {}
    for name, bot, scenario in [*in_turn * ROUNDS, *scenarios]:
        measured = measure(bot, scenario, folder)
        print(name, measured, file=sys.stderr, flush=True)
        found[name] = min(measured, found.get(name, measured), key=lambda one: one.cpu)
    evening = replace(distant(TEXT), rate=20, updates=600)
    found[QUIET] = measure("tyrna", evening, folder)
    found[ANNOUNCING] = measure("tyrna", evening, folder, recipients=2000)
    assert found[ANNOUNCING].besides > 500, "the announcement was not sent beside the questions"
    return found


def table(found: dict[str, Measured]) -> Table:
    shown = Table(title="Transport", caption="per core: answers for a second of the bot's processor time; wall: answers a second as the clock ran")
    for column in ("bot", "answers", "per core", "wall", "p50 ms", "p99 ms", "worst ms", "backlog", "MB"):
        shown.add_column(column, justify="left" if column == "bot" else "right")
    for name, m in found.items():
        figures: list[Any] = [f"{m.answers}/{m.asked}", f"{m.per_cpu_second:,.0f}", f"{m.answers / m.seconds:,.0f}"]
        figures += [f"{value * 1000:,.0f}" for value in (m.p50, m.p99, m.worst)] + [m.backlog, f"{m.memory:.0f}"]
        shown.add_row(name, *map(str, figures))
    return shown


def bars(found: dict[str, Measured]) -> list[Bar]:
    """What is asked of the transport: what, the figure, the bar, and whether it is met."""
    echo = found["echo: PTB on our transport"]
    rows: list[tuple[str, float, str, float]] = [
        ("echo on our transport / PTB as it comes", echo.per_cpu_second / found["echo: PTB as it comes"].per_cpu_second, ">=", 2),
        ("question / PTB's echo as it comes", found["Tyrna: a question"].per_cpu_second / found["echo: PTB as it comes"].per_cpu_second, ">=", 1),
        ("card by button / echo on our transport", found["Tyrna: a card by button"].per_cpu_second / echo.per_cpu_second, ">=", 0.45),
        ("p99 of questions at 200/s, 80 ms away, ms", found["Tyrna: questions, 200/s, 80 ms away"].p99 * 1000, "<=", 250),
        ("the same by webhook", found["Tyrna: questions by webhook, 200/s, 80 ms away"].p99 * 1000, "<=", 140),
        ("worst wait beside a flood, ms", found["Tyrna: 20/s beside a flood of 200/s"].worst * 1000, "<=", 1000),
        ("p99 of questions while announcing / without", found[ANNOUNCING].p99 / found[QUIET].p99, "<=", 1.2),
        ("most updates in memory of 3,000 at once", found["Tyrna: 3,000 at once, 80 ms away"].backlog, "<=", 512 + 2 * 100),
        ("most memory, MB", max(m.memory for name, m in found.items() if name.startswith("Tyrna")), "<=", 130),
    ]
    return [(what, figure, f"{sign} {bar:g}", figure >= bar if sign == ">=" else figure <= bar) for what, figure, sign, bar in rows]


def main() -> int:
    console = Console(width=140)
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder))
    console.print(table(found))
    met = show(console, bars(found))
    return 0 if met and all(m.answers == m.asked for m in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
