"""When something was, if another time is claimed: «was the Cinema Summit on 4 October?», «was the third festival in 2022?»"""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.claims.verdicts import Verdicts
from kb.understand.lexicon import default_properties, properties
from kb.understand.weights import ASKED
from kb.values import format_partial

# What has days of its own; of which several are known, one has to be asked for.
_DATED, _ASKED_WHEN = ("film", "event", "person"), ("film", "person")
# Where the days are told on which something was.
_DAYS = ("dates", "signed_on")
# Among so many answers one is looked for that tells of all that is named.
_NEAR = 6


class Dates:
    """Recognises claims of a day or a month."""

    def __init__(self, scorer: Scorer, verdicts: Verdicts) -> None:
        self._scorer = scorer
        self._verdicts = verdicts

    def dated(self, ask: Ask, best: Candidate | None) -> Query | None:
        """«Was the Cinema Summit on 4 October?», «did Qaitadan come out in March?»: whether something was on a day or in a month, told by its date."""
        months = {int(mention.pattern.value) for mention in ask.reading.of("month") if not mention.span.isdisjoint(ask.months)}
        things = [named for named, kind in ask.named_kinds.items() if kind in _DATED]
        if not things and best and ask.of[best.record].kind in ("agreement", "edition") and ask.linked_with_all_named(best.record):
            things = [best.record]
        years = set(ask.reading.years.values())
        if not ask.reading.yes_no or len(months) != 1 or len(things) != 1 or len(years) > 1 or len(ask.days) > 1 or self._verdicts.limits(ask):
            return None
        record = ask.of[things[0]]
        held = [prop for prop, strength in ask.strength.items() if strength >= ASKED and record.kind in properties()[prop].kinds]
        asked = sorted(held, key=lambda prop: -ask.strength[prop])
        when = [prop for prop in asked if properties()[prop].answers == "when"]
        # One word can ask for the day or for what else: «шықты ма».
        else_asked = {i for prop in asked if properties()[prop].answers not in ("when", "where") for i in ask.cues.get(prop, {})}
        default = [] if record.kind in _ASKED_WHEN else default_properties(record.kind, "when")
        prop = next((prop for prop in (*when, *default) if record.known(prop)), None)
        if prop is None or not else_asked <= ask.cues.get(prop, {}).keys() | ask.named_positions:
            return None
        of_papers = "agreement" in ask.kinds and "agreement" not in ask.types_of
        if best and best.record == record.id and not (when or of_papers) and _tells_month(ask, best, min(months)):
            # «Was there a French film week in October?» is told by the plans for that month, and not by when they were agreed.
            return None
        day = f"-{ask.days[0][1]:02}" if ask.days else ""
        return Query("fact", (record.id,), prop, claim=f"{next(iter(years), '-')}-{months.pop():02}{day}")

    def in_another_year(self, ask: Ask, best: Candidate | None) -> Query | None:
        """«Were the Days of Kazakh cinema in Prague in 2021?»: when those in Prague were, and not what else was in 2021."""
        years = set(ask.reading.years.values())
        if (
            not ask.reading.yes_no
            or len(years) != 1
            or best is None
            or not ask.named
            or ask.months
            or ask.ordinals
            or "edition" in ask.kinds
            or FESTIVAL in ask.named
        ):
            return None
        if ask.of[best.record].kind != "edition" or best.record in ask.named or ask.linked_with_all_named(best.record):
            return None
        for candidate in self._scorer.candidates(ask, None, _NEAR):
            record = ask.of[candidate.record]
            told = years.isdisjoint(record.years) and ask.linked_with_all_named(record.id) and set(ask.unexplained(candidate)) <= ask.reading.years.keys()
            if told and (prop := next((prop for prop in _DAYS if record.known(prop)), None)):
                return Query("fact", (record.id,), prop, claim=f"{years.pop()}")
        return None


def _tells_month(ask: Ask, best: Candidate, month: int) -> bool:
    """Whether a fact that tells something else than when it was names that month."""
    fact = ask.base.records[best.record].facts.get(best.property or "") if best.operation == "fact" else None
    other = fact is not None and fact.text is not None and properties()[best.property or ""].answers != "when"
    return other and f"{format_partial(f'2000-{month:02}', 'en').split()[0]} " in (fact.text.en if fact and fact.text else "")


def of_year(ask: Ask) -> Query | None:
    """«Is Abel a 2024 film?»: the year of a film that is all that is named."""
    years = {str(year) for year in ask.reading.years.values()}
    films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
    alone = len(films) == 1 and ask.named_positions == ask.named[films[0]] and set(ask.telling) <= ask.named_positions | ask.of_kinds | ask.reading.years.keys()
    if not ask.reading.yes_no or len(years) != 1 or not alone or not ask.of[films[0]].known("year") or ask.cues.keys() - {"year"}:
        return None
    return Query("fact", (films[0],), "year", claim=years.pop())


def when(ask: Ask, best: Candidate) -> Candidate | None:
    """«Was the third festival in 2022?»: when the third one was answers it, whichever was in 2022."""
    years = set(ask.reading.years.values())
    if not ask.reading.yes_no or len(ask.ordinals) != 1 or len(years) != 1 or ask.of[best.record].kind not in ("edition", "festival"):
        return None
    if ask.unexplained(best) or any(strength >= 0.5 and properties()[prop].answers not in ("when", "where") for prop, strength in ask.strength.items()):
        return None
    told = [e for e in ask.members("edition") if "editions" in e.facts and e.facts["editions"].number in ask.ordinals and "dates" in e.facts]
    if len(told) != 1 or not years.isdisjoint(told[0].years):
        return None
    return Candidate(told[0].id, "dates", "fact", 1.0, 1.0, dict.fromkeys(ask.content, 1.0), asked=True)
