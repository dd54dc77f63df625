"""The film that a message tells by its prize: «фильм-победитель», "the documentary that came third", «үздік сценарий үшін жүлде алған фильм»."""

from __future__ import annotations

from functools import cache

from kb.base import Base
from kb.language.fold import fold
from kb.language.kazakh import has_case
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.interpretation.titles_put_in import is_plural, put_in
from kb.understand.lexicon import words
from kb.understand.reading import Reader, Reading
from kb.understand.weights import MENDED
from kb.understand.word_lists import as_listed, listed

# What the text of a message has between two words.
# What may be named beside the film.
_NAMED = {"place", "festival", "edition", "country"}
_GENITIVE = "нің"
# What somebody does who gets a prize for a film.
OWN_CRAFT = {"best_director": "director", "best_screenplay": "writer", "best_actor": "cast", "best_actress": "cast"}


class FilmsOfPrizes:
    """Names the film that is meant, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader
        self._which, self._places = listed("which"), frozenset(map(fold, words()["places_in_order"]))

    def may_name(self, reading: Reading) -> bool:
        """Whether a word says that something won, or got a prize or a place."""
        return reading.has_form(_said("won") | _said("got") | _said("winner"))

    def named(self, reading: Reading, ask: Ask) -> tuple[Reading, str, range] | None:
        """The message with the film's title for what tells it by a prize, that film, and where it was told; None where no film or several can be meant."""
        kinds = {ask.named_kinds[named] for named in ask.named_but_eponym if ask.named_kinds[named] != "award"}
        places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
        if reading.language is None or not kinds <= _NAMED or not places <= ask.held.keys() or reading.story:
            return None
        span = self._span(reading, ask)
        prop = self._prize(reading, ask, span) if span else None
        film = _film(ask, *prop) if prop else None
        if span is None or film is None:
            return None
        text = _replaced(reading, ask, span, self._base.records[film].names.shown(reading.language))
        named = self._reader.read(text) if text else None
        return (named, film, span) if named and any(m.pattern.value == film for m in named.of("record")) else None

    def prize(self, reading: Reading, ask: Ask) -> tuple[str, str, range] | None:
        """The festival and the prize by which a film is told that is no record, and where; None if the prize is not one that goes to somebody for a film."""
        named = {ask.named_kinds[named] for named in ask.named_but_eponym if ask.named_kinds[named] != "award"}
        span = self._span(reading, ask) if named <= _NAMED and not reading.story else None
        prop = self._prize(reading, ask, span) if span else None
        if span is None or prop is None or prop[0] not in OWN_CRAFT:
            return None
        held = _held(ask)
        if len(held) != 1 or any(ask.of[ref].kind == "film" for ref in held[0].facts[prop[0]].refs if prop[0] in held[0].facts):
            return None
        return (held[0].id, prop[0], span) if prop[0] in held[0].facts else None

    def _span(self, reading: Reading, ask: Ask) -> range | None:
        """The positions of the film and of all that tells it; None if none is told so, or more is said of it than the prize."""
        tokens, films = reading.tokens, ask.kinds.get("film", set())
        telling = self._telling(reading, ask)
        winners = [i for i, token in enumerate(tokens) if reading.language == "en" and token.text.lower() in words()["film_of_prize"]["winner"]]
        heads = sorted(i for i in films if not is_plural(reading, i)) or winners
        for head in heads:
            first = last = head
            while first - 1 in films:
                first -= 1
            if reading.language == "kk" or (first and tokens[first - 1].means(_said("won")) and not tokens[first - 1].means(_said("winner"))):
                while first - 1 in telling and (reading.language == "kk" or first == head):
                    first -= 1
            elif head not in films:
                while first - 1 in telling and not tokens[first - 1].means(_said("between")):
                    first -= 1
            if reading.language != "kk":
                while last + 1 in telling:
                    last += 1
            told = [token for token in tokens[first : last + 1] if token.means(_said("won") | _said("got") | _said("winner"))]
            if told and not self._goes_on(reading, ask, first, last):
                return range(first, last + 1)
        return None

    def _telling(self, reading: Reading, ask: Ask) -> set[int]:
        """The positions of all words that can tell a film by its prize."""
        listed_so = frozenset[str]().union(*map(_said, ("won", "got", "winner", "main", "best", "between"))) | self._places
        out = {i for i, token in enumerate(reading.tokens) if token.means(listed_so) or any(_is_of_craft(token.key, prop) for prop in _crafts())}
        out |= ask.kinds.get("film", set()) | ask.kinds.get("award", set()) | ask.kinds.get("edition", set()) | reading.years.keys()
        out |= {i for m in reading.of("ordinal") for i in m.span}
        # «В 2022 году».
        out |= {i + 1 for i in reading.years if i + 1 < len(reading.tokens) and reading.tokens[i + 1].means(_said("year"))}
        return out | {i for named, span in ask.named.items() if ask.named_kinds[named] in ("place", "festival", "edition", "award") for i in span}

    def _goes_on(self, reading: Reading, ask: Ask, first: int, last: int) -> bool:
        """Whether more is said of the film: «победивший в Каннах», "the Kazakh film that won", "which film won"."""
        tokens, clauses = reading.tokens, reading.clauses
        if first and (as_listed(tokens[first - 1]) in self._which or first - 1 in ask.named_positions):
            return True
        if reading.language == "kk":
            return first > 0 and first - 1 in ask.content
        if tokens[last].means(_said("between")) and not last + 1 >= len(tokens):
            return True
        if last + 1 >= len(tokens):
            return False
        same = clauses.get(last + 1) == clauses.get(last)
        return same and (reading.language == "ru" or last + 1 in ask.named_positions or last + 1 in reading.capitals)

    def _prize(self, reading: Reading, ask: Ask, span: range) -> tuple[str, int] | None:
        """What a festival tells of the film by these words, and its rank among documentaries; None where that is not sure."""
        at = {i: reading.tokens[i] for i in span}
        documentary = any(m.pattern.value == "documentary" and m.span <= {*span} for m in reading.of("kind"))
        ranks = {int(m.pattern.value) for m in reading.of("ordinal") if m.span <= {*span}}
        best = [i for i, token in at.items() if token.means(_said("best"))]
        crafts = {prop for prop in _crafts() for token in at.values() if _is_of_craft(token.key, prop)}
        main = any(token.means(_said("main")) for token in at.values())
        if ranks:
            (rank, *more) = ranks
            return ("best_documentary", rank) if not (more or best or crafts or main) and (documentary or rank > 1) else None
        if crafts:
            return (crafts.pop(), 0) if len(crafts) == 1 and not (main or documentary) else None
        if best:
            of_film = all(i + 1 in ask.kinds.get("film", ()) for i in best)
            return (("best_documentary", 1) if documentary else ("best_film", 0)) if of_film and not main else None
        if documentary:
            return None
        prize = any(token.means(self._places) or (i in ask.kinds.get("award", ()) and not token.means(_said("won"))) for i, token in at.items())
        won = any(token.means(_said("won") | _said("winner")) for token in at.values())
        # «The winner» alone can be somebody.
        of_film = not ask.kinds.get("film", set()).isdisjoint(span)
        return ("best_film", 0) if main or (won and of_film and not prize) else None


def _film(ask: Ask, prop: str, rank: int) -> str | None:
    """The only film of which the festival that is meant tells this."""
    years = set(ask.reading.years.values())
    named = [one for one, kind in ask.named_kinds.items() if kind == "edition"]
    places = [one for one, kind in ask.named_kinds.items() if kind == "place"]
    held = [edition for edition in _held(ask) if edition.known(prop)]
    if not held or (len(held) > 1 and (years or places) and named):
        return None
    refs = [ref for ref in max(held, key=lambda e: e.newest).facts[prop].refs if ref in ask.base.records]
    if rank:
        awards = [ref for ref in refs if ask.of[ref].kind == "award"]
        refs = list(ask.of[awards[rank - 1]].facts["winner"].refs) if rank <= len(awards) and ask.of[awards[rank - 1]].known("winner") else []
    films = [ref for ref in refs if ref in ask.base.records and ask.of[ref].kind == "film"]
    return films[0] if len(films) == 1 else None


def _held(ask: Ask) -> list[Evidence]:
    """The festivals that are named, or those of the year and the city that are told."""
    years = set(ask.reading.years.values())
    places = [one for one, kind in ask.named_kinds.items() if kind == "place"]
    named = [ask.of[one] for one, kind in ask.named_kinds.items() if kind == "edition"]
    held = named or [edition for edition in ask.members("edition") if not years or not years.isdisjoint(edition.years)]
    return [edition for edition in held if all(ask.linked(edition.id, place) for place in places)]


def _replaced(reading: Reading, ask: Ask, span: range, title: str) -> str | None:
    """The text of a message with a title, and a word for a film beside it, for what tells the film; None where its words stand otherwise in the text."""
    noun = words()["film_before_title"][reading.language]
    if reading.language == "kk" and any(has_case(reading.tokens[i].text, "genitive") for i in span if i in ask.kinds.get("film", ())):
        noun += _GENITIVE
    named = f"«{title}» {noun}" if reading.language == "kk" else f"{noun} «{title}»"
    return put_in(reading, span, named)


def asks(reading: Reading, span: range, properties: frozenset[str]) -> bool:
    """Whether one of these properties is asked for outside of what tells the film, or what it is about."""
    outside = any(m.pattern.value in properties and m.span.isdisjoint(span) and m.weight > MENDED for m in reading.of("cue"))
    return outside or is_about(reading)


def is_about(reading: Reading) -> bool:
    """«What is the film that won best director about?»"""
    return reading.language == "en" and as_listed(reading.tokens[-1]) in listed("ends_about")


@cache
def _said(name: str) -> frozenset[str]:
    return frozenset(map(fold, words()["film_of_prize"][name]))


@cache
def _crafts() -> dict[str, tuple[str, ...]]:
    return {prop: tuple(map(fold, beginnings)) for prop, beginnings in words()["prize_words"].items() if prop != "best_film"}


def _is_of_craft(key: str, prop: str) -> bool:
    return key.startswith(_crafts()[prop])
