"""The films of a competition: «which films competed in Aktau», and not those that were only shown."""

from __future__ import annotations

from kb.language.fold import fold
from kb.understand.ask import Ask
from kb.understand.lexicon import words


class Competitions:
    """Tells the films of a competition from those outside of it."""

    def __init__(self) -> None:
        self._inside, self._outside, self._contending = (frozenset(map(fold, words()["competitions"][name])) for name in ("in", "out", "contending"))

    def are_asked_for(self, ask: Ask) -> bool:
        """Whether the films of a competition are asked for, and not those outside of it too."""
        said = ask.reading.keys_between(0, len(ask.reading.tokens))
        return not said.isdisjoint(self._inside) and said.isdisjoint(self._outside)

    def contend(self, ask: Ask) -> bool:
        """The same, also where only a verb says so: «боролись за призы»."""
        said = ask.reading.keys_between(0, len(ask.reading.tokens))
        return self.are_asked_for(ask) or (not said.isdisjoint(self._contending) and said.isdisjoint(self._outside))


def competing(ask: Ask, filters: list[str], found: list[str]) -> list[str]:
    """The films that were in the competition of an edition, where its programme tells which: of `found`, or of all that `filters` leave."""
    editions = [near for near in filters if ask.of[near].kind == "edition"]
    programmes = [ask.of[event] for edition in editions for event in ask.of[edition].near.get("event", ())]
    refs = {ref for programme in programmes if programme.known("competition") for ref in programme.facts["competition"].refs}
    films = found or (ask.base.members("film", [(near,) for near in filters]) if refs else [])
    return [film for film in films if film in refs]
