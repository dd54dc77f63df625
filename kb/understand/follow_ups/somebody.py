"""What is asked of somebody: «where did he study?» after who made a film, «ол қай елден?» after who somebody is."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.follow_ups.antecedents import Antecedents
from kb.understand.follow_ups.last_answer import last_record
from kb.understand.follow_ups.pronouns import Pronouns
from kb.understand.follow_ups.steps import Steps
from kb.understand.lexicon import default_properties
from kb.understand.weights import ASKED

# What is asked of people alone, or tells where somebody is from.
_OF_PEOPLE = ("born", "died", "birthplace", "education", "post", "post_since", "works")
_ORIGIN = ("country", "birthplace")
# Of people it is often told by what they made or won, rather than by themselves.
_TOLD_ELSEWHERE = ("works", "post", "post_since")
# The kinds whose words can stand in what asks for these.
_KINDS = {"country", "place", "person", "organisation"}


class Somebody:
    """Recognises questions of the one person that the chat spoke of or its last answer named."""

    def __init__(self, pronouns: Pronouns, antecedents: Antecedents, steps: Steps) -> None:
        self._pronouns = pronouns
        self._steps = steps
        self._antecedents = antecedents
        # «Где его снимали?» is asked of a film.
        self._he = (pronouns.genders["he"] | pronouns.genders["she"]) - pronouns.things

    def asked_of(self, ask: Ask, context: Query | None) -> Query | None:
        """What «he» is asked for, be it known of him or not; not what the film or the body that named him is asked for."""
        last = last_record(ask, context)
        if last is None or context is None or ask.reading.of("record") or ask.reading.years or ask.reading.yes_no:
            return None
        if "predecessor" in ask.cues or self._steps.step(ask)[0]:
            # «Who was it before him?», «what had she made before that?»
            return None
        if context.operation not in ("card", "fact", "highlight") or ask.kinds.keys() - _KINDS or (person := self._person(ask, context, last)) is None:
            return None
        prop = self._asked(ask, person)
        if not prop or (prop in _ORIGIN and "born" not in ask.cues and last.kind != "person" and context.operation != "fact"):
            # «Ол қай елдікі?» after what is told of a film as a whole is asked of the film.
            return None
        if not (ask.cues.get(prop, {}).keys() | ask.of_kinds | ask.named_positions).issuperset(ask.telling):
            return None
        if prop in _TOLD_ELSEWHERE and not person.known(prop):
            return None
        if prop == "birthplace" and not person.known(prop) and person.known("country") and "born" not in ask.cues:
            # «Откуда он?»
            prop = "country"
        return Query("fact", (person.id,), prop)

    def _person(self, ask: Ask, context: Query, last: Evidence) -> Evidence | None:
        """The only one whom the pronoun of a message can mean: of whom the chat spoke, or whom the last answer named."""
        said = ask.reading.listed
        kazakh = self._pronouns.any if ask.reading.language == "kk" else frozenset[str]()
        key = next((word for word in said if word in (kazakh or self._he)), None)
        people = self._antecedents.people(ask, context, last, key) if key else set[str]()
        return ask.of[people.pop()] if len(people) == 1 else None

    @staticmethod
    def _asked(ask: Ask, person: Evidence) -> str:
        """What is asked of people: a property of theirs alone, or where somebody is from; empty where it is something else."""
        asked = {prop: ask.strength.get(prop, 0.0) for prop in (*_OF_PEOPLE, "country") if ask.strength.get(prop, 0.0) >= ASKED}
        if not asked and ask.types == {"where"} and not ask.cues:
            # «Она откуда?»
            props = default_properties("person", "where")
            return next((prop for prop in props if person.known(prop)), props[-1])
        if "count" in ask.types and asked.keys().isdisjoint(("born", "works")):
            return ""
        # «Откуда он?» can ask for either.
        return max(asked, key=lambda prop: (person.known(prop), asked[prop], prop == "country"), default="")
