"""How one fact of a record is asked for: by a word, by a question word alone, by the chat before, or by what its text has of the message."""

from __future__ import annotations

from typing import NamedTuple

from kb.understand.ask import FESTIVAL, Ask, Spoken
from kb.understand.candidates.claimed_values import ClaimedValues
from kb.understand.candidates.spoken import SpokenKinds
from kb.understand.candidates.texts import how_telling
from kb.understand.candidates.weighing import Weighing
from kb.understand.evidence import EDITION_LIKE, Evidence, Value
from kb.understand.lexicon import Property, properties
from kb.understand.weights import OF_KIND, OF_KIND_LISTED, OF_KIND_MEANT, TELLING, UNASKED, UNASKED_HELD


class AskedFact(NamedTuple):
    """One fact of a record that is weighed."""

    record: Evidence
    prop: str
    fact: Value
    definition: Property
    # Whether its record is named.
    own: bool
    # How strongly it is asked for; whether a question word asks for it by default; how telling its words are.
    strength: float
    default: bool
    telling: float
    # Whether the chat asked for it before.
    before: bool
    # Position → what a yes/no question claims to be its value.
    claimed: dict[int, str]
    # The kinds that the message speaks of and the fact holds, and whether it speaks of genres and this tells one.
    of_kinds: list[str]
    of_genre: bool

    @property
    def meant(self) -> bool:
        """Whether the message asks for just this one, in words or by default."""
        return bool(self.strength or self.default)


class AskedFacts:
    """Tells how facts are asked for."""

    def __init__(self, spoken: SpokenKinds, claimed_values: ClaimedValues) -> None:
        self._spoken, self._claimed_values = spoken, claimed_values

    def of(self, weighing: Weighing, prop: str, strength: float, before: bool) -> AskedFact | None:
        """How a fact is asked for, at least this strongly; None if nothing speaks for it."""
        definition = properties().get(prop)
        if definition is None:
            return None
        ask, record, own = weighing.ask, weighing.record, weighing.own
        fact = record.facts[prop]
        spoken = self._spoken.of(ask, record.kind)
        claimed = self._claimed_values.of(ask, record, prop, fact)
        # Whether it is the kind itself that is asked for, of all that is named: «the memorandum with Turkey».
        kind_meant = record.kind in ask.kinds and not ask.types and bool(ask.named) and ask.linked_with_all_named(record.id)
        of_kinds = _kinds_held_by(weighing, prop, spoken, kind_meant)
        of_genre = prop == "genre" and own and bool(ask.genres) and not _asks_besides_genres(ask)
        default = (prop in spoken.defaults and not ask.holds) or bool(of_kinds) or of_genre
        telling = how_telling(weighing, prop, fact)
        if not (strength or telling > (0.0 if own or prop in spoken.implied else TELLING) or default or before or claimed):
            return None
        if kind_meant and not own:
            strength = max(strength, OF_KIND_MEANT if of_kinds else 0.0)
        elif of_kinds:
            strength = max(strength, OF_KIND_LISTED if "list" in ask.operations else OF_KIND)
        if of_genre:
            strength = max(strength, OF_KIND_LISTED)
        if claimed:
            strength = max(strength, OF_KIND)
        if ask.cues and not (strength or default or claimed):
            telling *= _of_unasked(ask, record)
        return AskedFact(record, prop, fact, definition, own, strength, default, telling, before, claimed, of_kinds, of_genre)


def _kinds_held_by(weighing: Weighing, prop: str, spoken: Spoken, kind_meant: bool) -> list[str]:
    """The kinds that the message speaks of and the property holds: «which countries signed»; none where they are said of something else."""
    ask, record, own = weighing.ask, weighing.record, weighing.own
    if record.kind == "country" and not {"list", "count"} & ask.operations.keys():
        return []
    # «Directorate» with a capital is part of a name, not a word for what is asked.
    held = [kind for kind in spoken.of_kinds.get(prop, []) if own or any(i == 0 or ask.reading.tokens[i].text.islower() for i in ask.kinds[kind])]
    festive = record.kind in EDITION_LIKE and bool(held and ask.operations)
    hosted = festive and all(named in ask.held and record.id in ask.held[named] for named in ask.named)
    of_festival = record.kind in EDITION_LIKE and (weighing.follows or FESTIVAL in ask.named)
    return held if own or kind_meant or hosted or of_festival else []


def _asks_besides_genres(ask: Ask) -> bool:
    return any(strength > 0.5 for prop, strength in ask.strength.items() if prop not in ("genre", "cast"))


def _of_unasked(ask: Ask, record: Evidence) -> float:
    """What is left of telling words: where the message says what it asks for, what merely stands in another fact's text tells less."""
    return UNASKED_HELD if any(strength >= 0.5 and record.known(prop) for prop, strength in ask.strength.items()) else UNASKED
