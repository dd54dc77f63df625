"""Capitals that stand for their states: «О чём договорились Астана и Баку?», "the paper that Baku and Astana signed"."""

from __future__ import annotations

import re

from kb.base import Base
from kb.language.fold import fold
from kb.language.kazakh import NOMINAL, has_case
from kb.lazy import lazy
from kb.understand.ask import Ask
from kb.understand.lexicon import words
from kb.understand.reading import Reader, Reading, Token
from kb.understand.weights import MENDED
from kb.understand.word_lists import folded_list

# So many letters the name of a capital has at least: «Баку».
_SHORTEST = 4
# The Kazakh and Russian endings of a name that ends in a consonant or a vowel that stays.
_ENDING = re.compile(rf"(?:{NOMINAL.pattern}|(?:a|u|om|em|e)$)")
# What states do: they sign, agree and meet.
_OF_STATES = {"signatories", "parties", "agreements", "signed_on", "signed_at", "scope", "status"}


class CapitalsForStates:
    """Reads a message as if it named the states, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader

    @lazy
    def _states(self) -> dict[str, str]:
        """Folded name of a capital → its country, of those that the base has a record of."""
        listed: dict[str, list[str]] = words()["capitals_of_states"]
        return {fold(name): country for country, names in listed.items() if country in self._base.records for name in names}

    @lazy
    def _beginnings(self) -> frozenset[str]:
        return frozenset(name[:_SHORTEST] for name in self._states)

    def named(self, reading: Reading, ask: Ask) -> Reading | None:
        """The message with the countries for capitals that stand nowhere as a place does; None if none does, or nothing is asked of states."""
        if reading.language is None or not ("agreement" in ask.kinds or _OF_STATES & ask.cues.keys() or _agrees(reading)):
            return None
        text = reading.text
        for i, country in self._capitals(reading).items():
            if not _is_a_place(reading, i):
                text = re.sub(rf"\b{re.escape(reading.tokens[i].text)}\b", self._base.records[country].names.shown(reading.language), text)
        return self._reader.read(text) if text != reading.text else None

    def are_all(self, reading: Reading) -> bool:
        """Whether two states or more are named, one by its capital alone at least, and no other record."""
        capitals = self._capitals(reading)
        countries = {m.pattern.value for m in reading.of("record") if m.weight > MENDED and not m.span <= capitals.keys()}
        several = len({*capitals.values(), *countries}) > 1 and not countries.issuperset(capitals.values())
        return several and all(self._base.evidence[key].kind == "country" for key in countries)

    def _capitals(self, reading: Reading) -> dict[int, str]:
        """Position of a capital → its country."""
        may_be = [(i, token) for i, token in enumerate(reading.tokens) if token.key[:_SHORTEST] in self._beginnings]
        return {i: country for i, token in may_be if (country := self._state_of(token))}

    def _state_of(self, token: Token) -> str | None:
        for key in (token.key, *token.bases):
            if key in self._states:
                return self._states[key]
        of = (country for name, country in self._states.items() if token.key.startswith(name) and _ENDING.match(token.key[len(name) :]))
        return next(of, None)


def _is_a_place(reading: Reading, at: int) -> bool:
    """Whether a name says where something is, or where to or from: after any preposition but «with» and «between»."""
    tokens = reading.tokens
    if reading.language == "kk":
        return has_case(tokens[at].text, "dative", "locative", "ablative")
    before = tokens[at - 1].text.lower() if at else ""
    return before in words()["prepositions"] and before not in words()["beside_a_state"]


def _agrees(reading: Reading) -> bool:
    return reading.has_form(folded_list("coming_to_terms"))
