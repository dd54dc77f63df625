"""The new paper of two sides: «a new document of the film centre and the Uzbek agency», «новый документ киноцентра с узбеками»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.evidence import NAMES, PARTIES, Evidence
from kb.understand.shapes.papers import papers_with
from kb.understand.word_lists import listed

# What the words of such a question can ask for, and how they can look for it.
_OF_SIDES = ("parties", "agreements", "signatories")
_NEW = ("compare", "age", "latest", "list", "about")


class NewPapers:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._new = listed("brand_new")

    def told(self, ask: Ask) -> Query | None:
        """The newest paper of a body and of another body or country."""
        sides = {named: kind for named, kind in ask.named_kinds.items() if named != KAZAKHSTAN}
        new = ask.reading.where_form(self._new)
        if not new or "agreement" not in ask.kinds or ask.kinds.keys() - {"agreement", "organisation", "country"} or ask.reading.yes_no:
            return None
        if ask.types - {"what"} or ask.operations.keys() - set(_NEW) or ask.numerals or ask.ordinals:
            return None
        # «Киноцентр» alone is a word for a body.
        called = ask.kinds.get("organisation", set()) - ask.named_positions
        of_two = set(sides.values()) <= {"organisation", "country"} and (("organisation" in sides.values() and len(sides) > 1) or (len(sides) == 1 and called))
        said = ask.named_positions | ask.of_kinds | ask.generic | new | {i for prop in _OF_SIDES for i in ask.cues.get(prop, ())}
        said |= {i for at in ask.operations.values() for i in at}
        papers = papers_with(ask, sides) if of_two else []
        fits = papers and all(i in said or _is_of_name(ask, papers[0], i) for i in ask.telling)
        return Query("card", (papers[0].id,)) if fits else None


def _is_of_name(ask: Ask, paper: Evidence, i: int) -> bool:
    """Whether a word stands in the name of the paper or of one of its sides: «с Агентством кинематографии»."""
    return any(not {NAMES, PARTIES}.isdisjoint(paper.where.get(stem, ())) for stem in ask.stems.get(i, ()))
