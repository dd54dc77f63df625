"""What somebody says of himself or to the bot around his question, with no sign between: «who directed Qash need it for a pub quiz»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kb.language.fold import fold, tokens
from kb.records import Language
from kb.understand.lexicon import words
from kb.understand.reading.everyday import is_function
from kb.understand.reading.message import Token
from kb.understand.reading.reading import Reading
from kb.understand.weights import MENDED

# So many beginnings and ends of a question are tried at most.
_TRIED = 8
# So many words make a sentence.
_SENTENCE = 2
# So many words before the first one that tells of himself can belong to it: «очень нужно для статьи».
_BEFORE = 4
_DASHES = ("-", "–", "—")
_SENTENCE_END = re.compile(r"[.!?…:;)]$")
# «Күтемін», «келдім», «сұрайын»: the endings of the first person, and of those who ask a favour of «you».
_FIRST_PERSON = re.compile(r"\w{3}(?:мын|мін|пын|пін|бын|бін|дым|дім|тым|тім|йын|йін|мыз|міз|дық|дік|ңыз|ңіз)$")


def questions_within(reading: Reading) -> Iterator[str]:
    """What is left of a message without such talk before or after the question, rather too much than too little first."""
    said = reading.text.split()
    sizes = [sum(map(bool, map(fold, tokens(word)))) for word in said]
    if sum(sizes) != len(reading.tokens):
        return
    starts = [sum(sizes[:n]) for n in range(len(said) + 1)]
    anchors = _anchors(reading)
    if not anchors:
        return
    first = max(n for n in range(len(said)) if starts[n] <= min(anchors))
    last = max(n for n in range(len(said)) if starts[n] <= max(anchors))
    told = [any(_tells_of_himself(token) for token in reading.tokens[start : start + size]) for start, size in zip(starts, sizes, strict=False)]
    sentences = [0, *(n + 1 for n, word in enumerate(said) if _SENTENCE_END.search(word) or (not sizes[n] and word not in _DASHES))]
    sentences = sorted({*sentences, *(n for n in range(last + 1, len(said)) if sizes[n] and _begins_anew(said, n, reading.tokens[starts[n]]))})
    asks = {min(m.span) for m in reading.of("question")}
    clauses = [n + 1 for n, word in enumerate(said) if word.endswith((",", *_DASHES))]
    # «I need the phone number of Kazakhfilm» begins with no question anywhere.
    openings = {*sentences, *clauses, *(n for n in range(len(said)) if starts[n] in asks)}
    for start, end in pairwise([*dict.fromkeys(sentences), len(said)]):
        # A sentence of its own that names nothing and asks nothing.
        if end - start >= _SENTENCE and not any(start <= n < end for n in (first, last)) and not start < first < last < end:
            told[start] = told[end - 1] = True
    beginnings = [n for n in _beginnings(told[:first], sentences, first) if n in openings or n == 0]
    ends = _ends(told, sorted({*sentences, *clauses}), last)
    beginnings, ends = beginnings or [0], ends or [len(said)]
    tried = {(start, end) for start in beginnings for end in ends} - {(0, len(said))}
    # Both as far as they go, then one after the other.
    order = sorted(tried, key=lambda cut: (beginnings.index(cut[0]) + ends.index(cut[1]), -(cut[1] - cut[0])))
    for start, end in order[:_TRIED]:
        yield " ".join(said[start:end])


def _beginnings(told: list[bool], sentences: list[int], first: int) -> list[int]:
    """Where the question can begin: where a sentence does after what is told of him, or soon after it."""
    if not any(told):
        return [0]
    after = max(n for n, of_himself in enumerate(told) if of_himself) + 1
    whole = [n for n in sentences if after <= n <= first][:1]
    return list(dict.fromkeys([*whole, *range(after, min(first, after + _BEFORE) + 1)]))


def _ends(told: list[bool], clauses: list[int], last: int) -> list[int]:
    """Where the question can end: where a clause does before what is told of him, or soon before it, if no clause does."""
    if not any(told[last + 1 :]):
        return [len(told)]
    before = next(n for n in range(last + 1, len(told)) if told[n])
    whole = [n for n in clauses if last < n <= before]
    return whole or list(range(before, max(last, before - _BEFORE - 1), -1))


def _anchors(reading: Reading) -> set[int]:
    """Positions of what the question holds: names, years, and words that ask."""
    tokens_, capitals = reading.tokens, any(token.text[:1].isupper() for token in reading.tokens[1:])
    named = {i for m in reading.of("record") if m.weight > MENDED for i in m.span}
    # «Finish» is no Finnish, where names have capitals.
    named |= {i for m in reading.of("foreign") if m.weight > MENDED and (not capitals or tokens_[min(m.span)].text[:1].isupper()) for i in m.span}
    asking = {i for m in reading.of("question") if m.weight > MENDED for i in m.span}
    asking |= {i for i, token in enumerate(tokens_) if token.key in _interrogatives(reading.language)}
    return {i for i in named if not is_function(tokens_[i])} | asking | reading.years.keys()


def _begins_anew(said: list[str], n: int, token: Token) -> bool:
    """Whether a sentence begins here without a sign: «… Deadline is near»: a word that is no name, with a capital and two words after it that have none."""
    followed = len(said) > n + 2 and all(word[:1].islower() for word in said[n + 1 : n + 3])
    return followed and said[n][:1].isupper() and bool(token.bases) and said[n - 1].lower() not in _prepositions()


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(words()["prepositions"])


@cache
def _interrogatives(language: Language | None) -> frozenset[str]:
    """Folded words that begin a question; of one language, as the Kazakh «what» is the Russian «not»."""
    return frozenset(fold(word) for of, listed in words()["interrogatives"].items() if language in (None, of) for word in listed)


def _tells_of_himself(token: Token) -> bool:
    word = token.text.lower()
    return word in _of_himself() or bool(_FIRST_PERSON.search(word))


@cache
def _of_himself() -> frozenset[str]:
    return frozenset(word for listed in words()["of_himself"].values() for word in listed)
