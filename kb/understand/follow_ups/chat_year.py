"""What a message takes over from a chat about one festival: what was asked («and in 2024?»), or the year («and best actor?»)."""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import CULTURAL_CAPITAL, EDITION_LIKE, Evidence
from kb.understand.follow_ups import FollowUps
from kb.understand.lexicon import properties
from kb.understand.weights import OF_KIND

# Of the jury the festival of each year tells.
_JURY = "jury"
# What is asked of festivals to come, of the row of them or of none in particular.
_OF_NO_YEAR = ("next_dates", "editions", "country", "result", "support", "budget")
# What the festival as a whole tells of all its years, though each has its own.
_OF_EACH_YEAR = ("best_film", "awards", "films_count", "dates", "city", "country", "organisers")
# What puts festivals in order or sets them side by side.
_IN_ORDER = {"earliest", "latest", "most", "least", "future"}


class ChatYear:
    """Keeps to the festival that a chat is about, or turns to another one, over one base."""

    def __init__(self, base: Base, follow_ups: FollowUps) -> None:
        self._base = base
        self._follow_ups = follow_ups

    def asked_again(self, ask: Ask, context: Query | None) -> Query | None:
        """«And in 2024?», «а в Баку?», «a year earlier?»: what was asked of a festival, asked of another one, be it known of that or not.

        Of a summit or a ceremony it is asked of that of the other festival.
        """
        edition = self._festival_of(ask, context)
        if edition is None or context is None or ask.types or ask.kinds.keys() - {"edition", "festival"}:
            return None
        if context.operation == "card" and edition.id == context.records[0]:
            # «And the last one?» after what a festival is.
            turned = self._turned_to(ask, edition)
            return Query("card", (turned.id,)) if turned else None
        props = [prop for prop in (context.property or "").split("+") if prop in properties() and "edition" in properties()[prop].kinds]
        turned = self._turned_to(ask, edition) if props and props != ["next_dates"] else None
        last = ask.of[context.records[0]]
        if turned and last.kind == "event" and last.type != _JURY:
            beside = next((one for one in ask.members("event") if _is_alike(one, last) and turned.id in one.editions), None)
            return Query("fact", (beside.id,), context.property) if beside and beside.known(context.property or "") else None
        known = [prop for prop in props if turned and turned.known(prop)]
        return Query("fact", (turned.id,), "+".join(known or props[:1])) if turned else None

    def _turned_to(self, ask: Ask, edition: Evidence) -> Evidence | None:
        """The festival that a message names by its year, number or city, or by how many years it is away, and by nothing else."""
        step, span = self._follow_ups.step(ask)
        newest = ask.operations.get("latest", set()) if ask.operations.keys() <= {"latest", "list"} else set()
        said = newest | ask.reading.years.keys() | ask.named_positions | span | {i for at in ask.ordinals.values() for i in at} | ask.of_kinds
        if not said.issuperset(ask.telling) or not set(ask.named_kinds.values()) <= {"place", "festival", "edition"}:
            return None
        if newest and not (step or ask.reading.years or ask.named or ask.ordinals):
            return self._newest_held(ask)
        years = set(ask.reading.years.values()) or ({edition.newest + step} if step else set())
        cities = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        found = [
            one
            for one in ask.members("edition")
            if (not years or one.newest in years)
            and all(one.id in ask.of[city].near.get("edition", ()) for city in cities)
            and (not ask.ordinals or (one.facts["editions"].number if "editions" in one.facts else None) in ask.ordinals)
        ]
        return found[0] if len(found) == 1 and (years or cities or ask.ordinals) else None

    def _newest_held(self, ask: Ask) -> Evidence | None:
        """«And the last one?»: the newest of those that the festival counts."""
        of_all = ask.of[FESTIVAL].facts["editions"].number if ask.of[FESTIVAL].known("editions") else None
        return next((one for one in ask.members("edition") if of_all and "editions" in one.facts and one.facts["editions"].number == of_all), None)

    def kept(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """«Best actor?» after the festival of 2023 is not told by another year's, nor «what film opened it» by a film that opened something elsewhere.

        What is not known of that year is said not to be known.
        """
        edition = self._festival_of(ask, context)
        if edition is None or best is None or best.record == edition.id or self._tells_when(ask) or ask.reading.yes_no:
            return None
        told = ask.of[best.record]
        prop = best.property if best.property in properties() else max(ask.strength, key=ask.strength.__getitem__, default="")
        if told.kind == "film" and not best.follows and ask.strength.get("opening", 0.0) >= OF_KIND:
            prop = "opening"
        elif told.id == FESTIVAL:
            prop = prop if prop in _OF_EACH_YEAR else ""
        elif told.kind not in (*EDITION_LIKE, "award") or told.type == CULTURAL_CAPITAL or edition.newest in told.years or prop in _OF_NO_YEAR:
            return None
        own = prop in properties() and "edition" in properties()[prop].kinds
        return Query("fact", (edition.id,), prop) if own else None

    def _festival_of(self, ask: Ask, context: Query | None) -> Evidence | None:
        """The festival that the chat spoke of, or whose prize, jury or ceremony."""
        if context is None or context.records[:1] == () or context.records[0] not in self._base.records:
            return None
        last = ask.of[context.records[0]]
        if last.kind == "edition":
            return last
        of_one = last.kind in ("award", "event") and last.type != CULTURAL_CAPITAL and len(last.editions) == 1
        return ask.of[last.editions[0]] if of_one else None

    def _tells_when(self, ask: Ask) -> bool:
        """Whether a message says by itself of which festival it asks."""
        when = ask.reading.years or ask.ordinals or ask.months or self._follow_ups.step(ask)[0]
        named = {kind for record, kind in ask.named_kinds.items() if record != FESTIVAL and kind != "person"}
        return bool(when or named or _IN_ORDER & ask.operations.keys())


def _is_alike(one: Evidence, last: Evidence) -> bool:
    """Whether two events are of one sort: openings and closings are both ceremonies."""
    return one.type == last.type and all((part in one.id.split("-")) == (part in last.id.split("-")) for part in ("opening", "closing"))
