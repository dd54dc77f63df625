"""Yes/no questions whose claim is not the truth: «is Champetier a German cinematographer», «did Becoming premiere in Venice».

What is claimed may stand nowhere in the base. Then what is asked of what answers it: the fact that the claim is about.
"""

from __future__ import annotations

from kb.base import Base
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate, occupations
from kb.understand.lexicon import words
from kb.understand.reading import about

# What a question can be about that tells something of others: of two that are named, the first of these is it.
_SUBJECTS = ("film", "award", "person", "organisation", "event")
# What an organisation holds; how much of a question such a one has to explain to be what it is about.
_EVENTS, _TOLD_BY = ("agreement", "edition", "event"), 0.7
# How surely a word has to ask for a property.
_ASKED = 0.35
# Where a nationality stands; where the story does.
_NATIONAL = {"film": ("country",), "person": ("what", "country", "post", "birthplace"), "organisation": ("what", "headquarters", "country")}
_TOLD = ("plot", "scope", "theme", "what")


class Claims:
    """Finds what tells whether a claim is true, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._defaults: dict[str, dict[str, str | list[str]]] = words()["default_properties"]
        self._implies: dict[str, list[str]] = words()["implies"]
        self._instead: dict[str, list[str]] = words()["stands_for"]

    def judge(self, ask: Ask, best: Candidate | None, usable: bool) -> Candidate | None:
        """The fact that a yes/no question is about, if another answer is the best one or none is `usable`; None if nothing tells which."""
        if not ask.reading.yes_no:
            return None
        if not self._is_about(ask) and any(m.span.isdisjoint(ask.named_positions) for m in ask.reading.of("beyond")):
            return None
        subject = self._subject(ask, best)
        if subject is None:
            return None
        record = ask.of[subject]
        asked = self._asked(ask, subject)
        national = None if asked else self._national(ask, subject)
        if (
            best
            and usable
            and best.operation != "card"
            and (best.operation != "fact" or ask.of[best.record].known(best.property or ""))
            and (best.record == subject or not national)
        ):
            # What is claimed may be a name that is not in the base.
            return best if best.record == subject and best.operation == "fact" and best.asked and ask.reading.of("foreign") else None
        prop = asked or national or self._by_shape(ask, subject)
        people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
        if prop is None and record.kind == "film" and len(people) == 1:
            # «Did Champetier shoot Joqtau?»: the base does not know who did, but what she shot.
            subject, prop, record = people[0], "works", ask.of[people[0]]
        if prop is None or not record.known(prop):
            return None
        return Candidate(subject, prop, "fact", 1.0, 1.0, dict.fromkeys(ask.content, 1.0), asked=True)

    def _subject(self, ask: Ask, best: Candidate | None) -> str | None:
        """What the question is about: the only thing of its kind that it names."""
        festive = ask.named.get(FESTIVAL, set())
        for kind in _SUBJECTS:
            named = [record for record, of in ask.named_kinds.items() if of == kind and not ask.named[record] <= festive]
            if len({frozenset(ask.named[record]) for record in named}) > 1:
                return None
            if kind == "organisation" and best and best.operation == "card" and ask.of[best.record].kind in _EVENTS and best.coverage >= _TOLD_BY:
                # «42nd TURKSOY ministers meeting, was it in October?» is about the meeting.
                return best.record
            if len(named) > 1:
                named = [record for record in named if not set(ask.reading.years.values()).isdisjoint(ask.of[record].years)]
            if named:
                return best.record if best and best.record in named else named[0] if len(named) == 1 else None
        others = ask.named.keys() - {KAZAKHSTAN} or (best and ask.of[best.record].kind == "edition" and (ask.ordinals or ask.reading.years))
        decoy = not others or any(len(m.pattern.value) != 2 for m in ask.reading.of("foreign"))
        if best and not decoy and ask.of[best.record].kind in ("agreement", "edition") and ask.linked_with_all_named(best.record):
            return best.record
        return None

    def _asked(self, ask: Ask, subject: str) -> str | None:
        """The property that a word of the question asks for most surely, or one that stands in for it."""
        record = ask.of[subject]
        for prop, strength in sorted(ask.strength.items(), key=lambda asked: -asked[1]):
            if strength < _ASKED or prop == "what":
                break
            for told in [prop, *self._implies.get(prop, [])]:
                if record.known(told):
                    return told
            for stand_in, asked in self._instead.items():
                if prop in asked and record.known(stand_in):
                    return stand_in
        return None

    def _national(self, ask: Ask, subject: str) -> str | None:
        """Where it is told whose somebody or something is, if a country is claimed."""
        record = ask.of[subject]
        countries = {i for named, kind in ask.named_kinds.items() if kind == "country" for i in ask.named[named]}
        countries |= {i for m in ask.reading.of("foreign") if len(m.pattern.value) == 2 for i in m.span}
        if subject not in ask.named:
            return None
        rest = set(ask.telling) - countries - ask.named[subject] - ask.kinds.get(record.kind, set())
        occupation = {i for i in rest if not occupations().isdisjoint(ask.reading.tokens[i].bases)}
        # Of a person an unknown word beside the occupation is most likely another nation: «неміс операторы».
        others = rest - occupation - {i for i in rest if not countries and occupation and not ask.reading.tokens[i].bases}
        if others or not (countries or rest - occupation):
            return None
        known = [prop for prop in _NATIONAL.get(record.kind, ()) if record.known(prop)]
        of_country = {stem for i in countries for stem in ask.stems.get(i, ())}
        return next((prop for prop in known if any(prop in record.where.get(stem, ()) for stem in of_country)), known[0] if known else None)

    def _by_shape(self, ask: Ask, subject: str) -> str | None:
        """What is claimed of it by the shape of the question: a story, a genre, a place or a year."""
        record = ask.of[subject]
        if self._is_about(ask):
            return next((prop for prop in _TOLD if record.known(prop)), None)
        if ask.genres or "film" in ask.types_of:
            return "genre"
        asks = ["where"] if record.kind not in ("film", "person") and "place" in ask.named_kinds.values() else []
        if ask.months or any(year not in record.years for year in ask.reading.years.values()):
            asks.append("when")
        for question in asks:
            default = self._defaults.get(record.kind, {}).get(question, [])
            for prop in [default] if isinstance(default, str) else default:
                if record.known(prop):
                    return prop
        return None

    @staticmethod
    def _is_about(ask: Ask) -> bool:
        return any(token.key in listed for listed in about().values() for token in ask.reading.tokens)
