"""Reads of the compiled base: one read-only SQLite file.

Of a base of the shipped size all is held in memory; of a large one, what every question weighs, and the rest is read when it is needed.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from kb.index import Index, Words
from kb.language.typing_errors import Spellings
from kb.lazy import lazy
from kb.records import Language, Record, Source, load_record
from kb.understand.evidence import Evidence
from kb.understand.lexicon import Pattern

# Tables of at most so many rows are held in memory, and the evidence and the whole records of at most so many records (about 5 and 30 KB each).
HELD, HELD_EVIDENCE, HELD_RECORDS = 50_000, 150_000, 5_000
# Of larger tables so many rows that were read last are kept.
LAST = 1_000
# SQLite takes more, and no message has so many words.
_PARAMETERS = 500
# A record with so many links is a hub, such as a country in a base of a hundred thousand films.
_HUB = 1000
# So many patterns of an anchor are gone through sooner than looked up, and take a third of the memory.
_FEW = 8
T = TypeVar("T")


class Table(Generic[T]):
    """key → its rows, in the order of the file; the key is the first column."""

    def __init__(self, db: sqlite3.Connection, table: str, columns: str, make: Callable[..., T]) -> None:
        self._db, self._make, self._key = db, make, columns.partition(",")[0]
        self._select = f"SELECT {columns} FROM {table}"
        self._held: dict[str, list[T]] | None = None
        if _count(db, table) <= HELD:
            self._held = defaultdict(list)
            for key, *row in db.execute(f"{self._select} ORDER BY rowid"):
                self._held[key].append(make(*row))

    def many(self, keys: Collection[str]) -> dict[str, list[T]]:
        """The rows of those of `keys` that have any."""
        if self._held is not None:
            return {key: self._held[key] for key in keys if key in self._held}
        found: dict[str, list[T]] = defaultdict(list)
        asked = list(keys)
        for start in range(0, len(asked), _PARAMETERS):
            part = asked[start : start + _PARAMETERS]
            for key, *row in self._db.execute(f"{self._select} WHERE {self._key} IN ({_marks(part)}) ORDER BY rowid", part):
                found[key].append(self._make(*row))
        return found


class Patterns:
    """The patterns that can stand in a message, by their anchor keys. Those of an anchor are read when it is first met."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._select = "SELECT anchor, beside, keys, what, value, language, label, shared, rank, at, ordinary FROM patterns"
        # Anchor → its patterns; where there are many, by another key that they have, empty if they have none. None: not read yet.
        self._held: dict[str, tuple[Pattern, ...] | dict[str, list[Pattern]] | None] | None = None
        if _count(db, "patterns") <= HELD:
            self._held = {anchor: None for (anchor,) in db.execute("SELECT DISTINCT anchor FROM patterns")}

    def among(self, keys: Mapping[str, object]) -> Iterator[tuple[str, list[Pattern]]]:
        """(anchor, its patterns) with both in a message of these base keys; every other key of a pattern is still to be looked for."""
        if self._held is None:
            yield from self._read([*keys, ""])
            return
        for anchor in keys:
            if anchor not in self._held:
                continue
            held = self._held[anchor]
            if held is None:
                held = self._held[anchor] = self._of(anchor)
            if isinstance(held, tuple):
                if found := [pattern for pattern in held if not pattern.beside or pattern.beside in keys]:
                    yield anchor, found
            else:
                for beside in held.keys() & keys.keys():
                    if beside:
                        yield anchor, held[beside]
                if alone := held.get(""):
                    yield anchor, alone

    def longer_names(self, keys: Collection[str]) -> list[tuple[str, ...]]:
        """The names of several words that have one of these keys as their rarest one or the one beside it."""
        marks = _marks(keys)
        rows = self._db.execute(
            f"SELECT DISTINCT keys FROM patterns WHERE what = 'record' AND beside != '' AND (anchor IN ({marks}) OR beside IN ({marks}))", [*keys, *keys]
        )
        return [tuple(joined.split()) for (joined,) in rows]

    def _of(self, anchor: str) -> tuple[Pattern, ...] | dict[str, list[Pattern]]:
        rows = self._db.execute(f"{self._select} WHERE anchor = ? ORDER BY rowid", (anchor,))
        patterns = tuple(Pattern.load(*row) for _, *row in rows)
        return patterns if len(patterns) <= _FEW else _by_beside(patterns)

    def _read(self, keys: list[str]) -> Iterator[tuple[str, list[Pattern]]]:
        marks = _marks(keys)
        for anchor, beside, *row in self._db.execute(f"{self._select} WHERE anchor IN ({marks}) AND beside IN ({marks})", [*keys, *keys]):
            yield anchor, [Pattern.load(beside, *row)]


def _by_beside(patterns: Iterable[Pattern]) -> dict[str, list[Pattern]]:
    out: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        out.setdefault(pattern.beside, []).append(pattern)
    return out


class Rows(Mapping[str, T]):
    """id → what a row's `data` holds, in the order of ids."""

    def __init__(self, db: sqlite3.Connection, table: str, ids: Mapping[str, int], loads: Callable[[str], T], most: int) -> None:
        self._db, self._ids, self._loads = db, ids, loads
        self._one = f"SELECT data FROM {table} WHERE id = ?"
        self._all = f"SELECT id, data FROM {table} ORDER BY id"
        self._held = {key: loads(data) for key, data in db.execute(self._all)} if len(ids) <= most else None
        # Of a large base the rows that were read last, the oldest first.
        self._last: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if self._held is not None:
            return self._held[key]
        if (last := self._last.get(key)) is not None:
            return last
        row = self._db.execute(self._one, (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        while len(self._last) >= LAST:
            self._last.pop(next(iter(self._last)), None)
        return self._last.setdefault(key, self._loads(row[0]))

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def values(self) -> Collection[T]:  # type: ignore[override]  # one pass, not one query each
        return list(self._held.values()) if self._held is not None else [self._loads(data) for _, data in self._db.execute(self._all)]


class Links(Mapping[str, frozenset[str]]):
    """id → all records that it is linked with, in either direction."""

    def __init__(self, db: sqlite3.Connection, ids: Mapping[str, int]) -> None:
        self._db, self._ids = db, ids

    def __getitem__(self, key: str) -> frozenset[str]:
        return frozenset(near for (near,) in self._db.execute("SELECT b FROM links WHERE a = ?", (key,)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Base:
    """The records, their links in both directions, the sources, and what understanding needs of one compiled file."""

    def __init__(self, path: Path) -> None:
        # Read in one thread at a time: the connection is never written to, and SQLite itself locks.
        db = self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.revision: str = db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0]
        self.path = path
        # Phrase, language, short form of a query.
        self.taught: list[tuple[str, Language, str]] = db.execute("SELECT phrase, language, query FROM taught ORDER BY rowid").fetchall()
        self.ids = [key for (key,) in db.execute("SELECT id FROM evidence ORDER BY id")]
        numbers = {key: number for number, key in enumerate(self.ids)}
        self.records: Rows[Record] = Rows(db, "records", numbers, load_record, HELD_RECORDS)
        self.evidence: Rows[Evidence] = Rows(db, "evidence", numbers, Evidence.loads, HELD_EVIDENCE)
        self.links = Links(db, numbers)
        self.sources = {source.id: source for (data,) in db.execute("SELECT data FROM sources") for source in [Source.model_validate_json(data)]}
        # Inflected form → base keys.
        self.forms: Table[str] = Table(db, "forms", "form, base", str)
        self.patterns = Patterns(db)
        # Stem → property → how surely the word asks for that one.
        self.leanings: dict[str, dict[str, float]] = defaultdict(dict)
        for stem, prop, share in db.execute("SELECT stem, property, share FROM leanings"):
            self.leanings[stem][prop] = share
        blobs = dict(db.execute("SELECT name, data FROM indexes"))
        # Stem → numbers of the records that have it in their summary or facts, in their names, in cues of highlights; year → of its records.
        self.in_texts, self.in_names, self.in_cues, self.in_years = (Index(blobs[name]) for name in ("texts", "names", "cues", "years"))
        self.spellings = Spellings(Words(blobs["spellings"]), Index(blobs["spelling-errors"]), Index(blobs["sounds"]))
        # The words of names, in lower case and not folded.
        self.names_as_written = Spellings(Words(blobs["names-as-written"]), Index(blobs["name-errors"]))
        # The folded words of all texts, sorted.
        self.text_words: list[str] = blobs["words"].decode().split("\n")
        self.text_spellings = Spellings(self.text_words, Index(blobs["word-errors"]))
        # What was read once, row after row, fills SQLite's cache to no use.
        db.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        self._db.close()

    def words(self) -> Iterator[tuple[str, str, str, bool]]:
        """Every known key: its English stem, the languages it belongs to, whether it is a name by itself; those of no pattern have neither."""
        yield from self._db.execute("SELECT key, stem, languages, single FROM words")

    def has_text_word(self, key: str) -> bool:
        """Whether it is a word of the texts."""
        return self.text_word_from(key) == key

    def begins_text_word(self, beginning: str) -> bool:
        """Whether a word of the texts begins so."""
        return self.text_word_from(beginning).startswith(beginning)

    def text_word_from(self, beginning: str) -> str:
        """The first word of the texts, as they are sorted, that is not before `beginning`; empty if there is none."""
        at = bisect_left(self.text_words, beginning)
        return self.text_words[at] if at < len(self.text_words) else ""

    @lazy
    def newest(self) -> dict[tuple[str, str], list[str]]:
        """(kind, property) → the newest records of each sort of that kind that have the property; with an empty property, of all."""
        out: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind, prop, record in self._db.execute("SELECT kind, property, record FROM newest ORDER BY rowid"):
            out[kind, prop].append(record)
        return dict(out)

    def members(self, kind: str, filters: Collection[Collection[str]] = (), most: int = -1, oldest: bool = False) -> list[str]:
        """The records of a kind that are, or are linked with, one of each group of `filters`, the newest first; or the oldest, at most so many."""
        # Of a hub, each record of the kind is asked whether it is linked with it; else those that are linked are asked for their kind.
        tests, parameters, all_hubs = [], [], True
        for group in filters:
            marks = _marks(group)
            if self._is_hub(group):
                tests.append(f"(id IN ({marks}) OR EXISTS (SELECT 1 FROM links WHERE a IN ({marks}) AND b = id))")
            else:
                tests.append(f"id IN (SELECT b FROM links WHERE a IN ({marks}) UNION SELECT id FROM evidence WHERE id IN ({marks}))")
                all_hubs = False
            parameters += [*group, *group]
        # The plus keeps SQLite from going over all records of the kind.
        tests.append("kind = ?" if all_hubs else "+kind = ?")
        order = "year, id DESC" if oldest else "year DESC, id"
        rows = self._db.execute(f"SELECT id FROM evidence WHERE {' AND '.join(tests)} ORDER BY {order} LIMIT {most}", [*parameters, kind])
        return [key for (key,) in rows]

    def _is_hub(self, group: Collection[str]) -> bool:
        return len(self._db.execute(f"SELECT 1 FROM links WHERE a IN ({_marks(group)}) LIMIT {_HUB}", list(group)).fetchall()) == _HUB

    def linked_among(self, named: Collection[str], ids: Collection[str]) -> list[str]:
        """Those of `ids` that are linked with any of the named records."""
        asked = f"SELECT DISTINCT b FROM links WHERE a IN ({_marks(named)}) AND b IN ({_marks(ids)})"
        return [key for (key,) in self._db.execute(asked, [*named, *ids])]


def _marks(values: Collection[str]) -> str:
    return ",".join("?" * len(values))


def _count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
