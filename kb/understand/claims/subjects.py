"""Of what a yes/no question is asked: the only thing of its kind that it names."""

from __future__ import annotations

from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate

# What a question can be about that tells something of others: of two that are named, the first of these is it.
_SUBJECTS = ("film", "award", "person", "organisation", "event")
# What an organisation holds; how much of a question such a one has to explain to be what it is about.
_EVENTS, _TOLD_BY = ("agreement", "edition", "event"), 0.7


def subject_of(ask: Ask, best: Candidate | None) -> str | None:
    """What the question is about: the only thing of its kind that it names."""
    festive = ask.named.get(FESTIVAL, set())
    for kind in _SUBJECTS:
        named = [record for record, of in ask.named_kinds.items() if of == kind and not ask.named[record] <= festive]
        if len({frozenset(ask.named[record]) for record in named}) > 1:
            return None
        if kind == "organisation" and best and best.operation == "card" and ask.of[best.record].kind in _EVENTS and best.coverage >= _TOLD_BY:
            # «42nd TURKSOY ministers meeting, was it in October?» is about the meeting.
            return best.record
        if len(named) > 1:
            named = [record for record in named if not set(ask.reading.years.values()).isdisjoint(ask.of[record].years)]
        if named:
            return best.record if best and best.record in named else named[0] if len(named) == 1 else None
    others = ask.named.keys() - {KAZAKHSTAN} or (best and ask.of[best.record].kind == "edition" and (ask.ordinals or ask.reading.years))
    decoy = not others or any(len(m.pattern.value) != 2 for m in ask.reading.of("foreign"))
    if best and not decoy and ask.of[best.record].kind in ("agreement", "edition") and ask.linked_with_all_named(best.record):
        return best.record
    return None
