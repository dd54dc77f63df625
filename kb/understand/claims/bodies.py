"""What a body is: «is Tajikistan in TURKSOY?», «is TURKSOY in Ankara?», «is the State Center a private firm?»"""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.claims.wording import BEFORE_A_PLACE, says_only
from kb.understand.highlights import highlight
from kb.understand.lexicon import words
from kb.understand.word_lists import as_listed


def member(ask: Ask) -> Query | None:
    """«Is Tajikistan in TURKSOY?»: told by its members."""
    bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" and ask.of[named].known("members")]
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
    said = ask.named_positions | set(ask.cues.get("members", ()))
    if not ask.reading.yes_no or len(ask.named) != 2 or len(bodies) != 1 or len(countries) != 1 or not said.issuperset(ask.telling):
        return None
    return Query("fact", (bodies[0],), "members", claim=countries[0])


def based(ask: Ask) -> Query | None:
    """«Is TURKSOY in Ankara?», «is Eurasia in Astana?»: whether a body, which is all that is named beside a place, has its seat or is held there."""
    bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" or (kind == "festival" and named != FESTIVAL)]
    places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
    alone = len(bodies) == len(places) == 1 and len(ask.named) == 2 and says_only(ask, BEFORE_A_PLACE)
    prop = "headquarters" if alone and ask.of[bodies[0]].kind == "organisation" else "city"
    if not ask.reading.yes_no or not alone or not ask.of[bodies[0]].known(prop):
        return None
    return Query("fact", (bodies[0],), prop, claim=places[0])


class Bodies:
    """Recognises claims of whose a body is, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        ownership: dict[str, list[str]] = words()["ownership"]
        self._owned_by, self._bodies = (tuple(map(fold, ownership["begins"])), {fold(word) for word in ownership["of"]})
        self._legal_form = frozenset(map(fold_phrase, ownership["told"]))

    def owned(self, ask: Ask) -> Query | None:
        """«Is the State Center a private firm?», «орталық мемлекеттік пе?»: whose a body is, by its legal form, or by what it is."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
        said = {i for i, token in enumerate(ask.reading.tokens) if token.key.startswith(self._owned_by)} - ask.named_positions
        if not ask.reading.yes_no or not said or len(bodies) != 1 or len({frozenset(span) for span in ask.named.values()}) > 1:
            return None
        if any(i not in said | ask.named_positions | ask.of_kinds and as_listed(ask.reading.tokens[i]) not in self._bodies for i in ask.telling):
            return None
        legal_form = highlight(self._base.records[bodies[0]], self._legal_form.__contains__)
        return legal_form or (Query("fact", (bodies[0],), "what") if ask.of[bodies[0]].known("what") else None)
