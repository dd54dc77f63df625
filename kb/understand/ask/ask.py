"""All that a message asks, and what follows from it for every way to answer it.

Of «which films did Kazakhstan show in Aktau?» the words for what is asked, how telling each is, and what a record can explain at most.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kb.base import Base
from kb.language.typing_errors import SHORTEST
from kb.lazy import lazy
from kb.understand.ask import words
from kb.understand.ask.candidate import Candidate, Heard, Sort, Spoken, explain
from kb.understand.ask.collecting import collect
from kb.understand.ask.terms import CONTEXT_KINDS, Terms, says, stems_of
from kb.understand.evidence import EDITION_LIKE, FESTIVAL, KAZAKHSTAN, SIGNED, Evidence
from kb.understand.lexicon import film_types, function_keys, generic
from kb.understand.reading import Reading
from kb.understand.weights import ABOUT, FITTING_KIND, IN_NAME, MONTH, NOT_IN_FACT, OF_ANOTHER, OTHER_KIND, UNEXPLAINED

# What «what is» asks for nothing beside.
MEASURES = {"budget", "runtime", "box_office", "ticket_price"}


@dataclass
class Ask(Terms):
    """What a reading asks of a base, in the terms that candidates are scored with.

    First come its words and how telling each is, then what is asked for, then how far a record can explain the words.
    """

    # The records that can be meant, by kind.
    pool: dict[str, list[str]] = field(default_factory=dict)
    # The records that a follow-up can mean.
    gains: dict[str, float] | None = None
    # By kind what is asked of it, by what tells sorts of records apart the sort: worked out as they are met.
    spoken_of: dict[str, Spoken] = field(default_factory=dict)
    sorts: dict[tuple[object, ...], Sort] = field(default_factory=dict)
    _by_sort: dict[tuple[object, ...], dict[int, float]] = field(default_factory=dict)

    @classmethod
    def of_reading(cls, reading: Reading, content: list[int], base: Base) -> Ask:
        """What a reading asks by the words at these positions, which say something."""
        ask = cls(reading, content, base)
        collect(ask)
        return ask

    @lazy
    def total(self) -> float:
        return sum(self.weights.values()) or 1.0

    @lazy
    def shares(self) -> dict[int, float]:
        """Position → its share of what the message says."""
        return {i: weight / self.total for i, weight in self.weights.items()}

    @lazy
    def generic(self) -> set[int]:
        """Positions of words of the trade, which fit every record."""
        return {i for i in self.content if says(self.reading.tokens[i], generic())}

    @lazy
    def rarity(self) -> dict[str, float]:
        """Each stem of the message: between 0 (in every record) and 1 (in one); 0 for a stem that is in none."""
        size = len(self.base.ids) or 1
        counts = {stem: self.base.in_texts.count(stem) for stems in self.stems.values() for stem in stems}
        return {stem: math.log(1 + size / n) / math.log(1 + size) if n else 0.0 for stem, n in counts.items()}

    def share(self, i: int) -> float:
        """How much a word tells that a text holds: one that no lexicon knows is most likely a name, and tells most; «second place» is of any year."""
        return 0.0 if i in self.of_kinds or i in self.of_ranks else 1.0 if self.reading.tokens[i].bases else 2.0

    @lazy
    def tells(self) -> dict[int, float]:
        """How telling each word can be at most."""
        return {i: self.share(i) * max([self.rarity[stem] for stem in stems], default=0.0) for i, stems in self.stems.items()}

    @lazy
    def of_ranks(self) -> set[int]:
        """Positions of words for places in a row, where no yes/no question claims one for somebody."""
        if not self.ranks or self.reading.yes_no:
            return set()
        return self.where_said(words.places_in_order()).union(*self.ranks.values())

    @lazy
    def telling(self) -> list[int]:
        """Positions of content words that an answer has to explain."""
        return [i for i in self.content if i not in self.slight and not self.reading.tokens[i].light]

    @lazy
    def names(self) -> list[int]:
        return [i for i in self.content if i in self.named_positions]

    @lazy
    def named_but_eponym(self) -> list[str]:
        """The records that are named, but for the person whom the festival is named after, where it is the festival that is named."""
        of_festival = self.named.get(FESTIVAL, set[int]())
        return [record for record, span in self.named.items() if self.named_kinds[record] != "person" or not span <= of_festival]

    @lazy
    def numbers(self) -> list[int]:
        return [i for i in self.telling if self.reading.tokens[i].key.isdecimal()]

    @lazy
    def ordinals_of_edition(self) -> list[int]:
        """Positions of ordinals, where a festival is asked about."""
        of_edition = "edition" in self.kinds or FESTIVAL in self.named
        return [i for positions in self.ordinals.values() for i in positions] if of_edition else []

    @lazy
    def numerals(self) -> bool:
        """Whether the message has a year, an edition or any other number."""
        return bool(self.reading.years or self.numbers or self.ordinals_of_edition)

    @lazy
    def days(self) -> list[tuple[int, int]]:
        """The days of a month that are said, each as the month and the day: «on 4 October», «15 қазанда»."""
        tokens, out = self.reading.tokens, []
        for at, month in sorted((i, int(m.pattern.value)) for m in self.reading.of("month") for i in m.span & self.months):
            before, after = tokens[at - 1 : at], tokens[at + 1 : at + 2]
            if after and (at + 2 in self.of_kinds or at + 1 in self.reading.years):
                # «In October 5 films were shown», «в октябре 25-го».
                after = []
            out += [(month, int(day.key)) for day in (*before, *after) if day.key.isdecimal() and len(day.key) < 3]
        return list(dict.fromkeys(out))

    @lazy
    def governed(self) -> list[int]:
        """Positions of the words that «which» stands right before, where they are neither names nor kinds: «what exam did he fail»."""
        tokens = self.reading.tokens
        governed = (i for i in self.content if i and says(tokens[i - 1], words.which()))
        return [i for i in governed if i not in self.named_positions and i not in self.of_kinds]

    @lazy
    def unknown(self) -> list[int]:
        """Positions of words that no lexicon knows, most likely names, and of their other parts: «Ербол Тулепберген»."""
        strange = {i for i in self.content if not self.reading.tokens[i].bases}
        meant = {i for mention in self.reading.mentions for i in mention.span}
        parts = {i for at in strange for i in (at - 1, at + 1) if i in self.stems and i not in meant and self.reading.tokens[i].text.istitle()}
        return sorted(strange | parts)

    @lazy
    def known(self) -> list[set[str]]:
        """The stems of each word for what is known already, where something else is asked: «besides the centre»."""
        tokens = (self.reading.tokens[i] for i in self.reading.besides)
        return [stems_of(token) for token in tokens if len(token.key) >= SHORTEST and token.key not in function_keys()]

    def tells_known(self, record: Evidence, key: str) -> bool:
        """Whether a fact tells what is known already."""
        return all(any(key in record.where.get(stem, ()) for stem in stems) for stems in self.known)

    @lazy
    def positions(self) -> dict[str, frozenset[int]]:
        """Stem → where it stands in the message, in words that say little by themselves too."""
        found: dict[str, set[int]] = defaultdict(set)
        for i, token in enumerate(self.reading.tokens):
            for stem in stems_of(token):
                found[stem].add(i)
        return {stem: frozenset(positions) for stem, positions in found.items()}

    @lazy
    def flat_stems(self) -> list[tuple[int, str]]:
        return [(i, stem) for i, stems in self.stems.items() for stem in stems]

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
        """«Who handed over the prize?», but not «кому вручили приз?», nor «қорды құруды кім тапсырды?», who gave the task."""
        if "award" not in self.kinds and self.cues.keys().isdisjoint(("awards", "winner")):
            return False
        said = {key for token in self.reading.tokens for key in (token.key, *token.bases)}
        return not words.handing().isdisjoint(said) and not self.reading.has_key(words.receiving())

    @lazy
    def tells_works(self) -> bool:
        """Whether a word other than «film» stands for films: «her debut», «картины»."""
        return bool(self.where_said(words.works_shown()))

    @lazy
    def film_types(self) -> frozenset[str]:
        """The types of the films that are asked for, where a word tells: those of documentaries."""
        return frozenset(of for narrowed in self.types_of.get("film", ()) for of in film_types().get(narrowed, ()))

    @lazy
    def papers(self) -> Collection[str]:
        """The types of agreement that can be meant."""
        return self.types_of.get("agreement", SIGNED) if self.named.keys() - {KAZAKHSTAN} else SIGNED

    @lazy
    def names_a_work(self) -> bool:
        """Whether a film, a paper or a person is named."""
        return not {"film", "agreement", "person"}.isdisjoint(self.named_kinds.values())

    @lazy
    def names_only_context(self) -> bool:
        """Whether nothing is named but countries, places and organisations."""
        return set(self.named_kinds.values()) <= set(CONTEXT_KINDS)

    @lazy
    def names_several_people(self) -> bool:
        return len({frozenset(span) for span in self.named.values()}) > 1 and set(self.named_kinds.values()) == {"person"}

    @lazy
    def names_people_of_a_film(self) -> bool:
        people = {frozenset(self.named[record]) for record, kind in self.named_kinds.items() if kind == "person"}
        return "film" in self.kinds and len(people) > 1

    @lazy
    def of_longer_names(self) -> dict[str, set[int]]:
        """record → positions of its name, where that has several words."""
        return {record: span for record, span in self.named.items() if len(span) > 1}

    @lazy
    def about_named(self) -> bool:
        """«What is TİKA» is about TİKA alone; «what got signed with France» is not about France."""
        whole = "about" in self.operations and not self.kinds and not self.cues.keys() - {"what"}
        return whole and not set(self.named_kinds.values()) <= {"country", "place"}

    @lazy
    def speaks_of_festivals(self) -> bool:
        """Whether a festival is named, told by its year, number or city, or called one."""
        return self.tells_edition or not EDITION_LIKE.isdisjoint((*self.kinds, *self.named_kinds.values()))

    @lazy
    def tells_edition(self) -> bool:
        """Whether a year, an ordinal or a host city says which festival is meant."""
        cities = any(kind == "place" and "edition" in self.of[named].near for named, kind in self.named_kinds.items())
        return bool(self.reading.years or self.ordinals or cities)

    def is_of_ordinals(self, record: Evidence) -> bool:
        """Whether it belongs to one edition, whose number is said: a ceremony of «the first festival»."""
        if record.kind == "edition":
            return record.id in self._of_ordinals
        return len(record.editions) == 1 and record.editions[0] in self._of_ordinals

    @lazy
    def _of_ordinals(self) -> set[str]:
        numbered = ((edition.id, edition.facts.get("editions")) for edition in self.members("edition"))
        return {edition for edition, number in numbered if number and number.number in self.ordinals}

    @lazy
    def lists_in_kazakh(self) -> bool:
        """Whether a Kazakh plural asks for several; a Russian or English one shares its key with the singular."""
        return any(m.pattern.value == "list" and m.pattern.language == "kk" for m in self.reading.of("operation"))

    def covered(self, explained: Mapping[int, float]) -> float:
        """The share of what the message says that is explained."""
        if not self.telling:
            return 0.7
        return sum([weight * explained[i] for i, weight in self.weights.items() if i in explained]) / self.total

    def unexplained(self, candidate: Candidate) -> tuple[int, ...]:
        """Positions of content words that it leaves unexplained; not of those that say little by themselves."""
        return tuple(i for i in self.telling if candidate.explained.get(i, 0.0) < UNEXPLAINED)

    def doubtful(self, candidate: Candidate) -> bool:
        """Whether it explains a name badly, which stands for another record than this one."""
        # Kazakhstan is a party of whatever a country tells.
        passed = self.named.get(KAZAKHSTAN, set()) if self.of[candidate.record].kind == "country" else set()
        return any(candidate.explained.get(i, 0.0) < NOT_IN_FACT and i not in passed for i in self.names)

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

    def by_sort(self, record: Evidence) -> dict[int, float]:
        """Position → how far any record of this kind and type explains the word there."""
        sort = (record.kind, record.type == "documentary") if self.kinds else ()
        if sort not in self._by_sort:
            # «In which palace did the first festival open?» is of that one, and no word for the earliest of several.
            numbers = set(self.ordinals_of_edition if self.asks_venue else ())
            shares = [(positions - numbers, 0.6) for positions in self.operations.values()]
            shares += [(positions, 0.3) for positions in self.ordinals.values()]
            shares += [(set(self.reading.years), 0.15), (self.months, MONTH), (self.generic, 0.5)]
            shares += [(positions, FITTING_KIND if _fits(record, kind) else OTHER_KIND) for kind, positions in self.kinds.items()]
            explained: dict[int, float] = {}
            for positions, share in shares:
                explain(explained, positions, share)
            self._by_sort[sort] = explained
        return self._by_sort[sort]

    def other_kinds(self, record: Evidence) -> set[int]:
        """Positions of words for kinds that a record is not of."""
        return {i for kind, positions in self.kinds.items() if not _fits(record, kind) for i in positions}

    @lazy
    def named_in_facts(self) -> set[int]:
        """Positions of names of records that a fact about them refers to."""
        return {i for named, kind in self.named_kinds.items() if kind in ("person", "film", "country") for i in self.named[named]}

    @lazy
    def in_cues(self) -> bool:
        """Whether a word can be a cue of some highlight."""
        return bool(self.cue_stems)

    @lazy
    def cue_stems(self) -> list[str]:
        """The stems that a cue of some highlight has."""
        return [stem for stem in self.positions if self.base.in_cues.count(stem)]

    @lazy
    def card_bonus(self) -> float:
        """What speaks for a record as a whole: the message asks about it, or asks for nothing else."""
        # «What is the budget of As High as the Pamir Mountains?»: however long the title, nothing but the budget is asked for.
        about = "about" in self.operations and MEASURES.isdisjoint(self.strength)
        return ABOUT if about else 0.08 if not self.cues and not (self.types - {"what"}) else -0.06

    @lazy
    def card_of_another(self) -> float:
        """What speaks for a record as a whole that is not named."""
        return self.card_bonus - (0.0 if self.names_only_context or FESTIVAL in self.named else OF_ANOTHER)


def _fits(record: Evidence, kind: str) -> bool:
    return record.kind == kind or {record.kind, kind} <= EDITION_LIKE or (kind == "documentary" and record.type == "documentary")
