"""What a body is: «is Tajikistan in TURKSOY?», «is TURKSOY in Ankara?», «is the State Center a private firm?»"""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold, fold_phrase, tokens
from kb.query import CLAIMED_WORD, OBSERVERS, Query
from kb.records import LANGUAGES, Text
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.ask.terms import stem_of, stems_of
from kb.understand.claims.wording import says_only
from kb.understand.highlights import highlight, highlight_called
from kb.understand.lexicon import words
from kb.understand.reading import Token
from kb.understand.reading.message import BEFORE_A_PLACE
from kb.understand.word_lists import as_listed, folded_list


def member(ask: Ask) -> Query | None:
    """«Is Tajikistan in TURKSOY?», «а Татарстан член ТЮРКСОЯ?»: told by its members, or by its observers, whichever is claimed."""
    bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" and ask.of[named].known("members")]
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
    asks = ask.reading.yes_no or (ask.reading.text.rstrip().endswith("?") and bool(ask.cues.get("members")))
    if not asks or ask.types or len(bodies) != 1 or len(ask.named) != 1 + len(countries) or len(countries) > 1 or ask.operations.keys() - {"list"}:
        return None
    (body,), observers = bodies, highlight_called(ask.base.records[bodies[0]], OBSERVERS)
    observing = ask.where_said(folded_list("observing"))
    said = ask.named_positions | set(ask.cues.get("members", ())) | observing
    rest = [i for i in ask.telling if i not in said]
    of_observers = f"{observers}+members" if observing and observers else f"members+{observers}" if rest and observers else "members"
    if countries or not rest:
        return Query("fact", (body,), of_observers, claim=countries[0]) if countries and not rest else None
    claim = f"{CLAIMED_WORD}{ask.reading.tokens[rest[0]].key}"
    # «Северный Кипр»: what is no country here is named where the observers are told.
    if observers and all(_names(ask.base.records[body].highlights[int(observers)].text, ask.reading.tokens[i]) for i in rest):
        return Query("fact", (body,), of_observers, claim=claim)
    # All members are told, and nobody else is one: «Япония входит в ТЮРКСОЙ?»
    strange = {i for mention in ask.reading.of("foreign") for i in mention.span}
    return Query("fact", (body,), "members", claim=claim) if strange.issuperset(rest) and not observing and ask.cues.get("members") else None


def based(ask: Ask) -> Query | None:
    """«Is TURKSOY in Ankara?», «is Eurasia in Astana?»: whether a body, which is all that is named beside a place, has its seat or is held there."""
    bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation" or (kind == "festival" and named != FESTIVAL)]
    places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
    alone = len(bodies) == len(places) == 1 and len(ask.named) == 2 and says_only(ask, BEFORE_A_PLACE)
    prop = "headquarters" if alone and ask.of[bodies[0]].kind == "organisation" else "city"
    if not ask.reading.yes_no or not alone or not ask.of[bodies[0]].known(prop):
        return None
    return Query("fact", (bodies[0],), prop, claim=places[0])


def _names(told: Text, said: Token) -> bool:
    """Whether a word is of a name that the first sentence of a text lists, whatever its ending."""
    lists = (told.get(language).partition(". ")[0].partition(":")[2] for language in LANGUAGES)
    names = {fold(word) for listed in lists for word in tokens(listed) if word[0].isupper()}
    return not {stem_of(name) for name in names}.isdisjoint(stems_of(said))


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
