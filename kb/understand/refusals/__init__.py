"""What forbids an answer, though it is the best one: it would not be about what is asked.

A content word that nothing explains forbids an answer where it can be a name: «Who directed Titanic?» is unknown.

asked.py        another property, prize, kind or reason is asked, or no record is
beyond.py       the base has nothing on what is asked
names.py        a name stands in the message that the answer says nothing of
titles.py       a title stands in the message that no film here has
years.py        another year or number is asked
conditions.py   a condition is not met: «not», «the second», «on 3 October»
members.py      when a country joined a body
hosts.py        a festival is spoken of where it never was
successors.py   who was before or after somebody is asked, and somebody else told
mismatches.py   what is only near the question, with posts.py: who holds another post
"""

from __future__ import annotations

from kb.base import Base
from kb.understand.ask import Ask, Candidate
from kb.understand.follow_ups import FollowUps
from kb.understand.lexicon import properties
from kb.understand.refusals import asked
from kb.understand.refusals.beyond import BeyondTheBase
from kb.understand.refusals.conditions import Conditions
from kb.understand.refusals.members import asks_when_one_joined
from kb.understand.refusals.mismatches import Mismatches
from kb.understand.refusals.names import OtherNames, has_another_abbreviation, is_of_a_longer_name, is_strange, name_like
from kb.understand.refusals.successors import Successors
from kb.understand.refusals.titles import OtherTitles
from kb.understand.refusals.years import OtherYears
from kb.understand.shapes.counts import Counts
from kb.understand.weights import ASKED_SURELY

__all__ = ["Refusals", "is_strange", "name_like"]

# The share of words that an answer leaves unexplained above which it is none: of a record as such, of a fact of a named record, of another fact.
UNKNOWN_OF_CARD, UNKNOWN_OF_OWN, UNKNOWN_OF_OTHER = 0.16, 0.5, 0.34
# The share of words that stand nowhere in the base above which a question about a place is about the place alone.
STRANGE = 0.3
# What the card of a kind tells by itself.
_TOLD_BY_CARD = (("agreements", "agreement"), ("works", "film"))
_STORY = ("theme", "plot", "scope")


class Refusals:
    """Tells which candidates are no answers, over one base."""

    asks_when_one_joined = staticmethod(asks_when_one_joined)

    def __init__(self, base: Base, follow_ups: FollowUps, conditions: Conditions, counts: Counts, mismatches: Mismatches) -> None:
        self._conditions = conditions
        self.successors = Successors()
        self._counts = counts
        self._mismatches = mismatches
        self._follow_ups = follow_ups
        self._names = OtherNames(base)
        self.beyond = BeyondTheBase(base)
        self.titles = OtherTitles(base)
        self.years = OtherYears(base)

    def forbid(self, ask: Ask, best: Candidate) -> bool:
        """Whether a candidate is no answer to what is asked."""
        return (
            ask.doubtful(best)
            or self._follow_ups.leave(ask, best.record)
            or self.beyond.refuse(ask, best)
            or asked.refuse(ask, best)
            or is_of_a_longer_name(ask)
            or has_another_abbreviation(ask, best)
            or self.titles.are_quoted(ask, best)
            or self.titles.is_other_festival(ask, best)
            or self._conditions.unmet(ask, best)
            or self.successors.is_before_another(ask, best)
            or self._counts.miscounts(ask, best)
            or self._mismatches.has(ask, best)
            or self.years.refuse(ask, best)
            or self._names.stand_beside(ask, best)
            or self.titles.is_of_another(ask, best)
            or self._leaves_open(ask, best)
        )

    def _leaves_open(self, ask: Ask, best: Candidate) -> bool:
        """Whether a word that nothing explains can be what the question is about, or too many are left unexplained."""
        unexplained = ask.unexplained(best)
        unknown = [i for i in unexplained if i not in best.cued and not self._names.is_slip(ask, i, best.record)]
        if asked.asks_for_something_else(ask, best, unknown):
            return True
        if ask.asks_of_meeting and unknown:
            # «A shindig of the health ministers» is no meeting of other ministers.
            return True
        if _tells_who_or_where(ask, best):
            # «Was the first festival in Ankara?»: where it was answers it, whatever Ankara is.
            unknown = [i for i in unknown if not name_like(ask.reading, i)]
        if ask.reading.yes_no and best.operation == "highlight" and len(best.cued) > 1:
            # «Was it decided in Ankara?»: where it was decided answers it.
            unknown = [i for i in unknown if not name_like(ask.reading, i)]
        if any(name_like(ask.reading, i) or self._names.is_of_another(ask, best, i) for i in unknown):
            return True
        if not (ask.named or ask.kinds or ask.cues or best.follows) and sum(i not in ask.slight for i in ask.content) - len(unexplained) < 2:
            # «What does a dollar cost»: one word that stands in some text is no question about it.
            return True
        if any(ask.reading.tokens[i].key.isdigit() and i - 1 in ask.named_positions and i not in ask.reading.years for i in unknown):
            # «Qaitadan 2» is another film.
            return True
        share = len(unknown) / max(1, len(ask.content) - len(ask.slight))
        own = best.record in ask.named
        strange = [i for i in unknown if not any(i in m.span for m in ask.reading.mentions)]
        only_places = bool(ask.named) and not ask.kinds and set(ask.named_kinds.values()) == {"place"}
        if strange and not own and only_places and share > STRANGE:
            return True
        if best.operation == "card":
            return _lacks_on_card(ask, best) or share > UNKNOWN_OF_CARD
        return share > (UNKNOWN_OF_OWN if own and best.asked and best.property != "what" else UNKNOWN_OF_OTHER)


def _tells_who_or_where(ask: Ask, best: Candidate) -> bool:
    """Whether a yes/no question about a record is answered by a fact that tells who or where."""
    told = best.record in ask.named or (ask.of[best.record].kind == "edition" and bool(ask.ordinals or ask.reading.years))
    return ask.reading.yes_no and best.asked and told and best.property in properties() and properties()[best.property].answers in ("who", "where")


def _lacks_on_card(ask: Ask, best: Candidate) -> bool:
    """Whether something is asked that no card of the record has: «how much is a ticket to Kinopark», «the prizes of the film Amre»."""
    record = ask.of[best.record]
    if "award" in ask.kinds and "awards" in ask.cues and record.kind in ("film", "person") and not record.known("awards"):
        return True
    surely = [prop for prop, strength in ask.strength.items() if strength >= ASKED_SURELY and (prop, record.kind) not in _TOLD_BY_CARD]
    # «Что известно про фильм …?», «рибейт — в чём суть?» ask for no story.
    at_a_glance = ("what", *(_STORY if "about" in ask.operations or record.kind == "agreement" else ()))
    return any(prop not in at_a_glance and not record.known(prop) for prop in surely)
