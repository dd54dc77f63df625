"""Taught phrases: a message that is one of them, or nearly, asks for what an editor said, before anything is weighed.

A phrase never beats a message that names another record, and it does not stretch to another known word: a typing error is all it forgives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kb.base import Base
from kb.language.typing_errors import distance
from kb.query import Query, UnknownQuery
from kb.records import Language
from kb.understand.lexicon import DIRECTORY
from kb.understand.reading import Reader, Reading


@dataclass(frozen=True)
class Phrase:
    """A phrase, the language that it is in, and the short form of the query that it asks for."""

    phrase: str
    language: Language
    query: str


def shipped() -> list[Phrase]:
    """The phrases of `lexicon/taught.yaml`."""
    data = yaml.load((DIRECTORY / "taught.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [Phrase(**row) for row in data]


@dataclass(frozen=True)
class _Known:
    phrase: Phrase
    query: Query
    keys: tuple[str, ...]
    records: frozenset[str]


class TaughtPhrases:
    """The taught phrases of a base. Of two that are the same the last one counts."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._reader = reader
        self._by_keys: dict[tuple[str, ...], _Known] = {}
        self._by_rest: dict[tuple[tuple[str, ...], int], list[tuple[str, _Known]]] = defaultdict(list)
        for phrase, language, query in base.taught:
            known = self._known(Phrase(phrase, language, query), base)
            if known and known.keys:
                self._by_keys[known.keys] = known
        for known in self._by_keys.values():
            for rest, key in _without_one(known.keys):
                self._by_rest[rest, len(known.keys)].append((key, known))

    def find(self, reading: Reading) -> tuple[Query, Language] | None:
        """What a message asks for if it is a taught phrase, and the phrase's language."""
        if not self._by_keys:
            return None
        keys = self._keys(reading)
        known = self._by_keys.get(keys) or self._nearly(keys, reading)
        if known is None or not _named(reading) <= known.records or not set(reading.exact) <= set(_records(known.query)):
            return None
        return known.query, known.phrase.language

    def _known(self, phrase: Phrase, base: Base) -> _Known | None:
        try:
            query = Query.parse(phrase.query)
        except UnknownQuery:
            return None
        if not all(record in base.records for record in query.records):
            return None
        reading = self._reader.read(phrase.phrase)
        return _Known(phrase, query, self._keys(reading), _named(reading) | frozenset(_records(query)))

    def _keys(self, reading: Reading) -> tuple[str, ...]:
        """The words in no order, each as what it is a form of; those that say little by themselves are left out, if others remain."""
        questions = {i for mention in reading.of("question") for i in mention.span}
        keys = [min(token.bases, key=lambda base: (-token.bases[base], -len(base), base)) if token.bases else token.key for token in reading.tokens]
        telling = [key for i, key in enumerate(keys) if i in questions or not self._reader.is_function(reading.tokens[i])]
        return tuple(sorted(telling if len(telling) > 1 else keys))

    def _nearly(self, keys: tuple[str, ...], reading: Reading) -> _Known | None:
        """The phrase from which one word differs by a typing error; a word that is known is no error."""
        unknown = {token.key for token in reading.tokens if not token.bases}
        for rest, typed in _without_one(keys):
            if typed in unknown:
                for key, known in self._by_rest.get((rest, len(keys)), ()):
                    if distance(typed, key) is not None:
                        return known
        return None


def _without_one(keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words without each of them, and that one."""
    yield from ((keys[:n] + keys[n + 1 :], key) for n, key in enumerate(keys))


def _named(reading: Reading) -> frozenset[str]:
    return frozenset(mention.pattern.value for mention in reading.of("record")) | reading.before


def _records(query: Query) -> tuple[str, ...]:
    return (*query.records, *query.filters, *((query.claim,) if query.claim else ()))
