"""Whether a paper was signed in a place that is no place of the base: «Меморандум с Турцией подписан в Анкаре?», "was it signed in Ankara?"."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.query import CLAIMED_WORD, Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.claims.verdicts import Verdicts
from kb.understand.evidence import SIGNED, Evidence
from kb.understand.lexicon import words
from kb.understand.shapes.papers import papers_called, papers_with
from kb.understand.word_lists import listed

# What the words of such a question can ask for.
_OF_SIGNING = ("signed_at", "signed_on", "signatories", "agreements", "parties", "city", "project")
# A name in a case shares so many letters with another one of it at least, and differs from it in so many of the last ones at most.
_OWN_LETTERS, _ENDING = 4, 3


class SigningPlaces:
    """Recognises such claims."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._signing, self._or = listed("signing", "left_unsigned", "setting_down"), listed("or")

    def elsewhere(self, ask: Ask) -> Query | None:
        """Where the paper was signed, if none that can be meant was signed in the place that is claimed."""
        if not ask.reading.yes_no or "agreement" not in ask.kinds or ask.kinds.keys() - {"agreement", "country", "organisation"} or ask.types or ask.months:
            return None
        tokens = ask.reading.tokens
        signing = ask.reading.where_listed(self._signing)
        said = ask.named_positions | ask.of_kinds | ask.generic | signing | ask.reading.years.keys()
        said |= {i for prop in _OF_SIGNING for i in ask.cues.get(prop, ())}
        if self._verdicts.limits(ask) or not (signing or "signed_at" in ask.cues) or ask.reading.has_listed(self._or):
            return None
        claimed, rest = _claimed(ask), [i for i in ask.telling if i not in said]
        if claimed is None or not {claimed} >= set(rest):
            return None
        place = next((named for named, span in ask.named.items() if claimed in span), None)
        sides = self._sides(ask, claimed, place)
        if any(place in paper.facts["signed_at"].refs for paper in papers_with(ask, sides, SIGNED) if "signed_at" in paper.facts):
            return None
        told = [paper for paper in papers_called(ask, sides, set(range(len(tokens)))) if _is_placed(ask, paper)]
        if len(told) != 1:
            # Of several papers it is asked which one is meant.
            return None
        return Query("fact", (told[0].id,), "signed_at", claim=place or f"{CLAIMED_WORD}{tokens[claimed].key}")

    @staticmethod
    def _sides(ask: Ask, claimed: int, place: str | None) -> list[str]:
        """The countries and bodies that are named, else the country of the capital that is claimed."""
        sides = [named for named in ask.named if named not in (KAZAKHSTAN, place)]
        if any(ask.named_kinds[side] not in ("country", "organisation") for side in sides):
            return []
        country = _country_of(ask, claimed)
        return sides or ([country] if country in ask.base.records and country else [])


def _is_placed(ask: Ask, paper: Evidence) -> bool:
    """Whether the city where a paper was signed is told: «in China» does not deny a city there."""
    return paper.known("signed_at") and any(ref in ask.base.records and ask.of[ref].kind == "place" for ref in paper.facts["signed_at"].refs)


def _claimed(ask: Ask) -> int | None:
    """The only word that stands where a place does and names a city: one of the base, a capital, or a name with a capital letter."""
    countries = {i for named, kind in ask.named_kinds.items() if kind != "place" for i in ask.named[named]}
    found = []
    for i in ask.content:
        if i in countries or i in ask.of_kinds or i in ask.reading.years or not ask.reading.is_located({i}):
            continue
        foreign = any(i in m.span for m in ask.reading.of("foreign"))
        if i in ask.named_positions or foreign or i in ask.reading.capitals or _country_of(ask, i):
            found.append(i)
    return found[0] if len(found) == 1 else None


def _country_of(ask: Ask, i: int) -> str | None:
    """The country whose capital a word is, in any case."""
    key = ask.reading.tokens[i].key
    own = (name for name in _capitals() if key[:_OWN_LETTERS] == name[:_OWN_LETTERS] and key.startswith(name[:-1]) and len(key) <= len(name) + _ENDING)
    return next((_capitals()[name] for name in own), None)


@cache
def _capitals() -> dict[str, str]:
    """Folded name of a capital → its country."""
    return {fold(name): country for country, names in words()["capitals_of_states"].items() for name in names}
