"""The best candidates of all records that can be meant."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from kb.base import Base
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, Candidate, Heard, Sort, Spoken, explain
from kb.understand.candidates.ceilings import Ceilings
from kb.understand.candidates.claimed_values import ClaimedValues
from kb.understand.candidates.editions import is_told
from kb.understand.candidates.pool import Pool
from kb.understand.candidates.race import Race
from kb.understand.candidates.record_sorts import RecordSorts
from kb.understand.candidates.relations import Relations
from kb.understand.candidates.spoken import SpokenKinds
from kb.understand.candidates.weighing import Weighing
from kb.understand.evidence import EDITION_LIKE, NAMES, PARTIES, SUMMARY, Evidence, Value
from kb.understand.follow_ups import FollowUps
from kb.understand.lexicon import Property, properties, words
from kb.understand.weights import (
    ASKED_BEFORE,
    BY_DEFAULT,
    CLAIMED,
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
    LINKED,
    MARGIN,
    NAME_ELSEWHERE,
    NOT_IN_FACT,
    OF_AN_EDITION,
    OF_ANOTHER,
    OF_ANOTHER_COUNT,
    OF_COUNTED,
    OF_FOLLOWING_PAPER,
    OF_HIGHLIGHT,
    OF_KIND,
    OF_KIND_LISTED,
    OF_KIND_MEANT,
    OF_ONE,
    OF_OTHER_NOUN,
    OF_OTHER_QUESTION,
    OF_OTHER_SORT,
    OF_SAME_KIND,
    OF_UNKNOWN,
    QUESTION_WORD,
    TELLING,
    TELLING_WORDS,
    TOLD_ELSEWHERE,
    UNASKED,
    UNASKED_ABOUT,
    UNASKED_HELD,
    UNCOUNTED,
    UNRECORDED,
    WHO_IS,
)

_NOWHERE: frozenset[int] = frozenset()
_NO_WORDS: dict[int, list[str]] = {}
_MADE_BY = ("director", "writer", "cast", "producer", "cinematographer", "composer")


class Scorer:
    """Scores candidates over one base."""

    def __init__(self, base: Base) -> None:
        self._relations = Relations({kind for kind, _ in base.newest})
        self.follow_ups = FollowUps(base)
        self._pool = Pool(base, self._relations, self.follow_ups)
        self._spoken = SpokenKinds(self._relations)
        self._claimed_values = ClaimedValues(self._relations)
        self._sorts = RecordSorts(self._relations, self._spoken)
        self._ceilings = Ceilings(self._spoken)
        self._counted: dict[str, str] = words()["counted"]
        self._best = frozenset(words()["implies"]["winner"])
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
        ask.pool = ask.pool or self._pool.of(ask, gains)
        race = Race(closest, margin, least, least_close)
        out: list[Candidate] = []
        for record in ask.pool[""]:
            self._add_meant(out, ask, context, record, gains, race)
        # What a record can score is first told by its kind and its words, then by what it is linked with, then fact by fact.
        waiting: list[tuple[float, int, Evidence, Sort | None, float, Heard]] = []
        for kind, records in ask.pool.items():
            if kind and records:
                of_kind = self._ceilings.sort_of_kind(ask, kind)
                if len(records) > FEW and not race.counts(self._ceilings.ceiling(ask, kind, None, of_kind, ask.heard_at_most)[0], 1.0):
                    continue
                for record in records:
                    evidence = ask.of[record]
                    heard = _heard(ask, evidence)
                    ceiling, covered = self._ceilings.ceiling(ask, kind, evidence.facts, of_kind, heard)
                    if race.counts(ceiling, covered):
                        waiting.append((-ceiling, len(waiting), evidence, None, covered, heard))
        heapify(waiting)
        while waiting and -waiting[0][0] >= race.floor:
            ceiling, number, evidence, sort, covered, heard = heappop(waiting)
            if not race.counts(-ceiling, covered):
                continue
            if sort is None:
                sort = self._sorts.of(ask, evidence)
                ceiling, covered = self._ceilings.ceiling(ask, evidence.kind, evidence.facts, sort, heard)
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

    def newest_of_kind(self, kind: str) -> list[str]:
        """The newest records of a kind."""
        return self._pool.newest_of_kind(kind)

    def claimed(self, ask: Ask, record: Evidence, prop: str, fact: Value) -> dict[int, str]:
        """Position → record, or year, that a yes/no question claims to be the value of this fact."""
        return self._claimed_values.of(ask, record, prop, fact)

    def other_default(self, record: Evidence, prop: str, types: set[str]) -> str | None:
        """«Where and when»: the known property that answers the question word which `prop` does not."""
        return self._relations.other_default(record, prop, types)

    @staticmethod
    def _best_first(ask: Ask, candidates: list[Candidate]) -> list[Candidate]:
        return sorted(candidates, key=lambda c: (-round(c.score, 3), -ask.of[c.record].newest, c.record))

    def _add_meant(self, out: list[Candidate], ask: Ask, context: Query | None, record: str, gains: dict[str, float], race: Race) -> None:
        """Weigh a record that the message or the chat is about."""
        gain = gains.get(record, 0.0)
        asked_before = (context.property or ("" if gain >= FOLLOWS else None)) if context and record in gains else None
        evidence = ask.of[record]
        sort = self._sorts.of(ask, evidence)
        if gain and record not in ask.named and not self._relations.inherits(ask, evidence, asked_before):
            ceiling, covered = self._ceilings.ceiling(ask, evidence.kind, evidence.facts, sort, _heard(ask, evidence))
            if not race.counts(ceiling + gain + OF_FOLLOWING_PAPER, covered):
                return
        self._add_record(out, ask, evidence, sort, 1.0, race, gain, asked_before)

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
        spoken_of = self._spoken.of(ask, record.kind)
        inherits = (own or asked_before is not None) and record.kind != "place"
        inherited = self._relations.inherited(ask, record) if inherits else {}
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

    # What one of its facts explains besides

    def _add_fact(self, weigh: Weighing, prop: str, fact: Value, strength: float, before: bool, found: dict[int, list[str]]) -> None:
        """Add the answer that one fact gives: how strongly it is asked for, whether it answers this kind of question, whether another tells it."""
        ask, record, explained, prior = weigh.ask, weigh.record, weigh.explained, weigh.prior
        definition = properties().get(prop)
        if definition is None:
            return
        spoken = self._spoken.of(ask, record.kind)
        claimed = self._claimed_values.of(ask, record, prop, fact)
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
        stands_for = [other for other in self._relations.stands_for.get(prop, ()) if not record.known(other)]
        for other in (*self._relations.implied_by[prop], *stands_for):
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
        counting = {self._counted.get(kind) for kind in ask.counted} | {self._relations.of_asked_kind.get(kind, {}).get(record.kind) for kind in ask.counted}
        if ask.counted:
            bonus += OF_COUNTED if prop in counting else -OF_ANOTHER_COUNT if asked.definition.answers == "count" else 0.0
        if "count" not in ask.types:
            return bonus
        # The prizes of the edition that is told, in one list, can be counted.
        listed = prop in counting and record.kind == "edition" and ask.tells_edition and is_told(ask, record)
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
            if any(prop in asked and record.known(other) for other, asked in self._relations.stands_for.items()):
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
