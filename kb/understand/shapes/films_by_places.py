"""Films by the festivals that they were at or won prizes at: «қай фильмдер Шанхайда жүлде алды?», «какие фильмы были и в Актау, и в Пусане?»

A prize or a festival need be no record: its name is looked for in what each film tells of its prizes, or of where it was shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kb.language.kazakh import is_located
from kb.records import LANGUAGES
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.ask.steps.festivals import countries_of_festivals, festivals_in
from kb.understand.evidence import EDITION_LIKE, Evidence, soft_text
from kb.understand.lexicon import words
from kb.understand.weights import MENDED
from kb.understand.word_lists import as_listed, listed, typed_list

# What tells where a film won, and where it was shown.
_WON, _SHOWN = "awards", "festivals"
_KINDS = {"film", "award", *EDITION_LIKE}
# What words for films, for winning and for being shown ask for besides.
_OF_WINNING = {_WON, "winner", "best_film"}
_OF_FILMS = {*_OF_WINNING, _SHOWN, "works", "festival_role", "competition", "country", "city"}
# A word that so surely asks for a property is no name.
_SURE_CUE = 0.9
# So many places are told of a film that was in both.
_TWO = 2


class FilmsByPlaces:
    """Finds such films; empty where none is told to be such, None where no such films are asked for."""

    def told(self, ask: Ask) -> tuple[tuple[str, ...], str] | None:
        """The films that are asked for, and the property that tells it of each."""
        prop = self._property(ask)
        if prop is None:
            return None
        within = {named for named, span in ask.named.items() if _is_within(ask, span)}
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named not in within]
        names = {named: span for named, span in ask.named.items() if named not in countries}
        besides = ask.of_kinds | ask.generic | _both(ask) | {i for at in ask.operations.values() for i in at}
        asking = {i for of in ask.cues.values() for i, weight in of.items() if weight >= _SURE_CUE}
        capitals = ask.reading.capitals
        words_of = [i for i in ask.telling if i in ask.stems and i not in ask.named_positions | besides and (i not in asking or i in capitals)]
        weak = {i for i, weight in ask.cues.get(_WON, {}).items() if weight < _SURE_CUE}
        if not all(i in capitals or i in weak or _is_within(ask, {i}) for i in words_of):
            return None
        elsewhere = bool(words_of) or not all(_hosts(ask, named) for named in names)
        if not elsewhere or (prop == _SHOWN and len(names) + len(words_of) < _TWO):
            return None
        films = [film for film in ask.members("film", [(country,) for country in countries]) if self._is_of(film, countries)]
        films = [film for film in films if not ask.film_types or film.type in ask.film_types]
        films = [film for film in films if all(self._names(ask, film, prop, named, span) for named, span in names.items())]
        films = [film for film in films if all(_stands(ask, film, prop, [i]) for i in words_of)]
        told = tuple(film.id for film in films)
        if not told and any(i not in capitals for i in words_of):
            # It need not be a name.
            return None
        return told or _somebodys(ask, prop, {*words_of, *(i for span in names.values() for i in span)}), prop

    @staticmethod
    def _property(ask: Ask) -> str | None:
        """What is asked of films and of nothing else: where they won, or where they were shown too; None where it is neither."""
        reading = ask.reading
        films = ask.kinds.get("film", set[int]())
        if not films or ask.kinds.keys() - _KINDS or ask.types - {"what"} or ask.operations.keys() - {"list"} or ask.cues.keys() - _OF_FILMS:
            return None
        if any(m.weight > MENDED for m in reading.of("foreign")) or _is_for_a_film(ask, films):
            return None
        if reading.yes_no or reading.story or reading.bound or ask.numerals or ask.months or any(as_listed(token) in listed("or") for token in reading.tokens):
            return None
        if not set(ask.named_kinds.values()) <= {"country", "place", "agreement", *EDITION_LIKE} or not all(ask.named.values()):
            return None
        won = ask.cues.get(_WON, {}).keys() | ask.cues.get("winner", {}).keys()
        if not won and "award" not in ask.kinds:
            return _SHOWN if _both(ask) else None
        # «Which film won the Grand Prix at Eurasia?» asks for that one.
        best = ask.cues.get("best_film", {}).keys() & set(ask.telling)
        return _WON if best <= won | films else None

    @staticmethod
    def _is_of(film: Evidence, countries: list[str]) -> bool:
        return not countries or ("country" in film.facts and set(countries) <= set(film.facts["country"].refs))

    @staticmethod
    def _names(ask: Ask, film: Evidence, prop: str, named: str, span: set[int]) -> bool:
        """Whether what a film tells names a record: «the Kyrgyz film» won nothing in Kyrgyzstan."""
        if prop == _SHOWN and any(ask.linked(film.id, edition) for edition in _editions(ask, named)):
            return True
        if film.known(prop) and named in film.facts[prop].refs:
            return True
        if ask.of[named].kind != "country":
            return _stands(ask, film, prop, span)
        told = ask.base.records[film.id].facts.get(prop)
        places = [place.id for place in ask.members("place", [(named,)]) if list(ask.base.records[place.id].links.get("country", ())) == [named]]
        said = [f"in {name}" for name in ask.base.records[named].names.en] + [name for place in places for name in ask.base.records[place].names.en]
        return bool(told and told.text and any(name in told.text.en for name in said))


def _stands(ask: Ask, record: Evidence, prop: str, span: Iterable[int]) -> bool:
    """Whether each word stands in what a record tells of this property, and not only among the words that people use of it."""
    if not all(any(prop in record.where.get(stem, ()) for stem in ask.stems[i]) for i in span if i in ask.stems):
        return False
    told = ask.base.records[record.id].facts.get(prop)
    said = {stem for language in LANGUAGES for stem in soft_text(told.text.get(language))} if told and told.text else set[str]()
    return all(not said.isdisjoint(ask.stems[i]) for i in span if i in ask.stems)


def _hosts(ask: Ask, named: str) -> bool:
    """Whether the festival was held there, or is meant itself: its own prizes are told by its records."""
    if named in countries_of_festivals(ask):
        return bool(festivals_in(ask, named))
    return named == FESTIVAL or ask.of[named].kind == "edition" or named in ask.held


def _editions(ask: Ask, named: str) -> set[str]:
    return ask.held.get(named, set()) | ({named} if ask.of[named].kind == "edition" else set())


def _somebodys(ask: Ask, prop: str, span: set[int]) -> tuple[str, ...]:
    """The only one who won there, if it was for a film that is no record: «Жаннат Алшанова … «History of Civilization» … Локарно»."""
    if any(ask.of[named].kind == "country" and at & span for named, at in ask.named.items()):
        return ()
    people = {ask.base.ids[number] for i in span for stem in ask.stems.get(i, ()) for number in ask.base.in_texts.numbers(stem)} if prop == _WON else set()
    won = tuple(one for one in people if ask.of[one].kind == "person" and _stands(ask, ask.of[one], prop, span))
    return won if len(won) == 1 else ()


def _is_for_a_film(ask: Ask, films: set[int]) -> bool:
    """«For which film was she given a prize in Cannes?»"""
    typed = ask.reading.typed
    return any(word in _for()["before"] for word in typed[: min(films)]) or any(word in _for()["after"] for word in typed[max(films) + 1 :])


def _is_within(ask: Ask, span: set[int]) -> bool:
    """«In Iran», «в Иране», «Иранда»."""
    tokens = ask.reading.tokens
    before = tokens[min(span) - 1].text.lower() if min(span) else ""
    return before in typed_list("within") or (ask.reading.language == "kk" and is_located(tokens[max(span)].text))


def _both(ask: Ask) -> set[int]:
    """The positions of the words that join two places, each of which is meant: «both in Aktau and in Busan», «и в Актау, и в Пусане»."""
    typed = ask.reading.typed
    at = {i for i, word in enumerate(typed) if word in _in_both()["twice"]}
    once = {i for i, word in enumerate(typed) if word in _in_both()["once"]}
    return once | at if once or len(at) > 1 else set()


@cache
def _in_both() -> dict[str, frozenset[str]]:
    return {times: frozenset(listed) for times, listed in words()["in_both"].items()}


@cache
def _for() -> dict[str, frozenset[str]]:
    return {where: frozenset(listed) for where, listed in words()["for_a_film"].items()}
