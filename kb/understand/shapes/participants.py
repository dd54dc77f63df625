"""Which countries take part in the festival, how many, and whether one does: told by those that the festival of that year tells."""

from __future__ import annotations

import re

from kb.language.kazakh import is_located
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.claims.verdicts import Verdicts
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import words
from kb.understand.shapes import editions_told
from kb.understand.shapes.newcomers import newcomer
from kb.understand.word_lists import as_listed, in_list, listed

# What tells what a country showed, won or did at a festival.
_OF_A_COUNTRY = ("best_film", "best_director", "best_screenplay", "best_actress", "best_actor", "awards", "best_documentary", "city", "opening", "closing")
# What words for countries and for taking part ask for.
_TAKING_PART = {"participants", "country", "festivals", "festival_role", "members", "guests", "what"}

# So many words say no more than that a country takes part.
_OF_A_CLAIM = 2


class Participants:
    """Recognises such questions."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._joining = listed("taking_part", "coming_to")
        self._been, self._denied = listed("has_been"), listed("negations", "denied", "none")
        self._taking_part, self._coming = listed("surely_taking_part"), listed("coming_to")
        self._every = {in_list(str(word)) for word in words()["each_year"]["all"]}
        self._within = listed("within") | listed("in_country")

    def told(self, ask: Ask) -> Query | None:
        """«Is Georgia in the festival?», «сколько стран участвовало в фестивале?»"""
        of_festival = FESTIVAL in ask.named or not EDITION_LIKE.isdisjoint((*ask.kinds, *ask.named_kinds.values())) or self._takes_part_there(ask)
        only_takes_part = self._only_takes_part(ask)
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        # «Россия участвовала?»
        claimed = ask.reading.yes_no or (only_takes_part and len(countries) == 1 and len(ask.reading.tokens) == _OF_A_CLAIM)
        if not (of_festival or only_takes_part) or not (claimed or "country" in ask.kinds):
            return None
        if ask.kinds.keys() - {"country", *EDITION_LIKE} or not self._says_only(ask, countries):
            return None
        if claimed:
            return self._claimed(ask, countries)
        if countries or "country" not in ask.kinds or ask.types - {"count", "what", "where"} or FESTIVAL in ask.named:
            # «Which are the countries of Korkyt Ata» asks for its main ones; «қай елдер» asks for no place.
            return None
        return self._told(ask, None)

    def told_of_newest(self, ask: Ask) -> Query | None:
        """The same where only taking part is said: «қатысты» says little by itself, and leaves a name alone."""
        return self.told(ask) if self._only_takes_part(ask) else None

    def _only_takes_part(self, ask: Ask) -> bool:
        """«How many countries took part?», «Ресей қатысты ма?»: in what else, where the chat spoke of nothing."""
        # «Қай елдер байқауға қатысты?» asks of the competition.
        of_countries = set(ask.named_kinds.values()) <= {"country"} and "competition" not in ask.cues
        return of_countries and not (ask.gains or ask.numerals) and ask.reading.has_listed(self._taking_part)

    def _takes_part_there(self, ask: Ask) -> bool:
        """«Did Turkmenistan take part in 2023?», «how many countries took part in 2024?», «did Georgia come to Aktau?»

        Where and when else does a country take part, and to what does it come there?
        """
        to_city = any(ask.named_kinds[held] == "place" for held in ask.held)
        said = self._taking_part | (self._coming if to_city else frozenset())
        if to_city and all(i in ask.named_positions or as_listed(ask.reading.tokens[i]) in self._been for i in ask.content):
            # «Was France in Aktau?»
            said |= self._been
        meant = _meant(ask)
        denied = ask.reading.has_listed(self._denied)
        asks = ask.reading.yes_no or ("country" in ask.kinds and len(meant) == 1 and not denied)
        return asks and bool(meant) and ask.reading.has_listed(said)

    def _claimed(self, ask: Ask, countries: list[str]) -> Query | None:
        """Whether a country takes part; where it is claimed that the festival was there, all its cities."""
        if len(countries) != 1 or self._verdicts.limits(ask):
            return None
        if not self._is_there(ask, countries[0]):
            if not self._takes_part(ask, countries[0]):
                return None
            if ask.reading.has_listed(self._every):
                # «Did it take part in every festival?»
                return None
            meant = _meant(ask)
            return _at(ask, meant[0], countries[0]) if len(meant) == 1 else self._told(ask, countries[0])
        held = not (ask.reading.years or ask.cues) and FESTIVAL in ask.base.records and ask.of[FESTIVAL].known("city")
        return Query("fact", (FESTIVAL,), "city") if held else None

    @staticmethod
    def _told(ask: Ask, claim: str | None) -> Query | None:
        """The countries of the newest festival, or of that of the year, number, city or country that is told."""
        meant = _meant(ask)
        told = meant or editions_told(ask)
        editions = [edition for edition in told if edition.known("country")]
        if not editions and meant:
            # Of that one it is not known.
            return Query("fact", (told[0].id,), "country")
        return Query("fact", (editions[0].id,), "country", claim=claim) if editions else None

    def _says_only(self, ask: Ask, countries: list[str]) -> bool:
        """Whether nothing but countries, the festival and taking part is spoken of."""
        meant = {named for named, kind in ask.named_kinds.items() if kind == "edition"} | {city for edition in _meant(ask) for city in _cities(edition)}
        named = {i for record in (FESTIVAL, *meant, *countries) for i in ask.named.get(record, ())}
        said = named | ask.of_kinds | {i for at in ask.operations.values() for i in at} | set(ask.reading.years)
        else_asked = any(not said.issuperset(cues.keys() & set(ask.telling)) for prop, cues in ask.cues.items() if prop not in _TAKING_PART)
        said |= {i for prop in _TAKING_PART for i in ask.cues.get(prop, ())} | {i for i in ask.telling if self._joins(ask, i)}
        numbers = {i for at in ask.ordinals.values() for i in at}
        said |= numbers
        # «Was it there for the first time?» asks of no number.
        if any(i + 1 not in ask.of_kinds | ask.named.get(FESTIVAL, set()) for i in numbers):
            return False
        if else_asked or ask.reading.bound or not ask.named_positions <= named or ask.months or ask.operations.keys() - {"list", "count", "latest"}:
            return False
        return said.issuperset(ask.telling)

    def _joins(self, ask: Ask, i: int) -> bool:
        return as_listed(ask.reading.tokens[i]) in self._joining

    def _is_there(self, ask: Ask, country: str) -> bool:
        """Whether a country is where something is: «in Turkey», «Түркияда»."""
        tokens, span = ask.reading.tokens, ask.named[country]
        inside = min(span) > 0 and as_listed(tokens[min(span) - 1]) in self._within
        return inside or (ask.reading.language == "kk" and is_located(tokens[max(span)].text))

    def _takes_part(self, ask: Ask, country: str) -> bool:
        """«Is Iran in the festival?», «did Iran take part in it?»"""
        tokens, after = ask.reading.tokens, max(ask.named[country]) + 1
        inside = after < len(tokens) and as_listed(tokens[after]) in self._within
        return inside or not {"participants", "festival_role"}.isdisjoint(ask.cues) or any(self._joins(ask, i) for i in range(len(tokens)))


def _cities(edition: Evidence) -> tuple[str, ...]:
    return edition.facts["city"].refs if edition.known("city") else ()


def _meant(ask: Ask) -> list[Evidence]:
    """The editions of the year, number, city or name that is told; none, where nothing is."""
    named = {named for named, kind in ask.named_kinds.items() if kind == "edition"}
    places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
    years, numbers = set(ask.reading.years.values()), set(ask.ordinals)
    if not (named or places or years or numbers):
        return []
    return [
        edition
        for edition in ask.members("edition")
        if (not named or edition.id in named)
        and (not places or places <= set(_cities(edition)))
        and (not years or not years.isdisjoint(edition.years))
        and (not numbers or (edition.known("editions") and edition.facts["editions"].number in numbers))
    ]


def _at(ask: Ask, edition: Evidence, country: str) -> Query:
    """What tells whether a country was at one festival: all that were there, or else what is told of that country there, and no verdict."""
    if edition.known("country") and edition.facts["country"].refs:
        return Query("fact", (edition.id,), "country", claim=country)
    record, names = ask.base.records[edition.id], ask.base.records[country].names.en
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    for prop in _OF_A_COUNTRY:
        if (fact := record.facts.get(prop)) and not fact.unknown and (country in fact.refs or (fact.text and named.search(fact.text.en))):
            return Query("fact", (edition.id,), prop)
    numbers = (number for number, highlight in enumerate(record.highlights) if named.search(highlight.text.en))
    if (number := next(numbers, None)) is not None:
        return Query("highlight", (edition.id,), str(number))
    return newcomer(ask, country) or Query("fact", (edition.id,), "country")
