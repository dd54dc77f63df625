"""«Which film earned most?», «the oldest studio», «the shortest festival», «which country won most often»: what is known of several records, side by side.

Where it is known of one record alone, or the base counts no such thing, the answer is an honest no.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from datetime import date

from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import Evidence
from kb.understand.highlights import highlight
from kb.understand.shapes import countries_of, editions_told
from kb.understand.shapes.each_year import where_each
from kb.understand.shapes.films_told import is_close
from kb.understand.weights import ASKED_RATHER, MENDED
from kb.understand.word_lists import listed

# What puts records in order, of which kind; the first of them by its date, in years.
_BY_DATE = {"organisation": "founded", "person": "born"}
_BY_SIZE = {"box_office": "film", "budget": "film", "support": "film"}
_ORDER = {"most", "least", "earliest", "latest", "age"}
# So many records are told side by side, of a whole kind.
_SIDE_BY_SIDE = 9
# Of a festival with so many prizes here, all are.
_ALL_AWARDS = 8
_WHOLE_DATE = len("2025-10-01")
# What festivals are put in order by, and the kind of records whose number it is.
_OF_FESTIVALS = {"film": "films_count", "country": "country"}
# What the words of such a question ask for, whichever of them it is.
_ASKED_OF_FESTIVALS = {"runtime", "dates", "films_count", "festivals", "country", "participants", "city", "year", "period", "editions", "premiere"}


class Rankings:
    """Puts records in order."""

    def __init__(self) -> None:
        self._often = listed("often")
        self._than_all = listed("than_all")
        self._days, self._hosting = listed("days"), listed("hosting")
        self._shown = listed("shown", "taking_part")

    def of_festivals(self, ask: Ask, context: Query | None) -> Query | None:
        """«Which Korkyt Ata was the longest?», «where were fewest films shown?», and after it «and most?»"""
        if not {"most", "least"} & ask.operations.keys() or ask.reading.yes_no or ask.reading.bound or ask.reading.years or ask.ordinals or ask.months:
            return None
        if not ask.named.keys() <= self._festival_names(ask):
            return None
        measure = self._measure_of_festivals(ask, context)
        if measure == "country" and _at(ask, self._hosting) and (most_often := self._hosted_most_often(ask)):
            # «Қай ел ең көп өткізді?»
            return most_often
        said = ask.named_positions | ask.of_kinds | ask.generic | self._all(ask) | {i for at in ask.operations.values() for i in at}
        said |= _at(ask, self._days) | _at(ask, self._shown) | where_each(ask)
        said |= {i for prop in _ASKED_OF_FESTIVALS for i in ask.cues.get(prop, ())}
        if not measure or not said.issuperset(i for i in ask.telling if not ask.reading.tokens[i].light):
            return None
        sizes = {edition.id: size for edition in ask.members("edition") if (size := _length(ask, edition) if measure == "dates" else _number(edition, measure))}
        if len(sizes) < 2:
            return None
        first = (max if "most" in ask.operations else min)(sizes.values())
        found = tuple(edition for edition, size in sizes.items() if size == first)
        return Query("fact" if len(found) == 1 else "compare", found, measure)

    def of_the_chat(self, ask: Ask, context: Query | None) -> Query | None:
        """«Кто больше?», «қайсысы көп?» after what a film earned: those of which it is known, side by side."""
        if context is None or context.operation not in ("fact", "compare") or ask.named or ask.kinds or ask.reading.years or ask.reading.bound:
            return None
        prop = context.property or ""
        ordering = {i for operation in (*_ORDER, "compare") for i in ask.operations.get(operation, ())}
        said = ordering | ask.cues.get(prop, {}).keys()
        alone = _ORDER & ask.operations.keys() and said.issuperset(ask.telling) and ask.types <= {"who"} and ask.cues.keys() <= {prop}
        return self._in_order(ask, _BY_SIZE[prop], prop) if alone and prop in _BY_SIZE else None

    def _measure_of_festivals(self, ask: Ask, context: Query | None) -> str | None:
        """What the festivals are put in order by: days, films or countries; after such a question what was told there."""
        kinds = ask.kinds.keys() - {"festival", "edition", "place"}
        told = bool(ask.named) or "edition" in ask.kinds
        if told and not kinds and ("runtime" in ask.cues or _at(ask, self._days)):
            return "dates"
        if told and not kinds and ask.generic:
            kinds = {"film"}
        # «In which year were most films shown?»
        which = "films_count" in ask.cues or bool(ask.types & {"when", "where"})
        of_prizes = {"winner", "awards", "best_film"} & ask.cues.keys()
        if len(kinds) == 1 and (told or ("film" in kinds and which)) and ask.types <= {"when", "where"} and not of_prizes:
            return _OF_FESTIVALS.get(next(iter(kinds)))
        goes_on = context is not None and context.property in ("dates", *_OF_FESTIVALS.values()) and ask.of[context.records[0]].kind == "edition"
        return context.property if context and goes_on and not kinds and ask.types <= {"when", "where"} else None

    @staticmethod
    def _festival_names(ask: Ask) -> set[str]:
        """The festival, and whom it is named after: «which Korkyt was the longest?»"""
        named_after = ask.of[FESTIVAL].facts.get("named_after") if FESTIVAL in ask.base.records else None
        return {FESTIVAL, *(named_after.refs if named_after else ())}

    def asks(self, ask: Ask) -> bool:
        """Whether it is asked which is the most of all, by something that the base can put in order."""
        return (
            not ask.reading.yes_no
            and not ask.reading.bound
            and (self._asks_often(ask) or self._measure(ask) is not None or self._asks_awards(ask) or self._asks_age(ask))
        )

    def query(self, ask: Ask) -> Query | None:
        """The answer to such a question; None where the base does not tell."""
        if self._asks_often(ask):
            return self._most_often(ask)
        if self._asks_awards(ask):
            return self._most_awards(ask)
        measure = self._measure(ask)
        return self._in_order(ask, *measure) if measure else None

    def _measure(self, ask: Ask) -> tuple[str, str] | None:
        """The kind and the property that a superlative orders: films by what they earned, bodies and people by their age."""
        if not _ORDER & ask.operations.keys() and not self._is_of_all(ask):
            return None
        if len(ask.named) > len(self._countries(ask)) + (KAZAKHSTAN in ask.named):
            return None
        at = {i for operation in (*_ORDER, "compare") for i in ask.operations.get(operation, ())} | self._all(ask)
        measured = [prop for prop in _BY_SIZE if any(weight > MENDED for weight in ask.cues.get(prop, {}).values())]
        kinds = ask.kinds.keys() - {"country", "place"}
        if measured and kinds == {"film"}:
            prop, kind = max(measured, key=lambda prop: ask.strength.get(prop, 0.0)), "film"
        elif len(kinds) == 1 and (kind := next(iter(kinds))) in _BY_DATE and {"earliest", "latest", "age"} & ask.operations.keys():
            prop = _BY_DATE[kind]
        else:
            return None
        said = at | ask.cues.get(prop, {}).keys() | ask.of_kinds | ask.named_positions
        others = {i for other, cues in ask.cues.items() if other not in (prop, "what") and ask.strength.get(other, 0.0) >= ASKED_RATHER for i in cues}
        return (kind, prop) if said.issuperset(ask.telling) and others.intersection(ask.telling) <= said else None

    @staticmethod
    def _asks_age(ask: Ask) -> bool:
        """«Who is the youngest of the directors?»: of nobody who is named."""
        superlative = {i for operation in ("earliest", "latest") for i in ask.operations.get(operation, ())}
        return "who" in ask.types and not superlative.isdisjoint(ask.cues.get("born", ())) and "person" not in ask.named_kinds.values()

    def _in_order(self, ask: Ask, kind: str, prop: str) -> Query | None:
        """Those of the kind of which it is known, in order: side by side, as others may be ahead of them."""
        linked = [(country,) for country in self._countries(ask)]
        found = ask.members(kind, linked) if ask.has_all(kind, linked) else []
        found = [record for record in found if record.known(prop) and (kind == "film" or record.date((prop,)))]
        if not 1 < len(found) <= _SIDE_BY_SIDE:
            return None
        if kind != "film":
            found.sort(key=lambda record: record.date((prop,)), reverse="latest" in ask.operations)
        return Query("compare", tuple(record.id for record in found), prop)

    def _countries(self, ask: Ask) -> list[str]:
        return [named for named, kind in ask.named_kinds.items() if kind == "country"]

    def _is_of_all(self, ask: Ask) -> bool:
        return bool(self._all(ask))

    def _all(self, ask: Ask) -> set[int]:
        """Positions of «than all»: «раньше всех»."""
        return ask.reading.where_listed(self._than_all)

    # Of festivals

    def _asks_often(self, ask: Ask) -> bool:
        """«Which city hosted it most often?»"""
        often = ask.reading.has_listed(self._often)
        return often and not ask.reading.years and bool({"country", "place", "film", "person", "organisation"} & ask.kinds.keys())

    def _most_often(self, ask: Ask) -> Query | None:
        """What is told of each festival, one beside the other; where it was, the festival itself tells."""
        if not set(ask.named_kinds.values()) <= {"festival", "person"} or not ask.kinds.keys() & {"country", "place"}:
            return None
        if "best_film" in ask.cues or ("winner" in ask.cues and "award" in ask.kinds):
            editions = sorted((e for e in ask.members("edition") if e.known("best_film")), key=lambda edition: edition.newest)
            return Query("compare", tuple(edition.id for edition in editions), "best_film") if len(editions) > 1 else None
        if "country" in ask.kinds and _at(ask, self._hosting) and (most_often := self._hosted_most_often(ask)):
            return most_often
        hosted = {"city", "organisers", "country"} & ask.cues.keys() and {"edition", "festival"} & {*ask.kinds, *ask.named_kinds.values()}
        return Query("fact", (FESTIVAL,), "city") if hosted and FESTIVAL in ask.base.records else None

    def _hosted_most_often(self, ask: Ask) -> Query | None:
        """What the festival tells of the country that held it most often."""
        if FESTIVAL not in ask.base.records:
            return None
        return highlight(ask.base.records[FESTIVAL], lambda cue: not (self._often.isdisjoint(cue) or self._hosting.isdisjoint(cue)))

    @staticmethod
    def _asks_awards(ask: Ask) -> bool:
        """«Who won the most awards in Aktau?»"""
        awards, most = ask.kinds.get("award", set()), set(ask.operations.get("most", ()))
        # «The top prize» is one.
        most -= {i for m in ask.reading.of("cue") if m.pattern.value == "best_film" and is_close(m, ask.reading) for i in m.span}
        return any({i - 1, i - 2} & most for i in awards) and set(ask.named_kinds.values()) <= {"place", "festival", "edition"}

    @staticmethod
    def _most_awards(ask: Ask) -> Query | None:
        """The prizes of the country that got most at a festival of which all prizes are here; no film got more than others."""
        editions = [edition for edition in editions_told(ask) if len(edition.near.get("award", ())) >= _ALL_AWARDS]
        if len(editions) != 1 or "country" not in ask.kinds:
            return None
        given: dict[str, list[str]] = defaultdict(list)
        for award in editions[0].near["award"]:
            for country in countries_of(ask, ask.of[award]):
                given[country].append(award)
        first, *others = sorted(given.values(), key=len, reverse=True)
        return Query("compare", tuple(first), "winner") if not others or len(others[0]) < len(first) else None


def _at(ask: Ask, listed_words: Set[str]) -> set[int]:
    """Where words of a list stand, in any form."""
    return ask.reading.where_form(listed_words)


def _length(ask: Ask, edition: Evidence) -> int:
    """How many days a festival lasted; 0 where it is not known."""
    held = ask.base.records[edition.id].facts.get("dates")
    if not held or not held.date or not held.until or not len(held.date) == len(held.until) == _WHOLE_DATE:
        return 0
    return (date.fromisoformat(held.until) - date.fromisoformat(held.date)).days + 1


def _number(edition: Evidence, prop: str) -> float:
    """What a fact counts; 0 where it is not known."""
    return (edition.facts[prop].size or 0.0) if prop in edition.facts else 0.0
