"""The best candidates of all records that can be meant."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from heapq import heapify, heappop, heappush, nlargest
from typing import NamedTuple

from kb.base import Base
from kb.query import Query
from kb.understand.ask import CONTEXT_KINDS, FESTIVAL, KAZAKHSTAN, Ask, Candidate, Heard, Limit, Sort, Spoken, explain
from kb.understand.candidates.race import Race
from kb.understand.candidates.weighing import Weighing
from kb.understand.evidence import CROWD, EDITION_LIKE, NAMES, PARTIES, SUMMARY, Evidence, Value
from kb.understand.follow_ups import FollowUps
from kb.understand.lexicon import Property, properties, words
from kb.understand.weights import (
    ABOUT,
    ASKED_BEFORE,
    BY_DEFAULT,
    CLAIMED,
    COMMON,
    CONTEXT_ONLY,
    COUNTED,
    CUE,
    ELSEWHERE,
    FEW,
    FOLLOWS,
    HIGHLIGHT_CUE,
    IN_FACT,
    IN_NAME,
    IN_SUMMARY,
    IN_TEXT,
    KIND_ASKED,
    LINKED,
    MARGIN,
    NAME_ELSEWHERE,
    NEAR,
    NOT_IN_FACT,
    NOT_NAMED,
    OF_ALL_EDITIONS,
    OF_AN_EDITION,
    OF_ANOTHER,
    OF_ANOTHER_COUNT,
    OF_ANOTHER_NAME,
    OF_COUNTED,
    OF_FOLLOWING_PAPER,
    OF_GENRE,
    OF_HIGHLIGHT,
    OF_KIND,
    OF_KIND_LISTED,
    OF_KIND_MEANT,
    OF_MANY_COUNTRIES,
    OF_ONE,
    OF_OTHER_FESTIVAL,
    OF_OTHER_NOUN,
    OF_OTHER_PAPER,
    OF_OTHER_QUESTION,
    OF_OTHER_SORT,
    OF_OTHER_TYPE,
    OF_PERSON,
    OF_PLACE,
    OF_SAME_KIND,
    OF_UNKNOWN,
    ONE_OF_SEVERAL,
    OTHER_YEAR,
    OWN_NAME,
    PREMISE_HOLDS,
    QUESTION_WORD,
    TELLING,
    TELLING_WORDS,
    TOLD_ELSEWHERE,
    UNASKED,
    UNASKED_ABOUT,
    UNASKED_HELD,
    UNCOUNTED,
    UNRECORDED,
    WEIGHED,
    WHO_IS,
    WITHOUT_KAZAKHSTAN,
)

_FESTIVE = {"festival", "edition"}
# So many words that say something make a question whole by itself.
_WHOLE = 4
_NOWHERE: frozenset[int] = frozenset()
_NO_RECORDS: frozenset[str] = frozenset()
_NO_WORDS: dict[int, list[str]] = {}
_MADE_BY = ("director", "writer", "cast", "producer", "cinematographer", "composer")


class Scorer:
    """Scores candidates over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._kinds = {kind for kind, _ in base.newest}
        self._defaults: dict[str, dict[str, str | list[str]]] = words()["default_properties"]
        self._of_asked_kind: dict[str, dict[str, str]] = words()["properties_of_asked_kind"]
        implies: dict[str, list[str]] = words()["implies"]
        self._implied_by = {prop: (prop, *(cue for cue, implied in implies.items() if prop in implied)) for prop in properties()}
        self._properties_of = {kind: {prop for prop, definition in properties().items() if kind in definition.kinds} for kind in self._kinds}
        # What a yes/no question can claim without naming the property: «was the memorandum with Iran signed in Aktau», «was Hungary there».
        self._identified = {"agreement": ("place",)} | dict.fromkeys(("edition", "event"), ("place", "country"))
        self._instead: dict[str, list[str]] = words()["stands_for"]
        # The same the other way round: a property → those that it implies, that stand in for it; by kind all that any of its own stands in for.
        self._implies = {cue: set(implied) for cue, implied in implies.items()}
        self._stand_ins: dict[str, list[str]] = defaultdict(list)
        for prop, others in self._instead.items():
            for other in others:
                self._stand_ins[other].append(prop)
        self._stood_in = {kind: {other for prop in own for other in self._instead.get(prop, ())} for kind, own in self._properties_of.items()}
        self._counted: dict[str, str] = words()["counted"]
        self.follow_ups = FollowUps(base)
        self._claims: dict[str, list[str]] = words()["claims"]
        self._best = frozenset(implies["winner"])
        self._ranked = frozenset(words()["ranked"])
        self._usual: dict[str, list[str]] = words()["usual_properties"]

    def candidates(
        self, ask: Ask, context: Query | None, closest: int = 1, margin: float = 2 * MARGIN, least: float = 0.0, least_close: float = 0.0
    ) -> list[Candidate]:
        """At least the `closest` best candidates that cover `least_close`, and all that cover `least` and are at most `margin` behind the best one.

        The best come first.

        Among equals the newest record comes first, so that «the festival» is the latest one. What the message is about is weighed
        first, then the other records by the most that each can score, until none can come so close.
        """
        gains = self.follow_ups.gains(ask, context)
        ask.pool = ask.pool or self._pool(ask, gains)
        race = Race(closest, margin, least, least_close)
        out: list[Candidate] = []
        for record in ask.pool[""]:
            self._add_meant(out, ask, context, record, gains, race)
        # What a record can score is first told by its kind and its words, then by what it is linked with, then fact by fact.
        waiting: list[tuple[float, int, Evidence, Sort | None, float, Heard]] = []
        for kind, records in ask.pool.items():
            if kind and records:
                of_kind = self._most_of_kind(ask, kind)
                if len(records) > FEW and not race.counts(self._ceiling(ask, kind, None, of_kind, ask.heard_at_most)[0], 1.0):
                    continue
                for record in records:
                    evidence = ask.of[record]
                    heard = _heard(ask, evidence)
                    ceiling, covered = self._ceiling(ask, kind, evidence.facts, of_kind, heard)
                    if race.counts(ceiling, covered):
                        waiting.append((-ceiling, len(waiting), evidence, None, covered, heard))
        heapify(waiting)
        while waiting and -waiting[0][0] >= race.floor:
            ceiling, number, evidence, sort, covered, heard = heappop(waiting)
            if not race.counts(-ceiling, covered):
                continue
            if sort is None:
                sort = self._sort_of(ask, evidence)
                ceiling, covered = self._ceiling(ask, evidence.kind, evidence.facts, sort, heard)
                heappush(waiting, (-ceiling, number, evidence, sort, covered, heard))
            else:
                self._add_record(out, ask, evidence, sort, covered, race)
        return self._best_first(ask, [c for c in out if c.score >= race.floor])

    def of_records(self, ask: Ask, context: Query | None, records: Iterable[str]) -> list[Candidate]:
        """All candidates of these records alone, best first."""
        out: list[Candidate] = []
        gains = self.follow_ups.gains(ask, context)
        for record in records:
            self._add_meant(out, ask, context, record, gains, Race(1, math.inf))
        return self._best_first(ask, out)

    @staticmethod
    def _best_first(ask: Ask, candidates: list[Candidate]) -> list[Candidate]:
        return sorted(candidates, key=lambda c: (-round(c.score, 3), -ask.of[c.record].newest, c.record))

    def _add_meant(self, out: list[Candidate], ask: Ask, context: Query | None, record: str, gains: dict[str, float], race: Race) -> None:
        """Weigh a record that the message or the chat is about."""
        gain = gains.get(record, 0.0)
        asked_before = (context.property or ("" if gain >= FOLLOWS else None)) if context and record in gains else None
        evidence = ask.of[record]
        sort = self._sort_of(ask, evidence)
        if gain and record not in ask.named and not self._inherits(ask, evidence, asked_before):
            ceiling, covered = self._ceiling(ask, evidence.kind, evidence.facts, sort, _heard(ask, evidence))
            if not race.counts(ceiling + gain + OF_FOLLOWING_PAPER, covered):
                return
        self._add_record(out, ask, evidence, sort, 1.0, race, gain, asked_before)

    def _most_of_kind(self, ask: Ask, kind: str) -> Sort:
        """The most that a record of a kind which is not named can explain, whatever it is linked with, before its texts are looked at."""
        spoken = self._spoken_of(ask, kind)
        prior = (PREMISE_HOLDS - (ABOUT if ask.about_named else NOT_NAMED) if ask.named else 0.0) + (OWN_NAME if ask.names_several_people else 0.0)
        if kind in EDITION_LIKE:
            prior += KIND_ASKED + OWN_NAME + OF_ALL_EDITIONS
        elif kind in ask.kinds:
            prior += KIND_ASKED
        referring = TELLING_WORDS * min(2.5, 0.6 * len(ask.named_positions)) + (OF_AN_EDITION if kind == "festival" else 0.0)
        most, covered = ask.at_most, ask.covered_at_most
        unasked = Limit(most, covered, referring)
        if spoken.positions:
            most = most | dict.fromkeys(spoken.positions, 1.0)
            covered = ask.covered(most)
        return Sort(most, covered, prior, Limit(most, covered, spoken.bonus + referring), unasked)

    def _ceiling(self, ask: Ask, kind: str, facts: Mapping[str, object] | None, sort: Sort, heard: Heard) -> tuple[float, float]:
        """The most that a record which is not named can score and cover, if one of its texts has all the words that stand in any of them.

        Without its facts, the most that it can with any.
        """
        by_position, cued = heard
        strength, limit = 0.0, sort.unasked
        for most_asked, prop in self._spoken_of(ask, kind).ranked:
            if facts is None or prop in facts:
                strength, limit = most_asked, sort.asked
                break
        explained, most = sort.explained, limit.most
        covered, of_fact, telling = sort.covered, limit.covered, 0.0
        if by_position:
            shares, tells = ask.shares, ask.tells
            for i, share in by_position.items():
                telling += tells[i]
                if share > (already := explained.get(i, 0.0)):
                    covered += shares[i] * (share - already)
                else:
                    share = already
                if share > (already := most.get(i, 0.0)):
                    of_fact += shares[i] * (share - already)
            telling = TELLING_WORDS * min(2.5, telling)
        score = max(
            covered + max(ask.card_of_another, telling + (2 * HIGHLIGHT_CUE if cued else 0.0) - OF_ANOTHER),
            of_fact + CUE * strength + limit.bonus + telling,
        )
        for i in ask.names:
            if most.get(i, 0.0) < NOT_IN_FACT and explained.get(i, 0.0) < NOT_IN_FACT and by_position.get(i, 0.0) < NOT_IN_FACT:
                score -= OF_ANOTHER_NAME
                break
        for i in ask.reading.years:
            if most.get(i, 0.0) < NOT_IN_FACT and by_position.get(i, 0.0) < NOT_IN_FACT:
                score -= OTHER_YEAR
                break
        return score + sort.prior, max(covered, of_fact)

    def newest_of_kind(self, kind: str) -> list[str]:
        """The newest records of a kind."""
        return sorted(self._base.newest.get((kind, ""), ()), key=lambda record: (-self._base.evidence[record].newest, record))

    # Which records are weighed

    def _pool(self, ask: Ask, gains: dict[str, float]) -> dict[str, list[str]]:
        """The records that can be meant, by kind: first, under "", what the message is about, then the kinds that it names."""
        found: dict[str, dict[str, None]] = {"": dict.fromkeys([*ask.named, *gains])} | {kind: {} for kind in ask.kinds}
        for named in ask.named:
            for kind, near in ask.of[named].near.items():
                found.setdefault(kind, {}).update(dict.fromkeys(near))
        more: list[str] = []
        if not ask.named and (not gains or (len(ask.telling) >= _WHOLE and not self.follow_ups.goes_on(ask.reading))):
            # A whole question without a word that goes on can be of something else than the chat.
            more += [*self._sharing_words(ask), *self._representatives(ask)]
        elif any(len(near) == CROWD for named in ask.named for near in ask.of[named].near.values()):
            # Of a hub only some are weighed for its name alone; of the others, those that share a word with the question.
            more += self._base.linked_among(ask.named, self._sharing_words(ask))
        if ask.reading.years or ask.ordinals or not ask.named:
            more += [*self._base.newest.get(("edition", ""), ()), *self._editions_of(ask.reading.years.values())]
        for record in more:
            found.setdefault(ask.of[record].kind, {})[record] = None
        if ask.asks_venue and (ask.named or "edition" in ask.kinds) and not gains:
            # In which building a festival was is told by its ceremonies.
            events = (event for edition in found.get("edition", ()) for event in ask.of[edition].near.get("event", ()))
            found.setdefault("event", {}).update(dict.fromkeys(event for event in events if ask.of[event].type == "ceremony"))
        return {kind: [record for record in records if not kind or record not in found[""]] for kind, records in found.items()}

    def _editions_of(self, years: Iterable[int]) -> set[str]:
        ids = (self._base.ids[number] for year in years for number in self._base.in_years.numbers(str(year)))
        return {record for record in ids if self._base.evidence[record].kind == "edition"}

    def _sharing_words(self, ask: Ask) -> list[str]:
        """The records whose texts, names or years share most with the message, weighted by rarity, the best first."""
        shared: dict[int, float] = defaultdict(float)
        for stem, rarity in ask.rarity.items():
            for index in (self._base.in_texts, self._base.in_names):
                if index.count(stem) <= COMMON:
                    for number in index.numbers(stem):
                        shared[number] += rarity or 1.0
        for year in ask.reading.years.values():
            if self._base.in_years.count(str(year)) <= COMMON:
                for number in self._base.in_years.numbers(str(year)):
                    shared[number] += 1.0
        return [self._base.ids[number] for number in nlargest(WEIGHED, shared, key=shared.__getitem__)]

    def _representatives(self, ask: Ask) -> set[str]:
        """Of records that share no word with the message, the newest of each sort: the others are weighed just like them."""
        props = {"", *ask.strength}
        for by_type in self._defaults.values():
            props |= {prop for kind in ask.types for prop in _listed(by_type.get(kind))}
        for kind in ask.kinds:
            props |= set(self._of_asked_kind.get(kind, {}).values())
        return {record for kind in self._kinds for prop in props for record in self._base.newest.get((kind, prop), ())}

    # What a record explains

    def _add_record(
        self,
        out: list[Candidate],
        ask: Ask,
        record: Evidence,
        sort: Sort,
        most: float,
        race: Race,
        gain: float = 0.0,
        asked_before: str | None = None,
    ) -> None:
        """Add what of a record can come close; `most` is the share of the message that it can cover at most."""
        found = _found(ask, record)
        own = record.id in ask.named
        explained = self._by_texts(ask, record, sort, found)
        prior = sort.prior + gain
        follows = gain >= FOLLOWS
        card = ask.card_bonus
        asked = own and card > 0
        if not (own or ask.names_only_context or (record.kind == "edition" and FESTIVAL in ask.named)):
            card -= OF_ANOTHER
        if "who" in ask.types and record.kind == "person" and own:
            card += WHO_IS
        if asked_before is None and gain and not own and record.kind == "agreement":
            card += OF_FOLLOWING_PAPER
        weigh = Weighing(out, ask, record, explained, prior, most, race, follows)
        if not weigh.cannot_reach(prior + card):
            weigh.add(None, "card", explained, prior + card, frozenset(), asked)
        before = asked_before.split("+") if asked_before else ()
        spoken_of = self._spoken_of(ask, record.kind)
        inherits = (own or asked_before is not None) and record.kind != "place"
        inherited = self._inherited(ask, record) if inherits else {}
        # Words that tell one of its facts apart from another no more than they do any text.
        mute = ask.generic | ask.named[record.id] if own else ask.generic
        asked_for: dict[str, float] = {}
        told: list[tuple[float, str]] = []
        for prop, fact in record.facts.items():
            if prop in spoken_of.props or prop in inherited or prop in before or (own and prop == "genre" and ask.genres):
                asked_for[prop] = max(ask.strength.get(prop, 0.0), inherited.get(prop, 0.0))
                continue
            words = found.get(prop, _NO_WORDS)
            refers = bool(fact.refs) and not ask.named.keys().isdisjoint(fact.refs)
            if refers or (words and (own or prop in spoken_of.implied or sum([ask.tells[i] for i in words]) > TELLING)):
                telling = sum([ask.tells[i] for i in words if i not in mute]) + (0.6 * len(_named_in(ask, record, fact)) if refers else 0.0)
                if telling:
                    told.append((telling, prop))
        at = len(out)
        # The likeliest first, so that the others need not be weighed.
        for prop in sorted(asked_for, key=asked_for.__getitem__, reverse=True):
            self._add_fact(weigh, prop, record.facts[prop], asked_for[prop], prop in before, found.get(prop, _NO_WORDS))
        for telling, prop in sorted(told, reverse=True):
            if weigh.cannot_reach(prior + (OF_COUNTED if ask.counted else 0.0) + TELLING_WORDS * min(telling, 2.5)):
                break
            self._add_fact(weigh, prop, record.facts[prop], 0.0, False, found.get(prop, _NO_WORDS))
        if len(out) > at + 1:
            order = list(record.facts)
            out[at:] = sorted(out[at:], key=lambda c: order.index(c.property or ""))
        if record.cues:
            cued = {number for stem in record.cued.keys() & ask.positions.keys() for number in record.cued[stem]} if ask.in_cues else set()
            for number in record.cues:
                if number in cued or (number in found and not mute.issuperset(found[number])):
                    self._add_highlight(weigh, number, found.get(number, _NO_WORDS))
        if own:
            self._add_lacking(weigh)

    def _spoken_of(self, ask: Ask, kind: str) -> Spoken:
        if kind not in ask.spoken_of:
            own = self._properties_of[kind]
            by_type = self._defaults.get(kind)
            defaults = {prop for asked in ask.types for prop in _listed(by_type.get(asked))} if by_type else set()
            of_kinds: dict[str, list[str]] = {}
            for asked in ask.kinds:
                if prop := self._of_asked_kind.get(asked, {}).get(kind):
                    of_kinds.setdefault(prop, []).append(asked)
            claimed: set[str] = set()
            claimable: set[int] = set()
            if ask.reading.yes_no:
                claimed = {"country", *(prop for named in ask.named_kinds.values() for prop in self._claims.get(named, ()))}
                if ask.reading.years:
                    claimed |= {prop for prop in own if properties()[prop].answers == "when"}
                if kind != "film":
                    claimed.discard("festivals")
                claims = {named for named, of in ask.named_kinds.items() if of == "country" or not own.isdisjoint(self._claims.get(of, ()))}
                claimable = ask.reading.years.keys() | {i for named in claims for i in ask.named[named]}
            implied = {prop for cue in ask.strength if cue in self._implies for prop in self._implies[cue] & own}
            props = own & {*ask.strength, *defaults, *of_kinds, *claimed}
            asking = {other for prop in props | implied for other in self._implied_by[prop]} | (self._stood_in[kind] & ask.cues.keys())
            positions = {i for prop in asking for i in ask.cues.get(prop, ())}
            positions.update(i for prop, listed in of_kinds.items() if prop in props for asked in listed for i in ask.kinds[asked])
            stand_ins = {prop for other in ask.cues if other in self._stand_ins for prop in self._stand_ins[other]}
            strengths = {prop: ask.strength.get(prop, 0.0) for prop in props | implied | (stand_ins & own)}
            for prop in claimed & own:
                strengths[prop] = max(strengths[prop], OF_KIND)
            for prop in of_kinds:
                strengths[prop] = max(strengths[prop], OF_KIND_LISTED if kind in EDITION_LIKE else OF_KIND_MEANT)
            bonus = QUESTION_WORD if "count" in ask.types or not ask.types.isdisjoint(properties()[prop].answers for prop in props) else 0.0
            bonus += BY_DEFAULT if (defaults or of_kinds) and not ask.cues else 0.0
            bonus += OF_COUNTED if ask.counted else 0.0
            ranked = sorted(((strength, prop) for prop, strength in strengths.items()), reverse=True)
            ask.spoken_of[kind] = Spoken(props, implied, defaults, of_kinds, ranked, positions, claimable, bonus)
        return ask.spoken_of[kind]

    def _sort_of(self, ask: Ask, record: Evidence) -> Sort:
        """What a record explains and what speaks for it, whatever its texts say; records that differ in nothing of that are looked at once."""
        linked = tuple([named for named in ask.named if named in record.links or record.id in ask.of[named].links]) if ask.named else ()
        key = (
            record.sort,
            record.id if record.id in ask.named else "",
            linked,
            tuple([year for year in ask.reading.years.values() if year in record.years]) if ask.reading.years else (),
            tuple([named for named, editions in ask.held.items() if not editions.isdisjoint(record.editions)]) if ask.held else (),
            tuple([named for named in ask.named if named in record.refs]) if record.refs and ask.named else (),
            bool(ask.ordinals) and ask.is_of_ordinals(record),
        )
        sort = ask.sorts.get(key)
        if sort is None:
            sort = ask.sorts[key] = self._new_sort(ask, record, linked)
        return sort

    def _new_sort(self, ask: Ask, record: Evidence, linked: tuple[str, ...]) -> Sort:
        explained = self._by_record(ask, record, linked)
        prior = self._prior(ask, record, linked)
        spoken = self._spoken_of(ask, record.kind)
        # A fact that does not refer to another record which is named explains its name less than the record as a whole does.
        most = explained | {i: NOT_IN_FACT for i in ask.named_in_facts if explained.get(i, 0.0) > NOT_IN_FACT}
        if ask.of_time:
            most |= dict.fromkeys(ask.of_time, IN_FACT)
        if spoken.claimable:
            most |= {i: max(CLAIMED, most.get(i, 0.0)) for i in spoken.claimable}
        referring = {i for named in ask.named if named in record.refs for i in ask.named[named]} if record.refs and ask.named else set()
        if referring:
            most |= dict.fromkeys(referring, 1.0)
        covered = ask.covered(most)
        bonus = TELLING_WORDS * min(2.5, 0.6 * len(referring)) + (OF_AN_EDITION if record.id == FESTIVAL else 0.0)
        unasked = asked = Limit(most, covered, bonus)
        if spoken.ranked:
            most = most | dict.fromkeys(spoken.positions, 1.0) if spoken.positions else most
            asked = Limit(most, ask.covered(most) if spoken.positions else covered, bonus + spoken.bonus)
        return Sort(explained, ask.covered(explained), prior, asked, unasked)

    @staticmethod
    def _by_record(ask: Ask, record: Evidence, linked: tuple[str, ...]) -> dict[int, float]:
        """Position → how far what the record is explains the word there."""
        explained = dict(ask.by_sort(record))
        for named, positions in ask.named.items():
            if named == record.id:
                explain(explained, positions, 1.0)
            elif named in linked:
                explain(explained, positions, LINKED)
            elif named in ask.held and not ask.held[named].isdisjoint(record.editions):
                # A place or festival of the edition which the record belongs to: a prize «in Aktau».
                explain(explained, positions, NEAR)
        if record.kind == "edition":
            explain(explained, ask.named.get(FESTIVAL, ()), 1.0)
            number = record.facts.get("editions")
            explain(explained, ask.ordinals.get(int(number.number), ()) if number and number.number else (), 1.0)
        elif ask.ordinals and ask.is_of_ordinals(record):
            # What belongs to the first festival: its ceremonies, its prizes.
            explain(explained, ask.ordinals_of_edition, 1.0)
        if ask.reading.years:
            explain(explained, [i for i, year in ask.reading.years.items() if year in record.years], 1.0)
        if record.id in ask.named and "genre" in record.facts:
            explain(explained, ask.genres, OF_GENRE)
        return explained

    @staticmethod
    def _by_texts(ask: Ask, record: Evidence, sort: Sort, found: Mapping[str, Mapping[int, list[str]]]) -> dict[int, float]:
        """Position → how far the record as a whole explains the word there, whichever of its facts is asked for."""
        if not found:
            return sort.explained
        explained = dict(sort.explained)
        explain(explained, found.get(NAMES, ()), IN_NAME)
        told = {i for key, words in found.items() if not key.startswith("@") for i in words}
        unknown = told.intersection(ask.unknown)
        elsewhere = told if record.id in ask.named else unknown
        explain(explained, unknown, NAME_ELSEWHERE)
        explain(explained, elsewhere, ELSEWHERE)
        explain(explained, [i for key in (SUMMARY, PARTIES) for i in found.get(key, ()) if i not in elsewhere], IN_SUMMARY)
        return explained

    def _prior(self, ask: Ask, record: Evidence, linked: tuple[str, ...]) -> float:
        """What speaks for a record before any of its facts."""
        asked_kinds = self._kinds & ask.kinds.keys()
        own = record.id in ask.named
        prior = 0.0
        if own:
            # A country or place mostly says of what: «the memorandum with Turkey». «In which city is Kazakhfilm» is about Kazakhfilm.
            others = asked_kinds - EDITION_LIKE - ({"place", "country"} if record.kind == "organisation" else set())
            context_only = record.kind in CONTEXT_KINDS and others and record.kind not in asked_kinds
            one_of_several = record.kind == "person" and ask.names_people_of_a_film
            prior += -CONTEXT_ONLY if context_only else -ONE_OF_SEVERAL if one_of_several or self._is_told_of_another(ask, record) else OWN_NAME
        elif ask.named:
            prior -= ABOUT if ask.about_named else NOT_NAMED
            if len(linked) == len(ask.named):
                prior += PREMISE_HOLDS + (OWN_NAME if ask.names_several_people else 0.0)
        asked = record.kind in asked_kinds or (record.kind in _FESTIVE and not asked_kinds.isdisjoint(_FESTIVE))
        if asked and not (record.kind in ("place", "country", "person") and not own):
            prior += KIND_ASKED
        if record.kind == "agreement" and record.countries > 2:
            prior -= OF_MANY_COUNTRIES
        elif record.kind == "agreement" and not own and record.countries and KAZAKHSTAN not in record.links:
            # The cooperation that is asked about is that of Kazakhstan.
            prior -= WITHOUT_KAZAKHSTAN
        if record.kind == "person" and not own and "who" not in ask.types and "person" not in ask.kinds:
            prior -= OF_PERSON
        if record.kind == "agreement" and record.type not in ask.papers:
            prior -= OF_OTHER_PAPER
        if record.kind == "edition" and FESTIVAL in ask.named and not own:
            prior += OWN_NAME if ask.tells_edition and self._is_told(ask, record) else 0.0
        if record.id == FESTIVAL:
            prior -= OF_AN_EDITION if ask.tells_edition else 0.0
            prior += OF_ALL_EDITIONS if "list" in ask.operations else 0.0
        if record.kind == "film" and "film" in asked_kinds and ask.lists_in_kazakh and not own:
            # «Which films were shown» is not told by what is known of one of them.
            prior -= OF_ONE
        if record.kind == "film" and not own and ask.film_types and record.type not in ask.film_types:
            # A feature is no documentary that was shot with Thailand.
            prior -= OF_OTHER_TYPE
        if record.kind == "award" and ask.film_types and (films := [ask.of[near].type for near in record.near.get("film", ())]):
            # Nor did a documentary get the special prize for features.
            prior -= OF_OTHER_TYPE if ask.film_types.isdisjoint(films) else 0.0
        if record.kind in ("country", "place") and ask.named and not own:
            prior -= OF_PLACE
        if record.kind == "organisation" and not own and ask.ordinals and not asked_kinds.isdisjoint(_FESTIVE):
            # The first festival is no body that was founded.
            prior -= OF_PLACE
        if record.kind == "festival" and record.id != FESTIVAL and not own:
            prior -= OF_OTHER_FESTIVAL
        return prior

    @staticmethod
    def _is_told_of_another(ask: Ask, record: Evidence) -> bool:
        """Whether a country or place is named beside something that it is linked with, in other words."""
        own = ask.named[record.id]
        if record.kind not in ("place", "country") or any(ask.strength.get(prop, 0.0) >= 0.35 for prop in record.facts):
            return False
        return any(kind not in CONTEXT_KINDS and ask.named[near] - own and ask.linked(record.id, near) for near, kind in ask.named_kinds.items())

    @staticmethod
    def _is_told(ask: Ask, edition: Evidence, claimed: Set[str] = frozenset()) -> bool:
        """Whether all that the message tells of an edition fits this one: its year, its number, its city unless only claimed."""
        if claimed and not (ask.reading.years or ask.ordinals):
            return False
        number = edition.facts.get("editions")
        cities = [named for named, kind in ask.named_kinds.items() if kind == "place" and named not in claimed]
        years = set(ask.reading.years.values())
        return (
            (not years or not years.isdisjoint(edition.years))
            and (not ask.ordinals or (number is not None and number.number in ask.ordinals))
            and all(ask.linked(edition.id, city) for city in cities)
        )

    # What one of its facts explains besides

    def _add_fact(self, weigh: Weighing, prop: str, fact: Value, strength: float, before: bool, found: dict[int, list[str]]) -> None:
        """Add the answer that one fact gives: how strongly it is asked for, whether it answers this kind of question, whether another tells it."""
        ask, record, explained, prior = weigh.ask, weigh.record, weigh.explained, weigh.prior
        definition = properties().get(prop)
        if definition is None:
            return
        spoken = self._spoken_of(ask, record.kind)
        claimed = self.claimed(ask, record, prop, fact)
        own = record.id in ask.named
        meant = record.kind in ask.kinds and not ask.types and bool(ask.named) and ask.linked_with_all_named(record.id)
        of_kind = self._kinds_held_by(weigh, prop, spoken, meant)
        of_genre = prop == "genre" and own and bool(ask.genres) and not any(s > 0.5 for other, s in ask.strength.items() if other not in ("genre", "cast"))
        default = (prop in spoken.defaults and not ask.holds) or bool(of_kind) or of_genre
        telling = _telling(ask, record, explained, fact, found)
        if not (strength or telling > (0.0 if own or prop in spoken.implied else TELLING) or default or before or claimed):
            return
        if meant and not own:
            strength = max(strength, OF_KIND_MEANT if of_kind else 0.0)
        elif of_kind:
            strength = max(strength, OF_KIND_LISTED if "list" in ask.operations else OF_KIND)
        if of_genre:
            strength = max(strength, OF_KIND_LISTED)
        if claimed:
            strength = max(strength, OF_KIND)
        if ask.cues and not (strength or default or claimed):
            # The message says in words what it asks for: what merely stands in this fact's text tells less.
            telling *= UNASKED_HELD if any(strong >= 0.5 and record.known(other) for other, strong in ask.strength.items()) else UNASKED
        asked = _AskedFact(record, prop, fact, definition, strength, default, own)
        bonus = prior + CUE * strength + TELLING_WORDS * min(telling, 2.5)
        bonus += self._fits(ask, asked) + self._as_counted(ask, asked) - self._told_by_others(ask, asked, weigh.follows)
        if ask.governed and _lacks_noun(ask, record, prop, found):
            bonus -= OF_OTHER_NOUN
        if default and not ask.cues:
            bonus += BY_DEFAULT
        if before and not ask.cues:
            bonus += ASKED_BEFORE
        if fact.unknown:
            bonus -= OF_UNKNOWN if record.kind == "film" and not own else UNRECORDED
        if weigh.cannot_reach(bonus):
            return
        mine = self._with_text(ask, record, prop, explained, fact, found, default or prop in ask.strength)
        if before and record.id not in ask.named:
            # «And in Azerbaijan?» asks the same of the record that is linked with it.
            explain(mine, [i for named, positions in ask.named.items() if ask.linked(record.id, named) for i in positions], LINKED)
        stands_for = [other for other in self._instead.get(prop, ()) if not record.known(other)]
        for other in (*self._implied_by[prop], *stands_for):
            for i, weight in ask.cues.get(other, {}).items():
                mine[i] = max(mine.get(i, 0.0), weight)
        for kind in of_kind:
            mine |= dict.fromkeys(ask.kinds[kind], 1.0)
        if of_genre:
            mine |= dict.fromkeys(ask.genres, 1.0)
        if ask.of_time and (definition.answers == "when" or "when" in record.sorts.get(prop, ())):
            # «What month did it come out?» is told by any fact that tells a time.
            explain(mine, ask.of_time, IN_FACT)
        if prop in self._ranked:
            mine |= {i: 1.0 for positions in ask.ranks.values() for i in positions}
        for i in claimed:
            mine[i] = max(mine.get(i, 0.0), CLAIMED)
        bonus -= TOLD_ELSEWHERE * _told_elsewhere(ask, record, mine)
        if "about" in ask.operations and not (strength or default or claimed):
            bonus -= UNASKED_ABOUT
        weigh.add(prop, "fact", mine, bonus, frozenset(ask.cues.get(prop, ())), bool(strength or default or telling > 0.6))

    @staticmethod
    def _kinds_held_by(weigh: Weighing, prop: str, spoken: Spoken, meant: bool) -> list[str]:
        """The kinds that the message speaks of and the property holds: «which countries signed»; none where they are said of something else."""
        ask, record = weigh.ask, weigh.record
        if record.kind == "country" and not {"list", "count"} & ask.operations.keys():
            return []
        own = record.id in ask.named
        # «Directorate» with a capital is part of a name, not a word for what is asked.
        held = [kind for kind in spoken.of_kinds.get(prop, []) if own or any(i == 0 or ask.reading.tokens[i].text.islower() for i in ask.kinds[kind])]
        festive = record.kind in EDITION_LIKE and bool(held and ask.operations)
        hosted = festive and all(named in ask.held and record.id in ask.held[named] for named in ask.named)
        of_festival = record.kind in EDITION_LIKE and (weigh.follows or FESTIVAL in ask.named)
        return held if own or meant or hosted or of_festival else []

    @staticmethod
    def _fits(ask: Ask, asked: _AskedFact) -> float:
        """Whether a fact answers the kind of question that is asked: who, when, where, how many."""
        record, prop, fact, strength = asked.record, asked.prop, asked.fact, asked.strength
        answers = asked.definition.answers
        counts = "count" in ask.types and fact.number is not None
        pays = "count" in ask.types and answers == "who" and fact.amount is not None
        bonus = 0.0
        if record.id == FESTIVAL and "place" in ask.kinds and {"list", "about"} & ask.operations.keys() and prop == "city" and ask.tells_edition:
            # «In which cities was it before Aktau» is about them all.
            bonus += OF_AN_EDITION
        if (answers in ask.types or counts or pays) and (strength or asked.default):
            bonus += QUESTION_WORD
        elif (ask.types & {"when", "where", "count", "who"} and answers not in ask.types) or (
            answers in ("when", "where", "count") and answers not in ask.types and strength < 0.6
        ):
            bonus -= OF_OTHER_QUESTION
        if ask.sort and record.lacks_sort(prop, ask.sort):
            bonus -= OF_OTHER_SORT
        if ask.asks_venue and _is_of_other_ceremony(ask, record):
            bonus -= OF_OTHER_QUESTION
        rival = max((strong for other, strong in ask.strength.items() if other != prop), default=0.0)
        told = prop == "city" and any(ask.named_kinds.get(ref) == "place" for ref in fact.refs)
        if told and 0 < strength <= rival and not ask.reading.yes_no:
            # «Which countries came to Aktau?» tells the city itself.
            bonus -= OF_OTHER_QUESTION
        cities = [named for named in ask.held if ask.named_kinds[named] == "place"] if record.id == FESTIVAL and "when" in ask.types else []
        if cities and not (ask.strength.get(prop) and any(city in fact.refs for city in cities)):
            # When it was in Istanbul, or first in Aktau, is told by the festival of that year, not by when the first was.
            bonus -= OF_OTHER_QUESTION
        people = answers == "who" and not any(ask.of[ref].kind == "film" for ref in fact.refs)
        if people and "film" in ask.kinds and "list" in ask.operations and "who" not in ask.types and strength < OF_KIND:
            # «Which films came from Turkmenistan» asks for no guests.
            bonus -= OF_OTHER_QUESTION
        return bonus

    def _as_counted(self, ask: Ask, asked: _AskedFact) -> float:
        """Whether a fact counts what is to be counted: «how many films were shown»."""
        record, prop, fact = asked.record, asked.prop, asked.fact
        bonus = 0.0
        counting = {self._counted.get(kind) for kind in ask.counted} | {self._of_asked_kind.get(kind, {}).get(record.kind) for kind in ask.counted}
        if ask.counted:
            bonus += OF_COUNTED if prop in counting else -OF_ANOTHER_COUNT if asked.definition.answers == "count" else 0.0
        if "count" not in ask.types:
            return bonus
        # The prizes of the edition that is told, in one list, can be counted.
        listed = prop in counting and record.kind == "edition" and ask.tells_edition and self._is_told(ask, record)
        if fact.size is None and not fact.unknown and asked.definition.answers != "count" and not listed:
            bonus -= UNCOUNTED
        of_one = asked.own and asked.strength >= OF_KIND and (not ask.counted or prop in counting)
        if fact.number is not None and of_one and not (record.id == FESTIVAL and ask.tells_edition):
            bonus += COUNTED
        return bonus

    def _told_by_others(self, ask: Ask, asked: _AskedFact, follows: bool) -> float:
        """What speaks against a fact because another record tells better what is asked."""
        record, prop, fact, strength, own = asked.record, asked.prop, asked.fact, asked.strength, asked.own
        against = 0.0
        if prop in _MADE_BY and record.kind == "film" and not own and not ask.reading.yes_no and "who" not in ask.types:
            # «What did she direct» gives the director and asks for the films.
            against += OF_ONE if any(ask.named_kinds.get(ref) == "person" for ref in fact.refs) else 0.0
        if ask.holds and not own and strength and record.kind not in ("award", *EDITION_LIKE):
            # «Which funds supported Becoming» is told by the film, not by each fund.
            against += OF_ANOTHER
        if strength and not own and any(of == record.kind and ask.of[named].known(prop) for named, of in ask.named_kinds.items()):
            # When Kazakhfilm was founded is not told by another studio.
            against += OF_SAME_KIND
        of_other = (record.kind in EDITION_LIKE or record.type == "film-days") and not (own or follows)
        if asked.definition.answers in ("when", "where") and of_other and ask.names_a_work and not ask.speaks_of_festivals:
            # «From what day was Qaitadan in cinemas» asks for no festival's dates.
            against += OF_ANOTHER
        if record.kind == "award" and not own:
            against += self._told_by_other_prizes(ask)
        if prop == "agreements" and not (strength and own):
            # The papers of a country in one sentence; the paper itself answers better what is asked of it.
            against += UNASKED_ABOUT + OF_ANOTHER
        if prop == "agreements" and "who" in ask.types and ask.strength.get("signatories", 0.0) >= OF_KIND:
            # Who signed is told by the paper.
            against += OF_ANOTHER
        return against

    def _told_by_other_prizes(self, ask: Ask) -> float:
        """What speaks against the facts of a prize that is not named."""
        against = 0.0
        if "award" not in ask.kinds:
            # «Who won in 2023» asks for the main prize, which the festival tells, and not for one of the others.
            against += UNRECORDED
        if any(ask.strength.get(best, 0.0) >= OF_KIND for best in self._best):
            # Which best one is meant stands in the property of the festival.
            against += OF_ANOTHER
        own_awards = (ask.of[named].known("awards") for named, of in ask.named_kinds.items() if of in ("person", "film"))
        if ask.strength.get("awards", 0.0) >= OF_KIND and not ask.reading.years and any(own_awards):
            # «What awards did she get?»: all of hers.
            against += OF_ANOTHER
        return against

    def _inherits(self, ask: Ask, record: Evidence, asked_before: str | None) -> bool:
        """Whether a fact of a record can be asked for because the chat asked for it before, or for what it stands in for."""
        if asked_before is None:
            return False
        return not record.facts.keys().isdisjoint((*asked_before.split("+"), *self._inherited(ask, record)))

    def _inherited(self, ask: Ask, record: Evidence) -> dict[str, float]:
        """Properties that stand in for another one that is asked and that the record lacks, the year for the release, each with how strongly."""
        out: dict[str, float] = {}
        for other, strength in ask.strength.items():
            if other in self._stand_ins and strength and not record.known(other):
                for prop in self._stand_ins[other]:
                    out[prop] = max(out.get(prop, 0.0), 0.9 * strength)
        return out

    def other_default(self, record: Evidence, prop: str, types: set[str]) -> str | None:
        """«Where and when»: the known property that answers the question word which `prop` does not."""
        rest = [kind for kind in ("when", "where") if kind in types and kind != properties()[prop].answers]
        defaults = [other for kind in rest for other in _listed(self._defaults.get(record.kind, {}).get(kind))]
        return next((other for other in defaults if other != prop and record.known(other)), None)

    def claimed(self, ask: Ask, record: Evidence, prop: str, fact: Value) -> dict[int, str]:
        """Position → record, or year, that a yes/no question claims to be the value of this fact: «was the memorandum with Iran signed in Aktau?».

        All else that it names has to be this record or linked with it.
        """
        if not ask.reading.yes_no or fact.unknown or (prop == "festivals" and record.kind != "film"):
            return {}
        out: dict[int, str] = {}
        for named, positions in ask.named.items():
            if named == record.id:
                continue
            kind = ask.named_kinds[named]
            if record.kind in ("person", "film") and prop == "country" and not ask.cues and kind == "country":
                out |= dict.fromkeys(positions, named)
                continue
            sure = prop in ask.strength or kind in self._identified.get(record.kind, ())
            if sure and prop in self._claims.get(kind, ()):
                out |= dict.fromkeys(positions, named)
            elif not any(positions & ask.named.get(other, _NOWHERE) for other in (record.id, FESTIVAL)) and not ask.linked(record.id, named):
                return {}
        only_places = out and all(ask.named_kinds[named] == "place" for named in out.values())
        if only_places and record.kind == "edition" and FESTIVAL in ask.named and self._is_told(ask, record, set(out.values())):
            return out
        asked = prop in ask.strength or record.id in ask.named or record.kind in ask.kinds
        if ask.named and ask.reading.years and fact.date and properties()[prop].answers == "when" and asked:
            # «Was it signed in 2020?»
            near = {other for named in ask.named for other in ask.of[named].near.get(record.kind, ())}
            taken = set(record.years).union(*(ask.of[other].years for other in near))
            out |= {i: str(year) for i, year in ask.reading.years.items() if year not in taken}
        if not out:
            return out
        about = record.id in ask.named or (record.kind in ask.kinds and bool(ask.named.keys() - set(out.values())))
        return out if about or (record.kind in EDITION_LIKE and not ask.named.keys() - set(out.values())) else {}

    def _add_highlight(self, weigh: Weighing, number: str, found: dict[int, list[str]]) -> None:
        ask, record, explained, prior = weigh.ask, weigh.record, weigh.explained, weigh.prior
        named = ask.named.get(record.id, set())
        cued: frozenset[int] = frozenset()
        # Cues of several words may hold words that say little alone: «former name».
        of_names = (named | ask.reading.story if named and (ask.types or ask.strength) else named).union(
            *(span for other, span in ask.of_longer_names.items() if other != record.id)
        )
        other_kinds = ask.other_kinds(record)
        for phrase in record.cues[number]:
            spans = []
            for stem in phrase:
                if not (span := ask.positions.get(stem, _NOWHERE) - of_names):
                    break
                spans.append(span)
            # The word for another kind asks for nothing by itself: «memorandum» of the summit.
            if len(spans) == len(phrase) and not (len(phrase) == 1 and (spans[0] <= other_kinds or spans[0].isdisjoint(ask.stems))):
                cued = cued.union(*spans)
        if not (found or cued):
            return
        telling = _telling(ask, record, explained, None, found)
        if not (telling or cued):
            return
        bonus = prior - (OF_HIGHLIGHT if named else OF_ANOTHER) + HIGHLIGHT_CUE * min(len(cued), 2) + TELLING_WORDS * min(telling, 2.5)
        if ask.sort and record.lacks_sort(number, ask.sort):
            bonus -= OF_OTHER_SORT
        if ask.governed and _lacks_noun(ask, record, number, found):
            bonus -= OF_OTHER_NOUN
        if ask.known and ask.tells_known(record, number):
            bonus -= OF_OTHER_NOUN
        if weigh.cannot_reach(bonus):
            return
        mine = self._with_text(ask, record, number, explained, None, found, False)
        for i in cued:
            mine[i] = max(mine.get(i, 0.0), 0.95)
        bonus -= TOLD_ELSEWHERE * _told_elsewhere(ask, record, mine)
        weigh.add(number, "highlight", mine, bonus, cued, bool(cued or telling > 0.6))

    @staticmethod
    def _with_text(
        ask: Ask, record: Evidence, key: str, explained: dict[int, float], fact: Value | None, found: dict[int, list[str]], asked: bool
    ) -> dict[int, float]:
        """What a record explains together with the text of one fact, which the message may ask for."""
        mine = dict(explained)
        refs = _named_in(ask, record, fact)
        if fact is not None and record.id not in ask.named:
            # «Was Burak on the jury»: a fact of the jury that does not name him does not answer it.
            kinds = ("person", "film", "country") if asked else ("person", "film", "country", "place")
            for named, positions in ask.named.items():
                if ask.named_kinds[named] in kinds and not positions & refs:
                    for i in positions:
                        if i not in found:
                            mine[i] = min(mine.get(i, 0.0), NOT_IN_FACT)
        for named, positions in ask.named.items():
            if named != record.id and ask.named_kinds[named] in ("country", "place") and any(key in record.where.get(stem, ()) for stem in ask.of[named].short):
                # «Which Chinese city»: the text says China.
                explain(mine, positions, IN_TEXT)
        own = ask.named.get(record.id, _NOWHERE)
        for i in found:
            if i not in refs and i not in own and i not in ask.generic:
                mine[i] = max(mine.get(i, 0.0), IN_TEXT)
        for i in refs:
            mine[i] = IN_FACT
        return mine

    def _add_lacking(self, weigh: Weighing) -> None:
        """Properties that this kind of record usually has and this one lacks: the base knows the thing, not this of it."""
        ask, record = weigh.ask, weigh.record
        for prop, strength in ask.strength.items():
            if prop in record.facts or strength < 0.5 or prop not in self._usual.get(record.kind, ()):
                continue
            if any(prop in asked and record.known(other) for other, asked in self._instead.items()):
                continue
            mine = weigh.explained | {i: max(weigh.explained.get(i, 0.0), weight) for i, weight in ask.cues[prop].items()}
            typed = QUESTION_WORD if properties()[prop].answers in ask.types else 0.0
            weigh.add(prop, "fact", mine, weigh.prior + CUE * strength + typed - UNRECORDED, frozenset(ask.cues[prop]), True)


def _named_in(ask: Ask, record: Evidence, fact: Value | None) -> set[int]:
    """Positions of names of other records that a fact refers to."""
    return {i for ref in fact.refs if ref in ask.named and ref != record.id for i in ask.named[ref]} if fact and fact.refs and ask.named else set()


def _telling(ask: Ask, record: Evidence, explained: dict[int, float], fact: Value | None, found: dict[int, list[str]]) -> float:
    """How telling the words of one fact are among the facts of its record."""
    telling = 0.0
    own = ask.named.get(record.id, _NOWHERE)
    refs = _named_in(ask, record, fact)
    for i in sorted(refs.union(found)) if refs else found:
        stems = found.get(i) if i not in ask.generic else None
        if i in refs:
            if i in ask.stems:
                telling += 0.5 * (max([record.blurred.get(stem, 1.0) for stem in stems]) if stems else 0.6)
        elif stems and i not in own:
            rarity = max([ask.rarity[stem] * record.blurred.get(stem, 1.0) for stem in stems])
            share = 0.15 if i in ask.named_positions else 0.4 if explained.get(i, 0.0) > 0.5 else 2.0
            telling += rarity * min(share, ask.share(i))
    return telling


def _told_elsewhere(ask: Ask, record: Evidence, mine: dict[int, float]) -> int:
    """How many words that this fact of a named record leaves unexplained another of its facts holds; two at most."""
    if record.id not in ask.named:
        return 0
    missed = [i for i in ask.content if mine.get(i, 0.0) <= NAME_ELSEWHERE and i not in ask.slight]
    return min(2, sum(any(map(record.tells, ask.stems[i])) for i in missed))


def _is_of_other_ceremony(ask: Ask, record: Evidence) -> bool:
    """Whether it is the opening where the prizes are spoken of, or the closing where the opening is: «in which hall were the prizes given»."""
    strength = ask.strength
    closing, opening = max(strength.get("closing", 0.0), strength.get("awards", 0.0)), strength.get("opening", 0.0)
    other = "opening" if closing > opening else "closing" if opening > closing else ""
    return record.type == "ceremony" and other in record.id.split("-")


def _lacks_noun(ask: Ask, record: Evidence, key: str, found: Mapping[int, list[str]]) -> bool:
    """Whether a fact has nothing of what «which» stands before, in words or by its property, and another fact has: «қандай атақ», «what exam»."""
    cues = ask.cues.get(key, _NO_WORDS)
    return any(
        i not in found and i not in cues and any(record.tells(stem) or (ask.asks_venue and ask.rarity[stem]) for stem in ask.stems[i]) for i in ask.governed
    )


def _heard(ask: Ask, record: Evidence) -> Heard:
    """What the texts of a record have of the message."""
    heard: dict[int, float] = {}
    where = record.where
    for stem, positions in ask.sought.items():
        if places := where.get(stem):
            share = IN_NAME if NAMES in places else IN_TEXT
            for i in positions:
                if share > heard.get(i, 0.0):
                    heard[i] = share
    cued = [stem for stem in ask.cue_stems if stem in record.cued] if record.cued else ()
    for stem in cued:
        heard |= dict.fromkeys(ask.positions[stem] & ask.weights.keys(), 0.95)
    return heard, bool(cued)


def _found(ask: Ask, record: Evidence) -> dict[str, dict[int, list[str]]]:
    """Where in a record → position of a word → those of its stems that stand there."""
    out: dict[str, dict[int, list[str]]] = {}
    where = record.where
    for i, stem in ask.flat_stems:
        if stem in where:
            for key in where[stem]:
                out.setdefault(key, {}).setdefault(i, []).append(stem)
    return out


class _AskedFact(NamedTuple):
    """One fact of a record that is weighed: how strongly it is asked for, by a word or by default, and whether its record is named."""

    record: Evidence
    prop: str
    fact: Value
    definition: Property
    strength: float
    default: bool
    own: bool


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []
