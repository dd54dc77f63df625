"""What one message asks of a base, in the terms that candidates are scored with."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.language.typing_errors import SHORTEST
from kb.lazy import lazy
from kb.understand.ask import words
from kb.understand.ask.candidate import Candidate, Heard, Sort, Spoken, explain
from kb.understand.evidence import EDITION_LIKE, NAMES, SIGNED, Evidence
from kb.understand.lexicon import film_types, function_keys, generic, narrowed
from kb.understand.reading import Mention, Reading, Token, counted_words, numerals
from kb.understand.weights import (
    ABOUT,
    FITTING_KIND,
    IN_NAME,
    LEANS,
    LIGHT,
    MONTH,
    NOT_IN_FACT,
    OF_ANOTHER,
    OF_KIND,
    OF_KIND_MEANT,
    OF_LEANING,
    OF_NARROWER,
    OTHER_KIND,
    SLIGHT,
    UNEXPLAINED,
    WEIGHED,
)

# What a question is rarely about when it names the kind of something else: «the memorandum with Turkey», «films in Aktau».
CONTEXT_KINDS = ("country", "place", "organisation")
FESTIVAL, KAZAKHSTAN = "festival-korkyt-ata", "country-kz"
# What «made» and «shot» ask for.
_MAKING = ("director", "shooting", "year", "works")
# What words for prizes and such ask of a festival, which a step from a city can tell.
_TELLING_FESTIVALS = {"best_film", "best_director", "best_screenplay", "best_actor", "best_actress", "best_documentary", "opening", "films_count"}
# What asks for prizes, or who won them.
_WINNING = frozenset(("award", "awards", "winner"))
# How surely one prize is asked for by its name.
_OF_ONE_PRIZE = 0.55
_EXISTS = fold("бар")
# What may be asked of days of cinema in words for their programme.
_PROGRAMME = ("festivals", "competition", "films_count", "country", "what", "agreements")
# What such a word can ask for besides.
_FILMS_SHOWN = {"festivals", "festival_role", "competition", "participants", "what", "works", "films_count", "country"}
# Numbers of festivals as Roman numerals.
_ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
# Names of records of two years that have so much in common are of a series.
ALIKE = 0.5
# An ending of more letters makes another word; of a short beginning one of more than so many as that has.
_LONGEST_ENDING, _SHORT = 6, 4
_CINEMA = "kino"
# What words for cinema begin with.
_OF_FILM = (_CINEMA, "film", "cinem")
# Kazakh endings of what somebody does, in the ablative: «түсіруден».
_OF_DEED = re.compile(r"u[dt][ae]n$")
# Those of where something goes: «фестивальге».
_TO = ("ga", "ge", "ka", "ke")
# What «which date» asks for by itself.
_DATES = ("dates", "signed_on", "year")
# What has a date that other words ask for.
_DATED_ACTS = ("post_since", "period", "release", "premiere", "born", "died")
# English «of» between a body and its country.
_OF = frozenset({"of"})
_FROM = frozenset({"from"})


class _Weighed(dict[str, Evidence]):
    """The records that one question looks at, each read once."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def __missing__(self, key: str) -> Evidence:
        self[key] = self._base.evidence[key]
        return self[key]


def _in_order(reading: Reading) -> set[int]:
    """The positions of the places in a row that are asked for: «2nd place», «1st, 2nd and 3rd place», «1, 2 және 3 орындар»."""
    tokens = reading.tokens
    ordinals = {i for mention in reading.of("ordinal") for i in mention.span}
    out: set[int] = set()
    for at in (i for i, token in enumerate(tokens) if not words.places_in_order().isdisjoint((token.key, *token.bases))):
        if at + 1 in ordinals:
            out.add(at + 1)
        before = at - 1
        while before >= 0 and (before in ordinals or (tokens[before].key.isdecimal() and len(tokens[before].key) < 3) or tokens[before].key in words.joining()):
            out.add(before)
            before -= 1
    return {i for i in out if i in ordinals or tokens[i].key.isdecimal()}


def _besides(reading: Reading) -> set[int]:
    """The positions of the deeds besides which something is asked: «кино түсіруден бөлек немен айналысады?», «кроме съёмок»."""
    tokens, named = reading.tokens, {i for m in reading.of("record") for i in m.span}
    out: set[int] = set()
    for i, token in enumerate(tokens[1:], 1):
        if token.key in words.outside()["after"] and _OF_DEED.search(tokens[i - 1].key):
            out |= {i - 1, i - 2} if i > 1 else {i - 1}
    for i, token in enumerate(tokens[:-1]):
        if token.key in words.outside()["before"] and tokens[i + 1].text.lower().endswith("ing"):
            out |= {i + 1, i + 2}
    return out - named


def _first_time(reading: Reading) -> set[int]:
    """The positions of «first time», «бірінші рет»."""
    firsts = {i for m in reading.of("ordinal") if m.pattern.value == "1" for i in m.span}
    return {at for i in firsts if i + 1 < len(reading.tokens) and reading.tokens[i + 1].key in words.times() for at in (i, i + 1)}


@dataclass
class Ask:
    """What a reading asks of a base, in the terms that candidates are scored with."""

    reading: Reading
    content: list[int]
    base: Base
    # record → positions of the words that name it; and how sure the surest of these mentions is.
    named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    kinds: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    # kind → types that narrow it: «memorandum» among agreements.
    types_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # property → position → weight of the cue; property → strength of its best cue.
    cues: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    strength: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    types: set[str] = field(default_factory=set)
    # Whether a building is asked for: «in which palace».
    asks_venue: bool = False
    operations: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    stems: dict[int, set[str]] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)
    ordinals: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    # Of first, second and third prizes: the same for «second place».
    ranks: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    # Positions of content words that are only everyday speech: «напомните», «colleagues».
    slight: set[int] = field(default_factory=set)
    # Positions of words that only say that there is something.
    passed: set[int] = field(default_factory=set)
    # Kinds that stand right after «how many».
    counted: set[str] = field(default_factory=set)
    # Whether a record that is named holds a property that the message has a word for: then no default is meant.
    holds: bool = False
    # Whether «our» makes films or prizes those of Kazakhstan.
    ours: bool = False
    # Whether it asks which films of a country a festival showed.
    lists_shown: bool = False
    # Whether it asks why somebody or something is spoken of, which is told by what it is.
    asks_fame: bool = False
    # Whether an everyday word stands for a meeting.
    asks_of_meeting: bool = False
    months: set[int] = field(default_factory=set)
    genres: set[int] = field(default_factory=set)
    # The records that can be meant, by kind.
    pool: dict[str, list[str]] = field(default_factory=dict)
    # The records that a follow-up can mean.
    gains: dict[str, float] | None = None
    # By kind what is asked of it, by what tells sorts of records apart the sort: worked out as they are met.
    spoken_of: dict[str, Spoken] = field(default_factory=dict)
    sorts: dict[tuple[object, ...], Sort] = field(default_factory=dict)
    _by_sort: dict[tuple[object, ...], dict[int, float]] = field(default_factory=dict)

    @lazy
    def total(self) -> float:
        return sum(self.weights.values()) or 1.0

    @lazy
    def named_positions(self) -> set[int]:
        return {i for span in self.named.values() for i in span}

    @lazy
    def of(self) -> dict[str, Evidence]:
        """The evidence of a record."""
        return _Weighed(self.base)

    @lazy
    def named_kinds(self) -> dict[str, str]:
        """record → its kind, of those that are named."""
        return {record: self.of[record].kind for record in self.named}

    @lazy
    def generic(self) -> set[int]:
        """Positions of words of the trade, which fit every record."""
        return {i for i in self.content if not generic().isdisjoint((self.reading.tokens[i].key, *self.reading.tokens[i].bases))}

    @lazy
    def rarity(self) -> dict[str, float]:
        """Each stem of the message: between 0 (in every record) and 1 (in one); 0 for a stem that is in none."""
        size = len(self.base.ids) or 1
        counts = {stem: self.base.in_texts.count(stem) for stems in self.stems.values() for stem in stems}
        return {stem: math.log(1 + size / n) / math.log(1 + size) if n else 0.0 for stem, n in counts.items()}

    @lazy
    def card_bonus(self) -> float:
        """What speaks for a record as a whole: the message asks about it, or asks for nothing else."""
        return ABOUT if "about" in self.operations else 0.08 if not self.cues and not (self.types - {"what"}) else -0.06

    @lazy
    def tells(self) -> dict[int, float]:
        """How telling each word can be at most."""
        return {i: self.share(i) * max([self.rarity[stem] for stem in stems], default=0.0) for i, stems in self.stems.items()}

    def share(self, i: int) -> float:
        """How much a word tells that a text holds: one that no lexicon knows is most likely a name, and tells most; «second place» is of any year."""
        return 0.0 if i in self.of_kinds or i in self.of_ranks else 1.0 if self.reading.tokens[i].bases else 2.0

    @lazy
    def of_ranks(self) -> set[int]:
        """Positions of words for places in a row, where no yes/no question claims one for somebody."""
        if not self.ranks or self.reading.yes_no:
            return set()
        words_for_places = {i for i, token in enumerate(self.reading.tokens) if not words.places_in_order().isdisjoint((token.key, *token.bases))}
        return words_for_places.union(*self.ranks.values())

    @lazy
    def of_kinds(self) -> set[int]:
        """Positions of words for kinds."""
        return {i for positions in self.kinds.values() for i in positions}

    @property
    def cued(self) -> set[int]:
        """Positions of words of cues."""
        return {i for cues in self.cues.values() for i in cues}

    @lazy
    def in_cues(self) -> bool:
        """Whether a word can be a cue of some highlight."""
        return bool(self.cue_stems)

    @lazy
    def cue_stems(self) -> list[str]:
        """The stems that a cue of some highlight has."""
        return [stem for stem in self.positions if self.base.in_cues.count(stem)]

    @lazy
    def named_in_facts(self) -> set[int]:
        """Positions of names of records that a fact about them refers to."""
        return {i for named, kind in self.named_kinds.items() if kind in ("person", "film", "country") for i in self.named[named]}

    @lazy
    def shares(self) -> dict[int, float]:
        """Position → its share of what the message says."""
        return {i: weight / self.total for i, weight in self.weights.items()}

    @lazy
    def card_of_another(self) -> float:
        """What speaks for a record as a whole that is not named."""
        return self.card_bonus - (0.0 if self.names_only_context or FESTIVAL in self.named else OF_ANOTHER)

    @lazy
    def governed(self) -> list[int]:
        """Positions of the words that «which» stands right before, where they are neither names nor kinds: «what exam did he fail»."""
        tokens = self.reading.tokens
        governed = (i for i in self.content if i and (tokens[i - 1].key in words.which() or not words.which().isdisjoint(tokens[i - 1].bases)))
        return [i for i in governed if i not in self.named_positions and i not in self.of_kinds]

    @lazy
    def known(self) -> list[set[str]]:
        """The stems of each word for what is known already, where something else is asked: «besides the centre»."""
        tokens = (self.reading.tokens[i] for i in self.reading.besides)
        return [stems_of(token) for token in tokens if len(token.key) >= SHORTEST and token.key not in function_keys()]

    def tells_known(self, record: Evidence, key: str) -> bool:
        """Whether a fact tells what is known already."""
        return all(any(key in record.where.get(stem, ()) for stem in stems) for stems in self.known)

    @lazy
    def of_time(self) -> set[int]:
        """Positions of «which date», «what month» and the like."""
        return {i for what in ("question", "asked") for m in self.reading.of(what) if m.pattern.value == "when" for i in m.span}

    @lazy
    def sort(self) -> str:
        """The sort of thing that alone is asked for: somebody, a place, a building or a time; empty if none or several are."""
        asked = self.types & {"who", "where", "when"}
        if len(asked) != 1 or len(self.types) > 1 or self.reading.yes_no or self.reading.story:
            return ""
        if any(m.pattern.value == "where" and m.pattern.language != "kk" and min(m.span) - 1 in self.of_kinds for m in self.reading.of("question")):
            # «The film where a dam breaks» asks for no place.
            return ""
        if asked == {"who"} and self._asks_presenter():
            return "presenter"
        return "venue" if self.asks_venue else next(iter(asked))

    def _asks_presenter(self) -> bool:
        """«Who handed over the prize?», but not «кому вручили приз?»"""
        said = {key for token in self.reading.tokens for key in (token.key, *token.bases)}
        return not words.handing().isdisjoint(said) and words.receiving().isdisjoint(token.key for token in self.reading.tokens)

    @lazy
    def tells_works(self) -> bool:
        """Whether a word other than «film» stands for films: «her debut», «картины»."""
        return any(not words.works_shown().isdisjoint((token.key, *token.bases)) for token in self.reading.tokens)

    @lazy
    def film_types(self) -> frozenset[str]:
        """The types of the films that are asked for, where a word tells: those of documentaries."""
        return frozenset(of for narrowed in self.types_of.get("film", ()) for of in film_types().get(narrowed, ()))

    @lazy
    def names_a_work(self) -> bool:
        """Whether a film, a paper or a person is named."""
        return not {"film", "agreement", "person"}.isdisjoint(self.named_kinds.values())

    @lazy
    def speaks_of_festivals(self) -> bool:
        """Whether a festival is named, told by its year, number or city, or called one."""
        return self.tells_edition or not EDITION_LIKE.isdisjoint((*self.kinds, *self.named_kinds.values()))

    @lazy
    def tells_edition(self) -> bool:
        """Whether a year, an ordinal or a host city says which festival is meant."""
        cities = any(kind == "place" and "edition" in self.of[named].near for named, kind in self.named_kinds.items())
        return bool(self.reading.years or self.ordinals or cities)

    def linked(self, one: str, other: str) -> bool:
        """Whether two records are linked; of two that have very many links, one of the newest has to be the other's."""
        return other in self.of[one].links or one in self.of[other].links

    def linked_with_all_named(self, record: str) -> bool:
        return all(self.linked(record, named) for named in self.named)

    def members(self, kind: str, filters: Collection[Collection[str]] = ()) -> list[Evidence]:
        """The records of a kind that are, or are linked with, one of each group of `filters`; of very many the newest and the oldest."""
        ids = self.base.members(kind, filters, 2 * WEIGHED + 1)
        if len(ids) > 2 * WEIGHED:
            ids = [*ids[:WEIGHED], *self.base.members(kind, filters, WEIGHED, oldest=True)]
        return [self.of[record] for record in sorted(ids)]

    def has_all(self, kind: str, filters: Collection[Collection[str]] = ()) -> bool:
        """Whether `members` has all such records: only then it is told which of them are the most, or that there is none."""
        return len(self.base.members(kind, filters, 2 * WEIGHED + 1)) <= 2 * WEIGHED

    def covered(self, explained: Mapping[int, float]) -> float:
        """The share of what the message says that is explained."""
        if not self.telling:
            return 0.7
        return sum([weight * explained[i] for i, weight in self.weights.items() if i in explained]) / self.total

    @lazy
    def at_most(self) -> dict[int, float]:
        """Position → how far any record that is not named can explain the word there, whatever its kind, its links and its texts."""
        most: dict[int, float] = dict.fromkeys([*self.reading.years, *self.named_positions, *self.of_time], 1.0)
        shares = [(positions, 0.6) for positions in self.operations.values()]
        shares += [(positions, 1.0) for positions in self.ordinals.values()]
        for positions, share in (*shares, (self.months, MONTH), (self.generic, 0.5), (self.of_kinds, FITTING_KIND)):
            explain(most, positions, share)
        return most

    @lazy
    def heard_at_most(self) -> Heard:
        """As if a record had all words."""
        return dict.fromkeys(self.content, 0.95 if self.in_cues else IN_NAME), self.in_cues

    @lazy
    def covered_at_most(self) -> float:
        return self.covered(self.at_most)

    def unexplained(self, candidate: Candidate) -> tuple[int, ...]:
        """Positions of content words that it leaves unexplained; not of those that say little by themselves."""
        return tuple(i for i in self.telling if candidate.explained.get(i, 0.0) < UNEXPLAINED)

    @lazy
    def telling(self) -> list[int]:
        """Positions of content words that an answer has to explain."""
        return [i for i in self.content if i not in self.slight and not self.reading.tokens[i].light]

    @lazy
    def numbers(self) -> list[int]:
        return [i for i in self.telling if self.reading.tokens[i].key.isdecimal()]

    @lazy
    def numerals(self) -> bool:
        """Whether the message has a year, an edition or any other number."""
        return bool(self.reading.years or self.numbers or self.ordinals_of_edition)

    @lazy
    def names(self) -> list[int]:
        return [i for i in self.content if i in self.named_positions]

    @lazy
    def ordinals_of_edition(self) -> list[int]:
        """Positions of ordinals, where a festival is asked about."""
        of_edition = "edition" in self.kinds or FESTIVAL in self.named
        return [i for positions in self.ordinals.values() for i in positions] if of_edition else []

    def doubtful(self, candidate: Candidate) -> bool:
        """Whether it explains a name badly, which stands for another record than this one."""
        return any(candidate.explained.get(i, 0.0) < NOT_IN_FACT for i in self.names)

    @lazy
    def lists_in_kazakh(self) -> bool:
        """Whether a Kazakh plural asks for several; a Russian or English one shares its key with the singular."""
        return any(m.pattern.value == "list" and m.pattern.language == "kk" for m in self.reading.of("operation"))

    @lazy
    def about_named(self) -> bool:
        """«What is TİKA» is about TİKA alone; «what got signed with France» is not about France."""
        whole = "about" in self.operations and not self.kinds and not self.cues.keys() - {"what"}
        return whole and not set(self.named_kinds.values()) <= {"country", "place"}

    @lazy
    def papers(self) -> Collection[str]:
        """The types of agreement that can be meant."""
        return self.types_of.get("agreement", SIGNED) if self.named.keys() - {"country-kz"} else SIGNED

    @lazy
    def names_several_people(self) -> bool:
        return len({frozenset(span) for span in self.named.values()}) > 1 and set(self.named_kinds.values()) == {"person"}

    @lazy
    def sought(self) -> dict[str, tuple[int, ...]]:
        """Stem that a text of a record can have → the positions of content words that it explains there."""
        out: dict[str, list[int]] = defaultdict(list)
        for i, stems in self.stems.items():
            for stem in stems:
                out[stem].append(i)
        # «Which Chinese city»: the text says China.
        for named, kind in self.named_kinds.items():
            for stem in self.of[named].short if kind in ("country", "place") else ():
                out[stem] += self.named[named] & self.stems.keys()
        return {stem: tuple(positions) for stem, positions in out.items()}

    @lazy
    def flat_stems(self) -> list[tuple[int, str]]:
        return [(i, stem) for i, stems in self.stems.items() for stem in stems]

    @lazy
    def positions(self) -> dict[str, frozenset[int]]:
        """Stem → where it stands in the message, in words that say little by themselves too."""
        found: dict[str, set[int]] = defaultdict(set)
        for i, token in enumerate(self.reading.tokens):
            for stem in stems_of(token):
                found[stem].add(i)
        return {stem: frozenset(positions) for stem, positions in found.items()}

    @lazy
    def unknown(self) -> list[int]:
        """Positions of words that no lexicon knows, most likely names, and of their other parts: «Ербол Тулепберген»."""
        strange = {i for i in self.content if not self.reading.tokens[i].bases}
        meant = {i for mention in self.reading.mentions for i in mention.span}
        parts = {i for at in strange for i in (at - 1, at + 1) if i in self.stems and i not in meant and self.reading.tokens[i].text.istitle()}
        return sorted(strange | parts)

    @lazy
    def names_only_context(self) -> bool:
        """Whether nothing is named but countries, places and organisations."""
        return set(self.named_kinds.values()) <= set(CONTEXT_KINDS)

    @lazy
    def names_people_of_a_film(self) -> bool:
        people = {frozenset(self.named[record]) for record, kind in self.named_kinds.items() if kind == "person"}
        return "film" in self.kinds and len(people) > 1

    @lazy
    def of_longer_names(self) -> dict[str, set[int]]:
        """record → positions of its name, where that has several words."""
        return {record: span for record, span in self.named.items() if len(span) > 1}

    def by_sort(self, record: Evidence) -> dict[int, float]:
        """Position → how far any record of this kind and type explains the word there."""
        sort = (record.kind, record.type == "documentary") if self.kinds else ()
        if sort not in self._by_sort:
            # «In which palace did the first festival open?» is of that one, and no word for the earliest of several.
            numbers = set(self.ordinals_of_edition if self.asks_venue else ())
            shares = [(positions - numbers, 0.6) for positions in self.operations.values()]
            shares += [(positions, 0.3) for positions in self.ordinals.values()]
            shares += [(set(self.reading.years), 0.15), (self.months, MONTH), (self.generic, 0.5)]
            shares += [(positions, FITTING_KIND if fits(record, kind) else OTHER_KIND) for kind, positions in self.kinds.items()]
            explained: dict[int, float] = {}
            for positions, share in shares:
                explain(explained, positions, share)
            self._by_sort[sort] = explained
        return self._by_sort[sort]

    def other_kinds(self, record: Evidence) -> set[int]:
        """Positions of words for kinds that a record is not of."""
        return {i for kind, positions in self.kinds.items() if not fits(record, kind) for i in positions}

    @lazy
    def held(self) -> dict[str, set[str]]:
        """The editions of each place, festival and organisation that is named and has any."""
        hosts = [named for named, kind in self.named_kinds.items() if kind in ("place", "festival", "organisation")]
        return {named: held for named in hosts if (held := set(self.of[named].near.get("edition", ())))}

    def is_of_ordinals(self, record: Evidence) -> bool:
        """Whether it belongs to one edition, whose number is said: a ceremony of «the first festival»."""
        return len(record.editions) == 1 and record.editions[0] in self._of_ordinals

    @lazy
    def _of_ordinals(self) -> set[str]:
        numbered = ((edition.id, edition.facts.get("editions")) for edition in self.members("edition"))
        return {edition for edition, number in numbered if number and number.number in self.ordinals}

    @lazy
    def days(self) -> list[tuple[int, int]]:
        """The days of a month that are said, each as the month and the day: «on 4 October», «15 қазанда»."""
        tokens, out = self.reading.tokens, []
        for at, month in sorted((i, int(m.pattern.value)) for m in self.reading.of("month") for i in m.span & self.months):
            before, after = tokens[at - 1 : at], tokens[at + 1 : at + 2]
            if after and at + 2 in self.of_kinds:
                # «In October 5 films were shown».
                after = []
            out += [(month, int(day.key)) for day in (*before, *after) if day.key.isdecimal() and len(day.key) < 3]
        return list(dict.fromkeys(out))

    @classmethod
    def of_reading(cls, reading: Reading, content: list[int], base: Base) -> Ask:
        ask = cls(reading, content, base)
        others = ask._of_another_country()
        # The name of a prize asks for it in any year.
        names = [m for m in reading.of("record") if len(m.span) > 1 and m.pattern.value not in others]
        spans = [m.span for m in names if base.evidence[m.pattern.value].kind != "award"]
        besides = _besides(reading)
        prizes = [m.span for m in names if base.evidence[m.pattern.value].kind == "award"]
        # «About whom» asks for the story, not for somebody.
        of_whom = [m.span for m in reading.of("cue") if m.pattern.value in ("plot", "scope", "theme") and len(m.span) == 2]
        plain = {m.pattern.keys[0] for m in reading.of("function") if len(m.pattern.keys) == 1}
        heads = {min(m.span) for m in reading.of("kind") if m.pattern.value != "film"}
        set_phrases = [m.span for m in reading.of("slight") if len(m.span) > 1]
        people = {min(m.span) for m in reading.of("record") if base.evidence[m.pattern.value].kind == "person"}
        # «The writer Auezov» asks for nothing that he wrote.
        apposed = {i for i, token in enumerate(reading.tokens) if i + 1 in people and not words.occupations().isdisjoint((token.key, *token.bases))}
        in_order = _in_order(reading)
        for i in in_order:
            if reading.tokens[i].key.isdecimal():
                ask.ranks[int(reading.tokens[i].key)].add(i)
        first_time = _first_time(reading) if any(base.evidence[m.pattern.value].kind in CONTEXT_KINDS for m in reading.of("record")) else set()
        months = {m.span: m.weight for m in reading.of("month")}
        for mention in reading.mentions:
            last = max(mention.span)
            if mention.pattern.what == "record" and mention.weight < months.get(mention.span, 0.0):
                # «Қаңтарда» is no Cannes.
                continue
            if mention.pattern.what == "kind" and mention.pattern.value == "film" and last + 1 in heads and reading.tokens[last].text.isascii():
                # «A film memorandum» is no film.
                continue
            if mention.pattern.what in ("cue", "kind") and any(mention.span <= span for span in spans):
                # A word of a name asks for nothing: the Center «for the Support of …».
                continue
            if mention.pattern.what == "cue" and mention.pattern.value in ("jury", "jury_chair") and any(mention.span <= span for span in prizes):
                # «The jury prize» asks for no jury.
                continue
            if mention.pattern.what in ("cue", "kind") and mention.span & besides:
                continue
            if mention.pattern.what == "cue" and mention.span <= apposed:
                continue
            if mention.pattern.what in ("cue", "question") and not mention.span.isdisjoint(reading.connecting):
                continue
            if mention.pattern.what in ("cue", "kind") and not mention.span.isdisjoint(reading.besides):
                ask._add_rest(mention)
                continue
            if mention.pattern.what == "cue" and any(mention.span & phrase and not phrase <= mention.span for phrase in set_phrases):
                # Nor does a part of a set phrase: «до сих пор» is not «до него».
                continue
            if mention.pattern.what == "cue" and any(
                reading.tokens[i].key in plain and reading.tokens[i].key not in mention.pattern.keys for i in mention.span
            ):
                # Nor does a function word: «назови» is a form of «назван».
                continue
            if mention.pattern.value in ("1", "founded") and mention.pattern.what in ("ordinal", "cue") and mention.span & first_time:
                # «Did Hungary come for the first time?» asks neither for the first festival nor for when it began.
                continue
            match mention.pattern.what:
                case "record" if mention.pattern.value in others:
                    continue
                case "record":
                    ask.named[mention.pattern.value] |= mention.span
                case "kind":
                    kind, narrowed = words.subkinds().get(mention.pattern.value, (mention.pattern.value, ""))
                    ask.kinds[kind] |= mention.span
                    if narrowed:
                        ask.types_of[kind].add(narrowed)
                case "operation" if any(
                    key == _EXISTS and reading.tokens[i].key != key for key, i in zip(mention.pattern.keys, sorted(mention.span), strict=False)
                ):
                    # «Барды ма» is «did it go», not «is there».
                    continue
                case "operation":
                    ask.operations[mention.pattern.value] |= mention.span
                case "question":
                    if not any(mention.span < span for span in of_whom):
                        ask.types.add(mention.pattern.value)
                case "asked":
                    ask.types.add("where" if mention.pattern.value == "venue" else mention.pattern.value)
                    ask.asks_venue = ask.asks_venue or mention.pattern.value == "venue"
                case "ordinal" if not mention.span.isdisjoint(in_order):
                    ask.ranks[int(mention.pattern.value)] |= mention.span
                case "ordinal":
                    ask.ordinals[int(mention.pattern.value)] |= mention.span
                case "month":
                    ask.months |= mention.span
                case "genre":
                    ask.genres |= mention.span
                case "cue":
                    ask._add_cue(mention)
        ask._take_mistyped_names()
        if of_whom and "plot" in ask.cues:
            # Nor who made it: «о ком снят».
            for prop in [prop for prop in _MAKING if ask.strength.get(prop, 0.0) < ask.strength["plot"]]:
                ask.cues["plot"] |= ask.cues.pop(prop, {})
                ask.strength.pop(prop, None)
        if others and "head" in ask.cues:
            # Of another country it is most likely a person who is known by the post.
            ask.cues["post"] |= ask.cues["head"]
            ask.strength["post"] = max(ask.strength["post"], ask.strength["head"])
        for i, token in enumerate(reading.tokens):
            # «VI фестиваль», in capitals and beside the word for it.
            if (number := _ROMAN.get(token.text)) and not ask.kinds.get("edition", set()).isdisjoint((i - 1, i + 1)):
                ask.ordinals[number].add(i)
        if "earliest" in ask.operations and not (ask.ordinals or reading.years) and ("edition" in ask.kinds or FESTIVAL in ask.named):
            ask.ordinals[1] |= ask.operations["earliest"]
        ask._drop_ministry()
        ask._take_one_for_a_festival()
        ask._ask_how_long()
        ask._step_from_a_city()
        ask._take_place_as_told()
        ask._ask_where_or_when()
        ask._ask_since_when()
        ask._pass_over_dates()
        ask._take_opening_of_nothing_else()
        ask._take_country_of_a_festival()
        if "next_dates" in ask.strength and ask.strength.get("born") == ask.strength["next_dates"]:
            # «When is the next one?» is asked of no birth.
            ask.strength.pop("born")
            ask.cues.pop("born", None)
        held = ask.held or "edition" in ask.named_kinds.values()
        if "count" in ask.types and held and "editions" in ask.cues and ask.strength.get("dates", 0.0) >= ask.strength["editions"]:
            # «How many days did the festival in Baku last?»: that one alone, by its dates.
            ask.strength.pop("editions")
            ask.cues.pop("editions")
            ask.types.discard("count")
        if (
            "post_since" in ask.cues
            and not set(ask.named_kinds.values()).isdisjoint({"festival", "organisation"})
            and "person" not in ask.named_kinds.values()
            and {"head", "post"} & ask.cues.keys()
            and not ask.held.keys() - {FESTIVAL}
        ):
            # «Since when is there Korkyt Ata?» asks for nobody's post.
            ask.cues["founded"] |= ask.cues["post_since"]
            ask.strength["founded"] = max(ask.strength["founded"], ask.strength["post_since"])
        ask._pass_over_existence()
        ask._take_fame_for_what_it_is()
        ends = {max(m.span) for m in reading.of("question") if m.pattern.value == "count"}
        if reading.bound:
            ask.types.add("count")
            ask.operations["count"].add(reading.bound[0])
            ends |= {reading.bound[0], reading.bound[0] + 1}
            if reading.is_percent(reading.bound[0]):
                ask.cues["rate"][reading.bound[0]] = 1.0
                ask.strength["rate"] = max(ask.strength["rate"], 0.55)
        ask.counted = {kind for kind, span in ask.kinds.items() if any(end + step in span for end in ends for step in (1, 2))}
        meanings: dict[int, set[str]] = defaultdict(set)
        for mention in reading.mentions:
            for i in mention.span:
                # A Latin word is no form of a Russian one with Kazakh endings: Parasite is not «пара».
                loose = mention.pattern.what == "slight" and mention.pattern.language != "kk" and mention.weight < 0.97
                meanings[i].add("loose" if loose else mention.pattern.what)
        in_phrases = {i for m in reading.of("slight") if len(m.span) > 1 and m.weight == 1 for i in m.span}
        slight = {i: {"slight", "function", *(("loose",) if i in in_phrases else ())} for i in content}
        ask.slight = {i for i in content if "slight" in meanings[i] <= slight[i] or i in apposed or i in ask.passed}
        named = {i for span in ask.named.values() for i in span}
        for i in content:
            token = reading.tokens[i]
            ask.stems[i] = stems_of(token) | (_as_figures(token) if i in reading.story else set())
            ask.weights[i] = SLIGHT if i in ask.slight else 1.5 if i in named else LIGHT if token.light else 1.0
        ask._take_own_country()
        ask._take_gatherings_for_meetings()
        ask._pass_over_genres()
        ask._take_film_days()
        ask._take_films_for_shown()
        ask._lean(named)
        ask._narrow()
        ask.holds = any(ask._holds(ask.of[record]) for record in ask.named)
        ask._drop_events()
        ask._pass_over_next_festival()
        ask._turn_to_years()
        ask._take_edition_of_so_many()
        if ask.ordinals and FESTIVAL in ask.named:
            # «The sixth Korkyt Ata» is no man.
            for one in [named for named, span in ask.named.items() if span == ask.named[FESTIVAL] and ask.of[named].kind == "person"]:
                ask.unname(one)
        return ask

    def _take_own_country(self) -> None:
        """«How many of ours competed in Aktau?», «өзіміздің неше кино болды?», «did we win anything?»: those of Kazakhstan."""
        told = bool(self.named or self.reading.years)
        competing, winning = "competition" in self.cues, told and not _WINNING.isdisjoint((*self.cues, *self.kinds))
        others = {kind for named, kind in self.named_kinds.items() if named != KAZAKHSTAN} - {"place", "festival", "edition", "event"}
        if not ("film" in self.kinds or competing or winning) or others:
            return
        of, who = words.own_country()
        said = of | who if winning else of
        if any(not words.occupations().isdisjoint((token.key, *token.bases)) for token in self.reading.tokens):
            # «Our actress with the prize of Cannes» is somebody.
            return
        if "count" not in self.types and any(self.strength.get(prop, 0.0) >= _OF_ONE_PRIZE for prop in _TELLING_FESTIVALS):
            # «Did one of ours take the main prize?» is told by who took it.
            return
        ours = {i for i, token in enumerate(self.reading.tokens) if not said.isdisjoint((token.key, *token.bases))}
        if not ours or KAZAKHSTAN not in self.base.evidence:
            return
        self.name(KAZAKHSTAN, ours)
        self.ours = True
        if competing and not winning and not self.kinds.keys() - {"edition"}:
            # «How many of ours competed?» counts films.
            self.kinds["film"] |= ours
            self.counted.add("film")

    def _take_edition_of_so_many(self) -> None:
        """«Who won at the festival with 52 films?», «где показали 42 фильма?»: the only festival that had so many is meant."""
        if self.reading.yes_no or self.reading.bound or self.reading.years or self.ordinals or set(self.named_kinds.values()) - {"festival"}:
            return
        if not (self.kinds.keys() & {"edition", "place"} or FESTIVAL in self.named or self.cues.get("festivals")):
            return
        films = counted_words()["films_count"]
        tokens = self.reading.tokens
        for i in range(len(tokens) - 1):
            if not tokens[i].text.isdecimal() or films.isdisjoint((tokens[i + 1].key, *tokens[i + 1].bases)):
                continue
            held = [
                edition for edition in self.members("edition") if edition.known("films_count") and edition.facts["films_count"].number == int(tokens[i].text)
            ]
            if len(held) == 1:
                self.name(held[0].id, {i, i + 1})
                self.kinds.pop("film", None)

    def _holds(self, record: Evidence) -> bool:
        """Whether a record holds what the message has a word for; of a country, place or organisation only who heads it.

        An award holds nothing so: «best actor» is asked of another year just like this.
        """
        return any(
            strength >= (0.35 if prop == "head" else 0.5)
            and prop != "what"
            and record.known(prop)
            and (prop == "head" or record.kind not in (*CONTEXT_KINDS, "award"))
            for prop, strength in self.strength.items()
        )

    def _take_mistyped_names(self) -> None:
        """A word beside the name of a person or film that is another of its names with a letter wrong: «Arkan Anartai», known as it is."""
        taken = {i for span in self.named.values() for i in span}
        for record, span in self.named.items():
            if self.of[record].kind not in ("person", "film"):
                continue
            for i in {min(span) - 1, max(span) + 1} - taken:
                key = self.reading.tokens[i].key if 0 <= i < len(self.reading.tokens) else ""
                if len(key) < SHORTEST - 1 or key in function_keys() or any(i in m.span and m.weight == 1 for m in self.reading.mentions):
                    continue
                names = (stem for stem, places in self.of[record].where.items() if NAMES in places and len(stem) >= SHORTEST)
                if any(OSA.distance(key[:5], stem, score_cutoff=1) <= 1 for stem in names):
                    span.add(i)
            # «Who played Tageev in Neft?»: apart from the name, only a word that nothing else can be.
            apart = {i for i in self.content if not self.reading.tokens[i].bases and i not in taken and len(self.reading.tokens[i].key) > SHORTEST}
            if apart:
                known = {key for name in self._names_of(record) for key in fold_phrase(name) if len(key) > SHORTEST}
                span |= {i for i in apart if any(_is_form_with_an_error(self.reading.tokens[i].key, key) for key in known)}

    def _names_of(self, record: str) -> list[str]:
        one = self.base.records[record]
        return [*one.names.all(), *one.aliases]

    def name(self, record: str, positions: set[int]) -> None:
        """Take the words there for the name of a record."""
        self._forget()
        self.named[record] |= positions
        self.holds = self.holds or self._holds(self.of[record])

    def unname(self, record: str) -> set[int]:
        """Forget that a record is named; the positions of its name."""
        self._forget()
        return self.named.pop(record)

    def _forget(self) -> None:
        """Forget what was worked out from the names."""
        for derived in [name for name in self.__dict__ if isinstance(getattr(type(self), name, None), lazy)]:
            del self.__dict__[derived]

    def _step_from_a_city(self) -> None:
        """«The festival before Baku» is the one of 2022, in another city."""
        if (
            self.reading.yes_no
            or any(token.key in words.cities() for token in self.reading.tokens)
            or set(self.named_kinds.values()) - {"place", "festival", "award"}
        ):
            return
        prizes = any(prop in _TELLING_FESTIVALS for prop in self.cues)
        if not (FESTIVAL in self.named or "edition" in self.kinds or "place" in self.kinds or "city" in self.cues or prizes):
            return
        if counts_festivals(self) or any(not words.capitals().isdisjoint((token.key, *token.bases)) for token in self.reading.tokens):
            return
        for place in [named for named in self.held if self.named_kinds[named] == "place"]:
            last = max((self.of[edition] for edition in self.held[place]), key=lambda edition: edition.newest)
            step, at = self._next_to(self.named[place])
            number = last.facts["editions"].number if step and "editions" in last.facts else None
            found = next((e for e in self.members("edition") if number and "editions" in e.facts and e.facts["editions"].number == number + step), None)
            if found:
                for award in [named for named, kind in self.named_kinds.items() if kind == "award"]:
                    # «Best actor» names the prize of one year, and asks for another.
                    self.unname(award)
                span = self.unname(place) | at | (self.unname(FESTIVAL) if FESTIVAL in self.named else set())
                self.operations = defaultdict(set, {operation: span for operation, span in self.operations.items() if not span <= at})
                for prop in [prop for prop, cues in self.cues.items() if cues.keys() <= at]:
                    del self.cues[prop]
                    self.strength.pop(prop, None)
                self.name(found.id, span)
                return

    def _next_to(self, span: set[int]) -> tuple[int, set[int]]:
        """−1 for «before» beside a name, 1 for «after», 0 for neither; and where it stands."""
        tokens = self.reading.tokens
        side = max(span) + 1 if self.reading.language == "kk" else min(span) - 1
        for step, phrases in words.next_to().items():
            for phrase in phrases:
                first = side if self.reading.language == "kk" else side - len(phrase) + 1
                if first >= 0 and [token.key for token in tokens[first : first + len(phrase)]] == list(phrase):
                    return step, set(range(first, first + len(phrase)))
        return 0, set()

    def _take_place_as_told(self) -> None:
        """«When was it held in Bursa?», «when did Bursa hold it?» tell the city, and ask for the dates."""
        if self.types != {"when"} or self.reading.yes_no or "place" not in self.named_kinds.values():
            return
        for prop in ("city", "organisers") if "venue" not in self.cues else ():
            if prop in self.cues:
                self.strength["dates"] = max(self.strength["dates"], self.strength.pop(prop))
                self.cues["dates"] |= self.cues.pop(prop)

    def _ask_where_or_when(self) -> None:
        """«Where was the agreement concluded?» asks for the place of what has a date too, whichever of the two its verb is a cue of."""
        for when, where in words.acts():
            for asked, word, other in (("where", when, where), ("when", where, when)):
                if self.types == {asked} and word in self.cues and self.strength[word] > self.strength.get(other, 0.0) and "venue" not in self.cues:
                    self.strength[other] = self.strength.pop(word)
                    self.cues[other] |= self.cues.pop(word)

    def _take_country_of_a_festival(self) -> None:
        """«In what country was the festival of 2024?» asks where it was held, and not whose it is or who took part; of a body, where it has its seat."""
        said = {token.text.lower() for token in self.reading.tokens}
        if "country" not in self.strength or "count" in self.types or said.isdisjoint(words.in_country()) or not said.isdisjoint(_FROM):
            return
        of_festival = "edition" in self.kinds or FESTIVAL in self.named
        prop = "city" if of_festival else "headquarters" if "organisation" in self.named_kinds.values() else ""
        if (
            prop
            and "where" in self.types
            and set(self.named_kinds.values()) <= {"festival", "organisation", "person"}
            and self.kinds.keys() <= {"country", "edition"}
        ):
            self.cues[prop] |= self.cues.pop("country") | dict.fromkeys(self.kinds.pop("country", ()), 1.0)
            self.strength[prop] = max(self.strength[prop], self.strength.pop("country"))
            self.operations.pop("list", None)

    def _take_opening_of_nothing_else(self) -> None:
        """«Когда открытие?»: that of the festival, and of no body that was founded, where none is spoken of."""
        if "opening" in self.strength and not (self.named or "organisation" in self.kinds):
            self.strength.pop("founded", None)
            self.cues.pop("founded", None)

    def _ask_since_when(self) -> None:
        """«On what date did Satybaldy take over Kazakhfilm?» asks since when he has the post."""
        cued = next((prop for prop in ("head", "post") if prop in self.cues), "")
        if self.types == {"when"} and cued and any(kind == "person" and self.of[named].known("post_since") for named, kind in self.named_kinds.items()):
            self.strength["post_since"] = max(self.strength["post_since"], self.strength[cued], OF_KIND)
            self.cues["post_since"] |= self.cues[cued]

    def _pass_over_dates(self) -> None:
        """«On what date did he take over?»: the words that ask for a time ask for no date of their own where others tell of what."""
        telling = set(self.content) - self.of_time
        dated = [prop for prop in _DATES if prop in self.cues and telling.isdisjoint(self.cues[prop])]
        others = [prop for prop in _DATED_ACTS if prop in self.strength and self.strength[prop] >= OF_KIND]
        if dated and any(self.of[named].known(prop) for named in self.named for prop in others):
            for prop in dated:
                del self.cues[prop]
                self.strength.pop(prop, None)

    def _pass_over_next_festival(self) -> None:
        """«The next cultural capital» asks for no dates of a festival."""
        if (
            "next_dates" in self.cues
            and "event" in self.named_kinds.values()
            and FESTIVAL not in self.named
            and not {"festival", "edition"} & self.kinds.keys()
        ):
            del self.cues["next_dates"]
            self.strength.pop("next_dates", None)

    def _pass_over_existence(self) -> None:
        """«What agreement exists with Georgia?» asks neither for its status nor for its beginning."""
        at = (
            {i for i, token in enumerate(self.reading.tokens) if not words.existing().isdisjoint((token.key, *token.bases))}
            if "agreement" in self.kinds
            else set()
        )
        for prop in [prop for prop, cues in self.cues.items() if at and cues.keys() <= at]:
            del self.cues[prop]
            self.strength.pop(prop, None)
        self.passed |= at

    def _take_gatherings_for_meetings(self) -> None:
        """«What was the get-together of film bosses in Istanbul», «сходка министров»: of those who lead something it is what texts call a meeting."""
        tokens, clauses = self.reading.tokens, self.reading.clauses
        gathered = {i for i in self.content if _begins_as(tokens[i], words.gatherings()["called"])}
        led_by = {i for i in self.content if _begins_as(tokens[i], words.gatherings()["leaders"])} if gathered else set()
        if not any(clauses.get(i) == clauses.get(j) for i in gathered for j in led_by - gathered):
            return
        of_film = any(tokens[j].key.startswith(_OF_FILM) for i in led_by for j in (i - 1, i) if j >= 0)
        self.asks_of_meeting = True
        leading = words.stems_of_gatherings("film_leading" if of_film else "leading")
        for i in gathered | led_by:
            self.stems[i] |= leading if i in led_by else words.stems_of_gatherings("film_meeting" if of_film else "meeting")
        for prop in [prop for prop, cues in self.cues.items() if cues.keys() <= gathered | led_by]:
            del self.cues[prop]
            self.strength.pop(prop, None)

    def _take_fame_for_what_it_is(self) -> None:
        """«Why does everyone talk about Torysh?» asks what it is."""
        tokens = self.reading.tokens
        if not self.named or not any(token.key in words.reasons() for token in tokens):
            return
        fame = {i for i, token in enumerate(tokens) if i not in self.named_positions and not words.fame().isdisjoint((token.key, *token.bases))}
        if fame:
            for prop in [prop for prop, cues in self.cues.items() if not fame.isdisjoint(cues)]:
                del self.cues[prop]
                self.strength.pop(prop, None)
            self.asks_fame = True
            self.operations["about"] |= fame
            self.passed |= fame

    def _pass_over_genres(self) -> None:
        """«What's Atameken about, the documentary»: beside what is asked, the name of a genre only says of which film."""
        asked = "about" in self.operations or any(strength >= 0.5 for prop, strength in self.strength.items() if prop not in ("genre", "cast"))
        if asked and "genre" in self.strength and self.cues["genre"].keys() <= self.genres | self.of_kinds:
            self.strength["genre"] = min(self.strength["genre"], OF_KIND_MEANT)

    def _take_film_days(self) -> None:
        """«What did they show at the film days in Bishkek» asks what was shown there, and «film» is part of their name."""
        named = {i for record in self.named if self.of[record].type == "film-days" for i in self.named[record]}
        if named and "film" in self.kinds and "film-days" not in self.types_of.get("agreement", ()):
            days = self.kinds["film"]
        elif "film-days" in self.types_of.get("agreement", ()):
            days = self.kinds["agreement"]
            self.kinds["film"] -= days
        else:
            return
        if not any(strength >= 0.5 and prop not in _PROGRAMME for prop, strength in self.strength.items()) and not self.types:
            self.cues["festivals"] |= dict.fromkeys(days, 1.0)
            self.strength["festivals"] = max(self.strength["festivals"], 0.55)
        if not self.kinds["film"]:
            del self.kinds["film"]

    def _drop_ministry(self) -> None:
        """«The Yakutia culture ministry» is not that of Kazakhstan, whose name says of no country."""
        tokens = self.reading.tokens
        of_others = {i for named, kind in self.named_kinds.items() if kind in ("country", "agreement") and named != KAZAKHSTAN for i in self.named[named]}
        for ministry in [record for record in self.named if self.of[record].type == "ministry"] if of_others else []:
            span = self.named[ministry]
            after = max(span) + 1
            after += after < len(tokens) and tokens[after].key in _OF
            if self.linked(ministry, KAZAKHSTAN) and not of_others.isdisjoint((min(span) - 1, after)) and of_others.isdisjoint(span):
                self.unname(ministry)

    def _take_one_for_a_festival(self) -> None:
        """«The one in Bursa», «the Baku one» is a festival, where the city held one."""
        if self.kinds or not self.held or self.reading.language != "en":
            return
        keys = [token.key for token in self.reading.tokens]
        for i in (i for i, key in enumerate(keys) if key == "one"):
            beside = {i - 1, i + 2 if keys[i + 1 : i + 2] == ["in"] else i}
            for place in [place for place in self.held if not self.named[place].isdisjoint(beside)]:
                last = max((self.of[edition] for edition in self.held[place]), key=lambda edition: edition.newest)
                self.name(last.id, self.unname(place) | {i})

    def _ask_how_long(self) -> None:
        """«How long did the festival in Bursa run?» asks for its dates, not for the length of a film or since when somebody leads a body."""
        lasting = self.cues.get("runtime", {})
        for film in [named for named, kind in self.named_kinds.items() if kind == "film" and "edition" in self.named_kinds.values()]:
            if self.named[film] <= lasting.keys():
                # «Run» is also a title.
                self.unname(film)
        of_edition = "edition" in self.named_kinds.values() or ("edition" in self.kinds and self.held)
        if not of_edition or not set(self.named_kinds.values()) <= {"edition", "festival", "place"} or not lasting or "film" in self.kinds:
            return
        for prop in [prop for prop, cues in self.cues.items() if prop != "dates" and not cues.keys().isdisjoint(lasting)]:
            self.strength["dates"] = max(self.strength["dates"], self.strength.pop(prop, 0.0))
            self.cues["dates"] |= self.cues.pop(prop)

    def _drop_events(self) -> None:
        """«When was Bursa the cultural capital»: that was no year of Aktau."""
        places = [record for record in self.named if self.of[record].kind == "place"]
        for event in [record for record in self.named if self.of[record].kind == "event"] if places else []:
            city = self.of[event].facts.get("city")
            if self.reading.yes_no and not set(self.reading.years.values()).isdisjoint(self.of[event].years):
                # «Is Samarkand the cultural capital of 2026?» claims a city of that one.
                continue
            if not any(place in city.refs if city and city.refs else self.linked(event, place) for place in places):
                self.unname(event)

    def _take_films_for_shown(self) -> None:
        """«What did Turkmenistan show in Aktau?», «Uzbek works in the programme of 2025» ask for its films at the festival there, or at «the festival»."""
        of = set(self.named_kinds.values())
        at_festival = any(named in self.held or kind in EDITION_LIKE for named, kind in self.named_kinds.items()) or bool(self.reading.years)
        at_festival |= not EDITION_LIKE.isdisjoint(self.kinds)
        # What somebody brought home from a festival are prizes, and what he took there are films.
        of_films = _FILMS_SHOWN | ({"awards"} if self._goes_to_festival() else set())
        asked_else = (self.kinds.keys() - {"film", *EDITION_LIKE}) or (self.types - {"what"}) or (self.cues.keys() - of_films)
        if self.reading.yes_no or not at_festival or asked_else or "country" not in of or not of <= {"country", "place", "festival", "edition"}:
            return
        said = [{token.key, *token.bases} for token in self.reading.tokens]
        shown = {i for i, keys in enumerate(said) if not words.shown().isdisjoint(keys)}
        works = {i for i, keys in enumerate(said) if not words.works_shown().isdisjoint(keys)}
        if shown or works or "film" in self.kinds:
            if "film" not in self.kinds:
                self.kinds["film"] = shown or works
            self.operations["list"] |= shown | works | self.kinds["film"]
            self.cues["festivals"] |= dict.fromkeys(shown | works, 1.0)
            self.cues.pop("awards", None)
            self.strength.pop("awards", None)
            self.lists_shown = True

    def _goes_to_festival(self) -> bool:
        """«Фестивальге», «Ақтауға»."""
        there = {i for kind in EDITION_LIKE for i in self.kinds.get(kind, ())} | {i for named in self.held for i in self.named[named]}
        return any(self.reading.tokens[i].key.endswith(_TO) for i in there)

    def _turn_to_years(self) -> None:
        """«The cultural capital of 2026» is that of 2026, though the words alone name that of another year."""
        years = set(self.reading.years.values())
        held = {edition for named, kind in self.named_kinds.items() if kind == "place" for edition in self.held.get(named, ())}
        years = years or {year for edition in held for year in self.of[edition].years}
        for one in [record for record in self.named if self.of[record].kind in ("event", "award", "edition")] if years else []:
            # Of records that bear one name, those of the year, though the others tell of it too.
            same = [other for other, span in self.named.items() if span == self.named.get(one) and self.of[other].kind == self.of[one].kind]
            of_year = [other for other in same if any(str(year) in other for year in years)]
            if of_year and one in same and one not in of_year:
                self.unname(one)
        for one in [record for record in self.named if self.of[record].kind in ("event", "award")] if years else []:
            if not years.isdisjoint(self.of[one].years):
                continue
            record = self.of[one]
            others = [other for other in self.members(record.kind) if other.type == record.type and not years.isdisjoint(other.years)]
            alike = {other.id: _likeness(record, other) for other in others}
            if alike and (best := max(alike.values())) >= ALIKE:
                span = self.unname(one)
                for other in (other for other, share in alike.items() if share == best):
                    self.named[other] |= span
            elif record.kind == "award":
                # The edition tells its prizes.
                self.unname(one)

    def _of_another_country(self) -> set[str]:
        """The records that are no more than a post or a body of Kazakhstan, where another country is told: «the culture minister of Uzbekistan»."""
        of = self.reading.of
        countries = {m.pattern.value for m in of("record") if self.of[m.pattern.value].kind == "country"}
        if KAZAKHSTAN in countries:
            return set()
        generic = {i for m in of("kind") if m.pattern.value == "organisation" for i in m.span}
        generic |= {i for m in of("cue") if m.pattern.value in ("head", "post") for i in m.span}
        home = set(self.of[KAZAKHSTAN].short) if KAZAKHSTAN in self.base.records else set()
        out = set()
        for mention in of("record") if countries else ():
            record = self.of[mention.pattern.value]
            # «The Georgian film center» tells its country itself.
            own = home.union(*(self.of[country].short for country in record.near.get("country", ())))
            told = any(not own.isdisjoint(stems_of(self.reading.tokens[i])) for i in mention.span)
            short = len(mention.span) <= 2 and not told and bool(mention.span & generic) and record.kind in ("organisation", "person")
            if short and not any(self.linked(record.id, country) for country in countries):
                out.add(record.id)
        return out

    def _narrow(self) -> None:
        """«Who was the boss before Raev»: a word that makes a narrower property of the one that is asked for."""
        for prop, (wider, by) in narrowed().items():
            of = max(wider, key=lambda other: self.strength.get(other, 0.0))
            phrases = {i for mention in self.reading.of("slight") if len(mention.span) > 1 for i in mention.span}
            # Nor is a part of a name such a word: the «State» Center.
            passed = phrases | self.reading.besides | {i for span in self.named.values() if len(span) > 1 for i in span}
            at = [i for i, token in enumerate(self.reading.tokens) if i not in passed and not by.isdisjoint(token.own_keys)]
            if at and self.strength.get(of, 0.0) >= 0.35:
                self.cues[prop] |= self.cues[of] | dict.fromkeys(at, 1.0)
                self.strength[prop] = max(self.strength[prop], self.strength[of] + OF_NARROWER)

    def _lean(self, named: set[int]) -> None:
        """Words that example questions show to ask for a property are cues of it, if weak ones."""
        # What the base has nothing on leans to nothing, though it begins as other words do: «internships», «international».
        passed = named | {i for mention in self.reading.of("beyond") if mention.weight == 1 for i in mention.span}
        for i in self.content:
            leanings = self.base.leanings.get(self.reading.tokens[i].key[:5]) if i not in passed else None
            for prop, share in leanings.items() if leanings else ():
                if share >= LEANS:
                    self.cues[prop][i] = max(self.cues[prop].get(i, 0.0), share)
                    self.strength[prop] = max(self.strength[prop], OF_LEANING * share)

    def _add_rest(self, mention: Mention) -> None:
        """«Besides the chairman» asks for the rest of the jury."""
        for wider in narrowed().get(mention.pattern.value, ([], ()))[0]:
            self._add_cue(mention, wider)

    def _add_cue(self, mention: Mention, prop: str = "") -> None:
        prop = prop or mention.pattern.value
        for i in mention.span:
            self.cues[prop][i] = max(self.cues[prop].get(i, 0.0), mention.weight)
        size = len(mention.pattern.keys)
        strength = (0.55 + 0.25 * min(size - 1, 2)) * mention.weight / mention.pattern.shared**0.5
        self.strength[prop] = max(self.strength[prop], strength)


def _likeness(one: Evidence, other: Evidence) -> float:
    """The share of stems of names, numbers apart, that two records have in common."""
    mine, theirs = ({stem for stem, keys in record.where.items() if NAMES in keys and not stem.isdecimal()} for record in (one, other))
    return len(mine & theirs) / (len(mine | theirs) or 1)


def _is_form_with_an_error(key: str, name: str) -> bool:
    """Whether a word is a name with one letter wrong, and with an ending of at most three letters: «Тагеева» of «Тагиев»."""
    return key[0] == name[0] and any(OSA.distance(key[: len(key) - cut], name, score_cutoff=1) <= 1 for cut in range(4) if len(key) - cut >= SHORTEST)


def _begins_as(token: Token, beginnings: tuple[str, ...]) -> bool:
    """Whether a word, or its part after «кино», is a form of one that begins so."""
    for key in (token.key, token.key.removeprefix(_CINEMA), *token.bases):
        if not key.startswith(beginnings):
            continue
        endings = ((len(begin), len(key) - len(begin)) for begin in beginnings if key.startswith(begin))
        if any(ending <= (_LONGEST_ENDING if size > _SHORT else _SHORT) for size, ending in endings):
            return True
    return False


def counts_festivals(ask: Ask) -> bool:
    """Whether several festivals are asked for, or how many: «how many editions», «какие фестивали»."""
    counts = "count" in ask.types and not ask.kinds.keys() & {"film", "country", "award"}
    return "edition" in ask.kinds and (counts or any(token.text.lower() in words.several_festivals() for token in ask.reading.tokens))


def stems_of(token: Token) -> set[str]:
    return {token.key[:5], *(base[:5] for base in token.bases)}


def _as_figures(token: Token) -> set[str]:
    """How a text writes the number or the year that a story tells: «at twelve», «back in 93»."""
    if token.key in numerals():
        return {str(numerals()[token.key])}
    return {f"19{token.key}", f"20{token.key}"} if token.key.isdecimal() and len(token.key) == 2 else set()


def fits(record: Evidence, kind: str) -> bool:
    return record.kind == kind or {record.kind, kind} <= EDITION_LIKE or (kind == "documentary" and record.type == "documentary")
