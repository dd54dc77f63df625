"""How much of a question a list of records of a kind can be of: names, years, the kind itself, words for being shown or signed."""

from __future__ import annotations

from kb.understand.ask import Ask, Candidate
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import generic
from kb.understand.weights import NOT_IN_FACT

# Cues that only say that films were shown: «which Turkish films were screened in Aktau»; those that papers were signed.
SHOWING = ("festivals", "competition", "country", "premiere", "release", "year")
SIGNING = ("signed_on", "signed_at", "signatories")


def covered(ask: Ask, kind: str) -> float:
    """How much of the content a list of the kind can be of."""
    explained = _listed(ask, kind)
    said = [i for i in ask.content if i not in ask.slight and (i in explained or not ask.reading.tokens[i].light)]
    if any(i in ask.reading.capitals and not any(i in m.span for m in ask.reading.mentions) for i in said if i not in explained):
        # «Which film from Tatarstan competed?» asks for no list of all that did.
        return 0.0
    return sum(i in explained for i in said) / max(1, len(said))


def leaves_to(ask: Ask, kind: str, best: Candidate) -> bool:
    """Whether one of the kind tells what no list of them is of: «which Kazakh movie is about the famine?»."""
    asking = {i for positions in (*ask.cues.values(), *ask.kinds.values()) for i in positions}
    listed = _listed(ask, kind) | asking
    told = [i for i in ask.telling if i not in listed and best.explained.get(i, 0.0) >= NOT_IN_FACT]
    return best.asked and best.operation != "card" and best.property not in SHOWING and ask.of[best.record].kind == kind and bool(told)


def _listed(ask: Ask, kind: str) -> set[int]:
    """Positions of names, years, the kind, operations and cues of being shown."""
    beside = ("film",) if kind == "edition" else EDITION_LIKE if ask.lists_shown else ()
    spoken_of = {i for other in beside for i in ask.kinds.get(other, ())}
    explained = ask.named_positions | ask.kinds[kind] | spoken_of | {i for positions in ask.operations.values() for i in positions} | set(ask.reading.years)
    explained |= {i for prop in (*SHOWING, *(SIGNING if kind == "agreement" else ())) for i in ask.cues.get(prop, ())} | {
        i for i in ask.content if ask.reading.tokens[i].bases.keys() & generic()
    }
    return explained
