"""The words of a message, with what they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from handlers.programme.asked.phrases import Phrase
from kb import LANGUAGES, Language

# Words that say little by themselves: noted, but explained by nothing.
LIGHT = frozenset({"speech", "it", "also"})


@dataclass
class MessageWords:
    """The words of a message; `taken` are those that are explained."""

    texts: list[str]
    keys: list[str]
    taken: set[int] = field(default_factory=set)
    concepts: dict[str, list[int]] = field(default_factory=dict)
    votes: dict[Language, int] = field(default_factory=lambda: dict.fromkeys(LANGUAGES, 0))


def take(words: MessageWords, phrase: Phrase, span: range) -> None:
    """Note that these words stand for a phrase."""
    words.taken.update(span)
    words.concepts.setdefault(phrase.concept, []).append(span[0])
    if phrase.language:
        words.votes[phrase.language] += 1


def others(words: MessageWords) -> bool:
    """Whether there are words besides those of time: «how are you today» asks nothing of the programme."""
    return len(words.taken) < len(words.keys)
