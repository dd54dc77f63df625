"""The editions of the festival that a message tells: «how many times was it in Türkiye», «which festivals were in October»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.evidence import Evidence
from kb.understand.lexicon import words
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import as_listed, folded_list, in_list

# What words for being shown or taking part also ask for.
OF_FESTIVAL = {"festival_role", "festivals", "competition", "country", "participants"}
# The weight of a cue that is inflected in Kazakh.
_INFLECTED = 0.95


class Festivals:
    """Recognises questions about editions that are told by a country, a month, or not at all."""

    def __init__(self) -> None:
        self._which = folded_list("which")
        until: dict[str, list[str]] = words()["counted_until"]
        self._until, self._until_after = ({in_list(word) for word in until[where]} for where in ("before", "after"))

    def editions_of(self, ask: Ask) -> Query | None:
        """«How many times was the festival in Türkiye?», «which festivals were in October?»: the editions of a country or month."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        others = set(ask.named_but_eponym) - {FESTIVAL, *countries}
        told = ask.months or (countries and "count" in ask.types)
        of_festival = ask.kinds.keys() == {"edition"} or (FESTIVAL in ask.named and not ask.kinds)
        if not told or others or not of_festival or ask.reading.yes_no or ask.reading.years or len(countries) > 1 or ask.ordinals:
            return None
        said = ask.named_positions | ask.of_kinds | ask.cued | ask.months | {i for at in ask.operations.values() for i in at}
        # «How many times has Kazakhstan hosted it, and when?»
        if not said.issuperset(ask.telling) or ask.types - {"count", "when"} or not (ask.operations or ask.reading.tokens[0].key in self._which):
            return None
        asks = max(ask.strength, key=ask.strength.__getitem__, default="editions")
        if countries and any(m.pattern.value in ("participants", "country", "members") for m in ask.reading.of("cue")):
            # How often a country took part is not told.
            return None
        if asks not in ("editions", "city", "dates", "year", *(OF_FESTIVAL if ask.months else ())):
            return None
        months = {int(mention.pattern.value) for mention in ask.reading.of("month")}
        found = [
            edition.id
            for edition in ask.members("edition")
            if (not countries or ("city" in edition.facts and countries[0] in edition.facts["city"].refs))
            and (not months or int(edition.date(("dates",))[5:7] or 0) in months)
        ]
        if not found or (len(found) == 1 and "count" not in ask.types):
            return Query("fact", (found[0],), "dates") if found else None
        return Query("set", tuple(found))

    def held_until(self, ask: Ask) -> Query | None:
        """«How many had there been by 2024?»: which one that of the year was."""
        asked = "count" in ask.types and max(ask.strength, key=ask.strength.__getitem__, default="") == "editions"
        # The festival has the name of the sage.
        others = ask.named_positions - ask.named.get(FESTIVAL, set())
        if not asked or len(ask.reading.years) != 1 or others or ask.kinds.keys() - {"edition"} or ask.reading.yes_no:
            return None
        (at, year), tokens = next(iter(ask.reading.years.items())), ask.reading.tokens
        before, after = (tokens[at - 1] if at else None), tokens[at + 1 : at + 3]
        if not (before and as_listed(before) in self._until) and not any(as_listed(token) in self._until_after for token in after):
            return None
        # How many there were by the last one is told of the festival itself.
        of_all = ask.of[FESTIVAL].facts["editions"].number
        held = [edition for edition in ask.members("edition") if edition.years == [year] and edition.known("editions")]
        return Query("fact", (held[0].id,), "editions") if held and held[0].facts["editions"].number != of_all else None

    def what_opened(self, ask: Ask) -> Query | None:
        """«Which film opened the 2025 festival?», «what was the first film shown in Aktau?»: the opening tells it, and no list of what was shown there."""
        asks_else = ask.types or ask.reading.yes_no or ask.operations.keys() - {"list", "earliest"}
        if not {"film"} <= ask.kinds.keys() <= {"film", "edition"} or asks_else or ask.strength.get("opening", 0.0) < OF_KIND:
            return None
        said = ask.cues["opening"].keys() | ask.of_kinds | ask.named_positions | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        held = _held_there(ask) if said.issuperset(ask.telling) else []
        # «What film opened the festival of 2023?»: who spoke there is no answer.
        films = [e for e in held if e.known("opening") and _opened_with_film(ask, e)]
        return Query("fact", (films[0].id,), "opening") if len(films) == 1 else None

    def where_opened(self, ask: Ask, context: Query | None) -> Query | None:
        """«Where was the opening?», «Бакудегі Қорқыт атаның ашылуы қай жерде болды?»: of the festival of that city or year, or the newest one."""
        if ask.types == {"where"} and (ceremony := _named_ceremony(ask)):
            return ceremony
        asking = {i for prop in ("opening", "city", "venue", "festivals") for i in ask.cues.get(prop, ())}
        said = asking | ask.named_positions | ask.of_kinds | ask.reading.years.keys()
        opening = max(ask.cues.get("opening", {}).values(), default=0.0)
        told = {kind for named, kind in ask.named_kinds.items() if ask.named[named] - ask.named.get(FESTIVAL, set())}
        if context or ask.types != {"where"} or opening < _INFLECTED or ask.kinds.keys() - {"edition", "place"} or told - {"place", "edition"}:
            return None
        if ask.ordinals or ask.months or not said.issuperset(ask.telling):
            return None
        editions = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "edition"] or editions_told(ask)
        opened = [edition for edition in editions if edition.known("opening") and edition.known("venue")]
        return Query("fact", (opened[0].id,), "venue+opening") if opened else None


def _held_there(ask: Ask) -> list[Evidence]:
    """The festivals of the year, the city or the country that is named; none where nothing says which."""
    named = {named: ask.named_kinds[named] for named in ask.named_but_eponym if named != FESTIVAL}
    editions, countries = ([one for one, kind in named.items() if kind == of] for of in ("edition", "country"))
    if not {*named.values()} <= {"edition", "country", "place"} or not (named or ask.reading.years):
        return []
    hosts = {one for one in countries if not _is_of_film(ask, one)}
    if len(hosts) < len(countries) and len(named) == 1 and not ask.reading.years:
        return []
    held = [ask.of[one] for one in editions] or editions_told(ask)
    return [edition for edition in held if "city" in edition.facts and edition.facts["city"].refs and hosts <= {*edition.facts["city"].refs}]


def _is_of_film(ask: Ask, country: str) -> bool:
    """«Which Kazakh film»: whether a country is said of a film."""
    return max(ask.named[country]) + 1 in ask.kinds["film"]


def _opened_with_film(ask: Ask, edition: Evidence) -> bool:
    """Whether a film opened a festival, of the country that is said of it."""
    films = [ask.of[ref] for ref in edition.facts["opening"].refs if ref in ask.base.records and ask.of[ref].kind == "film"]
    of = {one for one, kind in ask.named_kinds.items() if kind == "country" and _is_of_film(ask, one)}
    return any(not of or ("country" in film.facts and of <= {*film.facts["country"].refs}) for film in films)


def _named_ceremony(ask: Ask) -> Query | None:
    """Where a ceremony was that is all that is named, if its own record does not tell it: by its festival."""
    ceremonies = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "event" and ask.of[named].type == "ceremony"]
    if len(ceremonies) != 1 or len(ask.named) > 1 or ceremonies[0].known("venue") or not ask.named_positions.issuperset(ask.telling):
        return None
    of = [edition for edition in ceremonies[0].near.get("edition", ()) if ask.of[edition].known("venue")]
    return Query("fact", (of[0],), "venue+opening") if len(of) == 1 else None


def editions_told(ask: Ask) -> list[Evidence]:
    """The editions of all years, numbers and cities that a message tells, the newest first; every edition, where it tells none."""
    years, places = set(ask.reading.years.values()), [named for named, kind in ask.named_kinds.items() if kind == "place"]
    told = [e for e in ask.members("edition") if not years or not years.isdisjoint(e.years)]
    if ask.ordinals_of_edition and not ask.reading.yes_no:
        # «The very first Korkyt Ata»
        told = [e for e in told if "editions" in e.facts and e.facts["editions"].number in ask.ordinals] or told
    return sorted((e for e in told if not places or any(ask.linked(e.id, place) for place in places)), key=lambda e: -e.newest)
