"""Whether a city is the capital of a country: «is Astana the capital of Kazakhstan?», «Актау — столица Казахстана?»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, capitals
from kb.understand.claims.wording import is_past, says_only
from kb.understand.shapes.capitals import capital_of
from kb.understand.word_lists import folded_list


def is_capital(ask: Ask) -> Query | None:
    """Told by the city that is the capital of that country, else by where the one is that is claimed."""
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
    said = ask.where_said(capitals())
    # «Астана» is a word for a capital in Kazakh.
    places = [named for named, kind in ask.named_kinds.items() if kind == "place" and (ask.named[named] - said or len(said) > 1)]
    # «Was Almaty the capital?» is asked of another time, «the cultural capital» of another honour.
    if not ask.reading.yes_no or not said or len(countries) != 1 or len(places) != 1 or len(ask.named) != 2 or is_past(ask):
        return None
    if ask.reading.years or not says_only(ask, folded_list("beside_capital") | capitals()):
        return None
    country, place = countries[0], places[0]
    capital = capital_of(ask.base, country)
    if capital and ask.of[capital].known("what"):
        return Query("fact", (capital,), "what", claim=country if capital == place else place)
    elsewhere = ask.of[place].known("what") and country not in ask.of[place].near.get("country", ())
    return Query("fact", (place,), "what", claim=country) if elsewhere else None
