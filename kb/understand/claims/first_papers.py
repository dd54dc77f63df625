"""Whether a paper of a year is the first with a country: «Меморандум 2025 года первый или были и раньше?», "was the 2025 memorandum the first?"."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.evidence import SIGNED
from kb.understand.word_lists import as_listed, listed

# What the words of such a question can ask for.
_OF_SIGNING = ("signed_on", "agreements", "scope", "project", "theme", "signatories")


def first_paper(ask: Ask) -> Query | None:
    """When the oldest paper with the only country that is named was signed, which judges the year that is claimed; «or were there others?» claims none."""
    if ask.kinds.keys() != {"agreement"} or len(set(ask.reading.years.values())) != 1 or ask.types:
        return None
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
    tokens = ask.reading.tokens
    first = ask.operations.get("earliest", set()) | ask.ordinals.get(1, set()) | ask.reading.where_listed(listed("first_shown"))
    others = {i for i, token in enumerate(tokens) if as_listed(token) in listed("or")}
    if len(countries) != 1 or not first or not (ask.reading.yes_no or others) or set(ask.named_kinds.values()) - {"country", "agreement"}:
        return None
    said = ask.named_positions | ask.of_kinds | ask.generic | ask.reading.years.keys() | first | others | {i for at in ask.operations.values() for i in at}
    said |= {i for prop in _OF_SIGNING for i in ask.cues.get(prop, ())} | {
        i for i, token in enumerate(tokens) if as_listed(token) in listed("before", "earlier")
    }
    if not said.issuperset(ask.telling):
        return None
    types = ask.types_of.get("agreement") or SIGNED
    papers = [paper for paper in ask.members("agreement", [(countries[0],)]) if paper.type in types and paper.known("signed_on")]
    oldest = min(papers, key=lambda paper: paper.date(("signed_on",)), default=None)
    year = next(iter(ask.reading.years.values()))
    return Query("fact", (oldest.id,), "signed_on", claim=None if others else str(year)) if oldest else None
