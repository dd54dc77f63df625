"""«Red Sea Fund каким боком к казахскому кино?», «what does TİKA have to do with the festival?»: what a body has to do with film here."""

from __future__ import annotations

from kb.language.fold import fold_phrase, stands_in
from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import EDITION_LIKE
from kb.understand.highlights import highlight
from kb.understand.lexicon import words
from kb.understand.weights import OF_KIND

# What such a question has words for besides the body: film and the festival here.
_HERE = {"film", "festival", *EDITION_LIKE}
# What tells the part of a body: at the festival, else what came of its meetings.
_ROLES = ("festival_role", "result")


class Connections:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._phrases = [fold_phrase(phrase) for phrases in words()["connected"].values() for phrase in phrases]

    def told(self, ask: Ask) -> Query | None:
        """The part of a body in the festival or in film, else what it is."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
        others = ask.named.keys() - {*bodies, KAZAKHSTAN, FESTIVAL}
        if len(bodies) != 1 or others or ask.kinds.keys() - {*_HERE, "organisation"} or ask.reading.years or ask.reading.of("foreign"):
            return None
        if not ask.reading.says(self._phrases):
            return None
        body, record = ask.of[bodies[0]], ask.base.records[bodies[0]]
        of_festival = (FESTIVAL in ask.named or not EDITION_LIKE.isdisjoint(ask.kinds)) and body.known("festival_role")
        if "about" in ask.operations or ask.strength.get("what", 0.0) >= OF_KIND:
            # «What body is it, and what has it to do with the festival?»
            role = next((prop for prop in _ROLES if body.known(prop)), None)
            return Query("fact", (body.id,), f"what+{role}") if body.known("what") and role else Query("card", (body.id,))
        if of_festival:
            return Query("fact", (body.id,), "festival_role")
        of_film = highlight(record, lambda cue: any(stands_in(phrase, cue) for phrase in self._phrases))
        prop = next((prop for prop in ("festival_role", "what") if body.known(prop)), None)
        return of_film or Query("fact" if prop else "card", (body.id,), prop)
