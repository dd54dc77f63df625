"""Where the festival was, whatever country or city is claimed: «Did Uzbekistan host the festival in 2022?», «Фестиваль Алматыда өтті ме?»."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kb.language.kazakh import is_located
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, held
from kb.understand.claims.verdicts import Verdicts
from kb.understand.claims.wording import strange_places
from kb.understand.evidence import Evidence
from kb.understand.highlights import highlight_called
from kb.understand.reading.message import BEFORE_A_PLACE
from kb.understand.word_lists import as_listed, listed, pronouns

# What the highlight is called that tells where a festival is to be.
EXPECTED_CITY = "expected-city"
# What words for hosting ask for.
_WHERE = ("city", "country")
# What tells the place of a festival or of a part of it.
_PLACES = {"city", "venue", "opening", "closing"}


class Hosts:
    """Recognises such questions."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._hosting = listed("hosting", "being_host")
        self._not_of_past = listed("not_of_past")
        self._within = listed("within")
        self._pointing = listed("this_one")
        self._once = listed("at_any_time", "seen_at_any_time")

    def told(self, ask: Ask) -> Query | None:
        """Where the festival of that year was, or all festivals; None where the base tells more of a place than that it was none of their cities."""
        claimed = self._claimed(ask)
        if claimed is None or self._verdicts.limits(ask) or not self._says_only(ask, claimed):
            return None
        if _tells_edition(ask):
            editions = list(_editions(ask))
            return Query("fact", (editions[0].id,), "city", claim=claimed) if len(editions) == 1 else None
        if not ask.of[FESTIVAL].known("city") or claimed in ask.of[FESTIVAL].facts["city"].refs:
            return None
        if ask.of[claimed].known("festival_role"):
            # «Was it ever in Shusha?»: its guests were there.
            return Query("fact", (claimed,), "festival_role")
        if ask.named_kinds[claimed] == "place" and claimed in _around_cities(ask):
            return None
        there = [edition.id for edition in ask.members("edition") if edition.known("city") and claimed in edition.facts["city"].refs]
        return Query("fact", (there[0] if len(there) == 1 else FESTIVAL,), "city", claim=claimed)

    @staticmethod
    def yet_to_come(ask: Ask) -> Query | None:
        """«2026 жылы фестиваль Әндіжанда өте ме?»: where a festival is expected of which no place is known, and not what else is in that city."""
        if not ask.reading.years or ask.types:
            return None
        kinds = set(ask.named_kinds.values())
        festive = "edition" in ask.kinds or FESTIVAL in ask.named or "edition" in kinds
        if not festive or not kinds <= {"place", "country", "festival", "edition", "person"} or ask.operations.keys() - {"future"}:
            return None
        if not {"place", "country"} & kinds or ask.months or ask.kinds.keys() - {"edition", "festival", "place"}:
            return None
        years = set(ask.reading.years.values())
        meant = [edition.id for edition in ask.members("edition") if not years.isdisjoint(edition.years) and not edition.known("city")]
        told = highlight_called(ask.base.records[meant[0]], EXPECTED_CITY) if len(meant) == 1 else ""
        return Query("highlight", (meant[0],), told) if told else None

    def named_by_city(self, ask: Ask) -> Query | None:
        """«Бакуде фестиваль болды ма?»: where the festival was that is named by just its city, in Kazakh with the ending of a place."""
        editions = [named for named in ask.named_but_eponym if named != FESTIVAL]
        if ask.reading.language != "kk" or not ask.reading.yes_no or len(editions) != 1 or ask.named_kinds[editions[0]] != "edition":
            return None
        span, edition = ask.named[editions[0]], ask.of[editions[0]]
        tokens = ask.reading.tokens
        located = is_located(tokens[min(span)].text) and len(span | ask.named.get(FESTIVAL, set())) > 1
        now = ask.reading.has_listed(self._not_of_past)
        said = ask.named_positions | ask.of_kinds | ask.where_said(held())
        cities = [ref for ref in edition.facts["city"].refs if ask.of[ref].kind == "place"] if edition.known("city") else []
        if not located or now or len(cities) != 1 or ask.types or self._verdicts.limits(ask) or not said.issuperset(ask.content):
            return None
        return Query("fact", (edition.id,), "city", claim=cities[0])

    def strange_place(self, ask: Ask) -> set[int]:
        """«Has the festival ever been in Izmir?»: the positions of a place that the base does not know; empty if there is none."""
        # Where «Korkyt Ata» was is told by its name.
        if ask.named_but_eponym or _tells_edition(ask) or self._verdicts.limits(ask) or not self._asks(ask):
            return set()
        strange = (place - ask.of_kinds for place in strange_places(ask))
        return next((place for place in strange if place and self._explains(ask, place) and not _is_told_of_festival(ask, place)), set())

    def _claimed(self, ask: Ask) -> str | None:
        """The only country or city that is named, where it is said to have hosted the festival or is where it was."""
        places = [named for named, kind in ask.named_kinds.items() if kind in ("country", "place")]
        if len(places) != 1 or not self._asks(ask):
            return None
        return places[0] if self._is_said_to_host(ask) or self._is_there(ask, ask.named[places[0]]) else None

    def _asks(self, ask: Ask) -> bool:
        """Whether it is asked for yes or no of the festival, as of something past."""
        of_festival = FESTIVAL in ask.named or "edition" in ask.kinds or "edition" in ask.named_kinds.values()
        asked = of_festival or (bool(ask.reading.years) and self._is_said_to_host(ask))
        now = ask.reading.has_listed(self._not_of_past)
        return ask.reading.yes_no and asked and not now and not self._is_of_somebody(ask) and not (ask.types or ask.months or ask.reading.bound)

    def _is_of_somebody(self, ask: Ask) -> bool:
        """«Was it shown at the festival in Tashkent?», «did he host it?»: whether something or somebody is said to have been at the festival."""
        tokens, festivals = ask.reading.tokens, ask.kinds.get("edition", set())
        called = festivals | ask.named.get(FESTIVAL, set())
        # «This festival» is of nobody.
        others = (i for i in range(len(tokens)) if i not in ask.named_positions and i + 1 not in called)
        if any(tokens[i].text.lower() in pronouns() for i in others):
            return True
        if ask.reading.language == "kk" and any(is_located(tokens[i].text) for i in festivals):
            return True
        return any(self._is_within(ask, at) for at in called)

    def _is_within(self, ask: Ask, at: int) -> bool:
        """Whether a word stands after «at the» or «на этом»."""
        tokens, before = ask.reading.tokens, at - 1
        while before > 0 and before not in ask.content and as_listed(tokens[before]) not in self._within:
            before -= 1
        return before >= 0 and as_listed(tokens[before]) in self._within

    def _is_said_to_host(self, ask: Ask) -> bool:
        return ask.reading.has_listed(self._hosting)

    def _is_there(self, ask: Ask, span: Set[int]) -> bool:
        """Whether a name is where something is: «в Алматы», «in the city of Almaty», «Баку қаласында»."""
        tokens, before, after = ask.reading.tokens, min(span) - 1, max(span) + 1
        of_city = {i for prop in _WHERE for i in ask.cues.get(prop, ())} | ask.kinds.get("place", set())
        if ask.reading.is_located(span) or (after in of_city and ask.reading.language == "kk" and is_located(tokens[after].text)):
            return True
        while before > 0 and (before in of_city or before not in ask.content):
            before -= 1
            if tokens[before].key in BEFORE_A_PLACE:
                return True
        return False

    def _says_only(self, ask: Ask, claimed: str) -> bool:
        """Whether nothing else is named than the festival, and nothing else said than that it was."""
        others = set(ask.named_but_eponym) - {FESTIVAL, claimed}
        editions = {named for named in others if ask.named_kinds[named] == "edition"}
        return others == editions and self._explains(ask, ask.named_positions)

    def _explains(self, ask: Ask, known: Set[int]) -> bool:
        """Whether nothing is said beside these words but which festival it was, and that it was."""
        numbers = {i for at in ask.ordinals.values() for i in at}
        of_number = all(i + 1 in ask.of_kinds | ask.named.get(FESTIVAL, set()) for i in numbers)
        if not of_number or (numbers and ask.reading.has_listed(self._pointing)):
            # «Was it there for the first time?», «это был первый фестиваль в Казахстане?»
            return False
        said = known | ask.named_positions | ask.of_kinds | numbers | ask.reading.years.keys() | ask.where_said(held())
        said |= {i for prop in _WHERE for i in ask.cues.get(prop, ())}
        said |= ask.reading.where_listed(self._hosting | self._once)
        kinds = ask.kinds.keys() - {"edition", "festival", "place", "country"}
        return not kinds and said.issuperset(ask.telling) and all(at <= said for at in ask.operations.values())


def _is_told_of_festival(ask: Ask, place: Set[int]) -> bool:
    """Whether what tells where a festival was has such a name: that of a hall."""
    told = (ask.of[FESTIVAL], *ask.members("edition"), *(event for event in ask.members("event") if event.type == "ceremony"))
    return any(not _PLACES.isdisjoint(record.where.get(stem, ())) for record in told for i in place for stem in ask.stems.get(i, ()))


def _tells_edition(ask: Ask) -> bool:
    return bool(ask.reading.years or ask.ordinals) or "edition" in ask.named_kinds.values()


def _editions(ask: Ask) -> Iterator[Evidence]:
    """The editions of the year, number or name that is told."""
    named = {named for named, kind in ask.named_kinds.items() if kind == "edition"}
    for edition in ask.members("edition"):
        number = edition.facts["editions"].number if edition.known("editions") else None
        of_year = not ask.reading.years or not set(ask.reading.years.values()).isdisjoint(edition.years)
        if edition.known("city") and of_year and (not ask.ordinals or number in ask.ordinals) and (not named or edition.id in named):
            yield edition


def _around_cities(ask: Ask) -> set[str]:
    """The places in and around the cities where a festival was."""
    cities = {place for edition in ask.members("edition") for place in edition.near.get("place", ())}
    return cities | {near for city in cities for near in ask.of[city].links}
