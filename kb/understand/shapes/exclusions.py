"""Those of a few that something is not so of: festivals outside Türkiye, prizes that a country did not win, members that never hosted."""

from __future__ import annotations

from kb.base import Base
from kb.language.kazakh import is_located
from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import EDITION_LIKE, SIGNED, Evidence
from kb.understand.lexicon import properties
from kb.understand.refusals.conditions import Conditions
from kb.understand.shapes import countries_of, editions_told
from kb.understand.shapes.films_without import ALL_AWARDS
from kb.understand.weights import ASKED, ASKED_RATHER
from kb.understand.word_lists import as_listed, listed, outside

# What words for where and when a festival was can ask for.
_HELD = {"editions", "city", "dates", "venue", "festivals", "country", "signed_at", "year", "organisers", "founded", "what", "plans", "headquarters"}
_SIGNING = {"signed_on", "signed_at", "signatories", "parties", "agreements", "result"}
_PARTIES = {"parties", "signed_at", "signatories", "agreements"}
_WINNING = ("awards", "winner")
_FEW = 2


class Exclusions:
    """Recognises such questions over one base."""

    def __init__(self, base: Base, conditions: Conditions) -> None:
        self._base = base
        self._conditions = conditions
        self._within = listed("within")
        self._outside, self._outside_after = outside()["before"], outside()["after"]
        self._joining = listed("joining")
        self._hosting = listed("hosting")
        self._signing = listed("signing", "left_unsigned")
        self._coming = listed("taking_part")
        self._turkic = listed("turkic")
        self._organisation = "org-turksoy"

    def told(self, ask: Ask) -> Query | None:
        """The editions, prizes or countries of which something is not so."""
        if ask.reading.yes_no or ask.reading.story:
            return None
        if apart := self._editions(ask):
            return apart
        if any(kind == "country" and self._is_besides(ask, named) for named, kind in ask.named_kinds.items()):
            # «Who besides Kazakhstan got prizes?»
            return self._prizes(ask, ASKED) or self._papers(ask)
        if not self._conditions.denies(ask):
            return None
        return self._prizes(ask) or self._countries(ask)

    def took_part(self, ask: Ask) -> Query | None:
        """«Which countries besides Kazakhstan took part in Aktau?»: all that the festival tells."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        others = {kind for named, kind in ask.named_kinds.items() if named not in countries}
        came = ask.reading.has_listed(self._coming)
        of_countries = "country" in ask.kinds or bool(countries)
        if not came or not of_countries or ask.kinds.keys() - {"country", *EDITION_LIKE} or ask.types & {"when", "count"}:
            return None
        if "who" in ask.types and not countries:
            return None
        if ask.reading.yes_no or not others <= {"place", "edition", "festival"} or any(not self._is_besides(ask, named) for named in countries):
            return None
        if self._conditions.denies(ask) or not (ask.tells_edition or others):
            return None
        editions = [edition for edition in editions_told(ask) if edition.known("country")]
        # «The very first Korkyt Ata».
        told = editions[-1 if "earliest" in ask.operations else 0 :][:1]
        return Query("fact", (told[0].id,), "country") if told and (len(editions) == 1 or not ask.reading.years) else None

    # Festivals

    def _editions(self, ask: Ask) -> Query | None:
        """«Which festivals were not in November?», «какие фестивали прошли вне Турции?»: all others, side by side."""
        others = [named for named in ask.named_but_eponym if named != FESTIVAL]
        kinds = ask.kinds.keys() - {"country", "place"}
        if kinds != {"edition"} and (kinds or FESTIVAL not in ask.named or not ask.kinds):
            return None
        if ask.reading.years or ask.ordinals or not self._asks_where_or_when(ask):
            return None
        months = {int(mention.pattern.value) for mention in ask.reading.of("month")}
        said = ask.named_positions | ask.of_kinds | ask.cued | ask.months | {i for at in ask.operations.values() for i in at}
        said |= ask.reading.where_typed(self._outside | self._outside_after)
        if len(others) + len(months) != 1 or not {ask.of[one].kind for one in others} <= {"country", "place"} or not said.issuperset(ask.telling):
            return None
        span = ask.named[others[0]] if others else ask.months
        if not (self._is_outside(ask, span) or (self._is_where(ask, span) and self._conditions.denies(ask))):
            return None
        held = [edition for edition in ask.members("edition") if edition.known("dates") and "city" in edition.facts]
        out = [e for e in held if (others[0] in e.facts["city"].refs if others else int(e.date(("dates",))[5:7] or 0) in months)]
        found = tuple(edition.id for edition in held if edition not in out)
        if not out or not found:
            return None
        if "count" in ask.types:
            return Query("set", found)
        return Query("compare", found, "city" if others else "dates") if len(found) > 1 else Query("fact", found, "city" if others else "dates")

    @staticmethod
    def _asks_where_or_when(ask: Ask) -> bool:
        """Whether nothing else is asked of festivals."""
        return all(prop in _HELD or "edition" not in properties()[prop].kinds for prop in ask.strength)

    def _is_outside(self, ask: Ask, span: set[int]) -> bool:
        """«Outside Türkiye», «кроме Турции», «Түркиядан тыс»."""
        tokens = ask.reading.tokens
        before = [token.text.lower() for token in tokens[max(0, min(span) - _FEW) : min(span)]]
        after = [token.text.lower() for token in tokens[max(span) + 1 : max(span) + 2]]
        return not self._outside.isdisjoint(before[-1:] or ()) or " ".join(before) in self._outside or not self._outside_after.isdisjoint(after)

    def _is_besides(self, ask: Ask, named: str) -> bool:
        return self._is_outside(ask, ask.named[named])

    def _is_where(self, ask: Ask, span: set[int]) -> bool:
        """«Not in Türkiye», «Қарашада өтпеген»."""
        tokens = ask.reading.tokens
        before = tokens[min(span) - 1].text.lower() if min(span) else ""
        return before in self._within or is_located(tokens[max(span)].text)

    # Prizes

    def _prizes(self, ask: Ask, least: float = ASKED_RATHER) -> Query | None:
        """«Which prizes did Kazakhstan not win in Aktau?»: the others of that festival."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        others = {kind for named, kind in ask.named_kinds.items() if named not in countries}
        asks = "award" in ask.kinds and any(ask.strength.get(prop, 0.0) >= least for prop in _WINNING)
        of_countries = least == ASKED and "country" in ask.kinds
        kinds = ask.kinds.keys() - {"award", *EDITION_LIKE, *(("country",) if of_countries else ())}
        if not asks or len(countries) != 1 or not others <= {"place", "festival", "edition"} or kinds:
            return None
        editions = [edition for edition in editions_told(ask) if len(edition.near.get("award", ())) >= ALL_AWARDS]
        if len(editions) != 1 or not (ask.tells_edition or EDITION_LIKE & (ask.kinds.keys() | others)):
            return None
        prizes = editions[0].near["award"]
        found = tuple(prize for prize in prizes if countries[0] not in countries_of(ask, ask.of[prize]))
        if of_countries:
            won = {country for prize in found for country in countries_of(ask, ask.of[prize])} - {countries[0]}
            return Query("set", tuple(sorted(won))) if len(won) > 1 else None
        return Query("set", found) if 1 < len(found) < len(prizes) else None

    # Papers

    def _papers(self, ask: Ask) -> Query | None:
        """«Besides Uzbekistan, who signed memorandums in Aktau?»: the papers with all others, or they, of the place or festival that is named, if one is."""
        apart = self._apart(ask)
        others = {named: kind for named, kind in ask.named_kinds.items() if named not in {*apart, KAZAKHSTAN}}
        signing = self._signing.intersection(map(as_listed, ask.reading.tokens)) or not _PARTIES.isdisjoint(ask.cues)
        asks = signing and "agreement" in ask.kinds and ask.kinds.keys() <= {"agreement", "country", *EDITION_LIKE} and not ask.types & {"when", "count"}
        if not asks or KAZAKHSTAN in apart or len(others) > 1 or not set(others.values()) <= {"place", *EDITION_LIKE} or ask.reading.years:
            return None
        if not ask.has_all("agreement") or set(ask.named) - {*apart, *others, KAZAKHSTAN}:
            return None
        types = ask.types_of.get("agreement") or SIGNED
        papers = [paper for paper in ask.members("agreement") if paper.type in types and set(paper.near.get("country", ())) - {KAZAKHSTAN}]
        papers = [paper for paper in papers if all(self._was_signed(paper, there) for there in others)]
        left = [paper for paper in papers if apart.isdisjoint(paper.near.get("country", ()))]
        found = tuple(sorted(paper.id for paper in left))
        if "country" in ask.kinds:
            # «Which countries besides Türkiye signed documents?»
            found = tuple(sorted({country for paper in left for country in paper.near["country"]} - {KAZAKHSTAN}))
        return Query("set", found) if len(found) > 1 and len(left) < len(papers) else None

    def _apart(self, ask: Ask) -> set[str]:
        """The countries that are left out, with those joined to them: «кроме Турции и Узбекистана», «Түркия мен Өзбекстаннан басқа»."""
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        apart, tokens = {named for named in countries if self._is_besides(ask, named)}, ask.reading.tokens
        for named in [other for other in countries if other not in apart]:
            span = ask.named[named]
            joined = {min(span) - 1, max(span) + 1}
            beside = {i for other in apart for i in (min(ask.named[other]) - 1, max(ask.named[other]) + 1)}
            apart |= {named} if any(0 <= i < len(tokens) and as_listed(tokens[i]) in self._joining for i in joined & beside) else set()
        return apart

    @staticmethod
    def _was_signed(paper: Evidence, there: str) -> bool:
        """Whether a paper was signed in that place, or belongs to that festival."""
        return there in paper.near.get("edition", ()) or ("signed_at" in paper.facts and there in paper.facts["signed_at"].refs)

    # Countries

    def _countries(self, ask: Ask) -> Query | None:
        """«Which member never hosted it?», «какие страны не подписали меморандум в Актау?»: of a few countries, those that did not."""
        if any(kind == "country" and named != KAZAKHSTAN for named, kind in ask.named_kinds.items()):
            return None
        members = self._organisation in ask.named or ("members" in ask.cues and not ask.tells_edition)
        if not ({"country"} & ask.kinds.keys() or members) or "film" in ask.kinds or ask.types & {"who", "when"}:
            return None
        of_few = self._few(ask, members)
        did = self._did(ask) if of_few else None
        if not of_few or did is None:
            return None
        found = tuple(country for country in of_few if country not in did)
        return Query("set", found) if found and len(found) < len(of_few) else None

    def _few(self, ask: Ask, members: bool) -> tuple[str, ...]:
        """The countries among which some are asked for: the members of TURKSOY, else those that took part in the festival there."""
        body = ask.of[self._organisation] if self._organisation in self._base.records else None
        if members and body and body.known("members"):
            return body.facts["members"].refs
        festival = ask.of[FESTIVAL] if FESTIVAL in self._base.records else None
        turkic = ask.reading.has_form(self._turkic)
        if turkic and festival and festival.known("country") and not ask.tells_edition:
            return festival.facts["country"].refs
        editions = [edition for edition in editions_told(ask) if edition.known("country")] if ask.tells_edition else []
        return editions[0].facts["country"].refs if len(editions) == 1 else ()

    def _did(self, ask: Ask) -> set[str] | None:
        """The countries that did what is denied; None if it is not told which did."""
        keys = set(ask.reading.listed)
        if "agreement" in ask.kinds and (self._signing & keys or ask.strength.keys() & _SIGNING):
            return self._signed(ask) if ask.has_all("agreement") else None
        if self._hosting & keys and ("edition" in ask.kinds or FESTIVAL in ask.named) and not ask.reading.years:
            held = [edition.facts["city"].refs for edition in ask.members("edition") if "city" in edition.facts]
            return {ref for refs in held for ref in refs}
        return None

    @staticmethod
    def _signed(ask: Ask) -> set[str]:
        """The countries with a paper of the type that is named, signed in the place that is named; and Kazakhstan, whose papers they are."""
        types = ask.types_of.get("agreement") or SIGNED
        places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
        papers: list[Evidence] = [paper for paper in ask.members("agreement") if paper.type in types]
        there = [paper for paper in papers if not places or ("signed_at" in paper.facts and places & set(paper.facts["signed_at"].refs))]
        return {KAZAKHSTAN} | {country for paper in there for country in paper.near.get("country", ())}
