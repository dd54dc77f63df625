"""Which records a message can mean after another one, and how surely."""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.evidence import Evidence
from kb.understand.follow_ups.antecedents import Antecedents
from kb.understand.follow_ups.last_answer import last_record, tells_better, told_besides
from kb.understand.follow_ups.left_open import LeftOpen
from kb.understand.follow_ups.predecessors import Predecessors
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.follow_ups.references import References
from kb.understand.follow_ups.short_questions import ShortQuestions
from kb.understand.follow_ups.somebody import Somebody
from kb.understand.follow_ups.steps import Steps
from kb.understand.follow_ups.turns import Turns
from kb.understand.reading import Reading

_NO_RECORDS: frozenset[str] = frozenset()
# So many stems two posts of one name have in common at least, in three languages.
_OF_A_POST = 4


class FollowUps:
    """Tells which records a follow-up can mean, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._pronouns, self._steps = Pronouns(), Steps()
        self._antecedents = Antecedents(base, self._pronouns, self._steps)
        self._turns = Turns(base, self._pronouns, self._steps)
        self.somebody = Somebody(self._pronouns, self._antecedents, self._steps)
        self.references = References(base, self._pronouns)
        self.predecessors = Predecessors(base)
        self.short_questions = ShortQuestions(self._pronouns, self.references)
        self.left_open = LeftOpen(base, self._pronouns)

    def goes_on(self, reading: Reading) -> bool:
        """Whether a word says that the message goes on from what the chat spoke of."""
        return self.references.goes_on(reading)

    def step(self, ask: Ask) -> tuple[int, set[int]]:
        """How many years the message goes on from the last record, and the words that say so; 0 if none does."""
        return self._steps.step(ask)

    def leave(self, ask: Ask, record: str) -> bool:
        """Whether a message that names nothing but «it» would be answered with another record than one that the chat spoke of."""
        return self.left_open.leave(ask, record)

    def gains(self, ask: Ask, context: Query | None) -> dict[str, float]:
        """Records that a follow-up can mean, with what they gain by it.

        «And who wrote it?» is about the last record, or one that its answer named; «and with Uzbekistan?» about the record of
        the same kind that stands to Uzbekistan as the last one stood to Turkey.
        """
        if ask.gains is None:
            ask.gains = self._gains(ask, context)
            if context and ask.gains:
                self._antecedents.resolve(ask, context, ask.of[context.records[0]])
        return ask.gains

    def _gains(self, ask: Ask, context: Query | None) -> dict[str, float]:
        last = last_record(ask, context)
        if context is None or last is None:
            return {}
        self._steps.keep_to_the_year(ask, last)
        self._steps.take_step(ask, last)
        self._turns.turn(ask, context, last)
        if ask.named:
            referred = self._pronouns.mean_person(ask) if last.kind == "person" else self._pronouns.mean_thing(ask)
            gains = {last.id: 0.5} if referred else self._same_slot(ask, context, last)
            if last.kind not in ask.named_kinds.values():
                near = any(ask.linked(named, last.id) or not ask.held.get(named, _NO_RECORDS).isdisjoint(last.editions) for named in ask.named)
                gains.setdefault(last.id, 0.3 if near else 0.1)
            return gains
        gains = dict.fromkeys(last.links, 0.05)
        if last.kind in ("award", "edition", "event", "festival"):
            gains |= {near: 0.1 for kind in ("award", "edition", "event") for near in last.near.get(kind, ())}
        if last.kind == "award":
            gains |= dict.fromkeys(last.near.get("edition", ()), 0.35)
        gains |= dict.fromkeys(self._steps.next_of_its_kind(ask, context, last), 0.5)
        gains |= {ref: 0.3 for ref in told_besides(self._base, last, context) if ref in self._base.records and not tells_better(ask, last, ref)}
        if self._pronouns.mean_person(ask):
            gains |= {near: gain + 0.2 for near, gain in gains.items() if gain >= 0.3 and ask.of[near].kind == "person"}
        return gains | {last.id: 0.4}

    def _same_slot(self, ask: Ask, context: Query, last: Evidence) -> dict[str, float]:
        """The records that are to what the message names what the last one is to its own: the film body of Azerbaijan after that of Uzbekistan.

        Those of the same type that hold what was asked before it come first.
        """
        gains: dict[str, float] = {}
        before = (context.property or "").split("+")[0]
        for named, kind in ask.named_kinds.items():
            if kind == "country" and last.kind == "person" and (peers := self._in_the_same_post(ask, last, named)):
                gains |= dict.fromkeys(peers, 0.5)
            elif named == KAZAKHSTAN and last.kind in ("agreement", "film"):
                # It is a side of every paper: «and who signed for Kazakhstan?» And that is where films came out: «when in Kazakhstan?»
                gains[last.id] = 0.5
            elif kind == last.kind:
                gains[named] = 0.3
            elif kind in last.near or (kind == "place" and last.kind == "agreement"):
                # «And in Bishkek?» after the film days in Dushanbe, which is no record here.
                others = [ask.of[near] for near in ask.of[named].near.get(last.kind, ())]
                others = [other for other in others if (other.id != last.id or kind != "event") and (other.type == last.type or last.kind != "agreement")]
                of_one_country = [other for other in others if len(other.near.get("country", ())) == len(last.near.get("country", ()))]
                of_type = [other for other in of_one_country if other.type == last.type]
                alike = [other for other in of_type or of_one_country if not before or other.known(before)] or of_type
                for other in others:
                    same_years = not set(other.years).isdisjoint(last.years) and other.kind != "organisation"
                    gains[other.id] = 0.5 if other in alike or (same_years and not alike) else 0.3
        return gains

    @staticmethod
    def _in_the_same_post(ask: Ask, last: Evidence, country: str) -> list[str]:
        """The people of a country whose post is called like that of the last person: its minister of culture."""
        posts = {one: {stem for stem, places in ask.of[one].where.items() if "post" in places} for one in (last.id, *ask.of[country].near.get("person", ()))}
        common = {one: len(stems & posts[last.id]) for one, stems in posts.items() if one != last.id and ask.of[one].known("post")}
        most = max(common.values(), default=0)
        return [one for one, count in common.items() if count == most >= _OF_A_POST]
