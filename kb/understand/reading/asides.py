"""What somebody says of himself beside his question: «I am a producer from Germany. How much …», «Түркиядан келдім, …»."""

from __future__ import annotations

import re
from functools import cache

from kb.language.fold import fold_phrase
from kb.records import Language
from kb.understand.lexicon import properties, words
from kb.understand.reading.message import Mention, Token
from kb.understand.weights import MENDED
from kb.understand.word_lists import as_listed, auxiliaries, folded_list, listed

# The ending of a Kazakh verb or noun by which somebody speaks of himself: «жазып жатырмын», «продюсермін».
_SPEAKER = re.compile(r"(?<=\w{4})[mpb]i[nz]$")
# The Russian conjunction, which has the same key as «I»: «и в Актау, и в Пусане».
_AND = "и"
# What asks for nothing in an aside.
_ASKING = ("cue", "kind", "question", "operation", "foreign", "beyond", "genre")


@cache
def _of_origin() -> dict[str, frozenset[tuple[str, ...]]]:
    return {place: frozenset(fold_phrase(phrase) for phrase in listed) for place, listed in words()["origins"].items()}


def speaks_of_himself(read: list[Token], language: Language | None) -> bool:
    """Whether any word is of the first person: all else is only looked at then."""
    return any(_is_first_person(token) or (language == "kk" and _SPEAKER.search(token.key)) for token in read)


def _is_first_person(token: Token) -> bool:
    return token.key in folded_list("first_person") and token.text.lower() != _AND


def asides(read: list[Token], mentions: list[Mention], clauses: list[range], language: Language | None) -> frozenset[int]:
    """Positions of clauses in which somebody speaks of himself, if another clause asks."""
    named = {i for m in mentions if m.pattern.what == "record" for i in m.span}
    asking = {i for m in mentions if m.pattern.what == "question" for i in m.span}
    greeting = {i for m in mentions if m.pattern.what == "smalltalk" and m.pattern.value == "greeting" and m.weight == 1 for i in m.span}
    said: list[range] = []
    for clause in clauses:
        # «I am a producer from Germany, want to shoot here. How much …»: he goes on speaking of himself until he asks.
        in_kazakh = language == "kk" and named.isdisjoint(clause) and _SPEAKER.search(read[clause[-1]].key)
        # «Hi, …» and «hi im Lena»: a greeting may stand before.
        start = next((i for i in clause if i not in greeting), clause[0])
        of_himself = _is_first_person(read[start]) or in_kazakh
        goes_on = said and said[-1].stop == clause.start and clause is not clauses[-1] and read[start].key not in auxiliaries()
        if asking.isdisjoint(clause) and (of_himself or goes_on):
            said.append(clause)
    others = {i for clause in clauses if clause not in said for i in clause}
    if not said or not any(m.span <= others for m in mentions if m.pattern.what in ("question", "cue", "record")):
        return frozenset()
    return frozenset(i for clause in said for i in clause)


def origins(read: list[Token], mentions: list[Mention]) -> frozenset[int]:
    """The positions of the place that somebody says he is from: «I'm from Tashkent», «Түркиядан келдім».

    «Я из Узбекистана, какие наши фильмы показали?» asks of just this country.
    """
    keys = tuple(token.key for token in read)
    out: set[int] = set()
    said: set[int] = set()
    named = {max(m.span) for m in mentions if m.pattern.what == "record"}
    for m in (m for m in mentions if m.pattern.what in ("record", "foreign")):
        first, last = min(m.span), max(m.span)
        before = [phrase for phrase in _of_origin()["before"] if keys[:first][-len(phrase) :] == phrase]
        # «Еслямова сама из Петропавловска?» says it of somebody else.
        before = [phrase for phrase in before if first - len(phrase) - 1 not in named]
        after = [phrase for phrase in _of_origin()["after"] if keys[last + 1 :][: len(phrase)] == phrase]
        if before or after:
            out |= m.span
            said |= {i for phrase in before for i in range(first - len(phrase), first)}
            said |= {i for phrase in after for i in range(last + 1, last + 1 + len(phrase))}
    ours = any(as_listed(token) in listed("ours") for i, token in enumerate(read) if i not in said)
    return frozenset() if ours or len(out) == len(read) else frozenset(out)


def asks_nothing(mention: Mention, aside: frozenset[int], story: frozenset[int]) -> bool:
    """Whether it stands in an aside or a story, and asks for nothing there, or is no name: a dam that bursts is not in Bursa."""
    if mention.pattern.what == "record" and mention.weight <= MENDED and mention.span <= story:
        return True
    of_people = mention.pattern.value == "who" or (mention.pattern.value in properties() and properties()[mention.pattern.value].answers == "who")
    if mention.pattern.what in ("cue", "question") and of_people and mention.span & story:
        return True
    return mention.pattern.what in _ASKING and mention.span <= aside
