"""Which films are of a country, a type or a genre: «films from Kyrgyzstan», «какие есть комедии», «деректі фильмдер бар ма».

Such a list is told whole and holds nothing else: whatever else names the country, or calls a film otherwise, is not in it.
"""

from __future__ import annotations

import re
from functools import cache

from kb.base import Base
from kb.language.fold import fold, tokens
from kb.understand.ask import Ask
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import words

# What words for films and for their being shown ask for, besides the films.
_OF_ANY_FILM = {"festivals", "films_count", "country", "works", "what", "genre", "festival_role", "participants"}
_KINDS = {"film", *EDITION_LIKE}
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
        genres = self._genres(ask)
        if not (countries or genres or ask.film_types):
            return None
        films = ask.members("film", [(country,) for country in countries])
        films = [film for film in films if "country" in film.facts and countries <= set(film.facts["country"].refs)] if countries else films
        films = [film for film in films if (not ask.film_types or film.type in ask.film_types) and all(self._is_of(film.id, genre) for genre in genres)]
        if ask.speaks_of_festivals:
            films = self._at_the_festival(ask, films)
        found = tuple(film.id for film in films)
        # What is told of two countries, or of a festival, need not be films that were made there.
        return found if found or not (ask.speaks_of_festivals or len(countries) > 1) else None

    def _asks(self, ask: Ask, follows: bool) -> bool:
        """Whether such films are all that is asked for, whichever they are."""
        of_films = "film" in ask.kinds or ask.genres
        if not of_films or ask.kinds.keys() - _KINDS or not set(ask.named_kinds.values()) <= _NAMED or ask.types - {"what", "count"}:
            return False
        if ask.reading.story or ask.reading.bound or ask.numerals or ask.months or ask.operations.keys() - {"list", "count"}:
            return False
        exist = {i for i, token in enumerate(ask.reading.tokens) if token.text.lower() in _existing()}
        if "count" in ask.types and (not exist or ask.speaks_of_festivals):
            # Those of a festival are counted by what it tells.
            return False
        several = self._of_several(ask) and bool(ask.named or not follows)
        if not (exist or several) or (ask.reading.yes_no and not exist):
            return False
        said = ask.named_positions | ask.of_kinds | self._of_genres(ask) | exist | ask.generic | {i for at in ask.operations.values() for i in at}
        asked = {prop for prop, cues in ask.cues.items() if prop not in _OF_ANY_FILM and not cues.keys() <= said}
        said |= {i for prop in _OF_ANY_FILM for i in ask.cues.get(prop, ())}
        return not asked and said.issuperset(ask.telling)

    @staticmethod
    def _of_several(ask: Ask) -> bool:
        """Whether a word for films stands in the plural."""
        typed = [ask.reading.tokens[i].text.lower() for i in ask.genres | ask.kinds.get("film", set())]
        return any(word in _films() or _PLURAL.search(word) for word in typed)

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
        editions = [ask.of[edition] for edition in named] or sorted(ask.members("edition"), key=lambda edition: -edition.newest)
        for edition in editions:
            if edition.near.get("film"):
                return [film for film in films if ask.linked(film.id, edition.id)]
        return []


@cache
def _film_genres() -> tuple[tuple[str, ...], ...]:
    """How the words for each genre begin."""
    return tuple(tuple(fold(word)[:_BEGINNING] for word in genre) for genre in words()["film_genres"])


@cache
def _films() -> frozenset[str]:
    return frozenset(words()["plurals"]["film"])


@cache
def _existing() -> frozenset[str]:
    """Words that ask whether there is any, or for all that the base has."""
    return frozenset((*words()["is_there"], *words()["in_all"]))
