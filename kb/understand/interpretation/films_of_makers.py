"""The film that a message tells by who made it: «хоррор Ержанова», "Mustafina's documentary", «Анартайдың фильмі»."""

from __future__ import annotations

import re

from kb.base import Base
from kb.language.kazakh import has_case
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.interpretation.titles_put_in import is_plural, put_in
from kb.understand.lexicon import words
from kb.understand.reading import Reader, Reading
from kb.understand.shapes.films import films_of, tells_other_work
from kb.understand.weights import MENDED
from kb.understand.word_lists import as_listed, folded_list, listed

# What asks which of several films.
_OF_SEVERAL = {"earliest", "latest", "most", "least"}
# "Mustafina's first short film", «Анартайдың алғашқы толықметражды фильмі»: so many words say what for a film it is.
_BETWEEN = 2
_OWNER = re.compile(r"['’`]s?$|s['’`]$")
# What the text of a message has between two words.


class FilmsOfMakers:
    """Names the film that is meant, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader
        self._which = listed("which")

    def may_name(self, reading: Reading) -> bool:
        """Whether somebody is named, and a word for a film stands there."""
        films = any(m.pattern.value == "film" for m in reading.of("kind")) or bool(reading.of("genre") or _works(reading))
        return films and any(self._base.evidence[m.pattern.value].kind == "person" for m in reading.of("record"))

    def named(self, reading: Reading, ask: Ask) -> tuple[Reading, str] | None:
        """The message with the film's title for who made it, and that film; None where no film or several can be meant.

        «Какой фильм Ержанова…» asks which one, and «фильмы Ержанова» are several.
        """
        people = {m.pattern.value: m for m in reading.of("record") if m.weight > MENDED and self._base.evidence[m.pattern.value].kind == "person"}
        others = [kind for kind in ask.named_kinds.values() if kind in ("film", "award", "agreement")]
        # «Короткий метр» is no superlative.
        several = {operation for operation in _OF_SEVERAL if ask.operations.get(operation, set()) - ask.kinds.get("film", set())}
        earlier = ask.ordinals.keys() - {1} or several
        if len(people) != 1 or others or earlier or reading.language is None:
            return None
        (person, mention), *_ = people.items()
        span = self._span(reading, ask, mention.span)
        films = self._meant(ask, person, span) if span else []
        if span is None or len(films) != 1 or tells_other_work(ask, person, films[0]):
            return None
        text = _replaced(reading, ask, span, mention.span, self._base.records[films[0].id].names.shown(reading.language))
        named = self._reader.read(text) if text else None
        return (named, films[0].id) if named and any(m.pattern.value == films[0].id for m in named.of("record")) else None

    def _span(self, reading: Reading, ask: Ask, person: frozenset[int]) -> range | None:
        """The positions of the maker and of the word for a film beside him; None if none stands there."""
        told = {i for i in ask.kinds.get("film", set()) | ask.genres | _works(reading) if not is_plural(reading, i)} - person
        first, last = min(person), max(person)
        if reading.language == "ru":
            at = first
            while at - 1 in told:
                at -= 1
            span = range(at, last + 1) if at < first else None
        elif reading.language == "en" and first > 1 and reading.tokens[first - 1].text.lower() in ("by", "of") and first - 2 in told:
            span = range(first - 2, last + 1)
        else:
            name = reading.tokens[last].text
            owner = _OWNER.search(name) if reading.language == "en" else has_case(name, "genitive")
            after = [i for i in range(last + 1, last + 2 + _BETWEEN) if i in told]
            # «Ержановтың үрейлі фильмі»: up to the last of the words for it that stand in a row.
            end = next((i for i in after if i + 1 not in told), None)
            span = range(first, end + 1) if end is not None and (owner or end == last + 1) else None
        if span is None or len(span) == len(reading.tokens):
            return None
        return None if span.start and as_listed(reading.tokens[span.start - 1]) in self._which else span

    def _meant(self, ask: Ask, person: str, span: range) -> list[Evidence]:
        """The films of a person that the words beside him can mean: «хоррор Ержанова» is one of two."""
        films = films_of(ask, person)
        if len(films) < 2:
            return films
        genres = [i for i in span if i in ask.genres or i not in ask.kinds.get("film", ())]
        stems = {stem for i in genres for stem in ask.stems.get(i, ())}
        return [film for film in films if any("genre" in film.where.get(stem, ()) for stem in stems)]


def _replaced(reading: Reading, ask: Ask, span: range, person: frozenset[int], title: str) -> str | None:
    """The text of a message with a title for who made the film, and a word for a film beside it; None where its words stand otherwise in the text."""
    noun = words()["film_before_title"][reading.language]
    kept = [reading.tokens[i].text for i in span if i not in person and i in ask.kinds.get("film", ()) and i not in ask.genres]
    said = kept[-1] if kept and reading.language != "en" else noun
    named = f"«{title}» {said}" if reading.language == "kk" else f"{said} «{title}»"
    return put_in(reading, span, named)


def _works(reading: Reading) -> set[int]:
    """Positions of other words for what somebody made: «проект Еркимбека», «debut»."""
    return reading.where_form(folded_list("one_work"))
