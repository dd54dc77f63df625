"""Whether a fact of its kind belongs to a record of which it is not asked: «What has the Organization of Turkic States to do with …» does not ask
what another organisation is.
"""

from __future__ import annotations

from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.evidence import EDITION_LIKE
from kb.understand.interpretation.two_answers import single_prizes
from kb.understand.weights import OF_KIND

# What others do for a film than its director.
_CRAFTS = ("writer", "composer", "producer", "cinematographer")


def is_told_of_another(ask: Ask, best: Candidate) -> bool:
    """Whether an answer is of another record than the question; what is named, or spoken of before, is asked about but for who made a film."""
    if _is_of_who_made_it(ask, best) or _is_of_another_maker(ask, best):
        return True
    return best.record not in ask.named and not best.follows and any(is_of_another(ask, best) for is_of_another in _OF_ANOTHER)


def _named(ask: Ask, kind: str) -> list[str]:
    return [named for named, its_kind in ask.named_kinds.items() if its_kind == kind]


def _is_of_who_made_it(ask: Ask, best: Candidate) -> bool:
    """«Tell me about Cadet, the Yerzhanov film»: of the film."""
    films = _named(ask, "film")
    return best.property == "works" and "about" in ask.operations and len(films) == 1 and ask.linked(films[0], best.record)


def _is_of_another_maker(ask: Ask, best: Candidate) -> bool:
    """«And who helped him write Black. Red. Yellow?»: of the film, and not of one who made something else."""
    written = best.property == "works" and len(_named(ask, "film")) == 1 and any(ask.strength.get(craft, 0.0) >= OF_KIND for craft in _CRAFTS)
    return written and ask.of[best.record].kind == "person" and not ask.reading.yes_no and best.record not in ask.named


def _is_of_film_about_somebody(ask: Ask, best: Candidate) -> bool:
    """«Сколько наград было у борца Мунайтпасова?» asks for no prizes of the film about him."""
    people = _named(ask, "person")
    alone = len(people) == 1 and set(ask.named_kinds.values()) == {"person"}
    return best.property == "awards" and alone and "film" not in ask.kinds and ask.of[people[0]].known("awards")


def _is_another_body_or_person(ask: Ask, best: Candidate) -> bool:
    """«What is Победителей видно на старте about?» asks for none of those who made the film and name it."""
    if best.property != "what" or ask.of[best.record].kind not in ("organisation", "person"):
        return False
    of_film = bool(_named(ask, "film")) and "about" in ask.operations and ask.kinds.keys().isdisjoint(("organisation", "person"))
    return of_film or not {"organisation", "agreement"}.isdisjoint(ask.named_kinds.values())


def _is_of_another_prize(ask: Ask, best: Candidate) -> bool:
    """Who won a prize that is named its own record tells best."""
    kinds = set(ask.named_kinds.values())
    prizes = best.property == "awards" and ask.of[best.record].kind in ("film", "person", "edition")
    return prizes and "award" in kinds and kinds.isdisjoint(("film", "person"))


def _is_of_a_country(ask: Ask, best: Candidate) -> bool:
    """What was agreed at a meeting that is named is told by it, and not by all that its countries signed."""
    return best.property == "agreements" and ask.of[best.record].kind == "country" and "agreement" in ask.named_kinds.values()


def _is_of_a_backer(ask: Ask, best: Candidate) -> bool:
    """Who backed a film that is named is told by it, and not by one of those who did."""
    films = _named(ask, "film")
    asked = ask.strength.get("support", 0.0) >= OF_KIND and len(films) == 1 and ask.of[films[0]].known("support")
    return asked and ask.of[best.record].kind == "organisation" and "organisation" not in ask.named_kinds.values()


def _is_of_a_festival_elsewhere(ask: Ask, best: Candidate) -> bool:
    """The prize of Cannes is none of a festival that was held elsewhere."""
    places = _named(ask, "place")
    at = ask.of[best.record].kind == "edition" and best.property in single_prizes() and "edition" not in ask.kinds and FESTIVAL not in ask.named
    return at and bool(places) and not any(ask.linked(best.record, place) for place in places)


def _is_said_of_another_body(ask: Ask, best: Candidate) -> bool:
    """Who is the deputy of one organisation is not told by another one."""
    if best.operation != "highlight" or ask.of[best.record].kind != "organisation":
        return False
    named = [i for body in _named(ask, "organisation") for i in ask.named[body]]
    where = ask.of[best.record].where
    return bool(named) and not any(best.property in where.get(stem, ()) for i in named for stem in ask.stems.get(i, ()))


def _is_of_a_festival_there(ask: Ask, best: Candidate) -> bool:
    """Who is in charge of cinema in a country is told by no festival that was organised there."""
    organised = best.property == "organisers" and set(ask.named_kinds.values()) == {"country"} and not ask.kinds.keys() & EDITION_LIKE
    return organised and ask.strength.get("film_body", 0.0) >= ask.strength.get("organisers", 0.0)


_OF_ANOTHER = (
    _is_of_film_about_somebody,
    _is_another_body_or_person,
    _is_of_another_prize,
    _is_of_a_country,
    _is_of_a_backer,
    _is_of_a_festival_elsewhere,
    _is_said_of_another_body,
    _is_of_a_festival_there,
)
