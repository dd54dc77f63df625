"""The highlights of a record as answers: what a cue of theirs asks for, or their words lead to."""

from __future__ import annotations

from kb.language.fold import fold_phrase
from kb.understand.ask import Ask
from kb.understand.candidates.texts import explained_with, how_telling, lacks_noun, told_elsewhere
from kb.understand.candidates.weighing import Weighing
from kb.understand.reading import Token
from kb.understand.weights import HIGHLIGHT_CUE, OF_ANOTHER, OF_HIGHLIGHT, OF_OTHER_NOUN, OF_OTHER_SORT, TELLING_WORDS, TOLD_ELSEWHERE

_NOWHERE: frozenset[int] = frozenset()


def add_highlights(weighing: Weighing, mute: set[int]) -> None:
    """Add the highlights that can come close; the words at `mute` lead to none."""
    ask, record, found = weighing.ask, weighing.record, weighing.found
    cued = {number for stem in record.cued.keys() & ask.positions.keys() for number in record.cued[stem]} if ask.in_cues else set()
    numbers = [number for number in record.cues if number in cued or (number in found and not mute.issuperset(found[number]))]
    if not numbers:
        return
    of_names, other_kinds = _of_names(weighing), ask.other_kinds(record)
    for number in numbers:
        _add_highlight(weighing, number, _cued(ask, record.cues[number], of_names, other_kinds))


def _of_names(weighing: Weighing) -> set[int]:
    """Positions of names, which are no cues.

    Cues of several words may hold words that say little alone: «former name».
    """
    ask, record = weighing.ask, weighing.record
    named = ask.named.get(record.id, set())
    if len(named) > 1 and record.kind == "film":
        named = named - _described_by(ask, record.id)
    own = named | ask.reading.story if named and (ask.types or ask.strength) else named
    return own.union(*(span for other, span in ask.of_longer_names.items() if other != record.id))


def _described_by(ask: Ask, film: str) -> set[int]:
    """Positions of what a film is called that is none of its titles: «Is Qaitadan the first disaster film?»"""
    titles = {fold_phrase(title) for title in ask.base.records[film].names.all()}
    spans = {mention.span for mention in ask.reading.of("record") if mention.pattern.value == film}
    read = ask.reading.tokens
    called = {span for span in spans if any(_is_title([read[i] for i in sorted(span)], title) for title in titles)}
    return set().union(*(span for span in spans - called))


def _is_title(said: list[Token], title: tuple[str, ...]) -> bool:
    return len(said) == len(title) and all(part in (token.key, *token.bases) for token, part in zip(said, title, strict=True))


def _cued(ask: Ask, phrases: list[list[str]], of_names: set[int], other_kinds: set[int]) -> frozenset[int]:
    """Positions of the words of the cues that the message has whole."""
    cued: frozenset[int] = frozenset()
    for phrase in phrases:
        spans = []
        for stem in phrase:
            if not (span := ask.positions.get(stem, _NOWHERE) - of_names):
                break
            spans.append(span)
        # The word for another kind asks for nothing by itself: «memorandum» of the summit.
        if len(spans) == len(phrase) and not (len(phrase) == 1 and (spans[0] <= other_kinds or spans[0].isdisjoint(ask.stems))):
            cued = cued.union(*spans)
    return cued


def _add_highlight(weighing: Weighing, number: str, cued: frozenset[int]) -> None:
    ask, record = weighing.ask, weighing.record
    if not (cued or weighing.words_in(number)):
        return
    telling = how_telling(weighing, number)
    if not (telling or cued):
        return
    against = OF_HIGHLIGHT if ask.named.get(record.id) else OF_ANOTHER
    bonus = weighing.prior - against + HIGHLIGHT_CUE * min(len(cued), 2) + TELLING_WORDS * min(telling, 2.5)
    if ask.sort and record.lacks_sort(number, ask.sort):
        bonus -= OF_OTHER_SORT
    if ask.governed and lacks_noun(weighing, number):
        bonus -= OF_OTHER_NOUN
    if ask.known and ask.tells_known(record, number):
        bonus -= OF_OTHER_NOUN
    if weighing.cannot_reach(bonus):
        return
    mine = explained_with(weighing, number)
    for i in cued:
        mine[i] = max(mine.get(i, 0.0), 0.95)
    bonus -= TOLD_ELSEWHERE * told_elsewhere(weighing, mine)
    weighing.add(number, "highlight", mine, bonus, cued, asked=bool(cued or telling > 0.6))
