"""What is described rather than named: «the film in which …», «the director who …»."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest

from kb.understand.ask import Ask, Candidate
from kb.understand.evidence import Evidence
from kb.understand.weights import COMMON, WEIGHED

# A description («the film in which …») has to find half of its words, weighted by rarity, and leave the next one behind.
_FOUND, _MARGIN = 0.45, 0.05
# What is described rather than named.
_DESCRIBED = ("film", "person", "organisation", "agreement", "event")


def describe(ask: Ask) -> Candidate | None:
    """The record whose texts hold most of the words of a description; None without a margin over the next one."""
    kinds = set(ask.kinds) or set(_DESCRIBED)
    if not kinds & set(_DESCRIBED) or not set(ask.named_kinds.values()) <= {"country", "place", "person"}:
        return None
    makers = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    kind_words = {i for positions in ask.kinds.values() for i in positions}
    said = [i for i in ask.content if i not in kind_words]
    if len(said) < 2:
        return None
    weight = {i: max((ask.rarity[stem] for stem in ask.stems[i]), default=0.0) or (0.0 if i in ask.slight else 0.75) for i in said}
    total = sum(weight.values())
    found: list[tuple[float, int, str]] = []
    years = set(ask.reading.years.values())
    for record in _likely(ask, said, weight):
        if record.kind not in kinds or not all(ask.linked(maker, record.id) for maker in makers):
            continue
        if record.kind == "agreement" and years and record.years and years.isdisjoint(record.years):
            # «Whom did she meet in 2023?» describes no meeting of 2025.
            continue
        hits = [i for i in said if any(map(record.describes, ask.stems[i])) or any(i in ask.named[maker] for maker in makers)]
        if len(hits) >= (2 if ask.kinds else 3) and any(i not in ask.named_positions for i in hits):
            found.append((sum(weight[i] for i in hits) / total, len(hits), record.id))
    found.sort(reverse=True)
    if not found or found[0][0] < _FOUND or (len(found) > 1 and found[0][0] - found[1][0] < _MARGIN):
        return None
    share, _, record_id = found[0]
    return Candidate(record_id, None, "card", share, share, asked=True)


def _likely(ask: Ask, said: list[int], weight: dict[int, float]) -> list[Evidence]:
    """The records that can hold most of the words of a description: those with the most weight of words that are not in very many."""
    shared: dict[int, float] = defaultdict(float)
    for i in said:
        indexes = [(index, stem) for stem in ask.stems[i] for index in (ask.base.in_texts, ask.base.in_names) if index.count(stem) <= COMMON]
        for number in {number for index, stem in indexes for number in index.numbers(stem)}:
            shared[number] += weight[i]
    return [ask.of[ask.base.ids[number]] for number in nlargest(WEIGHED, shared, key=shared.__getitem__)]
