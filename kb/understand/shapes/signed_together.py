"""Several papers that were signed together: «When were the five memorandums signed?», and with which countries, after how many they were."""

from __future__ import annotations

import re

from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import EDITION_LIKE, Evidence, Value
from kb.understand.highlights import highlight
from kb.understand.lexicon import words
from kb.understand.reading import numerals
from kb.understand.word_lists import listed

# What the words of such a question can ask for.
_OF_SIGNING = ("signed_on", "agreements", "result", "dates", "parties", "country")
# What the words for who signed and where can ask for.
_OF_SIGNATORIES = ("parties", "signatories", "signed_at", "film_body", "organisers", "agreements")
# The Kazakh plural, in any case.
_PLURAL = re.compile(r"[лдт][ае]р(?=$|[дтғгқнмы])")


class SignedTogether:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._signing, self._turkic = listed("signing", "left_unsigned"), listed("turkic")
        self._plurals = frozenset((*words()["plurals"]["agreement"], *words()["several_papers"]))
        self._with_whom = listed("with_whom")
        self._sides, self._ours = listed("sides"), listed("ours")

    def when(self, ask: Ask) -> Query | None:
        """«Когда подписали пять меморандумов?»: the day of all that a festival counts, where no single paper is meant."""
        told = self._told(ask) if self._asks_when(ask) else []
        return day_of(ask, told[0][2].refs) if len(told) == 1 else None

    def bodies(self, ask: Ask) -> Query | None:
        """«Which film bodies signed the memorandums in Aktau?»: the parties of each; of our side what counts them all."""
        ours = KAZAKHSTAN in ask.named or bool(ask.where_said(self._ours))
        asked = "organisation" in ask.kinds or (ours and ask.types == {"who"})
        if not asked or ask.types - {"who", "what"} or ask.reading.yes_no or "agreement" not in ask.kinds:
            return None
        of_countries = self._counted(ask, "country")
        if not (self._are_several(ask) or any(number > 1 for number in of_countries)):
            return None
        if ask.kinds.keys() - {"agreement", "organisation", "country", "film", *EDITION_LIKE} or ask.ordinals or ask.months:
            return None
        others = {named for named, kind in ask.named_kinds.items() if kind not in ("place", *EDITION_LIKE)} - {KAZAKHSTAN}
        said = ask.named_positions | ask.of_kinds | ask.generic | ask.reading.years.keys() | ask.where_said(self._sides | self._ours)
        said |= self._said_of_signing(ask) | {i for prop in _OF_SIGNATORIES for i in ask.cues.get(prop, ())}
        said |= {i - 1 for i in ask.kinds["agreement"]} if any(number > 1 for number in self._counted(ask)) else set()
        told = self._told(ask) if not others and said.issuperset(ask.telling) else []
        if len(told) != 1:
            return None
        edition, prop, fact = told[0]
        papers = tuple(paper for paper in fact.refs if ask.of[paper].known("parties"))
        return Query("fact", (edition,), prop) if ours else Query("compare", papers, "parties") if len(papers) == len(fact.refs) else None

    def never_so_many(self, ask: Ask) -> bool:
        """«When were the six memorandums signed?», where no festival counts as many."""
        return self._asks_when(ask) and any(number > 1 for number in self._counted(ask)) and not self._told(ask)

    def after(self, ask: Ask, context: Query | None) -> Query | None:
        """«Когда?», «где?», «С какими странами?», «who signed them?» after how many papers were signed, when or where."""
        if context is None or context.operation not in ("fact", "highlight", "set") or ask.named or ask.reading.years or ask.reading.yes_no or ask.ordinals:
            return None
        if context.operation == "set" and "agreement" not in ask.kinds:
            # «Where?» is asked of what these countries were listed for.
            return None
        said = self._said_of_signing(ask) | ask.of_kinds
        if ask.kinds.keys() - {"agreement", "country"} or not said.issuperset(ask.telling) or (found := _of_the_chat(ask, context)) is None:
            return None
        edition, prop, fact = found
        if ask.types == {"when"} and "country" not in ask.kinds:
            return day_of(ask, fact.refs)
        if ask.types == {"where"} and "country" not in ask.kinds:
            return told_there(ask, fact.refs)
        with_whom = "country" in ask.kinds or ask.reading.has_listed(self._with_whom)
        if ask.types == {"who"} and not with_whom and "agreement" in ask.kinds:
            return Query("fact", (edition,), prop)
        countries = _countries_of(ask, fact.refs)
        return Query("set", countries) if with_whom and len(countries) > 1 and not ask.types & {"when", "count"} else None

    def _asks_when(self, ask: Ask) -> bool:
        """Whether the day of several papers is asked for, and nothing else."""
        if ask.types != {"when"} or ask.reading.yes_no or "agreement" not in ask.kinds or ask.kinds.keys() - {"agreement", "country", *EDITION_LIKE}:
            return False
        turkic = self._said_turkic(ask)
        if not {kind for named, kind in ask.named_kinds.items() if named != KAZAKHSTAN} <= {"place", *EDITION_LIKE}:
            return False
        if ("country" in ask.kinds and not turkic) or ask.ordinals or ask.months or not self._are_several(ask):
            return False
        counted = any(number > 1 for number in self._counted(ask))
        before = {i - 1 for i in ask.kinds["agreement"]} if counted else set()
        said = before | ask.named_positions | ask.of_kinds | ask.generic | turkic | self._said_of_signing(ask) | ask.reading.years.keys()
        whole = said.issuperset(i for i in ask.telling if not ask.reading.tokens[i].light)
        return whole and bool(counted or turkic or ask.named or "memorandum" in ask.types_of.get("agreement", ()))

    def _told(self, ask: Ask) -> list[tuple[str, str, Value]]:
        """The facts that count papers of the festivals that can be meant: as many as are told, if they are."""
        counted = {number for number in self._counted(ask) if number > 1}
        return [one for edition in self._editions(ask) for one in counting(ask, edition) if not counted or one[2].number in counted]

    def _said_turkic(self, ask: Ask) -> set[int]:
        """Where «Turkic» stands, and what is so: «the Turkic states»."""
        at = ask.reading.where_form(self._turkic)
        return at | {i + 1 for i in at}

    def _editions(self, ask: Ask) -> list[Evidence]:
        """The festivals that the place or year which is told can be of; all, where none is."""
        places = [named for named, kind in ask.named_kinds.items() if named not in (FESTIVAL, KAZAKHSTAN)]
        years = set(ask.reading.years.values())
        editions = [edition for edition in ask.members("edition") if not years or not years.isdisjoint(edition.years)]
        return [edition for edition in editions if all(place == edition.id or ask.linked(edition.id, place) for place in places)]

    def _are_several(self, ask: Ask) -> bool:
        """Whether a word for papers stands in the plural, or after a number."""
        typed = [ask.reading.tokens[i].text.lower() for i in ask.kinds["agreement"]]
        # «Меморандумы» is a Kazakh singular too.
        plural = any(_PLURAL.search(word) if ask.reading.language == "kk" else word in self._plurals for word in typed)
        return plural or any(number > 1 for number in self._counted(ask))

    @staticmethod
    def _counted(ask: Ask, kind: str = "agreement") -> set[int]:
        """The numbers before words for papers, or of another kind: «all five memorandums»."""
        before = {ask.reading.tokens[i - 1].key for i in ask.kinds.get(kind, ()) if i and i - 1 not in ask.reading.years}
        return {numerals().get(key, int(key) if key.isdecimal() else 0) for key in before}

    def _said_of_signing(self, ask: Ask) -> set[int]:
        signing = ask.reading.where_listed(self._signing)
        return signing | {i for prop in _OF_SIGNING for i in ask.cues.get(prop, ())} | {i for at in ask.operations.values() for i in at}


def counting(ask: Ask, edition: Evidence) -> list[tuple[str, str, Value]]:
    """The facts that count several papers, all of which they name, each with its record and property."""
    of_papers = (
        (prop, fact)
        for prop, fact in edition.facts.items()
        if fact.refs and all(ref in ask.base.records and ask.of[ref].kind == "agreement" for ref in fact.refs)
    )
    return [(edition.id, prop, fact) for prop, fact in of_papers if len(fact.refs) == fact.number and len(fact.refs) > 1]


def _of_the_chat(ask: Ask, context: Query) -> tuple[str, str, Value] | None:
    """The fact that counts the papers which the chat spoke of: what it told, or the day, the place or the countries of all of them."""
    if context.operation == "set":
        of_countries = len(context.records) > 1 and all(ask.of[record].kind == "country" for record in context.records)
        counted = (one for edition in ask.members("edition") for one in counting(ask, edition)) if of_countries else iter(())
        return next((one for one in counted if _countries_of(ask, one[2].refs) == context.records), None)
    told = ask.of[context.records[0]]
    if found := next((one for one in counting(ask, told) if one[1] == context.property), None):
        return found
    editions = [ask.of[edition] for edition in told.near.get("edition", ())]
    counted = (one for edition in editions for one in counting(ask, edition))
    return next((one for one in counted if context in (day_of(ask, one[2].refs), told_there(ask, one[2].refs))), None)


def _countries_of(ask: Ask, papers: tuple[str, ...]) -> tuple[str, ...]:
    """The countries that the papers are with."""
    return tuple(sorted({country for paper in papers for country in ask.of[paper].near.get("country", ())} - {KAZAKHSTAN}))


def told_there(ask: Ask, papers: tuple[str, ...]) -> Query | None:
    """What the place where all of them were signed tells of them."""
    places = set.intersection(*(set(ask.of[paper].near.get("place", ())) for paper in papers))
    told = (place for place in sorted(places) if ask.of[place].known("agreements") and set(papers) <= set(ask.of[place].facts["agreements"].refs))
    return Query("fact", (place,), "agreements") if (place := next(told, None)) else None


def day_of(ask: Ask, papers: tuple[str, ...]) -> Query | None:
    """What tells the day of all of them at once, else the day of each."""
    if not all(ask.of[paper].known("signed_on") for paper in papers):
        return None
    common = set.intersection(*(set(ask.of[paper].near.get("event", ())) for paper in papers))
    for event in sorted(common):
        told = highlight(ask.base.records[event], lambda cue: not listed("signing", "left_unsigned").isdisjoint(cue))
        if told and ask.of[event].tells_sorts(told.property or "", ("when",)):
            return told
    return Query("compare", papers, "signed_on")
