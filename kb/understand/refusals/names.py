"""Refused: what tells nothing of a name in the message, mostly a word with a capital that no record here is called by."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from kb.base import Base
from kb.language.fold import fold, tokens
from kb.language.kazakh import is_located
from kb.records import LANGUAGES
from kb.understand.ask import Ask, Candidate, is_part_of_a_longer_name
from kb.understand.evidence import NAMES
from kb.understand.reading import Reading
from kb.understand.weights import MENDED, NOT_IN_FACT, UNEXPLAINED
from kb.understand.word_lists import as_listed, listed

# So many letters are no abbreviation.
_LONGEST_ABBREVIATION = 6
# A shorter word has no two letters to swap that would not make it any other.
_SHORTEST_SLIP = 3

# How surely a word is a form of another, and how many letters such a one has that few other words begin with.
_FORM, _LONG = 0.95, 5


class OtherNames:
    """Tells whether a question is about somebody or something that an answer says nothing of, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def stand_beside(self, ask: Ask, best: Candidate) -> bool:
        """Whether a name with a capital stands in the message that the answer says nothing of, beside the name of its record or without one.

        «Nomad, who played the lead?» is not told by another film, nor «who directed Cadet Kelly» by «Cadet».
        """
        if best.follows or (ask.reading.yes_no and ask.named):
            return False
        asking = {
            i
            for mention in ask.reading.mentions
            if mention.pattern.what not in ("record", "slight", "function", "foreign") and mention.weight > MENDED
            for i in mention.span
        }
        bare = not (ask.named or ask.kinds)
        titled = [i for i in ask.content if i in ask.reading.capitals and i not in asking]
        if bare and any(i in ask.slight or self._only_begins_alike(ask, best, i) for i in titled):
            # «How long is Brother», «о чём Кочевница»: what a word with a capital is otherwise, here it is the title.
            return True
        if any(self._is_other_film(ask, best, i) or self._is_no_name_there(ask, best, i) for i in titled):
            return True
        strange = [i for i in titled if best.explained.get(i, 0.0) < NOT_IN_FACT]
        if best.record in ask.named:
            clauses = ask.reading.clauses
            beside = {i + step for i in ask.named[best.record] for step in (-1, 1) if clauses.get(i) == clauses.get(i + step)}
            return any(i in beside and not self.is_slip(ask, i, best.record) for i in strange)
        where = ask.of[best.record].where
        return any(
            i not in ask.named_positions and (not self._base.has_text_word(ask.reading.tokens[i].key) or where.keys().isdisjoint(ask.stems[i])) for i in strange
        )

    @staticmethod
    def _is_other_film(ask: Ask, best: Candidate, i: int) -> bool:
        """«What is the film Nomad about?»: a title beside the word for a film is told by no festival and nobody whose text has such a word."""
        films = ask.kinds.get("film", set()) - ask.kinds.get("edition", set())
        # «За какой фильм Амандурдыев получил приз?»: what stands after «which film» is no title.
        films = {at for at in films if not (at and at < i and as_listed(ask.reading.tokens[at - 1]) in listed("which"))}
        record = ask.of[best.record]
        beside = not films.isdisjoint((i - 1, i + 1)) and i not in ask.named_positions and i not in ask.of_kinds
        named = best.record in ask.named or any(NAMES in record.where.get(stem, ()) for stem in ask.stems[i])
        return beside and not named and record.kind not in ("film", "person")

    def _is_no_name_there(self, ask: Ask, best: Candidate, i: int) -> bool:
        """«… was held in Kazan»: what the texts of the record have is «қазан», October, and never with a capital."""
        record = ask.of[best.record]
        props = {prop for stem in ask.stems[i] for prop in record.where.get(stem, ())}
        # «В Казани» is no month either, in Russian.
        meant = (m for m in ask.reading.mentions if i in m.span and m.pattern.language in (None, ask.reading.language))
        if not props or i in ask.named_positions or any(meant):
            return False
        told = self._base.records[best.record]
        texts = [*told.names.all(), *told.aliases, *(text.get(code) for text in told.texts() for code in LANGUAGES)]
        token = ask.reading.tokens[i]
        beginnings = (token.key, *(base for base, sure in token.bases.items() if sure >= _FORM and len(base) >= _LONG))
        words = [word for text in texts for word in tokens(text) if fold(word).startswith(beginnings)]
        return bool(words) and not any(word[:1].isupper() for word in words)

    def _only_begins_alike(self, ask: Ask, best: Candidate, i: int) -> bool:
        """Whether a word that is not known, but for a typing error, only begins as one of the texts: «Кочевница» as «кочует», but not «Блиадзе»."""
        token, where = ask.reading.tokens[i], ask.of[best.record].where
        unknown = max(token.bases.values(), default=0.0) <= MENDED
        return unknown and not self._base.begins_text_word(token.key[:-1]) and not any(NAMES in where.get(stem, ()) for stem in ask.stems[i])

    def is_of_another(self, ask: Ask, best: Candidate, i: int) -> bool:
        """Whether a word with a capital that means nothing else stands in names of other records only: «the film Pamir» is no other film."""
        if best.record in ask.named or best.follows or any(i in mention.span for mention in ask.reading.mentions):
            return False
        token = ask.reading.tokens[i]
        # «Душанбеде қандай күндер өтті?»: the first word of a sentence has a capital anyway, and the ending of a place as well.
        located = ask.reading.language == "kk" and i == 0 and token.text[:1].isupper() and is_located(token.text)
        return (i in ask.reading.capitals or located) and any(self._base.in_names.count(stem) for stem in ask.stems[i])

    def is_slip(self, ask: Ask, i: int, record: str) -> bool:
        """Whether a word that is nowhere else has two letters of a word of the named record's swapped: «Eva Batyr Qzy», «what did Kazhymukan win in Soeul»."""
        token = ask.reading.tokens[i]
        if token.bases or record not in ask.named or len(token.key) < _SHORTEST_SLIP:
            return False
        letters = sorted(token.key)
        texts = [*self._base.records[record].names.all(), *(text.get(code) for text in self._base.records[record].texts() for code in LANGUAGES)]
        alike = {key for text in texts for key in map(fold, tokens(text)) if len(key) == len(letters) and sorted(key) == letters}
        return any(OSA.distance(token.key, key) == 1 for key in alike)


def is_of_a_longer_name(ask: Ask) -> bool:
    """Whether a name that only a typing error makes stands beside another word with a capital that is no word here: «Charyn Canyon» is not Cannes."""
    return any(is_part_of_a_longer_name(mention, ask.reading, ask.named_positions) for mention in ask.reading.of("record"))


def has_another_abbreviation(ask: Ask, best: Candidate) -> bool:
    """Whether an abbreviation stands in the message that is none of the answer's: what is a form of another word is not it, «SAG» of «saga»."""
    tokens, capitals = ask.reading.tokens, ask.reading.capitals
    # The first word has a capital anyway, «MCU what do these letters mean» or not.
    first = {0} if not tokens[0].bases and any(token.text.islower() for token in tokens) else set()
    short = [i for i in ask.content if i in capitals | first and 1 < len(tokens[i].text) < _LONGEST_ABBREVIATION and tokens[i].text.isupper()]
    meant = {i for m in ask.reading.mentions if m.pattern.what not in ("function", "slight", "foreign") for i in m.span} if short else set()
    return any(tokens[i].key not in tokens[i].bases or best.explained.get(i, 0.0) < UNEXPLAINED for i in short if i not in meant)


def name_like(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    following = {m.pattern.value for m in reading.of("kind") if i + 1 in m.span}
    in_title = i in reading.capitals or (token.text[:1].isupper() and bool(following & {"film", "person"}))
    # A typing error of a word that is part of no name here explains nothing: Томирис is not Тамирис.
    mentioned = any(i in m.span for m in reading.mentions)
    unknown = not token.bases or (not mentioned and max(token.bases.values()) < 0.9)
    return unknown and in_title


def is_strange(ask: Ask, i: int) -> bool:
    """Whether a word is none that the lexicon or the base has: «Shusha» mistyped, «Norwegian»."""
    token = ask.reading.tokens[i]
    return max(token.bases.values(), default=0.0) < 0.7 and len(token.key) > 3
