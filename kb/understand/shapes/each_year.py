"""«Who won the main prize in each year?», «победители по годам», «when was the festival in Türkiye?»: what each festival tells, one beside the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.ask.steps.festivals import countries_of_festivals, festivals_in
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import properties, words
from kb.understand.reading import Token
from kb.understand.shapes import editions_told
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import listed

# Who won is told by the main prize.
_PRIZES, _MAIN_PRIZE = ("winner", "awards", "best_film"), "best_film"
# What can be spoken of where festivals are.
_FESTIVE = {*EDITION_LIKE, "festival", "award", "film"}

# What asks for one of them.
_IN_ORDER = {"most", "least", "earliest", "latest"}


class EachYear:
    """Recognises such questions."""

    def __init__(self) -> None:
        said = words()
        self._all, self._since, self._until = (
            frozenset(map(fold, words_of)) for words_of in (said["each_year"]["all"], said["since"], said["counted_until"]["before"])
        )
        self._hosting = listed("hosting", "being_host")
        self._counted: dict[str, str] = words()["counted"]

    def told(self, ask: Ask) -> Query | None:
        """What is asked of all festivals, or of all since one of them."""
        if of_country := self._of_country(ask):
            return of_country
        named_after = ask.named.get(FESTIVAL, set[int]())
        others = {kind for named, kind in ask.named_kinds.items() if not ask.named[named] <= named_after}
        if ask.reading.yes_no or "count" in ask.types or _IN_ORDER & ask.operations.keys() or not others <= {"place", "edition"} or ask.kinds.keys() - _FESTIVE:
            return None
        each = where_each(ask)
        since = ask.reading.where_key(self._since)
        all_ = ask.reading.where_form(self._all)
        first = self._first(ask, since) if since and (each or all_) else None
        years = set(ask.reading.years.values())
        if not (each and not others and len(years) != 1) and first is None:
            return None
        prop = self._asked(ask)
        known = (
            each
            | since
            | all_
            | ask.where_said(self._until)
            | ask.named_positions
            | ask.of_kinds
            | ask.cued
            | ask.reading.years.keys()
            | {i for at in ask.operations.values() for i in at}
        )
        if prop is None or not known.issuperset(ask.telling):
            return None
        told = (e for e in ask.members("edition") if e.known(prop) and e.newest >= (first.newest if first else 0))
        # «Edition by edition, 2021 through 2024».
        editions = sorted((e for e in told if len(years) < 2 or min(years) <= e.newest <= max(years)), key=lambda e: e.newest)
        return Query("compare", tuple(e.id for e in editions), prop) if len(editions) > 1 else None

    def _of_country(self, ask: Ask) -> Query | None:
        """«When was the festival in Türkiye?»: what is asked of all that were in a country, if it had several."""
        countries = countries_of_festivals(ask)
        several = len(countries) != 1 or list(ask.named_kinds.values()).count("country") > 1
        if several or ask.reading.yes_no or _IN_ORDER & ask.operations.keys():
            return None
        counted = [prop for kind, prop in self._counted.items() if kind in ask.kinds and "count" in ask.types]
        prop = "dates" if ask.types == {"when"} else counted[0] if counted else self._asked(ask)
        said = ask.named_positions | ask.of_kinds | ask.cued | {i for at in ask.operations.values() for i in at}
        said |= ask.reading.where_listed(self._hosting)
        if prop is None or not said.issuperset(ask.telling):
            return None
        told = sorted((e for e in festivals_in(ask, countries[0]) if e.known(prop)), key=lambda e: e.newest)
        if len(told) < 2:
            return None
        return Query("set", tuple(e.id for e in told)) if prop == "editions" else Query("compare", tuple(e.id for e in told), prop)

    @staticmethod
    def _first(ask: Ask, since: set[int]) -> Evidence | None:
        """The festival right after «since»: by its year or its city."""
        told = editions_told(ask) if ask.reading.years or "place" in ask.named_kinds.values() else []
        beside = {i + step for i in since for step in (1, 2)}
        at = {*ask.reading.years, *(i for named, kind in ask.named_kinds.items() if kind == "place" for i in ask.named[named])}
        return told[0] if len(told) == 1 and not at.isdisjoint(beside) else None

    @staticmethod
    def _asked(ask: Ask) -> str | None:
        """What is asked for most surely of what festivals can tell."""
        if any(ask.strength.get(prop, 0.0) >= OF_KIND for prop in _PRIZES) and not any(
            prop.startswith("best_") and prop != _MAIN_PRIZE for prop in ask.strength
        ):
            return _MAIN_PRIZE
        asked = [prop for prop, strength in ask.strength.items() if strength >= OF_KIND and "edition" in properties()[prop].kinds]
        return max(asked, key=lambda prop: (ask.strength[prop], prop), default=None)


def where_each(ask: Ask) -> set[int]:
    """Positions of what says that it is asked of each: «по годам», «over the years»."""
    tokens, phrases = ask.reading.tokens, _each()
    begun = ((i, said) for i, token in enumerate(tokens) for key in {token.key, *token.bases} & phrases.keys() for said in phrases[key])
    return {at for i, said in begun if _stands_at(said, tokens[i : i + len(said)]) for at in range(i, i + len(said))}


@cache
def _each() -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases that begin with it."""
    phrases = [fold_phrase(phrase) for phrase in words()["each_year"]["each"]]
    return {first: [said for said in phrases if said[0] == first] for first in {said[0] for said in phrases}}


def _stands_at(said: tuple[str, ...], tokens: Sequence[Token]) -> bool:
    """Whether these words are a phrase, in any form."""
    return len(tokens) == len(said) and all(key in (token.key, *token.bases) for key, token in zip(said, tokens, strict=True))
