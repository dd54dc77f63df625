"""Whether another record tells better what is asked of a fact: who signed is told by the paper, not by its country."""

from __future__ import annotations

from functools import cache

from kb.understand.ask import Ask
from kb.understand.candidates.asked_facts import AskedFact
from kb.understand.evidence import EDITION_LIKE, MADE_BY
from kb.understand.lexicon import words
from kb.understand.weights import OF_ANOTHER, OF_KIND, OF_ONE, OF_SAME_KIND, UNASKED_ABOUT, UNRECORDED


@cache
def _best_prizes() -> frozenset[str]:
    return frozenset(words()["implies"]["winner"])


def told_better(ask: Ask, asked: AskedFact, follows: bool) -> float:
    """What speaks against a fact because another record tells better what is asked; `follows`: the chat spoke of its record."""
    record, prop, fact, strength, own = asked.record, asked.prop, asked.fact, asked.strength, asked.own
    against = 0.0
    if prop in MADE_BY and record.kind == "film" and not own and not ask.reading.yes_no and "who" not in ask.types:
        # «What did she direct» gives the director and asks for the films.
        against += OF_ONE if any(ask.named_kinds.get(ref) == "person" for ref in fact.refs) else 0.0
    if ask.holds and not own and strength and record.kind not in ("award", *EDITION_LIKE):
        # «Which funds supported Becoming» is told by the film, not by each fund.
        against += OF_ANOTHER
    if strength and not own and any(of == record.kind and ask.of[named].known(prop) for named, of in ask.named_kinds.items()):
        # When Kazakhfilm was founded is not told by another studio.
        against += OF_SAME_KIND
    of_other = (record.kind in EDITION_LIKE or record.type == "film-days") and not (own or follows)
    if asked.definition.answers in ("when", "where") and of_other and ask.names_a_work and not ask.speaks_of_festivals:
        # «From what day was Qaitadan in cinemas» asks for no festival's dates.
        against += OF_ANOTHER
    if record.kind == "award" and not own:
        against += _told_by_other_prizes(ask)
    if prop == "agreements" and not (strength and own):
        # The papers of a country in one sentence; the paper itself answers better what is asked of it.
        against += UNASKED_ABOUT + OF_ANOTHER
    if prop == "agreements" and "who" in ask.types and ask.strength.get("signatories", 0.0) >= OF_KIND:
        # Who signed is told by the paper.
        against += OF_ANOTHER
    return against


def _told_by_other_prizes(ask: Ask) -> float:
    """What speaks against the facts of a prize that is not named."""
    against = 0.0
    if "award" not in ask.kinds:
        # «Who won in 2023» asks for the main prize, which the festival tells, and not for one of the others.
        against += UNRECORDED
    if any(ask.strength.get(best, 0.0) >= OF_KIND for best in _best_prizes()):
        # Which best one is meant stands in the property of the festival.
        against += OF_ANOTHER
    own_awards = (ask.of[named].known("awards") for named, of in ask.named_kinds.items() if of in ("person", "film"))
    if ask.strength.get("awards", 0.0) >= OF_KIND and not ask.reading.years and any(own_awards):
        # «What awards did she get?»: all of hers.
        against += OF_ANOTHER
    return against
