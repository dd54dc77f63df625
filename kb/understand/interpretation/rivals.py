"""The answers that are nearly as good as the best one."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.candidates import Scorer

# How far behind the best candidate one may be that explains more.
RIVAL = 0.3
# So many of the best candidates are looked at where the best one will not do, and for the records to name in an honest no.
CLOSEST = 12


def rivals_of(scorer: Scorer, ask: Ask, context: Query | None) -> list[Candidate]:
    """The closest candidates, the best first."""
    return scorer.candidates(ask, context, CLOSEST, RIVAL)
