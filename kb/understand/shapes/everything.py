"""All of a kind: «What films are there?», «барлық меморандумдар», «список организаций»."""

from __future__ import annotations

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import SIGNED
from kb.understand.lexicon import film_types, words
from kb.understand.reading import Token

# How surely a word is one of those that are listed.
_A_FORM = 0.9


class Everything:
    """Finds what asks for all records of a kind, and for nothing of them."""

    def __init__(self) -> None:
        said = words()
        self._kinds = {fold(word): kind for kind, listed in said["plurals"].items() for word in listed}
        self._all = frozenset(fold(word) for word in said["everything"]["all"])
        self._besides = frozenset(fold(word) for word in said["everything"]["besides"])
        self._in_total, self._there = ({fold(word) for word in said["everything"]["in_total"]}, {fold(word) for word in said["there"]})
        self._happened = frozenset(fold(word) for word in (*said["happening"], *said["everything"]["happened"]))

    def in_total(self, ask: Ask) -> Query | None:
        """«How many agreements are there altogether?»: all that were signed, with whomever the chat spoke of."""
        if ask.kinds.keys() != {"agreement"} or "count" not in ask.operations or ask.reading.years or ask.ordinals or ask.reading.yes_no:
            return None
        tokens = ask.reading.tokens
        at = {i for i, token in enumerate(tokens) if not self._in_total.isdisjoint(_keys(token))}
        there = ask.reading.where_key(self._there)
        known = at | ask.of_kinds | {i for positions in ask.operations.values() for i in positions} | there
        return self._all_of(ask, "agreement") if at and ask.named_positions <= there and known.issuperset(ask.telling) else None

    def query(self, ask: Ask, context: Query | None) -> Query | None:
        """All records of the only kind that is named, in a message that says nothing else; after another question only what says «all» or «there are»."""
        if ask.named or ask.reading.years or ask.ordinals or "count" in ask.operations or "plot" in ask.strength:
            return None
        tokens = ask.reading.tokens
        named = [next((self._kinds[key] for key in _keys(token) if key in self._kinds), "") for token in tokens]
        kind = next(filter(None, named), None)
        if kind is None:
            return None
        typed = {i for m in ask.reading.of("kind") if m.pattern.value in ask.types_of.get(kind, ()) for i in m.span}
        if any(not m.span <= typed for m in ask.reading.of("genre")):
            return None
        known = self._all | self._besides | (self._happened if kind == "edition" else frozenset())
        if not all(i in typed or named[i] == kind or not known.isdisjoint(_keys(token)) for i, token in enumerate(tokens)):
            return None
        if context and all(self._all.isdisjoint(_keys(token)) for token in tokens):
            return None
        return self._all_of(ask, kind)

    @staticmethod
    def _all_of(ask: Ask, kind: str) -> Query | None:
        called = ask.types_of.get(kind, ())
        if not called and kind != "agreement":
            return Query("list", kind=kind)
        types = {type_ for each in called for type_ in film_types().get(each, (each,))} or set(SIGNED)
        found = tuple(record.id for record in ask.members(kind) if record.type in types)
        return Query("set", found) if len(found) > 1 else None


def _keys(token: Token) -> list[str]:
    """The folded word and what it surely is a form of."""
    return [token.key, *(base for base, sure in token.bases.items() if sure > _A_FORM)]
