"""Who held a post before or after somebody: «who was minister before Balayeva?», «кто сменил Раева?», «кто сменил Сатыбалды?»

Of a head who led a body before, the present one is told; after the present one nobody came, whoever was before him.
"""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate, next_to
from kb.understand.evidence import Evidence
from kb.understand.lexicon import words


class Successors:
    """Recognises such questions, and answers to them that are of somebody else."""

    def __init__(self) -> None:
        self._succeeding, self._succeeded_whom = frozenset(words()["succeeding"]), frozenset(words()["succeeded_whom"])

    def asks_before_another(self, ask: Ask) -> bool:
        """«Who was culture minister before Balayeva?», where the base does not tell who was before her."""
        if ask.reading.yes_no or "film" in ask.kinds or "works" in ask.cues or not _asks_post(ask, "head", "post"):
            return False
        people = {named for named, kind in ask.named_kinds.items() if kind == "person" and ask.named[named] & _beside_before(ask)}
        bodies = [ask.of[ref] for person in people for ref in (*ask.of[person].near.get("organisation", ()), *ask.named)]
        led = any(body.known("predecessor") and body.known("head") and people.intersection(body.facts["head"].refs) for body in bodies)
        return bool(people) and not led and not any(ask.of[person].known("predecessor") for person in people)

    def came_after(self, ask: Ask) -> Query | None:
        """«Кто сменил Сатыбалды?»: who leads the body now that he led before."""
        led = [body.id for person in self._succeeded(ask) for body in _led(ask, person, "predecessor") if body.known("head")]
        return Query("fact", (led[0],), "head") if len(led) == 1 else None

    def asks_who_came_after(self, ask: Ask) -> bool:
        """«Who succeeded Raev?»: he leads now, or holds a post of which no body tells."""
        return any(_led(ask, person, "head") or (ask.of[person].known("post") and not _led(ask, person, "predecessor")) for person in self._succeeded(ask))

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

    def _succeeded(self, ask: Ask) -> list[str]:
        """The people beside whose names a word asks who came after; not where it is asked whom they followed: «кого сменил Раев?»"""
        whom = any(token.text.lower() in self._succeeded_whom for token in ask.reading.tokens)
        if whom or ask.reading.yes_no or "who" not in ask.types or "film" in ask.kinds:
            return []
        succeeded = dict.fromkeys(m.pattern.value for m in ask.reading.of("record") if self._is_succeeded(ask, m.span))
        return [one for one in succeeded if ask.named_kinds.get(one) == "person"]

    def _is_succeeded(self, ask: Ask, name: frozenset[int]) -> bool:
        tokens = ask.reading.tokens
        at = max(name) + 1 if ask.reading.language == "kk" else min(name) - 1
        return 0 <= at < len(tokens) and tokens[at].text.lower() in self._succeeding


def _led(ask: Ask, person: str, prop: str) -> list[Evidence]:
    """The bodies whose head, or whose predecessor of the head, somebody is told to be."""
    bodies = (ask.of[body] for body in ask.of[person].near.get("organisation", ()))
    return [body for body in bodies if body.known(prop) and person in body.facts[prop].refs]


def _asks_post(ask: Ask, *by: str) -> bool:
    return any(mention.pattern.value in by for mention in ask.reading.of("cue"))


def _beside_before(ask: Ask) -> set[int]:
    """Positions of words that «before» stands beside, and in Kazakh «дейін»."""
    step = -1 if ask.reading.language == "kk" else 1
    before = {key for phrase in next_to()[-1] for key in phrase}
    return {i + step for i, token in enumerate(ask.reading.tokens) if token.key in before and i not in ask.named_positions}
