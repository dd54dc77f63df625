"""A message that is only a name, or only a kind, and one that asks who somebody is: «Kadet», «festival», «who is Rachida Dati?»."""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.interpretation.decision import Decision
from kb.understand.lexicon import confusables
from kb.understand.reading import Reading
from kb.understand.shapes.stories import Stories

# Whose card a name shows that several records share.
_ORDER = ("festival", "edition", "event", "film", "agreement", "organisation", "country", "place", "person", "award")
# How much less than another answer one may explain that says who somebody is, where this is asked.
OF_INTRODUCED = 0.2


class BareNames:
    """Recognises such messages, over one base."""

    def __init__(self, base: Base, scorer: Scorer, stories: Stories) -> None:
        self._base = base
        self._scorer = scorer
        self._follow_ups = scorer.follow_ups
        self._stories = stories

    def alone(self, ask: Ask, context: Query | None) -> Decision | None:
        """A message that is only a name, or only a kind."""
        if ask.reading.of("foreign"):
            return None
        if ask.reading.exact and not (context and ask.named.keys().isdisjoint(ask.reading.exact)):
            return self._named(ask.reading, list(ask.reading.exact))
        if ask.reading.yes_no and len({frozenset(span) for span in ask.named.values()}) > 1:
            # «Анау Өзбекстанда ма?»: a name can be an everyday word too, and no content.
            return None
        if ask.content and ask.types <= {"who"} and not ask.cues and not ask.kinds:
            people = [record for record, span in ask.named.items() if set(ask.content) <= span and ask.of[record].kind == "person"]
            if people and "who" in ask.types:
                return self._named(ask.reading, self._surest(ask.reading, people))
        # «Бауырына салу не туралы», «what had he made before»: the words that ask are no content, and yet ask.
        phrases = [m for m in ask.reading.of("cue") if m.pattern.language == "kk" or (len(m.span) > 1 and m.weight == 1)]
        asks = {i for m in phrases if m.pattern.value != "what" for i in m.span} - ask.named_positions
        if not ask.content or ask.types or ask.operations or asks:
            return None
        if any(gain >= 0.3 for gain in self._follow_ups.gains(ask, context).values()):
            return None
        if self._stories.tells(ask) and set(ask.content) <= ask.of_kinds:
            return Decision("unknown", why="no word of a story says enough")
        whole = set(ask.content)
        if named := [record for record, positions in ask.named.items() if whole <= positions]:
            return self._named(ask.reading, self._surest(ask.reading, named))
        for kind, positions in ask.kinds.items():
            if whole <= positions and not context:
                newest = self._scorer.newest_of_kind(kind)
                return Decision("clarify", records=tuple(newest[:3]), why="only a kind") if len(newest) > 1 else None
        return None

    def _named(self, reading: Reading, named: list[str]) -> Decision:
        """The card of the record that a name stands for: as `confusables.yaml` says, else the first of `_ORDER`, of editions the newest."""
        kinds = {record: self._base.evidence[record].kind for record in named}
        said = tuple(reading.keys)
        treated = next((row for row in confusables() if said in row.keys and row.treatment != "exact"), None)
        if treated and treated.treatment == "ask" and len(named) > 1:
            return Decision("clarify", records=tuple(sorted(named)[:3]), why="only a name that confusables.yaml asks about")
        first = treated.kind if treated and treated.kind in kinds.values() else min(kinds.values(), key=_ORDER.index)
        same = sorted((record for record in named if kinds[record] == first), key=lambda record: -self._base.evidence[record].newest)
        if len(same) == 1 or first in ("festival", "edition", "event"):
            return Decision("answer", Query("card", (same[0],)), (same[0],), why="only a name")
        return Decision("clarify", records=tuple(same[:3]), why="only a name that several records share")

    @staticmethod
    def _surest(reading: Reading, named: list[str]) -> list[str]:
        """Of the records that are named, those that are named most surely: exactly rather than by a typing error."""
        sure: dict[str, float] = {}
        for mention in reading.of("record"):
            sure[mention.pattern.value] = max(sure.get(mention.pattern.value, 0.0), mention.weight)
        best = max(sure.get(record, 0.0) for record in named)
        return [record for record in named if sure.get(record, 0.0) >= best - 0.05]

    def who_is(self, reading: Reading) -> str | None:
        """The record that «who is» or «what is» stands beside: «who is Rachida Dati and what has she got to do with Kazakhstan?»."""
        if reading.of("beyond") or reading.of("foreign"):
            return None
        asking = [m.span for m in reading.of("cue") if m.pattern.value == "what" and len(m.span) > 1 and m.weight == 1]
        named = {
            m.pattern.value
            for m in reading.of("record")
            if m.weight == 1
            and (len(m.span) > 1 or self._base.evidence[m.pattern.value].kind == "place")
            and any(min(m.span) - max(span) == 1 or min(span) - max(m.span) == 1 for span in asking)
        }
        return named.pop() if len(named) == 1 else None

    def introduced(self, ask: Ask, best: Candidate) -> Candidate | None:
        """«Who is Nurlan Koyanbayev, an actor?» asks who he is, and not in what he acts; «Бозжыра деген не, қай жақта?» of no festival."""
        who = self.who_is(ask.reading)
        if who is None or ask.of[who].kind not in ("person", "place") or best.record == who:
            return None
        whole = (c for c in self._scorer.of_records(ask, None, (who,)) if c.operation == "card")
        own = next(whole, None)
        return own if own and own.coverage > best.coverage - OF_INTRODUCED else None
