"""Capitals that stand for their states: «О чём договорились Астана и Баку?», "the paper that Baku and Astana signed"."""

from __future__ import annotations

import re
from functools import cache

from kb.base import Base
from kb.language.fold import fold
from kb.language.kazakh import has_case
from kb.lazy import lazy
from kb.understand.ask import Ask
from kb.understand.lexicon import words
from kb.understand.reading import Reader, Reading
from kb.understand.weights import MENDED

# What states do: they sign, agree and meet.
_OF_STATES = {"signatories", "parties", "agreements", "signed_on", "signed_at", "scope", "status"}


class CapitalsForStates:
    """Reads a message as if it named the states, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader

    @lazy
    def _states(self) -> dict[str, str]:
        """Capital → its country, as the texts of the two tell."""
        countries, places = ([self._base.records[key] for key in self._base.members(kind)] for kind in ("country", "place"))
        states = {record.names.en[0]: record.id for record in countries}
        out = {}
        for record in places:
            told = " ".join([record.summary.en, *(fact.text.en for fact in [record.facts.get("what")] if fact and fact.text)])
            for name, country in states.items() if "capital of " in told else ():
                if f"capital of {name}" in told:
                    out[record.id] = country
        return out

    def named(self, reading: Reading, ask: Ask) -> Reading | None:
        """The message with the countries for capitals that stand nowhere as a place does; None if none does, or nothing is asked of states."""
        if reading.language is None or not ("agreement" in ask.kinds or _OF_STATES & ask.cues.keys() or _agrees(reading)):
            return None
        text = reading.text
        for mention in reading.of("record"):
            country = self._states.get(mention.pattern.value) if mention.weight > MENDED else None
            if country and not _is_a_place(reading, mention.span):
                said = r"\W+".join(re.escape(reading.tokens[i].text) for i in sorted(mention.span))
                text = re.sub(rf"\b{said}\b", self._base.records[country].names.shown(reading.language), text)
        return self._reader.read(text) if text != reading.text else None


def _is_a_place(reading: Reading, span: frozenset[int]) -> bool:
    """Whether a name says where something is, or where to or from: after any preposition but «with» and «between»."""
    tokens = reading.tokens
    if reading.language == "kk":
        return has_case(tokens[max(span)].text, "dative", "locative", "ablative")
    before = tokens[min(span) - 1].text.lower() if min(span) else ""
    return before in words()["prepositions"] and before not in words()["beside_a_state"]


def _agrees(reading: Reading) -> bool:
    return any(token.means(_agreeing()) for token in reading.tokens)


@cache
def _agreeing() -> frozenset[str]:
    """The folded words for coming to terms."""
    return frozenset(map(fold, words()["coming_to_terms"]))
