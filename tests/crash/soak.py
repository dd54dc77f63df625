"""An hour of the festival in some minutes: mixed traffic and one announcement, and what became of each update, of the log and of memory.

What people do in an hour is done so many times faster. Each update has the calls of the bot that it is to bring about: a person's message one
message with the right answer, their correction one edit of it, a press one answer to the press and one edit, an inline query one list, what
is said in a group to others nothing. Nothing else may be sent, and in a chat it comes in the order of its updates.
"""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean
from time import monotonic

from handlers.announcements.content import Body, Content
from handlers.render import html
from handlers.state import Store
from kb import LANGUAGES, KnowledgeBase, Language, Question
from kb.guard import GOLDEN
from tests.bench.rows import rows_of
from tests.crash.distant import environment
from tests.crash.traffic import CountingEmulator
from tests.e2e.process import memory
from tests.emulator import Group, Person
from tests.emulator.core import Config

# So many different questions are asked in each language: the caches of words are soon full, and what grows from then on is a leak.
QUESTIONS = 200
FIRST_CHAT = 500_000
GROUPS, MEMBERS = 40, 5
# Of a hundred things that people do. A burst is several questions in a row, before the first is answered.
SHARES = {"question": 50, "burst": 2, "inline": 18, "press": 14, "group": 6, "chatter": 4, "edit": 6}
BURST = 3
# The bot has done all, or does not, when nothing came for so many seconds. So long after it is waited for what comes too much.
CATCH_UP, AFTER = 15.0, 3.0
START = 60.0
_SAID = "The award ceremony begins at 19:00."
_FLIPS: dict[Language, str] = {"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}
_FAULT = re.compile(r"^.*(?:\b(?:WARNING|ERROR|CRITICAL)\b|Traceback).*$", re.M)

# What the bot does in a chat: the method, and the text.
Deed = tuple[str, str]


@dataclass(frozen=True)
class Outcome:
    """Memory in MiB: the mean of a fifth to a quarter of the time, and of its last twentieth. `wrong` names the chats that got anything else than
    what is right, in the right order; `faults` are the lines of the log that are no mere information.
    """

    updates: int
    kinds: dict[str, int]
    seconds: float
    wrong: list[str]
    presses_unanswered: int
    inline_unanswered: int
    announced: int
    missed: int
    doubled: int
    memory_early: float
    memory_late: float
    faults: list[str]

    def __str__(self) -> str:
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(self.kinds.items()))
        return (
            f"{self.updates} updates in {self.seconds:.0f} s ({kinds}): {len(self.wrong)} chats wrong, {self.presses_unanswered} presses and "
            f"{self.inline_unanswered} inline queries not answered once; announced to {self.announced} chats: {self.missed} missed, {self.doubled} doubled; "
            f"memory {self.memory_early:.1f} → {self.memory_late:.1f} MiB; {len(self.faults)} faults in the log"
        )


class Guest:
    """Somebody who writes in one language, and what was last said to them."""

    def __init__(self, person: Person, language: Language) -> None:
        self.person = person
        self.language = language
        self.noted = language
        """What the bot takes for their language: what they last wrote in or chose."""
        self.asked: int | None = None
        """The message that their last question is, as long as its answer is the last thing that was said to them."""
        self.typed: str | None = None
        """Their last inline query."""


class Soak:
    """People who do `rate` things a second; what the bot is to do then, by chat and by query."""

    def __init__(self, emulator: CountingEmulator, knowledge: KnowledgeBase, people: int, seed: int) -> None:
        self._emulator, self._knowledge, self._random = emulator, knowledge, Random(seed)
        self._questions: dict[Language, list[str]] = {language: [] for language in LANGUAGES}
        for row in rows_of(sorted(GOLDEN.glob("*.yaml"))):
            if row["kind"] == "answer" and row["lang"] in LANGUAGES and not row.get("conv") and not row.get("ui"):
                self._questions[row["lang"]].append(row["q"])
        self._questions = {language: self._random.sample(asked, QUESTIONS) for language, asked in self._questions.items()}
        guests = [self._guest(number) for number in range(people)]
        self._guests, self._typists = guests[: -people // 5], guests[-people // 5 :]
        members = [[self._guest(people + GROUPS * member + number) for member in range(MEMBERS)] for number in range(GROUPS)]
        self._groups: list[tuple[Group, list[Guest]]] = [(emulator.group(*(member.person for member in some)), some) for some in members]
        self._about: dict[tuple[int, int], str] = {}
        self.expected: dict[int, list[Deed]] = defaultdict(list)
        self.presses: list[str] = []
        self.inline: list[str] = []
        self.kinds: Counter[str] = Counter()

    def _guest(self, number: int) -> Guest:
        language = LANGUAGES[number % 3]
        return Guest(self._emulator.person(f"Guest {number}", language), language)

    async def go_on(self, seconds: float, rate: float) -> None:
        """Do things for so long."""
        begun, done = monotonic(), 0
        names, weights = list(SHARES), list(SHARES.values())
        while monotonic() < begun + seconds:
            kind = self._random.choices(names, weights)[0]
            self.kinds[kind] += getattr(self, f"_{kind}")()
            done += 1
            await asyncio.sleep(max(0.0, begun + done / rate - monotonic()))

    @property
    def updates(self) -> int:
        """How many updates all of it was, without the chatter that Telegram keeps from a bot."""
        return sum(number for kind, number in self.kinds.items() if kind != "chatter")

    def _another(self, guest: Guest, place: int) -> tuple[str, str]:
        """A question and what the bot is to answer; from then on the conversation is about it."""
        while True:
            said = self._random.choice(self._questions[guest.language])
            reply = self._knowledge.ask(Question(said, guest.noted, self._about.get((place, guest.person.id))))
            if reply.kind == "answer" and reply.query:
                break
        self._about[place, guest.person.id] = reply.query
        guest.noted = reply.language if reply.detected else guest.noted
        return said, html(reply)

    def _question(self, guest: Guest | None = None) -> int:
        guest = guest or self._random.choice(self._guests)
        said, answer = self._another(guest, guest.person.id)
        self.expected[guest.person.id].append(("sendMessage", answer))
        guest.asked = guest.person.write(said).id
        return 1

    def _burst(self) -> int:
        guest = self._random.choice(self._guests)
        return sum(self._question(guest) for _ in range(BURST))

    def _edit(self) -> int:
        if (guest := self._answered()) is None or guest.asked is None:
            return self._question()
        said, answer = self._another(guest, guest.person.id)
        if answer == self.expected[guest.person.id][-1][1]:
            return 0  # nothing would change
        self.expected[guest.person.id].append(("editMessageText", answer))
        guest.person.edit(guest.asked, said)
        guest.asked = None
        return 1

    def _press(self) -> int:
        """The same answer in another language."""
        if (guest := self._answered()) is None:
            return self._question()
        language = self._random.choice([code for code in LANGUAGES if code != guest.noted])
        seen = guest.person.last
        row = seen.content["reply_markup"]["inline_keyboard"][-1]
        data = next(button["callback_data"] for button in row if button["text"] == _FLIPS[language])
        self.expected[guest.person.id].append(("editMessageText", html(self._knowledge.run(data.split(":", 2)[2], language))))
        self.presses.append(guest.person.press_data(seen, data))
        guest.asked, guest.noted = None, language
        return 1

    def _answered(self) -> Guest | None:
        """Somebody whose last question is answered."""
        return next((guest for guest in self._random.sample(self._guests, 50) if guest.asked and self._is_done(guest)), None)

    def _is_done(self, guest: Guest) -> bool:
        said = sum(message.from_bot for message in guest.person.messages)
        return said == sum(deed == "sendMessage" for deed, _ in self.expected[guest.person.id])

    def _inline(self) -> int:
        # Who types on before the list is there gets only the later one; here everybody waits for theirs.
        queries = self._emulator.state.queries
        guest = next((guest for guest in self._random.sample(self._typists, 20) if guest.typed is None or queries[guest.typed].answer), None)
        if guest is None:
            return self._question()
        guest.typed = guest.person.inline_query(self._random.choice(self._questions[guest.language])[:60])
        self.inline.append(guest.typed)
        return 1

    def _group(self) -> int:
        group, members = self._random.choice(self._groups)
        guest = self._random.choice(members)
        said, answer = self._another(guest, group.id)
        self.expected[group.id].append(("sendMessage", answer))
        guest.person.write(f"/ask {said}", group)
        return 1

    def _chatter(self) -> int:
        group, members = self._random.choice(self._groups)
        guest = self._random.choice(members)
        guest.person.write(self._random.choice(self._questions[guest.language]), group)
        return 1

    def done(self) -> dict[int, list[Deed]]:
        """What the bot did in each chat, in its order, the announcement apart."""
        found: dict[int, list[Deed]] = defaultdict(list)
        for call in self._emulator.calls:
            if call.method in ("sendMessage", "editMessageText") and call.result is not None and _SAID not in str(call.parameters["text"]):
                found[int(call.parameters["chat_id"])].append((call.method, str(call.parameters["text"])))
        return found

    def not_once(self, method: str, name: str, queries: list[str]) -> int:
        """How many queries were not answered exactly once."""
        answered = Counter(str(call.parameters[name]) for call in self._emulator.called(method) if call.result is not None)
        return sum(answered[query] != 1 for query in queries)

    def wrong(self) -> list[str]:
        """The chats in which something else was done than what was asked for, with the first difference."""
        done, found = self.done(), []
        for chat in self.expected.keys() | done.keys():
            if (right := self.expected.get(chat, [])) != (made := done.get(chat, [])):
                at = next((n for n, (a, b) in enumerate(zip(right, made, strict=False)) if a != b), min(len(right), len(made)))
                found.append(f"{chat}: {len(right)} asked for, {len(made)} done; at {at}: {right[at : at + 1]} but {made[at : at + 1]}")
        return found


async def soak(
    knowledge: KnowledgeBase, seconds: float, rate: float, people: int, chats: int, announcing: int, folder: Path, data_dir: Path, program: str = "bot.py"
) -> Outcome:
    """`people` do `rate` things a second; soon after the beginning `chats` get an announcement at `announcing` a second."""
    state = folder / "state.sqlite"
    store = await Store.open(state)
    everybody = range(FIRST_CHAT, FIRST_CHAT + chats)
    await asyncio.gather(*(store.set_subscription(chat, "private", "subscribed") for chat in everybody))
    content = Content(bodies={"en": Body(text=_SAID)})
    await store.outbox.add(content.model_dump_json(), None, "scheduled", due_at=0)
    await store.close()
    emulator = CountingEmulator()
    emulator.config = Config(checks_itself=False)  # what it sends is checked elsewhere, and it has one core for everybody
    async with emulator:
        for chat_id in everybody:
            chat = emulator.person("Guest", "en", chat_id).chat
            chat.started = chat.known = True
        people_of = Soak(emulator, knowledge, people, seed=1)
        surroundings = environment(emulator, data_dir, state, TYRNA_ANNOUNCEMENTS__RATE=str(announcing), TYRNA_ANNOUNCEMENTS__STAFF_LEAD="0")
        log = folder / "bot.log"
        with log.open("w") as output:
            process = await asyncio.create_subprocess_exec(sys.executable, program, "run", env=surroundings, stdout=output, stderr=output)
        try:
            assert await emulator.until(lambda: True if emulator.polls else None, START), log.read_text(encoding="utf-8")
            begun, held = monotonic(), asyncio.create_task(_memory(process, seconds))
            await people_of.go_on(seconds, rate)
            await _caught_up(emulator, lambda: not people_of.wrong() and len(_got(emulator)) >= chats)
            took = monotonic() - begun
            early, late = await held
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            await process.wait()
        assert emulator.violations == [], emulator.violations[:3]
        got = Counter(_got(emulator))
        return Outcome(
            updates=people_of.updates,
            kinds=dict(people_of.kinds),
            seconds=took,
            wrong=people_of.wrong(),
            presses_unanswered=people_of.not_once("answerCallbackQuery", "callback_query_id", people_of.presses),
            inline_unanswered=people_of.not_once("answerInlineQuery", "inline_query_id", people_of.inline),
            announced=chats,
            missed=sum(chat not in got for chat in everybody),
            doubled=sum(times > 1 for times in got.values()),
            memory_early=early,
            memory_late=late,
            faults=_FAULT.findall(log.read_text(encoding="utf-8")),
        )


async def _memory(process: asyncio.subprocess.Process, seconds: float) -> tuple[float, float]:
    """What the process held after a fifth of the time, and at its end."""
    found, begun = [], monotonic()
    while (at := (monotonic() - begun) / seconds) < 1:
        found.append((at, memory(process)))
        await asyncio.sleep(0.5)
    return mean(held for at, held in found if 0.2 <= at < 0.25), mean(held for at, held in found if at >= 0.95)


async def _caught_up(emulator: CountingEmulator, is_done: Callable[[], bool]) -> None:
    """Until everything is done, or nothing comes any more; then a while longer, for what comes too much."""
    calls, since = 0, monotonic()
    while monotonic() < since + CATCH_UP and not is_done():
        if len(emulator.calls) - emulator.polls > calls:
            calls, since = len(emulator.calls) - emulator.polls, monotonic()
        await asyncio.sleep(0.5)
    await asyncio.sleep(AFTER)


def _got(emulator: CountingEmulator) -> list[int]:
    """The chats that the announcement went to, once for each time."""
    return [int(call.parameters["chat_id"]) for call in emulator.called("sendMessage") if call.result is not None and _SAID in str(call.parameters["text"])]
