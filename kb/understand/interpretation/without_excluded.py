"""What is asked of all but some: «Apart from Joqtau, which Kazakh films were in Aktau?», «… кроме «Жоктау»», «Жоқтаудан басқа …».

The message is decided without what it leaves out, and of what is told then that is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kb.base import Base
from kb.language.kazakh import ABLATIVE
from kb.query import Query
from kb.understand.ask import KAZAKHSTAN
from kb.understand.evidence import soft, stems_of_names
from kb.understand.interpretation.decision import Decide, Decision, answer
from kb.understand.lexicon import words
from kb.understand.reading import Reader, Reading
from kb.understand.weights import MENDED
from kb.understand.word_lists import all_interrogatives

# So many words can stand between «except» and the name: «except for the film Joqtau».
_BEFORE_NAME = 2
# A case that stands apart has so many letters: «Жоқтау»-дан басқа.
_CASE = 3
# Two words with capitals, as a person is named.
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+")
# What is left out and not named has so many words at most.
_UNNAMED = 4
_GAP = r"[^\w]*"
_OF_SEVERAL = ("set", "compare", "list", "count")
# What is of a country, of somebody or of a film, if it is linked with it.
_OF = {"country": ("agreement", "award", "film"), "person": ("award", "film"), "film": ("award",)}


@dataclass(frozen=True)
class _Excluded:
    """The positions of all that is said of what is left out, and the records, or else the rough stems that their names have; and what else is named."""

    span: range
    records: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


class WithoutExcluded:
    """Decides such messages, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader

    def told(self, decide: Decide, reading: Reading, context: Query | None, decision: Decision) -> Decision | None:
        """The decision without what is left out; None if nothing is, or others are told already."""
        excluded = None if reading.yes_no or reading.story else self._excluded(reading)
        if excluded is None or decision.kind == "smalltalk" or not self._tells_of(decision, excluded):
            return None
        core = self._without(reading, excluded.span)
        again = decide(core, context) if core else None
        query = again.query if again and again.kind == "answer" else None
        if query and again and (told := self._left(query, excluded)):
            return answer(told, f"{again.why}, without what is left out")
        alone = decision.kind == "answer" and excluded.records
        return Decision("unknown", why="nothing is told but of what is left out") if alone else None

    def _excluded(self, reading: Reading) -> _Excluded | None:
        """What is left out; by its words where it is not named: «кроме режиссуры»."""
        if not _said(reading):
            return None
        names = {i: m.span for m in sorted(reading.of("record"), key=lambda m: len(m.span)) if m.weight > MENDED for i in m.span}
        span = _after_name(reading, names) if reading.language == "kk" else _before_name(reading, names)
        if span is None:
            return self._excluded_by_words(reading, set(names))
        left = {i for i in span if i in names}
        records = frozenset(m.pattern.value for m in reading.of("record") if m.weight > MENDED and m.span <= left)
        kept = frozenset(m.pattern.value for m in reading.of("record") if not m.span <= left)
        return _Excluded(span, records, kept=kept) if records else None

    def _excluded_by_words(self, reading: Reading, named: set[int]) -> _Excluded | None:
        """What is left out and not named, if anything tells it."""
        span = _unnamed(reading)
        if span is None or not named.isdisjoint(span):
            return None
        of_kinds = {i for m in reading.of("kind") for i in m.span} | {i + j for i, size in _said(reading).items() for j in range(size)}
        telling = [reading.tokens[i] for i in span if i not in of_kinds and not self._reader.is_function(reading.tokens[i])]
        stems = frozenset(soft(token.key for token in telling))
        return _Excluded(span, stems=stems) if stems else None

    def _tells_of(self, decision: Decision, excluded: _Excluded) -> bool:
        """Whether what was decided is nothing, or of what is left out alone."""
        query = decision.query
        if decision.kind != "answer" or query is None:
            return True
        if query.operation in _OF_SEVERAL:
            return any(self._is_of(record, excluded) for record in self._members(query))
        props = (query.property or "").split("+") if query.operation == "fact" else []
        refs = {ref for prop in props if (fact := self._base.evidence[query.records[0]].facts.get(prop)) for ref in fact.refs}
        if excluded.records.isdisjoint(refs) or query.records[0] in excluded.records:
            return self._is_of(query.records[0], excluded)
        return refs <= {*excluded.records, KAZAKHSTAN} and not any(self._tells_more(query.records[0], prop, refs) for prop in props)

    def _tells_more(self, record: str, prop: str, refs: set[str]) -> bool:
        """Whether a text names people who are no records: «the jury: Aidyn Sakhaman (chair) and Nazira Mukusheva»."""
        fact = self._base.records[record].facts.get(prop)
        known = {name for one in (record, *refs) for name in self._base.records[one].names.en}
        named = _FULL_NAME.findall(fact.text.en) if fact and fact.text else []
        return any(not any(one in name or name in one for name in known) for one in named)

    def _left(self, query: Query, excluded: _Excluded) -> Query | None:
        """What is told without what is left out; None if that is nothing."""
        if query.operation in _OF_SEVERAL:
            members = self._members(query)
            left = tuple(record for record in members if not self._is_of(record, excluded))
            prop = query.property if query.operation == "compare" else None
            if len(left) == len(members):
                return query if excluded.records else None
            return _of(left, prop) if left else None
        if excluded.stems:
            return None
        if query.operation != "fact" or query.claim:
            return None if self._is_of(query.records[0], excluded) else query
        fact = self._base.evidence[query.records[0]].facts.get(query.property or "")
        refs = tuple(ref for ref in fact.refs if ref in self._base.records) if fact else ()
        if not excluded.records.isdisjoint(refs):
            left = tuple(ref for ref in refs if ref not in excluded.records)
            left = left or (query.records if self._tells_more(query.records[0], query.property or "", set(refs)) else ())
            # Who or what a text tells besides need not be a record: of other things than films and countries it is told whole.
            kinds = {self._base.evidence[ref].kind for ref in refs}
            listed = kinds == {"film"} or (kinds == {"country"} and len(left) > 1)
            return (_of(left, None) if listed else query) if left else None
        return None if self._is_of(query.records[0], excluded) else query

    def _members(self, query: Query) -> tuple[str, ...]:
        if query.operation in ("set", "compare"):
            return query.records
        groups = [(near,) for near in query.filters]
        return tuple(record for record in self._base.members(query.kind or "", groups, len(self._base.ids)) if record not in query.filters)

    def _is_of(self, record: str, excluded: _Excluded) -> bool:
        """Whether a record is left out, or is of a country or somebody left out."""
        if excluded.stems:
            return excluded.stems <= stems_of_names(self._base.records[record])
        evidence = self._base.evidence[record]
        if record in excluded.kept:
            return False
        others = (one for one in excluded.records if evidence.kind in _OF.get(self._base.evidence[one].kind, ()))
        return record in excluded.records or any(one in evidence.near.get(self._base.evidence[one].kind, ()) for one in others)

    def _without(self, reading: Reading, span: range) -> Reading | None:
        """The message without the words there."""
        pattern = _GAP.join(re.escape(reading.tokens[i].text) for i in span)
        text, count = re.subn(rf"[\s,;:—–«“\"(-]*\b{pattern}\b[»”\")]*\s*,?", " ", reading.text, count=1)
        text = re.sub(r"\s+(?=[?!.]|$)", "", text).strip()
        return replace(self._reader.read(text[:1].upper() + text[1:]), language=reading.language) if count and text else None


def _of(records: tuple[str, ...], prop: str | None) -> Query:
    """One by its card or fact, several side by side."""
    if len(records) == 1:
        return Query("fact", records, prop) if prop else Query("card", records)
    return Query("compare", records, prop) if prop else Query("set", records)


def _before_name(reading: Reading, names: dict[int, frozenset[int]]) -> range | None:
    """«Except for the film Joqtau», «кроме Турции и Узбекистана»."""
    said = reading.typed
    for i, size in _said(reading).items():
        start = next((j for j in range(i + size, min(i + size + _BEFORE_NAME + 1, len(said))) if j in names), None)
        if start is None or any(reading.tokens[j].key in all_interrogatives() for j in range(i + size, start)):
            return None
        end = max(names[start])
        while end + 2 in names and said[end + 1] in words()["joining"]:
            end = max(names[end + 2])
        return range(i, end + 1)
    return None


def _after_name(reading: Reading, names: dict[int, frozenset[int]]) -> range | None:
    """«Жоқтау фильмінен басқа», «Түркия мен Өзбекстаннан бөлек»."""
    said = reading.typed
    kinds = {i for m in reading.of("kind") for i in m.span}
    for i in _said(reading):
        if not i or not reading.tokens[i - 1].key.endswith(ABLATIVE):
            continue
        end = i - 1 if i - 1 in names else i - 2
        if end not in names or (end < i - 1 and i - 1 not in kinds and len(said[i - 1]) > _CASE):
            return None
        start = min(names[end])
        while start - 2 in names and said[start - 1] in words()["joining"]:
            start = min(names[start - 2])
        return range(start, i + 1)
    return None


def _unnamed(reading: Reading) -> range | None:
    """«Кроме приза за режиссуру», «режиссурадан басқа»: all of its clause, or in Kazakh one word."""
    clauses = reading.clauses
    for i in _said(reading):
        if reading.language == "kk":
            return range(i - 1, i + 1) if i and reading.tokens[i - 1].key.endswith(ABLATIVE) else None
        end = i
        while end + 1 < len(reading.tokens) and clauses.get(end + 1) == clauses.get(i):
            end += 1
        return range(i, end + 1) if i < end <= i + _UNNAMED else None
    return None


def _said(reading: Reading) -> dict[int, int]:
    """Where words for «except» begin, and how many they are."""
    said = reading.typed
    phrases = _excluding()["after" if reading.language == "kk" else "before"]
    found = ((i, next((len(phrase) for phrase in phrases if tuple(said[i : i + len(phrase)]) == phrase), 0)) for i in range(len(said)))
    return {i: size for i, size in found if size}


@cache
def _excluding() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words for «except», by whether they stand before or after what is left out; longer phrases first."""
    return {place: tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True)) for place, phrases in words()["excluding"].items()}
