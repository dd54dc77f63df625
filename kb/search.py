"""Names by their beginning, as somebody types them: no question is understood here, so it is fast enough for each letter."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.base import Base
from kb.card import by_name
from kb.language.fold import clean, fold_phrase
from kb.language.kazakh import stems
from kb.language.layout import readings
from kb.language.typing_errors import distance, radius
from kb.records import LANGUAGES, Kind, Language, Record

# What people look for first; of equally good hits the earlier kind comes first.
_KINDS: tuple[Kind, ...] = ("film", "agreement", "person", "edition", "festival", "organisation", "award", "event", "country", "place")
# How well a typed word fits a word of a name: whole (inflected or not), its beginning, with a typing error.
_WHOLE, _BEGINNING, _ERROR = 0, 1, 3
_LAST_LETTER = "\U0010ffff"
# Of a larger base the names are not held in memory: there a question is answered, but a name is not completed.
LARGEST = 5_000
# So many records are featured at most.
_FEATURED = 50
# More words are a question, which `KnowledgeBase.ask` reads.
_WORDS = 12


@dataclass(frozen=True)
class Hit:
    """A record that a search found: what it is, its name and one sentence on it, in the language asked for."""

    record: str
    kind: Kind
    name: str
    summary: str


class Search:
    """The names of one base, by the beginnings of their folded words."""

    def __init__(self, base: Base) -> None:
        self._base = base
        records = list(base.records.values()) if len(base.records) <= LARGEST else []
        self._names: list[tuple[str, tuple[str, ...]]] = []
        owners: dict[str, set[int]] = defaultdict(set)
        for record in records:
            for name in dict.fromkeys(fold_phrase(name) for name in [*record.names.all(), *record.aliases]):
                for word in name:
                    owners[word].add(len(self._names))
                self._names.append((record.id, name))
        self._owners = owners
        self._order = {language: {record: number for number, record in enumerate(_alphabetical(records, language))} for language in LANGUAGES}
        self._kinds = {record.id: record.kind for record in records}
        self._featured = _featured(base, records)
        self._words = sorted(owners)

    def find(self, text: str, language: Language, limit: int) -> list[Hit]:
        """At most `limit` records whose name has every typed word, or whose whole name stands in the text; the best first. Empty for empty text.

        A text that finds nothing is read in the other keyboard layouts too.
        """
        for reading in (text, *readings(text)):
            if ranks := self._ranks(fold_phrase(clean(reading))[:_WORDS]):
                found = sorted(ranks, key=lambda record: (ranks[record], self._order[language][record]))
                return [self.hit(self._base.records[record], language) for record in found[:limit]]
        return []

    def featured(self, language: Language, limit: int) -> list[Hit]:
        """Records that the base tells most of, one of each kind in turn."""
        return [self.hit(self._base.records[record], language) for record in self._featured[:limit]]

    @staticmethod
    def hit(record: Record, language: Language) -> Hit:
        """The record as a search shows it."""
        return Hit(record.id, record.kind, record.names.shown(language), record.summary.get(language))

    def _ranks(self, typed: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
        """Record → how far its best name is from what was typed, the smaller the nearer."""
        fits = [self._fits(word) for word in typed]
        met: dict[int, list[int]] = defaultdict(list)
        for fit in fits:
            best: dict[int, int] = {}
            for word, quality in fit.items():
                for number in self._owners[word]:
                    best[number] = min(quality, best.get(number, quality))
            for number, quality in best.items():
                met[number].append(quality)
        ranks: dict[str, tuple[int, ...]] = {}
        for number, qualities in met.items():
            record, name = self._names[number]
            missed, lacking = len(typed) - len(qualities), max(0, len(name) - len(qualities))
            if missed and (lacking or max(qualities) > _WHOLE or max(map(len, name)) < 4):
                continue
            later = all(fits[0].get(word) is None for word in name[:1])
            rank = (missed, sum(qualities), later, lacking, _KINDS.index(self._kinds[record]))
            ranks[record] = min(rank, ranks.get(record, rank))
        return ranks

    def _fits(self, typed: str) -> dict[str, int]:
        """The words of names that a typed word can be, each with how well it fits."""
        fits = dict.fromkeys(self._beginning(typed), _BEGINNING)
        forms = (base for base in (typed, *self._base.forms.many([typed]).get(typed, ())) if base in self._owners)
        fits |= dict.fromkeys((*forms, *(stem for stem, _ in stems(typed, self._owners))), _WHOLE)
        if fits or not radius(len(typed)):
            return fits
        near = process.extract(typed, self._words, scorer=OSA.distance, score_cutoff=radius(len(typed)), limit=None)
        return {word: _ERROR for word, *_ in near if distance(typed, word) is not None}

    def _beginning(self, typed: str) -> Iterable[str]:
        return self._words[bisect_left(self._words, typed) : bisect_left(self._words, typed + _LAST_LETTER)]


def _alphabetical(records: list[Record], language: Language) -> list[str]:
    return [record.id for record in sorted(records, key=lambda record: by_name(record, language))]


def _featured(base: Base, records: list[Record]) -> list[str]:
    """The records that a base tells most of, one of each kind in turn; of a large base the newest of each kind."""
    richest = sorted(records, key=lambda record: (-len(record.facts) - len(base.links[record.id]), record.id))
    rows = [[record.id for record in richest if record.kind == kind] or base.newest.get((kind, ""), []) for kind in _KINDS]
    turns = (record for turn in range(_FEATURED) for row in rows for record in row[turn : turn + 1])
    return list(islice(turns, _FEATURED))
