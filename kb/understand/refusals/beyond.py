"""Refused: what the base has nothing on, by the words of `lexicon/beyond/`, such as tickets and weather."""

from __future__ import annotations

from functools import cache

from kb.base import Base
from kb.understand.ask import Ask, Candidate
from kb.understand.lexicon import words
from kb.understand.reading import Mention, Reading
from kb.understand.weights import MENDED
from kb.understand.word_lists import folded_list, typed_list

# So many letters tell a word of the texts from others that begin alike: all but those of an ending.
_TOLD_APART, _ENDING = 6, 2
# So many letters all forms of a word have in common.
_ALIKE = 4


class BeyondTheBase:
    """Tells whether a message asks for what no record tells, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def refuse(self, ask: Ask, best: Candidate) -> bool:
        return any(self._lacks(ask, best, mention) for mention in ask.reading.of("beyond"))

    def lacks_all(self, reading: Reading, content: list[int]) -> bool:
        """Whether a word for what the base has nothing on stands in a message that neither a name, a cue nor a kind takes up."""
        taken = {i for what in ("record", "cue", "kind", "operation", "question") for m in reading.of(what) if m.weight > MENDED for i in m.span}
        return any(_is_sure(m, reading) and not taken.issuperset([i for i in m.span if i in content] or m.span) for m in reading.of("beyond"))

    def misses(self, ask: Ask, described: Candidate) -> bool:
        """Whether a description has a word for what the base has nothing on, and means nothing else by it: «бала» is hardly a form of «балл»."""
        everyday = {mention.span for mention in ask.reading.of("slight")}
        return any(mention.span not in everyday and self._lacks(ask, described, mention) for mention in ask.reading.of("beyond"))

    def _lacks(self, ask: Ask, best: Candidate, mention: Mention) -> bool:
        """Whether a word for what the base has nothing on stands in the message, and neither a name, a cue nor the answer's own text takes it up."""
        telling = [i for i in mention.span if i in ask.stems and i not in ask.slight] or list(mention.span)
        phrase = len(mention.span) > 1
        # «Is there a metro in Almaty», «where can I leave the car»: what texts about a place say with such a word is of something else.
        of_place = set(ask.named_kinds.values()) == {"place"} and not ask.asks_of_meeting
        # An everyday word for a meeting stands in texts by other words.
        can_be_told = not of_place and (ask.asks_of_meeting or self._begins_in_a_text(mention))
        in_text = can_be_told and self._is_told(ask, best, mention, telling)
        # «How many seats» asks for no seat of an organisation: only a cue as long takes up a phrase, or one for each of its words.
        cues = [m.span for m in ask.reading.of("cue") if m.pattern.value == best.property]
        cinemas = any(key.startswith(tuple(folded_list("cinemas"))) for key in mention.pattern.keys)
        now = cinemas and ask.reading.has_typed(typed_list("right_now"))
        if (now or (phrase and best.property == "release")) and best.record not in ask.named and not best.follows:
            # «Что идёт в кинотеатрах?», «қазір кинотеатрда не бар?» ask when no film came out.
            return _is_sure(mention, ask.reading) and not ask.named_positions.issuperset(telling)
        parts = {span for span in cues if span & mention.span}
        longest = any(len(span) >= len(mention.span) for span in cues) or any(one.isdisjoint(other) for one in parts for other in parts)
        cued = (set().union(*cues) if longest else set()) if phrase else best.cued
        if phrase and best.operation == "highlight" and best.cued.issuperset(telling):
            # «Кто произнёс речь на открытии?» is told in so many words.
            return False
        if of_place and not phrase:
            cued = ask.of_kinds | (cued if best.operation != "highlight" or best.record in ask.named else set())
        if any(mention.span < m.span for m in ask.reading.of("genre")):
            # «Ойын фильмі» is a feature film, and no game.
            return False
        if ask.reading.language == "kk" and any(min(mention.span) - 1 in ask.named[named] for named, kind in ask.named_kinds.items() if kind == "country"):
            # «Түрікмен жігіті»: somebody of that people, and nobody's boyfriend.
            return False
        return _is_sure(mention, ask.reading) and not in_text and not (ask.named_positions | cued).issuperset(telling)

    @staticmethod
    def _is_told(ask: Ask, best: Candidate, mention: Mention, telling: list[int]) -> bool:
        """Whether the answer's own text, or what describes its record, holds each of these words.

        All forms of an English word begin alike: «hotel» is none of «хотеть».
        """
        record = ask.of[best.record]
        described = len(mention.span) == 1
        beginnings = tuple(key[:_ALIKE] for key in mention.pattern.keys) if mention.pattern.language == "en" else ("",)
        stems = ([stem for stem in ask.stems.get(i, ()) if stem.startswith(beginnings)] for i in telling)
        return all(any(best.property in record.where.get(stem, ()) or (described and record.describes(stem)) for stem in of_word) for of_word in stems)

    def _begins_in_a_text(self, mention: Mention) -> bool:
        """Whether each word for what the base has nothing on can stand in a text: «қонақүй» does not, though «қонақ» begins alike."""
        return all(len(key) <= _TOLD_APART or self._base.begins_text_word(key[: max(_TOLD_APART, len(key) - _ENDING)]) for key in mention.pattern.keys)


def _is_sure(mention: Mention, reading: Reading) -> bool:
    """Whether a word is surely the one for what the base has nothing on: «apart» is no apartment."""
    if len(mention.span) == 1 and all(reading.tokens[i].text.lower() in _function_words() for i in mention.span):
        # «Весь» is not «вес», though their keys are one.
        return False
    if mention.weight < 1 and all(reading.tokens[i].bases.get(reading.tokens[i].key) == 1 for i in mention.span):
        # «Important» is a word of its own, and no import.
        return False
    least = 0.98 if mention.pattern.language == "en" else 0.95
    return mention.weight >= least and (len(mention.pattern.keys[0]) > 4 or mention.pattern.language == reading.language)


@cache
def _function_words() -> frozenset[str]:
    """The function words as they are written."""
    return frozenset(str(word).lower() for listed in words()["function_words"].values() for word in listed)
