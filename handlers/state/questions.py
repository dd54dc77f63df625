"""What guests ask, as staff see it: unanswered questions without their people, who waits for an answer, requests to staff, and counts.

What is asked is noted in memory and written once a minute, and when the bot stops: an answer waits for no disk, and a crash loses the notes
of a minute at most. Among replicas a question is written before its buttons are shown. Times are Unix seconds, days and hours UTC.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from handlers.state.driver import DatabaseError, Driver, Write
from handlers.state.part import Part
from handlers.state.sql import statements
from kb import Language, ReplyKind

log = logging.getLogger(__name__)

_STATEMENTS = statements("questions.sql")

# The key of `watches.query` for a question that will not be answered.
NEVER = "-"
# A question is kept up to this length (characters), and so many of those asked last are known without the database.
LONGEST, RECENT = 300, 2_000
# So many wordings are kept, the most asked ones; in one run so many pairs of people and subjects are told apart, and notes wait.
MOST, TOLD_APART, WAITING = 10_000, 500_000, 50_000
# Keys that differ more than this (per cent) are not compared word by word.
_NEAR = 70
_DAY = 24 * 3600

RequestKind = Literal["question", "outdated"]
RequestState = Literal["open", "sending", "answered", "closed", "unreachable"]
What = Literal["record", "query"]
Awaits = Literal["comment", "answer", "meaning"]


@dataclass(frozen=True)
class Wording:
    """One way in which something unanswered was asked; `text` is masked."""

    id: int
    group_id: int
    text: str
    language: Language
    times: int
    last_at: int


@dataclass(frozen=True)
class Group:
    """The wordings that ask the same, the most frequent first, and how many people wait for the answer."""

    id: int
    wordings: tuple[Wording, ...]
    watching: int

    @property
    def times(self) -> int:
        return sum(wording.times for wording in self.wordings)

    @property
    def last_at(self) -> int:
        return max(wording.last_at for wording in self.wordings)


@dataclass(frozen=True)
class Due:
    """An answer that somebody waits for; `query` is its short form, or `NEVER`."""

    user_id: int
    question_id: int
    language: Language
    query: str
    question: str
    attempts: int


@dataclass(frozen=True)
class Request:
    """What a guest asks of staff: `subject` is a masked question or the id of a record."""

    id: int
    user_id: int
    kind: RequestKind
    subject: str
    comment: str | None
    language: Language
    asked_at: int
    state: RequestState
    answered_by: int | None


@dataclass(frozen=True)
class Asked:
    """How often a kind of reply was given in a language in an hour of a day (UTC)."""

    day: int
    hour: int
    language: Language
    kind: str
    times: int


@dataclass
class _Noted:
    text: str
    key: str
    language: Language
    times: int
    last_at: int


def question_id(key: str, language: Language) -> int:
    """The id of a wording by the folded words that matter in it: 48 bits, so at most 15 digits in a button."""
    return int.from_bytes(hashlib.sha256(f"{language} {key}".encode()).digest()[:6], "big")


def ask_the_same(one: str, other: str) -> bool:
    """Whether two keys ask the same: the same words in any order, but for typing errors and endings of long ones. Numbers have to be equal."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True  # wi-fi, wifi
    first, second = Counter(one.split()), Counter(other.split())
    mine, theirs = list((first - second).elements()), list((second - first).elements())
    if len(mine) != len(theirs):
        return False
    for word in mine:
        near = next((other for other in theirs if _is_near(word, other)), None)
        if near is None:
            return False
        theirs.remove(near)
    return True


def _is_near(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    # A short word is soon another name: Iran and Iraq.
    if len(shorter) < 5 or any(letter.isdigit() for letter in one + other):
        return False
    if longer.startswith(shorter) and len(longer) - len(shorter) <= 4:
        return True
    allowed = 1 if len(shorter) < 9 else 2
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


class Questions(Part):
    """Over the database of the store."""

    sql = _STATEMENTS

    def __init__(self, driver: Driver, clock: Callable[[], float]) -> None:
        super().__init__(driver, clock)
        self._writing = asyncio.Lock()
        self._noted: dict[int, _Noted] = {}
        self._recent: OrderedDict[int, Wording] = OrderedDict()
        self._asked: Counter[tuple[int, int, Language, str]] = Counter()
        self._about: dict[tuple[int, What, str], list[int]] = {}
        self._day = -1
        self._key = b""
        self._people: dict[tuple[What, str], set[bytes]] = {}
        self._told_apart = 0

    # Noting what is asked.

    def note_unanswered(self, text: str, key: str, language: Language, keep: bool) -> int:
        """Note a masked question that was not answered; its id. Without `keep` only this process knows it, for a while."""
        now, number = int(self._clock()), question_id(key, language)
        text = text[:LONGEST]
        self._recent[number] = Wording(number, number, text, language, 1, now)
        self._recent.move_to_end(number)
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)
        if keep and (number in self._noted or len(self._noted) < RECENT):
            before = self._noted.get(number)
            self._noted[number] = _Noted(before.text if before else text, key, language, (before.times if before else 0) + 1, now)
        return number

    def note_reply(self, kind: ReplyKind, language: Language, records: Collection[str], query: str | None, user_id: int) -> None:
        """Count a reply; of an answer also the records and the query that it is about, and that this person was told of them."""
        day, second = divmod(int(self._clock()), _DAY)
        if len(self._asked) < WAITING:
            self._asked[day, second // 3600, language, kind] += 1
        if kind != "answer":
            return
        if day != self._day:
            # Who asked is told apart by a keyed hash in memory; its key is gone with the day, and at each start.
            self._day, self._key, self._people, self._told_apart = day, secrets.token_bytes(16), {}, 0
        person = hashlib.blake2b(str(user_id).encode(), key=self._key, digest_size=8).digest()
        subjects: list[tuple[What, str]] = [("record", record) for record in records] + ([("query", query)] if query else [])
        for subject in subjects:
            known = self._people.setdefault(subject, set())
            if person not in known and self._told_apart < TOLD_APART:
                known.add(person)
                self._told_apart += 1
            if (day, *subject) in self._about or len(self._about) < WAITING:
                counted = self._about.setdefault((day, *subject), [0, 0])
                counted[0] += 1
                counted[1] = len(known)

    async def flush(self) -> None:
        """Write what is noted, in one commit. What cannot be written is noted on; the fault is logged."""
        async with self._writing:
            noted, self._noted = self._noted, {}
            asked, self._asked = self._asked, Counter()
            about, self._about = self._about, {}
            try:
                writes = await self._unanswered(noted)
                for (day, hour, language, kind), times in asked.items():
                    writes.append((_STATEMENTS["put_asked"], {"day": day, "hour": hour, "language": language, "kind": kind, "times": times}))
                for (day, what, subject), (times, people) in about.items():
                    values = {"day": day, "what": what, "subject": subject, "times": times, "people": people}
                    writes.append((_STATEMENTS["put_asked_about"], values))
                if writes:
                    await self._writer.write(writes)
            except DatabaseError as error:
                log.error("What was asked cannot be written (%s); it is tried again", error)
                for number, later in self._noted.items():
                    noted[number] = replace(later, times=later.times + (noted[number].times if number in noted else 0))
                for key, (times, people) in self._about.items():
                    before = about.setdefault(key, [0, 0])
                    before[:] = before[0] + times, max(before[1], people)
                self._noted, self._asked, self._about = noted, asked + self._asked, about

    async def share(self, number: int) -> None:
        """Let other replicas know a question that is noted: the next press on one of its buttons may be theirs. Alone there is nothing to do."""
        noted = number in self._noted or self._writing.locked()
        if self.driver.shared and noted and self._read_db.execute(_STATEMENTS["state"], {"id": number}).fetchone() is None:
            await self.flush()

    async def _unanswered(self, noted: dict[int, _Noted]) -> list[Write]:
        """The wordings, each in the group that asks the same."""
        if not noted:
            return []
        known = [(int(number), int(group), str(key), str(state)) for number, group, key, state in self._read_db.execute(_STATEMENTS["known"])]
        groups = {number: (group, state) for number, group, _, state in known}
        keys = {number: key for number, _, key, _ in known}
        writes: list[Write] = []
        for number, one in noted.items():
            if number not in groups:
                groups[number] = self._same(one.key, keys, groups) or (number, "open")
                keys[number] = one.key
                await asyncio.sleep(0)
            group, state = groups[number]
            ignored = state == "ignored"
            values = {"id": number, "group_id": group, "text": "" if ignored else one.text, "key": one.key, "language": one.language}
            values |= {"times": one.times, "last_at": one.last_at, "state": "ignored" if ignored else "open"}
            writes.append((_STATEMENTS["put_unanswered"], values))
        return writes

    @staticmethod
    def _same(key: str, keys: dict[int, str], groups: dict[int, tuple[int, str]]) -> tuple[int, str] | None:
        found = process.extract(key, keys, scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=20)
        return next((groups[number] for other, _, number in found if ask_the_same(key, other)), None)

    # The queue of unanswered questions.

    async def wording(self, number: int) -> Wording | None:
        """A question by its id; None if it is forgotten, or ignored."""
        await self.flush()
        row = self._read_db.execute(_STATEMENTS["wording"], {"id": number}).fetchone()
        return Wording(*row) if row else self._recent.get(number)

    def groups(self) -> list[int]:
        """The groups of open questions, the most asked first."""
        return [int(row[0]) for row in self._read_db.execute(_STATEMENTS["groups"])]

    def group(self, group_id: int) -> Group | None:
        """An open group; None if it was decided on."""
        wordings = tuple(Wording(*row) for row in self._read_db.execute(_STATEMENTS["group"], {"group_id": group_id}))
        watching = self._read_db.execute(_STATEMENTS["watching"], {"group_id": group_id}).fetchone()[0]
        return Group(group_id, wordings, int(watching)) if wordings else None

    def is_ignored(self, number: int) -> bool:
        """Whether editors decided that a question is not theirs to answer."""
        row = self._read_db.execute(_STATEMENTS["state"], {"id": number}).fetchone()
        return row is not None and row[0] == "ignored"

    def open_wordings(self) -> list[Wording]:
        """Every open question, group by group."""
        return [Wording(*row) for row in self._read_db.execute(_STATEMENTS["open_wordings"])]

    async def ignore(self, group_id: int) -> bool:
        """Never show a group again, and tell those who wait that there will be no answer; False if it was decided on before."""
        return await self._write("no_answer", "ignore", group_id=group_id) > 0

    async def settle(self, group_id: int, queries: dict[int, str]) -> None:
        """A group can be answered, each wording by a short form: it leaves the queue, and who waits will be told."""
        writes = [self._statement("found", id=number, query=query) for number, query in queries.items()]
        await self._writer.write([*writes, self._statement("settle", group_id=group_id)], durable=True)

    # Who waits for an answer.

    async def watch(self, user_id: int, number: int, language: Language) -> bool:
        """Tell a person once a question can be answered; False if they wait for it already."""
        return await self._write("watch", user_id=user_id, question_id=number, language=language) > 0

    async def unwatch(self, user_id: int, number: int) -> None:
        await self._write("unwatch", user_id=user_id, question_id=number)

    def due(self, limit: int) -> list[Due]:
        """Answers that can be told now, who waits longest first."""
        return [Due(*row) for row in self._read_db.execute(_STATEMENTS["due"], {"now": int(self._clock()), "limit": limit})]

    def doubtful(self, owner: str) -> list[Due]:
        """What dead processes had begun to tell; `attempts` counts the try that each was at. Dead is one whose name no process holds."""
        owners = [str(row[0]) for row in self._read_db.execute(_STATEMENTS["in_hand"], {"owner": owner}).fetchall()]
        gone = [each for each in owners if not self.driver.is_held(each)]
        return [Due(*row) for each in gone for row in self._read_db.execute(_STATEMENTS["doubtful"], {"gone": each}).fetchall()]

    def note_handed(self, due: Due) -> None:
        """Note at once, on the event loop, that the try counted by `attempts` is being written to the network. For a shared state only."""
        self.driver.note(_STATEMENTS["note_handed"], {"user_id": due.user_id, "question_id": due.question_id, "attempts": due.attempts})

    def was_handed(self, due: Due) -> bool:
        values = {"user_id": due.user_id, "question_id": due.question_id, "attempts": due.attempts}
        return self._read_db.execute(_STATEMENTS["was_handed"], values).fetchone() is not None

    async def begin(self, due: Due, owner: str) -> bool:
        """Write down that somebody is about to be told; False if they no longer wait."""
        return await self._write("begin", user_id=due.user_id, question_id=due.question_id, owner=owner) > 0

    async def told(self, due: Due) -> None:
        """Somebody was told, or cannot be: nothing waits any more."""
        await self._write("told", user_id=due.user_id, question_id=due.question_id)

    async def again(self, due: Due, at: float = 0, lost: bool = False) -> None:
        """Tell somebody later; `lost`: the base has lost the answer, so they wait for another one."""
        await self._write("again", user_id=due.user_id, question_id=due.question_id, due_at=int(at), lost=int(lost))

    # Requests to staff.

    async def request(self, user_id: int, kind: RequestKind, subject: str, language: Language) -> int | None:
        """Put a request into the queue; its id, or None if the same person's same one is open there already."""
        rows = await self._returned("request", user_id=user_id, kind=kind, subject=subject, language=language)
        return int(rows[0][0]) if rows else None

    def get_request(self, number: int) -> Request | None:
        row = self._read_db.execute(_STATEMENTS["get_request"], {"id": number}).fetchone()
        return Request(*row) if row else None

    def open_requests(self) -> list[int]:
        """The ids of what waits for staff, the oldest first."""
        return [int(row[0]) for row in self._read_db.execute(_STATEMENTS["open_requests"])]

    async def comment(self, number: int, user_id: int, said: str) -> bool:
        """Add what the guest says of their own request; False if it waits no more."""
        return await self._write("comment", id=number, user_id=user_id, comment=said) > 0

    async def take_request(self, number: int, by: int, reply: str) -> bool:
        """Claim a request for the message `reply` (chat:message) that answers it; False if another one has. The same message may come again."""
        return await self._write("take_request", id=number, by=by, reply=reply) > 0

    async def end_request(self, number: int, reply: str, state: RequestState) -> None:
        """What became of the answer; `open`: it could not be passed on."""
        await self._write("end_request", id=number, reply=reply, state=state)

    async def close_request(self, number: int, by: int) -> bool:
        """Done without an answer; False if it waits no more."""
        return await self._write("close_request", id=number, by=by) > 0

    async def withdraw_request(self, number: int) -> None:
        """As if it had not been made: it reached nobody."""
        await self._write("withdraw_request", id=number)

    async def put_prompt(self, chat_id: int, message_id: int, subject: int, awaits: Awaits) -> None:
        """A reply to this message of the bot is a comment on a request, the answer to it, or what a group of questions means."""
        await self._write("put_prompt", chat_id=chat_id, message_id=message_id, subject_id=subject, awaits=awaits)

    def prompt(self, chat_id: int, message_id: int) -> tuple[int, Awaits] | None:
        """What a reply to this message is about, and what it is."""
        row = self._read_db.execute(_STATEMENTS["prompt"], {"chat_id": chat_id, "message_id": message_id}).fetchone()
        return (int(row[0]), row[1]) if row else None

    # Statistics.

    def asked(self, since: int) -> list[Asked]:
        """The counts of replies from a day on."""
        return [Asked(*row) for row in self._read_db.execute(_STATEMENTS["asked"], {"since": since})]

    def most_asked(self, what: What, since: int, people: int, limit: int) -> list[tuple[str, int]]:
        """Records or queries with how often they were asked from a day on: only what so many different people asked for within one day."""
        values = {"what": what, "since": since, "people": people, "limit": limit}
        return [(str(subject), int(times)) for subject, times in self._read_db.execute(_STATEMENTS["asked_about"], values)]


# For the store, which forgets what is past its time.
FORGET = {name: sql for name, sql in _STATEMENTS.items() if name.startswith("forget_")}
