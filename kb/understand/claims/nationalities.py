"""Of what country somebody or something is: «Султан Раев казах?», «is Champetier a German cinematographer?»"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kb.query import Query
from kb.understand.ask import Ask, Candidate, occupations
from kb.understand.reading.message import BEFORE_A_PLACE
from kb.understand.word_lists import listed

# Where a nationality stands.
_NATIONAL = {
    "film": ("country",),
    "person": ("country", "what", "post", "birthplace"),
    "organisation": ("what", "headquarters", "country"),
    "place": ("country", "what"),
}

# So many letters begin the name of a country in all its forms: «Iran's».
_BEGINNING = 4
# What can ask where something is.
_WHERE = ("what", "city", "country", "headquarters")


class Nationalities:
    """Recognises claims of a country."""

    def __init__(self) -> None:
        self._denied = listed("negations")

    def nationality(self, ask: Ask) -> Query | None:
        """«Султан Раев казах?», «is Ayka Russian?»: whether somebody or something, which is all that is named, is of a country."""
        things = [record for record, kind in ask.named_kinds.items() if kind in ("person", "film", "place") or _is_of_one_country(ask, record)]
        if "film" in ask.kinds and any(ask.named_kinds[thing] == "film" for thing in things):
            # «Ева узбекский фильм?» is of the film, and not of her whose name it bears.
            things = [thing for thing in things if ask.named_kinds[thing] == "film"]
        countries = [record for record, kind in ask.named_kinds.items() if kind == "country"]
        # «Was Ayka a German film?»: of Germany there is no record.
        strange = {m.span for m in ask.reading.of("foreign") if len(m.pattern.value) == 2 and m.weight == 1 and not m.span & ask.named_positions}
        claimed = [*map(frozenset, map(ask.named.__getitem__, countries)), *strange]
        if len(things) != 1 or len(claimed) != 1 or self._asks_otherwise(ask, things[0]):
            return None
        thing, kind, said = things[0], ask.named_kinds[things[0]], claimed[0]
        others = [named for named, span in ask.named.items() if named not in (*countries, thing) and not span <= ask.named[thing]]
        if others or not said.isdisjoint(ask.named[thing]) or _says_more(ask, thing, said):
            return None
        if kind == "organisation" and not ask.reading.is_located(said):
            return None
        if prop := _tells_whose(ask, thing):
            return Query("fact", (thing,), prop, claim=countries[0] if countries else None)
        # What a place is its summary tells.
        return Query("card", (thing,)) if kind == "place" else None

    def _asks_otherwise(self, ask: Ask, thing: str) -> bool:
        """«Is Ayka not Kazakh?»; «was Özçivit in Kazakhstan?» does not ask whose he is, nor «Кыргызстан в Актау был хозяином?» where Aktau is."""
        kind = ask.named_kinds[thing]
        # A place is in a country: «Әндіжан Қазақстанда ма».
        asks = ask.reading.text.rstrip().endswith("?") or (ask.reading.yes_no and "film" not in ask.named_kinds.values())
        in_a_place = any(token.key in BEFORE_A_PLACE or token.key == "to" for token in ask.reading.tokens)
        denied = ask.reading.has_listed(self._denied)
        return not asks or denied or (ask.reading.is_located(ask.named[thing]) if kind == "place" else in_a_place and kind != "organisation")


def _says_more(ask: Ask, thing: str, said: Set[int]) -> bool:
    """Whether there is more in the question than the thing and the country: «is the Thai one a documentary?»"""
    own, kind = ask.named[thing], ask.named_kinds[thing]
    asks_so = kind == "film" and not (ask.film_types or "about" in ask.operations)
    asks_where = _WHERE if kind in ("place", "organisation") else ("what",)
    where = {i for prop in asks_where for i in ask.cues.get(prop, ())} | ask.kinds.get("country", set())
    # «Is Andijan a Kazakh city?»
    called = ask.of_kinds if asks_so else ask.kinds.get("place", set()) if kind == "place" else set[int]()
    rest = set(ask.telling) - said - own - called - where
    other_cues = any(not cues.keys() <= said | own for prop, cues in ask.cues.items() if prop not in asks_where)
    operations = any(not at <= ask.of_kinds | ask.named_positions for operation, at in ask.operations.items() if operation != "about")
    return bool(rest or other_cues or operations or ask.types - {"who"})


def _is_of_one_country(ask: Ask, body: str) -> bool:
    """A body of several countries is of none."""
    return ask.named_kinds[body] == "organisation" and len(ask.of[body].near.get("country", ())) == 1


def _tells_whose(ask: Ask, subject: str) -> str | None:
    """The fact that tells of what country something is; of somebody the first that names a country, if yes or no is asked for."""
    record = ask.of[subject]
    known = [prop for prop in _NATIONAL[record.kind] if record.known(prop)]
    if record.kind != "person" or "country" in known:
        return known[0] if known else None
    names = tuple(stem for country in ask.members("country") for stem in country.short if len(stem) >= _BEGINNING)
    told = {prop for stem, props in record.where.items() if stem.startswith(names) for prop in props}
    return next((prop for prop in known if prop in told), None) if ask.reading.yes_no else None


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
