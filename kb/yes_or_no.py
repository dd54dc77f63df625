"""Whether facts say yes or no to what a question claims: «Was it made in Almaty?», «over 50 films?», «on 4 October?»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz.distance import Prefix

from kb.base import Base
from kb.language.fold import fold_phrase
from kb.language.typing_errors import distance
from kb.query import CLAIMED_WORD, Query
from kb.records import LANGUAGES, Fact, Record
from kb.understand.evidence import MADE_BY
from kb.understand.lexicon import film_types

# What is in several places, or in one alone, named in its text.
_IN_PLACES = ("festivals",)
_IN_ONE_PLACE = ("headquarters", "birthplace", "signed_at", "shooting", "premiere")
# What tells of what country something is, by its links or in words.
_WHOSE = ("what", "post", "birthplace", "headquarters")
_BODIES = ("organisation", "place")
# So many of the last letters of a name can be endings; so many of its first ones are its own.
_ENDING, _OWN_LETTERS = 2, 4
# A number that is claimed: «over 50», «52 films».
_BOUND = re.compile(r"([<>=])(\d+)")
# Sources differ by so many days at most.
_NEARLY = 2
# There are not so many countries.
_COUNTRIES = 300
# A month or a day, with its year or without: «--10», «2025-10-04»; see ISO 8601.
_DAY = re.compile(r"(\d{4}|-)-(\d\d(?:-\d\d)?)")


def yes_or_no(query: Query, facts: Sequence[Fact], base: Base) -> bool | None:
    """Whether the claim of a query is what the facts tell; None if they do not tell: they name no record of the claimed kind."""
    claim = query.claim or ""
    if claim and (first := (query.property or "").partition("+"))[1] and "members" in first:
        # Who is told among the observers is one of them, and no member; no country is.
        return first[0] != "members" if claim.startswith(CLAIMED_WORD) else False
    if (bound := _BOUND.fullmatch(claim)) and query.property == "dates":
        return _lasted(facts, bound[1], int(bound[2]))
    if bound:
        return _is_so_many(facts, bound[1], int(bound[2]))
    day = _DAY.fullmatch(claim)
    if (day or claim.isdigit()) and any(fact.disputed for fact in facts):
        # «Most likely on 2 October».
        return None
    if day:
        return next((_is_on(day[1], day[2], fact) for fact in facts if fact.date), None)
    if claim.isdigit():
        return next((fact.date[:4] <= claim <= (fact.until or fact.date)[:4] for fact in facts if fact.date), None)
    if claim.startswith(CLAIMED_WORD):
        return _names_place(claim.removeprefix(CLAIMED_WORD), facts) if query.property in (*_IN_ONE_PLACE, "members") else None
    if claim in film_types():
        told = base.records[query.records[0]].type
        # A short film can be a documentary or a feature.
        return True if told in film_types()[claim] else None if "short" in (told, claim) else False
    claimed = base.records.get(claim)
    of_body = query.property == "country" and base.records[query.records[0]].kind in _BODIES
    if claimed and claimed.kind == "country" and (query.property in _WHOSE or of_body):
        return _is_of(claimed, base.records[query.records[0]], facts, base)
    if claimed and claimed.type == "jury" and query.property == "festival_role":
        # What somebody who was on no jury was instead.
        return query.records[0] in claimed.facts["jury"].refs
    if claimed and query.property == "awards" and "edition" in (claimed.kind, base.records[query.records[0]].kind):
        return _won_there(claimed, base.records[query.records[0]], facts, base)
    if claimed:
        refs = [base.records[ref] for fact in facts for ref in fact.refs if ref in base.records]
        return True if claimed in refs else _is_named(claimed, query.property, facts, refs, base)
    return None


def _names_place(claimed: str, facts: Sequence[Fact]) -> bool | None:
    """Whether a text has a place that no record is: «Ankara», whatever its ending; None if a typing error makes it one of its words."""
    told = {key for fact in facts if fact.text for language in LANGUAGES for key in fold_phrase(fact.text.get(language))}
    own = min(_OWN_LETTERS, len(claimed))
    if any(Prefix.similarity(key, claimed) >= max(own, min(len(key), len(claimed)) - _ENDING) for key in told):
        # «Sources differ, and one of them gives Mersin.»
        return None if any(fact.disputed for fact in facts) else True
    return None if any(distance(claimed, key) is not None for key in told) else False


def _is_so_many(facts: Sequence[Fact], sign: str, claimed: int) -> bool | None:
    """Whether the number or sum that the facts tell is less than, more than or just what is claimed."""
    if told := next((fact.money.amount for fact in facts if fact.money), None):
        return _is_sum(told, sign, claimed)
    number = next((fact.number for fact in facts if fact.number is not None), None)
    if number is None:
        return None
    if (
        sign == "="
        and number != claimed
        and any(fact.disputed for fact in facts)
        and any(re.search(rf"(?<!\d){claimed}(?!\d)", fact.text.en) for fact in facts if fact.text)
    ):
        # Another source says so.
        return None
    return number == claimed if sign == "=" else number > claimed if sign == ">" else number < claimed


def _lasted(facts: Sequence[Fact], sign: str, claimed: int) -> bool | None:
    """Whether something lasted so many days; None where sources differ and another one can say so."""
    fact = next((fact for fact in facts if fact.date and fact.until and len(fact.date) == len(fact.until) == len("2025-10-01")), None)
    if fact is None or fact.date is None or fact.until is None:
        return None
    days = (date.fromisoformat(fact.until) - date.fromisoformat(fact.date)).days + 1
    if fact.disputed and days != claimed and abs(days - claimed) <= _NEARLY:
        return None
    return days == claimed if sign == "=" else days > claimed if sign == ">" else days < claimed


def _is_sum(told: int, sign: str, claimed: int) -> bool | None:
    """Whether a sum of money is what is claimed; what is told is mostly a round number that it exceeds."""
    if sign == "=":
        # Who earned 1.1 billion earned a billion too.
        return True if told == claimed else None if told > claimed else False
    if told == claimed:
        return None
    return told > claimed if sign == ">" else False if told > claimed else None


def _is_on(year: str, day: str, fact: Fact) -> bool | None:
    """Whether a date is of this year, or of any, and on this day or in this month; None if it is not told so exactly."""
    first, last = fact.date or "", fact.until or fact.date or ""
    claimed = f"{first[:4] if year == '-' else year}-{day}"
    return first[: len(claimed)] <= claimed <= last[: len(claimed)] if len(claimed) <= min(len(first), len(last)) else None


def _won_there(claimed: Record, told: Record, facts: Sequence[Fact], base: Base) -> bool | None:
    """Whether one of the prizes of somebody or a film is of the festival that is claimed, or one of those of a festival went to who is claimed."""
    prizes = [base.records[ref] for fact in facts for ref in fact.refs if ref in base.records and base.records[ref].kind == "award"]
    if claimed.kind != "edition":
        return any(claimed.id in prize.links.get(claimed.kind, ()) for prize in prizes) if prizes else None
    if any(claimed.id in prize.links.get("edition", ()) for prize in prizes):
        return True
    # What has no record of its own can be told in words.
    called = [base.records[ref] for kind in ("festival", "place") for ref in claimed.links.get(kind, ()) if ref in base.records]
    names = [name for record in called for name in record.names.en]
    return None if any(name in fact.text.en for fact in facts if fact.text for name in names) else False


def _is_of(claimed: Record, told: Record, facts: Sequence[Fact], base: Base) -> bool | None:
    """Whether a place or body is in this country, the only one that it is linked with, or somebody is of it."""
    countries = told.links.get("country", [])
    return countries == [claimed.id] if told.kind in _BODIES and len(countries) == 1 else _is_told_of(claimed, facts, base)


def _is_told_of(claimed: Record, facts: Sequence[Fact], base: Base) -> bool | None:
    """Whether the texts name this country, or another one alone: «Artykpai Suyundukov, for “Shambala” (Kyrgyzstan)», «a French cinematographer»."""
    told = " ".join(fact.text.en for fact in facts if fact.text)
    called = {country: base.records[country] for country in base.members("country", (), _COUNTRIES)}
    words = {country: (*record.names.en, *(record.forms.adjective.get("en", ()) if record.forms else ())) for country, record in called.items()}
    named = {country for country, listed in words.items() if any(re.search(rf"\b{re.escape(word)}\b", told) for word in listed)}
    return claimed.id in named if named else None


def _is_named(claimed: Record, prop: str | None, facts: Sequence[Fact], refs: list[Record], base: Base) -> bool | None:
    """Whether the facts, which do not refer to the claimed record, name it as a place; no if they refer to another one of its kind."""
    if claimed.kind == "place" and prop in (*_IN_ONE_PLACE, *_IN_PLACES):
        told = " ".join(fact.text.en for fact in facts if fact.text).casefold()
        names = [name.casefold() for name in claimed.names.en]
        if any(name in told for name in names):
            # «It is not confirmed that it was shown in Busan», «signed in Aktau; one summary names Cannes».
            elsewhere = any(ref.kind == "place" for ref in refs)
            return None if (prop in _IN_PLACES or elsewhere) and any(fact.disputed for fact in facts) else True
        # A region is told by the city in it; that it was in other places does not deny one that is not named.
        around = " ".join(ref.summary.en for ref in refs).casefold()
        return None if prop in _IN_PLACES or any(name in around for name in names) else False
    if claimed.kind == "country" and (prop or "").startswith("best_"):
        # Whoever won it is of that country, or of others alone.
        of = [set(ref.links.get("country", ())) for ref in refs if ref.kind in ("film", "person")]
        return any(claimed.id in countries for countries in of) if of and all(of) else _is_told_of(claimed, facts, base)
    if claimed.kind == "country" and prop == "city" and refs:
        # A city is in a country.
        countries = [{ref.id} if ref.kind == "country" else set(ref.links.get("country", ())) for ref in refs]
        return any(claimed.id in of for of in countries) if all(countries) else None
    if claimed.kind == "country" and prop == "agreements":
        # The papers that were signed in a place are told with their countries.
        return _is_told_of(claimed, facts, base)
    if claimed.kind == "person" and prop in MADE_BY and any(name in fact.text.en for fact in facts if fact.text for name in claimed.names.en):
        return True
    if prop == "what" and claimed.type == "city":
        # Another city is told to be the capital.
        told = " ".join(fact.text.en for fact in facts if fact.text)
        return None if any(name in told for name in claimed.names.en) else False
    if prop == "post" and claimed.kind == "person":
        # The post that is claimed is somebody else's.
        return False
    return False if any(ref.kind == claimed.kind for ref in refs) else None
