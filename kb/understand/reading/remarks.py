"""Remarks beside a question: clauses that name nothing and ask nothing, or that name what has nothing to do with it: «how long is Cadet, I need a coffee»."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kb.language.fold import fold
from kb.understand.evidence import Evidence
from kb.understand.lexicon import words
from kb.understand.reading.everyday import is_function
from kb.understand.reading.message import SET_OFF
from kb.understand.reading.prefaces import tells_asker
from kb.understand.reading.reading import Reading
from kb.understand.weights import MENDED
from kb.understand.word_lists import folded_list, pronouns

# So few words after a question go on with it.
_REST = 2
# A remark of so many words may hold some that ask elsewhere: «I met him at the buffet».
_LONG_REMARK = 5


@cache
def _languages() -> frozenset[str]:
    """What languages are called, as it is written after a word for «in»."""
    return frozenset(words()["languages"]["names"])


@cache
def _in() -> frozenset[str]:
    return frozenset(fold(word) for word in words()["languages"]["in"])


@cache
def _going_on() -> frozenset[str]:
    """Folded words with which a clause goes on with the question before it."""
    return frozenset(fold(word) for word in (*words()["going_on"], *words()["going_on_with"]))


def kept_clauses(reading: Reading, clauses: list[set[int]], evidence: Mapping[str, Evidence]) -> list[bool]:
    """For each clause, whether it names or asks something; the positions of a clause's words stand for it."""
    asks = _positions(reading, "cue", "question", "kind", "operation")
    names = _named(reading, clauses)
    questions = _positions(reading, "question")
    if not any(span & names and span & questions for span in clauses):
        # «The animators' get-together in Aktau, who chaired it?» asks in the clause that names nothing.
        names |= questions
    names -= _of_remarks(reading, clauses, evidence)
    kept = [bool(span & names) for span in clauses]
    if not any(span & asks for span, keep in zip(clauses, kept, strict=True) if keep):
        kept = [keep or bool(span & asks) for span, keep in zip(clauses, kept, strict=True)]
    return kept


def _positions(reading: Reading, *sorts: str) -> set[int]:
    return {i for what in sorts for mention in reading.of(what) for i in mention.span}


def _named(reading: Reading, clauses: list[set[int]]) -> set[int]:
    """Positions of names and years, and of what can be a name that is not here."""
    names = _positions(reading, "record", "foreign", "beyond") | reading.years.keys()
    names |= {i for i in reading.capitals if not reading.tokens[i].bases}
    unmeant = reading.capitals - {i for mention in reading.mentions for i in mention.span}
    # «Дюна — это что за кино?»: what is set off and no word of the lexicon is a name.
    names |= {i for span in clauses if len(span) <= SET_OFF and span <= unmeant for i in span}
    if tells_asker(reading.tokens) and reading.has_typed(pronouns()):
        # «My sister adores Tarkan, where was he born?»
        names |= unmeant
    return names


def _of_remarks(reading: Reading, clauses: list[set[int]], evidence: Mapping[str, Evidence]) -> set[int]:
    """Positions of what a remark beside a whole question speaks of, and what the base has nothing on."""
    of_places = [(m, evidence[m.pattern.value].kind in ("country", "place")) for m in reading.of("record")]
    places = {i for m, is_place in of_places if is_place for i in m.span}
    things = [m.span for m, is_place in of_places if m.weight > MENDED and not is_place]
    whole = _whole_questions(reading, things, places, clauses)
    if not any(whole):
        return set()
    lacking = _lacking(reading, places)
    kinds = _positions(reading, "kind")
    asks = {i for i in _positions(reading, "operation") if i not in kinds and not is_function(reading.tokens[i])} | _positions(reading, "question")
    cued = {i for m in reading.of("cue") if m.weight == 1 for i in m.span}
    following = whole.index(True)
    out: set[int] = set()
    for n, (span, complete) in enumerate(zip(clauses, whole, strict=True)):
        # «…, in IMAX», «…, the tickets» go on with the question, «…, редактор достаёт» does not.
        first = reading.tokens[min(span)]
        goes_on = n > following and (first.key in _going_on() or (len(span) <= _REST and not tells_asker([first])))
        if not (complete or goes_on or span & asks or (len(span) < _LONG_REMARK and span & cued)):
            out |= span & (lacking | (places if first.key in folded_list("my") else set()))
    return out


def _whole_questions(reading: Reading, named: list[frozenset[int]], places: set[int], clauses: list[set[int]]) -> list[bool]:
    """For each clause, whether it asks about something that it names, and refers to nothing beside."""
    # «The 2022 agreement in Paris» is named too.
    narrowing = places | reading.years.keys()
    things = named + [m.span | {i} for m in reading.of("kind") if m.pattern.value == "agreement" for i in narrowing if i not in m.span]
    asking = [m.span for what in ("question", "cue") for m in reading.of(what) if m.weight > MENDED]
    # The pronoun of a name refers to nothing: «Gingerbread for Her Dad».
    of_names = {i for m in reading.of("record") for i in m.span}
    refers = reading.where_typed(pronouns()) - of_names
    # «At the Aktau festival» asks for no festivals.
    pairs = [thing | asked for thing in things for asked in asking if not asked <= thing]
    return [any(pair <= span for pair in pairs) and refers.isdisjoint(span) for span in clauses]


def _lacking(reading: Reading, places: set[int]) -> set[int]:
    """Positions of what the base has nothing on.

    Of a name that only a typing error makes too, «nagging», and of the country of «my French is awful», «it's all in Russian».
    """
    beyond = {m.span for m in reading.of("beyond")}
    lacking = {i for m in (*reading.of("beyond"), *reading.of("foreign")) if m.span in beyond for i in m.span}
    lacking |= {i for m in reading.of("record") if m.weight <= MENDED for i in m.span if not reading.tokens[i].text[:1].isupper()}
    return lacking | {i for i in places if reading.tokens[i].text.lower() in _languages() and (i == 0 or reading.tokens[i - 1].key in _in())}
