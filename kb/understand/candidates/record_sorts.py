"""What a record explains by what it is and is linked with, and what speaks for it, whatever its texts say; worked out once for all that are alike in this."""

from __future__ import annotations

from kb.understand.ask import FESTIVAL, Ask, Limit, Sort, explain
from kb.understand.candidates.relations import Relations
from kb.understand.candidates.spoken import SpokenKinds
from kb.understand.candidates.standing import standing
from kb.understand.evidence import Evidence
from kb.understand.weights import CLAIMED, IN_FACT, LINKED, NEAR, NOT_IN_FACT, OF_AN_EDITION, OF_GENRE, TELLING_WORDS


class RecordSorts:
    """Tells what sort of record a message is about."""

    def __init__(self, relations: Relations, spoken: SpokenKinds) -> None:
        self._kinds, self._spoken = relations.kinds, spoken

    def of(self, ask: Ask, record: Evidence) -> Sort:
        """What a record explains and what speaks for it; records that differ in nothing of that are looked at once."""
        linked = tuple([named for named in ask.named if named in record.links or record.id in ask.of[named].links]) if ask.named else ()
        key = (
            record.sort,
            record.id if record.id in ask.named else "",
            linked,
            tuple([year for year in ask.reading.years.values() if year in record.years]) if ask.reading.years else (),
            tuple([named for named, editions in ask.held.items() if not editions.isdisjoint(record.editions)]) if ask.held else (),
            tuple([named for named in ask.named if named in record.refs]) if record.refs and ask.named else (),
            bool(ask.ordinals) and ask.is_of_ordinals(record),
        )
        sort = ask.sorts.get(key)
        if sort is None:
            sort = ask.sorts[key] = self._worked_out(ask, record, linked)
        return sort

    def _worked_out(self, ask: Ask, record: Evidence, linked: tuple[str, ...]) -> Sort:
        explained = _explained(ask, record, linked)
        spoken = self._spoken.of(ask, record.kind)
        referring = {i for named in ask.named if named in record.refs for i in ask.named[named]} if record.refs and ask.named else set()
        most = _most_of_a_fact(ask, explained, spoken.claimable, referring)
        covered = ask.covered(most)
        bonus = TELLING_WORDS * min(2.5, 0.6 * len(referring)) + (OF_AN_EDITION if record.id == FESTIVAL else 0.0)
        unasked = asked = Limit(most, covered, bonus)
        if spoken.ranked:
            most = most | dict.fromkeys(spoken.positions, 1.0) if spoken.positions else most
            asked = Limit(most, ask.covered(most) if spoken.positions else covered, bonus + spoken.bonus)
        return Sort(explained, ask.covered(explained), standing(ask, record, linked, self._kinds), asked, unasked)


def _explained(ask: Ask, record: Evidence, linked: tuple[str, ...]) -> dict[int, float]:
    """Position → how far what the record is explains the word there."""
    explained = dict(ask.by_sort(record))
    for named, positions in ask.named.items():
        if named == record.id:
            explain(explained, positions, 1.0)
        elif named in linked:
            explain(explained, positions, LINKED)
        elif named in ask.held and not ask.held[named].isdisjoint(record.editions):
            # A place or festival of the edition which the record belongs to: a prize «in Aktau».
            explain(explained, positions, NEAR)
    if record.kind == "edition":
        explain(explained, ask.named.get(FESTIVAL, ()), 1.0)
        number = record.facts.get("editions")
        explain(explained, ask.ordinals.get(int(number.number), ()) if number and number.number else (), 1.0)
    elif ask.ordinals and ask.is_of_ordinals(record):
        # What belongs to the first festival: its ceremonies, its prizes.
        explain(explained, ask.ordinals_of_edition, 1.0)
    if ask.reading.years:
        explain(explained, [i for i, year in ask.reading.years.items() if year in record.years], 1.0)
    if record.id in ask.named and "genre" in record.facts:
        explain(explained, ask.genres, OF_GENRE)
    return explained


def _most_of_a_fact(ask: Ask, explained: dict[int, float], claimable: set[int], referring: set[int]) -> dict[int, float]:
    """Position → how far any of its facts can explain the word there, its own words apart."""
    # A fact that does not refer to another record which is named explains its name less than the record as a whole does.
    most = explained | {i: NOT_IN_FACT for i in ask.named_in_facts if explained.get(i, 0.0) > NOT_IN_FACT}
    if ask.of_time:
        most |= dict.fromkeys(ask.of_time, IN_FACT)
    if claimable:
        most |= {i: max(CLAIMED, most.get(i, 0.0)) for i in claimable}
    if referring:
        most |= dict.fromkeys(referring, 1.0)
    return most
