"""What the words of a message ask for after what was asked before: «and before him?» after who heads a body, «how long was it?» after a festival."""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.follow_ups.last_answer import told_besides
from kb.understand.follow_ups.prizes import Prizes
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.follow_ups.steps import Steps
from kb.understand.lexicon import default_properties, narrowed, properties, words
from kb.understand.weights import ASKED, ASKED_STRONGLY
from kb.understand.word_lists import listed

# So many words can ask for nothing but a year.
_FEW_WORDS = 4
_YEAR = {fold("year"), fold("год"), fold("жыл")}
# What else the words of «how long» can ask for, of what is no festival.
_OF_LENGTH = {"runtime", "post_since", "period"}
# What the words for making films ask for.
_MAKING = {"works", "director", "year", "shooting", "genre", "what", "country", "project"}
# What a word for a chair asks for, of whatever it is.
_HEADS = {"head", "post", "organisers", "jury_chair"}


class Turns:
    """Turns the words of a message to what they ask for there, over one base."""

    def __init__(self, base: Base, pronouns: Pronouns, steps: Steps) -> None:
        self._base = base
        self._steps = steps
        self._several = listed("several_pronouns")
        self._prizes = Prizes(base, pronouns)
        self._counted: dict[str, str] = words()["counted"]

    def turn(self, ask: Ask, context: Query, last: Evidence) -> None:
        """Turn to what is asked after the last record, if anything speaks for that; each turn sees what those before it left."""
        self._ask_for_year(ask, last)
        self._turn_to_length(ask, context, last)
        self._narrow(ask, context, last)
        self._prizes.turn(ask, context, last)
        self._turn_to(ask, context, last)
        self._turn_to_joint_films(ask, last)
        self._turn_to_count(ask, context, last)

    def _ask_for_year(self, ask: Ask, last: Evidence) -> None:
        """«Year?», «а год?», «жылы ше?»: the year of a film, or when something was; «and the year before?» goes on to another one."""
        at = [i for i, token in enumerate(ask.reading.tokens) if not _YEAR.isdisjoint((token.key, *token.bases))]
        if (
            not at
            or len(ask.reading.tokens) > _FEW_WORDS
            or ask.content
            or ask.types
            or ask.cues
            or ask.named
            or ask.kinds
            or ask.reading.years
            or ask.operations
            or self._steps.step(ask)[0]
        ):
            return
        ask.types.add("when")
        if last.known("year"):
            ask.cues["year"] |= dict.fromkeys(at, 1.0)
            ask.strength["year"] = 1.0

    def _turn_to_length(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«How long was it?» after a festival asks for its days, and not for the running time of a film."""
        films = [ref for ref in told_besides(self._base, last, context) if ref in self._base.records and ask.of[ref].kind == "film"]
        if ask.named or ask.kinds.keys() - EDITION_LIKE or films or last.kind not in EDITION_LIKE or not last.known("dates") or "runtime" not in ask.strength:
            return
        ask.cues["dates"] |= ask.cues["runtime"]
        ask.strength["dates"] = max(ask.strength.get("dates", 0.0), ask.strength["runtime"])
        for other in _OF_LENGTH & ask.cues.keys():
            del ask.cues[other]
            ask.strength.pop(other, None)

    @staticmethod
    def _narrow(ask: Ask, context: Query, last: Evidence) -> None:
        """«And before him?» after who heads it asks for the predecessor, «who chaired it?» after the jury for its chair."""
        if ask.named or any(last.known(other) for other in ask.cues.keys() - _HEADS - {"what"}):
            return
        for prop, (wider, by) in narrowed().items():
            at = [i for i, token in enumerate(ask.reading.tokens) if not by.isdisjoint((token.key, *token.bases))]
            told = context.property in wider or (prop == "jury_chair" and last.type == "jury") or (context.property is None and any(map(last.known, wider)))
            if at and told and last.known(prop) and (context.property in wider or prop == "jury_chair"):
                for other in _HEADS & ask.cues.keys():
                    del ask.cues[other]
                    ask.strength.pop(other, None)
                ask.cues[prop] |= dict.fromkeys(at, 1.0)
                ask.strength[prop] = 1.0

    def _turn_to(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«In which town?» after somebody's birthday asks for the birthplace, though of itself it would ask for a festival's city.

        Where the message names nothing, and the last record has nothing of what its words ask for, they ask for what answers the
        same question word there.
        """
        if ask.named or ask.reading.years or ask.ordinals or not ask.kinds.keys() <= {"place"} or last.kind in EDITION_LIKE:
            return
        asked = [prop for prop, strength in ask.strength.items() if strength >= ASKED]
        if not asked or any(last.known(prop) for prop in asked) or any(i not in ask.cued and i not in ask.of_kinds for i in ask.content):
            return
        strongest = max(asked, key=ask.strength.__getitem__)
        if any(ask.strength[prop] == ask.strength[strongest] and last.kind in properties()[prop].kinds for prop in asked):
            # When somebody was born is not told by since when he holds a post.
            return
        if any(ask.of[ref].kind in properties()[strongest].kinds for ref in told_besides(self._base, last, context) if ref in self._base.records):
            # «Where was he born?» is asked of the director whom the last answer told.
            return
        answers = properties()[strongest].answers
        own = [prop for prop in last.facts if answers in ("when", "where") and properties()[prop].answers == answers and last.known(prop)]
        default = default_properties(last.kind, answers)
        if prop := default[0] if len(default) == 1 and default[0] in own else next(iter(own), None):
            ask.cues[prop] |= ask.cues[strongest]
            ask.strength[prop] = ask.strength[strongest]
            ask.types.add(answers)

    def _turn_to_joint_films(self, ask: Ask, last: Evidence) -> None:
        """«And what films shall we make with them?» after a paper that was signed asks what it covers."""
        prop = next((prop for prop in ("scope", "plans") if last.type in SIGNED and last.known(prop)), None)
        asks = {other for other, strength in ask.strength.items() if strength >= ASKED} - _MAKING
        if prop is None or ask.named or ask.kinds.keys() != {"film"} or ask.types - {"what"} or ask.reading.yes_no or asks or ask.reading.years:
            return
        made = {i for other in _MAKING for i in ask.cues.get(other, ())}
        if "list" not in ask.operations or not (made or ask.reading.has_listed(self._several)):
            return
        ask.cues[prop] |= dict.fromkeys(made | ask.kinds.pop("film"), 1.0)
        ask.strength[prop] = 1.0

    def _turn_to_count(self, ask: Ask, context: Query, last: Evidence) -> None:
        """«And films?» after how many guests came asks how many films there were."""
        told = last.kind == "edition" and context.property in self._counted.values()
        weak = all(strength < ASKED_STRONGLY for strength in ask.strength.values())
        if not told or len(ask.kinds) != 1 or ask.named or ask.types or not weak or "person" in ask.kinds:
            return
        kind = next(iter(ask.kinds))
        prop = self._counted.get(kind, "")
        if last.known(prop) and set(ask.telling) <= ask.kinds[kind]:
            ask.cues[prop] |= dict.fromkeys(ask.kinds.pop(kind), 1.0)
            ask.strength[prop] = 1.0
