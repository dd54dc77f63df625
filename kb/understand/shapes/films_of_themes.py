"""The films about something: «which Kazakh films are about poets?», «есть ли казахский фильм о борце?», «спортсмен туралы фильм бар ма?»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.base import Base
from kb.language.fold import clean, fold, fold_phrase, tokens
from kb.language.kazakh import is_noun_form_of
from kb.query import Query
from kb.records import LANGUAGES, Language, Record, Text
from kb.understand.ask import Ask
from kb.understand.ask.terms import stem_of
from kb.understand.evidence import Evidence, soft_text
from kb.understand.lexicon import function_keys, words
from kb.understand.reading import Token, about
from kb.understand.shapes.film_lists import names_several
from kb.understand.shapes.films import films_of_countries
from kb.understand.weights import MENDED
from kb.understand.word_lists import all_interrogatives, as_listed, folded_list, listed, typed_list

# What tells a film's theme, and of what people say in other words.
_STORIES = ("plot", "theme")
_THEMES = (*_STORIES, "genre")
# What words for films and for their stories ask for.
_OF_FILMS = {*_THEMES, "project", "works", "what", "country", "films_count"}
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# The endings of Russian nouns and adjectives, and so many letters of one are its stem at least.
_RUSSIAN_ENDING, _STEM = re.compile(r"^(?:[aeiou]|[aeiou]?i|[aeiou][mhv]|[aeiou]mi|ego|ogo|omu)?$"), 3
# Of a theme of so many words it is told that no film is of it: a longer one tells a film by its story.
_SHORT = 2
# So many letters two words of one root have in common at least, and fewer of their own.
_ROOT = 5
_ENGLISH_ENDING = re.compile(r"^(?:s|es)?$")


class FilmsOfThemes:
    """Finds such films over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def told(self, ask: Ask) -> Query | None:
        """The films of the country that is named, which tell of the theme; the only one by its plot."""
        films = self._films(ask)
        if films and len(films) == 1 and ask.of[films[0]].known("plot"):
            return Query("fact", films, "plot")
        return Query("set" if len(films) > 1 else "card", films) if films else None

    def is_untold(self, ask: Ask) -> bool:
        """«Are there Turkish films about a singer?»: no film of that country is told to be."""
        theme = _theme(ask) if _countries(ask) and ask.has_all("film") else None
        return theme is not None and len(theme) <= _SHORT and self._films(ask) == ()

    def _films(self, ask: Ask) -> tuple[str, ...] | None:
        """None where such films are not asked for."""
        theme = _theme(ask)
        if theme is None:
            return None
        countries = _countries(ask)
        films = [film for film in films_of_countries(ask, countries) if not ask.film_types or film.type in ask.film_types]
        told = [ask.reading.tokens[i] for i in sorted(theme)]
        return tuple(film.id for film in films if all(self._tells(film, token, ask.reading.language) for token in told))

    def _tells(self, film: Evidence, token: Token, language: Language | None) -> bool:
        """Whether a film is about what a word says: in the texts of its story, or in the words that people use of it."""
        record = self._base.records[film.id]
        keys = {token.key, *(base for base, sure in token.bases.items() if sure > MENDED), *_singular(token)}
        stems = set(map(stem_of, keys))
        if not keys.isdisjoint(folded_list("any_story")):
            # «Казахские фильмы об истории»: every plot is a story.
            return any("genre" in film.where.get(stem, ()) for stem in stems)
        if any(_is_form(key, told, language) or _is_akin(key, told) for key in keys for told in _words_of(record, language)):
            return True
        # A word of a text that only begins alike, or that only one of the sources tells, is no theme.
        return any(place in _STORIES for stem in stems - _told_stems(record) for place in film.where.get(stem, ()))


def _countries(ask: Ask) -> set[str]:
    return {named for named, kind in ask.named_kinds.items() if kind == "country"}


def _theme(ask: Ask) -> set[int] | None:
    """The positions of the words of the theme, if films of it are all that is asked for; None else."""
    reading = ask.reading
    kazakh = reading.language == "kk"
    at = [i for i, token in enumerate(reading.tokens) if token.key in about()["before" if kazakh else "after"] and i not in ask.named_positions]
    films = {i for i in ask.kinds.get("film", ()) if reading.tokens[i].key not in about()["cinema"]}
    if len(at) != 1 or not any(i > at[0] if kazakh else i < at[0] for i in films):
        return None
    span = set(_before(ask, at[0]) if kazakh else _after(ask, at[0]))
    # «A dam» is as short as a function word, and «women» says little elsewhere.
    said = {i for i in span if len(reading.tokens[i].text) > 2 and reading.tokens[i].key not in function_keys()}
    theme = said - ask.slight or said
    return theme if theme and _asks_only(ask, span) else None


def _before(ask: Ask, at: int) -> Iterator[int]:
    """«Ақын туралы»: back to the beginning of the clause, a word for films, a country or what asks."""
    while at and not ask.reading.begins_clause(at) and not _stops(ask, at - 1):
        at -= 1
        yield at


def _after(ask: Ask, at: int) -> Iterator[int]:
    """«О поэтах», "about poets": up to the end of the clause or a word that asks whether there is any."""
    while at + 1 < len(ask.reading.tokens) and not ask.reading.begins_clause(at + 1) and not _stops(ask, at + 1):
        at += 1
        yield at


def _stops(ask: Ask, i: int) -> bool:
    token = ask.reading.tokens[i]
    return i in ask.named_positions or i in ask.kinds.get("film", ()) or token.key in all_interrogatives() or as_listed(token) in listed("is_there")


def _asks_only(ask: Ask, theme: set[int]) -> bool:
    """Whether a message has nothing besides a theme but a country and words for films, and asks for several, whether there is any, or for one to see."""
    reading = ask.reading
    countries = _countries(ask)
    if ask.named.keys() - countries or ask.genres - ask.of_kinds or {kind for kind, of in ask.kinds.items() if kind != "person" or not of <= theme} != {"film"}:
        return False
    if ask.types - {"what", "count"} or reading.years or reading.bound or ask.months or ask.numbers or ask.ordinals or reading.of("foreign"):
        return False
    typed = reading.typed
    as_keys = reading.listed
    exist = {i for i, word in enumerate(as_keys) if word in listed("is_there")}
    # The key of «хотел» is that of hotel, too.
    seeking = {i for i, word in enumerate(typed) if word in typed_list("seeking")}
    which = countries and reading.has_key(_which())
    if not (exist or seeking or names_several(ask) or which) or (reading.yes_no and not exist):
        return False
    said = theme | ask.named_positions | ask.of_kinds | exist | seeking | {i for i, word in enumerate(as_keys) if word in listed("telling_of")}
    said |= reading.where_key(_which())
    asks_else = any(prop not in _OF_FILMS and not cues.keys() <= said for prop, cues in ask.cues.items())
    return not asks_else and said.issuperset(ask.telling)


def _texts(record: Record) -> list[Text]:
    """What tells a film's story: its summary tells where it was shown, too."""
    facts = [record.facts[prop].text for prop in _THEMES if prop in record.facts]
    return [text for text in facts if text]


def _agreed(text: Text, language: Language) -> str:
    """A text up to where the sources differ."""
    sentences = _SENTENCE.split(text.get(language))
    disputed = tuple(words()["sources_differ"])
    return " ".join(sentence for sentence in sentences if not sentence.startswith(disputed))


def _words_of(record: Record, language: Language | None) -> set[str]:
    """The folded words of a film's story in one language."""
    return {fold(word) for text in _texts(record) for word in tokens(clean(_agreed(text, language or "en")))}


def _told_stems(record: Record) -> set[str]:
    """The stems of a film's story in all languages, whatever the sources say of it."""
    return {stem for text in _texts(record) for language in LANGUAGES for stem in soft_text(text.get(language))}


def _is_form(key: str, told: str, language: Language | None) -> bool:
    """Whether a word of a text is a form of the one that is asked for."""
    if key == told:
        return True
    if language == "kk":
        return is_noun_form_of(told, {key})
    if language == "ru":
        stem = key.rstrip("aeiou")
        return len(stem) >= _STEM and told.startswith(stem) and _RUSSIAN_ENDING.match(told[len(stem) :]) is not None
    return told.startswith(key) and _ENGLISH_ENDING.match(told[len(key) :]) is not None


def _singular(token: Token) -> tuple[str, ...]:
    """«Women» → «woman», folded."""
    one = words()["irregular_plurals"].get(token.text.lower())
    return (fold(one),) if one else ()


def _is_akin(key: str, told: str) -> bool:
    """Whether two words are of one root: «swimmer» and «swimming», but not «memory» and «memorandum»."""
    shared = next((i for i, (one, other) in enumerate(zip(key, told, strict=False)) if one != other), min(len(key), len(told)))
    return shared >= _ROOT and max(len(key), len(told)) - shared < _ROOT


@cache
def _which() -> frozenset[str]:
    return frozenset(key for word in words()["which"] for key in fold_phrase(word))
