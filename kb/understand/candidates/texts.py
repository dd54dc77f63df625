"""What the texts of a record have of a message: which of its words, how telling these are, and what they explain."""

from __future__ import annotations

from kb.understand.ask import Ask, Heard, Sort, explain
from kb.understand.candidates.weighing import Found, Weighing
from kb.understand.evidence import NAMES, PARTIES, SUMMARY, Evidence, Value
from kb.understand.weights import ELSEWHERE, IN_FACT, IN_NAME, IN_SUMMARY, IN_TEXT, NAME_ELSEWHERE, NOT_IN_FACT

_NOWHERE: frozenset[int] = frozenset()


def heard_in(ask: Ask, record: Evidence) -> Heard:
    """What the texts of a record have of the message."""
    by_position: dict[int, float] = {}
    where = record.where
    for stem, positions in ask.sought.items():
        if places := where.get(stem):
            share = IN_NAME if NAMES in places else IN_TEXT
            for i in positions:
                if share > by_position.get(i, 0.0):
                    by_position[i] = share
    cued = [stem for stem in ask.cue_stems if stem in record.cued] if record.cued else ()
    for stem in cued:
        by_position |= dict.fromkeys(ask.positions[stem] & ask.weights.keys(), 0.95)
    return by_position, bool(cued)


def found_in(ask: Ask, record: Evidence) -> Found:
    """Where in a record which words of the message stand."""
    out: Found = {}
    where = record.where
    for i, stem in ask.flat_stems:
        if stem in where:
            for key in where[stem]:
                out.setdefault(key, {}).setdefault(i, []).append(stem)
    return out


def explained_by_texts(ask: Ask, record: Evidence, sort: Sort, words: Found) -> dict[int, float]:
    """Position → how far the record as a whole explains the word there, whichever of its facts is asked for."""
    if not words:
        return sort.explained
    explained = dict(sort.explained)
    explain(explained, words.get(NAMES, ()), IN_NAME)
    told = {i for key, of_key in words.items() if not key.startswith("@") for i in of_key}
    unknown = told.intersection(ask.unknown)
    elsewhere = told if record.id in ask.named else unknown
    explain(explained, unknown, NAME_ELSEWHERE)
    explain(explained, elsewhere, ELSEWHERE)
    explain(explained, [i for key in (SUMMARY, PARTIES) for i in words.get(key, ()) if i not in elsewhere], IN_SUMMARY)
    return explained


def explained_with(weighing: Weighing, key: str, fact: Value | None = None, asked: bool = False) -> dict[int, float]:
    """What a record explains together with the text of a highlight, or of a fact, which the message may ask for."""
    ask, record, words = weighing.ask, weighing.record, weighing.words_in(key)
    mine = dict(weighing.explained)
    refs = named_in(ask, record, fact)
    if fact is not None and not weighing.own:
        for i in _named_elsewhere(ask, refs, asked):
            if i not in words:
                mine[i] = min(mine.get(i, 0.0), NOT_IN_FACT)
    for named, positions in ask.named.items():
        if named != record.id and ask.named_kinds[named] in ("country", "place") and any(key in record.where.get(stem, ()) for stem in ask.of[named].short):
            # «Which Chinese city»: the text says China.
            explain(mine, positions, IN_TEXT)
    own = ask.named.get(record.id, _NOWHERE)
    for i in words:
        if i not in refs and i not in own and i not in ask.generic:
            mine[i] = max(mine.get(i, 0.0), IN_TEXT)
    for i in refs:
        mine[i] = IN_FACT
    return mine


def _named_elsewhere(ask: Ask, refs: set[int], asked: bool) -> list[int]:
    """Positions of names that a fact does not refer to: one of the jury that does not name him does not answer «was Burak on the jury»."""
    kinds = ("person", "film", "country") if asked else ("person", "film", "country", "place")
    return [i for named, positions in ask.named.items() if ask.named_kinds[named] in kinds and not positions & refs for i in positions]


def named_in(ask: Ask, record: Evidence, fact: Value | None) -> set[int]:
    """Positions of names of other records that a fact refers to."""
    return {i for ref in fact.refs if ref in ask.named and ref != record.id for i in ask.named[ref]} if fact and fact.refs and ask.named else set()


def how_telling(weighing: Weighing, key: str, fact: Value | None = None) -> float:
    """How telling the words of one fact or highlight are among those of its record."""
    ask, record, words = weighing.ask, weighing.record, weighing.words_in(key)
    telling = 0.0
    own = ask.named.get(record.id, _NOWHERE)
    refs = named_in(ask, record, fact)
    for i in sorted(refs.union(words)) if refs else words:
        stems = words.get(i) if i not in ask.generic else None
        if i in refs:
            if i in ask.stems:
                telling += 0.5 * (max([record.blurred.get(stem, 1.0) for stem in stems]) if stems else 0.6)
        elif stems and i not in own:
            rarity = max([ask.rarity[stem] * record.blurred.get(stem, 1.0) for stem in stems])
            share = 0.15 if i in ask.named_positions else 0.4 if weighing.explained.get(i, 0.0) > 0.5 else 2.0
            telling += rarity * min(share, ask.share(i))
    return telling


def told_elsewhere(weighing: Weighing, mine: dict[int, float]) -> int:
    """How many words that this fact of a named record leaves unexplained another of its facts holds; two at most."""
    ask = weighing.ask
    if not weighing.own:
        return 0
    missed = [i for i in ask.content if mine.get(i, 0.0) <= NAME_ELSEWHERE and i not in ask.slight]
    return min(2, sum(any(map(weighing.record.tells, ask.stems[i])) for i in missed))


def lacks_noun(weighing: Weighing, key: str) -> bool:
    """Whether a fact has nothing of what «which» stands before, in words or by its property, and another fact has: «қандай атақ», «what exam»."""
    ask, tells = weighing.ask, weighing.record.tells
    words, cues = weighing.words_in(key), ask.cues.get(key, {})
    return any(i not in words and i not in cues and any(tells(stem) or (ask.asks_venue and ask.rarity[stem]) for stem in ask.stems[i]) for i in ask.governed)
