"""What somebody says of himself or to the bot around his question, with no sign between: «who directed Qash need it for a pub quiz»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import accumulate, pairwise, product

from kb.language.fold import fold, tokens
from kb.lazy import lazy
from kb.records import Language
from kb.understand.lexicon import words
from kb.understand.reading.everyday import is_function
from kb.understand.reading.message import Token
from kb.understand.reading.reading import Reading
from kb.understand.weights import MENDED
from kb.understand.word_lists import typed_list

# So many beginnings and ends of a question are tried at most.
_TRIED = 8
# So many words make a sentence, and so many clauses that are no sentence.
_SENTENCE, _CLAUSES = 2, 3
# So many words before the first one that tells of himself can belong to it: «очень нужно для статьи».
_BEFORE = 4
# So many words around a question can be talk, if none of them asks for anything.
_LONG = 4
# What asks for something, or names it.
_HELD = ("cue", "kind", "question", "operation", "record", "foreign", "ordinal", "month", "genre", "asked")
# The Russian conjunction that is a question word elsewhere.
_THAT = "что"
_DASHES = ("-", "–", "—")
_SENTENCE_END = re.compile(r"[.!?…:;)]$")
# «Күтемін», «келдім», «сұрайын»: the endings of the first person, and of those who ask a favour of «you».
_FIRST_PERSON = re.compile(r"\w{3}(?:мын|мін|пын|пін|бын|бін|дым|дім|тым|тім|йын|йін|йыншы|йінші|ппын|ппін|мыз|міз|дық|дік|ңыз|ңіз)$")


def questions_within(reading: Reading) -> Iterator[tuple[str, bool]]:
    """What is left of a message without such talk before or after the question, rather too much than too little first.

    Each with whether something shows that it is talk, and not only that it is long and asks for nothing.
    """
    talk = _Talk(reading)
    if not talk.anchors or sum(talk.sizes) != len(reading.tokens):
        return
    whole = (0, len(talk.words))
    beginnings, ends = talk.beginnings(), talk.ends()
    shown = bool(beginnings or ends)
    beginnings, ends = beginnings or talk.after_long_talk() or [whole[0]], ends or talk.before_long_talk() or [whole[1]]
    # As little as can be is cut off at both sides, then more and more.
    cuts = sorted(product(range(len(beginnings)), range(len(ends))), key=sum)
    for start, end in [(beginnings[b], ends[e]) for b, e in cuts][:_TRIED]:
        if (start, end) != whole:
            yield " ".join(talk.words[start:end]), shown
    yield from ((sentence, True) for sentence in talk.sentences_that_ask())


class _Talk:
    """The words of a message, and where its question can begin and end among them: numbers of words, not of tokens."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.words = reading.text.split()
        # How many tokens each word has, none if it is only signs; the position of its first token.
        self.sizes = [sum(map(bool, map(fold, tokens(word)))) for word in self.words]
        self._starts = list(accumulate(self.sizes, initial=0))

    @lazy
    def anchors(self) -> set[int]:
        """Positions of the tokens that the question holds: names, years, and words that ask."""
        said, capitals = self._reading.tokens, any(token.text[:1].isupper() for token in self._reading.tokens[1:])
        named = {i for m in self._reading.of("record") if m.weight > MENDED for i in m.span}
        # «Finish» is no Finnish, where names have capitals.
        foreign = (m.span for m in self._reading.of("foreign") if m.weight > MENDED and (not capitals or said[min(m.span)].text[:1].isupper()))
        named |= {i for span in foreign for i in span}
        asking = {i for m in self._reading.of("question") if m.weight > MENDED for i in m.span}
        asking |= {i for i, token in enumerate(said) if token.key in _interrogatives(self._reading.language)}
        # «Подруга уверяет, что …»
        asking -= {self._starts[n] for n in range(1, len(self.words)) if self.words[n].lower() == _THAT and self.words[n - 1].endswith(",")}
        held = {i for i in named if not is_function(said[i])} | asking | self._reading.years.keys()
        # What can be a name that is not here: «сестра фанатка Серкана, когда он приезжал в Актау».
        return held | {i for i in self._reading.capitals if not said[i].bases and i < max(held, default=0)}

    @lazy
    def _asks(self) -> set[int]:
        """The words that ask for something or name it, here or elsewhere."""
        return self._words_of(_HELD) | {n for n, size in enumerate(self.sizes) if not self.anchors.isdisjoint(range(self._starts[n], self._starts[n] + size))}

    @lazy
    def _in_vain(self) -> set[int]:
        """The words for what no answer is here to: hotels, the weather."""
        return self._words_of(("beyond",))

    def _words_of(self, what: Collection[str], surely: bool = False) -> set[int]:
        """The words of such mentions: with no typing error, or surely as they are typed."""
        meant = (m for m in self._reading.mentions if m.pattern.what in what and (m.weight == 1 if surely else m.weight > MENDED))
        held = {i for m in meant for i in m.span}
        return {n for n, size in enumerate(self.sizes) if not held.isdisjoint(range(self._starts[n], self._starts[n] + size))}

    @lazy
    def first(self) -> int:
        """The first word that the question holds."""
        return max(n for n in range(len(self.words)) if self._starts[n] <= min(self.anchors))

    @lazy
    def last(self) -> int:
        """The last word that the question holds."""
        return max(n for n in range(len(self.words)) if self._starts[n] <= max(self.anchors))

    @lazy
    def _sentences(self) -> list[int]:
        """Where sentences begin: after a full stop or an emoji, and with a capital after the question."""
        signs = (n for n, word in enumerate(self.words) if _SENTENCE_END.search(word) or not (self.sizes[n] or word in _DASHES))
        return sorted({0, *(n + 1 for n in signs), *(n for n in range(self.last + 1, len(self.words)) if self._begins_anew(n))})

    def sentences_that_ask(self) -> Iterator[str]:
        """Each sentence of several that asks, and names what it asks of, if that is named nowhere else."""
        spans = [(start, end) for start, end in pairwise([*self._sentences, len(self.words)]) if end - start >= _SENTENCE]
        named = self._words_of(("record",), surely=True)
        for start, end in spans if len(spans) > 1 else ():
            asks = self._words_of(("question", "operation")) & set(range(start, end))
            if asks and named <= set(range(start, end)):
                yield " ".join(self.words[start:end])

    @lazy
    def _clauses(self) -> list[int]:
        """Where sentences and parts of sentences begin."""
        return sorted({*self._sentences, *(n + 1 for n, word in enumerate(self.words) if word.endswith((",", *_DASHES)))})

    @lazy
    def _told(self) -> set[int]:
        """The words with which somebody tells of himself, and the ends of sentences that hold nothing of the question."""
        said, starts = self._reading.tokens, self._starts
        told = {n for n, size in enumerate(self.sizes) if any(map(_tells_of_himself, said[starts[n] : starts[n] + size]))}
        apart = [(start, end) for start, end in pairwise([*self._sentences, len(self.words)]) if end - start >= _SENTENCE]
        before = max((n for n in self._clauses if n <= self.first), default=0)
        apart += [(0, before)] if before >= _CLAUSES else []
        return told | {n for start, end in apart if end <= self.first or start > self.last for n in (start, end - 1)}

    def _begins_anew(self, n: int) -> bool:
        """Whether a sentence begins with a word, «… Deadline is near»: it is no name, and has a capital that neither of the two after it has."""
        after = self.words[n + 1 : n + 3]
        followed = len(after) == 2 and all(word[:1].islower() for word in after)
        known = self.sizes[n] > 0 and bool(self._reading.tokens[self._starts[n]].bases)
        return followed and known and self.words[n][:1].isupper() and self.words[n - 1].lower() not in typed_list("prepositions")

    def beginnings(self) -> list[int]:
        """Where the question can begin after what is told of himself: with a sentence, a clause or a word that asks; none if nothing is."""
        told = [n for n in self._told if n < self.first]
        if not told:
            return []
        # «I need the phone number of Kazakhfilm» begins with no question anywhere.
        asking = {min(m.span) for m in self._reading.of("question")}
        openings = {*self._clauses, *(n for n in range(len(self.words)) if self._starts[n] in asking)}
        if self._reading.language == "kk" and _ends_a_sentence(self.words[max(told)].lower()):
            openings.add(max(told) + 1)
        return [n for n in range(max(told) + 1, min(self.first, max(told) + 1 + _BEFORE) + 1) if n in openings]

    def ends(self) -> list[int]:
        """Where the question can end before what is told of himself: where a clause does, else soon before it; none if nothing is."""
        told = [n for n in self._told if n > self.last]
        if not told:
            return []
        clauses = [n for n in self._clauses if self.last < n <= min(told)]
        return clauses or list(range(min(told), max(self.last, min(told) - _BEFORE - 1), -1))

    def after_long_talk(self) -> list[int]:
        """Where the question begins after what is long and asks for nothing: «two ladies in the queue were on about this …»."""
        start = min(self._asks)
        asks = start in self._clauses or start in self._words_of(("question",))
        return [start] if start >= _LONG and (asks or self._in_vain.isdisjoint(range(start))) else []

    def before_long_talk(self) -> list[int]:
        """Where the question ends before what is long and asks for nothing."""
        end, after = max(self._asks) + 1, len(self.words)
        return [end] if after - end >= _LONG and (end in self._clauses or self._in_vain.isdisjoint(range(end, after))) else []


@cache
def _interrogatives(language: Language | None) -> frozenset[str]:
    """Folded words that begin a question; of one language, as the Kazakh «what» is the Russian «not»."""
    return frozenset(fold(word) for of, listed in words()["interrogatives"].items() if language in (None, of) for word in listed)


def _tells_of_himself(token: Token) -> bool:
    word = token.text.lower()
    return word in _of_himself() or bool(_FIRST_PERSON.search(word))


def _ends_a_sentence(word: str) -> bool:
    """Whether a Kazakh word is a verb that a sentence ends with: «жазып жатырмын», «керек еді»."""
    return bool(_FIRST_PERSON.search(word)) or word in words()["of_himself_last"]


@cache
def _of_himself() -> frozenset[str]:
    return frozenset(word for listed in words()["of_himself"].values() for word in listed)
