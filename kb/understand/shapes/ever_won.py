"""What a country won at any of the festivals: «получал ли Узбекистан гран-при?», "has Türkiye ever won best film?", «какие страны получали главный приз?»"""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.ask.steps.festivals import countries_of_festivals
from kb.understand.evidence import Evidence
from kb.understand.reading import Token
from kb.understand.weights import MENDED, OF_KIND
from kb.understand.word_lists import folded_list, typed_list

# The prizes that one film or person gets at each festival.
_PRIZES = ("best_film", "best_director", "best_screenplay", "best_actress", "best_actor")
# What words for a prize ask for besides.
_OF_PRIZES = {*_PRIZES, "awards", "winner", "country"}
# What is spoken of where prizes are.
_FESTIVE = {"festival", "edition", "award", "film", "country"}


def ever_won(ask: Ask) -> Query | None:
    """The prize at each festival where the one country that is named got it; None where that is the newest festival alone, which is meant anyhow."""
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
    prop = _prize(ask)
    if prop is None or len(countries) != 1 or set(ask.named_kinds.values()) - {"country", "festival"} or not _of_any_festival(ask):
        return None
    if not ask.reading.yes_no and countries_of_festivals(ask):
        # «Who won at the festival in Türkiye?» tells where it was, and not whose film it is.
        return None
    editions = sorted((edition for edition in ask.members("edition") if edition.known(prop)), key=lambda edition: edition.newest)
    won = [edition for edition in editions if countries[0] in _winning_countries(ask, edition, prop)]
    if not won or won == editions[-1:]:
        return None
    if len(won) == 1:
        return Query("fact", (won[0].id,), prop, claim=countries[0] if ask.reading.yes_no else None)
    return Query("compare", tuple(edition.id for edition in won), prop)


def countries_that_won(ask: Ask) -> Query | None:
    """«Which countries have won the main prize?»: the prize at each festival."""
    prop = _prize(ask)
    several = any(_is_plural(ask.reading.tokens[i]) for i in ask.kinds.get("country", ()))
    if prop is None or not several or ask.reading.yes_no or ask.named.keys() - {FESTIVAL} or not _of_any_festival(ask):
        return None
    editions = sorted((edition for edition in ask.members("edition") if edition.known(prop)), key=lambda edition: edition.newest)
    return Query("compare", tuple(edition.id for edition in editions), prop) if len(editions) > 1 else None


def _prize(ask: Ask) -> str | None:
    """The one prize that is asked for, by a word for it that is no typing error."""
    cued = {m.pattern.value for m in ask.reading.of("cue") if m.pattern.value in _PRIZES and m.weight > MENDED}
    asked = [prop for prop in _PRIZES if prop in cued and ask.strength.get(prop, 0.0) >= OF_KIND]
    others = [prop for prop in asked if prop != "best_film"]
    return others[0] if len(others) == 1 else asked[0] if asked == ["best_film"] else None


def _of_any_festival(ask: Ask) -> bool:
    """Whether no festival, year or place is told, and nothing else is asked for."""
    if ask.reading.years or ask.ordinals or ask.held or ask.months or ask.types & {"when", "count"} or ask.kinds.keys() - _FESTIVE:
        return False
    said = {i for prop in _OF_PRIZES for i in ask.cues.get(prop, ())} | ask.named_positions | ask.of_kinds | ask.generic | ask.reading.framed
    return all(i in said or ask.reading.tokens[i].means(folded_list("at_any_time", "won_before")) for i in ask.telling)


def _winning_countries(ask: Ask, edition: Evidence, prop: str) -> set[str]:
    """The countries that a fact names, or those of the films that it names."""
    refs = edition.facts[prop].refs
    named = {ref for ref in refs if ask.of[ref].kind == "country"}
    films = (ask.of[ref].facts.get("country") for ref in refs if ask.of[ref].kind == "film")
    return named or {country for fact in films if fact for country in fact.refs}


def _is_plural(token: Token) -> bool:
    return token.text.lower() in typed_list("countries")
