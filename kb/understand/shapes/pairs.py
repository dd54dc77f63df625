"""Which two records a comparison is of: two bodies, the papers of two countries, two editions, two films."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import Evidence
from kb.understand.shapes.papers import newest_agreement, signed_at, signed_in

# What a paper tells of its signing, side by side with another.
WHEN_AND_WHERE = "signed_on+signed_at"
Pair = tuple[Evidence, Evidence]
_ByKind = dict[str, list[Evidence]]


def pair_of(ask: Ask, named: list[Evidence]) -> Pair | None:
    """The two of one kind that a message names, or tells by countries, places or years; None where it tells no two."""
    kinds: _ByKind = defaultdict(list)
    for record in named:
        kinds[record.kind].append(record)
    countries = [record for record in kinds["country"] if record.id != KAZAKHSTAN]
    years = sorted(set(ask.reading.years.values()))
    of_years = _papers_of_years(ask, kinds, years)
    if pair := (of_years if kinds["place"] else None) or _bodies(ask, kinds, countries) or _papers(ask, kinds, countries) or of_years:
        return pair
    if "agreement" in ask.kinds and len(years) >= 2 and ask.named and "edition" not in ask.kinds:
        # Years of papers that the base does not hold are not years of festivals.
        return None
    of_people = any(ask.named[person.id] != ask.named.get(FESTIVAL) for person in kinds["person"])
    if not of_people and (editions := _editions(ask, kinds, years)):
        return editions
    for kind in ("film", "organisation", "agreement", "person", "award"):
        if len(kinds[kind]) >= 2:
            return kinds[kind][0], kinds[kind][1]
    return None


def _bodies(ask: Ask, kinds: _ByKind, countries: list[Evidence]) -> Pair | None:
    """Two organisations, one with that of another country, or one with the festival."""
    if len(kinds["organisation"]) >= 2 and "agreement" not in ask.kinds:
        return kinds["organisation"][0], kinds["organisation"][1]
    if len(kinds["organisation"]) == 1 and "agreement" not in ask.kinds and (body := _body_of_another(ask, kinds["organisation"][0], countries)):
        return kinds["organisation"][0], body
    if len(kinds["organisation"]) == len(kinds["festival"]) == 1 and ("founded" in ask.strength or "age" in ask.operations):
        # «Which is older, TURKSOY or Korkyt Ata?»
        return kinds["organisation"][0], kinds["festival"][0]
    return None


def _body_of_another(ask: Ask, one: Evidence, countries: list[Evidence]) -> Evidence | None:
    """«Is the French film centre older than the Georgian one?»: the body of its type of another country."""
    others = [country for country in countries if not ask.linked(one.id, country.id)]
    alike = [ask.of[near] for country in others for near in country.near.get("organisation", ()) if near != one.id and ask.of[near].type == one.type]
    return alike[0] if len(others) == len(alike) == 1 else None


def _papers_of_years(ask: Ask, kinds: _ByKind, years: list[int]) -> Pair | None:
    """«The Paris paper of 2022 and that of Cannes in 2024», «whom did she meet in 2023, and whom in 2025?»"""
    somewhere = kinds["country"] or any(place.id not in ask.held for place in kinds["place"])
    told = "agreement" in ask.kinds or (kinds["person"] and somewhere and "edition" not in ask.kinds)
    if len(years) < 2 or not told or not ask.named:
        return None
    papers = [signed_in(ask, year, set(ask.named)) for year in years[:2]]
    return (papers[0], papers[1]) if papers[0] and papers[1] else None


def _papers(ask: Ask, kinds: _ByKind, countries: list[Evidence]) -> Pair | None:
    """The newest papers of two countries, or of two places, or a named paper and that of another place."""
    if len(countries) >= 2:
        papers = [newest_agreement(ask, record) for record in countries[:2]]
        if papers[0] and papers[1]:
            return papers[0], papers[1]
    if "agreement" in ask.kinds and len(kinds["place"]) == 2:
        papers = [signed_at(ask, place, countries) for place in kinds["place"]]
        if papers[0] and papers[1]:
            return papers[0], papers[1]
    years = set(ask.reading.years.values())
    if "agreement" in ask.kinds and len(countries) == len(years) == len(kinds["place"]) == 1:
        # «How does the 2021 memorandum with Uzbekistan differ from the one signed in Aktau?»
        papers = [signed_in(ask, min(years), {countries[0].id}), signed_at(ask, kinds["place"][0], countries)]
        if papers[0] and papers[1] and papers[0] is not papers[1]:
            return papers[0], papers[1]
    if len(kinds["agreement"]) == 1 and (other := _of_another_year(ask, kinds["agreement"][0])):
        return kinds["agreement"][0], other
    if len(kinds["agreement"]) == 1 and (elsewhere := [place for place in kinds["place"] if not ask.linked(kinds["agreement"][0].id, place.id)]):
        # «How does the Paris agreement differ from the Cannes one?»
        paper = signed_at(ask, elsewhere[0], [ask.of[country] for country in kinds["agreement"][0].near.get("country", ())])
        return (kinds["agreement"][0], paper) if paper else None
    return None


def _of_another_year(ask: Ask, paper: Evidence) -> Evidence | None:
    """«How does the 2021 memorandum with Uzbekistan differ from the 2025 one?»: the paper of the other year with the same country."""
    others = set(ask.reading.years.values()) - set(paper.years)
    countries = [country for country in paper.near.get("country", ()) if country != KAZAKHSTAN]
    if len(others) != 1 or len(countries) != 1:
        return None
    return signed_in(ask, others.pop(), set(countries))


def _editions(ask: Ask, kinds: _ByKind, years: list[int]) -> Pair | None:
    """Two editions of the festival, by their names, years, numbers or places."""
    editions = kinds["edition"]
    if len(editions) < 2:
        editions = editions + [
            edition
            for edition in ask.members("edition")
            if edition not in editions
            and (
                not set(years).isdisjoint(edition.years)
                or ("editions" in edition.facts and edition.facts["editions"].size in ask.ordinals)
                or any(ask.linked(edition.id, p.id) for p in kinds["place"])
            )
        ]
    if len(editions) >= 2 and len(years) + len(kinds["place"]) + len(ask.ordinals) + len(kinds["edition"]) >= 2:
        return editions[0], editions[1]
    return None


def know_when_and_where(papers: Collection[Evidence]) -> bool:
    """Whether all are papers of which it is known when and where they were signed."""
    return all(paper.kind == "agreement" and paper.known("signed_on") and paper.known("signed_at") for paper in papers)
