"""The films that were shown, at a festival or on days of cinema: «what did Turkmenistan show in Aktau?»"""

from __future__ import annotations

from kb.understand.ask import words
from kb.understand.ask.terms import Terms
from kb.understand.evidence import EDITION_LIKE

# What may be asked of days of cinema in words for their programme.
_PROGRAMME = ("festivals", "competition", "films_count", "country", "what", "agreements")
# What a word for showing can ask for besides.
_FILMS_SHOWN = {"festivals", "festival_role", "competition", "participants", "what", "works", "films_count", "country", "venue"}
# Kazakh endings of where something goes: «фестивальге».
_TO = ("ga", "ge", "ka", "ke")


def take_film_days(terms: Terms) -> None:
    """«What did they show at the film days in Bishkek» asks what was shown there, «when were they?» for their dates; «film» is part of their name."""
    named = {i for record in terms.named if terms.of[record].type == "film-days" for i in terms.named[record]}
    if named and "film" in terms.kinds and "film-days" not in terms.types_of.get("agreement", ()):
        days = terms.kinds["film"]
    elif "film-days" in terms.types_of.get("agreement", ()):
        days = terms.kinds["agreement"]
        terms.kinds["film"] -= days
    else:
        return
    if not any(strength >= 0.5 and prop not in _PROGRAMME for prop, strength in terms.strength.items()) and terms.types <= {"when"}:
        asked = "dates" if terms.types else "festivals"
        terms.cues[asked] |= dict.fromkeys(days, 1.0)
        terms.strength[asked] = max(terms.strength[asked], 0.55)
    if not terms.kinds["film"]:
        del terms.kinds["film"]


def take_first_showing_for_premiere(terms: Terms) -> None:
    """«At which festival was it first shown?» asks for its premiere, and not for all festivals where it was."""
    first, asking = terms.where_said(words.first_shown()), terms.cues.get("premiere", {}).keys()
    if "film" in terms.named_kinds.values() and "festivals" in terms.cues and first & asking and asking - first:
        terms.turn("festivals", "premiere")


def take_films_for_shown(terms: Terms) -> None:
    """«What did Turkmenistan show in Aktau?», «Uzbek works in the programme of 2025» ask for its films at the festival there, or at «the festival»."""
    of = set(terms.named_kinds.values())
    at_festival = any(named in terms.held or kind in EDITION_LIKE for named, kind in terms.named_kinds.items()) or bool(terms.reading.years)
    at_festival |= not EDITION_LIKE.isdisjoint(terms.kinds)
    # What somebody brought home from a festival are prizes, and what he took there are films.
    of_films = _FILMS_SHOWN | ({"awards"} if _goes_to_festival(terms) else set())
    asked_else = (terms.kinds.keys() - {"film", *EDITION_LIKE}) or (terms.types - {"what"}) or (terms.cues.keys() - of_films)
    if terms.reading.yes_no or not at_festival or asked_else or "country" not in of or not of <= {"country", "place", "festival", "edition"}:
        return
    shown, works = terms.where_said(words.shown()), terms.where_said(words.works_shown())
    if shown or works or "film" in terms.kinds:
        if "film" not in terms.kinds:
            terms.kinds["film"] = shown or works
        terms.operations["list"] |= shown | works | terms.kinds["film"]
        terms.cues["festivals"] |= dict.fromkeys(shown | works, 1.0)
        for other in ("awards", "venue"):
            terms.drop(other)
        terms.lists_shown = True


def _goes_to_festival(terms: Terms) -> bool:
    """«Фестивальге», «Ақтауға»."""
    there = {i for kind in EDITION_LIKE for i in terms.kinds.get(kind, ())} | {i for named in terms.held for i in terms.named[named]}
    return any(terms.reading.tokens[i].key.endswith(_TO) for i in there)
