"""What understanding needs of a record, compiled when the base is built: its rough word stems, its links, its values.

The stems are the evidence that a question's words are weighed against. A record's sentences are not here: only a reply needs them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from sys import intern
from typing import NamedTuple

from pydantic_core import from_json

from kb.language.fold import clean, fold, tokens
from kb.records import LANGUAGES, Fact, Record, Text
from kb.understand.lexicon import properties
from kb.understand.sorts import told_by

# Where a stem can stand, besides the record's facts (by their property) and highlights (by their number); of a paper or an event
# also in the names of organisations linked with it.
NAMES, SUMMARY, PARTIES = "@names", "@summary", "@parties"
# Facts whose texts describe a record, for «the film in which …».
_DESCRIBING = {NAMES, SUMMARY, "plot", "what", "genre", "theme", "post", "works"}
# A memorandum is signed; talks and film days are not what «the latest memorandum» asks for.
SIGNED = ("memorandum", "agreement", "supplementary-agreement", "intergovernmental-agreement", "protocol", "declaration", "programme")
# One more than a set of tied records may have.
REPRESENTATIVES = 13
# The type of the events that tell the cultural capitals.
CULTURAL_CAPITAL = "cultural-capital"
# The festival and the country whose bot this is: what «the festival» and «ours» mean.
FESTIVAL, KAZAKHSTAN = "festival-korkyt-ata", "country-kz"
EDITION_LIKE = {"festival", "edition", "event"}
# What somebody does for a film.
MADE_BY = ("director", "writer", "cast", "producer", "cinematographer", "composer")
# With so many links to one kind a record is a hub, such as a country in a base of a hundred thousand films: these are all that it keeps.
CROWD = 40
_DATING = ("dates", "signed_on", "year", "period")
# What tells when something was, by kind: «the latest memorandum» by the day of its signing.
DATED = {"agreement": ("signed_on", "dates"), "film": ("premiere", "release", "year"), "edition": ("dates",), "person": ("born",)}
# What tells which of two is older.
AGED = DATED | {"film": ("year", "release", "premiere"), "organisation": ("founded",), "festival": ("founded",)}
DATES = {prop for props in AGED.values() for prop in props}
# What is so from the year that it tells to the one of its source.
LASTING = {"head", "post"}
YEAR = re.compile(r"(?:19|20)\d\d")


def soft(keys: Iterable[str]) -> set[str]:
    """Rough stems: the first five letters of a folded word, numbers whole."""
    return {key[:5] for key in keys if len(key) > 2 or key.isdigit()}


def soft_text(text: str) -> set[str]:
    return soft(fold(token) for token in tokens(clean(text)))


def stems_of_names(record: Record) -> set[str]:
    return {stem for name in [*record.names.all(), *record.aliases] for stem in soft_text(name)}


class Value(NamedTuple):
    """What can be computed with of a fact."""

    unknown: bool
    number: float | None = None
    amount: int | None = None
    date: str = ""
    refs: tuple[str, ...] = ()

    @classmethod
    def of(cls, fact: Fact) -> Value:
        return cls(fact.unknown, fact.number, fact.money.amount if fact.money else None, fact.date or "", tuple(fact.refs))

    @property
    def size(self) -> float | None:
        """The number or amount of money that «the most» compares."""
        return float(self.amount) if self.amount is not None else float(self.number) if self.number is not None else None


@cache
def _shared(places: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(intern, places))


def years_in(text: Text) -> set[int]:
    """The years that a text names."""
    return {int(year) for year in YEAR.findall(text.en)}


def lasts(fact: Fact) -> range:
    """The years for which somebody holds a post, from the first that is told to that of the source; none where the source has no date."""
    if not fact.as_of:
        return range(0)
    last = int(fact.as_of[:4])
    return range(min({last} | (years_in(fact.text) if fact.text else set())), last + 1)


@dataclass(slots=True)
class Evidence:
    """One record, as it is weighed."""

    id: str
    kind: str
    type: str | None
    # Newest last.
    years: list[int]
    # Of how many countries it is.
    countries: int
    facts: dict[str, Value]
    # The number of a highlight → its cues, each as the stems of a phrase.
    cues: dict[str, list[list[str]]]
    # stem → where it stands: `NAMES`, `SUMMARY`, a property, the number of a highlight.
    where: Mapping[str, Sequence[str]]
    # How well a stem tells this record's facts apart, where that is less than 1: near 0 if all have it.
    blurred: dict[str, float]
    # Kind → the records of it that this one is linked with, in either direction.
    near: dict[str, list[str]]
    # The editions that it belongs to, of a person also by the films.
    editions: list[str]
    # The stems of its names of one word.
    short: list[str]
    # A property or the number of a highlight → the sorts of things that its text tells.
    sorts: Mapping[str, Sequence[str]]
    links: frozenset[str] = field(init=False)
    # Its last year, 0 if it has none; the stems of all its cues, each with the highlights that have it; the records that its facts refer to.
    newest: int = field(init=False)
    cued: dict[str, list[str]] = field(init=False)
    refs: frozenset[str] = field(init=False)
    # What tells it from other records before its words are looked at; an edition, festival or event is one of its own.
    sort: object = field(init=False)

    def __post_init__(self) -> None:
        self.links = frozenset(record for records in self.near.values() for record in records)
        self.newest = self.years[-1] if self.years else 0
        self.cued = {}
        for number, phrases in self.cues.items():
            for phrase in phrases:
                for stem in phrase:
                    self.cued.setdefault(stem, []).append(number)
        self.refs = frozenset(ref for value in self.facts.values() for ref in value.refs)
        self.sort = self.id if self.kind in EDITION_LIKE else (self.kind, self.type, self.countries > 2, bool(self.countries), KAZAKHSTAN in self.links)

    @classmethod
    def of(
        cls,
        record: Record,
        near: dict[str, list[str]],
        editions: list[str],
        parties: set[str],
        keywords: Mapping[str, list[str]],
        learned: Mapping[str, set[str]],
    ) -> Evidence:
        """Its evidence.

        `parties` are the stems of the names of organisations that a paper or an event is linked with; `keywords` the words that people
        use for what it tells, `learned` the stems of those that example questions show.
        """
        texts: dict[str, list[Text]] = {prop: [fact.text] for prop, fact in record.facts.items() if fact.text}
        texts |= {str(number): [highlight.text] for number, highlight in enumerate(record.highlights)}
        said = {key: {stem for text in of_key for language in LANGUAGES for stem in soft_text(text.get(language))} for key, of_key in texts.items()}
        said[NAMES] = stems_of_names(record)
        said[PARTIES] = parties
        said[SUMMARY] = {stem for language in LANGUAGES for stem in soft_text(record.summary.get(language))}
        for key, listed in keywords.items():
            said.setdefault(SUMMARY if key == "record" else key, set()).update(soft(fold(word) for word in listed))
        for key, stems in learned.items():
            if key in said:
                said[key] |= stems
        for key in LASTING & said.keys():
            said[key] |= {str(year) for year in lasts(record.facts[key])}
        where: dict[str, list[str]] = defaultdict(list)
        for key, stems in said.items():
            for stem in sorted(stems):
                where[stem].append(key)
        # One fact of several has it: 1; half of them: about 0.3; two of three or more: 0.
        others = max(1, len(texts) - 1)
        spread = {stem: sum(key in texts for key in keys) for stem, keys in where.items()}
        blurred = {stem: max(0.0, 1 - (times - 1) / others * 1.5) for stem, times in spread.items() if times > 1}
        cues = {
            str(number): [sorted(stems) for phrases in highlight.cues.values() for phrase in phrases if (stems := soft_text(phrase))]
            for number, highlight in enumerate(record.highlights)
        }
        years = {int(year) for year in YEAR.findall(record.id + " ".join(record.names.all()))}
        years |= {int(fact.date[:4]) for prop, fact in record.facts.items() if fact.date and prop in _DATING}
        if record.kind in ("person", "organisation", "place"):
            years |= {int(fact.as_of[:4]) for fact in record.facts.values() if fact.as_of}
        facts = {prop: Value.of(fact) for prop, fact in record.facts.items()}
        countries = len(record.links.get("country", ()))
        short = sorted({stem for name in [*record.names.all(), *record.aliases] if len(stems := soft_text(name)) == 1 for stem in stems})
        kind_of = {linked: kind for kind, records in near.items() for linked in records}
        sorts = {
            key: tuple(told_by(of_key[0].en, [kind_of[ref] for ref in (facts[key].refs if key in facts else ()) if ref in kind_of]))
            for key, of_key in texts.items()
        }
        return cls(record.id, record.kind, record.type, sorted(years), countries, facts, cues, dict(where), blurred, near, editions, short, sorts)

    def dumps(self) -> str:
        columns = (self.id, self.kind, self.type, self.years, self.countries, self.facts, self.cues, self.where, self.blurred)
        return json.dumps([*columns, self.near, self.editions, self.short, self.sorts], ensure_ascii=False)

    @classmethod
    def loads(cls, data: str) -> Evidence:
        key, kind, type_, years, countries, facts, cues, where, blurred, near, editions, short, sorts = from_json(data)
        # The same stems and places stand in many records.
        at = {intern(stem): _shared(tuple(places)) for stem, places in where.items()}
        cues = {number: [list(map(intern, phrase)) for phrase in phrases] for number, phrases in cues.items()}
        blurred = {intern(stem): share for stem, share in blurred.items()}
        sorts = {prop: _shared(tuple(told)) for prop, told in sorts.items()}
        values = {prop: Value(*value) for prop, value in facts.items()}
        return cls(key, kind, type_, years, countries, values, cues, at, blurred, near, editions, short, sorts)

    def known(self, prop: str) -> bool:
        return prop in self.facts and not self.facts[prop].unknown

    def lacks_sort(self, key: str, sort: str) -> bool:
        """Whether a fact or highlight tells nothing of a sort: no building, nobody, no place, no time. What is unknown lacks nothing."""
        told = self.sorts.get(key)
        if told is None or sort in told or key == sort:
            return False
        return sort == "when" or key not in properties() or properties()[key].answers != sort

    def tells_sorts(self, key: str, sorts: Iterable[str]) -> bool:
        """Whether a fact tells something of all these sorts: a premiere both where and when it was."""
        return set(sorts) <= set(self.sorts.get(key, ()))

    def date(self, props: Iterable[str]) -> str:
        """The first date that one of these facts has; empty if none has."""
        return next((value.date for prop in props if (value := self.facts.get(prop)) and value.date), "")

    def tells(self, stem: str) -> bool:
        """Whether the stem stands in one of its facts or highlights."""
        return any(not key.startswith("@") for key in self.where.get(stem, ()))

    def describes(self, stem: str) -> bool:
        return any(key in _DESCRIBING for key in self.where.get(stem, ()))

    def stems(self, *besides: str) -> Iterator[str]:
        """All stems, but for those that stand only in `besides`."""
        return (stem for stem, keys in self.where.items() if any(key not in besides for key in keys))


def newest_of_each_sort(evidence: Iterable[Evidence]) -> Iterator[tuple[str, str, str]]:
    """(kind, property, record): the newest records of each sort that have the property, `REPRESENTATIVES` at most; with "" of all.

    Records of one sort differ in nothing but their words: those that share no word with a question are all weighed alike.
    """
    sorts: dict[tuple[str, str], dict[object, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(evidence, key=lambda one: (-one.newest, one.id)):
        sort = (one.type if one.kind == "agreement" else one.type == "documentary", one.countries > 2)
        for prop in ("", *one.facts):
            if len(same := sorts[one.kind, prop][sort]) < REPRESENTATIVES:
                same.append(one)
    for (kind, prop), by_sort in sorts.items():
        for same in by_sort.values():
            yield from ((kind, prop, one.id) for one in same)
