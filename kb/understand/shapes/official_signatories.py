"""Which official signed a paper: «Which Uzbek official signed the 2025 memorandum?», «какой чиновник подписал меморандум с Ираном?»"""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.ask.terms import says
from kb.understand.shapes.papers import papers_with
from kb.understand.word_lists import listed

# What the words of such a question can ask for.
_OF_SIGNING = ("signatories", "parties", "signed_on", "post", "head", "agreements", "participants")


class OfficialSignatories:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._officials, self._signing, self._which = listed("officials"), listed("signing"), listed("which")

    def told(self, ask: Ask) -> Query | None:
        """Who signed the newest paper with a country that fits, whether that is known or not."""
        tokens = ask.reading.tokens
        officials = ask.reading.where_form(self._officials)
        signing = ask.reading.where_listed(self._signing)
        asks = "who" in ask.types or any(says(token, self._which) for token in tokens)
        if not officials or not signing or not asks or ask.kinds.keys() - {"country"} != {"agreement"} or ask.reading.yes_no:
            return None
        if ask.types - {"who", "what"}:
            return None
        others = [named for named in ask.named if named != KAZAKHSTAN]
        said = ask.named_positions | ask.of_kinds | ask.generic | officials | signing | ask.reading.years.keys()
        said |= {i for prop in _OF_SIGNING for i in ask.cues.get(prop, ())} | ask.reading.where_form(self._which)
        if len(others) != 1 or ask.named_kinds[others[0]] not in ("country", "agreement") or not said.issuperset(ask.telling):
            return None
        papers = papers_with(ask, others) if ask.named_kinds[others[0]] == "country" else [ask.of[others[0]]]
        told = [paper for paper in papers if "signatories" in paper.facts]
        return Query("fact", (told[0].id,), "signatories") if told else None
