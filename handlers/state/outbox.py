"""The outbox: announcements and their deliveries. Every change of a state is a compare-and-set that tells whether it happened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal

from handlers.state.driver import Row, Write
from handlers.state.part import Part
from handlers.state.sql import statements
from handlers.state.steps import HIGHEST, LOWEST, in_steps

_STATEMENTS = statements("outbox.sql")
# How a write goes over the deliveries of one announcement.
STEPS = {"step_deliveries": _STATEMENTS["step_deliveries"]}

AnnouncementState = Literal["draft", "review", "scheduled", "countdown", "sending", "paused", "done", "cancelled", "expired"]
DeliveryState = Literal["pending", "claimed", "sending", "sent", "retry", "blocked", "failed", "skipped", "unknown"]
Action = Literal["send", "edit", "delete"]
# A claim is somebody's for so many seconds; then its sender is taken for dead.
LEASE_SECONDS = 120


@dataclass(frozen=True)
class Announcement:
    """A row; `content` is JSON, times are Unix seconds."""

    id: int
    state: AnnouncementState
    action: Action
    content: str
    version: int
    author_id: int | None
    approved_by: int | None
    approved_version: int | None
    sent_by: int | None
    due_at: int | None
    expires_at: int | None
    started_at: int | None
    ended_at: int | None
    reason: str | None
    card_chat_id: int | None
    card_message_id: int | None
    created_at: int
    edited_by: int | None = None


@dataclass(frozen=True)
class Claim:
    """A delivery in the hands of one sender. `message_id` is set if a message that was sent is to be edited or deleted."""

    announcement_id: int
    action: Action
    chat_id: int
    language: str
    type: str
    attempts: int
    message_id: int | None
    wave: int = 1


@dataclass(frozen=True)
class Count:
    """How many deliveries of an announcement ended alike."""

    language: str
    type: str
    wave: int
    state: DeliveryState
    reason: str | None
    number: int


@dataclass(frozen=True)
class Audience:
    """Who gets an announcement: chats subscribed and not blocked, by language and type; `staff` alone if not `everyone`.

    `urgent` adds those who wrote in the last days (`since`, in days since 1970-01-01) and did not unsubscribe.
    """

    everyone: bool = True
    languages: tuple[str, ...] = ("kk", "ru", "en")
    types: tuple[str, ...] = ("private", "groups", "channels")
    topic: str = ""
    urgent: bool = False

    def values(self, since: int, default_language: str) -> dict[str, Any]:
        flags = {name: int(name in self.languages) for name in ("kk", "ru", "en")} | {
            name: int(name in self.types) for name in ("private", "groups", "channels")
        }
        return flags | {
            "everyone": int(self.everyone),
            "urgent": int(self.urgent),
            "topic": self.topic,
            "since": since,
            "default_language": default_language,
        }


@dataclass(frozen=True)
class Step:
    """What the next message of a member of staff is (`awaits`, empty for nothing), for which announcement, under which card."""

    announcement_id: int
    awaits: str
    pending: str | None = None
    card_message_id: int | None = None


# Who wrote in the last so many days is reached by an urgent announcement.
URGENT_DAYS = 14


class Outbox(Part):
    """Over the database of the store. Writes are durable: on the disk when they return."""

    sql = _STATEMENTS

    async def add(
        self, content: str, author_id: int | None, state: AnnouncementState = "draft", due_at: int | None = None, expires_at: int | None = None
    ) -> int:
        """A new announcement; its id."""
        values = {"state": state, "content": content, "author_id": author_id, "due_at": due_at, "expires_at": expires_at}
        return int((await self._returned("add_announcement", **values))[0][0])

    def get(self, announcement_id: int) -> Announcement | None:
        return next(self._announcements("announcement", id=announcement_id), None)

    def newest(self, limit: int = 50) -> list[Announcement]:
        return list(self._announcements("announcements", limit=limit))

    def at_work(self) -> list[Announcement]:
        """What waits for its time, counts down or is being sent; the oldest first."""
        return list(self._announcements("announcements_at_work"))

    async def edit(
        self, announcement_id: int, version: int, content: str, expires_at: int | None = None, due_at: int | None = None, by: int | None = None
    ) -> bool:
        """Change a draft that nobody else has changed meanwhile; it needs approval again."""
        values = {"id": announcement_id, "version": version, "content": content, "expires_at": expires_at, "due_at": due_at, "by": by}
        return await self._write("edit_announcement", **values) == 1

    async def approve(self, announcement_id: int, version: int, by: int) -> bool:
        return await self._write("approve", id=announcement_id, version=version, by=by) == 1

    async def move(
        self,
        announcement_id: int,
        came_from: AnnouncementState,
        to: AnnouncementState,
        by: int | None = None,
        due_at: int | None = None,
        version: int | None = None,
        reason: str | None = None,
    ) -> bool:
        """Whether the announcement was in the one state and is now in the other. Two who press at once: one gets True."""
        values = {"id": announcement_id, "from": came_from, "to": to, "by": by, "due_at": due_at, "version": version, "reason": reason}
        writes = [self._statement("move", **values)]
        if not (await self._writer.write(writes, durable=True))[0].changed:
            return False
        if to in ("cancelled", "expired"):
            await self._in_steps("deliveries", "skip_rest", id=announcement_id, to=to)
        elif came_from == "countdown" and to != "sending":
            await self._in_steps("deliveries", "clear_audience", id=announcement_id)
        return True

    async def start(self, announcement_id: int, audience: Audience, staff: Iterable[int], default_language: str, version: int | None = None) -> bool:
        """Fix the audience and begin sending, at the end of the countdown; both or neither. Staff get it first, subscribed or not.

        The audience is written in steps, and nothing is sent until all of it is there. A start that a crash cut off is gone on with.
        """
        since = int(self._clock()) // 86400 - URGENT_DAYS
        # Staff first: they keep their wave when everyone else is added.
        writes: list[Write] = [
            self._statement("add_staff_delivery", id=announcement_id, chat_id=user_id, default_language=default_language, version=version) for user_id in staff
        ]
        await self._writer.write(writes)
        await self._in_steps("chats", "fix_audience", id=announcement_id, version=version, **audience.values(since, default_language))
        if await self.move(announcement_id, "countdown", "sending", version=version):
            return True
        await self._in_steps("deliveries", "clear_audience", id=announcement_id)
        return False

    async def follow_up(
        self, announcement_id: int, action: Action, since: int, content: str | None = None, version: int | None = None, by: int | None = None
    ) -> bool:
        """Edit or delete what was sent after `since`, through the same outbox."""
        await self._in_steps("deliveries", "add_follow_up_deliveries", id=announcement_id, action=action, since=since, version=version)
        return await self._write("take_up", id=announcement_id, action=action, content=content, version=version, by=by) == 1

    async def reached(self, announcement_id: int, since: int = 0) -> int:
        """How many chats got it, at or after a moment."""
        return int((await self._counted("count_reached", id=announcement_id, since=since))[0][0])

    async def ended_since(self, announcement: Announcement, since: int) -> int:
        """How many deliveries have ended at or after a moment."""
        return int((await self._counted("ended_since", id=announcement.id, action=announcement.action, since=since))[0][0])

    def others_since(self, announcement_id: int, since: int) -> list[Announcement]:
        """What else was announced, or is about to be; the newest first."""
        return list(self._announcements("others_since", id=announcement_id, since=since))

    def page(self, size: int, skip: int) -> list[Announcement]:
        """So many announcements, the newest first, after skipping some."""
        return list(self._announcements("announcement_page", size=size, skip=skip))

    def number(self) -> int:
        """How many announcements there are."""
        return int(self._read_db.execute(_STATEMENTS["count_announcements"]).fetchone()[0])

    def step(self, user_id: int) -> Step | None:
        """What a member of staff is composing."""
        row = self._read_db.execute(_STATEMENTS["step"], {"user_id": user_id}).fetchone()
        return Step(*row) if row else None

    async def set_step(self, user_id: int, step: Step) -> None:
        await self._write("set_step", user_id=user_id, **vars(step))

    async def end_step(self, user_id: int) -> None:
        await self._write("end_step", user_id=user_id)

    async def set_card(self, announcement_id: int, chat_id: int, message_id: int) -> None:
        await self._write("set_card", id=announcement_id, chat_id=chat_id, message_id=message_id)

    async def count_audience(self, audience: Audience, default_language: str) -> list[tuple[str, str, int]]:
        """Language, type of chat, how many: whom an announcement would reach now."""
        since = int(self._clock()) // 86400 - URGENT_DAYS
        rows = await self._counted("count_audience", after=LOWEST, upto=HIGHEST, **audience.values(since, default_language))
        return [(str(language), str(type_), int(number)) for language, type_, number in rows]

    async def claim(self, announcement: Announcement, wave: int, owner: str, limit: int) -> list[Claim]:
        """Take deliveries that are due into one sender's hands."""
        now = int(self._clock())
        values = {"id": announcement.id, "action": announcement.action, "wave": wave, "owner": owner, "limit": limit, "lease_until": now + LEASE_SECONDS}
        return [Claim(announcement.id, announcement.action, *row) for row in await self._returned("claim", **values)]

    async def begin(self, claim: Claim, owner: str) -> bool:
        """Write down that a message is about to be sent, before it is. False: it is not to be sent any more (paused, cancelled, not ours)."""
        lease_until = int(self._clock()) + LEASE_SECONDS
        return await self._write("begin", **_key(claim), owner=owner, lease_until=lease_until) == 1

    async def end(self, claim: Claim, owner: str, state: DeliveryState, message_id: int | None = None, reason: str | None = None, due_at: int = 0) -> bool:
        """Write down what became of a delivery, as soon as it is known."""
        return await self._write("end", **_key(claim), owner=owner, state=state, message_id=message_id, reason=reason, due_at=due_at) == 1

    async def give_back(self, claim: Claim, owner: str) -> None:
        """A delivery that was claimed and not sent: it waits again, or is skipped if its announcement has ended.

        After an error of the database it may stand there as begun all the same.
        """
        await self._write("give_back", **_key(claim), owner=owner)

    async def release(self, owner: str, announcement_id: int | None = None) -> None:
        """Give back what was claimed and not begun, of one announcement or all."""
        await self._write("release", id=announcement_id, owner=owner)

    async def recover(self, owner: str, resends: Callable[[Announcement], bool]) -> list[int]:
        """After a crash: what a dead sender claimed waits again; what it was sending is in doubt, and is sent again where `resends` says so.

        Dead is a sender whose name no process holds, or whose lease has ended. The ids of announcements with doubtful deliveries.
        """
        now, doubtful = self._clock(), set()
        for gone, lease_until in self._read_db.execute(_STATEMENTS["in_hand"], {"owner": owner}).fetchall():
            if lease_until >= now and self.driver.is_held(gone):
                continue
            found = [row[0] for row in self._read_db.execute(_STATEMENTS["doubtful"], {"gone": gone})]
            writes = [self._statement("release_gone", gone=gone)]
            for announcement_id in found:
                announcement = self.get(announcement_id)
                resend = int(announcement is not None and resends(announcement))
                writes.append(self._statement("doubt_gone", id=announcement_id, gone=gone, resend=resend))
            await self._writer.write(writes, durable=True)
            doubtful |= set(found)
        for announcement_id, state in self._read_db.execute(_STATEMENTS["half_skipped"]).fetchall():
            await self._in_steps("deliveries", "skip_rest", id=announcement_id, to=state)
        return sorted(doubtful)

    async def settle_unknown(self, announcement_id: int, action: Action, again: bool) -> bool:
        """Send the doubtful ones again, or leave them as they are (`skipped`); whether there were any."""
        writes = [self._statement("settle_unknown", id=announcement_id, action=action, state="retry" if again else "skipped")]
        if again:
            writes.append(self._statement("resume_for_unknown", id=announcement_id, action=action))
        return (await self._writer.write(writes, durable=True))[0].changed > 0

    async def counts(self, announcement: Announcement) -> list[Count]:
        """How many deliveries ended alike, in a settled order."""
        return [Count(*row) for row in await self._counted("counts", id=announcement.id, action=announcement.action)]

    async def counts_by_state(self, announcement: Announcement) -> dict[str, int]:
        """State → how many deliveries; only states that occur."""
        rows = await self._counted("counts_by_state", id=announcement.id, action=announcement.action)
        return {str(state): int(number) for state, number in rows}

    def open_in_wave(self, announcement: Announcement, wave: int) -> bool:
        """Whether deliveries of a wave have not ended."""
        values = {"id": announcement.id, "action": announcement.action, "wave": wave}
        return bool(self._read_db.execute(_STATEMENTS["open_in_wave"], values).fetchone()[0])

    def has_staff(self, announcement: Announcement) -> bool:
        """Whether staff get it first. The audience is fixed at the start, so that this does not change."""
        return bool(self._read_db.execute(_STATEMENTS["has_staff"], {"id": announcement.id, "action": announcement.action}).fetchone()[0])

    async def block(self, chat_id: int) -> None:
        """Telegram refuses messages to this chat: leave it alone until somebody writes there."""
        await self._write("block_chat", chat_id=chat_id)

    def wants(self, chat_id: int, topic: str) -> Literal["yes", "unsubscribed", "muted", "blocked"]:
        """Whether a chat still wants an announcement of a topic. A chat that is not known of (a staff member's) does."""
        row = self._read_db.execute(_STATEMENTS["wants"], {"chat_id": chat_id, "topic": topic}).fetchone()
        return row[0] if row else "yes"

    async def mute(self, chat_id: int, topic: str, muted: bool) -> None:
        await self._write("mute_topic" if muted else "unmute_topic", chat_id=chat_id, topic=topic)

    def muted(self, chat_id: int) -> list[str]:
        return [str(row[0]) for row in self._read_db.execute(_STATEMENTS["muted_topics"], {"chat_id": chat_id})]

    def pace(self) -> tuple[float, int] | None:
        """The rate that was borne last (messages a second), and until when nothing is sent (Unix seconds)."""
        row = self._read_db.execute(_STATEMENTS["pace"]).fetchone()
        return (float(row[0]), int(row[1])) if row else None

    async def set_pace(self, rate: float, paused_until: int) -> None:
        await self._write("set_pace", rate=rate, paused_until=paused_until)

    def _announcements(self, name: str, **values: Any) -> Iterator[Announcement]:
        cursor = self._read_db.execute(_STATEMENTS[name], values)
        names = [column[0] for column in cursor.description]
        order = [names.index(field.name) for field in fields(Announcement)]
        return (Announcement(*(row[place] for place in order)) for row in cursor.fetchall())

    async def _counted(self, name: str, **values: Any) -> list[Row]:
        """The rows of a read over many deliveries or chats: beside the event loop."""
        return await asyncio.to_thread(self.driver.separately, _STATEMENTS[name], values)

    async def _in_steps(self, over: str, name: str, **values: Any) -> None:
        await in_steps(self.driver, _STATEMENTS[f"step_{over}"], self._statement(name, **values), durable=True)


def _key(claim: Claim) -> dict[str, Any]:
    return {"id": claim.announcement_id, "chat_id": claim.chat_id, "action": claim.action}
