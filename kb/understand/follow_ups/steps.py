"""How a message goes on from the last record in time or number: «and the year before that?», «and the third one?»."""

from __future__ import annotations

from kb.language.fold import fold_phrase
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import words
from kb.understand.word_lists import typed_list


class Steps:
    """Finds such steps, and the records to which they lead."""

    def __init__(self) -> None:
        self._steps = {int(step): [list(fold_phrase(phrase)) for phrase in phrases] for step, phrases in words()["steps"].items()}
        self._ranked = typed_list("ranked")

    def step(self, ask: Ask) -> tuple[int, set[int]]:
        """How many years the message goes on from the last record, and the words that say so: −1 for «the year before that», 0 if none does."""
        said = [{token.key, *token.bases} for token in ask.reading.tokens]
        for step, phrases in self._steps.items():
            for phrase in phrases:
                for at in range(len(said) - len(phrase) + 1):
                    if all(word in keys for word, keys in zip(phrase, said[at:], strict=False)):
                        return step, set(range(at, at + len(phrase)))
        return 0, set()

    def take_step(self, ask: Ask, last: Evidence) -> None:
        """«And the next year?» after a festival asks for no dates of the coming one."""
        step, span = self.step(ask)
        if step and last.years and last.kind in ("edition", "event", "award"):
            for i in span:
                ask.reading.years.pop(i, None)
            for prop in [prop for prop, cues in ask.cues.items() if cues.keys() <= span]:
                del ask.cues[prop]
                ask.strength.pop(prop, None)

    @staticmethod
    def keep_to_the_year(ask: Ask, last: Evidence) -> None:
        """«And who chaired the jury?» after the festival of 2023 means the jury of that year, though a later one bears the name."""
        if last.kind not in (*EDITION_LIKE, "award") or not last.years or ask.reading.years or ask.ordinals:
            return
        for other in [record for record, kind in ask.named_kinds.items() if kind in ("event", "award") and record != last.id]:
            if ask.of[other].years and set(ask.of[other].years).isdisjoint(last.years):
                ask.unname(other)

    def next_of_its_kind(self, ask: Ask, context: Query, last: Evidence) -> list[str]:
        """«And the third one?», «and in 2024?», «and the year before that?»: the records of this kind that are of that number or year.

        Of prizes that one fact tells in order («and the third place?») it is this fact again.
        """
        step, _ = self.step(ask)
        asked = ask.kinds.keys() - EDITION_LIKE - {"award"} - ({"place", "country"} if step else set())
        if last.kind not in ("edition", "event", "award", "festival") or asked:
            return []
        if (ask.ordinals or ask.ranks) and context.property and context.property in self._ranked:
            for number, span in ask.ordinals.items():
                ask.ranks[number] |= span
            ask.ordinals.clear()
            # «First place» is no grand prix here.
            for prop in ("best_film", "winner"):
                ask.strength.pop(prop, None)
                ask.cues.pop(prop, None)
            ask.cues[context.property] |= {i: 1.0 for span in ask.ranks.values() for i in span}
            ask.strength[context.property] = 1.0
            return [last.id]
        years = set(ask.reading.years.values())
        if last.years and step:
            years.add(last.years[-1] + step)
        if not (years or ask.ordinals):
            return []
        of_kind = ask.members("edition", [(last.id,)]) if last.kind == "festival" else [one for one in ask.members(last.kind) if one.type == last.type]
        numbers = {other.id: other.facts["editions"].number for other in of_kind if "editions" in other.facts}
        return [other.id for other in of_kind if not years.isdisjoint(other.years) or numbers.get(other.id) in ask.ordinals]
