"""The programme of the festival as editors loaded it, and the reminders that people set. Times are Unix seconds."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from handlers.state.driver import Driver, Write
from handlers.state.part import Part
from handlers.state.sql import statements
from kb import Language

_STATEMENTS = statements("programme.sql")

Kind = Literal["screening", "event"]
Access = Literal["free", "ticket", "accreditation", "invitation"]
What = Literal["reminder", "change"]
ReminderState = Literal["waiting", "sent", "blocked", "failed", "skipped"]
Localised = Mapping[Language, str]


@dataclass(frozen=True)
class Venue:
    """A place of the programme. `names` has every language, `addresses` those that were given."""

    id: str
    names: Localised
    aliases: tuple[str, ...] = ()
    addresses: Localised = field(default_factory=dict)
    latitude: float | None = None
    longitude: float | None = None

    def name(self, language: Language) -> str:
        return self.names[language]


@dataclass(frozen=True)
class Screening:
    """An entry of the programme. `names` may be empty if `film` names a record; `languages` and `subtitles` are ISO 639 codes."""

    id: str
    kind: Kind
    venue_id: str
    starts_at: int
    ends_at: int | None = None
    film: str | None = None
    names: Localised = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    access: Access | None = None
    notes: Localised = field(default_factory=dict)
    cancelled: bool = False
    version: int = field(default=0, compare=False)
    changed_at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Was:
    """What a screening was before a change that people are told of."""

    starts_at: int
    venue: Localised
    title: Localised
    cancelled: bool = False


@dataclass(frozen=True)
class Due:
    """A message that is due: a reminder, or a change with what was before it."""

    user_id: int
    screening_id: str
    what: What
    minutes: int
    language: Language
    was: Was | None
    attempts: int


@dataclass(frozen=True)
class Update:
    """What loading a programme does: all of it, in one transaction. `told` are the changes that people who set a reminder hear of."""

    venues: tuple[Venue, ...] = ()
    put: tuple[Screening, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    told: Mapping[str, Was] = field(default_factory=dict)


class Programme(Part):
    """Over the database of the store. Writes are durable: on the disk when they return."""

    sql = _STATEMENTS

    def __init__(self, driver: Driver, clock: Callable[[], float]) -> None:
        super().__init__(driver, clock)
        self._held: tuple[str, Mapping[str, Screening], Mapping[str, Venue]] | None = None

    # The programme.

    @property
    def revision(self) -> str:
        """Another one after each loading; empty if none was loaded."""
        row = self._read_db.execute(_STATEMENTS["revision"]).fetchone()
        return str(row[0]) if row else ""

    def is_loaded(self) -> bool:
        return bool(self._read()[0])

    def venues(self) -> Mapping[str, Venue]:
        """Every venue by its id."""
        return self._read()[1]

    def get(self, screening_id: str) -> Screening | None:
        return self._read()[0].get(screening_id)

    def all(self) -> list[Screening]:
        """Every entry by its start, the cancelled ones too."""
        return list(self._read()[0].values())

    def between(self, since: int, until: int) -> list[Screening]:
        """The entries that start from `since` to before `until`, the cancelled ones too."""
        return [entry for entry in self._read()[0].values() if since <= entry.starts_at < until]

    def _read(self) -> tuple[Mapping[str, Screening], Mapping[str, Venue]]:
        """The programme as it was loaded last, by whichever process; read anew only after that."""
        revision = self.revision
        if self._held is None or self._held[0] != revision:
            entries = {row[0]: _screening(*row) for row in self._read_db.execute(_STATEMENTS["screenings"])}
            self._held = revision, entries, {row[0]: _venue(*row) for row in self._read_db.execute(_STATEMENTS["venues"])}
        return self._held[1], self._held[2]

    async def load(self, update: Update) -> None:
        """Load a programme, all of it or nothing; reminders go with their screenings."""
        writes: list[Write] = [self._statement("put_venue", **_venue_row(venue)) for venue in update.venues]
        for screening in update.put:
            writes.append(self._statement("put_screening", **_row(screening)))
            if screening.id in update.moved:
                writes.append(self._statement("move_reminders", id=screening.id, starts_at=screening.starts_at))
        for screening_id, was in update.told.items():
            writes.append(self._statement("tell_change", id=screening_id, was=json.dumps(vars(was), ensure_ascii=False)))
        for screening_id in update.removed:
            writes.append(self._statement("forget_reminders_of_screening", id=screening_id))
            writes.append(self._statement("forget_screening", id=screening_id))
        writes.append(self._statement("forget_venues"))
        writes.append(self._statement("set_revision", revision=secrets.token_hex(8)))
        await self._writer.write(writes, durable=True)

    # Reminders.

    async def remind(self, user_id: int, screening_id: str, minutes: int, language: Language) -> bool:
        """Set a person's reminder, or change it; False if the screening has begun, is cancelled or gone."""
        return await self._write("set_reminder", user_id=user_id, screening_id=screening_id, minutes=minutes, language=language) == 1

    async def unset_reminder(self, user_id: int, screening_id: str) -> None:
        """Take a reminder away; whoever has none hears of no change either."""
        await self._write("unset_reminder", user_id=user_id, screening_id=screening_id)

    def reminder(self, user_id: int, screening_id: str) -> int | None:
        """How many minutes before the start a person is reminded; None if they set no reminder."""
        row = self._read_db.execute(_STATEMENTS["reminder"], {"user_id": user_id, "screening_id": screening_id}).fetchone()
        return int(row[0]) if row else None

    def reminders(self, user_id: int) -> list[tuple[str, int]]:
        """A person's reminders of what has not ended: screening, minutes before it; by their start."""
        rows = self._read_db.execute(_STATEMENTS["reminders_of_person"], {"user_id": user_id, "now": int(self._clock())})
        return [(str(screening_id), int(minutes)) for screening_id, minutes in rows]

    def reminded(self, screening_id: str) -> int:
        """How many people set a reminder of a screening."""
        return int(self._read_db.execute(_STATEMENTS["reminded"], {"screening_id": screening_id}).fetchone()[0])

    def due(self, limit: int) -> list[Due]:
        """What is to be sent now, what starts earliest first."""
        return self._due("due", now=int(self._clock()), limit=limit)

    def _due(self, name: str, **values: Any) -> list[Due]:
        rows = self._read_db.execute(_STATEMENTS[name], values)
        return [
            Due(user_id, screening_id, what, minutes, language, Was(**json.loads(was)) if was else None, attempts)
            for user_id, screening_id, what, minutes, language, was, attempts in rows
        ]

    async def begin(self, due: Due, owner: str) -> bool:
        """Write down that a message is about to be sent, before it is. False: it is not to be sent now (taken away, moved, in other hands)."""
        return await self._write("begin", **_key(due), owner=owner) == 1

    async def end(self, due: Due, owner: str, state: ReminderState, reason: str | None = None, again_at: int | None = None) -> None:
        """Write down what became of a message; what is `waiting` is sent again at `again_at`."""
        await self._write("end", **_key(due), owner=owner, state=state, reason=reason, due_at=again_at)

    def doubtful(self, owner: str) -> list[Due]:
        """What dead senders had begun; `attempts` counts the try that each was at. Dead is a sender whose name no process holds."""
        owners = [str(row[0]) for row in self._read_db.execute(_STATEMENTS["in_hand"], {"owner": owner}).fetchall()]
        return [due for gone in owners if not self.driver.is_held(gone) for due in self._due("doubtful", gone=gone)]

    async def recover(self, due: Due, owner: str, sent: bool) -> None:
        """After a crash: take a message as sent, or send it again."""
        await self._write("recover", **_key(due), owner=owner, state="sent" if sent else "waiting")

    def note_handed(self, due: Due) -> None:
        """Note at once, on the event loop, that the try counted by `attempts` is being written to the network. For a shared state only."""
        self.driver.note(_STATEMENTS["note_handed"], {**_key(due), "attempts": due.attempts})

    def was_handed(self, due: Due) -> bool:
        return self._read_db.execute(_STATEMENTS["was_handed"], {**_key(due), "attempts": due.attempts}).fetchone() is not None


def _key(due: Due) -> dict[str, Any]:
    return {"user_id": due.user_id, "screening_id": due.screening_id, "what": due.what}


def _venue(id: str, content: str, latitude: float | None, longitude: float | None) -> Venue:
    data = json.loads(content)
    return Venue(id, data["names"], tuple(data["aliases"]), data["addresses"], latitude, longitude)


def _venue_row(venue: Venue) -> dict[str, Any]:
    content = {"names": dict(venue.names), "aliases": venue.aliases, "addresses": dict(venue.addresses)}
    return {"id": venue.id, "content": json.dumps(content, ensure_ascii=False), "latitude": venue.latitude, "longitude": venue.longitude}


_CONTENT = ("names", "languages", "subtitles", "access", "notes")


def _screening(
    id: str, kind: Kind, film: str | None, venue_id: str, starts_at: int, ends_at: int | None, cancelled: int, content: str, version: int, changed_at: int
) -> Screening:
    data = json.loads(content)
    listed: Iterable[str] = ("languages", "subtitles")
    data |= {key: tuple(data[key]) for key in listed}
    return Screening(id, kind, venue_id, starts_at, ends_at, film, cancelled=bool(cancelled), version=version, changed_at=changed_at, **data)


def _row(screening: Screening) -> dict[str, Any]:
    content = {key: dict(value) if isinstance(value := getattr(screening, key), Mapping) else value for key in _CONTENT}
    columns = ("id", "kind", "film", "venue_id", "starts_at", "ends_at")
    return {key: getattr(screening, key) for key in columns} | {"cancelled": int(screening.cancelled), "content": json.dumps(content, ensure_ascii=False)}
