"""Who is claimed to have been at a festival: «Did Sultan Raev speak at the opening?», «Был ли на фестивале президент Токаев?»."""

from __future__ import annotations

from kb.language.kazakh import has_case
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, NAMES
from kb.understand.word_lists import folded_list, listed

# What words for speaking at a ceremony or being there ask for, and for who somebody is.
_THERE = ("opening", "closing", "participants", "guests", "festivals", "country")
_POSTS = ("post", "head")


class Guests:
    """Recognises such claims."""

    def __init__(self) -> None:
        self._staying = folded_list("staying")
        self._joining, self._been = listed("taking_part", "coming_to"), listed("has_been")

    def at_ceremony(self, ask: Ask) -> Query | None:
        """«Сұлтан Раев ашылуда сөйледі ме?»: who was at the newest ceremony of that name where he was, or else when he was at the festival."""
        people = [named for named in ask.named_but_eponym if named != FESTIVAL and named not in ask.held and ask.named_kinds[named] != "edition"]
        asked = {i for prop in ("opening", "closing") for i in ask.cues.get(prop, ())}
        if len(people) != 1 or ask.named_kinds[people[0]] != "person" or not asked:
            return None
        if not self._says_only(ask, ask.named_positions | asked | ask.where_said(self._staying)):
            return None
        stems = {stem for i in asked for stem in ask.stems.get(i, ())}
        there = [
            event
            for event in ask.members("event")
            if event.type == "ceremony"
            and event.known("participants")
            and people[0] in event.facts["participants"].refs
            and any(NAMES in event.where.get(stem, ()) for stem in stems)
        ]
        newest = max(there, key=lambda event: event.newest, default=None)
        if newest is None and people[0] in self._guests(ask):
            # «Did Özçivit stay till the closing?»
            return Query("fact", (people[0],), "festival_role") if ask.of[people[0]].known("festival_role") else None
        return Query("fact", (newest.id,), "participants") if newest else None

    @staticmethod
    def _guests(ask: Ask) -> set[str]:
        """Who is told as a guest of a festival."""
        return {ref for edition in ask.members("edition") if edition.known("guests") for ref in edition.facts["guests"].refs}

    def is_stranger(self, ask: Ask, best: Candidate) -> bool:
        """Whether somebody whom no record tells is claimed to have been at the festival, and what answers it is of something else."""
        places = {named for named in ask.held if ask.named_kinds[named] == "place"}
        record = ask.of[best.record]
        # A festival can tell of somebody who has no record; its star guest is one who has.
        if set(ask.named_but_eponym) - {FESTIVAL} - places or (record.kind in (*EDITION_LIKE, "festival") and best.property != "guests"):
            return False
        known = ask.of_kinds | ask.named_positions | {i for prop in (*_POSTS, *_THERE) for i in ask.cues.get(prop, ())}
        # A name begins a Kazakh or Russian sentence too.
        strange = {i for i in set(ask.telling) - known if i in ask.reading.capitals or ask.reading.tokens[i].text[:1].isupper()}
        there = "edition" in ask.kinds or any(self._is_there(ask, place) for place in places)
        return bool(strange) and there and self._says_only(ask, known | strange)

    def _is_there(self, ask: Ask, city: str) -> bool:
        """Whether somebody is said to have come to a city, or to have been in it: «Is Aktau on the Caspian Sea?» speaks of nobody."""
        tokens, span = ask.reading.tokens, ask.named[city]
        # «Ақтауға келді».
        there = ask.reading.is_located(span) or (ask.reading.language == "kk" and has_case(tokens[max(span)].text, "dative"))
        return there and ask.reading.has_listed(self._joining | self._been)

    def _says_only(self, ask: Ask, known: set[int]) -> bool:
        """Whether nothing is said beside these words but that somebody was at a festival or spoke there, without a year or number."""
        # «Токаев приезжал на фестиваль?»
        by_tone = ask.reading.text.rstrip().endswith("?") and not ask.reading.of("question")
        if not (ask.reading.yes_no or by_tone) or ask.types or ask.ordinals or ask.reading.years or ask.months or ask.kinds.keys() - EDITION_LIKE:
            return False
        said = known | ask.of_kinds | {i for prop in _THERE for i in ask.cues.get(prop, ())}
        said |= ask.reading.where_listed(self._joining)
        return said.issuperset(ask.telling)
