"""One way to answer a message, and what it is weighed by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple


@dataclass(slots=True)
class Candidate:
    """A record as a whole, a fact of it or a highlight, and how well it answers."""

    record: str
    property: str | None
    operation: Literal["card", "fact", "highlight"]
    coverage: float
    score: float
    # Position → how far it explains the word there; positions of cues that only it explains.
    explained: dict[int, float] = field(default_factory=dict)
    cued: frozenset[int] = frozenset()
    # Whether something of the message asks for just this property.
    asked: bool = False
    # Whether its record is what the chat spoke of before.
    follows: bool = False


class Spoken(NamedTuple):
    """What a message asks for of one kind of records, whatever their facts say."""

    # Its properties that are asked for, and those that a cue of another one implies.
    props: set[str]
    implied: set[str]
    # Those that a question word asks for by default, and those that the name of a kind asks for, each with these kinds.
    defaults: set[str]
    of_kinds: dict[str, list[str]]
    # How strongly at most, and which: all of these and those that stand in for an asked one, the most strongly asked for first.
    ranked: list[tuple[float, str]]
    # The positions of the words that ask for any of them, and of those that a yes/no question can claim to be their values.
    positions: set[int]
    claimable: set[int]
    # The most that question words can add to a score.
    bonus: float


class Limit(NamedTuple):
    """The most that one fact of a record can explain and cover, its own words apart, and the most that can speak for it."""

    most: dict[int, float]
    covered: float
    bonus: float


class Sort(NamedTuple):
    """Records that a message is about to the same extent, before their texts are looked at.

    Position → what they explain as a whole, and how much that covers; what speaks for them; what a fact can add that is asked for, or not.
    """

    explained: dict[int, float]
    covered: float
    prior: float
    asked: Limit
    unasked: Limit


# Position of each word that some text of a record has → how far it can explain it; whether cues of highlights are among them.
Heard = tuple[dict[int, float], bool]


def explain(explained: dict[int, float], positions: Iterable[int], share: float) -> None:
    """At least this share of the words at these positions."""
    for i in positions:
        if explained.get(i, 0.0) < share:
            explained[i] = share
