"""A record at a glance: its names, main facts, how fresh they are, their sources, and what it stands in links with."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from kb.base import Base
from kb.records import LANGUAGES, Kind, Language, Record
from kb.texts import sentence
from kb.understand.lexicon import properties
from kb.values import date_value, format_partial

# What a guest most likely wants to know, by kind.
MAIN_PROPERTIES: dict[str, list[str]] = {
    "film": ["director", "plot", "cast", "premiere", "awards", "box_office", "country"],
    "agreement": ["scope", "festivals", "signed_on", "parties", "purpose", "signatories"],
    "person": ["post", "works", "awards", "born", "festival_role"],
    "organisation": ["head", "headquarters", "founded", "tasks", "members"],
    "edition": ["dates", "city", "best_film", "country", "jury"],
    "festival": ["organisers", "city", "editions"],
    "award": ["winner"],
    "event": ["theme", "jury_chair"],
    "place": ["name_meaning", "sights"],
    "country": ["film_body", "agreements"],
}
# A card is read on a phone: so many facts and characters, so many related records.
_FACTS, _LENGTH, _RELATED = 5, 1100, 6
# Related records, the most telling kinds first.
_RELATED_KINDS: tuple[Kind, ...] = ("festival", "film", "agreement", "edition", "person", "award", "organisation", "event", "country", "place")
_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


@dataclass(frozen=True)
class SourceLine:
    title: str
    url: str | None
    date: str | None


@dataclass(frozen=True)
class Card:
    """Plain localised text; `related` are ids and names of records."""

    record: str
    kind: Kind
    language: Language
    names: tuple[str, ...]
    summary: str
    facts: tuple[str, ...]
    freshness: str | None
    sources: tuple[SourceLine, ...]
    related: tuple[tuple[str, str], ...]


def card(base: Base, record: Record, language: Language) -> Card:
    """The card of a record: the name first in the language asked for, then in the two others where they differ."""
    names = dict.fromkeys(record.names.shown(code) for code in sorted(LANGUAGES, key=lambda code: code != language))
    dates = [source.date for key in _cited(record) if (source := base.sources.get(key)) and source.date]
    newest = sentence("newest-source", language, date=format_partial(max(dates), language)) if dates else None
    as_of = min((fact.as_of for fact in record.facts.values() if fact.as_of), default=None)
    return Card(
        record.id,
        record.kind,
        language,
        tuple(names),
        record.summary.get(language),
        _facts(record, language),
        sentence("as-of", language, date=format_partial(as_of, language)) if as_of else newest,
        tuple(source_line(base, key, language) for key in _cited(record) if key in base.sources),
        _related(base, record, language),
    )


def source_line(base: Base, key: str, language: Language) -> SourceLine:
    """A source with its date in words."""
    source = base.sources[key]
    return SourceLine(source.publisher, source.url, format_partial(source.date, language) if source.date else None)


def by_name(record: Record, language: Language) -> tuple[list[int], str]:
    """The sort key of a name: Kazakh letters stand where the Kazakh alphabet has them, not after Я as in Unicode; Latin names come after."""
    name = record.names.shown(language).casefold().lstrip("«“\"'")
    place = {letter: number for number, letter in enumerate(_ALPHABET)}
    return [place.get(letter, ord(letter) + (len(place) if letter.isalpha() else -sys.maxunicode)) for letter in name], record.id


def newest_first(record: Record) -> str:
    """The first day that is known of a record, as ISO text; else the year in its name; else empty."""
    days = (record.facts[prop].date for prop in ("signed_on", "dates", "year", "premiere") if prop in record.facts)
    named = re.search(r"\b(?:19|20)\d\d\b", record.names.shown("en"))
    return next((day for day in days if day), named[0] if named else "")


def _cited(record: Record) -> list[str]:
    cited = [source for fact in record.facts.values() for source in fact.sources] + [source for h in record.highlights for source in h.sources]
    return list(dict.fromkeys(cited))


def _facts(record: Record, language: Language) -> tuple[str, ...]:
    out: list[str] = []
    said = record.summary.get(language)
    known = {prop: fact for prop, fact in record.facts.items() if fact.text and prop in properties()}
    for prop in [prop for prop in [*MAIN_PROPERTIES[record.kind], *known] if prop in known]:
        fact = known.pop(prop, None)
        if fact is None or not fact.text or prop in ("what", "plot"):
            continue
        label = properties()[prop].label[language]
        value = date_value(fact, language) if properties()[prop].type == "date" and not fact.refs else None
        line = f"{label[0].upper()}{label[1:]}: {value}" if value else fact.text.get(language)
        if fact.text.get(language) != said and len(out) < _FACTS and sum(map(len, out)) + len(line) < _LENGTH:
            out.append(line)
    return tuple(out)


def _related(base: Base, record: Record, language: Language) -> tuple[tuple[str, str], ...]:
    """Near records: one of each kind in turn, so that a country shows agreements beside its films."""
    near = sorted((base.records[key] for key in base.links[record.id]), key=lambda other: (newest_first(other), other.id), reverse=True)
    rows = [[other for other in near if other.kind == kind] for kind in _RELATED_KINDS]
    turns = [other for turn in range(max(map(len, rows), default=0)) for row in rows for other in row[turn : turn + 1]]
    return tuple((other.id, other.names.shown(language)) for other in turns[:_RELATED])
