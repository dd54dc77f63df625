"""Refused: what is of another year, another number of a row, or a time that the base does not tell of."""

from __future__ import annotations

from kb.base import Base
from kb.lazy import lazy
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, LASTING, lasts, years_in
from kb.understand.reading import Reading
from kb.understand.refusals.asked import PRIZES
from kb.understand.shapes.films_of_spans import span_told
from kb.understand.weights import NOT_IN_FACT
from kb.understand.word_lists import folded_list, typed_list

# What tells of a festival though it is none.
_BESIDE_FESTIVALS = ("event", "organisation", "country", "person")
# Years of this century are said by their last figures.
_THIS_CENTURY, _OF_A_CENTURY = 2000, 2
# When a paper was signed, or talks were held.
_HELD = ("signed_on", "dates")


class OtherYears:
    """Tells whether an answer is of another time than is asked about, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._ordinal = typed_list("ordinal_endings")
        self._after = folded_list("after")

    def refuse(self, ask: Ask, best: Candidate) -> bool:
        return (
            self.is_of_another(ask, best) or self._is_not_of_the_next(ask, best) or self._is_of_another_number(ask, best) or self._is_of_the_future(ask, best)
        )

    @staticmethod
    def is_of_another(ask: Ask, best: Candidate) -> bool:
        """Whether it is the prize or the festival of one year where that of another is asked, and does not tell of that one."""
        record = ask.of[best.record]
        festival = "edition" in ask.kinds or "festival" in ask.named_kinds.values()
        if "edition" in ask.kinds and not ask.named and not best.follows and record.kind not in EDITION_LIKE and best.property in PRIZES:
            # «Who won the festival of 2019?»: there was none, whatever somebody won elsewhere.
            return bool(ask.reading.years)
        of_one_year = record.kind == "award" or (record.kind == "edition" and festival and best.operation == "fact" and not ask.reading.yes_no)
        if best.record == FESTIVAL and best.property == "editions" and ask.ordinals_of_edition and "country" in ask.kinds:
            # «Үшінші фестивальге неше ел қатысты?» counts no festivals.
            return True
        if best.record == FESTIVAL and ask.types == {"count"} and FESTIVAL not in ask.named and not best.follows and ask.tells_edition:
            # «How many countries came to Baku?»: what is so of every year tells it of none.
            return best.property != "editions"
        # «Hungary was there for the first time» is told in so many words.
        told = best.operation == "fact" or (best.operation == "highlight" and best.cued.isdisjoint(ask.ordinals_of_edition))
        if record.kind in ("award", *EDITION_LIKE) and told and ask.ordinals_of_edition and not (best.follows or ask.reading.yes_no):
            # «The jury prize of the second Korkyt Ata» is not that of the fifth.
            return (record.kind == "edition" or len(record.editions) == 1) and not ask.is_of_ordinals(record)
        untold = all(best.explained.get(i, 0.0) < NOT_IN_FACT for i in ask.reading.years)
        return of_one_year and bool(record.years and ask.reading.years) and set(ask.reading.years.values()).isdisjoint(record.years) and untold

    @staticmethod
    def _is_not_of_the_next(ask: Ask, best: Candidate) -> bool:
        """«Who organises Korkyt Ata 2026?»: of a festival that is still to come nothing is told but by its own record."""
        if FESTIVAL not in ask.named or len(ask.reading.years) != 1 or ask.of[best.record].kind not in _BESIDE_FESTIVALS:
            return False
        years = set(ask.reading.years.values())
        return any(not years.isdisjoint(edition.years) and not edition.known("dates") for edition in ask.members("edition"))

    def _is_of_another_number(self, ask: Ask, best: Candidate) -> bool:
        """Whether a year, or the number of an edition, stands in the message that nothing of the answer is of.

        What is valid for a period may be asked for by any year.
        """
        if ask.reading.yes_no or best.follows or "period" in ask.of[best.record].facts:
            return False
        tokens = ask.reading.tokens
        numbered = [
            i
            for i in ask.content
            if tokens[i].key.isdigit()
            and i not in ask.reading.years
            and i + 1 < len(tokens)
            and tokens[i + 1].text.lower() in self._ordinal
            # «В 22-м году»
            and not (len(tokens[i].key) == _OF_A_CENTURY and _THIS_CENTURY + int(tokens[i].key) in ask.of[best.record].years)
        ]
        if not ask.months and any(i not in ask.named.get(best.record, ()) and best.explained.get(i, 0.0) < NOT_IN_FACT for i in numbered):
            # «The 43rd meeting» is not the 42nd.
            return True
        lasting = self._lasts(best.record, best.property or "")
        listed = self._spans(best) if best.operation == "highlight" else range(0)
        years = any(best.explained.get(i, 0.0) < NOT_IN_FACT and year not in lasting and year not in listed for i, year in ask.reading.years.items())
        return (
            years or self.tells_others(ask, best.record, best.property or "") or any(best.explained.get(i, 0.0) < NOT_IN_FACT for i in ask.ordinals_of_edition)
        )

    def tells_others(self, ask: Ask, record: str, prop: str) -> bool:
        """«Who won the pitching of 2025?» is not told by who won that of 2023, whatever else the record did in 2025."""
        if not ask.reading.years or not prop:
            return False
        evidence = self._base.evidence[record]
        if evidence.kind == "agreement" and int(evidence.date(_HELD)[:4] or 0) in ask.reading.years.values():
            # What came of a meeting of 2025 can be of any year.
            return False
        of = self._base.records[record]
        told = of.highlights[int(prop)] if prop.isdigit() else of.facts.get(prop)
        years = years_in(told.text) if told is not None and told.text is not None else set()
        asked = set(ask.reading.years.values())
        within = any(min(years, default=0) < year < max(years, default=0) or year in self._lasts(record, prop) for year in asked)
        return bool(years) and asked.isdisjoint(years) and not within

    def _spans(self, best: Candidate) -> range:
        """«Which cities were capitals from 2022 to 2025?»: the years from the first to the last that a highlight tells."""
        years = years_in(self._base.records[best.record].highlights[int(best.property or 0)].text)
        return range(min(years), max(years) + 1) if len(years) > 1 else range(0)

    def _lasts(self, record: str, prop: str) -> range:
        """«Who headed TURKSOY in 2023?»: the years for which somebody holds a post; none of anything else."""
        fact = self._base.records[record].facts.get(prop) if prop in LASTING else None
        return lasts(fact) if fact else range(0)

    def asks_of_the_future(self, ask: Ask) -> bool:
        """Whether only years are asked of that come after all that any text tells: «which Hungarian films come next year»."""
        years = ask.reading.years.values()
        # «Does the programme run to 2030?» claims a year of what is told.
        claimed = ask.reading.yes_no and not ask.reading.relative_years
        return bool(years) and not claimed and min(years) > self._newest and not any(self._base.in_texts.count(str(year)) for year in years)

    def _is_of_the_future(self, ask: Ask, best: Candidate) -> bool:
        """Whether it is asked of a year that comes after all that the base tells of: «the rebate in 2035», «after 2026»."""
        for i, year in ask.reading.years.items():
            after = any(ask.reading.tokens[j].key in self._after for j in (i - 1, i + 1, i + 2) if 0 <= j < len(ask.reading.tokens))
            if best.explained.get(i, 0.0) < NOT_IN_FACT and year + after > self._newest:
                return True
        return False

    @lazy
    def _newest(self) -> int:
        """The last year that any record is of."""
        return max((year for year in range(1900, 2100) if self._base.in_years.count(str(year))), default=0)

    def lists_others(self, query: Query, reading: Reading) -> bool:
        """Whether nothing that a list tells is of the year that is asked about: «which Kazakh films are at Busan in 2026»."""
        if not reading.years or query.operation not in ("list", "set") or query.claim:
            return False
        members = query.records or self._base.members(query.kind or "", [(near,) for near in query.filters])
        told = [self._base.evidence[record] for record in members]
        if any(record.kind != "film" for record in told):
            return False
        if span := span_told(reading):
            # «Before 2020»: of any year of that time.
            return not any(span[0] <= year <= span[1] for record in told for year in record.years)
        return not any(str(year) in record.where or year in record.years for record in told for year in reading.years.values())
