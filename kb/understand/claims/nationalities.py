"""Of what country somebody or something is: «Султан Раев казах?», «is Champetier a German cinematographer?»"""

from __future__ import annotations

from dataclasses import replace

from kb.query import Query
from kb.understand.ask import Ask, Candidate, occupations
from kb.understand.claims.wording import BEFORE_A_PLACE, is_located
from kb.understand.follow_ups import as_listed, listed

# Where a nationality stands.
_NATIONAL = {"film": ("country",), "person": ("what", "country", "post", "birthplace"), "organisation": ("what", "headquarters", "country")}


class Nationalities:
    """Recognises claims of a country."""

    def __init__(self) -> None:
        self._denied = listed("negations")

    def nationality(self, ask: Ask) -> Query | None:
        """«Султан Раев казах?», «is Ayka Russian?»: whether somebody or something, which is all that is named, is of a country."""
        things = [record for record, kind in ask.named_kinds.items() if kind in ("person", "film", "place")]
        if "film" in ask.kinds and any(ask.named_kinds[thing] == "film" for thing in things):
            # «Ева узбекский фильм?» is of the film, and not of her whose name it bears.
            things = [thing for thing in things if ask.named_kinds[thing] == "film"]
        countries = [record for record, kind in ask.named_kinds.items() if kind == "country"]
        # «Was Ayka a German film?»: of Germany there is no record.
        strange = [m.span for m in ask.reading.of("foreign") if len(m.pattern.value) == 2 and m.weight == 1]
        # «Is Ayka not Kazakh?»; «was Özçivit in Kazakhstan?» does not ask whose he is.
        elsewhere = "place" not in ask.named_kinds.values() and any(token.key in BEFORE_A_PLACE for token in ask.reading.tokens)
        # A place is in a country: «Әндіжан Қазақстанда ма».
        asks = ask.reading.text.rstrip().endswith("?") or (ask.reading.yes_no and "place" in ask.named_kinds.values())
        denied = elsewhere or any(as_listed(token) in self._denied for token in ask.reading.tokens)
        # «Кыргызстан в Актау был хозяином?» asks where nothing is.
        denied = denied or any(ask.named_kinds[thing] == "place" and is_located(ask, ask.named[thing]) for thing in things)
        claimed = [*map(frozenset, map(ask.named.__getitem__, countries)), *strange]
        if denied or len(things) != 1 or len(claimed) != 1 or not asks:
            return None
        others = [named for named, span in ask.named.items() if named not in (*countries, *things) and not span <= ask.named[things[0]]]
        if others:
            return None
        said = claimed[0]
        # «Is the Thai one a documentary?» asks for something else.
        asks_so = not (ask.film_types or "about" in ask.operations) and ask.named_kinds[things[0]] == "film"
        film = ask.of_kinds if asks_so else set()
        rest = set(ask.telling) - said - ask.named[things[0]] - film
        other_cues = any(not cues.keys() <= said | ask.named[things[0]] for prop, cues in ask.cues.items() if prop != "what")
        else_asked = any(not at <= ask.of_kinds for operation, at in ask.operations.items() if operation != "about") or ask.types - {"who"} or other_cues
        apart = said.isdisjoint(ask.named[things[0]])
        prop = next((prop for prop in ("country", "what") if ask.of[things[0]].known(prop)), None)
        if rest or else_asked or not apart or prop is None or (prop == "what" and ask.named_kinds[things[0]] != "place"):
            return None
        return Query("fact", (things[0],), prop, claim=countries[0] if countries else None)


def made_in(ask: Ask, best: Candidate) -> Candidate | None:
    """«Did the French make Becoming?» claims a country, where who made it is the best answer."""
    record, others = ask.of[best.record], {kind for named, kind in ask.named_kinds.items() if named != best.record}
    made = best.operation == "fact" and best.property in ("director", "producer")
    claims = ask.reading.yes_no and made and record.kind == "film" and others == {"country"} and record.known("country")
    return replace(best, property="country", asked=True) if claims else None


def national(ask: Ask, subject: str) -> str | None:
    """Where it is told whose somebody or something is, if a country is claimed."""
    record = ask.of[subject]
    countries = {i for named, kind in ask.named_kinds.items() if kind == "country" for i in ask.named[named]}
    countries |= {i for m in ask.reading.of("foreign") if len(m.pattern.value) == 2 for i in m.span}
    if subject not in ask.named:
        return None
    rest = set(ask.telling) - countries - ask.named[subject] - ask.kinds.get(record.kind, set())
    occupation = {i for i in rest if not occupations().isdisjoint(ask.reading.tokens[i].bases)}
    # Of a person an unknown word beside the occupation is most likely another nation: «неміс операторы».
    others = rest - occupation - {i for i in rest if not countries and occupation and not ask.reading.tokens[i].bases}
    if others or not (countries or rest - occupation):
        return None
    known = [prop for prop in _NATIONAL.get(record.kind, ()) if record.known(prop)]
    of_country = {stem for i in countries for stem in ask.stems.get(i, ())}
    return next((prop for prop in known if any(prop in record.where.get(stem, ()) for stem in of_country)), known[0] if known else None)
