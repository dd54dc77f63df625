"""What a festival showed outside its competition: «вне конкурса какие фильмы показали?», «байқаудан тыс қандай фильмдер көрсетілді?»"""

from __future__ import annotations

from kb.language.fold import fold, tokens
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import words
from kb.understand.shapes.festivals import editions_told

_KINDS = {"film", *EDITION_LIKE}
# What the words for being shown, and for a competition, ask for.
_OF_SHOWING = ("festivals", "competition", "works", "films_count", "participants")
# So near to each other stand «out of» and «competition».
_NEAR = 2


class OutOfCompetition:
    """Recognises such questions; those of one country are a list of its films."""

    def __init__(self) -> None:
        said = words()["competitions"]
        self._out, self._in, self._also = (frozenset(map(fold, said[name])) for name in ("out", "in", "together"))

    def told(self, ask: Ask) -> Query | None:
        """What the programme of the festival that is meant tells of it."""
        outside = self._outside(ask)
        if (
            not outside
            or not ("film" in ask.kinds or "list" in ask.operations)
            or ask.kinds.keys() - _KINDS
            or ask.types - {"what"}
            or ask.operations.keys() - {"list"}
        ):
            return None
        if ask.reading.yes_no or ask.reading.story or ask.months or any(ask.named.keys() - ask.held.keys() - {FESTIVAL} - set(self._editions(ask))):
            return None
        known = outside | ask.named_positions | ask.of_kinds | ask.generic | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        known |= {i for prop in _OF_SHOWING for i in ask.cues.get(prop, ())}
        if not known.issuperset(ask.telling) or ask.where_said(self._also):
            return None
        editions = self._editions(ask) or [edition.id for edition in editions_told(ask)]
        for edition in editions:
            for programme in (event for event in ask.of[edition].near.get("event", ()) if ask.of[event].known("competition")):
                if (number := self._highlight(ask, programme)) is not None:
                    return Query("highlight", (programme,), str(number))
        return None

    @staticmethod
    def _editions(ask: Ask) -> list[str]:
        return [named for named, kind in ask.named_kinds.items() if kind == "edition"]

    def _outside(self, ask: Ask) -> set[int]:
        """The positions of «out of competition», «вне конкурса», «байқаудан тыс»."""
        out, within = ask.where_said(self._out), ask.where_said(self._in)
        pairs = [(i, j) for i in out for j in within if (i - j == 1 if ask.reading.language == "kk" else 0 < j - i <= _NEAR)]
        return {i for pair in pairs for i in pair}

    def _highlight(self, ask: Ask, programme: str) -> int | None:
        """The number of the highlight that a phrase of just these words asks for."""
        for number, highlight in enumerate(ask.base.records[programme].highlights):
            phrases = [{fold(word) for word in tokens(phrase)} for phrases in highlight.cues.values() for phrase in phrases]
            if any(phrase & self._out and len(phrase) == len(("out", "competition")) and phrase - self._out for phrase in phrases):
                return number
        return None
