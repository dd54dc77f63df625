"""The prizes of one country: «what did Uzbekistan get at the festival», «which awards went to Azerbaijan in 2025»."""

from __future__ import annotations

from functools import cache

from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.reading import about
from kb.understand.shapes.festivals import OF_FESTIVAL, editions_told
from kb.understand.weights import ASKED, OF_KIND
from kb.understand.word_lists import folded_list, interrogatives

# «About the guy who»: so many words after «about» the hero is told.
_HERO = 5


def awards_of(ask: Ask) -> Query | None:
    """The prizes of an edition that the one country which is named got."""
    kinds = ask.named_kinds
    countries = [named for named, kind in kinds.items() if kind == "country" and not ask.named[named] <= ask.named.get(FESTIVAL, set())]
    # «Turks» is a short name of a body too.
    of_country = {i for named in countries for i in ask.named[named]}
    others = {kind for named, kind in kinds.items() if named not in countries and named != FESTIVAL and not ask.named[named] <= of_country}
    # «How many prizes did Kazakh films take in Aktau?»
    of_films = "film" in ask.kinds and ask.counted == {"award"} and bool(others)
    if not _asks_for_prizes(ask, of_films) or len(countries) != 1 or not others <= {"place", "edition"} or {"most", "least", "future"} & ask.operations.keys():
        return None
    if _is_of_somebody_in_a_story(ask) or (ask.reading.yes_no and "best_film" in ask.cues and "award" not in ask.kinds):
        return None
    if "compare" in ask.operations and "who" not in ask.types:
        # «Кто из Турции» compares nothing.
        return None
    named = [named for named, kind in kinds.items() if kind == "edition"]
    held = named or [edition.id for edition in editions_told(ask) if edition.near.get("award")]
    if not named and not (ask.reading.years or others & {"place"}):
        # «At the festival» is the newest one, and so for those who won, and where nothing else is said; how many prizes there were is of all of them.
        newest = FESTIVAL in ask.named or not EDITION_LIKE.isdisjoint(ask.kinds) or "who" in ask.types
        if not newest and not _says_nothing_else(ask, countries[0]):
            return None
        held = held if "count" in ask.types and not newest else held[:1]
    won = awards_in(ask, countries[0], held, of_films)
    return Query("set", won.records) if won and "count" in ask.types else won


@cache
def _what() -> frozenset[str]:
    """«What», «что», «не»."""
    return folded_list("what_is_won")


def _asks_what(ask: Ask) -> bool:
    return ask.reading.has_form(_what())


def _says_nothing_else(ask: Ask, country: str) -> bool:
    """«What did the Turks win?»: of the own country more is told than prizes of the festival."""
    said = ask.named_positions | ask.of_kinds | ask.cues.get("awards", {}).keys() | ask.cues.get("winner", {}).keys()
    if "award" not in ask.kinds and not _asks_what(ask):
        # «Кыргызстан победил?»
        return False
    return (country != KAZAKHSTAN or "count" not in ask.types) and not ask.reading.yes_no and said.issuperset(ask.telling)


def _is_of_somebody_in_a_story(ask: Ask) -> bool:
    """«That Kazakh short about the guy who won silver»: a prize of a hero is none that a festival gave."""
    keys = ask.reading.keys
    return any(key in about()["after"] and not interrogatives().isdisjoint(keys[i + 1 : i + _HERO]) for i, key in enumerate(keys))


def _asks_for_prizes(ask: Ask, of_films: bool) -> bool:
    """Whether nothing is asked for more strongly than prizes, or who won them, by a word that is no name."""
    # «Қазақстаннан кім» asks for no signatories by itself.
    said = set(ask.telling) - ask.named_positions
    besides = ({prop for prop, cues in ask.cues.items() if said.isdisjoint(cues)} | set(OF_FESTIVAL)) - {"awards", "winner"}
    if "film" not in ask.kinds and _asks_what(ask) and ask.cues.get("best_film", {}).keys() <= ask.cues.get("awards", {}).keys():
        # «What did Türkiye win?» asks for no film.
        besides |= {"best_film"}
    strongest = max((strength for prop, strength in ask.strength.items() if prop not in besides), default=0.0)
    asked = any(ask.strength.get(prop, 0.0) == strongest > 0 for prop in ("awards", "winner"))
    about = {"award", "festival", "edition", *(("film",) if of_films else ())}
    return asked and not (ask.types - {"what", "who", "count"}) and ask.kinds.keys() <= about


def awards_in(ask: Ask, country: str, held: list[str], of_films: bool = False) -> Query | None:
    """The prizes of some editions that went to a country; `of_films` only those that films got."""
    prizes = [award for edition in held for award in ask.of[edition].near.get("award", ()) if country in countries_of(ask, ask.of[award])]
    prizes = [award for award in prizes if not of_films or ask.of[award].near.get("film")]
    if not prizes:
        return None
    return Query("compare", tuple(prizes), "winner") if len(prizes) > 1 else Query("fact", (prizes[0],), "winner")


def awarded(ask: Ask, filters: list[str]) -> list[str]:
    """The films of the countries that are named which won something at the edition that is named, or in the year: «which Kyrgyz films took prizes in Aktau»."""
    editions = {near for near in filters if ask.of[near].kind == "edition"}
    countries = [near for near in filters if ask.of[near].kind == "country"]
    years = set(ask.reading.years.values()) if not editions else set[int]()
    if not (editions or years) or not countries or len(editions) + len(countries) < len(filters) or not {"awards", "winner"} & ask.cues.keys():
        return []
    if years and not (ask.named_positions | ask.of_kinds | ask.cued | ask.reading.years.keys()).issuperset(ask.telling):
        # «Which Kazakh film took the grand prix in Seoul in 2025?»
        return []
    editions |= {edition.id for edition in ask.members("edition") if not years.isdisjoint(edition.years)}
    films = [film for film in ask.members("film", [(near,) for near in filters]) if not ask.film_types or film.type in ask.film_types]
    return [film.id for film in films if film.known("awards") and _won_at(ask, film, editions, years)]


def main_prize_of_country(ask: Ask) -> Query | None:
    """«Which Kyrgyz film took the main prize in Aktau?»: who won it, where that is a film of the country."""
    told = _main_prize(ask)
    return told[0] if told and told[1] else None


def main_prize_of_another(ask: Ask) -> Query | None:
    """«За какой казахстанский фильм дали гран-при в Актау?»: who won it, where that is a film of another country."""
    told = _main_prize(ask)
    return told[0] if told and not told[1] else None


def _main_prize(ask: Ask) -> tuple[Query, bool] | None:
    """The main prize of the newest festival that is meant, and whether a film of the one country that is named won it."""
    kinds = ask.named_kinds
    countries = [named for named, kind in kinds.items() if kind == "country"]
    places = {named for named, kind in kinds.items() if kind not in ("country", "edition", "festival")}
    others = (strength for prop, strength in ask.strength.items() if prop not in ("awards", "winner"))
    # «Which films won prizes?» asks for all of them.
    of_any = ask.cues.get("awards", {}).keys() | ask.cues.get("winner", {}).keys() | ask.kinds.get("film", set())
    asked = ask.strength.get("best_film", 0.0) >= max([OF_KIND, *others]) and not ask.cues["best_film"].keys() & set(ask.telling) <= of_any
    if not asked or len(countries) != 1 or not places <= ask.held.keys() or ask.reading.yes_no or ask.types & {"count", "when"}:
        return None
    if "film" not in ask.kinds or not {"edition", "festival", "place"} & set(kinds.values()):
        return None
    told = editions_told(ask)
    if not told or not told[0].known("best_film"):
        return None
    films = [ref for ref in told[0].facts["best_film"].refs if ask.of[ref].kind == "film"]
    of = {ref for film in films if "country" in ask.of[film].facts for ref in ask.of[film].facts["country"].refs}
    return (Query("fact", (told[0].id,), "best_film"), countries[0] in of) if of else None


def _won_at(ask: Ask, film: Evidence, editions: set[str], years: set[int]) -> bool:
    """Whether a film has a prize of one of these editions, or one that another festival gave in these years."""
    told = film.facts["awards"]
    given_at = {at for ref in told.refs if ref in ask.base.records for at in (ref, *ask.of[ref].near.get("edition", ()))}
    return bool(given_at & editions) or int(told.date[:4] or 0) in years


def won_there(ask: Ask, film: Evidence, edition: str) -> bool:
    """Whether a film has a prize of this festival, whatever it won elsewhere."""
    return film.known("awards") and _won_at(ask, film, {edition}, set())


def best_documentary(ask: Ask) -> Query | None:
    """«Which awards went to documentaries?»: an edition tells them all in one text."""
    asked = (
        "documentary" in ask.types_of.get("film", ()) and ask.strength.get("awards", 0.0) >= ASKED and set(ask.named_kinds.values()) <= {"festival", "place"}
    )
    said = ask.named_positions | ask.of_kinds | ask.cued | ask.reading.years.keys()
    asked = asked and said.issuperset(ask.telling) and "count" not in ask.operations
    told = [e for e in editions_told(ask) if e.known("best_documentary")] if asked else []
    newest = told[0] if told else None
    return Query("fact", (newest.id,), "best_documentary") if newest else None


def countries_of(ask: Ask, award: Evidence) -> set[str]:
    """Where a prize went: the countries that its record tells, or those of its films and people."""
    if told := award.near.get("country"):
        return set(told)
    won = [ask.of[ref] for ref in award.refs if ref in ask.base.records]
    return {ref for one in won if "country" in one.facts for ref in one.facts["country"].refs}
