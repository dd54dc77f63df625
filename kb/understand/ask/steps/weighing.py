"""How much each word of a message says: a name more than another word, everyday speech next to nothing."""

from __future__ import annotations

from collections import defaultdict

from kb.understand.ask.terms import Terms, stems_of
from kb.understand.reading import Token, numerals
from kb.understand.weights import LIGHT, SLIGHT


def weigh_words(terms: Terms) -> None:
    """The stems of the words that say something, and what they weigh."""
    reading = terms.reading
    terms.slight = _only_everyday(terms)
    terms.names_said = {i for span in terms.named.values() for i in span}
    for i in terms.content:
        token = reading.tokens[i]
        terms.stems[i] = stems_of(token) | (_as_figures(token) if i in reading.story else set())
        terms.weights[i] = SLIGHT if i in terms.slight else 1.5 if i in terms.names_said else LIGHT if token.light else 1.0


def _only_everyday(terms: Terms) -> set[int]:
    """Positions of words that are only everyday speech, say that there is something, or what somebody is called by."""
    reading = terms.reading
    meanings: dict[int, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        for i in mention.span:
            # A Latin word is no form of a Russian one with Kazakh endings: Parasite is not «пара».
            loose = mention.pattern.what == "slight" and mention.pattern.language != "kk" and mention.weight < 0.97
            meanings[i].add("loose" if loose else mention.pattern.what)
    in_phrases = {i for m in reading.of("slight") if len(m.span) > 1 and m.weight == 1 for i in m.span}
    slight = {i: {"slight", "function", *(("loose",) if i in in_phrases else ())} for i in terms.content}
    return {i for i in terms.content if "slight" in meanings[i] <= slight[i] or i in terms.apposed or i in terms.passed}


def _as_figures(token: Token) -> set[str]:
    """How a text writes the number or the year that a story tells: «at twelve», «back in 93»."""
    if token.key in numerals():
        return {str(numerals()[token.key])}
    return {f"19{token.key}", f"20{token.key}"} if token.key.isdecimal() and len(token.key) == 2 else set()
