"""What people do: «Назарбеков министр культуры Казахстана?», «did Balayeva sign the memorandum with Georgia?»"""

from __future__ import annotations

from collections import defaultdict

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.claims.verdicts import Verdicts
from kb.understand.evidence import SIGNED
from kb.understand.lexicon import words


def of_post(ask: Ask) -> Query | None:
    """«Назарбеков министр культуры Казахстана?»: what post somebody has, where another one is named by the post that is claimed."""
    people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    asks = ask.reading.yes_no or ask.reading.text.rstrip().endswith("?")
    if not asks or len(people) != 2 or ask.types or len(ask.named) != 2 or not ask.named_positions.issuperset(ask.telling):
        return None
    for one, other in (people, people[::-1]):
        span = ask.named[other]
        holds = [all(any("post" in ask.of[who].where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in span) for who in (one, other)]
        if span.isdisjoint(ask.named[one]) and holds == [False, True] and ask.of[one].known("post"):
            return Query("fact", (one,), "post", claim=other)
    return None


def heads(ask: Ask) -> Query | None:
    """«Балаева возглавляет Министерство культуры?»: told by who heads it, and not by all the posts of somebody; not of one who did before."""
    people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
    asked = "head" in ask.strength and ask.strength["head"] >= max(ask.strength.values())
    if not ask.reading.yes_no or len(people) != 1 or len(bodies) != 1 or len(ask.named) != 2 or not asked:
        return None
    body = ask.of[bodies[0]]
    before = body.known("predecessor") and people[0] in body.facts["predecessor"].refs
    return Query("fact", (body.id,), "head", claim=people[0]) if body.known("head") and not before else None


class Signatories:
    """Recognises claims of who signed a paper."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._signing = frozenset(words()["signing"])

    def signatory(self, ask: Ask) -> Query | None:
        """«Did Balayeva sign the memorandum with Georgia?»: whether somebody signed the paper with a country, told by who did."""
        of_kind: dict[str, list[str]] = defaultdict(list)
        for named, kind in ask.named_kinds.items():
            if named != KAZAKHSTAN:
                of_kind[kind].append(named)
        others = of_kind.keys() - {"person", "country", "agreement"}
        people, countries = of_kind["person"], of_kind["country"]
        signs = any(token.text.lower() in self._signing for token in ask.reading.tokens)
        if (
            not ask.reading.yes_no
            or not signs
            or self._verdicts.limits(ask)
            or others
            or len(people) != 1
            or "agreement" not in ask.kinds
            or len(countries) + len(of_kind["agreement"]) != 1
        ):
            return None
        papers = [ask.of[paper] for paper in of_kind["agreement"]] or ask.members("agreement", [(countries[0],)])
        years = set(ask.reading.years.values())
        papers = [p for p in papers if p.type in SIGNED and p.known("signatories") and not (years and years.isdisjoint(p.years))]
        if not papers:
            return None
        signed = [paper for paper in papers if people[0] in paper.facts["signatories"].refs]
        paper = max(signed or papers, key=lambda paper: (paper.countries <= 2, paper.date(("signed_on",))))
        return Query("fact", (paper.id,), "signatories", claim=people[0])
