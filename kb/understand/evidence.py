"""What the texts of the records say, as rough word stems: the evidence that a question's words are weighed against."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.base import Base
from kb.language.fold import clean, fold, tokens
from kb.records import LANGUAGES, Record, Text

# Facts whose texts describe a record, for «the film in which …».
_DESCRIBING = ("plot", "what", "genre", "theme", "post", "works")


def soft(keys: Iterable[str]) -> set[str]:
    """Rough stems: the first five letters of a folded word, numbers whole."""
    return {key[:5] for key in keys if len(key) > 2 or key.isdigit()}


def soft_text(text: str) -> set[str]:
    return soft(fold(token) for token in tokens(clean(text)))


def _all_languages(text: Text) -> set[str]:
    return {stem for language in LANGUAGES for stem in soft_text(text.get(language))}


@dataclass
class Evidence:
    """The stems of one record: its names, its summary, each fact and highlight (by its number)."""

    names: set[str] = field(default_factory=set)
    summary: set[str] = field(default_factory=set)
    facts: dict[str, set[str]] = field(default_factory=dict)
    cues: dict[str, list[set[str]]] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    # The stems of names of one word; the stems of all facts and highlights.
    short: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    _spread: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, record: Record) -> Evidence:
        names = {stem for name in [*record.names.all(), *record.aliases] for stem in soft_text(name)}
        facts = {prop: _all_languages(fact.text) for prop, fact in record.facts.items() if fact.text}
        facts |= {str(number): _all_languages(highlight.text) for number, highlight in enumerate(record.highlights)}
        cues = {
            str(number): [stems for phrases in highlight.cues.values() for phrase in phrases if (stems := soft_text(phrase))]
            for number, highlight in enumerate(record.highlights)
        }
        years = {int(year) for year in re.findall(r"(?:19|20)\d\d", record.id + " ".join(record.names.all()))}
        years |= {int(fact.date[:4]) for prop, fact in record.facts.items() if fact.date and prop in ("dates", "signed_on", "year", "period")}
        if record.kind in ("person", "organisation"):
            years |= {int(fact.as_of[:4]) for fact in record.facts.values() if fact.as_of}
        summary = _all_languages(record.summary)
        described = names.union(summary, *(facts.get(prop, set()) for prop in _DESCRIBING))
        short = {stem for name in [*record.names.all(), *record.aliases] if len(stems := soft_text(name)) == 1 for stem in stems}
        return cls(
            names, summary, facts, cues, years, described, short, set().union(*facts.values()), Counter(stem for stems in facts.values() for stem in stems)
        )

    def tells(self, stem: str) -> float:
        """How well a stem tells this record's facts apart: 1 if one fact has it, near 0 if all have."""
        size = len(self.facts)
        if size < 2:
            return 1.0
        return max(0.0, 1 - (self._spread[stem] - 1) / (size - 1) * 1.5)


class Library:
    """The evidence of all records, and how rare each stem is among them."""

    def __init__(self, base: Base) -> None:
        self.of = {record.id: Evidence.of(record) for record in base.records.values()}
        counts: Counter[str] = Counter()
        for evidence in self.of.values():
            counts.update(evidence.summary.union(*evidence.facts.values()))
        size = len(self.of) or 1
        self._rarity = {stem: math.log(1 + size / n) / math.log(1 + size) for stem, n in counts.items()}

    def rarity(self, stem: str) -> float:
        """Between 0 (in every record) and 1 (in one); 0 for a stem that is in none."""
        return self._rarity.get(stem, 0.0)
