"""What came before or after something: the capital after Aktau, the festivals before it, what was signed after it."""

from __future__ import annotations

from collections.abc import Set

from kb.base import Base
from kb.language.fold import fold
from kb.language.kazakh import has_case
from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, capitals, cities, counts_festivals, next_to
from kb.understand.evidence import CULTURAL_CAPITAL, EDITION_LIKE, SIGNED, Evidence
from kb.understand.lexicon import words
from kb.understand.shapes import films_of
from kb.understand.shapes.side_by_side import PRIZES
from kb.understand.weights import ASKED, ASKED_RATHER

# What asks for what was signed, and how strongly.
_SIGNING = ("agreements", "signed_on", "signed_at", "signatories", "result")
# So many words can stand between «after» and a name: «after the festival in Aktau».
_REACH = 3
# A key of so few letters can be of a word of another language.
_SHORT = 2
# What asks for what somebody made.
_MAKING = ("director", "works", "writer", "producer", "cast", "shooting")
# What the words of «which city came after it» can ask for.
_CAN_ASK_FOR_A_CITY = {"city", "predecessor", "next_dates", "what", "country"}


class Sequence:
    """Recognises such questions over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        handing: dict[str, list[str]] = words()["handing_over"]
        self._titles, self._handing_on, self._taking_over = ({fold(word) for word in handing[name]} for name in ("titles", "on", "over"))
        self._to_whom, self._from = frozenset(handing["to_whom"]), frozenset(handing["from"])

    def told(self, ask: Ask) -> Query | None:
        """The records that come before or after what is named."""
        if ask.reading.yes_no:
            return None
        return self._capital(ask) or self._capital_of_year(ask) or self._all_capitals(ask) or self._festivals(ask) or self._prizes(ask)

    def is_untold(self, ask: Ask) -> bool:
        """Whether the capital or the prize before or after is asked for that no record tells: «which capital came after Bursa?»."""
        if ask.reading.yes_no:
            return False
        if self._asks_prizes(ask):
            # «Who was best director before 2021?», where that is the first year.
            return True
        if self._year_of_capital(ask) is not None:
            return True
        if not self._capitals_at(ask):
            return False
        told = {city for event in ask.members("event") if event.type == CULTURAL_CAPITAL and "city" in event.facts for city in event.facts["city"].refs}
        steps = [(self._step(ask, ask.named[named]), named) for named, kind in ask.named_kinds.items() if kind == "place"]
        return any(step > 0 or (step and place not in told) for step, place in steps)

    def _capitals_at(self, ask: Ask) -> set[int]:
        return self._said(ask, capitals())

    def signed(self, ask: Ask) -> tuple[str, ...] | None:
        """«What did Kazakhstan sign after the festival in Aktau?»: the papers since then; none if it is not told when that was, None if it is not asked."""
        asks = "agreement" in ask.kinds or any(ask.strength.get(prop, 0.0) >= ASKED_RATHER for prop in _SIGNING)
        names = {named: span for named, span in ask.named.items() if named not in (KAZAKHSTAN, FESTIVAL)}
        told = [(self._step(ask, span), named) for named, span in names.items() if ask.named_kinds[named] in ("place", *EDITION_LIKE)]
        steps = [(step, named) for step, named in told if step]
        rest = ask.types - {"what", "when"} or ask.kinds.keys() - {"agreement", *EDITION_LIKE} or ask.reading.yes_no
        if not asks or rest or len(steps) != 1:
            return None
        step, named = steps[0]
        edition = self._edition(ask, named)
        span = self._base.records[edition.id].facts["dates"] if edition else None
        if span is None or not span.date:
            return ()
        first, last = span.date, span.until or span.date
        types = ask.types_of.get("agreement") or SIGNED
        countries = [other for other in names if ask.named_kinds[other] == "country"]
        papers = [paper for paper in ask.members("agreement", [(country,) for country in countries]) if paper.type in types]
        dated = sorted((paper.date(("signed_on",)), paper.id) for paper in papers if paper.date(("signed_on",)))
        return tuple(paper for date, paper in dated if (date[: len(last)] > last[: len(date)] if step > 0 else date < first[: len(date)]))

    def signed_by_year(self, ask: Ask) -> tuple[str, ...] | None:
        """«Had Kazakhstan and Uzbekistan signed anything before 2025?»: the papers before or after a year, if there are any."""
        years = list(ask.reading.years.items())
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        if "agreement" not in ask.kinds or len(years) != 1 or not countries or set(ask.named_kinds.values()) != {"country"} or ask.types - {"what"}:
            return None
        (at, year), step = years[0], self._step(ask, {years[0][0]})
        asked = ask.named_positions | ask.of_kinds | ask.generic | ask.slight | {i for prop in _SIGNING for i in ask.cues.get(prop, ())} | {at}
        asked |= self._said(ask, {word for phrases in next_to().values() for phrase in phrases for word in phrase})
        # «2025 жылға дейін», «any film papers».
        asked |= {at + 1} | {i for m in ask.reading.of("kind") for i in m.span}
        types = ask.types_of.get("agreement") or SIGNED
        if not step or {i for i in ask.telling if not ask.reading.tokens[i].light} - asked:
            return None
        papers = [paper for paper in ask.members("agreement", [(country,) for country in countries]) if paper.type in types]
        dated = sorted((int(paper.date(("signed_on",))[:4]), paper.id) for paper in papers if paper.date(("signed_on",)))
        found = tuple(paper for told, paper in dated if (told > year if step > 0 else told < year))
        # Where all are of another time, what the country tells of them says when that was.
        return found or None

    @staticmethod
    def _edition(ask: Ask, named: str) -> Evidence | None:
        """The festival that a name or the city of one tells, in the year that is told."""
        held = [ask.of[named]] if ask.named_kinds[named] == "edition" else [ask.of[edition] for edition in ask.of[named].near.get("edition", ())]
        years = set(ask.reading.years.values())
        held = [edition for edition in held if edition.known("dates")]
        # «The memorandum of 2021, before Aktau»: the year is that of the paper.
        held = [edition for edition in held if not years.isdisjoint(edition.years)] or held
        return held[0] if len(held) == 1 else None

    @staticmethod
    def _step(ask: Ask, span: set[int]) -> int:
        """−1 for «before» near a name, 1 for «after», 0 for neither."""
        tokens, kk = ask.reading.tokens, ask.reading.language == "kk"
        beside = range(max(span) + 1, max(span) + _REACH) if kk else range(max(0, min(span) - _REACH - 1), min(span))
        # «Before 2020 in Aktau».
        years = [i for i in beside if i in ask.reading.years]
        # English «do» is no «до».
        said = ["" if len(token.key) <= _SHORT and token.text.isascii() else token.key for token in tokens]
        keys = [said[i] for i in beside if i < len(tokens) and (not years or (i < years[0] if kk else i > years[-1]))]
        for step, phrases in next_to().items():
            if any(keys[at : at + len(phrase)] == list(phrase) for phrase in phrases for at in range(len(keys))):
                return step
        return 0

    def _capital(self, ask: Ask) -> Query | None:
        """«Which capital comes after Aktau?», «какой город был столицей до Актау?»: of a capital the next one, or what it tells of the one before."""
        titles = self._said(ask, self._titles)
        at = self._capitals_at(ask) | titles
        others = {named for named, kind in ask.named_kinds.items() if kind not in ("place", "event") and not ask.named[named] <= at}
        others |= {kind for kind in ("film", "agreement", "person") if not ask.kinds.get(kind, set()) <= titles}
        several = ask.reading.has_key(cities())
        # «Best actor атағын кім алды?» is of a prize.
        prize = any(ask.strength.get(prop, 0.0) >= ASKED_RATHER for prop in PRIZES)
        # «What date was the title handed to Aktau?»
        dated = "when" in ask.types and bool(titles)
        if not at or others or several or prize or dated or "count" in ask.types:
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place" and not ask.named[named] & at]
        beside = ((named, self._step(ask, ask.named[named]) or self._handed_over(ask, ask.named[named])) for named in places)
        if query := next((query for named, step in beside if step and (query := self._beside(ask, named, step))), None):
            return query
        # «What title did Aktau get?»
        known = ask.named_positions | titles | ask.reading.years.keys() | self._said(ask, self._taking_over)
        asks = titles and known.issuperset(ask.telling)
        events = (event for event in ask.members("event") if event.type == CULTURAL_CAPITAL and "city" in event.facts)
        held = next((event for event in events if asks and not set(places).isdisjoint(event.facts["city"].refs)), None)
        return Query("fact", (held.id,), "city") if held else None

    def after_told(self, ask: Ask, context: Query | None) -> Query | None:
        """«What came after?», «ал одан бұрын ше?» after a city or a cultural capital: the cultural capital after or before it."""
        if context is None or ask.named or ask.reading.years or ask.kinds.keys() - {"place"} or not ask.strength.keys() <= _CAN_ASK_FOR_A_CITY:
            return None
        last = ask.of[context.records[0]] if context.records[:1] and context.records[0] in self._base.records else None
        step, span = self._said_step(ask)
        city = (
            last.facts["city"].refs[0]
            if last and last.type == CULTURAL_CAPITAL and self._capitals_at(ask) and last.known("city")
            else last.id
            if last and last.kind == "place"
            else None
        )
        if city is None or not step or set(ask.telling) - span - ask.of_kinds - self._capitals_at(ask):
            return None
        return self._beside(ask, city, step)

    @staticmethod
    def _beside(ask: Ask, city: str, step: int) -> Query | None:
        """The capital of the year after or before that of a city."""
        events = [event for event in ask.members("event") if event.type == CULTURAL_CAPITAL and "city" in event.facts]
        if own := next((event for event in events if city in event.facts["city"].refs), None):
            beside = next((other for other in events if other.newest == own.newest + step), own if step < 0 else None)
            return Query("fact", (beside.id,), "city") if beside else None
        # The next one tells what was one before it.
        telling = (event.id for event in events if any("city" in event.where.get(stem, ()) for stem in ask.of[city].short))
        return Query("fact", (after,), "city") if step > 0 and (after := next(telling, None)) else None

    @staticmethod
    def _said_step(ask: Ask) -> tuple[int, set[int]]:
        """−1 for «before» anywhere in a message, 1 for «after», and where it stands."""
        said = ask.reading.keys
        for step, phrases in next_to().items():
            for phrase in phrases:
                for at in range(len(said) - len(phrase) + 1):
                    if tuple(said[at : at + len(phrase)]) == phrase:
                        return step, set(range(at, at + len(phrase)))
        return 0, set()

    def _handed_over(self, ask: Ask, span: set[int]) -> int:
        """1 for «кому Актау отдал титул?» and «who took over from Aktau?», −1 for «from whom did Aktau take over?»."""
        if ask.reading.yes_no:
            return 0
        typed = ask.reading.typed
        if self._said(ask, self._handing_on):
            return 1 if not self._to_whom.isdisjoint(typed) else -1
        if not self._said(ask, self._taking_over):
            return 0
        of_it = typed[min(span) - 1] in self._from if min(span) else False
        return 1 if of_it or (ask.reading.language == "kk" and has_case(typed[max(span)], "ablative")) else -1

    @staticmethod
    def _said(ask: Ask, listed: Set[str]) -> set[int]:
        """The positions of the words of a list."""
        return ask.reading.where_form(listed)

    def of_somebody(self, ask: Ask) -> Query | None:
        """«What had he directed before Black Red Yellow?», «получал ли Анартай награды до Актау?»: all works of his, or all prizes of his film."""
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        later = [named for named in ask.named if named not in people and self._step(ask, ask.named[named]) < 0]
        if len(people) != 1 or len(later) != 1 or ask.named.keys() - {people[0], later[0], FESTIVAL}:
            return None
        person, other = ask.of[people[0]], ask.of[later[0]]
        won = "award" in ask.kinds or any(ask.strength.get(prop, 0.0) >= ASKED for prop in (*PRIZES, "awards", "winner"))
        if other.kind == "film":
            # «Что было у него до этого фильма?»
            made = any(ask.strength.get(prop, 0.0) >= ASKED_RATHER for prop in _MAKING) or "film" in ask.kinds or not ask.strength
            prop = "works" if made else "awards" if won else ""
            return Query("fact", (person.id,), prop) if prop and person.known(prop) and ask.linked(person.id, other.id) else None
        if other.kind not in ("place", *EDITION_LIKE):
            return None
        if ask.strength.get("works", 0.0) >= ASKED_RATHER:
            return Query("fact", (person.id,), "works") if person.known("works") else None
        if not won:
            return None
        films = [film for film in films_of(ask, person.id) if film.known("awards")]
        told = films[0] if len(films) == 1 else person
        return Query("fact", (told.id,), "awards") if told.known("awards") else None

    def _all_capitals(self, ask: Ask) -> Query | None:
        """«Which cities were cultural capitals?», «какие города Казахстана …»: what tells most of them, or tells those of a country."""
        at = self._capitals_at(ask)
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        others = {named for named, span in ask.named.items() if named not in countries and ask.of[named].type != CULTURAL_CAPITAL and not span <= at}
        asked = at and ask.reading.has_key(cities())
        known = ask.named_positions | ask.of_kinds | at | self._said(ask, cities()) | {i for found in ask.operations.values() for i in found}
        if not asked or others or len(countries) > 1 or ask.types - {"what", "where", "who"} or ask.reading.years or not known.issuperset(ask.telling):
            return None
        events = sorted((event for event in ask.members("event") if event.type == CULTURAL_CAPITAL), key=lambda event: -event.newest)
        if countries and (own := next((e for e in events if e.known("city") and countries[0] in e.facts["city"].refs), None)):
            return Query("fact", (own.id,), "city")
        stems = ask.of[countries[0]].short if countries else ()
        of_country = [(event, place) for event in events for stem in stems for place in event.where.get(stem, ()) if place.isdigit()]
        told = of_country or [(event, str(number)) for event in events for number in range(len(self._base.records[event.id].highlights))]
        # The one that tells most years.
        event, place = max(told, key=lambda one: sum(stem.isdecimal() and one[1] in where for stem, where in one[0].where.items()), default=(None, ""))
        return Query("highlight", (event.id,), place) if event else None

    def _capital_of_year(self, ask: Ask) -> Query | None:
        """«Which city was the cultural capital in 2023?»: its own city, or what the capital of another year tells of it."""
        if (year := self._year_of_capital(ask)) is None:
            return None
        own = [event.id for event in ask.members("event") if event.type == CULTURAL_CAPITAL and event.newest == year and event.known("city")]
        return Query("fact", (own[0],), "city") if own else told_of_year(ask, CULTURAL_CAPITAL, year)

    @staticmethod
    def _year_of_capital(ask: Ask) -> int | None:
        """The only year whose capital is asked for, and nothing else of it."""
        years = set(ask.reading.years.values())
        named = [ask.of[named] for named in ask.named]
        if len(years) != 1 or not named or any(one.type != CULTURAL_CAPITAL for one in named) or not ask.types or ask.types - {"where", "what", "who"}:
            return None
        known = ask.named_positions | ask.of_kinds | ask.reading.years.keys() | ask.cues.get("city", {}).keys() | ask.reading.framed
        return years.pop() if known.issuperset(ask.telling) and not ask.kinds.keys() - {"place"} else None

    def _prizes(self, ask: Ask) -> Query | None:
        """«Who was best actor before 2025?»: the prize of all festivals of years before or after, of which it is told."""
        if (asked := self._asks_prizes(ask)) is None:
            return None
        prop, step, year = asked
        found = tuple(one.id for one in ask.members("edition") if one.known(prop) and (one.newest - year) * step > 0)
        return Query("compare", found, prop) if len(found) > 1 else Query("fact", found, prop) if found else None

    def _asks_prizes(self, ask: Ask) -> tuple[str, int, int] | None:
        """The prize, −1 for «before» or 1 for «after», and the year."""
        prop = max(PRIZES, key=lambda prop: ask.strength.get(prop, 0.0))
        years = list(ask.reading.years.items())
        step = self._step(ask, {years[0][0]}) if len(years) == 1 else 0
        if ask.strength.get(prop, 0.0) < ASKED_RATHER or not step or ask.named.keys() - {FESTIVAL} - {n for n, k in ask.named_kinds.items() if k == "award"}:
            return None
        return prop, step, years[0][1]

    def _festivals(self, ask: Ask) -> Query | None:
        """«How many editions were there before Aktau?», «какие фестивали были после Бурсы?»: those of all years before or after."""
        if not counts_festivals(ask) or ask.kinds.keys() - {"edition"} or not set(ask.named_kinds.values()) <= {"place", "festival", "edition"}:
            return None
        spans = [(ask.named[named], self._edition(ask, named)) for named, kind in ask.named_kinds.items() if kind in ("place", "edition")]
        held = [edition for edition in ask.members("edition") if edition.known("dates") and edition.known("editions")]
        spans += [({at}, next((edition for edition in held if year in edition.years), None)) for at, year in ask.reading.years.items() if not spans]
        for span, edition in spans:
            step = self._step(ask, span) if edition else 0
            if edition and step and edition.known("editions"):
                number = edition.facts["editions"].number or 0
                found = [one.id for one in held if ((one.facts["editions"].number or 0) - number) * step > 0]
                return Query("set", tuple(found)) if found else None
        return None


def told_of_year(ask: Ask, type_of_event: str | None, year: int) -> Query | None:
    """What an event tells of a year that no event of its type was in: rather of its own city than what is listed besides."""
    events = [event for event in ask.members("event") if event.type == type_of_event]
    if any(event.newest == year for event in events):
        return None
    told = [(event, place) for event in events for place in event.where.get(str(year), ()) if place == "city" or place.isdigit()]
    event, place = min(told, key=lambda one: (one[1] != "city", -one[0].newest, one[1]), default=(None, ""))
    return Query("highlight" if place.isdigit() else "fact", (event.id,), place) if event else None
