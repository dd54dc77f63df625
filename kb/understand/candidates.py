"""Every way to answer a message from the base, with how well it explains the message.

A candidate is a record and one of its facts or highlights, or the record as a whole (its card). A word of the message is
explained by it as far as the word names the record, a record it is linked with, its kind, a cue of its property, or stands
in its text. `coverage` is the explained share of what the message says; `score` adds what speaks for it beyond that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from typing import Literal

from kb.base import Base
from kb.language.fold import fold
from kb.query import Query
from kb.records import Fact, Highlight, Record
from kb.understand.evidence import Library
from kb.understand.lexicon import generic, properties, words
from kb.understand.reading import Mention, Reading

# What a word is worth when it names another record than the candidate's.
LINKED, NEAR, IN_FACT, NOT_IN_FACT = 0.85, 0.6, 1.0, 0.5
# What a word is worth when it only stands in a text.
IN_TEXT, IN_SUMMARY, NAME_ELSEWHERE, ELSEWHERE = 0.7, 0.35, 0.45, 0.3
FITTING_KIND, OTHER_KIND = 0.9, 0.25
# What speaks for a candidate beyond its coverage.
OWN_NAME, PREMISE_HOLDS, KIND_ASKED, CUE, TELLING_WORDS, QUESTION_WORD, ABOUT = 0.14, 0.06, 0.16, 0.36, 0.14, 0.14, 0.2
# The strength of a kind as the cue of a property: «which countries» of a festival.
OF_KIND, OF_KIND_LISTED, OF_KIND_MEANT = 0.5, 0.7, 0.3
# What is left of telling words where another property is asked.
UNASKED, UNASKED_HELD = 0.8, 0.5
# What speaks for the very number that is asked.
COUNTED = 0.3
# What speaks against a fact without a number where one is asked.
UNCOUNTED = 0.15
# What speaks for the property that counts the very kind that is asked: «how many awards», and against other numbers.
OF_COUNTED = 0.1
# What speaks against the festival as such when an edition is told.
OF_AN_EDITION = 0.25
# What speaks against a record that a name of the message does not fit.
OF_ANOTHER_NAME = 0.2
# What a cue of a highlight is worth, two at most.
HIGHLIGHT_CUE = 0.23
# What speaks against a highlight of a record that is not named.
OF_ANOTHER = 0.14
# What a word is worth when a yes/no question claims it as the fact's value.
CLAIMED = 0.85
# What speaks against a fact that only texts lead to when the message asks for the record as such.
UNASKED_ABOUT = 0.12
# What speaks against a property that the base does not hold of the record.
UNRECORDED = 0.07
# What a word of everyday speech weighs among content words.
SLIGHT = 0.2
# What the name of a month is worth if the fact does not tell it.
MONTH = 0.25
# What speaks against a fact when another of the same record holds a word of the message that it lacks.
TOLD_ELSEWHERE = 0.1
_EDITION_LIKE = {"festival", "edition", "event"}
# What a question is rarely about when it names the kind of something else: «the memorandum with Turkey», «films in Aktau».
_CONTEXT_KINDS = ("country", "place", "organisation")
_OF_PARTIES = ("agreement", "event")
_FESTIVAL = "festival-korkyt-ata"
_MADE_BY = ("director", "writer", "cast", "producer", "cinematographer", "composer")
# A memorandum is signed; talks and film days are not what «the latest memorandum» asks for.
SIGNED = ("memorandum", "agreement", "supplementary-agreement", "intergovernmental-agreement", "protocol", "declaration", "programme")
# What a year of the message that is not the record's takes from it, and any other number that nothing of it explains.
OTHER_YEAR = 0.25
# What speaks against a film where a list of films is asked.
OF_ONE = 0.4
# What a verb that says little by itself counts for, among words that count for 1.
LIGHT = 0.3


_SUBKINDS: dict[str, tuple[str, str]] = {name: (str(kind), str(type_)) for name, (kind, type_) in words()["subkinds"].items()}


@dataclass(frozen=True)
class Candidate:
    record: str
    property: str | None
    operation: Literal["card", "fact", "highlight"]
    coverage: float
    score: float
    # Positions of content words that it leaves unexplained, and of cues that only it explains.
    unexplained: tuple[int, ...] = ()
    # Positions of names that it explains badly: they stand for another record than this one.
    doubtful: tuple[int, ...] = ()
    cued: frozenset[int] = frozenset()
    # Whether something of the message asks for just this property.
    asked: bool = False
    # Whether its record is what the chat spoke of before.
    follows: bool = False


@dataclass
class Ask:
    """What a reading asks, in the terms that candidates are scored with."""

    reading: Reading
    content: list[int]
    # record → positions of the words that name it; and how sure the surest of these mentions is.
    named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    kinds: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    # kind → types that narrow it: «memorandum» among agreements.
    types_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # property → position → weight of the cue; property → strength of its best cue.
    cues: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    strength: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    types: set[str] = field(default_factory=set)
    operations: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    stems: dict[int, set[str]] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)
    ordinals: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    # Positions of content words that are only everyday speech: «напомните», «colleagues».
    slight: set[int] = field(default_factory=set)
    # Kinds that stand right after «how many».
    counted: set[str] = field(default_factory=set)
    # Whether a record that is named holds a property that the message has a word for: then no default is meant.
    held: bool = False
    months: set[int] = field(default_factory=set)
    genres: set[int] = field(default_factory=set)

    @property
    def total(self) -> float:
        return sum(self.weights.values()) or 1.0

    @property
    def named_positions(self) -> set[int]:
        return {i for span in self.named.values() for i in span}

    @classmethod
    def of(cls, reading: Reading, content: list[int]) -> Ask:
        ask = cls(reading, content)
        spans = [m.span for m in reading.mentions if m.pattern.what == "record" and len(m.span) > 1]
        # «About whom» asks for the story, not for somebody.
        of_whom = [m.span for m in reading.of("cue") if m.pattern.value in ("plot", "scope", "theme") and len(m.span) == 2]
        plain = {m.pattern.keys[0] for m in reading.of("function") if len(m.pattern.keys) == 1}
        heads = {min(m.span) for m in reading.of("kind") if m.pattern.value != "film"}
        for mention in reading.mentions:
            before = max(mention.span)
            if mention.pattern.value == "film" and mention.pattern.what == "kind" and before + 1 in heads and reading.tokens[before].text.isascii():
                # «A film memorandum» is no film.
                continue
            if mention.pattern.what in ("cue", "kind") and any(mention.span <= span for span in spans):
                # A word of a name asks for nothing: the Center «for the Support of …».
                continue
            if mention.pattern.what == "cue" and any(
                reading.tokens[i].key in plain and reading.tokens[i].key not in mention.pattern.keys for i in mention.span
            ):
                # Nor does a function word: «назови» is a form of «назван».
                continue
            match mention.pattern.what:
                case "record":
                    ask.named[mention.pattern.value] |= mention.span
                case "kind":
                    kind, narrowed = _SUBKINDS.get(mention.pattern.value, (mention.pattern.value, ""))
                    ask.kinds[kind] |= mention.span
                    if narrowed:
                        ask.types_of[kind].add(narrowed)
                case "operation":
                    ask.operations[mention.pattern.value] |= mention.span
                case "question":
                    if not any(mention.span < span for span in of_whom):
                        ask.types.add(mention.pattern.value)
                case "ordinal":
                    ask.ordinals[int(mention.pattern.value)] |= mention.span
                case "month":
                    ask.months |= mention.span
                case "genre":
                    ask.genres |= mention.span
                case "cue":
                    ask._add_cue(mention)
        if "earliest" in ask.operations and not (ask.ordinals or reading.years) and ("edition" in ask.kinds or _FESTIVAL in ask.named):
            ask.ordinals[1] |= ask.operations["earliest"]
        ends = {max(m.span) for m in reading.of("question") if m.pattern.value == "count"}
        ask.counted = {kind for kind, span in ask.kinds.items() if any(end + step in span for end in ends for step in (1, 2))}
        named = ask.named_positions
        meanings: dict[int, set[str]] = defaultdict(set)
        for mention in reading.mentions:
            for i in mention.span:
                # A Latin word is no form of a Russian one with Kazakh endings: Parasite is not «пара».
                loose = mention.pattern.what == "slight" and mention.pattern.language != "kk" and mention.weight < 0.97
                meanings[i].add("loose" if loose else mention.pattern.what)
        ask.slight = {i for i in content if "slight" in meanings[i] <= {"slight", "function"}}
        for i in content:
            token = reading.tokens[i]
            ask.stems[i] = {token.key[:5], *(base[:5] for base in token.bases)}
            ask.weights[i] = SLIGHT if i in ask.slight else 1.5 if i in named else LIGHT if token.light else 1.0
        return ask

    def _add_cue(self, mention: Mention) -> None:
        prop = mention.pattern.value
        for i in mention.span:
            self.cues[prop][i] = max(self.cues[prop].get(i, 0.0), mention.weight)
        size = len(mention.pattern.keys)
        strength = (0.55 + 0.25 * min(size - 1, 2)) * mention.weight / mention.pattern.shared**0.5
        self.strength[prop] = max(self.strength[prop], strength)


class Scorer:
    """Scores candidates over one base."""

    def __init__(self, base: Base, library: Library) -> None:
        self._base = base
        self._library = library
        self._of_kind: dict[str, list[str]] = defaultdict(list)
        for record in base.records.values():
            self._of_kind[record.kind].append(record.id)
        self._defaults: dict[str, dict[str, str | list[str]]] = words()["default_properties"]
        self._of_asked_kind: dict[str, dict[str, str]] = words()["properties_of_asked_kind"]
        self._implies: dict[str, list[str]] = words()["implies"]
        # What a yes/no question can claim without naming the property: «was the memorandum with Iran signed in Aktau», «was Hungary there».
        self._identified = {"agreement": ("place",)} | dict.fromkeys(("edition", "event"), ("place", "country"))
        self._generic = generic()
        self._instead: dict[str, list[str]] = words()["stands_for"]
        self._counted: dict[str, str] = words()["counted"]
        self._pronouns = {fold(word) for word in words()["pronouns"]}
        self._parties: dict[str, set[str]] = {}
        self._claims: dict[str, list[str]] = words()["claims"]
        self._usual: dict[str, list[str]] = words()["usual_properties"]

    def candidates(self, ask: Ask, context: Query | None) -> list[Candidate]:
        """All candidates, best first; among equals the newest record, so that «the festival» is the latest one."""
        ask.held = any(
            strength >= (0.35 if prop == "head" else 0.5) and prop in facts and not facts[prop].unknown
            for named in ask.named
            for facts in (self._base.records[named].facts,)
            for prop, strength in ask.strength.items()
            if prop != "what" and (prop == "head" or self._base.records[named].kind not in _CONTEXT_KINDS)
        )
        places = [named for named in ask.named if self._base.records[named].kind == "place"]
        for event in [named for named in ask.named if self._base.records[named].kind == "event"]:
            if places and not any(place in self._base.links[event] for place in places):
                # «When was Bursa the cultural capital»: that was no year of Aktau.
                del ask.named[event]
        gains = self.follow_up(ask, context)
        out: list[Candidate] = []
        for record in self._pool(ask, gains):
            gain = gains.get(record, 0.0)
            asked_before = (context.property or ("" if gain >= 0.25 else None)) if context and record in gains else None
            out += [replace(c, follows=gain >= 0.25) for c in self._of_record(ask, self._base.records[record], gain, asked_before)]
        out.sort(key=lambda c: (-round(c.score, 3), -max(self._library.of[c.record].years, default=0), c.record))
        return out

    def of_kind(self, kind: str) -> list[str]:
        return self._of_kind[kind]

    def _pool(self, ask: Ask, gains: dict[str, float]) -> set[str]:
        pool = set(ask.named) | set(gains)
        for record in ask.named:
            pool |= self._base.links[record]
        if not ask.named and not gains:
            pool |= set(self._base.records)
        if ask.reading.years or ask.ordinals or not ask.named:
            pool |= set(self._of_kind["edition"])
        return pool

    def follow_up(self, ask: Ask, context: Query | None) -> dict[str, float]:
        """Records that a follow-up can mean, with what they gain by it.

        «And who wrote it?» is about the last record, or one that its answer named; «and with Uzbekistan?» about the record of
        the same kind that stands to Uzbekistan as the last one stood to Turkey.
        """
        if not context or not context.records or context.records[0] not in self._base.records:
            return {}
        last = self._base.records[context.records[0]]
        if ask.named:
            gains = self._same_slot(ask, last)
            if last.kind == "person" and self._of_person(ask) and "predecessor" not in ask.cues:
                gains[last.id] = 0.5
            if not any(self._base.records[named].kind == last.kind for named in ask.named):
                near = any(named in self._base.links[last.id] or self._is_near(last, self._base.records[named]) for named in ask.named)
                gains.setdefault(last.id, 0.3 if near else 0.1)
            return gains
        gains = dict.fromkeys(self._base.links[last.id], 0.05)
        if last.kind in ("award", "edition", "event", "festival"):
            gains |= {near: 0.1 for near in self._base.links[last.id] if self._base.records[near].kind in ("award", "edition", "event")}
        facts = [last.facts[prop] for prop in (context.property or "").split("+") if prop in last.facts]
        gains |= {ref: 0.3 for fact in facts for ref in fact.refs if ref in self._base.records}
        if self._of_person(ask) and "predecessor" not in ask.cues:
            gains |= {near: gain + 0.2 for near, gain in gains.items() if gain >= 0.3 and self._base.records[near].kind == "person"}
        return gains | {last.id: 0.4}

    def _of_person(self, ask: Ask) -> bool:
        return any(token.key in self._pronouns for token in ask.reading.tokens)

    def _same_slot(self, ask: Ask, last: Record) -> dict[str, float]:
        gains: dict[str, float] = {}
        for named in ask.named:
            record = self._base.records[named]
            if record.kind == last.kind:
                gains[named] = 0.3
            elif any(self._base.records[near].kind == record.kind for near in self._base.links[last.id]):
                for near in self._base.links[named]:
                    other = self._base.records[near]
                    if other.kind == last.kind and (other.type == last.type or last.kind != "agreement"):
                        same_years = bool(self._library.of[near].years & self._library.of[last.id].years)
                        gains[near] = 0.5 if same_years else 0.3
        return gains

    def _of_record(self, ask: Ask, record: Record, gain: float, asked_before: str | None) -> Iterator[Candidate]:
        explained = self._by_record(ask, record)
        prior = gain + self._prior(ask, record)
        about = bool(ask.operations.get("about"))
        own = record.id in ask.named
        free = not ask.cues and not (ask.types - {"what"})
        card = ABOUT if about else 0.08 if free else -0.06
        if not own and any(self._base.records[named].kind not in _CONTEXT_KINDS for named in ask.named):
            card -= OF_ANOTHER
        if "who" in ask.types and record.kind == "person" and own:
            card += 0.12
        if asked_before is None and gain and not own and record.kind == "agreement":
            card += 0.05
        yield self._candidate(ask, record, None, "card", explained, prior + card, frozenset(), own and (about or free))
        for prop, fact in record.facts.items():
            yield from self._of_fact(ask, record, prop, fact, explained, prior, asked_before)
        for number, highlight in enumerate(record.highlights):
            yield from self._of_highlight(ask, record, str(number), highlight, explained, prior)
        if own:
            yield from self._lacking(ask, record, explained, prior)

    def _by_record(self, ask: Ask, record: Record) -> dict[int, float]:
        """Position → how far the record as a whole explains the word there."""
        evidence = self._library.of[record.id]
        links = self._base.links[record.id]
        explained: dict[int, float] = {}

        def explain(positions: set[int], share: float) -> None:
            for i in positions:
                explained[i] = max(explained.get(i, 0.0), share)

        for named, positions in ask.named.items():
            if named == record.id:
                explain(positions, 1.0)
            elif named in links:
                explain(positions, LINKED)
            elif self._is_near(record, self._base.records[named]):
                explain(positions, NEAR)
        if record.kind == "edition" and _FESTIVAL in ask.named:
            explain(ask.named[_FESTIVAL], 1.0)
        for kind, positions in ask.kinds.items():
            explain(positions, FITTING_KIND if _fits(record, kind) else OTHER_KIND)
        for i, year in ask.reading.years.items():
            explain({i}, 1.0 if year in evidence.years else 0.15)
        for number, positions in ask.ordinals.items():
            fact = record.facts.get("editions")
            explain(positions, 1.0 if record.kind == "edition" and fact and fact.number == number else 0.3)
        for positions in ask.operations.values():
            explain(positions, 0.6)
        explain(ask.months, MONTH)
        if record.id in ask.named and "genre" in record.facts:
            explain(ask.genres, 0.6)
        explain({i for i in ask.content if self._is_generic(ask, i)}, 0.5)
        for i, stems in ask.stems.items():
            if stems & evidence.names:
                explain({i}, 0.8)
            elif stems & evidence.told and not ask.reading.tokens[i].bases:
                # Most likely a name: of an actor, of a place.
                explain({i}, NAME_ELSEWHERE)
            elif record.id in ask.named and stems & evidence.told:
                explain({i}, ELSEWHERE)
            elif stems & evidence.summary or (record.kind in _OF_PARTIES and stems & self._names_of_parties(record)):
                explain({i}, IN_SUMMARY)
        return explained

    def _names_of_parties(self, record: Record) -> set[str]:
        """The stems of the names of organisations linked with a paper: «with the Turkish General Directorate»."""
        if record.id not in self._parties:
            near = [near for near in self._base.links[record.id] if self._base.records[near].kind == "organisation"]
            self._parties[record.id] = set().union(*(self._library.of[n].names for n in near))
        return self._parties[record.id]

    def _is_generic(self, ask: Ask, i: int) -> bool:
        return not self._generic.isdisjoint((ask.reading.tokens[i].key, *ask.reading.tokens[i].bases))

    def _is_near(self, record: Record, named: Record) -> bool:
        """Whether a place or festival is that of the edition which the record belongs to: a prize «in Aktau»."""
        if named.kind not in ("place", "festival", "organisation"):
            return False
        near = self._base.links[record.id]
        if record.kind == "person":
            # Of a director the editions are those of the films.
            near = near.union(*(self._base.links[film] for film in near if self._base.records[film].kind == "film"))
        return any(self._base.records[other].kind == "edition" and named.id in self._base.links[other] for other in near)

    def _prior(self, ask: Ask, record: Record) -> float:
        """What speaks for a record before any of its facts."""
        asked_kinds = {kind for kind in ask.kinds if kind in self._of_kind}
        prior = 0.0
        if record.id in ask.named:
            # A country or place mostly says of what: «the memorandum with Turkey».
            # «In which city is Kazakhfilm» is about Kazakhfilm.
            others = asked_kinds - _EDITION_LIKE - ({"place", "country"} if record.kind == "organisation" else set())
            context_only = record.kind in _CONTEXT_KINDS and others and record.kind not in asked_kinds
            holds = any(ask.strength.get(prop, 0.0) >= 0.35 for prop in record.facts)
            told = (
                record.kind in ("place", "country")
                and not holds
                and any(
                    near in self._base.links[record.id] and self._base.records[near].kind not in _CONTEXT_KINDS and ask.named[near] - ask.named[record.id]
                    for near in ask.named
                )
            )
            people = {frozenset(span) for named, span in ask.named.items() if self._base.records[named].kind == "person"}
            one_of_several = record.kind == "person" and "film" in ask.kinds and len(people) > 1
            prior += -0.2 if context_only else -0.06 if told or one_of_several else OWN_NAME
        elif ask.named:
            # «What is TİKA» is about TİKA alone; «what got signed with France» is not about France.
            whole = "about" in ask.operations and not ask.kinds and not ask.cues.keys() - {"what"}
            prior -= ABOUT if whole and any(self._base.records[named].kind not in ("country", "place") for named in ask.named) else 0.06
            if all(named in self._base.links[record.id] for named in ask.named):
                several = len({frozenset(span) for span in ask.named.values()}) > 1 and all(self._base.records[n].kind == "person" for n in ask.named)
                prior += PREMISE_HOLDS + (OWN_NAME if several else 0.0)
        if any(record.kind == kind or {record.kind, kind} <= {"festival", "edition"} for kind in asked_kinds) and not (
            record.kind in ("place", "country", "person") and record.id not in ask.named
        ):
            prior += KIND_ASKED
        if record.kind == "agreement" and len(record.links.get("country", ())) > 2:
            prior -= 0.1
        if record.kind == "person" and record.id not in ask.named and "who" not in ask.types and "person" not in ask.kinds:
            prior -= 0.08
        if record.kind == "agreement" and record.type not in (ask.types_of.get("agreement", SIGNED) if ask.named.keys() - {"country-kz"} else SIGNED):
            prior -= 0.06
        if record.kind == "edition" and _FESTIVAL in ask.named and record.id not in ask.named:
            prior += OWN_NAME if self._tells_edition(ask) and self._is_told(ask, record) else 0.0
        if record.id == _FESTIVAL:
            prior -= OF_AN_EDITION if self._tells_edition(ask) else 0.0
            prior += 0.12 if "list" in ask.operations else 0.0
        if record.kind == "film" and "film" in asked_kinds and self._lists_in_kazakh(ask) and record.id not in ask.named:
            # «Which films were shown» is not told by what is known of one of them.
            prior -= OF_ONE
        if record.kind in ("country", "place") and ask.named and record.id not in ask.named:
            prior -= 0.08
        if record.kind == "festival" and record.id != _FESTIVAL and record.id not in ask.named:
            prior -= 0.15
        return prior

    @staticmethod
    def _lists_in_kazakh(ask: Ask) -> bool:
        """Whether a Kazakh plural asks for several; a Russian or English one shares its key with the singular."""
        return any(m.pattern.value == "list" and m.pattern.language == "kk" for m in ask.reading.of("operation"))

    def _tells_edition(self, ask: Ask) -> bool:
        """Whether a year, an ordinal or a host city says which festival is meant."""
        cities = any(
            self._base.records[named].kind == "place" and any(self._base.records[near].kind == "edition" for near in self._base.links[named])
            for named in ask.named
        )
        return bool(ask.reading.years or ask.ordinals or cities)

    def _is_told(self, ask: Ask, edition: Record, claimed: Set[str] = frozenset()) -> bool:
        """Whether all that the message tells of an edition fits this one: its year, its number, its city unless only claimed."""
        if claimed and not (ask.reading.years or ask.ordinals):
            return False
        number = edition.facts.get("editions")
        cities = [named for named in ask.named if self._base.records[named].kind == "place" and named not in claimed]
        years = set(ask.reading.years.values())
        return (
            (not years or bool(years & self._library.of[edition.id].years))
            and (not ask.ordinals or (number is not None and number.number in ask.ordinals))
            and all(city in self._base.links[edition.id] for city in cities)
        )

    def _of_fact(
        self, ask: Ask, record: Record, prop: str, fact: Fact, explained: dict[int, float], prior: float, asked_before: str | None
    ) -> Iterator[Candidate]:
        definition = properties().get(prop)
        if definition is None:
            return
        strength = max(
            ask.strength.get(prop, 0.0),
            self._inherited(ask, record, prop) if (record.id in ask.named or asked_before is not None) and record.kind != "place" else 0.0,
        )
        default = not ask.held and any(prop in _listed(self._defaults.get(record.kind, {}).get(kind)) for kind in ask.types)
        of_kind = [kind for kind in ask.kinds if self._of_asked_kind.get(kind, {}).get(record.kind) == prop]
        # «Directorate» with a capital is part of a name, not a word for what is asked.
        of_kind = [kind for kind in of_kind if record.id in ask.named or any(i == 0 or ask.reading.tokens[i].text.islower() for i in ask.kinds[kind])]
        meant = record.kind in ask.kinds and not ask.types and bool(ask.named) and all(named in self._base.links[record.id] for named in ask.named)
        if record.kind == "country" and not {"list", "count"} & set(ask.operations):
            of_kind = []
        if not (record.id in ask.named or meant or (record.kind in _EDITION_LIKE and (not ask.named or _FESTIVAL in ask.named))):
            of_kind = []
        of_genre = (
            prop == "genre" and record.id in ask.named and bool(ask.genres) and not any(s > 0.5 for p, s in ask.strength.items() if p not in ("genre", "cast"))
        )
        default = default or bool(of_kind) or of_genre
        mine, telling = self._with_text(ask, record, prop, explained, fact, default)
        before = asked_before is not None and prop in asked_before.split("+")
        implied = any(prop in implied and cue in ask.strength for cue, implied in self._implies.items())
        if not (strength or telling > (0.0 if implied or record.id in ask.named else 0.3) or default or before or self.claimed(ask, record, prop, fact)):
            return
        stands_for = [other for other in self._instead.get(prop, ()) if not _holds(record, other)]
        for other in (prop, *stands_for, *(cue for cue, implied in self._implies.items() if prop in implied)):
            for i, weight in ask.cues.get(other, {}).items():
                mine[i] = max(mine.get(i, 0.0), weight)
        for i in {i for kind in of_kind for i in ask.kinds[kind]}:
            mine[i] = 1.0
        if meant and record.id not in ask.named:
            strength = max(strength, OF_KIND_MEANT if of_kind else 0.0)
        elif of_kind:
            strength = max(strength, OF_KIND_LISTED if "list" in ask.operations else OF_KIND)
        if of_genre:
            mine |= dict.fromkeys(ask.genres, 1.0)
            strength = max(strength, OF_KIND_LISTED)
        claimed = self.claimed(ask, record, prop, fact)
        for i in claimed:
            mine[i] = max(mine.get(i, 0.0), CLAIMED)
        counts = "count" in ask.types and fact.number is not None
        if claimed:
            strength = max(strength, OF_KIND)
        if record.id == _FESTIVAL and "place" in ask.kinds and {"list", "about"} & set(ask.operations) and prop == "city" and self._tells_edition(ask):
            # «In which cities was it before Aktau» is about them all.
            prior += OF_AN_EDITION
        if ask.cues and not (strength or default or claimed):
            # The message says in words what it asks for: what merely stands in this fact's text tells less.
            held = any(strength >= 0.5 and other in record.facts and not record.facts[other].unknown for other, strength in ask.strength.items())
            telling *= UNASKED_HELD if held else UNASKED
        bonus = prior + CUE * strength + TELLING_WORDS * min(telling, 2.5)
        if (definition.answers in ask.types or counts) and (strength or default):
            bonus += QUESTION_WORD
        elif (ask.types & {"when", "where", "count", "who"} and definition.answers not in ask.types) or (
            definition.answers in ("when", "where", "count") and definition.answers not in ask.types and strength < 0.6
        ):
            bonus -= 0.1
        if ask.counted:
            counting = {self._counted.get(kind) for kind in ask.counted} | {self._of_asked_kind.get(kind, {}).get(record.kind) for kind in ask.counted}
            bonus += OF_COUNTED if prop in counting else -OF_COUNTED if definition.answers == "count" else 0.0
        if "count" in ask.types and fact.number is None and fact.money is None and not fact.unknown and definition.answers != "count":
            bonus -= UNCOUNTED
        if counts and record.id in ask.named and strength >= OF_KIND and not (record.id == _FESTIVAL and self._tells_edition(ask)):
            bonus += COUNTED
        if default and not ask.cues:
            bonus += 0.15
        if prop in _MADE_BY and record.kind == "film" and record.id not in ask.named and not ask.reading.yes_no and "who" not in ask.types:
            # «What did she direct» gives the director and asks for the films.
            bonus -= OF_ONE if any(self._base.records[ref].kind == "person" for ref in fact.refs if ref in ask.named) else 0.0
        if before and not ask.cues:
            bonus += 0.3
        if fact.unknown:
            bonus -= UNRECORDED
        if ask.held and record.id not in ask.named and strength and record.kind not in ("award", *_EDITION_LIKE):
            # «Which funds supported Becoming» is told by the film, not by each fund.
            bonus -= OF_ANOTHER
        if prop == "agreements" and not strength:
            # The papers of a country in one sentence; the paper itself answers better what is asked of it.
            bonus -= UNASKED_ABOUT + OF_ANOTHER
        bonus -= TOLD_ELSEWHERE * self._told_elsewhere(ask, record, mine)
        if "about" in ask.operations and not (strength or default or claimed):
            bonus -= UNASKED_ABOUT
        cued = frozenset(ask.cues.get(prop, {}))
        yield self._candidate(ask, record, prop, "fact", mine, bonus, cued, bool(strength or default or telling > 0.6))

    def _inherited(self, ask: Ask, record: Record, prop: str) -> float:
        """How strongly another property is asked that the record lacks and that this one stands in for: the year for the release."""
        return max((0.9 * ask.strength[other] for other in self._instead.get(prop, ()) if other in ask.strength and not _holds(record, other)), default=0.0)

    def other_default(self, record: Record, prop: str, types: set[str]) -> str | None:
        """«Where and when»: the known property that answers the question word which `prop` does not."""
        rest = [kind for kind in ("when", "where") if kind in types and kind != properties()[prop].answers]
        defaults = [other for kind in rest for other in _listed(self._defaults.get(record.kind, {}).get(kind))]
        return next((other for other in defaults if other != prop and other in record.facts and not record.facts[other].unknown), None)

    def claimed(self, ask: Ask, record: Record, prop: str, fact: Fact) -> dict[int, str]:
        """Position → record that a yes/no question claims to be the value of this fact: «was the memorandum with Iran signed in Aktau?».

        All else that it names has to be this record or linked with it.
        """
        if not ask.reading.yes_no or fact.unknown:
            return {}
        out: dict[int, str] = {}
        for named, positions in ask.named.items():
            if named == record.id:
                continue
            if record.kind in ("person", "film") and prop == "country" and not ask.cues and self._base.records[named].kind == "country":
                out |= dict.fromkeys(positions, named)
                continue
            sure = prop in ask.strength or self._base.records[named].kind in self._identified.get(record.kind, ())
            if sure and prop in self._claims.get(self._base.records[named].kind, ()):
                out |= dict.fromkeys(positions, named)
            elif not any(positions & ask.named.get(other, set()) for other in (record.id, _FESTIVAL)) and named not in self._base.links[record.id]:
                return {}
        only_places = out and all(self._base.records[named].kind == "place" for named in out.values())
        if only_places and record.kind == "edition" and _FESTIVAL in ask.named and self._is_told(ask, record, set(out.values())):
            return out
        if ask.named and fact.date and properties()[prop].answers == "when" and (prop in ask.strength or record.id in ask.named or record.kind in ask.kinds):
            # «Was it signed in 2020?»
            near = {other for named in ask.named for other in self._base.links[named] if self._base.records[other].kind == record.kind}
            taken = self._library.of[record.id].years.union(*(self._library.of[other].years for other in near))
            out |= {i: str(year) for i, year in ask.reading.years.items() if year not in taken}
        about = record.id in ask.named or (record.kind in ask.kinds and bool(ask.named.keys() - set(out.values())))
        return out if about or (record.kind in _EDITION_LIKE and not ask.named.keys() - set(out.values())) else {}

    def _of_highlight(self, ask: Ask, record: Record, number: str, highlight: Highlight, explained: dict[int, float], prior: float) -> Iterator[Candidate]:
        mine, telling = self._with_text(ask, record, number, explained, None)
        named = ask.named.get(record.id, set())
        others = {i for other, span in ask.named.items() if other != record.id and len(span) > 1 for i in span}
        # Cues of several words may hold words that say little alone: «former name».
        said = {i: {token.key[:5], *(base[:5] for base in token.bases)} for i, token in enumerate(ask.reading.tokens) if i not in named | others}
        cued: frozenset[int] = frozenset()
        other_kinds = {i for kind, positions in ask.kinds.items() if not _fits(record, kind) for i in positions}
        for phrase in self._library.of[record.id].cues[number]:
            spans = [{i for i, stems in said.items() if stem in stems} for stem in phrase]
            # The word for another kind asks for nothing by itself: «memorandum» of the summit.
            if all(spans) and not (len(phrase) == 1 and (spans[0] <= other_kinds or not spans[0] & ask.stems.keys())):
                cued |= frozenset(i for span in spans for i in span)
        if not (telling or cued):
            return
        for i in cued:
            mine[i] = max(mine.get(i, 0.0), 0.95)
        bonus = (
            prior
            - TOLD_ELSEWHERE * self._told_elsewhere(ask, record, mine)
            - (0.04 if named else OF_ANOTHER)
            + HIGHLIGHT_CUE * min(len(cued), 2)
            + TELLING_WORDS * min(telling, 2.5)
        )
        yield self._candidate(ask, record, number, "highlight", mine, bonus, cued, bool(cued or telling > 0.6))

    def _told_elsewhere(self, ask: Ask, record: Record, mine: dict[int, float]) -> int:
        """How many words that this fact leaves unexplained another fact of the named record holds; two at most."""
        if record.id not in ask.named:
            return 0
        facts = self._library.of[record.id].facts
        missed = [i for i in ask.content if mine.get(i, 0.0) <= NAME_ELSEWHERE and i not in ask.slight]
        return min(2, sum(any(ask.stems[i] & text for text in facts.values()) for i in missed))

    def _with_text(
        self, ask: Ask, record: Record, key: str, explained: dict[int, float], fact: Fact | None, asked: bool = False
    ) -> tuple[dict[int, float], float]:
        """What the text of one fact explains besides, and how telling its words are among the facts of its record."""
        evidence = self._library.of[record.id]
        text = evidence.facts.get(key, set())
        mine = dict(explained)
        telling = 0.0
        own = ask.named.get(record.id, set())
        of_kinds = {i for positions in ask.kinds.values() for i in positions}
        refs = {i for ref in (fact.refs if fact else []) if ref != record.id for i in ask.named.get(ref, ())}
        if record.id not in ask.named and fact is not None:
            # «Was Burak on the jury»: a fact of the jury that does not name him does not answer it.
            for named, positions in ask.named.items():
                kinds = ("person", "film", "country") if asked or key in ask.strength else ("person", "film", "country", "place")
                if self._base.records[named].kind in kinds and not positions & refs:
                    for i in positions:
                        if not ask.stems.get(i, set()) & text:
                            mine[i] = min(mine.get(i, 0.0), NOT_IN_FACT)
        for name, positions in ask.named.items():
            if self._base.records[name].kind in ("country", "place") and name != record.id and self._library.of[name].short & text:
                # «Which Chinese city»: the text says China.
                mine |= {i: max(mine.get(i, 0.0), IN_TEXT) for i in positions}
        for i, stems in ask.stems.items():
            found = stems & text if not self._is_generic(ask, i) else set()
            if i in refs:
                mine[i] = IN_FACT
                telling += 0.5 * max((evidence.tells(stem) for stem in found), default=0.6)
            elif found and i not in own:
                rarity = max(self._library.rarity(stem) * evidence.tells(stem) for stem in found)
                # A word that no lexicon knows is most likely a name, and tells most.
                share = 0.15 if i in ask.named_positions else 0.4 if explained.get(i, 0.0) > 0.5 else 1.0 if ask.reading.tokens[i].bases else 2.0
                telling += 0.0 if i in of_kinds else rarity * share
                mine[i] = max(mine.get(i, 0.0), IN_TEXT)
        return mine, telling

    def _lacking(self, ask: Ask, record: Record, explained: dict[int, float], prior: float) -> Iterator[Candidate]:
        """A property that this kind of record usually has and this one lacks: the base knows the thing, not this of it."""
        for prop, strength in ask.strength.items():
            if prop in record.facts or strength < 0.5 or prop not in self._usual.get(record.kind, ()):
                continue
            if any(prop in asked and _holds(record, other) for other, asked in self._instead.items()):
                continue
            mine = explained | {i: max(explained.get(i, 0.0), weight) for i, weight in ask.cues[prop].items()}
            typed = QUESTION_WORD if properties()[prop].answers in ask.types else 0.0
            yield self._candidate(ask, record, prop, "fact", mine, prior + CUE * strength + typed - UNRECORDED, frozenset(ask.cues[prop]), True)

    @staticmethod
    def _candidate(
        ask: Ask,
        record: Record,
        prop: str | None,
        operation: Literal["card", "fact", "highlight"],
        explained: dict[int, float],
        bonus: float,
        cued: frozenset[int],
        asked: bool,
    ) -> Candidate:
        covered = sum(ask.weights[i] * explained.get(i, 0.0) for i in ask.content) / ask.total if ask.content else 0.7
        missing = tuple(i for i in ask.content if explained.get(i, 0.0) < 0.2 and i not in ask.slight and not ask.reading.tokens[i].light)
        doubtful = tuple(i for i in ask.content if i in ask.named_positions and explained.get(i, 0.0) < NOT_IN_FACT)
        of_edition = "edition" in ask.kinds or _FESTIVAL in ask.named
        other_number = of_edition and any(explained.get(i, 0.0) < NOT_IN_FACT for span in ask.ordinals.values() for i in span)
        unread = any(explained.get(i, 0.0) < NOT_IN_FACT for i in ask.reading.years) or any(ask.reading.tokens[i].key.isdigit() for i in missing)
        if other_number or unread:
            bonus -= OTHER_YEAR
        if doubtful:
            bonus -= OF_ANOTHER_NAME * (0.5 if record.id in ask.named and record.kind != "award" else 1.0)
        found = Candidate(record.id, prop, operation, covered, covered + bonus)
        return replace(found, unexplained=missing, doubtful=doubtful, cued=cued, asked=asked)


def _holds(record: Record, prop: str) -> bool:
    return prop in record.facts and not record.facts[prop].unknown


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _fits(record: Record, kind: str) -> bool:
    return record.kind == kind or {record.kind, kind} <= _EDITION_LIKE or (kind == "documentary" and record.type == "documentary")
