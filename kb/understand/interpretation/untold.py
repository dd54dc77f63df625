"""«Where was Cadet shot?», «what prizes did We Live Here win?»: what is surely asked of the only record that is named, and it does not tell it.

Another fact of it, or that of another record, would be taken for the answer: who shot it, or what others won.
"""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.weights import OF_KIND

# What nothing else tells, by the kind of what it is asked of.
_UNTOLD = {
    "film": {"composer", "cinematographer", "writer", "producer", "cast", "runtime", "budget", "box_office", "shooting", "based_on", "awards"},
    "person": {"born", "birthplace", "died", "awards", "works"},
    "organisation": {"founded", "headquarters", "predecessor"},
    "agreement": {"signatories", "signed_at", "signed_on"},
}
# What tells nearly the same.
_INSTEAD = {"based_on": ("plot",), "cast": ("genre",), "birthplace": ("country",), "writer": ("based_on",)}
# The prizes and films of somebody are also told by a film of his, a prize, or who he is.
_OF_SOMEBODY = ("film", "award", "person")
# What a question who was there before has words for as well, and does not ask.
_WIDER = {"predecessor": "head"}


def untold(ask: Ask, best: Candidate) -> Query | None:
    """The fact that is asked for, if the record lacks it and the best answer tells another one."""
    if best.follows or ask.reading.yes_no or len(ask.named) != 1 or best.operation == "highlight" or not ask.of[best.record].known(best.property or ""):
        return None
    ((named, kind),) = ask.named_kinds.items()
    asked = max(ask.strength, key=ask.strength.__getitem__, default="")
    if asked not in _UNTOLD.get(kind, ()) or ask.strength[asked] <= OF_KIND or best.property in _INSTEAD.get(asked, ()):
        return None
    if any(strength >= OF_KIND and ask.of[named].known(prop) for prop, strength in ask.strength.items() if prop != _WIDER.get(asked)):
        return None
    if kind == "person" and asked in ("awards", "works") and ask.of[best.record].kind in _OF_SOMEBODY:
        return None
    return Query("fact", (named,), asked)
