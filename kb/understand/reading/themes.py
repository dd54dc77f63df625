"""What a film that is named is about, where that is said beside the name and not asked: «кто снял «Қаш» про голод?», "who made Qash about the famine?"."""

from __future__ import annotations

from kb.understand.reading.reading import Reading
from kb.understand.reading.story_spans import about
from kb.understand.weights import MENDED
from kb.understand.word_lists import all_interrogatives

# What asks for something besides what a film is about.
_OF_STORY = ("plot", "theme", "what", "based_on", "name_meaning")


def without_a_theme(reading: Reading, films: frozenset[int]) -> tuple[str, frozenset[int]] | None:
    """The message without what its film is about, and the positions of that; None if nothing says it, or nothing is asked besides.

    `films` are the positions of the names of films.
    """
    said = _after_name(reading, films) or _before_name(reading, films)
    if not said or reading.yes_no or not _asks_besides(reading, said):
        return None
    kept = [token.text for i, token in enumerate(reading.tokens) if i not in said]
    return " ".join(kept) + ("?" if reading.text.rstrip().endswith("?") else ""), said


def _after_name(reading: Reading, films: frozenset[int]) -> frozenset[int]:
    """«Про голод» and "about the famine" right after the name: up to what asks, or to the end of the clause."""
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if i - 1 not in films or i in films or token.key not in about()["after"]:
            continue
        end = i + 1
        while end < len(tokens) and not reading.begins_clause(end) and tokens[end].key not in all_interrogatives() and not _is_cued(reading, end):
            end += 1
        # «Қаш о чём?» asks for just this.
        return frozenset(range(i, end)) if end > i + 1 and films.isdisjoint(range(i, end)) else frozenset()
    return frozenset()


def _before_name(reading: Reading, films: frozenset[int]) -> frozenset[int]:
    """«Аштық туралы» right before the name: from the beginning of the clause, or from what asks."""
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if reading.language != "kk" or i + 1 not in films or i in films or token.key not in about()["before"]:
            continue
        start = i
        while start and not reading.begins_clause(start) and tokens[start - 1].key not in all_interrogatives():
            start -= 1
        return frozenset(range(start, i + 1)) if start < i and films.isdisjoint(range(start, i + 1)) else frozenset()
    return frozenset()


def _is_cued(reading: Reading, i: int) -> bool:
    """Whether a word surely asks for something else than a story: «Where was «We Live Here» about the test site shown?»"""
    return any(i in m.span and m.weight == 1 and m.pattern.value not in _OF_STORY for m in reading.of("cue"))


def _asks_besides(reading: Reading, said: frozenset[int]) -> bool:
    """Whether a question word or a word for something else than a story stands outside of it."""
    asking = any(token.key in all_interrogatives() and i not in said for i, token in enumerate(reading.tokens))
    cued = [m for m in reading.of("cue") if m.span.isdisjoint(said) and m.weight > MENDED]
    return (asking or bool(cued)) and not any(m.pattern.value in _OF_STORY for m in cued)
