"""The steps from a reading to a decision."""

from __future__ import annotations

from dataclasses import replace

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.conversation import BASE_SIZE
from kb.understand.evidence import EDITION_LIKE
from kb.understand.interpretation.bare_names import BareNames
from kb.understand.interpretation.best import BestAnswers
from kb.understand.interpretation.content import Asked, content_of
from kb.understand.interpretation.decision import Decision, answer
from kb.understand.interpretation.honest_no import NEAR, HonestNo, lacking
from kb.understand.interpretation.mending import FORBIDDEN, Mending
from kb.understand.interpretation.order import OF_THEME, rules, rules_of_best
from kb.understand.interpretation.put_right import PutRight
from kb.understand.interpretation.read_otherwise import ReadOtherwise
from kb.understand.interpretation.recognisers import Recognisers
from kb.understand.interpretation.small_talk import SmallTalk
from kb.understand.interpretation.strangers import asks_state_post
from kb.understand.interpretation.ties import Ties
from kb.understand.interpretation.told_by_words import OF_THE_CHAT
from kb.understand.interpretation.told_instead import ToldInstead, asked_of_described
from kb.understand.interpretation.told_with_best import STRAYED
from kb.understand.interpretation.two_answers import TwoAnswers
from kb.understand.reading import Reader, Reading
from kb.understand.weights import COVERAGE

# What tells of several records at once.
_OF_SEVERAL = ("list", "count", "set", "compare")
# What is not known of what the chat spoke of: no other answer is looked for.
_OF_THE_CHAT = (STRAYED, *OF_THE_CHAT)


class Interpreter:
    """Decides what a reading asks for, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader
        self._recognisers = by = Recognisers(base)
        self._small_talk = SmallTalk(base, by.follow_ups)
        self._bare_names = BareNames(base, by.scorer, by.stories)
        self._best = BestAnswers(by.scorer, by.mismatches, self._bare_names)
        self._put_right, self._told_instead = PutRight(by.claims), ToldInstead(by.scorer)
        self._refusals = by.refusals
        self._mending = Mending(by.scorer, by.refusals)
        self._ties = Ties(by.scorer, by.shapes, by.stories)
        self._two_answers = TwoAnswers(base, reader, by.scorer, by.two_questions)
        self._honest_no = HonestNo(base, reader, by.conversation)
        self._asked = Asked(base, reader)
        self._otherwise = ReadOtherwise(base, reader, self._asked)
        self._told_by_words, self._told_with_best = rules(by, self._bare_names), rules_of_best(by)

    def decide(self, reading: Reading, context: Query | None = None) -> Decision:
        """The decision for one message; `context` is the query that this chat asked before."""
        if context and any(record not in self._base.records for record in (*context.records, *context.filters)):
            # The chat may be older than the base.
            context = None
        decision = self._judged(reading, context)
        listed = self._recognisers.shapes.list_of(decision.query, context) if decision.query and context else None
        return replace(decision, query=replace(decision.query, listed=listed)) if decision.query and listed else decision

    def _judged(self, reading: Reading, context: Query | None) -> Decision:
        """The decision without a claim that nothing judges."""
        otherwise, decide = self._otherwise, self._decide
        reading = otherwise.plain(reading)
        decision = self._of_message(reading, context)
        if of_statement := otherwise.question_after_statement(decide, reading, decision):
            decision = of_statement
        elif read := (
            otherwise.film_of_its_prize(decide, reading)
            or otherwise.described(decide, reading, context, decision)
            or otherwise.film_of_its_maker(decide, reading, decision)
        ):
            reading, decision = read
        if one := otherwise.one_of_two(decide, reading, context, decision):
            reading, decision = one
        if of_others := otherwise.all_but_some(decide, reading, context, decision):
            decision = of_others
        told = decision.query is not None and decision.kind == "answer" and decision.query.operation in ("fact", "highlight")
        if decision.kind in ("answer", "clarify") and not told and context is None and self._recognisers.conversation.is_own_doing(reading):
            # No fact is asked for, and no record is named: a list or a card would be of something else.
            decision = Decision("unknown", why="what somebody is to do himself")
        if decision.kind == "unknown":
            return self._honest_no.complete(reading, decision)
        if decision.query and decision.query.claim and not self._recognisers.verdicts.judges(self._asked.of(reading), decision.query):
            return replace(decision, query=replace(decision.query, claim=None))
        return decision

    def _content(self, reading: Reading) -> list[int]:
        return content_of(reading, self._reader)

    def _of_message(self, reading: Reading, context: Query | None) -> Decision:
        """The decision, where every claim is judged.

        What cannot be answered whole is asked again without its asides: «Who shot Kadet? I need it for a poster».
        """
        if of_states := self._otherwise.states_alone(self._decide, reading, context):
            return of_states
        if context and self._recognisers.follow_ups.references.stands_alone(reading, context):
            alone = self._decide(reading, None)
            if alone.kind == "answer" or reading.of("foreign"):
                return alone
        if (told := self._otherwise.remark(self._decide, reading)) is not None:
            return told
        decision = self._decide(reading, context)
        several = decision.query is not None and decision.query.operation in _OF_SEVERAL and not decision.lacking
        in_vain = decision.why != OF_THEME and any(not m.span <= reading.story for m in reading.of("beyond"))
        if several and in_vain and self._refusals.beyond.lacks_all(reading, self._content(reading)):
            decision = Decision("unknown", records=decision.records[:NEAR], why=FORBIDDEN)
        if several and decision.query and self._refusals.years.lists_others(decision.query, reading):
            decision = Decision("unknown", records=decision.records[:NEAR], why="nothing that would be listed is of that year")
        left = context and decision.kind == "unknown" and decision.query is None
        # «Где учился?» after Anartay is asked of him, and told by nobody else's studies.
        of_chat = context is not None and decision.records[:1] == context.records[:1] and not reading.of("record")
        if left and decision.why not in _OF_THE_CHAT and not of_chat and not self._recognisers.follow_ups.goes_on(reading):
            alone = self._decide(reading, None)
            if alone.kind == "answer":
                return alone
        if decision.kind == "unknown" and (core := self._reader.without_asides(reading)):
            again = self._decide(core, context)
            if again.kind == "answer":
                return replace(again, why=f"{again.why}, without asides")
        if decision.kind in ("unknown", "clarify") and (states := self._otherwise.states(self._decide, reading, context)):
            return states
        if decision.kind == "unknown" and (plain := self._otherwise.whatever_is_guessed(self._decide, reading, context)):
            return plain
        if decision.kind == "unknown" and (both := self._two_answers.of_both_parts(reading, self._decide)):
            return both
        # «How many films are in your base?» is not asked of a festival; how many festivals there are is told by them.
        sized = decision.smalltalk == BASE_SIZE and all(m.pattern.value not in EDITION_LIKE for m in reading.of("kind"))
        if decision.kind in ("unknown", "smalltalk") and not sized and (within := self._otherwise.question_within(self._decide, reading, context)):
            return within
        if decision.kind == "unknown" and (film := self._recognisers.stories.of_whole(self._asked.of(reading))):
            return answer(film, "a film whose story is all that is told")
        if decision.kind == "unknown" and (claimed := self._otherwise.claim(self._decide, reading, context)):
            return claimed
        if decision.kind == "unknown" and (who := self._bare_names.who_is(reading)):
            return Decision("answer", Query("card", (who,)), (who,), why="who or what something is, besides what is not known")
        return replace(decision, topic=self._honest_no.topic(reading)) if decision.kind == "unknown" and decision.query is None else decision

    def _decide(self, reading: Reading, context: Query | None) -> Decision:
        """The decision for one reading: the first rule that finds its shape of question, else the answer that explains most of it."""
        content = self._content(reading)
        if not reading.exact and (said := self._recognisers.conversation.told(reading, content, context)):
            return said
        if not reading.exact and (smalltalk := self._small_talk.said(reading, content)):
            return Decision("smalltalk", smalltalk=smalltalk, language=self._small_talk.language(reading), why="small talk")
        if not reading.exact and (said := self._recognisers.conversation.addressed(reading, content)):
            return said
        ask = Ask.of_reading(reading, content, self._base)
        self._recognisers.follow_ups.gains(ask, context)
        for rule in self._told_by_words:
            if decision := rule(ask, context):
                return decision
        candidates = self._best.weighed(ask, context)
        best = candidates[0] if candidates else None
        for rule_of_best in self._told_with_best:
            if decision := rule_of_best(ask, context, best):
                return decision
        if best is None:
            return Decision("unknown", lacking=lacking(ask, None), why="no record can be meant")
        best = self._put_right.put_right(ask, best, candidates)
        if asks_state_post(ask, best):
            return Decision("unknown", why="a post of a whole country")
        best = self._told_instead.as_told(ask, context, best)
        if best.coverage < COVERAGE or self._refusals.forbid(ask, best):
            mended = self._mending.mended(ask, context, best, candidates)
            if isinstance(mended, Decision):
                return mended
            candidates = mended
            best = self._put_right.of_whose_prize(ask, candidates[0])
            if kept := self._recognisers.chat_year.kept(ask, context, best):
                return answer(kept, "asked of the festival that the chat spoke of")
        return self._settled(ask, context, best, candidates)

    def _settled(self, ask: Ask, context: Query | None, best: Candidate, candidates: list[Candidate]) -> Decision:
        """The best answer, unless others are as good: then one that something else speaks for, a list, or a question back."""
        best, tied = self._ties.untied(ask, context, best, candidates)
        if shared := self._ties.shared(ask, best, tied):
            return shared
        if best is candidates[0] and (prop := asked_of_described(ask, best)):
            return answer(Query("fact", (best.record,), prop), "asked of what is described")
        if hop := self._recognisers.people_of_parts.of_person(ask, best):
            return answer(hop, "asked of the person whom a fact names")
        query = Query(best.operation, (best.record,), best.property, claim=self._recognisers.claims.value(ask, best))
        return Decision("answer", self._two_answers.with_second(ask, context, query, best, candidates), (best.record,), why="the best interpretation")

    def ranked(self, reading: Reading, context: Query | None, closest: int) -> tuple[Ask, list[Candidate]]:
        """What a reading asks, and at least its `closest` best candidates: for explanations."""
        ask = self._asked.of(reading)
        return ask, self._recognisers.scorer.candidates(ask, context, closest)
