"""Whether a fact answers the kind of question that is asked: who, when, where, how many."""

from __future__ import annotations

from kb.understand.ask import FESTIVAL, Ask
from kb.understand.candidates.asked_facts import AskedFact
from kb.understand.candidates.editions import is_told
from kb.understand.candidates.relations import Relations
from kb.understand.lexicon import words
from kb.understand.weights import (
    COUNTED,
    OF_AN_EDITION,
    OF_ANOTHER_COUNT,
    OF_COUNTED,
    OF_KIND,
    OF_OTHER_QUESTION,
    OF_OTHER_SORT,
    QUESTION_WORD,
    UNCOUNTED,
)

# What can be asked about beside a place.
_THINGS = {"film", "person", "organisation", "agreement"}


class Fitness:
    """Tells how well facts fit the question."""

    def __init__(self, relations: Relations) -> None:
        self._counted: dict[str, str] = words()["counted"]
        self._of_asked_kind = relations.of_asked_kind

    def of(self, ask: Ask, asked: AskedFact) -> float:
        """What speaks for a fact, or against it, by the kind of question."""
        return _as_answer(ask, asked) + self._as_counted(ask, asked)

    def _as_counted(self, ask: Ask, asked: AskedFact) -> float:
        """Whether a fact counts what is to be counted: «how many films were shown»."""
        record, prop, fact = asked.record, asked.prop, asked.fact
        bonus = 0.0
        counting = {self._counted.get(kind) for kind in ask.counted} | {self._of_asked_kind.get(kind, {}).get(record.kind) for kind in ask.counted}
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


def _as_answer(ask: Ask, asked: AskedFact) -> float:
    record, prop = asked.record, asked.prop
    bonus = 0.0
    if record.id == FESTIVAL and "place" in ask.kinds and {"list", "about"} & ask.operations.keys() and prop == "city" and ask.tells_edition:
        # «In which cities was it before Aktau» is about them all.
        bonus += OF_AN_EDITION
    bonus += _by_question_word(ask, asked)
    if ask.sort and record.lacks_sort(prop, ask.sort):
        bonus -= OF_OTHER_SORT
    for answers_another in (_is_of_other_ceremony, _is_the_named_place, _is_beside_a_thing, _is_of_the_first_festival, _tells_guests):
        if answers_another(ask, asked):
            bonus -= OF_OTHER_QUESTION
    return bonus


def _by_question_word(ask: Ask, asked: AskedFact) -> float:
    fact, strength, answers = asked.fact, asked.strength, asked.definition.answers
    counts = "count" in ask.types and fact.number is not None
    pays = "count" in ask.types and answers == "who" and fact.amount is not None
    if (answers in ask.types or counts or pays) and asked.meant:
        return QUESTION_WORD
    of_another = ask.types & {"when", "where", "count", "who"} and answers not in ask.types
    weak = answers in ("when", "where", "count") and answers not in ask.types and strength < 0.6
    return -OF_OTHER_QUESTION if of_another or weak else 0.0


def _is_of_other_ceremony(ask: Ask, asked: AskedFact) -> bool:
    """Whether it is the opening where the prizes are spoken of, or the closing where the opening is: «in which hall were the prizes given»."""
    if not ask.asks_venue:
        return False
    strength, record = ask.strength, asked.record
    closing, opening = max(strength.get("closing", 0.0), strength.get("awards", 0.0)), strength.get("opening", 0.0)
    other = "opening" if closing > opening else "closing" if opening > closing else ""
    return record.type == "ceremony" and other in record.id.split("-")


def _is_the_named_place(ask: Ask, asked: AskedFact) -> bool:
    """«Which countries came to Aktau?» tells the city itself."""
    if asked.prop != "city" or ask.reading.yes_no or not any(ask.named_kinds.get(ref) == "place" for ref in asked.fact.refs):
        return False
    return 0 < asked.strength <= max((strength for prop, strength in ask.strength.items() if prop != "city"), default=0.0)


def _is_beside_a_thing(ask: Ask, asked: AskedFact) -> bool:
    """«What is Abel, the one that was in Busan?», «everyone in Aktau thanks TIKA. What is it?» do not ask what the city is, but «what is Turkistan?» does."""
    if asked.prop != "what" or asked.record.kind != "place" or ask.reading.yes_no or _THINGS.isdisjoint((*ask.named_kinds.values(), *ask.kinds)):
        return False
    own, clauses = ask.named.get(asked.record.id, set[int]()), ask.reading.clauses
    beside = {
        i for m in ask.reading.of("cue") if m.pattern.value == "what" for i in (max(m.span) + 1, min(m.span) - 1) if clauses.get(i) == clauses[min(m.span)]
    }
    return beside.isdisjoint(own)


def _is_of_the_first_festival(ask: Ask, asked: AskedFact) -> bool:
    """When it was in Istanbul, or first in Aktau, is told by the festival of that year, not by when the first was."""
    if asked.record.id != FESTIVAL or "when" not in ask.types:
        return False
    cities = [named for named in ask.held if ask.named_kinds[named] == "place"]
    return bool(cities) and not (ask.strength.get(asked.prop) and any(city in asked.fact.refs for city in cities))


def _tells_guests(ask: Ask, asked: AskedFact) -> bool:
    """«Which films came from Turkmenistan» asks for no guests."""
    if asked.definition.answers != "who" or "film" not in ask.kinds or "list" not in ask.operations or "who" in ask.types:
        return False
    return asked.strength < OF_KIND and not any(ask.of[ref].kind == "film" for ref in asked.fact.refs)
