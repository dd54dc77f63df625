"""Which of the records of a series is meant, by its year or its city: «the cultural capital of 2026», «best actor of 2023»."""

from __future__ import annotations

from kb.understand.ask.terms import Terms
from kb.understand.evidence import NAMES, Evidence

# Names of records of two years that have so much in common are of a series.
_ALIKE = 0.5


def drop_events(terms: Terms) -> None:
    """«When was Bursa the cultural capital»: that was no year of Aktau."""
    places = [record for record in terms.named if terms.of[record].kind == "place"]
    for event in [record for record in terms.named if terms.of[record].kind == "event"] if places else []:
        city = terms.of[event].facts.get("city")
        if terms.reading.yes_no and not set(terms.reading.years.values()).isdisjoint(terms.of[event].years):
            # «Is Samarkand the cultural capital of 2026?» claims a city of that one.
            continue
        if not any(place in city.refs if city and city.refs else terms.linked(event, place) for place in places):
            terms.unname(event)


def turn_to_years(terms: Terms) -> None:
    """«The cultural capital of 2026» is that of 2026, though the words alone name that of another year."""
    years = set(terms.reading.years.values())
    held = {edition for named, kind in terms.named_kinds.items() if kind == "place" for edition in terms.held.get(named, ())}
    years = years or {year for edition in held for year in terms.of[edition].years}
    for one in [record for record in terms.named if terms.of[record].kind in ("event", "award", "edition")] if years else []:
        # Of records that bear one name, those of the year, though the others tell of it too.
        same = [other for other, span in terms.named.items() if span == terms.named.get(one) and terms.of[other].kind == terms.of[one].kind]
        of_year = [other for other in same if any(str(year) in other for year in years)]
        if of_year and one in same and one not in of_year:
            terms.unname(one)
    for one in [record for record in terms.named if terms.of[record].kind in ("event", "award")] if years else []:
        if not years.isdisjoint(terms.of[one].years):
            continue
        record = terms.of[one]
        others = [other for other in terms.members(record.kind) if other.type == record.type and not years.isdisjoint(other.years)]
        alike = {other.id: _likeness(record, other) for other in others}
        if alike and (best := max(alike.values())) >= _ALIKE:
            span = terms.unname(one)
            for other in (other for other, share in alike.items() if share == best):
                terms.named[other] |= span
        elif record.kind == "award":
            # The edition tells its prizes.
            terms.unname(one)


def _likeness(one: Evidence, other: Evidence) -> float:
    """The share of stems of names, numbers apart, that two records have in common."""
    mine, theirs = ({stem for stem, keys in record.where.items() if NAMES in keys and not stem.isdecimal()} for record in (one, other))
    return len(mine & theirs) / (len(mine | theirs) or 1)
