"""The terms of one message: which records, kinds, properties and numbers it says, each with the positions of the words for it.

«Which films did Kazakhstan show in Aktau?» names a country and a city, says the kind «film» and has a cue of the festivals of films.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from kb.base import Base
from kb.lazy import lazy
from kb.understand.evidence import Evidence
from kb.understand.reading import Mention, Reading, Token
from kb.understand.weights import WEIGHED

# What a question is rarely about when it names the kind of something else: «the memorandum with Turkey», «films in Aktau».
CONTEXT_KINDS = ("country", "place", "organisation")


class _Weighed(dict[str, Evidence]):
    """The records that one question looks at, each read once."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def __missing__(self, key: str) -> Evidence:
        self[key] = self._base.evidence[key]
        return self[key]


@dataclass
class Terms:
    """What a message says in so many words, made step by step: see `collecting.py`.

    A mapping gets a key when it is read by `[]`. What is worked out from the names is forgotten when a name is added or taken back, and only then.
    """

    reading: Reading
    content: list[int]
    base: Base
    # record → positions of the words that name it.
    named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    kinds: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    # kind → types that narrow it: «memorandum» among agreements.
    types_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # property → position → weight of the cue; property → strength of its best cue.
    cues: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    strength: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    types: set[str] = field(default_factory=set)
    # Whether a building is asked for: «in which palace».
    asks_venue: bool = False
    operations: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    stems: dict[int, set[str]] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)
    ordinals: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    # Of first, second and third prizes: the same for «second place».
    ranks: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    # Positions of content words that are only everyday speech: «напомните», «colleagues».
    slight: set[int] = field(default_factory=set)
    # Positions of words that only say that there is something.
    passed: set[int] = field(default_factory=set)
    # Kinds that stand right after «how many».
    counted: set[str] = field(default_factory=set)
    # Whether a record that is named holds a property that the message has a word for: then no default is meant.
    holds: bool = False
    # Whether «our» makes films or prizes those of Kazakhstan.
    ours: bool = False
    # Whether it asks which films of a country a festival showed.
    lists_shown: bool = False
    # Whether it asks why somebody or something is spoken of, which is told by what it is.
    asks_fame: bool = False
    # Whether an everyday word stands for a meeting.
    asks_of_meeting: bool = False
    months: set[int] = field(default_factory=set)
    genres: set[int] = field(default_factory=set)
    # Records that are no more than a post or a body of Kazakhstan, where another country is told.
    abroad: set[str] = field(default_factory=set)
    # Positions of what somebody is called by before the name: «the writer Auezov».
    apposed: set[int] = field(default_factory=set)
    # Positions of the words that name a record themselves: «ours» does not.
    names_said: set[int] = field(default_factory=set)

    @lazy
    def of(self) -> dict[str, Evidence]:
        """The evidence of a record."""
        return _Weighed(self.base)

    @lazy
    def named_positions(self) -> set[int]:
        return {i for span in self.named.values() for i in span}

    @lazy
    def named_kinds(self) -> dict[str, str]:
        """record → its kind, of those that are named."""
        return {record: self.of[record].kind for record in self.named}

    @lazy
    def of_kinds(self) -> set[int]:
        """Positions of words for kinds."""
        return {i for positions in self.kinds.values() for i in positions}

    @property
    def cued(self) -> set[int]:
        """Positions of words of cues."""
        return {i for cues in self.cues.values() for i in cues}

    @lazy
    def of_time(self) -> set[int]:
        """Positions of «which date», «what month» and the like."""
        return {i for what in ("question", "asked") for m in self.reading.of(what) if m.pattern.value == "when" for i in m.span}

    @lazy
    def held(self) -> dict[str, set[str]]:
        """The editions of each place, festival and organisation that is named and has any."""
        hosts = [named for named, kind in self.named_kinds.items() if kind in ("place", "festival", "organisation")]
        return {named: held for named in hosts if (held := set(self.of[named].near.get("edition", ())))}

    def where_said(self, listed: frozenset[str]) -> set[int]:
        """The positions of words of a list."""
        return self.reading.where_form(listed)

    def linked(self, one: str, other: str) -> bool:
        """Whether two records are linked; of two that have very many links, one of the newest has to be the other's."""
        return other in self.of[one].links or one in self.of[other].links

    def linked_with_all_named(self, record: str) -> bool:
        return all(self.linked(record, named) for named in self.named)

    def members(self, kind: str, filters: Collection[Collection[str]] = ()) -> list[Evidence]:
        """The records of a kind that are, or are linked with, one of each group of `filters`; of very many the newest and the oldest."""
        ids = self.base.members(kind, filters, 2 * WEIGHED + 1)
        if len(ids) > 2 * WEIGHED:
            ids = [*ids[:WEIGHED], *self.base.members(kind, filters, WEIGHED, oldest=True)]
        return [self.of[record] for record in sorted(ids)]

    def has_all(self, kind: str, filters: Collection[Collection[str]] = ()) -> bool:
        """Whether `members` has all such records: only then it is told which of them are the most, or that there is none."""
        return len(self.base.members(kind, filters, 2 * WEIGHED + 1)) <= 2 * WEIGHED

    def name(self, record: str, positions: set[int]) -> None:
        """Take the words there for the name of a record."""
        self._forget()
        self.named[record] |= positions
        self.holds = self.holds or self.holds_asked(self.of[record])

    def unname(self, record: str) -> set[int]:
        """Forget that a record is named; the positions of its name."""
        self._forget()
        return self.named.pop(record)

    def _forget(self) -> None:
        """Forget what was worked out from the names."""
        for derived in [name for name in self.__dict__ if isinstance(getattr(type(self), name, None), lazy)]:
            del self.__dict__[derived]

    def holds_asked(self, record: Evidence) -> bool:
        """Whether a record holds what the message has a word for; of a country, place or organisation only who heads it.

        An award holds nothing so: «best actor» is asked of another year just like this.
        """
        return any(
            strength >= (0.35 if prop == "head" else 0.5)
            and prop != "what"
            and record.known(prop)
            and (prop == "head" or record.kind not in (*CONTEXT_KINDS, "award"))
            for prop, strength in self.strength.items()
        )

    def add_cue(self, mention: Mention, prop: str = "") -> None:
        """Take a mention for a cue of a property: of its own, or of this one."""
        prop = prop or mention.pattern.value
        for i in mention.span:
            self.cues[prop][i] = max(self.cues[prop].get(i, 0.0), mention.weight)
        size = len(mention.pattern.keys)
        strength = (0.55 + 0.25 * min(size - 1, 2)) * mention.weight / mention.pattern.shared**0.5
        self.strength[prop] = max(self.strength[prop], strength)

    def drop(self, prop: str) -> None:
        """Forget that a property is asked for."""
        self.cues.pop(prop, None)
        self.strength.pop(prop, None)

    def drop_asked_at(self, positions: set[int]) -> None:
        """Forget the properties that only words there ask for."""
        for prop in [prop for prop, cues in self.cues.items() if cues.keys() <= positions]:
            self.drop(prop)

    def turn(self, prop: str, into: str) -> None:
        """Take what asks for a property for a cue of another one."""
        self.strength[into] = max(self.strength[into], self.strength.pop(prop, 0.0))
        self.cues[into] |= self.cues.pop(prop)


def says(token: Token, listed: frozenset[str]) -> bool:
    """Whether a word, or what it can be a form of, is in a list."""
    return not listed.isdisjoint((token.key, *token.bases))


def stems_of(token: Token) -> set[str]:
    return {stem_of(token.key), *map(stem_of, token.bases)}


def stem_of(key: str) -> str:
    return key[:5]
