"""One store over one database: a SQLite file, or PostgreSQL when several replicas share the work (`driver.py`). Reads are on the event loop.

Its SQL stands in `store.sql` and `migrations/`, in the subset that both share. Times are Unix seconds.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any, Literal, cast

from handlers.state import backup
from handlers.state.driver import DatabaseError, Driver
from handlers.state.editing import Editing
from handlers.state.outbox import STEPS, Outbox
from handlers.state.programme import Programme
from handlers.state.questions import FORGET as FORGET_QUESTIONS
from handlers.state.questions import MOST, Questions
from handlers.state.schema import StateFault
from handlers.state.sql import statements
from handlers.state.sqlite import SqliteDriver
from handlers.state.staff import StaffState
from handlers.state.steps import in_steps
from kb import LANGUAGES, Language

log = logging.getLogger(__name__)

_STATEMENTS = statements("store.sql") | FORGET_QUESTIONS | STEPS
Subscription = Literal["offered", "subscribed", "unsubscribed"]
# «And who wrote it?» is about the last question for so long.
CONTEXT_SECONDS = 30 * 60
# So long an answer can be edited with its question, and a long query be found under its short id.
KEEP_SECONDS = 30 * 24 * 3600
# So long after an announcement ended, or was paused for good, its report can name the chats, and what was sent can be corrected where Telegram allows.
DELIVERIES_SECONDS = 90 * 24 * 3600
# So long it can be seen what staff did.
AUDIT_SECONDS = 365 * 24 * 3600
# So long after a screening it is known who had a reminder of it.
REMINDERS_SECONDS = 30 * 24 * 3600

# So long a draft of an edit, and what waits for a yes, are kept.
EDITING_SECONDS = 30 * 24 * 3600

# A text for a link into the private chat, and the counts of what is posted through inline mode.
UNPARSED_SECONDS = 15 * 60
DAY, CHOICE_DAYS = 24 * 3600, 90

# So long after the last time it is known what was asked and not answered, if the config says nothing else.
QUESTION_DAYS = 90
# So long a request to staff is kept, so long the counts of what was asked are.
REQUEST_DAYS, ASKED_DAYS = 30, 400

# The tables that hold rows of a person; `queries` holds none.
_PERSONAL = (
    *("people", "conversations", "answers", "chats", "inbox", "muted_topics", "deliveries", "composing", "staff", "invitations", "menus", "reminders"),
    *("watches", "prompts", "requests"),
    *("editing", "proposals"),
)
# What a member of staff sees of a request that they answered: not whose it is.
_ANSWERED = ("id", "kind", "asked_at", "state", "answered_by")
# What staff did stays for its time when they leave: nobody clears their own traces.
_COUNTED = (*_PERSONAL, "audit", "announcements", "changes", "taught")
# The tables whose rows go with a group that becomes a supergroup, and those of which nothing stays behind: of deliveries only what still
# waits goes, and no answer does, since there the same message ids are other messages.
MOVED = ("chats", "memberships", "conversations", "muted_topics", "deliveries")
LEFT_BEHIND = ("chats", "memberships", "conversations", "muted_topics", "answers", "prompts", "proposals")


@dataclass(frozen=True)
class Place:
    """Where a conversation goes on: a person in a topic of a chat; `topic_id` is 0 outside forums."""

    chat_id: int
    topic_id: int
    user_id: int


@dataclass(frozen=True)
class Membership:
    """The bot in a group or channel; `language` is what its admins chose, if they did."""

    type: str
    status: str
    may_write: bool
    language: Language | None
    quiet: bool


class Store(StaffState):
    """The state. Open it with `await Store.open(path or URL)`, and `await close()` it."""

    def __init__(self, driver: Driver, clock: Callable[[], float] = time, question_days: int = QUESTION_DAYS) -> None:
        self.driver = driver
        self.clock = clock
        self._question_days = question_days
        self.unnoted = 0
        """How many writes that an answer can do without failed."""
        self._writer, self._read_db = driver.writer, driver.reader
        self.outbox = Outbox(driver, clock)
        self.programme = Programme(driver, clock)
        self.questions = Questions(driver, clock)
        self.editing = Editing(driver, clock)

    @classmethod
    async def open(cls, location: Path | str, clock: Callable[[], float] = time, question_days: int = QUESTION_DAYS) -> Store:
        """Open or create a file, or open a database of PostgreSQL (`postgresql://…`); bring it to the newest schema.

        What nobody answered is kept for `question_days` after it was last asked.

        Raises:
            StateFault: the state was written by a newer version of the bot, cannot be reached, or cannot be copied before the migration.
        """
        return cls(_driver(location, clock), clock, question_days)

    @property
    def path(self) -> Path:
        """The state's file. Raises `StateFault` if it is in none: ask `driver.file` first."""
        if self.driver.file is None:
            raise StateFault(f"The state is in {self.driver.where}, there is no file")
        return self.driver.file

    async def hold_back_restored(self) -> int:
        """After another tool has put a backup in place: pause what was on its way, which may have been sent since. How many announcements."""
        done = await self._writer.write([(statement, {}) for statement in backup.hold_back()], durable=True)
        return sum(each.changed for each in done)

    async def close(self) -> None:
        """Finish what is being written, then close the connections."""
        await self.questions.flush()
        await self.driver.close()

    async def language(self, user_id: int) -> Language | None:
        found = self._one("language", user_id=user_id)
        return found if found in LANGUAGES else None

    async def set_language(self, user_id: int, language: Language) -> None:
        await self._write("set_language", user_id=user_id, language=language)

    async def note_language(self, user_id: int, language: Language) -> None:
        """The same for a language that somebody wrote in rather than chose."""
        await self._note("set_language", user_id=user_id, language=language)

    async def last_query(self, place: Place, within: int = CONTEXT_SECONDS) -> str | None:
        """The short form of the last query there, if it was asked within so many seconds."""
        since = int(self.clock()) - within
        return self._one("last_query", chat_id=place.chat_id, topic_id=place.topic_id, user_id=place.user_id, since=since)

    async def set_last_query(self, place: Place, query: str) -> None:
        await self._note("set_last_query", chat_id=place.chat_id, topic_id=place.topic_id, user_id=place.user_id, query=query, patient=True)

    async def subscription(self, chat_id: int) -> Subscription | None:
        """What a chat chose; `offered` if it was asked and has not answered; None if it was never asked."""
        return cast(Subscription | None, self._one("subscription", chat_id=chat_id))

    async def set_subscription(self, chat_id: int, type: str, subscription: Subscription) -> None:
        await self._write("set_subscription", chat_id=chat_id, type=type, subscription=subscription)

    async def offer_subscription(self, chat_id: int, type: str) -> bool:
        """Note that a chat is offered the announcements; False if it was offered them before."""
        if self._one("subscription", chat_id=chat_id) is not None:
            return False
        await self._write("offer_subscription", chat_id=chat_id, type=type)
        return True

    async def take_back_offer(self, chat_id: int) -> None:
        """The offer did not reach the chat: nothing is noted of it any more, unless somebody has answered it."""
        await self._note("take_back_offer", chat_id=chat_id)

    def see_chat(self, chat_id: int, type: str) -> None:
        """Note that somebody wrote in a chat today: it can be reached (again). Writes once a day; the answer does not wait for it."""
        today = int(self.clock()) // 86400
        try:
            row = self._read_db.execute(_STATEMENTS["seen"], {"chat_id": chat_id}).fetchone()
        except DatabaseError as error:  # raised, it would make the update be handled again after its answer
            self._not_noted("see_chat", error)
            return
        if row is None or row[0] != today or row[1] is not None:
            values = {"chat_id": chat_id, "type": type, "today": today, "now": int(self.clock())}
            self._writer.write([(_STATEMENTS["see_chat"], values)], patient=True).add_done_callback(self._seen)

    async def settle(self) -> None:
        """Wait until what nobody waited for is written, or has failed to be."""
        with suppress(DatabaseError):
            await self._writer.write([])

    def _seen(self, written: asyncio.Future[Any]) -> None:
        if not written.cancelled() and isinstance(error := written.exception(), DatabaseError):
            self._not_noted("see_chat", error)

    async def answer_to(self, chat_id: int, question_id: int) -> int | None:
        """The id of the message that answers this question."""
        found = self._one("answer_to", chat_id=chat_id, question_id=question_id)
        return int(found) if found else None

    async def query_of_answer(self, chat_id: int, answer_id: int) -> str | None:
        return self._one("query_of_answer", chat_id=chat_id, answer_id=answer_id)

    async def set_answer(self, chat_id: int, question_id: int, answer_id: int, query: str | None, asker_id: int) -> None:
        await self._note("set_answer", chat_id=chat_id, question_id=question_id, answer_id=answer_id, query=query, asker_id=asker_id)

    async def note_answer(self, here: Place, question_id: int, answer_id: int, query: str | None, language: Language | None) -> None:
        """All that is noted of an answer, in one commit: `set_answer`, and if there are any the query as the last one and the language as written in."""
        names = (*(["set_language"] if language else []), *(["set_last_query"] if query else []), "set_answer")
        chat = {"chat_id": here.chat_id, "topic_id": here.topic_id, "user_id": here.user_id, "asker_id": here.user_id}
        await self._note(*names, **chat, question_id=question_id, answer_id=answer_id, query=query, language=language, patient=True)

    async def keep_query(self, query: str) -> str:
        """Keep a query that is too long for a button; its id has 10 characters."""
        key = hashlib.sha256(query.encode()).hexdigest()[:10]
        await self._note("keep_query", id=key, query=query)
        return key

    async def kept_query(self, key: str) -> str | None:
        return self._one("kept_query", id=key)

    def tables(self) -> list[str]:
        """The tables of the schema, which `/privacy` explains one by one."""
        return self.driver.tables()

    def count_of(self, user_id: int) -> dict[str, int]:
        """Table → how many rows it holds of a person. A private chat has the id of its person."""
        return {table: int(self._one(f"count_{table}", user_id=user_id) or 0) for table in _COUNTED}

    def rows_of(self, user_id: int) -> dict[str, list[dict[str, Any]]]:
        """Table → the rows that `count_of` counts, each as column → value."""
        found = {}
        for table in _COUNTED:
            cursor = self._read_db.execute(_STATEMENTS[f"count_{table}"].replace("count(*)", "*", 1), {"user_id": user_id})
            names = [column[0] for column in cursor.description]
            found[table] = [dict(zip(names, row, strict=True)) for row in cursor]
        found["requests"] = [row if row["user_id"] == user_id else {name: row[name] for name in _ANSWERED} for row in found["requests"]]
        return found

    async def forget_person(self, user_id: int) -> None:
        """Delete every row of a person and of the private chat with them, but for what they did as staff."""
        for table in _PERSONAL:
            await self._write(f"forget_person_{table}", user_id=user_id)
        await self._write("forget_person_answered", user_id=user_id)

    async def forget_old(self) -> None:
        """Delete what is past its time, however much that is: guests are answered meanwhile."""
        now = int(self.clock())
        await self._forget_in_steps("conversations", before=now - CONTEXT_SECONDS)
        await self._forget_in_steps("answers", before=now - KEEP_SECONDS)
        await self._write("forget_queries", before=now - KEEP_SECONDS)
        for row in self._rows("announcements_before", before=now - DELIVERIES_SECONDS):
            await self._forget_in_steps("deliveries", id=row[0], before=now - DELIVERIES_SECONDS)
        await self._write("forget_invitations", before=now)
        await self._write("forget_audit", before=now - AUDIT_SECONDS)
        await self._write("forget_reminders", before=now - REMINDERS_SECONDS)
        await self._write("forget_unparsed", before=now - UNPARSED_SECONDS)
        await self.editing.forget_old(now - EDITING_SECONDS)
        await self._write("forget_inline_choices", before=now // DAY - CHOICE_DAYS)
        await self._write("forget_requests", before=now - REQUEST_DAYS * DAY)
        await self._write("forget_prompts", before=now - REQUEST_DAYS * DAY)
        await self._write("forget_unanswered", before=now - self._question_days * DAY)
        await self._write("forget_rare", most=MOST)
        await self._write("forget_watches")
        await self._write("forget_ignored")
        await self._write("forget_asked", before=now // DAY - ASKED_DAYS)
        await self._write("forget_asked_about", before=now // DAY - ASKED_DAYS)

    async def _forget_in_steps(self, table: str, **values: Any) -> None:
        await in_steps(self.driver, _STATEMENTS[f"step_{table}"], (_STATEMENTS[f"forget_{table}"], values), durable=False)

    async def put_in_inbox(self, updates: Sequence[tuple[int, int | None, str]]) -> None:
        """Keep updates, each as (its id, the person's id, JSON), until they are handled. One commit."""
        now = int(self.clock())
        rows = [{"update_id": update_id, "user_id": user_id, "content": content, "now": now} for update_id, user_id, content in updates]
        await self._writer.write([(_STATEMENTS["put_in_inbox"], row) for row in rows])

    async def take_from_inbox(self, handled: Iterable[int], forgotten: Iterable[int]) -> None:
        """Of what is handled keep only the id, also if it was never put in; of what is forgotten nothing. One commit."""
        now = int(self.clock())
        writes = [(_STATEMENTS["take_from_inbox"], {"update_id": update_id, "now": now}) for update_id in handled]
        writes += [(_STATEMENTS["forget_update"], {"update_id": update_id}) for update_id in forgotten]
        await self._writer.write(writes, patient=True)

    def inbox_unhandled(self) -> list[tuple[int, str, int]]:
        """What is to be handled, in the order in which it came: (id, JSON, when it came)."""
        return [(int(update_id), str(content), int(at)) for update_id, content, at in self._read_db.execute(_STATEMENTS["inbox_unhandled"])]

    def inbox_handled(self) -> list[int]:
        """The ids that are still known of handled updates, the oldest first."""
        return [int(row[0]) for row in self._read_db.execute(_STATEMENTS["inbox_handled"])]

    def is_handled(self, update_id: int) -> bool:
        """Whether an update is one of those whose ids are still known."""
        return self._one("is_handled", update_id=update_id) is not None

    def probe(self) -> None:
        """See that the database is there and can be read. Raises `DatabaseError`."""
        self.driver.probe()

    def count_deliveries(self) -> dict[str, int]:
        """State → how many deliveries of announcements that are being sent or paused. Over a connection of its own: for another thread."""
        return {str(state): int(number) for state, number in self.driver.separately(_STATEMENTS["count_deliveries_at_work"], {})}

    def chats(self) -> int:
        """How many people have a chat with the bot."""
        return int(self._one("chats") or 0)

    # Groups and inline.

    def membership(self, chat_id: int) -> Membership | None:
        """What is known of the bot in a group or channel; None if it never heard of its membership there."""
        row = self._read_db.execute(_STATEMENTS["membership"], {"chat_id": chat_id}).fetchone()
        if row is None:
            return None
        type_, status, may_write, language, quiet = row
        return Membership(type_, status, bool(may_write), language if language in LANGUAGES else None, bool(quiet))

    async def set_membership(self, chat_id: int, type: str, status: str, may_write: bool) -> None:
        """Note what the bot is and may do there; announcements go only where it may write."""
        now = int(self.clock())
        values = {"chat_id": chat_id, "type": type, "status": status, "may_write": int(may_write), "now": now}
        await self._writer.write([(_STATEMENTS["set_membership"], values), (_STATEMENTS["set_reachable"], values)])

    async def set_reachable(self, chat_id: int, may_write: bool) -> None:
        """Note whether a chat takes messages: a person blocked the bot or came back, or Telegram refused to send."""
        values = {"chat_id": chat_id, "may_write": int(may_write), "now": int(self.clock())}
        await self._writer.write([(_STATEMENTS["set_reachable"], values), (_STATEMENTS["set_may_write"], values)])

    async def set_group_language(self, chat_id: int, type: str, language: Language) -> None:
        await self._write("set_group_language", chat_id=chat_id, type=type, language=language)

    async def set_quiet(self, chat_id: int, type: str, quiet: bool) -> None:
        await self._write("set_quiet", chat_id=chat_id, type=type, quiet=int(quiet))

    async def asker_of_answer(self, chat_id: int, answer_id: int) -> int | None:
        """Who asked what this message answers."""
        found = self._one("asker_of_answer", chat_id=chat_id, answer_id=answer_id)
        return int(found) if found else None

    async def migrate_chat(self, chat_id: int, new_id: int) -> None:
        """A group became a supergroup with another id: its rows go with it, all or none. Nothing happens the second time."""
        values = {"chat_id": chat_id, "new_id": new_id, "now": int(self.clock())}
        names = [*(f"move_{table}" for table in MOVED), "skip_moved", "move_staff_chat", *(f"forget_chat_{table}" for table in LEFT_BEHIND)]
        await self._writer.write([(_STATEMENTS[name], values) for name in names])

    async def count_inline_choice(self, query: str, language: Language) -> None:
        """Count that a result was posted through inline mode today."""
        await self._note("count_inline_choice", query=query, language=language, day=int(self.clock()) // DAY)

    def most_chosen(self, days: int, many: int) -> list[str]:
        """The short forms that were posted most often in the last days, the most frequent first."""
        since = int(self.clock()) // DAY - days
        return [str(row[0]) for row in self._read_db.execute(_STATEMENTS["most_chosen"], {"since": since, "many": many})]

    @staticmethod
    def unparsed_key(text: str) -> str:
        """The id under which `keep_unparsed` keeps a text: 16 characters."""
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    async def keep_unparsed(self, text: str) -> None:
        """Keep a text for 15 minutes, for a link to it; forget those that are older."""
        await self._note("keep_unparsed", id=self.unparsed_key(text), text=text)
        await self._note("forget_unparsed", before=int(self.clock()) - UNPARSED_SECONDS)

    def unparsed(self, key: str) -> str | None:
        """A kept text, if it is not older than 15 minutes."""
        return self._one("unparsed", id=key, since=int(self.clock()) - UNPARSED_SECONDS)

    def _one(self, name: str, **values: Any) -> str | None:
        row = self._read_db.execute(_STATEMENTS[name], values).fetchone()
        return None if row is None or row[0] is None else str(row[0])

    def _rows(self, name: str, **values: Any) -> list[tuple[Any, ...]]:
        return self._read_db.execute(_STATEMENTS[name], values).fetchall()

    async def _note(self, *names: str, patient: bool = False, **values: Any) -> None:
        """Write what the answer at hand can do without: a database that takes no writes makes no answer fail."""
        try:
            await self._change(*names, patient=patient, **values)
        except DatabaseError as error:
            self._not_noted(", ".join(names), error)

    def _not_noted(self, what: str, error: DatabaseError) -> None:
        self.unnoted += 1
        log.error("%s failed (%s), the answer is given without it: %s", what, error, self.driver.mend)

    async def _write(self, name: str, **values: Any) -> None:
        await self._change(name, **values)

    async def _change(self, *names: str, patient: bool = False, **values: Any) -> bool:
        values["now"] = int(self.clock())
        changed = await self._writer.write([(_STATEMENTS[name], values) for name in names], patient=patient)
        return changed[0].changed > 0


def _driver(location: Path | str, clock: Callable[[], float]) -> Driver:
    if isinstance(location, Path):
        return SqliteDriver(location, clock())
    from handlers.state.postgresql import PostgresqlDriver  # 15 MB that a state in a file does without

    return PostgresqlDriver(location)
