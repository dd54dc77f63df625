"""The films that are the first of their directors: «which first features are in your base?», «какие есть казахские дебюты?», «дебюттік фильмдер бар ма?»."""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.lexicon import words
from kb.understand.shapes.film_lists import names_several
from kb.understand.shapes.films import films_of_countries
from kb.understand.word_lists import listed

# What tells that a film is a debut.
_TELLING = ("director", "genre")
# Films of these types are asked for apart.
_APART = {"documentary", "short"}
# What the words for debuts and for films ask for, too.
_OF_DEBUTS = {"premiere", "director", "works", "films_count", "what", "genre", "country"}


class Debuts:
    """Finds such films over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def told(self, ask: Ask) -> Query | None:
        """All debuts, or those of one country."""
        if not _asks(ask):
            return None
        countries = {named for named, kind in ask.named_kinds.items() if kind == "country"}
        # «First features» are of full length, documentaries too.
        types = ask.film_types if ask.types_of.get("film", set()) & _APART else frozenset[str]()
        films = [film for film in films_of_countries(ask, countries) if not types or film.type in types]
        found = tuple(film.id for film in films if self._is_debut(film.id))
        return Query("set" if len(found) > 1 else "card", found) if found else None

    def _is_debut(self, film: str) -> bool:
        facts = self._base.records[film].facts
        texts = [fact.text.en.lower() for prop in _TELLING if (fact := facts.get(prop)) and fact.text]
        return any(said in text for text in texts for said in words()["debuts"]["told"])


def _asks(ask: Ask) -> bool:
    """Whether debuts are all that is asked for, whichever they are."""
    debuts = _debuts(ask)
    if not debuts or set(ask.named_kinds.values()) - {"country"} or ask.types - {"what", "count"} or ask.kinds.keys() - {"film"}:
        return False
    if ask.reading.years or ask.reading.story or ask.reading.bound or ask.months or ask.reading.of("foreign"):
        return False
    existing = ask.reading.where_listed(listed("is_there", "in_all"))
    said = debuts | existing | ask.named_positions | ask.of_kinds | ask.generic
    said |= {i for at in ask.operations.values() for i in at}
    asked = any(prop not in _OF_DEBUTS and not cues.keys() <= said for prop, cues in ask.cues.items())
    return not asked and said.issuperset(ask.telling)


def _debuts(ask: Ask) -> set[int]:
    """The positions of «debuts» and «first features», or of «debut» where a word for several films stands in the message."""
    typed = ask.reading.typed
    listed = words()["debuts"]
    phrases = [phrase.split() for phrase in (*listed["several"], *(listed["first"] if names_several(ask) else ()))]
    return {i + step for phrase in phrases for i in range(len(typed)) if typed[i : i + len(phrase)] == phrase for step in range(len(phrase))}
