"""What was in a month, a season or a year: what happened then, what was signed, which films came out."""

from __future__ import annotations

import re

from kb.base import Base
from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask, Candidate
from kb.understand.evidence import CULTURAL_CAPITAL, SIGNED, Evidence
from kb.understand.lexicon import words
from kb.understand.weights import ASKED, ASKED_RATHER
from kb.understand.word_lists import as_listed, in_list, listed
from kb.values import format_partial

# What dates a record of each kind, as something that happened.
_DATING = {"edition": ("dates",), "event": ("dates",), "agreement": ("signed_on", "dates"), "film": ("premiere", "release")}
# Opening and closing ceremonies are told with their festival; a year as a capital is longer than a month.
_PASSED_OVER = ("ceremony", "fund", "support-scheme")
_SIGNING = ("agreements", "signed_on", "signed_at", "signatories")
_COMING_OUT = ("premiere", "release")
# What tells how something stands, and not what happened.
_STATES = ("post", "status", "country", "birthplace")
_MAY = 5
_YEAR, _MONTH = len("2025"), len("2025-10")


class Dated:
    """Recognises such questions over one base. Each answer is a query, or an empty string where nothing was then; None if this is not asked."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._seasons = {in_list(word): tuple(season["months"]) for season in words()["seasons"] for word in season["words"]}
        self._concerning = listed("concerning")
        self._happened, self._signing = listed("happened"), listed("signing", "left_unsigned")

    def told(self, ask: Ask) -> Query | str | None:
        """«What happened in July 2025?», «что Казахстан подписал в 2019 году?», «which films came out in September 2025?»."""
        times = () if ask.reading.yes_no or self._tells_a_day(ask) else self._times(ask)
        if not times:
            return None
        found = self._happening(ask, times)
        found = found if found is not None else self._signed(ask, times)
        if found is None and (films := self._came_out(ask, times)) is not None:
            if len(films) == 1:
                prop = next(prop for prop in _COMING_OUT if self._was(ask.of[films[0]], (prop,), times))
                return Query("fact", films, prop)
            found = films
        return None if found is None else Query("set", found) if len(found) > 1 else Query("card", found) if found else ""

    def is_of_another_month(self, ask: Ask, best: Candidate) -> bool:
        """Whether an answer to «what happened in July 2025» tells of no such month."""
        if not self._asks_what_happened(ask):
            return False
        if len(set(ask.reading.years.values())) > 1:
            # «What happened between 2021 and 2023?»
            return True
        times = self._times(ask)
        if not times or len(times[0]) == _YEAR:
            return False
        record, prop = self._base.records[best.record], best.property or ""
        fact = record.highlights[int(prop)] if prop.isdigit() else record.facts.get(prop)
        return prop in _STATES or not (fact and fact.text and any(self._says(fact.text.en, time) for time in times))

    def _times(self, ask: Ask) -> tuple[str, ...]:
        """The month that is told, `2025-10`, the months of the season, or the year; none if there is no year, or several."""
        years, months = set(ask.reading.years.values()), {int(mention.pattern.value) for mention in ask.reading.of("month")}
        # A verb elsewhere: «may».
        months |= {_MAY for at in ask.reading.years if at and ask.reading.tokens[at - 1].text == "May"}
        seasons = list(self._season(ask).values())
        if len(years) != 1 or len(months) + len(seasons) > 1:
            return ()
        year = years.pop()
        return tuple(f"{year}-{month:02}" for month in (*months, *sum(seasons, ()))) or (f"{year}",)

    @staticmethod
    def _tells_a_day(ask: Ask) -> bool:
        """«On 15 October» tells more than a month."""
        tokens = ask.reading.tokens
        return any(tokens[i].key.isdigit() and i not in ask.reading.years for at in ask.months for i in (at - 1, at + 1) if 0 <= i < len(tokens))

    def _untaken(self, ask: Ask, *more: set[int]) -> list[int]:
        """Positions of the words that tell something else than when and where."""
        said = ask.named_positions | ask.months | self._season(ask).keys() | ask.reading.years.keys() | set().union(*more)
        return [i for i in ask.telling if i not in said]

    def _asks_what_happened(self, ask: Ask) -> bool:
        happened = ask.reading.where_listed(self._happened)
        bare = set(ask.named_kinds.values()) <= {"place"} or set(ask.named) == {KAZAKHSTAN}
        taken = not self._untaken(ask, happened)
        # «Қысында» is written as the word for somebody.
        return bool(happened) and bare and ask.of_kinds <= happened | self._season(ask).keys() and not ask.types & {"who", "when", "count"} and taken

    def _season(self, ask: Ask) -> dict[int, tuple[int, ...]]:
        """Where a season stands, and its months; winter has the first two of a year and its last."""
        return {i: self._seasons[key] for i, token in enumerate(ask.reading.tokens) if (key := as_listed(token)) in self._seasons}

    def _happening(self, ask: Ask, times: tuple[str, ...]) -> tuple[str, ...] | None:
        """What happened then, and there, where a place is named."""
        if not self._asks_what_happened(ask):
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        found = [
            one.id
            for kind, props in _DATING.items()
            for one in ask.members(kind, [(place,) for place in places])
            if one.type not in _PASSED_OVER and any(self._was_then(one, props, time) for time in times)
        ]
        return tuple(found) or None

    def _was_then(self, one: Evidence, props: tuple[str, ...], time: str) -> bool:
        if one.type == CULTURAL_CAPITAL and len(time) == _YEAR:
            # Which city is the capital of a year is decided the year before.
            return time in self._base.records[one.id].names.shown("en")
        return self._was(one, props, (time,)) or self._tells_days(one, time)

    def _was(self, one: Evidence, props: tuple[str, ...], times: tuple[str, ...]) -> bool:
        """Whether one of these dates lies in those months or that year; of a time of several months, that it begins or ends then."""
        facts = self._base.records[one.id].facts
        dates = [date for prop in props if prop in facts for date in (facts[prop].date, facts[prop].until) if date]
        return any(date.startswith(times) for date in dates)

    def _tells_days(self, one: Evidence, time: str) -> bool:
        """Whether the text of its dates tells that month besides: «on 24–26 May 2024 and 20–22 August 2025»."""
        fact = self._base.records[one.id].facts.get("dates") if len(time) == _MONTH else None
        return bool(fact and fact.text and self._says(fact.text.en, time))

    @staticmethod
    def _says(text: str, time: str) -> bool:
        """Whether an English text tells that month of that year."""
        month = format_partial(time, "en").split()[0]
        return re.search(rf"\b{month}\b[^.;]{{0,20}}\b{time[:_YEAR]}\b", text) is not None

    def _signed(self, ask: Ask, times: tuple[str, ...]) -> tuple[str, ...] | None:
        """«What was signed in October 2025?», «в Анкаре в сентябре 2025», «what did Kazakhstan sign in 2019?»: papers of then and there, or none."""
        asks = any(ask.strength.get(prop, 0.0) >= ASKED_RATHER for prop in _SIGNING) or ask.reading.has_listed(self._signing)
        others = set(ask.named_kinds.values()) - {"country", "place"}
        if not asks or others or ask.kinds.keys() != {"agreement"} or ask.types - {"what"}:
            return None
        signing = ask.reading.where_listed(self._signing)
        asking = {i for prop in (*_SIGNING, "agreements") for i in ask.cues.get(prop, ())}
        concerning = ask.reading.where_listed(self._concerning)
        untaken = self._untaken(ask, asking, ask.of_kinds, ask.generic, concerning, signing, *ask.operations.values())
        strange = [i for i in untaken if i in ask.reading.capitals or not ask.reading.tokens[i].bases or any(i in m.span for m in ask.reading.of("foreign"))]
        if len(strange) < len(untaken):
            return None
        places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        types = ask.types_of.get("agreement") or SIGNED
        linked = [(country,) for country in countries]
        papers = [paper for paper in ask.members("agreement", linked) if paper.type in types]
        papers = [paper for paper in papers if not places or ("signed_at" in paper.facts and places & set(paper.facts["signed_at"].refs))]
        found = tuple(paper.id for paper in papers if self._was(paper, ("signed_on",), times)) if not strange else ()
        # What was agreed with one country in a year, or without a word for signing, other records may tell.
        return None if not found and (countries or not (signing or strange) or not ask.has_all("agreement", linked)) else found

    def _came_out(self, ask: Ask, times: tuple[str, ...]) -> tuple[str, ...] | None:
        """«Which films came out in September 2025?»: those with a premiere or release then."""
        asks = any(ask.strength.get(prop, 0.0) >= (ASKED if "film" in ask.kinds else ASKED_RATHER) for prop in _COMING_OUT) and len(times[0]) == _MONTH
        if not asks or ask.kinds.keys() - {"film"} or ask.named.keys() - {KAZAKHSTAN} or ask.types - {"what"}:
            return None
        if self._untaken(ask, ask.cued, ask.of_kinds, *ask.operations.values()):
            return None
        linked = [(named,) for named in ask.named]
        return tuple(film.id for film in ask.members("film", linked) if self._was(film, _COMING_OUT, times)) if ask.has_all("film", linked) else None
