"""Whether there is anything at all between Kazakhstan and another country: that country is told, not a list of its films."""

from __future__ import annotations

from functools import cache

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.lexicon import words

# The Kazakh endings of «with».
WITH = ("мен", "бен", "пен")


class Cooperation:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._anything = [tuple(phrase.split()) for phrase in words()["anything"]]

    def of_country(self, ask: Ask) -> Query | None:
        """«Is there anything on film between Kazakhstan and Georgia?», «а с Ираном по кино что-то есть?»"""
        partners = [named for named in ask.named if named != KAZAKHSTAN]
        if len(partners) != 1 or set(ask.named_kinds.values()) != {"country"} or ask.kinds.keys() - {"film"} or ask.numerals or ask.months:
            return None
        if "film" in ask.kinds and KAZAKHSTAN not in ask.named and not is_with(ask, partners[0]):
            # «Is there anything about films of Uzbekistan?» asks for films.
            return None
        said = self._said(ask)
        rest = set(ask.telling) - said - ask.named_positions - ask.of_kinds - ask.generic
        return Query("card", (partners[0],)) if said and not rest else None

    def _said(self, ask: Ask) -> set[int]:
        """The positions of the words for «anything»."""
        typed = [token.text.lower() for token in ask.reading.tokens]
        starts = ((at, len(phrase)) for phrase in self._anything for at in range(len(typed)) if tuple(typed[at : at + len(phrase)]) == phrase)
        return {i for at, length in starts for i in range(at, at + length)}


def is_with(ask: Ask, country: str) -> bool:
    """«With Iran», «с Ираном», «Иранмен»."""
    first = min(ask.named[country])
    before = ask.reading.tokens[first - 1].text.lower() if first else ""
    return before in _with() or ask.reading.tokens[first].text.lower().endswith(WITH)


@cache
def _with() -> frozenset[str]:
    return frozenset(words()["with"])
