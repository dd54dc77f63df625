"""What tells a film by its story: «a film about a girl who plays kokpar», «фильм, в котором …»."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from kb.language.fold import fold, fold_phrase, tokens
from kb.understand.lexicon import words
from kb.understand.reading.message import Mention, Token
from kb.understand.word_lists import interrogatives

_COLON = re.compile(r":(?=\s)")
# A last clause of so few words asks for the title.
_ASKS_FOR_THE_TITLE = 2
# From so surely on, a word for a genre is one.
_SURE_GENRE = 0.95


@cache
def about() -> dict[str, frozenset[str]]:
    """The folded words after and before a word for a film that tell it by its story."""
    return {place: frozenset(fold(word) for word in listed) for place, listed in words()["about"].items()}


@cache
def _story_pairs() -> frozenset[tuple[str, ...]]:
    return frozenset(fold_phrase(pair) for pair in words()["about"]["in"])


@cache
def _pair_beginnings() -> frozenset[str]:
    return frozenset(first for first, *_ in _story_pairs())


def can_tell_a_story(read: list[Token]) -> bool:
    """Whether any word can begin a story: all else is only looked at then."""
    begin = _pair_beginnings()
    return any(any(token.key in listed for listed in about().values()) or (token.key in begin and _tells_a_story(read, i)) for i, token in enumerate(read))


def before_colons(text: str) -> frozenset[int]:
    """Positions of the words that a colon follows: «a Kazakh film: a boy grows up …»."""
    parts = _COLON.split(text)
    return frozenset(accumulate((sum(map(bool, map(fold, tokens(part)))) for part in parts[:-1]), initial=-1)) - {-1}


def story_positions(read: list[Token], mentions: list[Mention], clauses: list[range], colons: frozenset[int] = frozenset()) -> frozenset[int]:
    """Positions of what tells a film by its story, after or before a word for the film: it asks for no cast."""
    films = _films(read, mentions)
    before, after = about()["before"], about()["after"]
    out: set[int] = set()
    for number, clause in enumerate(clauses if films else ()):
        for i in clause:
            if i + 1 in clause and i in films and (read[i + 1].key in after or _tells_a_story(read, i + 1)):
                out.update(range(i + 2, clause.stop))
            elif i + 1 == clause.stop and i in films and number + 1 < len(clauses) and _goes_on_with_a_story(read, i + 1):
                # «Фильм, в котором …»
                out.update(range(i + 2, clauses[number + 1].stop))
            elif i in films and i in colons and i + 1 < len(read) and read[i + 1].key not in interrogatives():
                # «A Kazakh film: a boy grows up with his grandmother, … Title?»
                told = [after for after in clauses[number + 1 :] if len(after) > _ASKS_FOR_THE_TITLE or after.stop < len(read)]
                out.update(at for after in told for at in after)
            elif i + 1 in clause and i + 1 in films and read[i].key in before:
                out.update(range(clause.start, i))
    return frozenset(out)


def _films(read: list[Token], mentions: list[Mention]) -> set[int]:
    """Positions of the words for a film, or for its genre."""
    films = {i for m in mentions if m.pattern.what == "kind" and m.pattern.value == "film" for i in m.span}
    films |= {i for m in mentions if m.pattern.what == "genre" and m.weight > _SURE_GENRE for i in m.span}
    # «That one where a dam breaks» is a film; «the one about tourism» can be a paper.
    # «Туркменское кино, где …»: elsewhere the word can be all cinema.
    films |= {i for i, token in enumerate(read[:-1]) if token.key in about()["cinema"] and _tells_a_story(read, i + 1)}
    films |= {i for i, token in enumerate(read) if token.key in about()["one"] and (films or (i + 1 < len(read) and read[i + 1].key in about()["where"]))}
    return films


def _goes_on_with_a_story(read: list[Token], at: int) -> bool:
    """Whether a story begins after a comma: «, в котором», «, где»; an English «, where» asks."""
    return _tells_a_story(read, at) and not (read[at].text.isascii() and read[at].key in about()["where"])


def _tells_a_story(read: list[Token], at: int) -> bool:
    """Whether a story begins here after a word for a film: «where», «in which», «, в котором»."""
    return read[at].key in about()["where"] or tuple(token.key for token in read[at : at + 2]) in _story_pairs()
