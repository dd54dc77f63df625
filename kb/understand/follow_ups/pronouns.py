"""Pronouns, by what they can mean: «he» a person, «it» a thing, «его» either, «there» a place."""

from __future__ import annotations

from kb.understand.ask import Ask
from kb.understand.word_lists import listed


class Pronouns:
    """The pronouns of three languages, as `as_listed` gives a word of a message."""

    def __init__(self) -> None:
        self.persons, self.people, self.things, self.any = (listed(name) for name in ("pronouns", "people_pronouns", "thing_pronouns", "any_pronouns"))
        self.things_or_any = self.things | self.any
        self.demonstratives, self.possessive, self.there = (listed(name) for name in ("demonstratives", "possessive", "there"))
        self.genders = {"she": listed("she"), "he": listed("he")}

    def mean_person(self, ask: Ask) -> bool:
        """Whether a pronoun means the person that the chat spoke of; not where a predecessor is asked for."""
        return "predecessor" not in ask.cues and ask.reading.has_listed(self.persons)

    def mean_thing(self, ask: Ask) -> bool:
        """Whether a pronoun means the film, paper or body that the chat spoke of."""
        return ask.reading.has_listed(self.things)
