"""The films before, after or since a year: «Какие фильмы вышли после 2024 года?», «2010 жылға дейін түсірілген фильмдер»."""

from __future__ import annotations

from functools import cache

from kb.understand.ask import Ask, next_to
from kb.understand.evidence import AGED, Evidence
from kb.understand.lexicon import words
from kb.understand.reading import Reading
from kb.understand.shapes.films import films_of_countries
from kb.understand.word_lists import listed

# What words for coming out and for being made ask for.
_MADE = ("premiere", "release", "year", "works", "director", "shooting", "country", "status", "festivals", "what", "films_count")
# So many words after a year say «before» or «after» in Kazakh: «2024 жылдан кейін».
_REACH = 2
_LAST = 9999
_YEAR = len("2025")


class FilmsOfSpans:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._made = listed("made_or_out")

    def told(self, ask: Ask) -> tuple[str, ...] | None:
        """The films of that time, of which none may be known; None if this is not asked."""
        span = span_told(ask.reading)
        countries = {named for named, kind in ask.named_kinds.items() if kind == "country"}
        if span is None or ask.kinds.keys() != {"film"} or ask.named.keys() - countries or ask.reading.yes_no or ask.reading.story:
            return None
        if ask.types - {"what", "count"} or ask.months or ask.ordinals or ask.operations.keys() - {"list", "count", "compare", "age"}:
            return None
        said = ask.named_positions | ask.of_kinds | ask.generic | _around_year(ask.reading) | {i for prop in _MADE for i in ask.cues.get(prop, ())}
        said |= ask.reading.where_form(self._made)
        if any(prop not in _MADE and not cues.keys() <= said for prop, cues in ask.cues.items()) or not said.issuperset(ask.telling):
            return None
        films = [film for film in films_of_countries(ask, countries) if not ask.film_types or film.type in ask.film_types]
        return tuple(film.id for film in films if span[0] <= _year(film) <= span[1]) if ask.has_all("film") else None


def span_told(reading: Reading) -> tuple[int, int] | None:
    """The first and the last year that «before», «after» or «since» beside the only year mean; None without such a word."""
    if len(reading.years) != 1:
        return None
    at, year = next(iter(reading.years.items()))
    tokens = [reading.tokens[i] for i in _around_year(reading) - {at}]
    keys = {key for token in tokens for key in (token.key, *token.bases)}
    if keys & _before():
        return 1, year - 1
    if keys & _after():
        return year + 1, _LAST
    since = words()["since_year"]["after" if reading.language == "kk" else "before"]
    return (year, _LAST) if any(token.text.lower() in since for token in tokens) else None


def _around_year(reading: Reading) -> set[int]:
    """The positions of a year and of what says «before» or «after» beside it."""
    at, size = next(iter(reading.years)), len(reading.tokens)
    return set(range(at, min(at + 1 + _REACH, size)) if reading.language == "kk" else range(max(at - 1, 0), at + 1))


@cache
def _before() -> frozenset[str]:
    return listed("earlier") | {phrase[0] for phrase in next_to()[-1] if len(phrase) == 1}


@cache
def _after() -> frozenset[str]:
    return listed("later") | {phrase[0] for phrase in next_to()[1] if len(phrase) == 1}


def _year(film: Evidence) -> int:
    """The year that a film is of; 0 where it is not known."""
    return int(film.date(AGED["film"])[:_YEAR] or 0)
