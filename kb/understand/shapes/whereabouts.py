"""«In which region is Bozzhyra?», «where is Bursa?»"""

from __future__ import annotations

from kb.language.kazakh import is_located
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import folded_list

# Where something was, in Kazakh.
# What a question where a place is can ask for, by its words; what there is to see its description tells too.
_OF_PLACE = {"city", "country", "headquarters", "what", "sights"}


class Whereabouts:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._within = folded_list("within")

    def whereabouts(self, ask: Ask) -> Query | None:
        """«In which region is Bozzhyra?», «where is Bursa?»: what a place is tells where; no city of a festival is asked for."""
        kinds = set(ask.named_kinds.values())
        if ask.reading.yes_no or ask.reading.bound or not kinds <= {"place", "country"} or ask.kinds.keys() - {"place", "country"} or ask.types - {"where"}:
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        asked = max(ask.strength, key=ask.strength.__getitem__, default="city" if ask.types else "")
        surely = max((ask.strength.get(prop, 0.0) for prop in ("city", "country")), default=0.0) >= OF_KIND
        bare = bool(ask.types) and ask.strength.keys() <= _OF_PLACE and (ask.named_positions | ask.cued).issuperset(ask.telling)
        if len(places) != 1 or not (bare or (surely and asked in ("city", "country", "signed_at", "shooting"))):
            return None
        if not (ask.types or ask.cued.issuperset(ask.governed)):
            # «Which corridors pass through it?»
            return None
        span, tokens = ask.named[places[0]], ask.reading.tokens
        before = tokens[min(span) - 1].key if min(span) else ""
        if before in self._within or is_located(tokens[max(span)].text):
            # «Where in Aktau was it held?»
            return None
        if ask.ordinals or ask.reading.years or {"count", "list"} & ask.operations.keys() - ({"list"} if ask.kinds else set()):
            return None
        place = ask.of[places[0]]
        # What it is tells where as well, and is what somebody asks for who knows no more than the name.
        prop = next((prop for prop in (("what", "city") if bare and ask.strength else ("city", "what")) if place.known(prop)), None)
        return Query("fact" if prop else "card", (place.id,), prop)
