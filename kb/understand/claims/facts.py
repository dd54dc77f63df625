"""The fact that a yes/no question is about: «did Becoming premiere in Venice» asks where the premiere was."""

from __future__ import annotations

from functools import cache

from kb.understand.ask import Ask, Candidate
from kb.understand.claims.nationalities import national
from kb.understand.claims.subjects import subject_of
from kb.understand.claims.wording import tells_a_story
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import default_properties, properties, words
from kb.understand.weights import ASKED, ASKED_STRONGLY
from kb.understand.word_lists import listed

# From so much on, one prize is asked for by name.
_OF_ONE_PRIZE = 0.6
# Where a story stands.
_TOLD = ("plot", "scope", "theme", "what")


@cache
def _prizes() -> frozenset[str]:
    """Facts that name who won."""
    return frozenset(("awards", "winner", *words()["implies"]["winner"]))


class Facts:
    """Finds the fact."""

    def __init__(self) -> None:
        self._compared = listed("before", "after")
        self._implies: dict[str, list[str]] = words()["implies"]
        self._instead: dict[str, list[str]] = words()["stands_for"]

    def judge(self, ask: Ask, best: Candidate | None, usable: bool) -> Candidate | None:
        """The fact that a yes/no question is about, if another answer is the best one or none is `usable`; None if nothing tells which."""
        if not ask.reading.yes_no:
            return None
        subject = subject_of(ask, best)
        # «His job» is none that the base has nothing on.
        known = {i for prop, cues in ask.cues.items() if subject and ask.of[subject].known(prop) for i in cues}
        beyond = [m.span for m in ask.reading.of("beyond") if m.span.isdisjoint(ask.named_positions) and not m.span <= known]
        if beyond and not tells_a_story(ask):
            return self._before_or_after(ask, best, beyond)
        if subject is None:
            return None
        if _asks_for_any_prize(ask, subject, best):
            return _fact(ask, subject, "awards")
        asked = self._asked(ask, subject)
        of_country = None if asked else national(ask, subject)
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        if best and usable and _tells(ask, best) and (best.record == subject or not of_country) and not _is_beside(ask, best, subject, people):
            # What is claimed may be a name that is not in the base.
            return best if best.record == subject and best.operation == "fact" and best.asked and ask.reading.of("foreign") else None
        prop = asked or of_country or self._by_shape(ask, subject)
        if prop is None and ask.of[subject].kind == "film" and len(people) == 1:
            # «Did Champetier shoot Joqtau?»: the base does not know who did, but what she shot.
            subject, prop = people[0], "works"
        return _fact(ask, subject, prop) if prop is not None and ask.of[subject].known(prop) else None

    def _before_or_after(self, ask: Ask, best: Candidate | None, spans: list[frozenset[int]]) -> Candidate | None:
        """«Was Kazakhfilm founded before the war?»: its date answers it, though the base has nothing on what it is compared with."""
        tokens = ask.reading.tokens
        around = ((min(span) - 2, min(span) - 1, max(span) + 1) for span in spans)
        compared = all(any(0 <= i < len(tokens) and tokens[i].key in self._compared for i in near) for near in around)
        dated = best is not None and best.record in ask.named and best.asked and best.property in properties() and properties()[best.property].answers == "when"
        return best if dated and compared else None

    def _asked(self, ask: Ask, subject: str) -> str | None:
        """The property that a word of the question asks for most surely, or one that stands in for it."""
        record = ask.of[subject]
        for prop, strength in sorted(ask.strength.items(), key=lambda asked: -asked[1]):
            if strength < ASKED or prop == "what":
                break
            for told in [prop, *self._implies.get(prop, [])]:
                if record.known(told):
                    return told
            for stand_in, asked in self._instead.items():
                if prop in asked and record.known(stand_in):
                    return stand_in
        return None

    def _by_shape(self, ask: Ask, subject: str) -> str | None:
        """What is claimed of it by the shape of the question: a story, a genre, a place or a year."""
        record = ask.of[subject]
        if tells_a_story(ask):
            return next((prop for prop in _TOLD if record.known(prop)), None)
        if ask.genres or "film" in ask.types_of:
            return "genre"
        located = any(kind in ("place", "country") and ask.reading.is_located(ask.named[named]) for named, kind in ask.named_kinds.items())
        if record.kind == "film" and located and "shooting" in ask.strength:
            # «Әміре Эстонияда түсірілді ме?»
            return "shooting"
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        # «Ташкентскую ассоциацию придумал ТЮРКСОЙ?» asks for something else.
        else_asked = any(strength >= ASKED_STRONGLY and properties()[prop].answers != "where" for prop, strength in ask.strength.items())
        asks = ["where"] if record.kind not in ("film", "person") and places and not else_asked else []
        if record.kind != "person" and (ask.months or any(year not in record.years for year in ask.reading.years.values())):
            asks.append("when")
        for question in asks:
            for prop in default_properties(record.kind, question):
                if record.known(prop):
                    return prop
        return None


def _fact(ask: Ask, record: str, prop: str) -> Candidate:
    """The fact as an answer to all that is asked."""
    return Candidate(record, prop, "fact", 1.0, 1.0, dict.fromkeys(ask.content, 1.0), asked=True)


def _is_beside(ask: Ask, best: Candidate, subject: str, people: list[str]) -> bool:
    """«Did Özçivit star in that film?»: that he was a guest of the festival where it was shown does not tell it."""
    fact = ask.of[best.record].facts.get(best.property or "")
    of_festival = best.record not in ask.named and ask.of[best.record].kind in EDITION_LIKE
    return len(people) == 1 and ask.of[subject].kind == "film" and of_festival and fact is not None and subject not in fact.refs


def _asks_for_any_prize(ask: Ask, subject: str, best: Candidate | None) -> bool:
    """«Did Özçivit win an award?», «did the film win anything?»: who won the main prize does not tell it, if no prize of theirs is known."""
    record = ask.of[subject]
    if record.kind not in ("person", "film") or record.known("awards") or best is None or best.record == subject or best.operation != "fact":
        return False
    prize = best.property in _prizes() or ask.of[best.record].kind == "award"
    fact = ask.of[best.record].facts.get(best.property or "")
    return prize and ask.strength.get(best.property or "", 0.0) < _OF_ONE_PRIZE and (fact is None or subject not in fact.refs)


def _tells(ask: Ask, best: Candidate) -> bool:
    """Whether an answer tells anything by itself: a known fact or a highlight."""
    return best.operation == "highlight" or (best.operation == "fact" and ask.of[best.record].known(best.property or ""))
