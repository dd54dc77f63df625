"""What a correction says was not meant: «I said actor, not actress», «не Атамекен, а Жоктау», «актриса емес, актер», «Cadet, no wait, Nomad»."""

from __future__ import annotations

from functools import cache

from kb.understand.lexicon import words
from kb.understand.reading.message import Mention, Token

# Of what sort two things are that a correction sets against each other.
_CONTRASTED = ("record", "cue", "kind")
# «Не …, а»: so many words later, at most, stands what is meant.
_SPREAD = 5


@cache
def _instead() -> frozenset[str]:
    return frozenset(words()["contrast"]["instead"])


def denied_positions(read: list[Token], mentions: list[Mention]) -> frozenset[int]:
    """Positions of what was not meant, with the words that say so.

    Of two things of the same sort that are named one after the other, the first in Russian and Kazakh, the second in English;
    the first too of two names with «no, wait» between them.
    """
    said = [token.text.lower() for token in read]
    words_of, spans = words()["contrast"], [m for m in mentions if m.pattern.what in _CONTRASTED]
    if not _instead().isdisjoint(said) and (taken_back := _taken_back(said, [m.span for m in spans if m.pattern.what == "record"])):
        return taken_back
    for i, word in enumerate(said):
        if word == words_of["ru"][0] and (other := said.index(words_of["ru"][1], i + 1) if words_of["ru"][1] in said[i + 1 : i + 1 + _SPREAD] else 0):
            first = _of_one_sort(spans, i + 1, other + 1)
            if first and first | {i + 1} >= set(range(i + 1, other)):
                return first | {i}
        elif word == words_of["en"][0] and 0 < i < len(said) - 1 and (second := _of_one_sort(spans, i + 1, i - 1)):
            return second | {i}
        elif word == words_of["kk"][0] and 0 < i < len(said) - 1 and (first := _of_one_sort(spans, i - 1, i + 1)):
            return first | {i}
    return frozenset()


def _of_one_sort(spans: list[Mention], one: int, other: int) -> frozenset[int]:
    """The words of what stands at the one place, if what stands at the other is of the same sort."""
    return frozenset().union(*(m.span for m in spans if one in m.span for n in spans if other in n.span and n.pattern.what == m.pattern.what))


def _taken_back(said: list[str], named: list[frozenset[int]]) -> frozenset[int]:
    """The name right before «no, wait» and the like, if another one stands right after."""
    for span in named:
        after = range(max(span) + 1, len(said))
        second = next((i for i in after if said[i] not in _instead()), len(said))
        if second > after.start and any(second == min(other) for other in named):
            return span | set(range(after.start, second))
    return frozenset()
