"""A message → words with their meanings: folded tokens, their base keys, mentions, and the language it is in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from operator import itemgetter
from typing import NamedTuple

from kb.base import Base
from kb.language.detect import Detector
from kb.language.fold import clean, fold, fold_phrase, tokens
from kb.language.kazakh import is_form_of, is_noun_form_of, stems, with_mended_endings
from kb.language.layout import readings
from kb.language.slips import slips
from kb.lazy import lazy
from kb.records import LANGUAGES, Language
from kb.understand.called import is_asked
from kb.understand.lexicon import Pattern, english_stem, function_keys, function_words, properties, words
from kb.understand.prefaces import can_have_preface, is_asked_about, is_asker, prefaces, tells_asker, without_origins
from kb.understand.weights import MENDED

MAX_CHARACTERS = 300
MAX_TOKENS = 60
_SUFFIXES = {"nin", "din", "tin", "ni", "di", "ti", "ga", "ge", "ka", "ke", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "nan", "nen"}
_SUFFIXES |= {"men", "pen", "ben"}
# From so many letters on, a word of the base's texts is known by its beginning.
PREFIX = 6
# A shorter word of another keyboard layout could be anything.
_SHORTEST_MENDED = 4
# A Kazakh stem of so few letters can be any word's beginning.
_SHORTEST_STEM = 3
# «93-м» is of the last century, «35-м» of none.
_LAST_CENTURY = 50
_DAYS_OF_MONTH = 31
# So short a name is a typing error away from too many words.
_SHORT_NAME = 4
# A shorter stem under a capital is rather a name with a typing error.
_SHORT_STEM = 5
_CINEMA = "kino"
_ENGLISH: frozenset[Language] = frozenset(("en",))
_POSSESSIVE = re.compile(r"(?<=[A-Za-z]{2})'s$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:(?<!\d)[,.]|[,.](?!\d)|[;:!?…()\n])+|\s[-–—]+\s")
_SENTENCE = re.compile(r"(?:(?<!\d)\.|\.(?!\d)|[!?…\n])+")
# Operations that no yes/no question has.
_LISTS = ("list", "count", "compare", "age", "earliest", "latest", "future")
# What a Russian question that only its tone tells can begin with.
_PREPOSITIONS = frozenset(map(fold, ("в", "во", "на", "с", "со", "из", "у")))
# More words ask at the beginning for nothing but whether the rest is so.
_LONGEST_FRAME = 6
# A bound of more digits is none.
_LONGEST = 9
# So few words after a question go on with it.
_REST = 2
# A remark of so many words may hold some that ask elsewhere: «I met him at the buffet».
_LONG_REMARK = 5
# A name of at most so many words can stand before the sentence that asks about it.
_SET_OFF = 3
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
# The ending of a Kazakh verb or noun by which somebody speaks of himself: «жазып жатырмын», «продюсермін».
_SPEAKER = re.compile(r"(?<=\w{4})[mpb]i[nz]$")
# So many words after «besides» tell what is known already.
_BESIDES = 3
# The endings of Kazakh words before «басқа».
_ABLATIVE = ("nan", "nen", "dan", "den", "tan", "ten")
# Words between the words of a cue: «кто его снял».
_WINDOW = 5
# The same beside a word that says little by itself.
_CLOSE = 1
# Of what sort two things are that a correction sets against each other.
_CONTRASTED = ("record", "cue", "kind")
# «Is the guy who» has so many words before the one that says who is meant, at least.
_NOUN_PHRASE = 2
# A key of so few letters can be of a word of another language.
_SHORT_WORD = 2
# So many letters each part of a word has at least that is written apart, and how surely it is that word.
_PART, _WRITTEN_APART = 3, 0.95
# What a word asks for only outside of a set phrase.
_ASKING = ("cue", "kind", "operation", "beyond")
# A word that is part of no name here is looked at again from so many letters on.
_ORPHAN = 7


@cache
def _yes_no() -> dict[str, frozenset[str]]:
    """The folded words that a yes/no question is told by."""
    return {place: frozenset(fold(str(word)) for word in listed) | frozenset(map(str, listed)) for place, listed in words()["yes_no"].items()}


@cache
def counted_words() -> dict[str, frozenset[str]]:
    """Property → the folded words for what it counts: films, countries, members."""
    return {prop: frozenset(fold(word) for word in listed) for prop, listed in words()["counted_words"].items()}


@cache
def numerals() -> dict[str, int]:
    return {fold(word): number for number, listed in words()["numerals"].items() for word in listed}


@cache
def _scales() -> dict[str, int]:
    return {fold(word): scale for scale, listed in words()["scales"].items() for word in listed}


@cache
def _foreign_money() -> frozenset[str]:
    return frozenset(map(fold, words()["foreign_money"]))


@cache
def _frames() -> list[list[str]]:
    return [list(fold_phrase(phrase)) for listed in words()["frames"].values() for phrase in listed]


def _framed(read: list[Token]) -> frozenset[int]:
    """The positions of the words at the beginning that only ask whether the rest is so: «правда ли, что …»."""
    said = [token.key for token in read[:_LONGEST_FRAME]]
    return frozenset(range(max((len(frame) for frame in _frames() if said[: len(frame)] == frame), default=0)))


@cache
def bounds() -> dict[str, frozenset[str]]:
    """`>`, `<` and `least` → the folded words that set a number as a bound; `not` and `units`: see `words.yaml`."""
    return {sign: frozenset(fold(word) for word in listed) for sign, listed in words()["bounds"].items()}


@cache
def _relative_years() -> dict[str, list[tuple[list[str], int]]]:
    """First word → the phrases that tell a year from the present one, each with how many years later it is.

    As they are written: the keys of «биыл» and «был» are one.
    """
    out: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
    for step, phrases in words()["relative_years"].items():
        for said in (phrase.lower().split() for phrase in phrases):
            out[said[0]].append((said, int(step)))
    return out


@cache
def _decade_endings() -> frozenset[str]:
    return frozenset(words()["decades"])


@cache
def _films() -> frozenset[str]:
    """The folded words for a film."""
    return frozenset(key for phrases in words()["kinds"]["film"].values() for phrase in phrases for key in fold_phrase(str(phrase)))


@cache
def about() -> dict[str, frozenset[str]]:
    """The folded words after and before a word for a film that tell it by its story."""
    return {place: frozenset(fold(word) for word in listed) for place, listed in words()["about"].items()}


@dataclass(slots=True)
class Token:
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

    @property
    def is_suffix(self) -> bool:
        """A case ending that a hyphen split off: «Korkyt Ata-ның»."""
        return self.key in _SUFFIXES


class Mention(NamedTuple):
    pattern: Pattern
    span: frozenset[int]
    weight: float


@dataclass
class Reading:
    """What the words of one message can mean, before anything is decided."""

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

    @lazy
    def yes_no(self) -> bool:
        """Whether it asks for yes or no about something else than a number: see `bound`."""
        return self._asks_yes_no and self.bound is None

    @lazy
    def _asks_yes_no(self) -> bool:
        """Whether it has a Kazakh question particle, Russian «ли» or «да?», an English verb in front, or only the tone; no question word."""
        keys = [token.key for token in self.tokens]
        signs = _yes_no()
        if keys[1:2] == ["it"] and keys[0] in signs["first"]:
            # «Was it Dvortsevoy who made it?»
            return True
        if not self.tokens or (self.of("question") and not self._is_told_who_is_meant(keys)):
            return False
        if keys[0] in signs["first"] or any(key in signs["anywhere"] for key in keys):
            return True
        named_last = {max(m.span) for m in self.of("record")}
        if any(key in signs["after_name"] and i - 1 in named_last for i, key in enumerate(keys)):
            # «Евразия же в Алматы проходит».
            return True
        if self.text.rstrip().endswith("?") and self._only_the_tone_asks(keys):
            return True
        if self.language == "en" and any(token.key in signs["first"] and self._begins(i) for i, token in enumerate(self.tokens)):
            # «Brighton 4th, was it directed by …».
            return True
        if self.language == "kk" and any(token.text.lower() in signs["particles"] for token in self.tokens[1:]):
            # «Алды ма жүлдесін»: what is told may follow the particle.
            return True
        while len(keys) > 1 and keys[-1] in signs["after_last"]:
            keys.pop()
        return keys[-1] in signs["last"]

    def _is_told_who_is_meant(self, keys: list[str]) -> bool:
        """«Is the guy who plays the coach Lithuanian?»: «who» and «when» only say of whom and at what time; not «did the guy who … win»."""
        if self.language != "en" or keys[0] not in _being() or keys[1:2] == [] or keys[1] not in _definite():
            return False
        asking = {i for m in self.of("question") for i in m.span}
        return all(i > _NOUN_PHRASE and keys[i - 1] not in function_keys() for i in asking)

    def _only_the_tone_asks(self, keys: list[str]) -> bool:
        """«Его снял казахстанский режиссёр?», «Akan Satayev made Cadet?»."""
        named = {m.span for m in self.of("record")}
        if not (named or self.years) or len(keys) < 3:
            return False
        if self.language == "en":
            # «Turkish shorts in Aktau?» says of what films.
            kinds = {i for m in self.of("kind") for i in m.span}
            if any(0 in span and max(span) + 1 in kinds for span in named):
                return False
            return len(named) > 1 and any(0 in span for span in named) and len(set().union(*named)) < len(keys)
        # «Первый фестиваль проходил в Анкаре?» asks for no list of the earliest.
        meant_else = {i for what in ("kind", "ordinal") for m in self.of(what) for i in m.span}
        lists = {i for m in self.of("operation") if m.pattern.value in _LISTS for i in m.span} - meant_else
        # «Каш про войну?»; «Жёлтая кошка была в Берлине?»: the base need not know the place.
        tells_story = any(key in about()["after"] for key in keys[1:])
        claims = tells_story or bool(self.of("cue") or self.of("kind") or self.of("month") or self.capitals) or len(named) > 1
        return self.language == "ru" and claims and not lists and (keys[0] not in function_keys() or keys[0] in _PREPOSITIONS)

    def _begins(self, i: int) -> bool:
        """Whether a word begins a clause."""
        return self.clauses.get(i) != self.clauses.get(i - 1)

    @lazy
    def connecting(self) -> frozenset[int]:
        """Positions of «when» that only tells at what time: «which president was there when they were shown»."""
        keys = [token.key for token in self.tokens]
        if _connecting().isdisjoint(keys):
            return frozenset()
        asking = [i for i, key in enumerate(keys) if key in _interrogatives()]
        return frozenset(i for i in asking if keys[i] in _connecting() and self._is_beside_a_question(i, [other for other in asking if other != i]))

    def _is_beside_a_question(self, at: int, asking: list[int]) -> bool:
        """Whether something else is asked, and not «who and when», «кто когда»; «when did …» asks by itself."""
        keys = [token.key for token in self.tokens]
        if at > _NOUN_PHRASE and keys[0] in _being() and keys[1] in _definite():
            # «Was the president in town when it was signed?»
            return True
        if not asking or keys[at + 1 : at + 2] == [] or keys[at + 1] in _yes_no()["first"]:
            return False
        return not any(abs(at - other) == 1 or not _joining().isdisjoint(keys[min(at, other) : max(at, other)]) for other in asking)

    @lazy
    def besides(self) -> frozenset[int]:
        """Positions of what is known already, where something else is asked: «besides the cultural centre», «орталықтан басқа»."""
        outside = _outside()
        if all(listed.isdisjoint(token.key for token in self.tokens) for listed in outside.values()):
            return frozenset()
        named = {i for m in self.of("record") for i in m.span}
        out: set[int] = set()
        for i, token in enumerate(self.tokens):
            if token.key in outside["before"]:
                rest = [j for j in range(i + 1, min(i + 1 + _BESIDES, len(self.tokens))) if self.clauses.get(j) == self.clauses.get(i)]
                out.update(rest if named.isdisjoint(rest) else ())
            elif token.key in outside["after"] and i and self.tokens[i - 1].key.endswith(_ABLATIVE) and i - 1 not in named:
                out.add(i - 1)
        return frozenset(out)

    @lazy
    def bound(self) -> tuple[int, str, int] | None:
        """A number that a yes/no question claims: its position, `>`, `<` or `=`, and itself: «were there over 50 films?».

        «At least 30» is more than 29, «not more than 6» less than 7. None for a number of hours, millions and the like.
        """
        for i in range(len(self.tokens)) if self._asks_yes_no else ():
            around = self.tokens[max(0, i - 1) : i] + self.tokens[i + 1 : i + 2]
            number = self._number(i)
            if number is None or any(other.text[:1].isdigit() for other in around):
                continue
            before, after = self._keys(i - 3, i), self._keys(i + 1, i + 3)
            words_of = bounds()
            if words_of["units"] & after:
                return None
            sides = before | after
            denied = bool(words_of["not"] & before)
            if words_of["least"] & sides:
                return i, ">", number - 1
            if words_of[">"] & sides:
                return (i, "<", number + 1) if denied else (i, ">", number)
            if words_of["<"] & sides:
                return (i, ">", number - 1) if denied else (i, "<", number)
            if not denied and (self.is_percent(i) or any(not listed.isdisjoint(after) for listed in counted_words().values())):
                # «Is it true that it showed 52 films?»
                return i, "=", number
        return None

    def _whole(self, i: int) -> int | None:
        """The whole number in digits at a position, if it is one and no year."""
        text = self.tokens[i].text
        return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST and i not in self.years else None

    def _number(self, i: int) -> int | None:
        """The whole number at a position; one in words only before what is counted: «у неё семь членов»."""
        if (whole := self._whole(i)) is not None:
            return whole
        number = numerals().get(self.tokens[i].key)
        return number if number and any(not listed.isdisjoint(self._keys(i + 1, i + 2)) for listed in counted_words().values()) else None

    def is_percent(self, i: int) -> bool:
        """Whether a number is written with the sign: «is it 50%?»."""
        return re.search(rf"\b{re.escape(self.tokens[i].text)}\s?%", self.text) is not None

    @lazy
    def amount(self) -> tuple[int, str, int] | None:
        """A sum that is told in thousands, millions or billions: the position of that word, `>`, `<` or `=`, and the sum: «over 5 billion».

        None in money of another country, or if the sum is no whole number.
        """
        keys = [token.key for token in self.tokens]
        for i, scale in ((i, scale) for i, key in enumerate(keys) if (scale := _scales().get(key))):
            before = self.tokens[i - 1] if i else None
            digits = before is not None and any(letter.isdigit() for letter in before.text)
            number = self._whole(i - 1) if digits else numerals().get(before.key, 1) if before else 1
            broken = i > 1 and self.tokens[i - 2].text[-1:].isdigit()
            if number is None or broken or not _foreign_money().isdisjoint(keys) or re.search(r"[$€₽]|\d[.,]\d", self.text):
                return None
            sides = self._keys(i - 4, i + 3)
            sign = ">" if bounds()[">"] & sides else "<" if bounds()["<"] & sides else "="
            return i, sign, scale * number
        return None

    def _keys(self, start: int, stop: int) -> set[str]:
        return {key for token in self.tokens[max(0, start) : stop] for key in (token.key, *token.bases)}

    def of(self, what: str) -> list[Mention]:
        return self._by_what.get(what, [])

    @lazy
    def _by_what(self) -> dict[str, list[Mention]]:
        out: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            out[mention.pattern.what].append(mention)
        return out

    @lazy
    def clauses(self) -> dict[int, tuple[int, int]]:
        """Position of each word → its sentence, and its clause within that, both counted from 0."""
        sizes = [
            (sentence, clause, sum(bool(fold(word)) for word in tokens(said)))
            for sentence, part in enumerate(_SENTENCE.split(self.text))
            for clause, said in enumerate(_CLAUSE.split(part))
        ]
        of = [(sentence, clause) for sentence, clause, size in sizes for _ in range(size)]
        return dict(enumerate(of))

    @lazy
    def capitals(self) -> frozenset[int]:
        """Positions of words that their capital makes names: not the first of a sentence, unless it is set off: «Borat: where was it shot?»

        None in a message that is all capitals.
        """
        upper = {i for i, token in enumerate(self.tokens) if token.text[:1].isupper()}
        named = {i for m in self.of("record") for i in m.span}
        others = set(range(1, len(self.tokens))) - named
        if len(upper & others) > len(others) * 0.6:
            return frozenset()
        clauses: dict[tuple[int, int], set[int]] = defaultdict(set)
        for i, clause in self.clauses.items():
            clauses[clause].add(i)
        firsts: dict[int, tuple[int, set[int]]] = {}
        for (sentence, _), span in clauses.items():
            firsts.setdefault(sentence, (min(span), span))
        set_off = {first for first, span in firsts.values() if len(span) <= _SET_OFF and span <= upper and first + len(span) in self.clauses}
        return frozenset(upper - {first for first, _ in firsts.values()} | (set_off & upper))

    @lazy
    def years(self) -> dict[int, int]:
        """Position → year, as a number or, where there is none, told from the present one."""
        told = {i: int(t.key) for i, t in enumerate(self.tokens) if len(t.key) == 4 and re.fullmatch(r"(19|20)\d\d", t.key)}
        return told or dict(self.relative_years)


class Reader:
    """Reads messages with the lexicon and the names of one compiled base."""

    def __init__(self, base: Base, today: Callable[[], date] = date.today) -> None:
        self._base = base
        self._today = today
        self._known: set[str] = set()
        self._english: dict[str, list[str]] = defaultdict(list)
        # «Ақтаудағы» stands in the name of a festival, and is still a form of «Ақтау».
        self._single_names: set[str] = set()
        owners: dict[str, frozenset[Language]] = {}
        of_no_language: frozenset[Language] = frozenset()
        listed = {" ".join(some): frozenset(some) for size in range(1, 4) for some in combinations(sorted(LANGUAGES), size)}
        for key, stem, languages, single in base.words():
            self._known.add(key)
            if stem:
                self._english[stem].append(key)
            if owner := listed.get(languages, of_no_language):
                owners[key] = owner
            if single:
                self._single_names.add(key)
        self._owners = owners
        self._detector = Detector(function_words(), owners)
        self._light_verbs = {fold(stem) for stem in words()["light_verbs"]}
        self._everyday_nouns = {fold(stem) for stem in words()["everyday"]["nouns"]}
        self._everyday_verbs = self._light_verbs | {fold(stem) for stem in words()["everyday"]["verbs"]}
        self._slight = {key for listed in words()["slight"].values() for phrase in listed for key in fold_phrase(str(phrase))[:1]}
        self._first_person = {fold(word) for word in words()["first_person"]}
        self._slips = slips((word for listed in words()["often_typed"].values() for word in listed), words()["no_slips"])
        self._slang = {str(key).lower(): tokens(str(value)) for key, value in words()["slang"].items()}

    def read(self, text: str) -> Reading:
        """The best reading of `text` over the keyboard layouts; never raises, whatever the text."""
        text = _shorten(_without_interjections(clean(text)))
        whole = self._read(text)
        part = question_part(text, whole)
        if part != text:
            asked = self._read(part)
            named = any(whole.of(what) for what in ("record", "foreign"))
            if (whole.aside and not named) or asked.of("record") or asked.of("foreign"):
                before = frozenset(m.pattern.value for m in whole.of("record"))
                wish = whole.language if whole.of("language") else None
                return replace(asked, language=wish or asked.language or whole.language, before=before)
        return whole

    def without_asides(self, reading: Reading) -> Reading | None:
        """The same message without the clauses that name nothing and ask nothing; None if there are none, or nothing else."""
        clauses: list[tuple[str, set[int]]] = []
        start = 0
        for part in _CLAUSE.split(reading.text):
            if size := len(self._tokenise(part)):
                clauses.append((part, set(range(start, start + size))))
                start += size
        if len(clauses) < 2 or start != len(reading.tokens):
            return None
        names = {i for what in ("record", "foreign", "beyond") for mention in reading.of(what) for i in mention.span} | reading.years.keys()
        names |= {i for i in reading.capitals if not reading.tokens[i].bases}
        unmeant = reading.capitals - {i for mention in reading.mentions for i in mention.span}
        # «Дюна — это что за кино?»: what is set off and no word of the lexicon is a name.
        names |= {i for _, span in clauses if len(span) <= _SET_OFF and span <= unmeant for i in span}
        if tells_asker(reading.tokens) and any(token.text.lower() in _pronouns() for token in reading.tokens):
            # «My sister adores Tarkan, where was he born?»
            names |= unmeant
        asks = {i for what in ("cue", "question", "kind", "operation") for mention in reading.of(what) for i in mention.span}
        questions = {i for mention in reading.of("question") for i in mention.span}
        if not any(span & names and span & questions for _, span in clauses):
            # «The animators' get-together in Aktau, who chaired it?» asks in the clause that names nothing.
            names |= questions
        names -= self._of_remarks(reading, [span for _, span in clauses])
        kept = [bool(span & names) for _, span in clauses]
        if not any(span & asks for (_, span), keep in zip(clauses, kept, strict=True) if keep):
            kept = [keep or bool(span & asks) for (_, span), keep in zip(clauses, kept, strict=True)]
        if all(kept) or not any(kept):
            return None
        core = self._read(", ".join(part for (part, _), keep in zip(clauses, kept, strict=True) if keep))
        return replace(core, language=reading.language, exact=())

    def remark_and_question(self, reading: Reading) -> tuple[Reading, Reading] | None:
        """«Raev runs TURKSOY, right? What country is he from?»: what is asked for a nod first, and a question that names nothing and refers to it."""
        *said, last = _SENTENCES.split(reading.text)
        if not said or not said[-1].endswith("?"):
            return None
        words_of = [word.lower() for word in tokens(last)]
        if _pronouns().isdisjoint(words_of) or fold(words_of[0]) not in _interrogatives():
            return None
        asked, remark = self._read(last), self._read(" ".join(said))
        asks = any(not _interrogatives().isdisjoint((token.key, *token.bases)) for token in remark.tokens)
        if asked.of("record") or asked.of("foreign") or asks or not remark.of("record"):
            return None
        return remark, replace(asked, language=reading.language)

    def _of_remarks(self, reading: Reading, clauses: list[set[int]]) -> set[int]:
        """Positions of what a remark beside a whole question speaks of, and what the base has nothing on: «how long is Cadet, I need a coffee».

        Nor does it speak of a name that only a typing error makes, «nagging», or of the country of «my French is awful», «it's all in Russian».
        """
        records = [(m, self._base.evidence[m.pattern.value].kind in ("country", "place")) for m in reading.of("record")]
        things = [m.span for m, is_place in records if m.weight > MENDED and not is_place]
        # «The 2022 agreement in Paris» is named too.
        places = {i for m, is_place in records if is_place for i in m.span}
        narrowing = places | reading.years.keys()
        things += [m.span | {i} for m in reading.of("kind") if m.pattern.value == "agreement" for i in narrowing if i not in m.span]
        asking = [m.span for what in ("question", "cue") for m in reading.of(what) if m.weight > MENDED]
        # The pronoun of a name refers to nothing: «Gingerbread for Her Dad».
        refers = {i for i, token in enumerate(reading.tokens) if token.text.lower() in _pronouns()} - {i for m, _ in records for i in m.span}
        # «At the Aktau festival» asks for no festivals.
        pairs = [thing | asked for thing in things for asked in asking if not asked <= thing]
        whole = [any(pair <= span for pair in pairs) and refers.isdisjoint(span) for span in clauses]
        if not any(whole):
            return set()
        beyond = {m.span for m in reading.of("beyond")}
        lacking = {i for m in (*reading.of("beyond"), *reading.of("foreign")) if m.span in beyond for i in m.span}
        lacking |= {i for m, _ in records if m.weight <= MENDED for i in m.span if not reading.tokens[i].text[:1].isupper()}
        lacking |= {i for i in places if reading.tokens[i].text.lower() in _languages() and (i == 0 or reading.tokens[i - 1].key in _in())}
        kinds = {i for m in reading.of("kind") for i in m.span}
        asks = {i for m in reading.of("operation") for i in m.span if i not in kinds and not self.is_function(reading.tokens[i])}
        asks |= {i for m in reading.of("question") for i in m.span}
        cued = {i for m in reading.of("cue") if m.weight == 1 for i in m.span}
        following = whole.index(True)
        out: set[int] = set()
        for n, (span, complete) in enumerate(zip(clauses, whole, strict=True)):
            # «…, in IMAX», «…, the tickets» go on with the question, «…, редактор достаёт» does not.
            first = reading.tokens[min(span)]
            goes_on = n > following and (first.key in _going_on() or (len(span) <= _REST and not tells_asker([first])))
            if not (complete or goes_on or span & asks or (len(span) < _LONG_REMARK and span & cued)):
                out |= span & (lacking | (places if first.key in _of_ones_own() else set()))
        return out

    def _read(self, text: str) -> Reading:
        best = self._tokenise(text)
        hits = self._hits(best)
        # «А в 2024?»: the digits of another layout are letters, and nothing here needs to be read otherwise.
        doubtful = any(max(token.bases.values(), default=0.0) < 1 for token in best if not token.key.isdigit())
        if doubtful and hits < 0.5 * len(best) + 0.5:
            for other in readings(text):
                candidate = self._tokenise(other)
                gained = self._hits(candidate)
                if candidate and gained > hits + 0.9 and gained / len(candidate) > 0.45:
                    text, best, hits = other, candidate, gained
        if (mended := self._mend_layout(text, best)) != text:
            text, best = mended, self._tokenise(mended)
        unknown = {token.key for token in best if not token.bases and not self._is_everyday(token.key)}
        nearest = {key: self._mended(key) for key in unknown}
        films = _films()
        for i, token in enumerate(best):
            token.bases = token.bases or nearest.get(token.key, {})
            titled = token.text[:1].isupper() or any(not films.isdisjoint(beside.bases) for beside in best[max(0, i - 1) : i] + best[i + 1 : i + 2])
            if titled and token.bases and max(token.bases.values()) < 1 and max(map(len, token.bases)) < _SHORT_STEM:
                # «Qaitdan» is rather a name with a typing error than a form of «қайт».
                token.bases |= {base: sure for base, sure in self._fuzzy(token.key).items() if base in self._single_names}
        relative = self._relative_years(best)
        for i, year in relative.items():
            best[i].bases[str(year)] = 1.0
        for short, ending in pairwise(best):
            if len(short.text) == 2 and short.text.isdecimal() and short.text.endswith("0") and ending.text.lower() in _decade_endings():
                # «The 30s», «в 30-х»: texts tell the decade in full.
                short.bases[f"19{short.text}"] = 1.0
        mentions = self._mentions(best)
        if self._take_orphans(best, mentions):
            mentions = self._mentions(best)
        named = {i for mention in mentions if mention.pattern.what == "record" for i in mention.span}
        wished = next((m.pattern.value for m in mentions if m.pattern.what == "language" and not m.span <= named), None)
        if wished and is_asked(best, mentions):
            # «Как Венгрия по-казахски»: it is the name that is to be in Kazakh.
            wished = None
        spoken = self._detector.detect(_rows(best, mentions))
        language = next((code for code in LANGUAGES if code == wished), None) or spoken
        self._keep_to(spoken, best)
        mentions = [m for m in mentions if _can_be_meant(m, best, language) and (m.weight > MENDED or m.pattern.language in (None, spoken))]
        aside = told = frozenset[int]()
        if framed := _framed(best):
            mentions = [m for m in mentions if m.pattern.what not in ("cue", "question", "operation") or m.span.isdisjoint(framed)]
        origins, denied = _origins(best, mentions), _denied(best, mentions)
        if origins or denied:
            mentions = [m for m in mentions if m.span.isdisjoint(origins | denied)]
        speaks = any(token.key in self._first_person or (language == "kk" and _SPEAKER.search(token.key)) for token in best)
        prefaced = can_have_preface(best)
        mentions = [m for m in mentions if m.weight > MENDED or not is_asker(best, m)] if prefaced else mentions
        if speaks or prefaced or any(token.key in listed for listed in about().values() for token in best):
            clauses, things = self._clauses(text, best), self._things(mentions)
            aside = self._asides(best, mentions, clauses, language) if speaks else aside
            aside |= prefaces(best, mentions, clauses, things) if prefaced else aside
            if aside and is_asked_about(best, mentions, aside, things):
                aside = frozenset()
            mentions = without_origins(best, mentions, aside, things) if aside else mentions
            told = _descriptions(best, mentions, clauses)
            mentions = [m for m in mentions if not _is_beside(m, aside, told)] if aside or told else mentions
        if language == "kk":
            # «Естімеппін» is of «есті», whose key is that of Eesti.
            mentions = [m for m in mentions if not (m.pattern.what == "record" and m.weight < 1 and self._is_verb(m.pattern))]
            for i, token in enumerate(best):
                # «Берлинде» is no form of «бер».
                is_name = i > 0 and token.text.istitle()
                token.light = i not in named and not is_name and is_form_of(token.key, self._light_verbs)
        said = tuple(token.key for token in best)
        exact = dict.fromkeys(m.pattern.value for m in mentions if m.pattern.what == "record" and m.pattern.keys == said)
        reading = Reading(
            text, best, mentions, language, tuple(exact), aside=aside | origins, denied=denied, story=told, framed=framed, relative_years=relative
        )
        self._leave_names(reading)
        return reading

    def _leave_names(self, reading: Reading) -> None:
        """Take no name that is not here for another word with a typing error: «Dune» is not «done»."""
        meant = {i for mention in reading.mentions if mention.pattern.what not in ("slight", "function") for i in mention.span}
        for i in reading.capitals - meant:
            token = reading.tokens[i]
            if token.bases and max(token.bases.values()) <= MENDED and len(token.key) <= _SHORT_NAME:
                token.bases = {base: sure for base, sure in token.bases.items() if base in self._single_names}

    def _keep_to(self, language: Language | None, read: list[Token]) -> None:
        """Take out what only a typing error makes of a word, if that is a word of other languages: «Dune» is not «денег»."""
        for token in read:
            if language and token.bases and max(token.bases.values()) <= MENDED:
                token.bases = {base: sure for base, sure in token.bases.items() if language in self._owners.get(base, (language,))}

    def _relative_years(self, read: list[Token]) -> dict[int, int]:
        """Position of the last word of «this year» and the like → the year that it means."""
        said = [_POSSESSIVE.sub("", token.text).lower() for token in read]
        for at, (short, ending) in enumerate(pairwise(said)):
            if len(short) == 2 and short.isdecimal() and (year := self._of_two_digits(int(short), ending, said[at - 1] if at else "")):
                last = at + 2 == len(said) or not read[at + 2].bases or read[at + 2].key in function_keys()
                if last:
                    return {at: year}
        firsts = _relative_years()
        for at, word in enumerate(said):
            for phrase, step in firsts.get(word, ()):
                if said[at : at + len(phrase)] == phrase:
                    return {at + len(phrase) - 1: self._today().year + step}
        return {}

    def _of_two_digits(self, number: int, ending: str, before: str) -> int | None:
        """«Летом 25-го», «в 93-м»: the year that two digits with an ending stand for, if any: «25-го» alone is rather a day."""
        short = words()["short_years"]
        if ending in short["endings"] or (ending in short["endings_after"] and (before in short["after"] or number > _DAYS_OF_MONTH)):
            newest = self._today().year + 1
            return 2000 + number if 2000 + number <= newest else 1900 + number if number >= _LAST_CENTURY else None
        return None

    def _clauses(self, text: str, read: list[Token]) -> list[range]:
        """The positions of each clause of a message; one clause where words stand for several."""
        out: list[range] = []
        start = 0
        for part in _CLAUSE.split(text):
            if size := sum(bool(fold(word)) for word in tokens(part)):
                out.append(range(start, start + size))
                start += size
        return out if start == len(read) else [range(len(read))]

    def _asides(self, read: list[Token], mentions: list[Mention], clauses: list[range], language: Language | None) -> frozenset[int]:
        """Positions of clauses in which somebody speaks of himself, if another clause asks."""
        named = {i for m in mentions if m.pattern.what == "record" for i in m.span}
        asking = {i for m in mentions if m.pattern.what == "question" for i in m.span}
        greeting = {i for m in mentions if m.pattern.what == "smalltalk" and m.pattern.value == "greeting" and m.weight == 1 for i in m.span}
        said: list[range] = []
        for clause in clauses:
            # «I am a producer from Germany, want to shoot here. How much …»: he goes on speaking of himself until he asks.
            in_kazakh = language == "kk" and named.isdisjoint(clause) and _SPEAKER.search(read[clause[-1]].key)
            # «Hi, …» and «hi im Lena»: a greeting may stand before.
            start = next((i for i in clause if i not in greeting), clause[0])
            of_himself = read[start].key in self._first_person or in_kazakh
            if asking.isdisjoint(clause) and (of_himself or (said and said[-1].stop == clause.start and clause is not clauses[-1])):
                said.append(clause)
        others = {i for clause in clauses if clause not in said for i in clause}
        if not said or not any(m.span <= others for m in mentions if m.pattern.what in ("question", "cue", "record")):
            return frozenset()
        return frozenset(i for clause in said for i in clause)

    def _is_verb(self, pattern: Pattern) -> bool:
        """Whether a name of one word has the key of a Kazakh verb."""
        return len(pattern.keys) == 1 and pattern.keys[0] in self._light_verbs

    def _things(self, mentions: list[Mention]) -> frozenset[int]:
        """Positions of names of anything but countries and places."""
        named = (m for m in mentions if m.pattern.what == "record" and self._base.evidence[m.pattern.value].kind not in ("country", "place"))
        return frozenset(i for m in named for i in m.span)

    def votes(self, reading: Reading) -> list[tuple[str, dict[Language, float]]]:
        """Each word as typed with what it tells of the language of the message."""
        return list(self._detector.votes(_rows(reading.tokens, reading.mentions)))

    def _begins_a_word(self, key: str) -> bool:
        """Whether a word of the base's texts begins so: then it is no typing error of a name, as «полигоны» is not «Погоня»."""
        found = self._base.text_word_from(key) if len(key) >= PREFIX else ""
        return bool(found) and found.startswith(key) and found not in self._single_names

    def _tokenise(self, text: str) -> list[Token]:
        out = []
        typed = tokens(text)[:MAX_TOKENS]
        # «Kto prodyuser u Tagieva»: Russian «у», and no «you».
        slang = {} if "u" in typed and _is_transliterated(typed) else self._slang
        for n, word in enumerate(typed):
            for part in slang.get(word.lower()) or (self._without_slip(word, n == 0, typed[n + 1 : n + 2]),):
                if key := fold(_POSSESSIVE.sub("", part) if "'" in part else part):
                    out.append(Token(part, key))
        forms = self._base.forms.many({token.key for token in out})
        for token in out:
            token.bases = self._bases(token.key, token.text, forms.get(token.key, ()))
        for one, other in pairwise(out):
            joined = one.key + other.key
            if joined in self._known and joined not in self._single_names and len(one.key) >= _PART <= len(other.key):
                # «Жер асты», «спец приз»: one word that is written as two; «Kazakh film» is no Kazakhfilm.
                one.bases[joined] = other.bases[joined] = _WRITTEN_APART
                one.part_of = other.part_of = joined
        return out

    def _without_slip(self, word: str, first: bool, following: list[str]) -> str:
        """The short everyday word that is meant by a slip of it; with a capital within the message it is rather a name."""
        if word.lower() == "hwo" and following and following[0].lower() in _of_amount():
            # «Hwo» is «who» but here.
            return "how"
        meant = self._slips.get(word.lower()) if first or word.islower() else None
        return word if meant is None or fold(word) in self._known else meant

    def _mend_layout(self, text: str, read: list[Token]) -> str:
        """The text with each unknown word that is a known one in another keyboard layout put right: «Лфсрлнт фильмі»."""
        if all(token.bases for token in read):
            return text
        words_typed = text.split()
        for n, typed in enumerate(words_typed):
            if len(typed) > _SHORTEST_MENDED and not any(token.bases for token in self._tokenise(typed)):
                for other in readings(typed):
                    mended = self._tokenise(other)
                    if mended and all(token.bases and len(token.key) >= _SHORTEST_MENDED for token in mended):
                        words_typed[n] = other
                        break
        return " ".join(words_typed) if words_typed != text.split() else text

    def _hits(self, read: list[Token]) -> float:
        return sum(1 if len(token.key) > 2 else 0.3 for token in read if token.bases and not token.key.isdigit())

    def _bases(self, key: str, text: str, formed: Sequence[str]) -> dict[str, float]:
        """The known keys that a word is a form of, each with how sure it is; `formed` are those of the Russian table."""
        out: dict[str, float] = {}
        if key in self._known:
            out[key] = 1.0
        # «Ministri» is Kazakh: hardly an English word ends so.
        english = text.isascii() and not text.lower().endswith("i")
        if not (english and self._owners.get(key) == _ENGLISH):
            for base in formed:
                out.setdefault(base, 1.0)
        if english and key not in self._single_names:
            for base in self._english.get(english_stem(key), ()):
                out.setdefault(base, 0.97)
            if text.lower().endswith("ts"):
                # The key reads «ts» as one letter, and an English plural in -ts would not be known.
                out |= {base: 0.97 for base in self._english.get(english_stem(fold(text[:-1])), ()) if base not in out}
        known_form = bool(formed) or (key in self._single_names and len(key) > 4)
        if key not in function_keys() and not key.isdigit() and not known_form:
            for stem, _ in stems(key, self._known)[:3]:
                if text.isascii() and len(stem) <= _SHORTEST_STEM and self._owners.get(stem) == _ENGLISH:
                    # No Kazakh form of a short English word: «earn» is not of «year».
                    continue
                out.setdefault(stem, 0.95 if len(stem) > 3 else 0.85)
        if not out and key.startswith(_CINEMA) and (rest := key[len(_CINEMA) :]):
            # «Киномеморандум» is a memorandum.
            out = {base: 0.95 for base in (rest, *self._base.forms.many([rest]).get(rest, ())) if base in self._known and len(base) > 3}
        return out

    def _mended(self, key: str) -> dict[str, float]:
        """What an unknown word can be; where words of the base begin so, only one that lost a letter: «memorandm»."""
        found = self._fuzzy(key)
        if self._begins_a_word(key[:-1]):
            return {base: sure for base, sure in found.items() if base.startswith(key[:-1]) and len(base) > len(key)}
        return found

    def _take_orphans(self, read: list[Token], mentions: list[Mention]) -> bool:
        """Take what is known only as a part of longer names, which are not here, for a name with a typing error: «узбекистона»."""
        spans = {i for mention in mentions for i in mention.span}
        found = False
        for i, token in enumerate(read):
            if i in spans or not token.bases or len(token.key) < _ORPHAN or self.is_function(token) or token.key.isdigit():
                continue
            if self._is_everyday(token.key) or any(self._begins_a_word(base) for base in token.bases):
                continue
            names = {near: 0.75 for near in self._base.spellings.near(token.key, most=1) if near in self._single_names}
            if names:
                token.bases |= names
                found = True
        return found

    def _fuzzy(self, key: str) -> dict[str, float]:
        """The nearest known keys within a typing error of `key`, each with how sure it is."""
        spellings = self._base.spellings
        found = spellings.near(key)
        if not found or min(found.values()) > 1:
            found |= dict.fromkeys(spellings.alike(key), 1)
        if not found:
            # A typo in an inflected word: at most the last letters are taken off, and one letter is wrong.
            for cut in range(2, min(6, len(key) - _SHORT_STEM + 1)):
                stem = key[:-cut]
                near = [k for k in spellings.near(stem, most=1) if len(k) >= len(stem) and k[0] == key[0] and k not in self._slight]
                if len(stem) == _SHORT_STEM:
                    near = [k for k in near if k in self._single_names and len(k) > _SHORT_STEM]
                found = dict.fromkeys(near, 1)
                if found:
                    break
        if not found:
            mended = (stem for word in with_mended_endings(key) for stem, _ in stems(word, self._known, _SHORT_STEM - 1)[:1] if not key.isdigit())
            return dict.fromkeys(mended, 0.75)
        nearest = min(found.values())
        forms = self._base.forms.many(found)
        out: dict[str, float] = {}
        for candidate, wrong in found.items():
            if wrong == nearest:
                for base in [candidate, *forms.get(candidate, ())]:
                    if base in self._known:
                        out[base] = 0.85 - 0.1 * wrong
        return out

    def _mentions(self, read: list[Token]) -> list[Mention]:
        out: list[tuple[int, int, Mention]] = []
        positions: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(read):
            for base in token.bases:
                positions[base].append(i)
        order = {base: n for n, base in enumerate(positions)}
        alone = [frozenset((i,)) for i in range(len(read))]
        for base, patterns in self._base.patterns.among(positions):
            for pattern in patterns:
                if len(pattern.keys) == 1:
                    out += [(order[base], pattern.rank, Mention(pattern, alone[at], read[at].bases[base])) for at in positions[base]]
                elif positions.keys() >= set(pattern.keys):
                    first = base if pattern.what != "record" else pattern.keys[0]
                    for at in positions[base]:
                        if span := self._span(pattern, at, read, positions):
                            weight = min([max([read[j].bases.get(key, 0) for key in pattern.keys]) for j in span])
                            out.append((order[first], pattern.rank, Mention(pattern, span, weight)))
        out = _without_what_is_not_meant(out, read)
        out.sort(key=itemgetter(0, 1))
        beside = {i + step for *_, m in out if m.pattern.what == "kind" for i in m.span for step in (-1, 1)}
        out = [found for found in out if not found[2].pattern.ordinary or self._is_title(found[2], read, beside)]
        # The longest name wins: «Korkyt Ata» the festival over «Ata», in the same words the surest.
        surest: dict[frozenset[int], float] = {}
        for *_, mention in out:
            if mention.pattern.what in ("record", "foreign"):
                surest[mention.span] = max(surest.get(mention.span, 0.0), mention.weight)
        covered = {span for span in surest if any(span < longer for longer in surest)}
        mentions: dict[tuple[int, frozenset[int]], Mention] = {}
        for _, rank, mention in out:
            name = mention.pattern.what in ("record", "foreign")
            if not (name and (mention.span in covered or mention.weight < surest[mention.span] - 0.05)):
                mentions.setdefault((rank, mention.span), mention)
        return list(mentions.values())

    @staticmethod
    def _is_title(mention: Mention, read: list[Token], beside: set[int]) -> bool:
        """Whether an everyday word is the title that it also is: it stands alone, with a capital or beside a word for a film."""
        (at,) = mention.span
        return len(read) == 1 or (mention.pattern.ordinary == 1 and ((at > 0 and read[at].text[:1].isupper()) or at in beside))

    @staticmethod
    def _span(pattern: Pattern, at: int, read: list[Token], positions: dict[str, list[int]]) -> frozenset[int] | None:
        """The words that a pattern of several keys stands in, if one of them is the word at `at`."""
        if pattern.in_any_order:
            span = {at}
            # «What festival» is not said by «what's the Eurasia festival».
            window = _CLOSE if len(pattern.keys) == 2 and not function_keys().isdisjoint(pattern.keys) else _WINDOW
            for key in pattern.keys:
                near = [i for i in positions.get(key, ()) if _apart(read, i, at, window) and (i not in span or key in read[i].bases)]
                if not near:
                    return None
                span.add(min(near, key=lambda i: abs(i - at)))
            if pattern.keys[0] in _governing() and not _governs(pattern, read, sorted(span)):
                return None
            return frozenset(span) if len(span) >= len(set(pattern.keys)) else None
        start = at - pattern.at
        if start < 0 or start + len(pattern.keys) > len(read):
            return None
        if all(key in read[start + k].bases for k, key in enumerate(pattern.keys)):
            return frozenset(range(start, start + len(pattern.keys)))
        return None

    def _is_everyday(self, key: str) -> bool:
        """Whether it is a form of an everyday Kazakh word, which no typing error makes a name."""
        return is_form_of(key, self._everyday_verbs) or is_noun_form_of(key, self._everyday_nouns)

    def is_function(self, token: Token) -> bool:
        """A word that says little by itself, in any language; «этом» as a form of «этот» too."""
        if token.key in function_keys():
            return True
        if token.bases:
            return function_keys().issuperset(token.bases)
        return is_form_of(token.key, self._light_verbs)


def _without_what_is_not_meant(found: list[tuple[int, int, Mention]], read: list[Token]) -> list[tuple[int, int, Mention]]:
    """The mentions, but for those of words that ask for something only outside of a set phrase: «в курсе», «i meant»; and for words that are no names."""
    phrases = [m.span for *_, m in found if m.pattern.what == "slight" and len(m.span) > 1]
    no_names = {i for i, token in enumerate(read) if token.text.lower() in _no_names()}
    if not phrases and not no_names:
        return found
    return [
        one
        for one in found
        if not (one[2].pattern.what in _ASKING and any(one[2].span <= span for span in phrases))
        and not (one[2].pattern.what in ("record", "foreign") and any(one[2].span < span for span in phrases))
        and not (one[2].pattern.what in ("record", "foreign") and one[2].span <= no_names)
    ]


def _is_transliterated(typed: list[str]) -> bool:
    """Whether a word is a Russian one in Latin letters that is no English one."""
    of = function_words()
    return any(word.isascii() and (key := fold(word)) in of["ru"] and key not in of["en"] for word in typed)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(words()["no_names"])


def _origins(read: list[Token], mentions: list[Mention]) -> frozenset[int]:
    """The positions of the place that somebody says he is from: «I'm from Tashkent», «Түркиядан келдім».

    «Я из Узбекистана, какие наши фильмы показали?» asks of just this country.
    """
    keys = tuple(token.key for token in read)
    out: set[int] = set()
    said: set[int] = set()
    for m in (m for m in mentions if m.pattern.what in ("record", "foreign")):
        first, last = min(m.span), max(m.span)
        before = [phrase for phrase in _of_origin()["before"] if keys[:first][-len(phrase) :] == phrase]
        after = [phrase for phrase in _of_origin()["after"] if keys[last + 1 :][: len(phrase)] == phrase]
        if before or after:
            out |= m.span
            said |= {i for phrase in before for i in range(first - len(phrase), first)}
            said |= {i for phrase in after for i in range(last + 1, last + 1 + len(phrase))}
    ours = any(token.text.lower() in _ours() for i, token in enumerate(read) if i not in said)
    return frozenset() if ours or len(out) == len(read) else frozenset(out)


def _denied(read: list[Token], mentions: list[Mention]) -> frozenset[int]:
    """The positions of what a correction says was not meant: «I said actor, not actress», «не Атамекен, а Жоктау», «актриса емес, актер».

    Of two things of the same sort that are named one after the other, the first in Russian and Kazakh, the second in English;
    the first too of two names with «no, wait» between them.
    """
    said = [token.text.lower() for token in read]
    words_of, spans = words()["contrast"], [m for m in mentions if m.pattern.what in _CONTRASTED]
    if not _instead().isdisjoint(said) and (taken_back := _taken_back(said, [m.span for m in spans if m.pattern.what == "record"])):
        return taken_back

    def of_one_sort(one: int, other: int) -> frozenset[int]:
        """The words of what stands at the one place, if what stands at the other is of the same sort."""
        return frozenset().union(*(m.span for m in spans if one in m.span for n in spans if other in n.span and n.pattern.what == m.pattern.what))

    for i, word in enumerate(said):
        if word == words_of["ru"][0] and (other := said.index(words_of["ru"][1], i + 1) if words_of["ru"][1] in said[i + 1 : i + 6] else 0):
            first = of_one_sort(i + 1, other + 1)
            if first and first | {i + 1} >= set(range(i + 1, other)):
                return first | {i}
        elif word == words_of["en"][0] and 0 < i < len(said) - 1 and (second := of_one_sort(i + 1, i - 1)):
            return second | {i}
        elif word == words_of["kk"][0] and 0 < i < len(said) - 1 and (first := of_one_sort(i - 1, i + 1)):
            return first | {i}
    return frozenset()


def _taken_back(said: list[str], named: list[frozenset[int]]) -> frozenset[int]:
    """The name right before «no, wait» and the like, if another one stands right after."""
    for span in named:
        after = range(max(span) + 1, len(said))
        second = next((i for i in after if said[i] not in _instead()), len(said))
        if second > after.start and any(second == min(other) for other in named):
            return span | set(range(after.start, second))
    return frozenset()


@cache
def _instead() -> frozenset[str]:
    return frozenset(words()["contrast"]["instead"])


@cache
def _definite() -> frozenset[str]:
    """Folded words with which something definite begins: «the guy who …»."""
    return frozenset(fold(word) for word in words()["definite"])


@cache
def _being() -> frozenset[str]:
    """Folded words that begin «is … French?», «was … in town when …?»."""
    return frozenset(fold(word) for word in words()["copulas"])


@cache
def _interrogatives() -> frozenset[str]:
    """Folded words that begin a question in Russian or English."""
    return frozenset(fold(word) for language in ("ru", "en") for word in words()["interrogatives"][language])


@cache
def _connecting() -> frozenset[str]:
    return frozenset(fold(word) for word in words()["connecting"])


@cache
def _joining() -> frozenset[str]:
    return frozenset(fold(word) for name in ("joining", "or") for word in words()[name])


@cache
def _outside() -> dict[str, frozenset[str]]:
    """Folded words for «besides», by whether they stand before or after what is known."""
    return {place: frozenset(fold(word) for word in listed) for place, listed in words()["outside"].items()}


@cache
def _languages() -> frozenset[str]:
    """What languages are called, as it is written after a word for «in»."""
    return frozenset(words()["languages"]["names"])


@cache
def _in() -> frozenset[str]:
    return frozenset(fold(word) for word in words()["languages"]["in"])


@cache
def _of_ones_own() -> frozenset[str]:
    """Folded words with which somebody begins to speak of what is his: «my», «мой»."""
    return frozenset(fold(word) for word in words()["my"])


@cache
def _going_on() -> frozenset[str]:
    """Folded words with which a clause goes on with the question before it."""
    return frozenset(fold(word) for word in (*words()["going_on"], *words()["going_on_with"]))


@cache
def _ours() -> frozenset[str]:
    return frozenset(words()["ours"])


@cache
def _of_origin() -> dict[str, frozenset[tuple[str, ...]]]:
    return {place: frozenset(fold_phrase(phrase) for phrase in listed) for place, listed in words()["origins"].items()}


def _tells_a_story(read: list[Token], at: int) -> bool:
    """Whether a story begins here after a word for a film: «where», «in which», «, в котором»."""
    return read[at].key in about()["where"] or tuple(token.key for token in read[at : at + 2]) in _story_pairs()


@cache
def _story_pairs() -> frozenset[tuple[str, ...]]:
    return frozenset(fold_phrase(pair) for pair in words()["about"]["in"])


def _apart(read: list[Token], one: int, other: int, most: int) -> bool:
    """Whether two words are at most so far apart, but for what only says of whom: «где он родился»."""
    first, last = min(one, other), max(one, other)
    return last - first <= most or (last - first <= most + 2 and last - first - sum(t.text.lower() in _pronouns() for t in read[first + 1 : last]) <= most)


def _governs(pattern: Pattern, read: list[Token], span: list[int]) -> bool:
    """Whether the first word of a phrase stands before the second one: «шығармаларын қандай атпен жазған» does not ask which works."""
    first, second, *_ = pattern.keys
    governing = next((i for i in span if first in read[i].bases), span[-1])
    return any(i > governing and second in read[i].bases for i in span)


@cache
def _governing() -> frozenset[str]:
    """Folded words for «which» that never stand after their noun."""
    return frozenset(fold(word) for word in words()["asked_nouns"]["after"]["kk"])


@cache
def _pronouns() -> frozenset[str]:
    return frozenset((*words()["pronouns"], *words()["thing_pronouns"]))


def _descriptions(read: list[Token], mentions: list[Mention], clauses: list[range]) -> frozenset[int]:
    """Positions of what tells a film by its story: «a film about a girl who plays kokpar» asks for no cast."""
    films = {i for m in mentions if m.pattern.what == "kind" and m.pattern.value == "film" for i in m.span}
    before, after = about()["before"], about()["after"]
    films |= {i for m in mentions if m.pattern.what == "genre" and m.weight > 0.95 for i in m.span}
    # «That one where a dam breaks» is a film; «the one about tourism» can be a paper.
    films |= {i for i, token in enumerate(read) if token.key in about()["one"] and (films or (i + 1 < len(read) and read[i + 1].key in about()["where"]))}
    out: set[int] = set()
    for clause in clauses if films else ():
        for i in clause:
            if i + 1 in clause and i in films and (read[i + 1].key in after or _tells_a_story(read, i + 1)):
                out.update(range(i + 2, clause.stop))
            elif i + 1 in clause and i + 1 in films and read[i].key in before:
                out.update(range(clause.start, i))
    return frozenset(out)


def _is_beside(mention: Mention, aside: frozenset[int], told: frozenset[int]) -> bool:
    """Whether it stands in an aside or a description, and asks for nothing there, or is no name: a dam that bursts is not in Bursa."""
    if mention.pattern.what == "record" and mention.weight <= MENDED and mention.span <= told:
        return True
    of_people = mention.pattern.value == "who" or (mention.pattern.value in properties() and properties()[mention.pattern.value].answers == "who")
    if mention.pattern.what in ("cue", "question") and of_people and mention.span & told:
        return True
    return mention.pattern.what in ("cue", "kind", "question", "operation", "foreign", "beyond", "genre") and mention.span <= aside


def _rows(read: list[Token], mentions: list[Mention]) -> list[tuple[str, str, dict[str, float], bool]]:
    """What the language is told by: the words as typed, their keys, their base keys, whether they are part of a record's name."""
    named = {i for mention in mentions if mention.pattern.what == "record" for i in mention.span}
    of = [{base: sure for base, sure in token.bases.items() if base != token.part_of} if token.part_of else token.bases for token in read]
    return [(token.text, token.key, bases, i in named) for i, (token, bases) in enumerate(zip(read, of, strict=True))]


def _can_be_meant(mention: Mention, read: list[Token], language: Language | None) -> bool:
    """Whether a word can be of this language: no English one in Cyrillic («ал» is not «all»), no Kazakh one in an English sentence."""
    if mention.pattern.language == "en":
        return any(read[i].text.isascii() for i in mention.span)
    return mention.pattern.language != "kk" or language != "en"


def _without_interjections(text: str) -> str:
    """The text without «um» and «блин», unless it is nothing else: «who tf is …» begins with «who is»."""
    said = text.split()
    kept = [word for word in said if word.lower().strip(".,!?…") not in _interjections()]
    return " ".join(kept) if kept and len(kept) < len(said) else text


@cache
def _of_amount() -> frozenset[str]:
    return frozenset(words()["after_how"])


@cache
def _interjections() -> frozenset[str]:
    return frozenset(words()["interjections"])


def _shorten(text: str) -> str:
    """At most `MAX_CHARACTERS`: a long message keeps its end, where the question stands."""
    return text if len(text) <= MAX_CHARACTERS else text[-MAX_CHARACTERS:]


def question_part(text: str, whole: Reading) -> str:
    """The message from its first question to its last: «I make films in Germany. How much is the rebate? Thanks in advance.»

    The point within a name ends no sentence: «Black. Red. Yellow».
    """
    sentences: list[str] = []
    asks: list[bool] = []
    read = 0
    telling = {i for mention in whole.mentions if mention.pattern.what in ("question", "operation") for i in mention.span}
    parts = _SENTENCES.split(text)
    if len(parts) == 1 or "?" not in text:
        return text
    for part in parts:
        if any({read - 1, read} <= mention.span for mention in whole.of("record")):
            sentences[-1] += " " + part
        elif part.strip():
            sentences.append(part)
            asks.append(False)
        following = read + len(tokens(part))
        if asks:
            asks[-1] |= not telling.isdisjoint(range(read, following)) or fold(tokens(part)[0] if tokens(part) else "") in _interrogatives()
        read = following
    marked = [n for n, part in enumerate(sentences) if part.rstrip().endswith("?")]
    if not marked:
        return text
    last = max(n for n in range(len(sentences)) if n in marked or asks[n])
    return " ".join(sentences[marked[0] : last + 1])
