"""The most that a record which is not named can score, told before its facts are weighed one by one: most records need not be."""

from __future__ import annotations

from collections.abc import Mapping

from kb.understand.ask import Ask, Heard, Limit, Sort
from kb.understand.candidates.spoken import SpokenKinds
from kb.understand.evidence import EDITION_LIKE
from kb.understand.weights import (
    ABOUT,
    CUE,
    HIGHLIGHT_CUE,
    KIND_ASKED,
    NOT_IN_FACT,
    NOT_NAMED,
    OF_ALL_EDITIONS,
    OF_AN_EDITION,
    OF_ANOTHER,
    OF_ANOTHER_NAME,
    OTHER_YEAR,
    OWN_NAME,
    PREMISE_HOLDS,
    TELLING_WORDS,
)


class Ceilings:
    """Tells the most that records can score and cover."""

    def __init__(self, spoken: SpokenKinds) -> None:
        self._spoken = spoken

    def sort_of_kind(self, ask: Ask, kind: str) -> Sort:
        """The most that a record of a kind which is not named can explain, whatever it is linked with, before its texts are looked at."""
        spoken = self._spoken.of(ask, kind)
        standing = (PREMISE_HOLDS - (ABOUT if ask.about_named else NOT_NAMED) if ask.named else 0.0) + (OWN_NAME if ask.names_several_people else 0.0)
        if kind in EDITION_LIKE:
            standing += KIND_ASKED + OWN_NAME + OF_ALL_EDITIONS
        elif kind in ask.kinds:
            standing += KIND_ASKED
        referring = TELLING_WORDS * min(2.5, 0.6 * len(ask.named_positions)) + (OF_AN_EDITION if kind == "festival" else 0.0)
        most, covered = ask.at_most, ask.covered_at_most
        unasked = Limit(most, covered, referring)
        if spoken.positions:
            most = most | dict.fromkeys(spoken.positions, 1.0)
            covered = ask.covered(most)
        return Sort(most, covered, standing, Limit(most, covered, spoken.bonus + referring), unasked)

    def ceiling(self, ask: Ask, kind: str, facts: Mapping[str, object] | None, sort: Sort, heard: Heard) -> tuple[float, float]:
        """The most that a record which is not named can score and cover, if one of its texts has all the words that stand in any of them.

        Without its facts, the most that it can with any.
        """
        by_position, cued = heard
        strength, limit = 0.0, sort.unasked
        for most_asked, prop in self._spoken.of(ask, kind).ranked:
            if facts is None or prop in facts:
                strength, limit = most_asked, sort.asked
                break
        explained, most = sort.explained, limit.most
        covered, of_fact, telling = sort.covered, limit.covered, 0.0
        if by_position:
            shares, tells = ask.shares, ask.tells
            for i, share in by_position.items():
                telling += tells[i]
                if share > (already := explained.get(i, 0.0)):
                    covered += shares[i] * (share - already)
                else:
                    share = already
                if share > (already := most.get(i, 0.0)):
                    of_fact += shares[i] * (share - already)
            telling = TELLING_WORDS * min(2.5, telling)
        score = max(
            covered + max(ask.card_of_another, telling + (2 * HIGHLIGHT_CUE if cued else 0.0) - OF_ANOTHER),
            of_fact + CUE * strength + limit.bonus + telling,
        )
        for i in ask.names:
            if most.get(i, 0.0) < NOT_IN_FACT and explained.get(i, 0.0) < NOT_IN_FACT and by_position.get(i, 0.0) < NOT_IN_FACT:
                score -= OF_ANOTHER_NAME
                break
        for i in ask.reading.years:
            if most.get(i, 0.0) < NOT_IN_FACT and by_position.get(i, 0.0) < NOT_IN_FACT:
                score -= OTHER_YEAR
                break
        return score + sort.prior, max(covered, of_fact)
