"""Who held a post before or after somebody, where it is not told: «who was minister before Balayeva?», «кто сменил Раева?»

After the present head nobody came, whoever was before him.
"""

from __future__ import annotations

from kb.understand.ask import Ask, Candidate, next_to
from kb.understand.follow_ups.predecessors import bodies_led, succeeded


class Successors:
    """Recognises such questions, and answers to them that are of somebody else."""

    def asks_before_another(self, ask: Ask) -> bool:
        """«Who was culture minister before Balayeva?», where the base does not tell who was before her."""
        if ask.reading.yes_no or "film" in ask.kinds or "works" in ask.cues or not _asks_post(ask, "head", "post"):
            return False
        people = {named for named, kind in ask.named_kinds.items() if kind == "person" and ask.named[named] & _beside_before(ask)}
        bodies = [ask.of[ref] for person in people for ref in (*ask.of[person].near.get("organisation", ()), *ask.named)]
        led = any(body.known("predecessor") and body.known("head") and people.intersection(body.facts["head"].refs) for body in bodies)
        return bool(people) and not led and not any(ask.of[person].known("predecessor") for person in people)

    def asks_who_came_after(self, ask: Ask) -> bool:
        """«Who succeeded Raev?»: he leads now, or holds a post of which no body tells."""
        return any(
            bodies_led(ask, person, "head") or (ask.of[person].known("post") and not bodies_led(ask, person, "predecessor")) for person in succeeded(ask)
        )

    def is_before_another(self, ask: Ask, best: Candidate) -> bool:
        """«Who led it before Kaseinov» is not told by who was before Raev."""
        if best.property != "predecessor" or ask.reading.yes_no or best.follows or not _asks_post(ask, "head", "post", "predecessor"):
            return False
        beside = _beside_before(ask)
        people = {named for named, kind in ask.named_kinds.items() if kind == "person" and ask.named[named] & beside}
        head = ask.of[best.record].facts.get("head")
        where = ask.of[best.record].where
        strangers = beside & ask.reading.capitals - ask.named_positions
        strangers = {i for i in strangers if not any("head" in where.get(stem, ()) for stem in ask.stems.get(i, ()))}
        return bool(strangers) or (bool(people) and best.record not in people and head is not None and people.isdisjoint(head.refs))


def _asks_post(ask: Ask, *by: str) -> bool:
    return any(mention.pattern.value in by for mention in ask.reading.of("cue"))


def _beside_before(ask: Ask) -> set[int]:
    """Positions of words that «before» stands beside, and in Kazakh «дейін»."""
    step = -1 if ask.reading.language == "kk" else 1
    before = {key for phrase in next_to()[-1] for key in phrase}
    return {i + step for i, token in enumerate(ask.reading.tokens) if token.key in before and i not in ask.named_positions}
