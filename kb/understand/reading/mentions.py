"""The patterns of the lexicon and of names that stand in a message: where, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from kb.base import Patterns
from kb.language.fold import fold
from kb.understand.lexicon import Pattern, function_keys, words
from kb.understand.reading.message import Mention, Token
from kb.understand.word_lists import pronouns, typed_list

# Words between the words of a cue: «кто его снял».
_WINDOW = 5
# The same beside a word that says little by itself.
_CLOSE = 1
# So many more words may stand between, if they only say of whom.
_OF_WHOM = 2
# What a word asks for only outside of a set phrase.
_ASKING = ("cue", "kind", "operation", "beyond", "question")
_NAMES = ("record", "foreign")
# A name for the same words that is so much less sure is not meant.
_LESS_SURE = 0.05

# The place of a mention's first word among the words of a message, the rank of its pattern, the mention.
_Found = tuple[int, int, Mention]


@cache
def _governing() -> frozenset[str]:
    """Folded words for «which» that never stand after their noun."""
    return frozenset(fold(word) for word in words()["asked_nouns"]["after"]["kk"])


def mentions_in(read: list[Token], patterns: Patterns) -> list[Mention]:
    """All that the words of a message can stand for, in the order of the words; of names only the longest and surest."""
    found = _without_what_is_not_meant(list(_all_found(read, patterns)), read)
    found.sort(key=itemgetter(0, 1))
    beside = {i + step for *_, m in found if m.pattern.what == "kind" for i in m.span for step in (-1, 1)}
    return _longest_names([one for one in found if not one[2].pattern.ordinary or _is_title(one[2], read, beside)])


def _all_found(read: list[Token], patterns: Patterns) -> Iterator[_Found]:
    positions: dict[str, list[int]] = defaultdict(list)
    for i, token in enumerate(read):
        for base in token.bases:
            positions[base].append(i)
    order = {base: n for n, base in enumerate(positions)}
    alone = [frozenset((i,)) for i in range(len(read))]
    for base, among in patterns.among(positions):
        for pattern in among:
            if len(pattern.keys) == 1:
                for at in positions[base]:
                    yield order[base], pattern.rank, Mention(pattern, alone[at], read[at].bases[base])
            elif positions.keys() >= set(pattern.keys):
                first = base if pattern.what != "record" else pattern.keys[0]
                for at in positions[base]:
                    if span := _span(pattern, at, read, positions):
                        weight = min([max([read[j].bases.get(key, 0) for key in pattern.keys]) for j in span])
                        yield order[first], pattern.rank, Mention(pattern, span, weight)


def _without_what_is_not_meant(found: list[_Found], read: list[Token]) -> list[_Found]:
    """The mentions, but for those of words that ask for something only outside of a set phrase: «в курсе», «i meant»; and for words that are no names."""
    phrases = [m.span for *_, m in found if m.pattern.what == "slight" and len(m.span) > 1]
    no_names = {i for i, token in enumerate(read) if token.text.lower() in typed_list("no_names")}
    no_parts = {i for i in no_names if read[i].text.lower() in typed_list("no_parts_of_names")}
    if not phrases and not no_names:
        return found
    return [
        one
        for one in found
        if not (one[2].pattern.what in _ASKING and any(one[2].span <= span for span in phrases))
        and not (one[2].pattern.what in _NAMES and any(one[2].span < span for span in phrases))
        and not (one[2].pattern.what in _NAMES and (one[2].span <= no_names or one[2].span & no_parts))
    ]


def _longest_names(found: list[_Found]) -> list[Mention]:
    """The longest name wins: «Korkyt Ata» the festival over «Ata», in the same words the surest. A pattern is mentioned once by the same words."""
    surest: dict[frozenset[int], float] = {}
    for *_, mention in found:
        if mention.pattern.what in _NAMES:
            surest[mention.span] = max(surest.get(mention.span, 0.0), mention.weight)
    covered = {span for span in surest if any(span < longer for longer in surest)}
    mentions: dict[tuple[int, frozenset[int]], Mention] = {}
    for _, rank, mention in found:
        name = mention.pattern.what in _NAMES
        if not (name and (mention.span in covered or mention.weight < surest[mention.span] - _LESS_SURE)):
            mentions.setdefault((rank, mention.span), mention)
    return list(mentions.values())


def _is_title(mention: Mention, read: list[Token], beside: set[int]) -> bool:
    """Whether an everyday word is the title that it also is: it stands alone, with a capital or beside a word for a film."""
    (at,) = mention.span
    return len(read) == 1 or (mention.pattern.ordinary == 1 and ((at > 0 and read[at].text[:1].isupper()) or at in beside))


def _span(pattern: Pattern, at: int, read: list[Token], positions: dict[str, list[int]]) -> frozenset[int] | None:
    """The words that a pattern of several keys stands in, if one of them is the word at `at`."""
    if pattern.in_any_order:
        return _span_in_any_order(pattern, at, read, positions)
    start = at - pattern.at
    if start < 0 or start + len(pattern.keys) > len(read):
        return None
    if all(key in read[start + k].bases for k, key in enumerate(pattern.keys)):
        return frozenset(range(start, start + len(pattern.keys)))
    return None


def _span_in_any_order(pattern: Pattern, at: int, read: list[Token], positions: dict[str, list[int]]) -> frozenset[int] | None:
    span = {at}
    # «What festival» is not said by «what's the Eurasia festival».
    window = _CLOSE if len(pattern.keys) == 2 and not function_keys().isdisjoint(pattern.keys) else _WINDOW
    for key in pattern.keys:
        near = [i for i in positions.get(key, ()) if _apart(read, i, at, window) and (i not in span or key in read[i].bases)]
        if not near:
            return None
        span.add(min(near, key=lambda i: abs(i - at)))
    if pattern.keys[0] in _governing() and not _governs(pattern, read, sorted(span)):
        return None
    return frozenset(span) if len(span) >= len(set(pattern.keys)) else None


def _apart(read: list[Token], one: int, other: int, most: int) -> bool:
    """Whether two words are at most so far apart, but for what only says of whom: «где он родился»."""
    first, last = min(one, other), max(one, other)
    if last - first <= most:
        return True
    return last - first <= most + _OF_WHOM and last - first - sum(t.text.lower() in pronouns() for t in read[first + 1 : last]) <= most


def _governs(pattern: Pattern, read: list[Token], span: list[int]) -> bool:
    """Whether the first word of a phrase stands before the second one: «шығармаларын қандай атпен жазған» does not ask which works."""
    first, second, *_ = pattern.keys
    governing = next((i for i in span if first in read[i].bases), span[-1])
    return any(i > governing and second in read[i].bases for i in span)
