"""The words of a claim: how surely they ask for something, which names stand where a place does, and whether it has no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.understand.ask import Ask
from kb.understand.lexicon import words
from kb.understand.reading import about
from kb.understand.weights import MENDED
from kb.understand.word_lists import typed_list

# How surely a cue asks for one thing rather than another, at least.
OF_CUE = 0.4
# The endings of verbs of the past.
_PAST_ENDINGS = {"kk": re.compile(r"\w(?:[ғгқк][ае]н|[дт][ыі])$"), "ru": re.compile(r"\w\w(?:л|ла|ло|ли)(?:ся|сь)?$")}


@cache
def _questioning() -> frozenset[str]:
    """Words that make a question one for yes or no, and say nothing else."""
    frames = words()["yes_no"]
    listed = ("a", "an", "the", "it", "that", "это", *frames["first"], *frames["after_name"], *frames["last"], *frames["anywhere"])
    return frozenset((*listed, *map(fold, listed)))


def says_only(ask: Ask, words_between: frozenset[str], claimed: Set[int] = frozenset()) -> bool:
    """Whether a question has no word but names, what else is claimed, these, and those that make it one."""
    known = ask.named_positions | ask.reading.framed | claimed
    rest = [token for i, token in enumerate(ask.reading.tokens) if i not in known]
    return all(token.means(words_between | _questioning()) for token in rest)


def is_place(ask: Ask, i: int) -> bool:
    """Whether a word that is no other stands where a place does: «in Ankara», «Измирде»."""
    foreign = any(i in m.span for m in ask.reading.of("foreign"))
    return ask.reading.is_located({i}) and (foreign or i in ask.reading.capitals)


def strange_places(ask: Ask) -> Iterator[set[int]]:
    """The positions of each name of a place that the base does not know."""
    reading = ask.reading
    # «В Казани» is no October in Russian.
    here = (mention for mention in reading.mentions if mention.pattern.language in (None, reading.language))
    meant = {i for mention in here if mention.pattern.what != "foreign" and mention.weight > MENDED for i in mention.span}
    # The first word has a capital anyway, and who writes without capitals has none: the ending, or the word before it, tells that it is a place.
    titled = reading.capitals | ({0} if reading.language == "kk" else set()) if reading.capitals else set(ask.content)
    titled -= {i + step for i in reading.years for step in (-1, 0, 1)}
    strange = {i for mention in reading.of("foreign") for i in mention.span} | (titled - meant - ask.named_positions)
    for i in strange:
        # «In New York»
        place = {i, i - 1} if i - 1 in titled | strange else {i}
        if i + 1 not in strange and ask.reading.is_located(place):
            yield place


def tells_a_story(ask: Ask) -> bool:
    """Whether a word stands in the question that tells something by its story: «about», «туралы»."""
    return any(token.key in about()[side] for side in ("before", "after") for token in ask.reading.tokens)


def is_another_name(ask: Ask, country: str, i: int) -> bool:
    """Whether a word names a country by another name than its own: by its capital, «in Tbilisi»."""
    own = {key for name in ask.base.records[country].names.all() for key in fold_phrase(name)}
    return own.isdisjoint((ask.reading.tokens[i].key, *ask.reading.tokens[i].bases))


def is_past(ask: Ask) -> bool:
    """Whether a yes/no question is one of the past: «руководила ли она», «басқарған ба», "did he ever lead"."""
    said = [token.text.lower() for i, token in enumerate(ask.reading.tokens) if i not in ask.named_positions]
    endings = _PAST_ENDINGS.get(ask.reading.language or "ru")
    return any(endings.search(word) for word in said) if endings else not typed_list("past").isdisjoint(said)
