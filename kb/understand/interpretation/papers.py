"""What is asked of agreements where the best candidate says otherwise: «what agreements with France», «memorandum with Uzbekistan 2021»."""

from __future__ import annotations

from dataclasses import replace

from kb.understand.ask import KAZAKHSTAN, Ask, Candidate
from kb.understand.claims import OF_CUE
from kb.understand.evidence import SIGNED
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import as_listed, listed

# How much less surely than the parties those who signed can be asked for: «who signed for both sides».
OF_SIDES = 0.1
# Kinds of what signs a paper besides people.
_BODIES = ("organisation", "country")


class PapersMeant:
    """Puts right what a question asks of papers."""

    def __init__(self) -> None:
        self._signing, self._which = listed("signing"), listed("which")

    @staticmethod
    def of_a_country(ask: Ask, best: Candidate) -> str | None:
        """The country whose papers are asked for, where one of them is the best answer and not asked for: «what agreements with France»."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        asked = ask.strength.get("agreements", 0.0) >= OF_KIND and len(countries) == 1 and set(ask.named) <= {KAZAKHSTAN, *countries}
        of_paper = ask.of[best.record].kind == "agreement" and not best.asked and best.property in ("country", "parties")
        # «What is there between Kazakhstan and China in film?»
        of_paper = of_paper or (best.record not in ask.named and best.property in ("what", None) and ask.of[best.record].kind in ("organisation", "film"))
        said = ask.named_positions | ask.of_kinds | ask.cues.get("agreements", {}).keys()
        return countries[0] if asked and of_paper and said.issuperset(ask.telling) and ask.of[countries[0]].known("agreements") else None

    def bare(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Agreement with France», «memorandum with Uzbekistan 2021»: that paper, or where there are several, all that the country tells of them."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        said = ask.named_positions | ask.kinds.get("agreement", set()) | ask.reading.years.keys()
        asks = ask.types or ask.operations.keys() - {"about", "list"} or ask.reading.yes_no or max(ask.strength.values(), default=0.0) >= OF_CUE
        bare = said.issuperset(ask.telling) and not asks
        if not bare or ask.kinds.keys() != {"agreement"} or len(countries) != 1 or ask.named.keys() - {KAZAKHSTAN, *countries}:
            return None
        papers = [ask.of[near] for near in ask.of[countries[0]].near.get("agreement", ())]
        narrowed, years = ask.types_of.get("agreement"), set(ask.reading.years.values())
        papers = [paper for paper in papers if paper.type in (narrowed or SIGNED) and (not years or not years.isdisjoint(paper.years))]
        if len(papers) == 1:
            return replace(best, record=papers[0].id, property=None, operation="card")
        several = len(papers) > 1 and not years and ask.of[countries[0]].known("agreements")
        return replace(best, record=countries[0], property="agreements", operation="fact", asked=True) if several else None

    def is_paper_itself(self, ask: Ask, best: Candidate) -> bool:
        """«What document was signed at the Uzbek cinema days of 2021?»: the paper, and not what else its record tells of those days."""
        record, tokens = ask.of[best.record], ask.reading.tokens
        which = any(i and i not in best.cued and as_listed(tokens[i - 1]) in self._which for i in ask.kinds.get("agreement", ()))
        described = best.operation == "highlight" and record.type in SIGNED and record.id not in ask.named
        return described and which and not ask.types - {"what"} and not ask.reading.yes_no

    def asks_who_signed(self, ask: Ask, best: Candidate) -> bool:
        """Whether people are asked for where the best answer names the parties: who signed may be known not to be known."""
        if best.property not in ("parties", "country") or "signatories" not in ask.of[best.record].facts or not ask.kinds.keys().isdisjoint(_BODIES):
            return False
        signing = any(self._signing.intersection((as_listed(token), *token.bases)) for token in ask.reading.tokens)
        if signing and "who" in ask.types and best.record not in ask.named and ask.of[best.record].known("signatories"):
            # «By whom is it signed?»
            return True
        asked = ask.strength.get("signatories", 0.0)
        return asked >= OF_CUE and asked > ask.strength.get("parties", 0.0) - OF_SIDES

    @staticmethod
    def where_or_when(ask: Ask, best: Candidate) -> str | None:
        """The place or day of signing, if only that is asked: «where did the Georgians put pen to paper»."""
        if best.property not in ("signatories", "parties") or len(ask.types) != 1:
            return None
        prop = {"where": "signed_at", "when": "signed_on"}.get(next(iter(ask.types)))
        return prop if prop and ask.of[best.record].known(prop) else None
