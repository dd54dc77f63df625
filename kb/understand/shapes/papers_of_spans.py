"""The papers that were signed in a span of years, or in a place in a year: «what was signed before 2020», «in Ankara in 2025»."""

from __future__ import annotations

from kb.understand.ask import KAZAKHSTAN, Ask, next_to
from kb.understand.evidence import SIGNED, Evidence
from kb.understand.lexicon import words
from kb.understand.weights import ASKED_RATHER
from kb.understand.word_lists import as_listed, folded_list, in_list

_SIGNED = ("signed_on", "signed_at", "signatories", "agreements", "result")
_LAST_YEAR = 9999


class PapersOfSpans:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._between = frozenset(map(in_list, words()["between"]))
        self._since = folded_list("since")

    def told(self, ask: Ask) -> tuple[Evidence, ...] | None:
        """The papers that were signed in a span of years, or in a place in a year: «what was signed before 2020», «in Ankara in 2025».

        Empty if there are none; None if this is not asked.
        """
        kinds = set(ask.named_kinds.values())
        asks = max(ask.strength, key=ask.strength.__getitem__, default="agreements")
        asked = (
            ask.kinds.keys() <= {"agreement"}
            and asks in _SIGNED
            and (ask.kinds or ask.strength.get(asks, 0.0) >= ASKED_RATHER)
            and not ask.types - {"what", "count"}
        )
        if not asked or ask.reading.yes_no or not kinds <= {"country", "place"}:
            return None
        said = ask.named_positions | ask.of_kinds | ask.reading.years.keys() | ask.months | {i for prop in _SIGNED for i in ask.cues.get(prop, ())}
        if asks == "result" and not ask.kinds and not said.issuperset(ask.telling):
            # «What did the culture ministers decide in Aktau in November 2025?» asks for no papers.
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        span = self._span_of_years(ask)
        if not ask.reading.years or (span is None and not places):
            return None
        years = set(ask.reading.years.values())
        first, last = span or (min(years), max(years))
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        types = ask.types_of.get("agreement") or SIGNED
        papers = [paper for paper in ask.members("agreement", [(near,) for near in countries]) if paper.type in types]
        dated = sorted((paper.date(("signed_on",)), paper.id) for paper in papers if paper.date(("signed_on",)))
        found = [ask.of[paper] for date, paper in dated if first <= int(date[:4]) <= last]
        found = [paper for paper in found if all("signed_at" in paper.facts and place in paper.facts["signed_at"].refs for place in places)]
        return tuple(found) if found or span else None

    def _span_of_years(self, ask: Ask) -> tuple[int, int] | None:
        """The first and the last year that «before 2020», «since 2022» or «between 2022 and 2024» mean; None without such a word."""
        told = sorted(ask.reading.years.items())
        years = [year for _, year in told]
        before = ask.reading.tokens[max(0, told[0][0] - 1) : told[0][0]] if told and ask.reading.language != "kk" else ask.reading.tokens
        if len(years) == 2 and any(as_listed(token) in self._between for token in before):
            return min(years), max(years)
        if len(years) != 1:
            return None
        (at, year), tokens = told[0], ask.reading.tokens
        around = [tokens[at - 1]] if at else []
        if ask.reading.language == "kk":
            around = tokens[at + 1 : at + 3]
        beside = {key for token in around for key in (token.key, *token.bases)}
        for step, phrases in next_to().items():
            if any(len(phrase) == 1 and phrase[0] in beside for phrase in phrases):
                return (0, year - 1) if step < 0 else (year + 1, _LAST_YEAR)
        return (year, _LAST_YEAR) if beside & self._since else None
