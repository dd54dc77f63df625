"""What people do: «Назарбеков министр культуры Казахстана?», «did Balayeva sign the memorandum with Georgia?»"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.language.kazakh import ABLATIVE
from kb.query import CLAIMED_WORD, Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.claims.verdicts import Verdicts
from kb.understand.claims.wording import is_another_name, is_past
from kb.understand.evidence import SIGNED, Evidence
from kb.understand.lexicon import words
from kb.understand.word_lists import folded_list, listed


def of_post(ask: Ask) -> Query | None:
    """«Назарбеков министр культуры Казахстана?»: what post somebody has, where another one is named by the post that is claimed."""
    people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    asks = ask.reading.yes_no or ask.reading.text.rstrip().endswith("?")
    # Which post somebody has now does not tell which ones he had.
    if not asks or is_past(ask) or len(people) != 2 or ask.types or len(ask.named) != 2 or not ask.named_positions.issuperset(ask.telling):
        return None
    for one, other in (people, people[::-1]):
        span = ask.named[other]
        holds = [all(any("post" in ask.of[who].where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in span) for who in (one, other)]
        if span.isdisjoint(ask.named[one]) and holds == [False, True] and ask.of[one].known("post"):
            return Query("fact", (one,), "post", claim=other)
    return None


def heads(ask: Ask) -> Query | None:
    """«Балаева возглавляет Министерство культуры?»: told by who heads it, and not by all the posts of somebody; of one who did before by his own post."""
    people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
    asked = max(ask.strength.get("head", 0.0), ask.strength.get("post", 0.0)) >= max(ask.strength.values(), default=1.0)
    if not ask.reading.yes_no or len(people) != 1 or len(bodies) != 1 or len(ask.named) != 2 or not asked:
        return None
    (person,), body = people, ask.of[bodies[0]]
    if not body.known("head"):
        return None
    leads = person in body.facts["head"].refs
    if leads or not is_past(ask):
        before = body.known("predecessor") and person in body.facts["predecessor"].refs
        return Query("fact", (body.id,), "head", claim=person) if "head" in ask.strength and not before else None
    if led(ask, person, body):
        return Query("fact", (person,), "post", claim=body.id)
    # Who leads it now does not tell who never did.
    return Query("fact", (body.id,), "head+predecessor" if body.known("predecessor") else "head")


def led(ask: Ask, person: str, body: Evidence) -> bool:
    """Whether the post of somebody who does not lead a body now is told to have been at its head."""
    post = ask.of[person].facts.get("post")
    if post is None or post.unknown or body.id not in post.refs:
        return False
    told = ask.base.records[person].facts["post"].text
    said = set(fold_phrase(told.en)) if told else set()
    return not folded_list("heads_of_bodies").isdisjoint(said) and _deputies().isdisjoint(said)


@cache
def _deputies() -> frozenset[str]:
    return frozenset(map(fold, words()["posts"]["deputy"]))


def born_in(ask: Ask) -> Query | None:
    """«Еслямова из Петропавловска?», «is she from Almaty?»: told by where somebody was born, or else of what country he is."""
    people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    places = [named for named, kind in ask.named_kinds.items() if kind in ("place", "country")]
    if not ask.reading.yes_no or len(people) != 1 or len(places) > 1 or len(ask.named) != 1 + len(places):
        return None
    strange = [i for i in ask.telling if i not in ask.named_positions and i in ask.reading.capitals] if not places else []
    span = ask.named[places[0]] if places else set(strange)
    # «Бурак Озчивит родился в Анкаре?»
    born = bool(ask.cues.get("born")) and not ask.reading.years and not ask.months and bool(span) and ask.reading.is_located(span)
    said = ask.named_positions | span | {i for prop in ("birthplace", "country", *(("born",) if born else ())) for i in ask.cues.get(prop, ())}
    if not span or len(strange) > 1 or any(i not in said and not ask.reading.tokens[i].means(folded_list("of_oneself")) for i in ask.telling):
        return None
    if not born and not _is_from(ask, span):
        return None
    if born and not ask.of[people[0]].known("birthplace"):
        return Query("fact", (people[0],), "birthplace")
    if born and places and ask.named_kinds[places[0]] == "country":
        return Query("fact", (people[0],), "birthplace", claim=places[0])
    if places and ask.named_kinds[places[0]] == "country" and not all(is_another_name(ask, places[0], i) for i in span):
        return None
    if not ask.of[people[0]].known("birthplace"):
        return Query("fact", (people[0],), "country" if ask.of[people[0]].known("country") else "birthplace")
    claim = places[0] if places and ask.named_kinds[places[0]] == "place" else f"{CLAIMED_WORD}{ask.reading.tokens[min(span)].key}"
    return Query("fact", (people[0],), "birthplace", claim=claim)


def _is_from(ask: Ask, span: Set[int]) -> bool:
    """Whether a name stands where somebody comes from: after «from» or «из», or with the Kazakh ending for it."""
    read = ask.reading.tokens
    return read[min(span) - 1].key in _from() if ask.reading.language != "kk" and min(span) else read[max(span)].key.endswith(ABLATIVE)


@cache
def _from() -> frozenset[str]:
    return frozenset(map(fold, ("from", "из")))


class Signatories:
    """Recognises claims of who signed a paper."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._signing = listed("signing")

    def signatory(self, ask: Ask) -> Query | None:
        """«Did Balayeva sign the memorandum with Georgia?»: whether somebody signed the paper with a country, told by who did."""
        of_kind: dict[str, list[str]] = defaultdict(list)
        for named, kind in ask.named_kinds.items():
            if named != KAZAKHSTAN:
                of_kind[kind].append(named)
        others = of_kind.keys() - {"person", "country", "agreement", "place"}
        people, countries = of_kind["person"], of_kind["country"]
        signs = ask.reading.has_listed(self._signing)
        if (
            not ask.reading.yes_no
            or not signs
            or self._verdicts.limits(ask)
            or others
            or len(people) != 1
            or "agreement" not in ask.kinds
            or len(countries) + len(of_kind["agreement"]) > 1
        ):
            return None
        if not countries and not of_kind["agreement"]:
            # «Did Güven sign the memorandum with Kazakhstan?» is asked of the paper with his country.
            countries = [country for country in ask.of[people[0]].near.get("country", ()) if country != KAZAKHSTAN]
            if (KAZAKHSTAN not in ask.named and not of_kind["place"]) or len(countries) != 1:
                return None
            untold = [paper.id for paper in ask.members("agreement", [(countries[0],)]) if paper.type in SIGNED and not paper.known("signatories")]
            if untold:
                return Query("fact", (untold[0],), "signatories")
        papers = [ask.of[paper] for paper in of_kind["agreement"]] or ask.members("agreement", [(countries[0],)])
        years = set(ask.reading.years.values())
        places = set(of_kind["place"])
        papers = [p for p in papers if p.type in SIGNED and not (years and years.isdisjoint(p.years))]
        papers = [p for p in papers if not places or (p.known("signed_at") and places <= set(p.facts["signed_at"].refs))]
        known = [p for p in papers if p.known("signatories")]
        if not known:
            # «Did Güven himself sign the Turkish memorandum in Aktau?»: who signed it is not told.
            return Query("fact", (papers[0].id,), "signatories") if len(papers) == 1 and places else None
        papers = known
        signed = [paper for paper in papers if people[0] in paper.facts["signatories"].refs]
        paper = max(signed or papers, key=lambda paper: (paper.countries <= 2, paper.date(("signed_on",))))
        return Query("fact", (paper.id,), "signatories", claim=people[0])
