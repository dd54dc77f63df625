"""Which films are of a country, a type, a genre or a year: «films from Kyrgyzstan», «какие есть комедии», «2024 жылғы қазақ фильмдері».

Such a list is told whole and holds nothing else: whatever else names the country, or calls a film otherwise, is not in it.
"""

from __future__ import annotations

import re
from functools import cache

from kb.base import Base
from kb.language.fold import fold, tokens
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.evidence import AGED, EDITION_LIKE, Evidence
from kb.understand.lexicon import conversation, words
from kb.understand.shapes.film_days import screenings
from kb.understand.shapes.films import films_of_countries
from kb.understand.word_lists import folded_list, listed, plurals_of_film

# What words for films and for their being shown ask for, besides the films.
_OF_ANY_FILM = {"festivals", "films_count", "country", "works", "what", "genre", "festival_role", "participants"}
_KINDS = {"film", *EDITION_LIKE}
# What tells of a year, and what tells that films were shown.
_OF_YEARS, _OF_SHOWING = {"year", "release", "premiere"}, {"festivals", "competition", "participants"}
# What may be named beside them: a country, and the festival.
_NAMED = {"country", "festival", "edition"}
_TITLE = re.compile("[«“][^»”]*[»”]")
# So many letters begin a word for a genre in all its forms.
_BEGINNING = 6
# The Kazakh plural.
_PLURAL = re.compile(r"[лдт][ае]р(?:ы|і|ын|ін|ді|ды)?$")


class FilmLists:
    """Finds such films over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def told(self, ask: Ask, follows: bool) -> tuple[str, ...] | None:
        """The films that are asked for; none where no film is such; None where no such list is asked for.

        What `follows` another message can go on from it: «documentaries?» after the prizes of a festival.
        """
        if not self._asks(ask, follows):
            return None
        countries = {named for named, kind in ask.named_kinds.items() if kind == "country"}
        genres, years = self._genres(ask), set(ask.reading.years.values())
        if not (countries or genres or ask.film_types or years):
            return None
        films = films_of_countries(ask, countries)
        films = [film for film in films if (not ask.film_types or film.type in ask.film_types) and all(self._is_of(film.id, genre) for genre in genres)]
        if years:
            films = [film for film in films if int(film.date(AGED["film"])[:4] or 0) in years]
            # Of many films the year is not told.
            return tuple(film.id for film in films) or None
        shown = self._asks_whether_shown(ask)
        if ask.speaks_of_festivals or shown:
            films = self._at_the_festival(ask, films)
        found = tuple(film.id for film in films)
        # What is told of two countries, or of a festival, need not be films that were made there.
        return found if found or not ((ask.speaks_of_festivals and not shown) or len(countries) > 1) else None

    def _asks(self, ask: Ask, follows: bool) -> bool:
        """Whether such films are all that is asked for, whichever they are."""
        of_films = "film" in ask.kinds or ask.genres
        shown = self._asks_whether_shown(ask)
        named = {kind for record, kind in ask.named_kinds.items() if not (shown and record in ask.held)}
        if not of_films or ask.kinds.keys() - _KINDS or not named <= _NAMED or ask.types - {"what", "count"}:
            return False
        if (ask.where_said(_competition()) and not ask.reading.yes_no) or screenings(ask):
            # What was out of a competition, or shown on film days, is not all that a country made.
            return False
        numerals = ask.numerals and not self._is_of_years(ask)
        if ask.reading.story or ask.reading.bound or numerals or ask.months or ask.operations.keys() - {"list", "count"}:
            return False
        exist = ask.reading.where_listed(listed("is_there", "in_all"))
        if "count" in ask.types and (not exist or (ask.speaks_of_festivals and not self._is_of_base(ask))):
            # Those of a festival are counted by what it tells.
            return False
        several = names_several(ask) and bool(ask.named or not follows)
        if not (exist or several or shown) or (ask.reading.yes_no and not (exist or shown)):
            return False
        said = ask.named_positions | ask.of_kinds | self._of_genres(ask) | exist | ask.generic | {i for at in ask.operations.values() for i in at}
        said |= ask.reading.years.keys() | ask.where_said(folded_list("coming_to"))
        said |= {i for prop in _OF_YEARS for i in ask.cues.get(prop, ()) if ask.reading.years}
        of_any = _OF_ANY_FILM | (_OF_YEARS if ask.reading.years else set()) | (_OF_SHOWING if shown else set())
        asked = {prop for prop, cues in ask.cues.items() if prop not in of_any and not cues.keys() <= said}
        said |= {i for prop in of_any for i in ask.cues.get(prop, ())}
        return not asked and said.issuperset(ask.telling)

    @staticmethod
    def _is_of_base(ask: Ask) -> bool:
        """«How many films of 2025 are in your base?»: what a festival showed is not counted."""
        in_base = ask.reading.has_typed(_database())
        return in_base and bool(ask.reading.years) and EDITION_LIKE.isdisjoint((*ask.kinds, *ask.named_kinds.values()))

    @staticmethod
    def _is_of_years(ask: Ask) -> bool:
        """Whether the only numbers are years of films, and not of a festival."""
        of_festival = not EDITION_LIKE.isdisjoint((*ask.kinds, *ask.named_kinds.values())) or any(ask.cues.get(prop) for prop in _OF_SHOWING)
        return bool(ask.reading.years) and not (of_festival or ask.ordinals or set(ask.numbers) - ask.reading.years.keys())

    @staticmethod
    def _asks_whether_shown(ask: Ask) -> bool:
        """«Were Kazakh films shown in Aktau?», «Грузиядан қандай фильм қатысты?»: whether a festival showed films of the one country that is named."""
        if list(ask.named_kinds.values()).count("country") != 1 or ask.reading.years or ask.ordinals or ask.where_said(_competition()):
            return False
        taking_part = ask.reading.has_listed(listed("coming_to"))
        shown = ask.reading.yes_no and (ask.held or FESTIVAL in ask.named or ask.cues.get("competition")) and any(ask.cues.get(prop) for prop in _OF_SHOWING)
        return bool(shown) or (taking_part and ask.reading.language == "kk")

    @staticmethod
    def _genres(ask: Ask) -> list[tuple[str, ...]]:
        """The beginnings of the words for each genre that is asked for."""
        said = {key for i in ask.telling for key in (ask.reading.tokens[i].key, *ask.reading.tokens[i].bases)}
        return [genre for genre in _film_genres() if any(key.startswith(genre) for key in said)]

    @staticmethod
    def _of_genres(ask: Ask) -> set[int]:
        """Positions of the words for genres."""
        keys = {i: (ask.reading.tokens[i].key, *ask.reading.tokens[i].bases) for i in ask.telling}
        return ask.genres | {i for i in keys if any(key.startswith(genre) for key in keys[i] for genre in _film_genres())}

    def _is_of(self, film: str, genre: tuple[str, ...]) -> bool:
        """Whether a film is told to be of a genre; what people call it besides stands beside the words of its record."""
        told = self._base.records[film].facts.get("genre")
        texts = (told.text.kk, told.text.ru, told.text.en) if told and told.text else ()
        return any(fold(word).startswith(genre) for text in texts for word in tokens(_TITLE.sub("", text)))

    @staticmethod
    def _at_the_festival(ask: Ask, films: list[Evidence]) -> list[Evidence]:
        """Those that the festival showed which is named; where none is, the newest one of which films are told."""
        named = [edition for edition, kind in ask.named_kinds.items() if kind == "edition"]
        named = named or [edition for held in ask.held.values() for edition in held if len(held) == 1]
        editions = [ask.of[edition] for edition in named] or sorted(ask.members("edition"), key=lambda edition: -edition.newest)
        for edition in editions:
            if edition.near.get("film"):
                return [film for film in films if ask.linked(film.id, edition.id)]
        return []


def names_several(ask: Ask) -> bool:
    """Whether a word for films stands in the plural."""
    typed = [ask.reading.tokens[i].text.lower() for i in ask.genres | ask.kinds.get("film", set())]
    return any(word in plurals_of_film() or _PLURAL.search(word) for word in typed)


@cache
def _film_genres() -> tuple[tuple[str, ...], ...]:
    """How the words for each genre begin."""
    return tuple(tuple(fold(word)[:_BEGINNING] for word in genre) for genre in words()["film_genres"])


@cache
def _database() -> frozenset[str]:
    """As they are typed."""
    return frozenset(word for listed in conversation()["database"].values() for word in listed)


@cache
def _competition() -> frozenset[str]:
    """Folded words for a competition: what a festival showed besides is not in it."""
    return frozenset(map(fold, words()["competitions"]["in"]))
