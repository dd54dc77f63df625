"""Rows → venues and screenings, with every fault by its row; and what loading them would change."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, cast
from zoneinfo import ZoneInfo

from babel import Locale

from handlers.programme.days import MINUTES, exists, moment
from handlers.programme.tables import Row
from handlers.state.programme import Access, Kind, Screening, Update, Venue, Was
from handlers.texts import text
from kb import LANGUAGES, KnowledgeBase, Language
from kb.language.fold import fold_phrase

_TEXTS = tuple(f"{what}_{language}" for what in ("name", "note", "address") for language in LANGUAGES)
# In the order of the template.
VENUE_COLUMNS = ("kind", "id", "name_kk", "name_ru", "name_en", "aliases", "address_kk", "address_ru", "address_en", "latitude", "longitude")
SCREENING_COLUMNS = (
    *("kind", "id", "film", "name_kk", "name_ru", "name_en", "venue", "date", "start", "end", "language", "subtitles", "access"),
    *("note_kk", "note_ru", "note_en", "cancelled"),
)
COLUMNS = frozenset((*VENUE_COLUMNS, *SCREENING_COLUMNS, *_TEXTS))
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 24
ACCESS: tuple[Access, ...] = ("free", "ticket", "accreditation", "invitation")
_YES, _NO = {"yes", "true", "1", "да", "иә"}, {"no", "false", "0", "нет", "жоқ"}
# Nothing of a programme lasts longer; an end before the start is after midnight.
_LONGEST_HOURS = 12
# What a spreadsheet shows for a formula that has no value.
_NO_VALUE = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
# So many faults are shown at once: a chat message holds no more.
MAX_FAULTS = 25


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row; `expected` names what would be right."""

    row: Row
    column: str
    found: str
    expected: str
    near: str = ""

    def said(self, language: Language) -> str:
        """The fault as one line of plain text."""
        where = text("programme-fault-row", language, row=str(self.number), sheet=self.row.sheet, sheets="one" if self.row.sheet else "none")
        expected = text(f"expected-{self.expected}", language, **({"near": self.near} if self.near else {}))
        found = "column" if self.expected == "column" else "text" if self.found else "empty"
        return text("programme-fault", language, where=where, column=self.column, what=found, found=self.found[:60], expected=expected)

    @property
    def number(self) -> int:
        """Its row: a column that no template has is named in the header."""
        return self.row.header or self.row.number if self.expected == "column" else self.row.number


@dataclass
class Loaded:
    """What a file holds; it can be loaded if there are no `faults`."""

    venues: dict[str, Venue] = field(default_factory=dict)
    screenings: dict[str, Screening] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Changes:
    """What loading a file does to the programme, by the ids of its entries."""

    update: Update
    added: tuple[str, ...]
    moved: tuple[str, ...]
    cancelled: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def any(self) -> bool:
        return bool(self.update.put or self.update.removed or self.update.venues)

    @property
    def fingerprint(self) -> str:
        """Eight letters that differ if anything else would be done."""
        return hashlib.sha256(repr((self.update.venues, self.update.put, self.update.removed)).encode()).hexdigest()[:8]


def load(rows: Sequence[Row], kb: KnowledgeBase, zone: ZoneInfo, known: Mapping[str, Venue]) -> Loaded:
    """The programme of a file's rows; `known` are venues that were loaded before, which it can name without giving them."""
    return _Reader(kb, zone, known).read(rows)


class _Reader:
    def __init__(self, kb: KnowledgeBase, zone: ZoneInfo, known: Mapping[str, Venue]) -> None:
        self._zone = zone
        self._known = known
        self._loaded = Loaded()
        self._columns: set[tuple[str, int | None, str]] = set()  # the unknown ones that are told: each once for its header
        self._faulty_venues: set[tuple[str, ...]] = set()  # ids and names of venues whose rows have faults, which are told there
        self._shown: dict[tuple[object, str, int], str] = {}  # what is shown where and when, by its id
        films = [record for record in kb.records() if record.kind == "film"]
        self._films = {record.id: record.id for record in films}
        self._films_by_name = {fold_phrase(name): record.id for record in films for name in [*record.names.all(), *record.aliases]}

    def read(self, rows: Sequence[Row]) -> Loaded:
        """Venues first: a screening can stand before its venue."""
        kinds = [self._kind(row) for row in rows]
        for wanted in ("venue", None):
            for row, kind in zip(rows, kinds, strict=True):
                if kind == "venue" and wanted == "venue":
                    self._venue(row)
                elif kind in ("screening", "event") and wanted is None:
                    self._screening(row, cast(Kind, kind))
        self._loaded.faults.sort(key=lambda fault: (fault.row.sheet, fault.number))
        return self._loaded

    def _fault(self, row: Row, column: str, expected: str, near: str = "") -> None:
        self._loaded.faults.append(Fault(row, column, row.cells.get(column, ""), expected, near))

    def _kind(self, row: Row) -> str | None:
        """A row's kind; that of a sheet which is named after it stands for an empty cell."""
        for column in row.cells.keys() - COLUMNS:
            told = (row.sheet, row.header or row.number, column)
            if told not in self._columns:
                self._columns.add(told)
                near = difflib.get_close_matches(column, sorted(COLUMNS), 1, cutoff=0)
                self._loaded.faults.append(Fault(row, column, row.cells[column], "column", near[0]))
        for column in [column for column, found in row.cells.items() if found in _NO_VALUE]:
            self._fault(row, column, "value")
        given = row.cells.get("kind", "").lower()
        kind = given or ("venue" if row.sheet.lower() == "venues" else "screening")
        if kind not in ("venue", "screening", "event"):
            self._fault(row, "kind", "kind")
            return None
        return kind

    def _id(self, row: Row, taken: Mapping[str, object]) -> str | None:
        found = row.cells.get("id", "")
        if not _ID.fullmatch(found) or len(found) > _LONGEST_ID:
            self._fault(row, "id", "id")
            return None
        if found in taken:
            self._fault(row, "id", "unique")
            return None
        return found

    def _texts(self, row: Row, what: str) -> dict[Language, str]:
        return {language: row.cells[column] for language in LANGUAGES if (column := f"{what}_{language}") in row.cells}

    def _names(self, row: Row, required: bool) -> dict[Language, str]:
        """Names in every language; a language that is left out has those of the others."""
        names = self._texts(row, "name")
        if not names:
            if required:
                self._fault(row, "name_kk", "name")
            return {}
        return {language: names.get(language) or names.get("ru") or next(iter(names.values())) for language in LANGUAGES}

    def _venue(self, row: Row) -> None:
        venue_id, names = self._id(row, self._loaded.venues), self._names(row, True)
        latitude, longitude = self._coordinate(row, "latitude", 90), self._coordinate(row, "longitude", 180)
        if ("latitude" in row.cells) != ("longitude" in row.cells):
            self._fault(row, "longitude" if "latitude" in row.cells else "latitude", "both")
        if venue_id and names:
            aliases = tuple(part.strip() for part in row.cells.get("aliases", "").split(",") if part.strip())
            self._loaded.venues[venue_id] = Venue(venue_id, names, aliases, self._texts(row, "address"), latitude, longitude)
        else:
            self._faulty_venues |= {fold_phrase(name) for name in [row.cells.get("id", ""), *names.values()] if name}

    def _coordinate(self, row: Row, column: str, limit: int) -> float | None:
        if not (found := row.cells.get(column, "").replace(",", ".")):
            return None
        try:
            value = float(found)
        except ValueError:
            value = float("nan")
        if not -limit <= value <= limit:
            self._fault(row, column, column)
            return None
        return value

    def _screening(self, row: Row, kind: Kind) -> None:
        before = len(self._loaded.faults)
        screening_id = self._id(row, self._loaded.screenings)
        film = self._film(row)
        names = self._names(row, required=not row.cells.get("film"))
        venue_id = self._venue_of(row)
        times = self._times(row)
        access = row.cells.get("access", "").lower()
        if access and access not in ACCESS:
            self._fault(row, "access", "access")
        languages, subtitles = self._languages(row, "language"), self._languages(row, "subtitles")
        cancelled = row.cells.get("cancelled", "no").lower()
        if cancelled not in _YES | _NO:
            self._fault(row, "cancelled", "yes-or-no")
        if len(self._loaded.faults) == before and screening_id and venue_id and times:
            what = (film or tuple(names.values()), venue_id, times[0])
            if what in self._shown:
                self._fault(row, "start", "once", self._shown[what])
                return
            self._shown[what] = screening_id
            self._loaded.screenings[screening_id] = Screening(
                screening_id,
                kind,
                venue_id,
                *times,
                film=film,
                names=names,
                languages=languages,
                subtitles=subtitles,
                access=cast(Access, access) if access else None,
                notes=self._texts(row, "note"),
                cancelled=cancelled in _YES,
            )

    def _film(self, row: Row) -> str | None:
        """The record of a film by its id or its exact name, in any spelling."""
        if not (found := row.cells.get("film", "")):
            return None
        if film := self._films.get(found) or self._films_by_name.get(fold_phrase(found)):
            return film
        near = difflib.get_close_matches(found, list(self._films), 1, cutoff=0.4)
        self._fault(row, "film", "film", near[0] if near else "film-qaitadan")
        return None

    def _venue_of(self, row: Row) -> str | None:
        """A venue by its id or one of its names."""
        found, venues = row.cells.get("venue", ""), {**self._known, **self._loaded.venues}
        if found in venues:
            return found
        named = {fold_phrase(name): venue.id for venue in venues.values() for name in [*venue.names.values(), *venue.aliases]}
        if found and (venue_id := named.get(fold_phrase(found))):
            return venue_id
        if found and fold_phrase(found) in self._faulty_venues:
            return None
        if venues:
            near = difflib.get_close_matches(found, sorted(venues), 1, cutoff=0)
            self._fault(row, "venue", "venue", near[0])
        else:
            self._fault(row, "venue", "any-venue")
        return None

    def _times(self, row: Row) -> tuple[int, int | None] | None:
        """Start and end in Unix seconds."""
        day, start = _date(row.cells.get("date", "")), _minutes(row.cells.get("start", ""))
        if day is None:
            self._fault(row, "date", "date")
        if start is None:
            self._fault(row, "start", "time")
        end = _minutes(row.cells["end"]) if "end" in row.cells else None
        if "end" in row.cells and end is None:
            self._fault(row, "end", "time")
        if day is None or start is None or ("end" in row.cells and end is None):
            return None
        if not exists(day, start, self._zone):
            self._fault(row, "start", "clock")
            return None
        begins = moment(day, start, self._zone)
        if end is None:
            return begins, None
        ends = moment(day, end if end > start else end + MINUTES, self._zone)
        if ends - begins > _LONGEST_HOURS * 3600:
            self._fault(row, "end", "end")
            return None
        return begins, ends

    def _languages(self, row: Row, column: str) -> tuple[str, ...]:
        codes = tuple(part.lower() for part in re.split(r"[,;\s]+", row.cells.get(column, "")) if part)
        if any(len(code) not in (2, 3) or code not in Locale("en").languages for code in codes):
            self._fault(row, column, "languages")
        return codes


def _date(found: str) -> date | None:
    match = re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4})", found)
    if not match:
        return None
    try:
        day = date(*(int(match[part] or match[f"{part}2"]) for part in "ymd"))
    except ValueError:
        return None
    return day if day.year // 100 == 20 else None  # 1031 and 2301 are slips


def _minutes(found: str) -> int | None:
    """Minutes since midnight; seconds, which spreadsheets add, are left off."""
    match = re.fullmatch(r"(\d{1,2})[:.](\d{2})(?::00)?", found)
    return int(match[1]) * 60 + int(match[2]) if match and int(match[1]) < 24 and int(match[2]) < 60 else None


def changes(
    loaded: Loaded, before: Sequence[Screening], venues: Mapping[str, Venue], now: float, title: Mapping[Literal["kk", "ru", "en"], Mapping[str, str]]
) -> Changes:
    """What loading does. What the file leaves out is cancelled if it is to come, and forgotten if it is over.

    `title` gives the names of the entries before, by language and id. People hear of a change of the start, the venue or the film, of a
    cancellation and of its being taken back, for what has not begun, or was to begin later.
    """
    old = {entry.id: entry for entry in before}
    new = dict(loaded.screenings)
    over = [entry for entry in before if entry.id not in new and (entry.ends_at or entry.starts_at) <= now]
    dropped = [replace(entry, cancelled=True) for entry in before if entry.id not in new and entry not in over]
    put = [entry for entry in new.values() if old.get(entry.id) != entry] + [entry for entry in dropped if not old[entry.id].cancelled]
    told: dict[str, Was] = {}
    added: list[str] = []
    moved: list[str] = []
    cancelled: list[str] = []
    other: list[str] = []
    for entry in put:
        if (was := old.get(entry.id)) is None:
            added.append(entry.id)
            continue
        concerns = (entry.starts_at, entry.venue_id, entry.film, entry.cancelled) != (was.starts_at, was.venue_id, was.film, was.cancelled)
        if not concerns or (entry.cancelled and was.cancelled) or max(entry.starts_at, was.starts_at) <= now:
            other.append(entry.id)
            continue
        (cancelled if entry.cancelled else moved).append(entry.id)
        venue = venues[was.venue_id].names
        told[entry.id] = Was(was.starts_at, dict(venue), {language: title[language][entry.id] for language in LANGUAGES}, was.cancelled)
    starts_anew = tuple(entry.id for entry in put if entry.id in old and entry.starts_at != old[entry.id].starts_at and entry.starts_at > now)
    update = Update(tuple(v for v in loaded.venues.values() if venues.get(v.id) != v), tuple(put), tuple(entry.id for entry in over), starts_anew, told)
    return Changes(update, tuple(added), tuple(moved), tuple(cancelled), tuple(other))
