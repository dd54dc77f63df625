"""What is told where nothing is known of what the best answer would tell: where she teaches, by «which university», and not where she studied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.interpretation import told_of_it as of_it
from kb.understand.interpretation.mending import is_unrecorded
from kb.understand.interpretation.rivals import CLOSEST, RIVAL, rivals_of
from kb.understand.lexicon import properties
from kb.understand.shapes.cooperation import is_in_a_paper
from kb.understand.weights import COVERAGE, MENDED, UNEXPLAINED

# How surely a word asks for something else of a record than the highlight that describes it.
_OF_DESCRIBED = 0.5
# A highlight for which so many words of a question ask says it in so many words.
_IN_SO_MANY_WORDS = 3

# What is told instead of the best answer, after what the chat asked before; None where the answer stays.
_Instead = Callable[[Ask, Query | None, Candidate], Candidate | None]


class ToldInstead:
    """Finds another answer that explains as much."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._rules: tuple[_Instead, ...] = (
            of_it.film_of_its_maker,
            self._in_its_words,
            of_it.genre_of_described,
            of_it.plot_of_its_hero,
            self._not_recorded,
            of_it.of_its_words,
            self._told_besides,
            of_it.paper_itself,
            self._told_elsewhere,
            of_it.paper_that_is_not_described,
            of_it.all_that_is_known,
            of_it.book_of_writer,
            self._of_the_edition,
            of_it.where_or_when_they_met,
            self._of_the_meeting,
            self._of_what_is_in_it,
            of_it.paper_of_all_named,
            of_it.what_they_agreed,
            of_it.gist,
            of_it.film_of_its_genre,
            of_it.where_in_its_city,
            of_it.such_a_place,
            of_it.what_somebody_does,
        )

    def as_told(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate:
        """Another answer that explains as much, where the best one tells nothing of what is asked: each rule goes on from what the last one found."""
        for instead in self._rules:
            best = instead(ask, context, best) or best
        return best

    def _in_its_words(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Which two joint films were planned?»: what is asked for in so many words, rather than one of the films that are not named."""
        lists = ask.operations.keys() == {"list"} and not (ask.types or ask.reading.yes_no)
        if not lists or best.operation != "fact" or best.record in ask.named or best.follows or ask.of[best.record].kind != "film":
            return None
        closest = [c for c in rivals_of(self._scorer, ask, context) if best.score - c.score < RIVAL]
        told = [c for c in closest if c.operation == "highlight" and len(c.cued) >= max(_IN_SO_MANY_WORDS, len(best.cued) + 1) and c.coverage > best.coverage]
        return max(told, key=lambda c: (len(c.cued), c.score), default=None)

    def _not_recorded(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """What the base says that it does not know of the record, and not its card."""
        if best.operation != "card" or not ask.types or not any(fact.unknown for fact in ask.of[best.record].facts.values()):
            return None
        closest = rivals_of(self._scorer, ask, context)[1:CLOSEST]
        return next((c for c in closest if c.record == best.record and best.score - c.score < RIVAL and is_unrecorded(ask, c)), None)

    def _told_besides(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """What is asked by words for something that is not known can be told besides: where she teaches, by «which university»."""
        if best.operation != "fact" or best.record not in ask.named or not of_it.is_untold(ask, best):
            return None
        told = (c for c in rivals_of(self._scorer, ask, context) if self._tells_of_it(ask, c, best) and c.coverage >= COVERAGE)
        return next(told, None)

    def _told_elsewhere(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """What another record tells of all that is named, or a highlight of this one."""
        if best.operation != "fact" or not of_it.is_untold(ask, best):
            return None
        if len(ask.named) > 1:
            return next((c for c in rivals_of(self._scorer, ask, context) if self._tells_instead(ask, c, best)), None)
        if of_it.fact_of(ask, best) is not None:
            return None
        return next((c for c in rivals_of(self._scorer, ask, context) if self._tells_of_it(ask, c, best)), None)

    def _of_the_edition(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«2023 жылы Бакуде үздік фильм деп қайсысы танылды?»: which film was the best there, and not what one that nobody names won."""
        other = best.property == "awards" and ask.of[best.record].kind == "film" and best.record not in ask.named and not best.follows
        if not other or ask.reading.yes_no or ask.strength.get("best_film", 0.0) < max(ask.strength.values(), default=1.0):
            return None
        rivals = (c for c in rivals_of(self._scorer, ask, context) if best.score - c.score < RIVAL)
        return next((c for c in rivals if c.property == "best_film" and ask.of[c.record].kind == "edition" and c.coverage > best.coverage), None)

    def _of_the_meeting(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«ТҮРКСОЙ министрлерінің отырысына кім төрағалық етті?»: who chaired the meeting, or heads a part, and not who heads the whole body or place."""
        left = [i for i in ask.unexplained(best) if i not in ask.slight]
        if best.property != "head" or not left or ask.reading.yes_no:
            return None
        rivals = (c for c in rivals_of(self._scorer, ask, context) if c.asked and best.score - c.score < RIVAL)
        told = (c for c in rivals if c.operation == "highlight" or (c.property == "participants" and ask.of[c.record].kind in ("agreement", "event")))
        return max((c for c in told if all(c.explained.get(i, 0.0) >= MENDED for i in left)), key=lambda c: c.coverage, default=None)

    def _of_what_is_in_it(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Is animation in the memorandum with Iran?», «Иранмен меморандумда мультфильм бар ма»: what that paper covers, and not which papers there are."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        other = best.property == "agreements" or (ask.of[best.record].kind == "film" and best.record not in ask.named)
        if best.operation != "fact" or not other or len(countries) != 1 or len(ask.named) > 2 or not is_in_a_paper(ask):
            return None
        papers = (c for c in rivals_of(self._scorer, ask, context) if ask.of[c.record].kind == "agreement" and ask.of[c.record].known("scope"))
        paper = next((c for c in papers if countries[0] in ask.of[c.record].refs), None)
        return replace(paper, property="scope", operation="fact", asked=True, coverage=best.coverage) if paper else None

    @staticmethod
    def _tells_of_it(ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether a highlight of the record is asked for by several words: where she teaches, if it is not told where she studied.

        «The running time» asks for no highlight that tells a time: it has to explain what the fact does not.
        """
        if other.record != best.record or other.operation != "highlight" or len(other.cued) < 2 or best.score - other.score >= RIVAL:
            return False
        return any(other.explained.get(i, 0.0) > best.explained.get(i, 0.0) for i in ask.content if i not in ask.named_positions)

    def _tells_instead(self, ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether the base tells elsewhere what the record itself lacks, of all that is named: in which cinema in Bangkok a film was shown."""
        fact = ask.of[other.record].facts.get(other.property or "")
        lacks = best.property not in ask.of[best.record].facts
        # What tells of Kazakhstan tells nothing of the rebate yet.
        beside = {stem for i in ask.named.get(best.record, ()) for stem in ask.stems.get(i, ())}
        where = ask.of[other.record].where
        if beside and other.record != best.record and not any(other.property in where.get(stem, ()) for stem in beside):
            return False
        told = other.operation == "highlight" or (lacks and fact is not None and not fact.unknown and other.property == best.property)
        # «Which officials put their names under the memorandum?» asks for no name of it.
        cued = other.cued - ask.cues.get(best.property or "", {}).keys()
        return told and other.asked and bool(cued) and best.score - other.score < RIVAL and all(other.explained.get(i, 0.0) >= 0.6 for i in ask.names)


def asked_of_described(ask: Ask, best: Candidate) -> str | None:
    """«Who signed the memorandum about animation?»: what a word asks of the record that a highlight describes, and the highlight does not tell."""
    record = ask.of[best.record]
    if best.operation != "highlight" or ask.reading.yes_no or not ask.types:
        return None
    prop = max(ask.strength, key=ask.strength.__getitem__, default="")
    clauses = ask.reading.clauses
    described = {clauses.get(i) for i in best.cued}
    if best.record in ask.named and (not record.known(prop) or not described.isdisjoint(clauses.get(i) for i in ask.cues.get(prop, ()))):
        # «Қаш, the one about the famine, who directed it?» asks nothing in the clause that describes it.
        return None
    definition = properties().get(prop) if prop in record.facts else None
    if definition is None or ask.strength[prop] < _OF_DESCRIBED or record.kind not in definition.kinds or definition.answers not in ask.types:
        return None
    told = UNEXPLAINED if best.record not in ask.named else _OF_DESCRIBED
    return prop if all(best.explained.get(i, 0.0) < told for i in ask.cues.get(prop, ())) else None
