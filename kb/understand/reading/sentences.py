"""The sentences of a message: the part that asks, and a question that refers to the remark before it."""

from __future__ import annotations

import re

from kb.language.fold import fold, tokens
from kb.understand.reading.reading import Reading
from kb.understand.word_lists import all_interrogatives, interrogatives, pronouns, typed_list

# A question of so few words after a comma can ask of what stands before it.
_SHORT_QUESTION = 4
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")


def question_part(text: str, whole: Reading) -> str:
    """The message from its first question to its last: «I make films in Germany. How much is the rebate? Thanks in advance.»

    The point within a name ends no sentence: «Black. Red. Yellow».
    """
    parts = _BETWEEN_SENTENCES.split(text)
    if len(parts) == 1 or "?" not in text:
        return text
    sentences: list[str] = []
    asks: list[bool] = []
    read = 0
    telling = {i for mention in whole.mentions if mention.pattern.what in ("question", "operation") for i in mention.span}
    for part in parts:
        if any({read - 1, read} <= mention.span for mention in whole.of("record")):
            sentences[-1] += " " + part
        elif part.strip():
            sentences.append(part)
            asks.append(False)
        following = read + len(tokens(part))
        if asks:
            asks[-1] |= not telling.isdisjoint(range(read, following)) or _begins_with_interrogative(part) or _goes_on_asking(part)
        read = following
    marked = [n for n, part in enumerate(sentences) if part.rstrip().endswith("?")]
    if not marked:
        return text
    last = max(n for n in range(len(sentences)) if n in marked or asks[n])
    return " ".join(sentences[marked[0] : last + 1])


def remark_and_last_question(text: str) -> tuple[str, str] | None:
    """What is asked for a nod first, and a question with a pronoun after it: «Raev runs TURKSOY, right? What country is he from?»."""
    *said, last = _BETWEEN_SENTENCES.split(text)
    if not said or not said[-1].endswith("?"):
        return None
    words_of = [word.lower() for word in tokens(last)]
    if pronouns().isdisjoint(words_of) or fold(words_of[0]) not in interrogatives():
        return None
    return " ".join(said), last


def statement_and_question(text: str) -> str | None:
    """The question after what is only said: «They met at the Feriye Palace. What came of it?», «TİKA is on all the posters, what is it?»"""
    *said, last = _BETWEEN_SENTENCES.split(text)
    if not said:
        before, _, last = text.rpartition(",")
        words_of = [word.lower() for word in tokens(last)]
        refers = len(words_of) <= _SHORT_QUESTION and not pronouns().isdisjoint(words_of) and _begins_with_interrogative(last)
        if before and refers and not any(fold(word) in all_interrogatives() for word in tokens(before)):
            said = [before]
    return last.strip() if said and not any(part.endswith("?") for part in said) and last.endswith("?") else None


def _goes_on_asking(text: str) -> bool:
    """«… и при чём там кино», «… and with whom»: a conjunction, and a question word that a preposition may stand before."""
    first, *rest = [word.lower() for word in tokens(text)] or [""]
    if rest and rest[0] in typed_list("prepositions"):
        rest = rest[1:]
    return first in typed_list("going_on") and bool(rest) and fold(rest[0]) in interrogatives()


def _begins_with_interrogative(text: str) -> bool:
    said = tokens(text)
    return fold(said[0] if said else "") in interrogatives()
