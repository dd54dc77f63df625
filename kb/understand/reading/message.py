"""A message as words: each word with what it can be a form of, and what words can name or ask for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from kb.language.fold import fold, stands_in, tokens
from kb.language.kazakh import is_located
from kb.lazy import lazy
from kb.records import Language
from kb.understand.lexicon import Pattern
from kb.understand.word_lists import as_listed

_SUFFIXES = {"nin", "din", "tin", "ni", "di", "ti", "ga", "ge", "ka", "ke", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "nan", "nen"}
_SUFFIXES |= {"men", "pen", "ben"}
# «Busan-дағы», «Baku-дегі»: the one there.
_SUFFIXES |= {"dagi", "degi", "tagi", "tegi"}
_CLAUSE = re.compile(r"(?:(?<!\d)[,.]|[,.](?!\d)|[;:!?…()\n])+|\s[-–—]+\s")
_SENTENCE = re.compile(r"(?:(?<!\d)\.|\.(?!\d)|[!?…\n])+")
_YEAR = re.compile(r"(19|20)\d\d")
# A key of so few letters can be of a word of another language.
_SHORT_WORD = 2
# A name of at most so many words can stand before the sentence that asks about it.
SET_OFF = 3
# What stands before a place.
BEFORE_A_PLACE = frozenset(map(fold, ("in", "at", "в", "во")))
# In a message with a larger share of capitals they tell nothing.
_MOST_CAPITALS = 0.6


@dataclass(slots=True)
class Token:
    """A word of a message."""

    text: str
    key: str
    # base key → how sure: 1 exact or inflected, less for a typo.
    bases: dict[str, float] = field(default_factory=dict)
    # A form of a Kazakh verb that says little by itself, whatever else it can mean.
    light: bool = False
    # The word that it is a part of, where that is written as two.
    part_of: str = ""

    @property
    def own_keys(self) -> tuple[str, ...]:
        """Its keys; none of a short Latin word, whose key can be that of a Russian one: «do» is no «до»."""
        return () if len(self.key) <= _SHORT_WORD and self.text.isascii() else (self.key, *self.bases)

    def keys_in(self, language: Language | None) -> tuple[str, ...]:
        """Its keys in a message of a language: in Russian typed in Latin letters «do» is «до»."""
        return self.own_keys if language == "en" else (self.key, *self.bases)

    @property
    def is_suffix(self) -> bool:
        """A case ending that a hyphen split off: «Korkyt Ata-ның»."""
        return self.key in _SUFFIXES

    def means(self, listed: Set[str]) -> bool:
        """Whether it is one of these folded words, or can be a form of one."""
        return not listed.isdisjoint((self.key, *self.bases))


class Mention(NamedTuple):
    """A pattern of the lexicon or of a name, with the positions of the words that it is found in and how surely it is."""

    pattern: Pattern
    span: frozenset[int]
    weight: float


@dataclass
class Message:
    """What the words of one message can mean, each for itself."""

    text: str
    tokens: list[Token]
    mentions: list[Mention]
    language: Language | None
    # The records whose name or alias is the whole message.
    exact: tuple[str, ...] = ()
    # What the sentences before the question name.
    before: frozenset[str] = frozenset()
    # Positions of what people say of themselves before they ask, and of the place that they say they are from: «I make films in Germany, how much …».
    aside: frozenset[int] = frozenset()
    # Positions of what a correction says was not meant.
    denied: frozenset[int] = frozenset()
    # Positions of what tells a film by its story: «the one about a collective farm».
    story: frozenset[int] = frozenset()
    # Positions of the words at the beginning that only ask whether the rest is so.
    framed: frozenset[int] = frozenset()
    # Position → year that is told from the present one: «last year», «биыл».
    relative_years: dict[int, int] = field(default_factory=dict)

    def of(self, what: str) -> list[Mention]:
        """The mentions of one sort: of records, cues, kinds …"""
        return self._by_what.get(what, [])

    @lazy
    def _by_what(self) -> dict[str, list[Mention]]:
        out: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            out[mention.pattern.what].append(mention)
        return out

    @lazy
    def keys(self) -> list[str]:
        """The folded words in their order."""
        return [token.key for token in self.tokens]

    @lazy
    def typed(self) -> list[str]:
        """The words as they are typed, in small letters."""
        return [token.text.lower() for token in self.tokens]

    @lazy
    def listed(self) -> list[str]:
        """The words as lists of words have them: see `as_listed`."""
        return [as_listed(token) for token in self.tokens]

    @lazy
    def _said(self) -> dict[str, frozenset[str]]:
        """The words of each sort, as a set: most lists have none of them."""
        forms = frozenset(key for token in self.tokens for key in (token.key, *token.bases))
        return {"key": frozenset(self.keys), "typed": frozenset(self.typed), "listed": frozenset(self.listed), "form": forms}

    def has_key(self, words: Collection[str]) -> bool:
        """Whether some folded word is one of these."""
        return not self._said["key"].isdisjoint(words)

    def has_typed(self, words: Collection[str]) -> bool:
        """Whether some word as it is typed is one of these."""
        return not self._said["typed"].isdisjoint(words)

    def has_listed(self, words: Collection[str]) -> bool:
        """Whether some word, as lists have it, is one of these."""
        return not self._said["listed"].isdisjoint(words)

    def has_form(self, words: Collection[str]) -> bool:
        """Whether some word is one of these folded words, or can be a form of one."""
        return not self._said["form"].isdisjoint(words)

    def where_key(self, words: Collection[str]) -> set[int]:
        """Where the words stand of which `has_key` tells that there are some."""
        return {i for i, key in enumerate(self.keys) if key in words} if self.has_key(words) else set()

    def where_typed(self, words: Collection[str]) -> set[int]:
        """Where those stand of `has_typed`."""
        return {i for i, typed in enumerate(self.typed) if typed in words} if self.has_typed(words) else set()

    def where_listed(self, words: Collection[str]) -> set[int]:
        """Where those stand of `has_listed`."""
        return {i for i, word in enumerate(self.listed) if word in words} if self.has_listed(words) else set()

    def where_form(self, words: Set[str]) -> set[int]:
        """Where those stand of `has_form`."""
        return {i for i, token in enumerate(self.tokens) if token.means(words)} if self.has_form(words) else set()

    def keys_between(self, start: int, stop: int) -> set[str]:
        """The keys of the words from one position to before another, and those of what they can be forms of."""
        return {key for token in self.tokens[max(0, start) : stop] for key in (token.key, *token.bases)}

    def is_located(self, span: Set[int]) -> bool:
        """Whether a name stands where a place does: after «in» or «at», or with the Kazakh ending for it."""
        if self.language == "kk":
            last, after = self.tokens[max(span)].text, self.tokens[max(span) + 1 : max(span) + 2]
            # «Ankara-да» is there; «website-ы» is not, whatever its own letters.
            return is_located(after[0].text if after and f"{last}-{after[0].text}" in self.text else last)
        return min(span) > 0 and self.tokens[min(span) - 1].key in BEFORE_A_PLACE

    def says(self, phrases: Iterable[tuple[str, ...]]) -> bool:
        """Whether the words of one of these folded phrases stand in a row in the message."""
        said = tuple(token.key for token in self.tokens)
        return any(phrase[0] in said and stands_in(phrase, said) for phrase in phrases)

    def is_percent(self, i: int) -> bool:
        """Whether a number is written with the sign: «is it 50%?»."""
        return re.search(rf"\b{re.escape(self.tokens[i].text)}\s?%", self.text) is not None

    @lazy
    def clauses(self) -> dict[int, tuple[int, int]]:
        """Position of each word → its sentence, and its clause within that, both counted from 0."""
        sizes = [
            (sentence, clause, _words_in(said)) for sentence, part in enumerate(_SENTENCE.split(self.text)) for clause, said in enumerate(clauses_of(part))
        ]
        of = [(sentence, clause) for sentence, clause, size in sizes for _ in range(size)]
        # Of a very long message only the first words are read.
        return dict(enumerate(of[: len(self.tokens)]))

    def begins_clause(self, i: int) -> bool:
        """Whether a word is the first of its clause."""
        return self.clauses.get(i) != self.clauses.get(i - 1)

    @lazy
    def capitals(self) -> frozenset[int]:
        """Positions of words that their capital makes names: not the first of a sentence, unless it is set off: «Borat: where was it shot?»

        None in a message that is all capitals.
        """
        upper = {i for i, token in enumerate(self.tokens) if token.text[:1].isupper()}
        named = {i for m in self.of("record") for i in m.span}
        others = set(range(1, len(self.tokens))) - named
        if len(upper & others) > len(others) * _MOST_CAPITALS:
            return frozenset()
        clauses: dict[tuple[int, int], set[int]] = defaultdict(set)
        for i, clause in self.clauses.items():
            clauses[clause].add(i)
        firsts: dict[int, tuple[int, set[int]]] = {}
        for (sentence, _), span in clauses.items():
            firsts.setdefault(sentence, (min(span), span))
        set_off = {first for first, span in firsts.values() if len(span) <= SET_OFF and span <= upper and first + len(span) in self.clauses}
        return frozenset(upper - {first for first, _ in firsts.values()} | (set_off & upper))

    @lazy
    def years(self) -> dict[int, int]:
        """Position → year, as a number or, where there is none, told from the present one."""
        told = {i: int(t.key) for i, t in enumerate(self.tokens) if len(t.key) == 4 and _YEAR.fullmatch(t.key)}
        return told or dict(self.relative_years)


def clauses_of(text: str) -> list[str]:
    """The parts of a text between commas, dashes and the like; a comma within a number parts nothing."""
    return _CLAUSE.split(text)


def clause_spans(text: str, read: list[Token]) -> list[range]:
    """The positions of each clause of a message; one clause where words stand for several."""
    out: list[range] = []
    start = 0
    for part in clauses_of(text):
        if size := _words_in(part):
            out.append(range(start, start + size))
            start += size
    return out if start == len(read) else [range(len(read))]


def _words_in(text: str) -> int:
    return sum(bool(fold(word)) for word in tokens(text))
