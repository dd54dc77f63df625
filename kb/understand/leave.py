"""Who thanks or says goodbye and goes: what he tells of where he goes, his phone or his lunch asks nothing.

«Cheers mate, gotta run to my screening», «спс, побежала на показ», «рақмет, таксиім келді, кеттім».
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kb.understand.lexicon import words
from kb.understand.reading import Mention, Reading

# Small talk after which somebody goes; a goodbye says so by itself.
_THANKS, _GOODBYE = ("thanks", "compliment", "acknowledgement"), "goodbye"
# Names of where he goes: of nothing that is asked about.
_WHERE = ("place", "festival", "edition", "event")


@cache
def _interrogatives() -> frozenset[str]:
    """The words that begin a question, as they are written."""
    return frozenset(word.lower() for listed in words()["interrogatives"].values() for word in listed)


@cache
def _leaving() -> dict[str, list[list[str]]]:
    """First word → the phrases by which somebody says that he goes, as they are written."""
    out: dict[str, list[list[str]]] = {}
    for phrase in (str(phrase).lower().split() for listed in words()["leaving"].values() for phrase in listed):
        out.setdefault(phrase[0], []).append(phrase)
    return out


def takes_leave(reading: Reading, talk: Sequence[Mention], kinds: dict[str, str]) -> str:
    """The small talk of a message in which somebody goes and asks nothing; empty for any other. `kinds` are those of the records that it names."""
    said = [m for m in talk if m.weight == 1]
    if not said or "?" in reading.text or reading.of("question") or reading.yes_no:
        return ""
    # «Такси» is a film too, and waits for somebody all the same.
    things = {m.span for m in reading.of("beyond")}
    if any(m.span not in things for m in reading.of("foreign")):
        return ""
    talked = {i for m in said for i in m.span}
    if any(i not in talked and token.text.lower() in _interrogatives() for i, token in enumerate(reading.tokens)):
        return ""
    if not set(kinds.values()) <= set(_WHERE):
        return ""
    # A goodbye says that he goes where it is all that its clause says: «пока не ясно» is none.
    alone = [m for m in said if m.pattern.value == _GOODBYE and _fills_clause(reading, m)]
    if not alone and not _says_that_he_goes(reading.typed):
        return ""
    return next((m.pattern.value for m in said if m.pattern.value in _THANKS), "") if not alone else _GOODBYE


def _fills_clause(reading: Reading, mention: Mention) -> bool:
    clauses = reading.clauses
    of = {clauses.get(i) for i in mention.span}
    return len(of) == 1 and {i for i, clause in clauses.items() if clause in of} == mention.span


def _says_that_he_goes(said: list[str]) -> bool:
    phrases = _leaving()
    return any(said[i : i + len(phrase)] == phrase for i, word in enumerate(said) for phrase in phrases.get(word, ()))
