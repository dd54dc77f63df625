"""How far something has got: «is the film fund already giving out money?», «заработал он или нет?»"""

from __future__ import annotations

from kb.language.fold import fold_phrase
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.claims.wording import OF_CUE
from kb.understand.lexicon import properties, words
from kb.understand.refusals import name_like
from kb.understand.weights import ASKED

# What gets on, or does not.
_GETTING_ON = ("film", "agreement", "organisation")


class Progress:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._so_far = [fold_phrase(phrase) for phrase in words()["so_far"]]

    def how_far(self, ask: Ask) -> Query | None:
        """«Is the film fund already giving out money?», «заработал он или нет?»: told by its status, where nothing else of it is asked."""
        things = [named for named, kind in ask.named_kinds.items() if kind in _GETTING_ON]
        so_far = ask.reading.says(self._so_far)
        others = {kind for named, kind in ask.named_kinds.items() if named not in things}
        if len(things) != 1 or not others <= {"country"} or not (ask.reading.yes_no or not ask.types) or ask.reading.years:
            return None
        record = ask.of[things[0]]
        says_only = (ask.named_positions | ask.of_kinds | ask.cues.get("status", {}).keys()).issuperset(ask.telling)
        alone = all(prop == "status" or strength < ASKED or "film" not in properties()[prop].kinds for prop, strength in ask.strength.items())
        if record.kind == "film" and not others and ask.reading.yes_no and not record.known("status") and "status" in ask.cues and alone and says_only:
            # «Is Atameken finished?» is told by no other film and no body.
            return Query("fact", (record.id,), "status")
        if not so_far:
            return None
        asked = [prop for prop, strength in ask.strength.items() if strength >= OF_CUE and prop != "status"]
        # Of a film it is another thing whether it is in cinemas.
        known = any(record.known(prop) or (record.kind == "film" and "film" in properties()[prop].kinds) for prop in asked)
        strange = any(name_like(ask.reading, i) for i in ask.telling if i not in ask.named_positions)
        return Query("fact", (record.id,), "status") if record.known("status") and not known and not strange else None
