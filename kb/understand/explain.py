"""Why a message was answered as it was: every step of understanding it, as data for editors.

Nothing here is worked out unless it is asked for: a question that is only answered does not pass through this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from kb.query import Query
from kb.records import Language
from kb.understand.ask import Ask, Candidate
from kb.understand.interpretation import Interpreter
from kb.understand.interpretation.decision import Decision
from kb.understand.reading import Reader, Reading
from kb.understand.weights import COVERAGE

# So many interpretations are shown.
SHOWN = 8


@dataclass(frozen=True)
class Word:
    """One word: its folded key, the known keys it is a form of and how surely, its role, what it tells of each language."""

    typed: str
    key: str
    bases: dict[str, float]
    role: str
    votes: dict[Language, float]


@dataclass(frozen=True)
class Found:
    """A mention: what the words stand for. `what` is a record, cue, kind, operation …, `value` which one."""

    what: str
    value: str
    words: str
    weight: float


@dataclass(frozen=True)
class Interpretation:
    """A candidate; `margin` is how far its score stays behind the best one, `left` the words that it leaves unexplained."""

    query: str
    coverage: float
    score: float
    margin: float
    asked: bool
    left: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """The whole way from a message to a decision; times are in milliseconds."""

    text: str
    read_as: str
    language: Language | None
    words: tuple[Word, ...]
    found: tuple[Found, ...]
    interpretations: tuple[Interpretation, ...]
    decision: Decision
    # How much of the message an answer has to explain.
    needed: float
    # Words that say something, and that neither the lexicon nor a name nor a text of the base has.
    unheard: tuple[str, ...]
    times: dict[str, float]
    reply: str = ""


def explain(text: str, context: Query | None, reader: Reader, interpreter: Interpreter) -> Explanation:
    """The explanation of what `reader` and `interpreter` make of `text`."""
    start = perf_counter()
    reading = reader.read(text)
    read = perf_counter()
    decision = interpreter.decide(reading, context)
    decided = perf_counter()
    ask, candidates = interpreter.ranked(reading, context, SHOWN)
    times = {"reading": (read - start) * 1000, "interpretation and decision": (decided - read) * 1000}
    words = tuple(
        Word(token.text, token.key, dict(token.bases), _role(ask, i, reader), votes)
        for i, (token, (_, votes)) in enumerate(zip(reading.tokens, reader.votes(reading), strict=True))
    )
    found = tuple(Found(m.pattern.what, m.pattern.value, _words(reading, sorted(m.span)), m.weight) for m in reading.mentions)
    best = candidates[0].score if candidates else 0.0
    shown = tuple(_interpretation(ask, candidate, best) for candidate in candidates[:SHOWN])
    unheard = tuple(reading.tokens[i].text for i in ask.content if not reading.tokens[i].bases and not any(ask.rarity[stem] for stem in ask.stems[i]))
    return Explanation(text, reading.text, reading.language, words, found, shown, decision, COVERAGE, unheard, times)


def _interpretation(ask: Ask, candidate: Candidate, best: float) -> Interpretation:
    query = candidate.record + (f".{candidate.property}" if candidate.property is not None else "")
    left = tuple(ask.reading.tokens[i].text for i in ask.unexplained(candidate))
    return Interpretation(query, candidate.coverage, candidate.score, best - candidate.score, candidate.asked, left)


def _role(ask: Ask, i: int, reader: Reader) -> str:
    """Whether a word counts as content, in which case something has to explain it."""
    if i in ask.content:
        return "part of a name" if i in ask.named_positions else "content"
    return "function" if reader.is_function(ask.reading.tokens[i]) else "passed over"


def _words(reading: Reading, positions: list[int]) -> str:
    return " ".join(reading.tokens[i].text for i in positions)
