"""What is told of a title that has no record: «кто снял „Томирис“?», "which award did In Between Dying win?" It stands in what another record tells."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.reading import Mention, about

# What is asked of such a title, or of a film or a book at all: only this is told where somebody or something else is spoken of.
_ASKED = {"director", "writer", "awards", "winner", "works", "what", "country", "best_film", "festivals", "producer"}
_KINDS = {"film", "award", "person"}


def told_title(ask: Ask) -> Query | None:
    """What tells of the title: what is asked for, if that does, else what festivals tell of it, or the first that does."""
    mention = _title(ask)
    if mention is None or ask.named or ask.reading.years or ask.reading.story or ask.kinds.keys() - _KINDS:
        return None
    if any(token.key in about()[side] for token in ask.reading.tokens for side in ("before", "after")):
        # «The short film about a Paralympian» tells a story.
        return None
    said = {i for prop in _ASKED for i in ask.cues.get(prop, ())} | mention.span | ask.of_kinds | ask.generic
    if not said.issuperset(ask.telling):
        return None
    told = [m.pattern.value.rpartition(".")[::2] for m in ask.reading.of("title") if m.span == mention.span]
    record, prop = min(told, key=lambda told: _rank(ask, ask.of[told[0]], told[1]))
    return Query("highlight" if prop.isdecimal() else "fact", (record,), prop)


def _rank(ask: Ask, record: Evidence, prop: str) -> tuple[float, bool, bool, str]:
    """What is asked for most surely comes first, then a fact, of a festival."""
    return (-ask.strength.get(prop, 0.0), prop.isdecimal(), record.kind != "edition", record.id)


def _title(ask: Ask) -> Mention | None:
    """The longest title, written as it is: of several words, or of one with a capital or in quotes that is no other word."""
    sure = [m for m in ask.reading.of("title") if m.weight == 1 and not m.span & ask.named_positions and _is_written_so(ask, m.span)]
    return max(sure, key=lambda m: len(m.span), default=None)


def _is_written_so(ask: Ask, span: frozenset[int]) -> bool:
    tokens, positions = ask.reading.tokens, sorted(span)
    if len(positions) > 1:
        return positions == list(range(positions[0], positions[-1] + 1))
    word = tokens[positions[0]].text
    other = any(m.span & span and m.weight == 1 and m.pattern.what != "title" for m in ask.reading.mentions)
    return not other and (word[:1].isupper() or f"«{word}»" in ask.reading.text or f'"{word}"' in ask.reading.text)
