"""What a yes/no question takes for the value of the fact that answers it: a record, a year, a number, a type of films."""

from __future__ import annotations

from kb.base import Base
from kb.query import CLAIMED_WORD
from kb.understand.ask import Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.claims.verdicts import Verdicts
from kb.understand.claims.wording import is_place
from kb.understand.evidence import Evidence
from kb.understand.lexicon import properties
from kb.understand.reading import counted_words
from kb.understand.word_lists import listed

_OF_A_YEAR = ("edition", "event", "award")
# What is in one place.
_PLACED = ("headquarters", "birthplace", "signed_at", "shooting", "premiere")
# Since when something lasts is told by its beginning alone.
_LASTING = ("post_since", "period")


class Values:
    """Finds the value that is claimed, over one base."""

    def __init__(self, base: Base, scorer: Scorer, verdicts: Verdicts) -> None:
        self._base = base
        self._scorer = scorer
        self._verdicts = verdicts
        self._or = listed("or")

    def value(self, ask: Ask, best: Candidate) -> str | None:
        """The record, year or bound that a yes/no question takes for the value of the fact that answers it."""
        record = ask.of[best.record]
        if self._verdicts.limits(ask) or best.operation != "fact" or best.property not in record.facts:
            return None
        fact = record.facts[best.property]
        if ask.reading.bound and fact.number is not None:
            at, sign, number = ask.reading.bound
            return f"{sign}{number}" if sign != "=" or counts(ask, best.property, at + 1) else None
        # «Кажымукан» is the wrestler as well as the film of which it is asked.
        own = ask.named.get(record.id, set())
        claimed = {value for i, value in self._scorer.claimed(ask, record, best.property, fact).items() if i not in own or value not in ask.named}
        if fact.amount is not None:
            # «Неше миллиард?» claims none.
            return _amount(ask) if "count" not in ask.types else None
        if ask.reading.has_listed(self._or):
            # «In Rome or in Paris?» claims neither.
            return None
        if best.property == "genre" and len(types := ask.types_of.get("film", set())) == 1 and record.kind == "film":
            return next(iter(types))
        if not claimed and ask.reading.yes_no:
            return _strange_place(ask) if best.property in _PLACED and not ask.reading.years else _year(ask, record, best.property)
        if len(claimed) != 1 or _claims_more(ask, record, best.property, claimed):
            return None
        return self._named_by_what_is_asked(ask, record, best.property) or claimed.pop()

    def _named_by_what_is_asked(self, ask: Ask, record: Evidence, prop: str) -> str | None:
        """«Әндіжан 2026 жылғы астана ма?» names the city by what is asked about, whatever else «астана» is."""
        spoken = ask.named.get(record.id, set())
        refs = [ref for ref in record.facts[prop].refs if ref in self._base.records]
        within = [ref for ref in refs if any(stem in ask.of[ref].short for i in spoken for stem in ask.stems.get(i, ()))]
        return within[0] if within and ask.of[record.id].kind == "event" else None


def _year(ask: Ask, record: Evidence, prop: str) -> str | None:
    """«Did Abel premiere in 2024?»: the only year of the question, if it is that of the fact; that of a festival says which one is meant."""
    years = set(map(str, ask.reading.years.values()))
    so = len(years) == 1 and record.facts[prop].date[:4] in years and record.kind not in _OF_A_YEAR
    return years.pop() if so and properties()[prop].answers == "when" and not ask.months else None


def _strange_place(ask: Ask) -> str | None:
    """«Is TURKSOY based in Ankara?»: the only place of the question, which is no record."""
    places = [i for i in ask.content if i not in ask.named_positions | ask.cued | ask.months and is_place(ask, i)]
    return f"{CLAIMED_WORD}{ask.reading.tokens[places[0]].key}" if len(places) == 1 else None


def _amount(ask: Ask) -> str | None:
    """The sum that is claimed; «the first one to earn a billion?» claims more."""
    if ask.reading.amount is None or ask.reading.of("ordinal"):
        return None
    _, sign, amount = ask.reading.amount
    return f"{sign}{amount}"


def _claims_more(ask: Ask, record: Evidence, prop: str, claimed: set[str]) -> bool:
    """Whether the fact alone does not judge all that is claimed."""
    # What is of one year has it in its id, and may have been decided in another.
    own = {year for year in map(str, record.years) if record.kind not in _OF_A_YEAR or year in record.id}
    unjudged = set(map(str, ask.reading.years.values())) - claimed - own
    if unjudged or (prop in _LASTING and any(one.isdigit() for one in claimed)):
        # «Was it directed by Anartay in 2020?», «was she minister in 2024?»
        return True
    # «Did Zhangazinova play Elena?» claims a role too.
    return prop == "cast" and any(i in ask.reading.capitals for i in set(ask.content) - ask.named_positions)


def counts(ask: Ask, prop: str, at: int) -> bool:
    """Whether the word after a number is of what a property counts, and nothing narrows it: «6 films from Kazakhstan» are not all films."""
    if prop == "rate" and ask.reading.is_percent(at - 1):
        return True
    token = ask.reading.tokens[at] if at < len(ask.reading.tokens) else None
    # «Показали» may be said of a competition, and does not narrow.
    competing = ask.cues.get("competition", {}).keys() - ask.cues.get("festivals", {}).keys()
    narrowed = "country" in ask.named_kinds.values() or competing or ask.film_types
    return token is not None and not narrowed and not counted_words().get(prop, frozenset()).isdisjoint((token.key, *token.bases))
