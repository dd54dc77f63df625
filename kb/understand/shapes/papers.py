"""The papers of a year, a place or a country: «the memorandum of 2024», «the one that was signed in Aktau»."""

from __future__ import annotations

from collections.abc import Collection, Set

from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.shapes.festivals import editions_told
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import as_listed, listed

# A paper of more countries is of none of them.
_BILATERAL = 2
# What «agreement» rather calls than a memorandum or a supplement.
_AGREEMENTS = ("agreement", "intergovernmental-agreement")


def papers_of(ask: Ask, years: set[int]) -> list[Evidence]:
    """The agreements that were signed in one of these years."""
    ids = sorted({ask.base.ids[number] for year in years for number in ask.base.in_years.numbers(str(year))})
    papers = [ask.of[record] for record in ids if ask.of[record].kind == "agreement"]
    return [paper for paper in papers if int(paper.date(("signed_on",))[:4] or 0) in years]


def signed_in(ask: Ask, year: int, named: set[str]) -> Evidence | None:
    """The paper of a year that stands in links with most of what is named; Kazakhstan alone names none."""
    named = named - {KAZAKHSTAN}
    linked = {paper.id: sum(ask.linked(paper.id, near) for near in named) for paper in papers_of(ask, {year})}
    papers = [ask.of[paper] for paper, count in linked.items() if count]
    return max(papers, key=lambda paper: (linked[paper.id], paper.type in SIGNED), default=None)


def signed_at(ask: Ask, place: Evidence, countries: list[Evidence]) -> Evidence | None:
    """The newest paper that was signed in a place with all these countries; talks there only where nothing was signed."""
    papers = [ask.of[near] for near in place.near.get("agreement", ())]
    papers = [paper for paper in papers if "signed_at" in paper.facts and place.id in paper.facts["signed_at"].refs]
    papers = [paper for paper in papers if all(ask.linked(paper.id, country.id) for country in countries)]
    return max(papers, key=lambda paper: (paper.type in SIGNED, paper.date(("signed_on",)), paper.id), default=None)


def newest_agreement(ask: Ask, country: Evidence) -> Evidence | None:
    """The newest paper between Kazakhstan and a country that tells what it covers."""
    papers = [ask.of[near] for near in country.near.get("agreement", ())]
    papers = [paper for paper in papers if paper.type in SIGNED and paper.countries <= 2 and ask.linked(paper.id, KAZAKHSTAN)]
    # Where none tells what it covers, one can still be told by its day.
    bilateral = [paper for paper in papers if paper.known("scope")] or [paper for paper in papers if paper.known("signed_on")]
    return max(bilateral, key=lambda paper: (paper.date(("signed_on",)), paper.id), default=None)


def papers_with(ask: Ask, records: Collection[str], types: Collection[str] = ()) -> list[Evidence]:
    """The papers with all these countries and bodies, of these types or those that are told, and of the years, the newest first; none of many countries."""
    types, years = types or ask.types_of.get("agreement") or SIGNED, set(ask.reading.years.values())
    papers = [ask.of[near] for record in list(records)[:1] for near in ask.of[record].near.get("agreement", ())]
    papers = [paper for paper in papers if paper.type in types and paper.countries <= _BILATERAL and all(ask.linked(paper.id, record) for record in records)]
    papers = [paper for paper in papers if not years or not years.isdisjoint(paper.years)]
    return sorted(papers, key=lambda paper: (paper.date(("signed_on",)), paper.id), reverse=True)


def papers_called(ask: Ask, records: Collection[str], side: Set[int]) -> list[Evidence]:
    """The papers with all these countries and bodies that the words there call so; what is said beside «memorandum» without another word is one too."""
    papers = papers_with(ask, records, SIGNED)
    memorandums = [m.span for m in ask.reading.of("kind") if m.pattern.value == "memorandum"]
    called = not listed("called_agreement").isdisjoint(as_listed(ask.reading.tokens[i]) for i in side)
    if any(span <= side for span in memorandums) or (memorandums and not called):
        return [paper for paper in papers if paper.type == "memorandum"] or papers
    return [paper for paper in papers if called and paper.type in _AGREEMENTS] or papers


def papers_of_country(ask: Ask) -> Query | None:
    """«Which documents do we have with France»: what the country itself tells of all of them."""
    others = [record for record in ask.named if record != KAZAKHSTAN]
    asked = ask.strength.get("agreements", 0.0) >= 0.75 and not (ask.reading.years or ask.types_of.get("agreement") or ask.types)
    return Query("fact", (others[0],), "agreements") if asked and len(others) == 1 and ask.of[others[0]].known("agreements") else None


def signed_there(ask: Ask) -> Query | None:
    """«What did we sign with Türkiye in Aktau?»: the paper with one country that was signed in a place or at a festival."""
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
    # «The Turks» can be TURKSOY too.
    of_countries = {i for country in countries for i in ask.named[country]}
    kinds = {named: kind for named, kind in ask.named_kinds.items() if named != KAZAKHSTAN and (named in countries or not ask.named[named] <= of_countries)}
    places = [named for named, kind in kinds.items() if kind == "place"]
    editions = [named for named, kind in kinds.items() if kind == "edition" or named == FESTIVAL]
    at_festival = bool(editions) or not EDITION_LIKE.isdisjoint(ask.kinds)
    others = kinds.keys() - {*countries, *places, *editions}
    asks = ask.strength.get("agreements", 0.0) >= OF_KIND and "agreement" in ask.kinds
    if not asks or others or len(countries) != 1 or len(places) > 1 or not (places or at_festival):
        return None
    said = ask.named_positions | ask.of_kinds | ask.cues["agreements"].keys() | ask.reading.years.keys()
    if ask.types - {"what"} or ask.reading.yes_no or ask.operations.keys() - {"about"} or not said.issuperset(ask.telling):
        return None
    if places:
        paper = signed_at(ask, ask.of[places[0]], [ask.of[countries[0]]])
        return Query("card", (paper.id,)) if paper else None
    held = next((edition for edition in editions_told(ask) if edition.near.get("agreement")), None)
    papers = [near for near in held.near["agreement"] if ask.linked(near, countries[0]) and ask.of[near].type in SIGNED] if held else []
    return Query("card", (papers[0],)) if len(papers) == 1 else None


def all_signed_there(ask: Ask) -> Query | None:
    """«Which agreements were signed in Cannes?»: what the place tells of them, where nothing else is asked."""
    places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
    whole = ask.kinds.keys() == {"agreement"} and len(places) == 1 and ask.named.keys() <= {KAZAKHSTAN, *places}
    asked = whole and ask.of[places[0]].known("agreements") and ask.strength.get("agreements", 0.0) >= OF_KIND
    if not asked or ask.types - {"what"} or ask.operations.keys() - {"about", "list"} or ask.reading.yes_no or ask.numerals or ask.months:
        return None
    said = ask.named_positions | ask.of_kinds | ask.generic | {i for prop in ("agreements", "signed_at") for i in ask.cues.get(prop, ())}
    return Query("fact", (places[0],), "agreements") if said.issuperset(ask.telling) else None


def signed_there_by(ask: Ask) -> Query | None:
    """«Did Hungary sign a memorandum in Aktau too?»: what was signed in a place, where a country that signed nothing is claimed to have."""
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
    places = [named for named, kind in ask.named_kinds.items() if kind == "place" and ask.of[named].known("agreements")]
    others = set(ask.named) - {*countries, *places, KAZAKHSTAN}
    asked = ask.reading.yes_no and "agreement" in ask.kinds and ask.kinds.keys() <= {"agreement", "country"}
    if not asked or others or len(countries) != 1 or len(places) != 1 or ask.types:
        return None
    signed = any(ask.of[paper].type in SIGNED for paper in ask.of[countries[0]].near.get("agreement", ()))
    return None if signed else Query("fact", (places[0],), "agreements", claim=countries[0])
