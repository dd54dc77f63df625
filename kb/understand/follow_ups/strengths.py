"""How strongly the words of a message ask for something."""

from __future__ import annotations

from kb.understand.ask import Ask
from kb.understand.lexicon import properties


def strongest(ask: Ask) -> str:
    """The property that is asked for most strongly; empty if none is."""
    return max(ask.strength, key=ask.strength.__getitem__, default="")


def strength_of(ask: Ask, kind: str, other: str) -> float:
    """How strongly the words of the message ask for what records of this kind have, and those of the other have not."""
    own = [prop for prop, definition in properties().items() if kind in definition.kinds and other not in definition.kinds]
    return max((ask.strength[prop] for prop in own if prop in ask.strength), default=0.0)
