"""The films of a country, or those that Kazakhstan made with it: told by the country of each film, and not by other links with it.

A film that was shown somewhere is linked with that country too, and is none of its films.
"""

from __future__ import annotations

from kb.language.kazakh import is_located
from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.lexicon import properties
from kb.understand.shapes.cooperation import is_with
from kb.understand.shapes.films_told import is_close
from kb.understand.weights import OF_KIND
from kb.understand.word_lists import folded_list, joint_production, listed, plurals_of_film, typed_list

# What words for making a film, or for making it together, ask for.
_TOGETHER = ("project", "agreements")
_MADE = ("country", "works", "director", "shooting", "producer", "festivals", *_TOGETHER)
_WINNING = {"awards", "winner", "best_film"}
# How many of a list are told.
_LONGEST = 12


class MadeByCountries:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._within = typed_list("within")
        self._is_there = listed("is_there")

    def films(self, ask: Ask) -> Query | None:
        """«Which films do you have from Uzbekistan?», «какие фильмы сняты вместе с Грузией?», «Франциямен бірге қай фильмдер түсірілді?»"""
        partners, won = [named for named in ask.named if named != KAZAKHSTAN], self._won(ask)
        with_one = any(is_with(ask, partner) for partner in partners)
        if won is None or not (partners or (won and ask.named)) or not (with_one or {"list", "count"} & ask.operations.keys()):
            return None
        if ask.kinds.keys() - {"country", *(("award",) if won else ())} != {"film"}:
            return None
        if set(ask.named_kinds.values()) != {"country"} or ask.reading.yes_no or ask.numerals or ask.months or ask.reading.story:
            return None
        if ask.types - {"count"} or ask.operations.keys() - {"list", "count"} or not self._says_nothing_else(ask):
            return None
        together = len(ask.named) > 1 or with_one or any(prop in ask.cues for prop in _TOGETHER)
        countries = {*ask.named, *((KAZAKHSTAN,) if together else ())}
        found = [film for film in ask.members("film", [(country,) for country in countries]) if "country" in film.facts]
        films = [film.id for film in found if countries <= set(film.facts["country"].refs) and (not ask.film_types or film.type in ask.film_types)]
        films = [film for film in films if not won or ask.of[film].known(won)]
        if not 0 < len(films) <= _LONGEST:
            return None
        if won:
            return Query("set", tuple(films)) if len(films) > 1 else Query("fact", (films[0],), won)
        return Query("set", tuple(films)) if len(films) > 1 else Query("fact", (films[0],), "country") if together else Query("card", (films[0],))

    @staticmethod
    def sent_to_the_oscars(ask: Ask) -> Query | None:
        """«Какие фильмы выдвигались на «Оскар»?», "which films were nominated for an Oscar?": all of them; what won there is not told."""
        if (
            ask.strength.get("oscars", 0.0) < OF_KIND
            or set(ask.named_kinds.values()) - {"country"}
            or "winner" in ask.cues
            or ask.kinds.keys() != {"film"}
            or ask.reading.yes_no
        ):
            return None
        if ask.types or ask.numerals or ask.months or ask.reading.story or ask.operations.keys() != {"list"}:
            return None
        said = (
            ask.of_kinds
            | ask.named_positions
            | ask.cues["oscars"].keys()
            | ask.where_said(folded_list("nominating"))
            | {i for at in ask.operations.values() for i in at}
        )
        of_countries = [
            film for film in ask.members("film") if not ask.named or (film.known("country") and ask.named.keys() <= set(film.facts["country"].refs))
        ]
        films = tuple(film.id for film in of_countries if film.known("oscars")) if said.issuperset(ask.telling) else ()
        several = ask.reading.has_typed(plurals_of_film())
        return Query("set", films) if several and 1 < len(films) <= _LONGEST else None

    def together(self, ask: Ask) -> tuple[tuple[str, ...], str | None] | None:
        """«Is there a joint film with Hungary?», «Таиландпен бірлескен фильмнің режиссері кім?»: the films made with a country, and what is asked of each.

        None where no such films are asked for.
        """
        partners = [named for named in ask.named if named != KAZAKHSTAN]
        said = self._of_making_together(ask)
        if not said or len(partners) != 1 or set(ask.named_kinds.values()) != {"country"} or ask.kinds.keys() != {"film"} or not is_with(ask, partners[0]):
            return None
        if ask.numerals or ask.months or ask.reading.story or ask.operations.keys() - {"list"}:
            return None
        prop = self._asked(ask, said)
        exist = ask.reading.where_listed(self._is_there)
        if (prop is None and (not exist or ask.types)) or (ask.reading.yes_no and not exist):
            return None
        asking = {i for of in (*_MADE, *((prop,) if prop else ())) for i in ask.cues.get(of, ())}
        if set(ask.telling) - ask.named_positions - ask.of_kinds - ask.generic - asking - said - exist:
            return None
        films = [film for film in ask.members("film", [(partners[0],), (KAZAKHSTAN,)]) if film.known("country")]
        both = {partners[0], KAZAKHSTAN}
        return tuple(film.id for film in films if both <= set(film.facts["country"].refs) and (not ask.film_types or film.type in ask.film_types)), prop

    def _of_making_together(self, ask: Ask) -> set[int]:
        """The positions of the words for a joint film, with those for making it."""
        tokens = enumerate(ask.reading.tokens)
        joint = {i for i, token in tokens if any(key.startswith(joint_production()) for key in (token.key, *token.bases))}
        return joint | {i for i in ask.cues.get("shooting", ()) if joint}

    @staticmethod
    def _asked(ask: Ask, said: set[int]) -> str | None:
        """What is asked of a film in words that do not say how it was made."""
        apart = [prop for prop, cues in ask.cues.items() if cues.keys() - said - ask.of_kinds and ask.strength.get(prop, 0.0) >= OF_KIND]
        of_films = [prop for prop in apart if "film" in properties()[prop].kinds and prop not in ("country", "works", *_TOGETHER)]
        return max(of_films, key=lambda prop: (ask.strength[prop], prop), default=None) if ask.types else None

    @staticmethod
    def _won(ask: Ask) -> str | None:
        """What only some films have, where those are asked for: prizes, or having been sent to the Oscars.

        None where one prize is asked for, or how many were won: no film that won anything answers that.
        """
        if any(m.pattern.value == "best_film" and is_close(m, ask.reading) for m in ask.reading.of("cue")):
            return None
        if "count" in ask.operations and "award" in ask.kinds and "film" not in ask.counted:
            return None
        if "oscars" in ask.cues:
            return "oscars" if "winner" not in ask.cues else None
        return "awards" if "award" in ask.kinds or _WINNING & ask.cues.keys() else ""

    def _says_nothing_else(self, ask: Ask) -> bool:
        """Whether it is asked of no more than films and countries, and not what was shot in one, or shown there."""
        asking = {i for at in ask.operations.values() for i in at} | {i for prop in (*_MADE, *_WINNING, "oscars") for i in ask.cues.get(prop, ())}
        slight = {i for m in ask.reading.of("slight") for i in m.span}
        rest = set(ask.telling) - ask.named_positions - ask.of_kinds - ask.generic - asking - slight
        return not rest and not ask.lists_shown and not any(self._is_within(ask, min(span)) for span in ask.named.values())

    def _is_within(self, ask: Ask, at: int) -> bool:
        """«In Georgia», «Грузияда»."""
        tokens = ask.reading.tokens
        before = tokens[at - 1].text.lower() if at else ""
        return before in self._within or (ask.reading.language == "kk" and is_located(tokens[at].text))
