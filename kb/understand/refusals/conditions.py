"""What a question sets as a condition besides names: «not», «before 2020», «the second», «on 3 October».

A condition that a record does not meet makes it no answer, however well the rest fits.
"""

from __future__ import annotations

import re

from kb.base import Base
from kb.language.fold import fold
from kb.query import Query
from kb.records import LANGUAGES
from kb.understand.ask import KAZAKHSTAN, Ask, Candidate, next_to
from kb.understand.evidence import EDITION_LIKE, NAMES, SIGNED, Evidence
from kb.understand.lexicon import words
from kb.understand.reading import Token
from kb.understand.shapes import editions_told
from kb.understand.shapes.hops import TELLS_FILM, is_close
from kb.understand.weights import NOT_IN_FACT
from kb.understand.word_lists import as_listed, in_list

# A Kazakh verb that says what was not so: «алмады», «қатыспаған».
_NEGATIVE = re.compile(r"..(ма|ме|ба|бе|па|пе)(ды|ді)$")
# One before what was not so: «қатыспаған елдер».
_NEGATIVE_OF = re.compile(r"..(ма|ме|ба|бе|па|пе)(ған|ген)$")
# «1–5 November», «3 October 2025», «October 3»; in Kazakh «3 қазан».
_DAYS = re.compile(r"(\d{1,2})(?:\s*[–-]\s*(\d{1,2}))?\s+(\w+)")
# A year.
_YEARS = re.compile(r"(?:19|20)\d\d")
_SIGNED = ("signed_on", "signed_at", "signatories", "agreements", "result")
# How strongly a signature has to be asked for.
_SURELY = 0.5
_TOLD_BY_THEMSELVES = frozenset(("film", "person", "agreement"))
# Of a festival with so many prizes here, all are.
ALL_AWARDS = 8
# What asks who won.
_PRIZES = {"best_film", "winner", "awards"}
# So many letters begin a name in all its cases.
_BEGINNING = 4
_LAST_YEAR = 9999
# So many letters of the key of a month are the same in all its forms.
_MONTH = 3


class Conditions:
    """Tells what a question sets as conditions, over one base, and the records that meet them."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._not = {language: frozenset(map(in_list, phrases)) for language, phrases in words()["without"].items()}
        self._there_is_no = frozenset(words()["there_is_no"])
        self._lacking = frozenset(map(in_list, ("without", "без")))
        self._parts = {fold(word) for word in words()["parts"]}
        self._courtesies = {fold(word) for word in words()["courtesies"]}
        self._auxiliaries = {fold(word) for word in words()["yes_no"]["first"]}
        self._tens = {fold(word) for listed in words()["tens"].values() for word in listed}
        self._between = frozenset(map(in_list, words()["between"]))
        # «And those out of competition too»: of all, and not of those alone.
        self._also = {fold(word) for word in (*words()["going_on"], *words()["competitions"]["together"])}
        self._all_not = {fold(word) for listed in words()["without"].values() for word in listed}
        self._since = {fold(word) for word in words()["since"]}
        self._outside, self._competition = (frozenset(map(fold, words()["competitions"][name])) for name in ("out", "in"))
        self._months = {
            fold(name)[:_MONTH]: int(number) for number, by_language in words()["months"].items() for names in by_language.values() for name in names
        }

    # Not so

    def denies(self, ask: Ask) -> bool:
        """Whether those are asked for of which something is not so: «which countries did not sign?»."""
        reading = ask.reading
        if reading.yes_no or reading.story or not (ask.types or ask.kinds or ask.operations or ask.cues):
            return False
        if not _TOLD_BY_THEMSELVES.isdisjoint(ask.named_kinds.values()):
            # «How many years was he not at home in Joqtau» asks of one record.
            return False
        said = self._not.get(reading.language or "", frozenset())
        asking = {reading.clauses.get(i) for mention in reading.of("question") for i in mention.span}
        for i, token in enumerate(reading.tokens):
            # «Not in Baku but in Aktau» is no condition, «were not held» is one.
            contrast = not reading.denied.isdisjoint((i, i + 1)) and not (i and reading.tokens[i - 1].key in self._auxiliaries)
            if i in reading.aside or i in ask.named_positions or contrast:
                continue
            if asking and reading.clauses.get(i) not in asking:
                # «Не вспомню, кто победил»: what is not so is told aside.
                continue
            word = token.text.lower()
            last = i + 1 == len(reading.tokens)
            of_those = _NEGATIVE_OF.search(word) and (i + 1 in ask.of_kinds or last)
            if reading.language == "kk" and (_NEGATIVE.search(word) or of_those) and i not in ask.slight:
                return True
            if as_listed(token) in self._lacking and i + 1 not in ask.of_kinds:
                continue
            if word in self._there_is_no and (i - 1 if reading.language == "kk" else i + 1) in ask.of_kinds:
                return True
            # «Никогда не слышала»: of two words the second denies.
            following = next((other for other in reading.tokens[i + 1 :] if as_listed(other) not in said), token)
            if as_listed(token) in said and self._courtesies.isdisjoint((following.key, *following.bases)):
                return True
        return False

    def without(self, ask: Ask, filters: list[str]) -> Query | None:
        """«Which Turkish film won nothing in Aktau?», «which films were out of competition?»: the other films of that festival.

        `filters` are what films have to be linked with.
        """
        said = [{token.key, *token.bases} for token in ask.reading.tokens]
        out = any(
            one & self._outside and any(near & self._competition for near in (*said[max(0, i - 1) : i], *said[i + 1 : i + 3])) for i, one in enumerate(said)
        )
        out = out and not any(one & self._also for one in said)
        if "film" not in ask.kinds or ask.reading.yes_no or not (out or self.denies(ask)):
            return None
        known = ask.named_positions | ask.of_kinds | ask.cued | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        known |= {i for i, one in enumerate(said) if one & (self._competition | self._outside | self._all_not)}
        kk = ask.reading.language == "kk"
        untold = any(i not in known and not (kk and _NEGATIVE.search(ask.reading.tokens[i].text.lower())) for i in ask.telling)
        prizes = (m for m in ask.reading.of("cue") if m.pattern.value in TELLS_FILM and not m.span.isdisjoint(ask.kinds.get("award", ())))
        if untold or "oscars" in ask.cues or any(len(m.span) > 1 and is_close(m, ask.reading) for m in prizes):
            # «No Oscar», «not best film»: what else they won tells nothing.
            return None
        others = [near for near in filters if self._kind(ask, near) in ("country", "edition")]
        if any(self._kind(ask, near) not in ("country", "edition", "festival") for near in filters):
            return None
        told = [edition.id for edition in editions_told(ask) if edition.near.get("award")] if ask.reading.years else self._newest(ask)
        editions = [near for near in others if self._kind(ask, near) == "edition"] or told
        if len(editions) != 1 or len(ask.of[editions[0]].near.get("award", ())) < ALL_AWARDS:
            return None
        films = ask.members("film", [(near,) for near in dict.fromkeys((*others, *editions))])
        films = [film for film in films if not ask.film_types or film.type in ask.film_types]
        competing = {ref for programme in self._programmes(ask, editions) for ref in programme.facts["competition"].refs}
        if out or ({"competition"} & ask.cues.keys() and not {"awards", "winner"} & ask.cues.keys() and "award" not in ask.kinds):
            # The films of one country: not of all is it known whether they competed.
            whole = any(self._kind(ask, near) == "country" for near in others) and any(film.id in competing for film in films)
            found = [film for film in films if film.id not in competing] if whole else []
        elif {"awards", "winner"} & ask.cues.keys() or "award" in ask.kinds:
            within = films if not any(one & self._competition for one in said) else [film for film in films if film.id in competing]
            found = [film for film in within if not any(editions[0] in ask.of[award].near.get("edition", ()) for award in film.near.get("award", ()))]
        else:
            return None
        if not found or (len(found) == len(films) and not ask.film_types):
            return None
        return Query("set", tuple(film.id for film in found)) if len(found) > 1 else Query("card", (found[0].id,))

    @staticmethod
    def _newest(ask: Ask) -> list[str]:
        """The newest festival that gave prizes."""
        held = [edition for edition in ask.members("edition") if edition.near.get("award")]
        return [max(held, key=lambda edition: edition.newest).id] if held else []

    @staticmethod
    def _programmes(ask: Ask, editions: list[str]) -> list[Evidence]:
        return [ask.of[event] for edition in editions for event in ask.of[edition].near.get("event", ()) if ask.of[event].known("competition")]

    @staticmethod
    def _kind(ask: Ask, record: str) -> str:
        return ask.of[record].kind

    # When and where

    def signed(self, ask: Ask) -> tuple[Evidence, ...] | None:
        """The papers that were signed in a span of years, or in a place in a year: «what was signed before 2020», «in Ankara in 2025».

        Empty if there are none; None if this is not asked.
        """
        kinds = set(ask.named_kinds.values())
        asks = max(ask.strength, key=ask.strength.__getitem__, default="agreements")
        asked = (
            ask.kinds.keys() <= {"agreement"}
            and asks in _SIGNED
            and (ask.kinds or ask.strength.get(asks, 0.0) >= _SURELY)
            and not ask.types - {"what", "count"}
        )
        if not asked or ask.reading.yes_no or not kinds <= {"country", "place"}:
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        span = self._span_of_years(ask)
        if not ask.reading.years or (span is None and not places):
            return None
        years = set(ask.reading.years.values())
        first, last = span or (min(years), max(years))
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN]
        types = ask.types_of.get("agreement") or SIGNED
        papers = [paper for paper in ask.members("agreement", [(near,) for near in countries]) if paper.type in types]
        dated = sorted((paper.date(("signed_on",)), paper.id) for paper in papers if paper.date(("signed_on",)))
        found = [ask.of[paper] for date, paper in dated if first <= int(date[:4]) <= last]
        found = [paper for paper in found if all("signed_at" in paper.facts and place in paper.facts["signed_at"].refs for place in places)]
        return tuple(found) if found or span else None

    def _span_of_years(self, ask: Ask) -> tuple[int, int] | None:
        """The first and the last year that «before 2020», «since 2022» or «between 2022 and 2024» mean; None without such a word."""
        told = sorted(ask.reading.years.items())
        years = [year for _, year in told]
        before = ask.reading.tokens[max(0, told[0][0] - 1) : told[0][0]] if told and ask.reading.language != "kk" else ask.reading.tokens
        if len(years) == 2 and any(as_listed(token) in self._between for token in before):
            return min(years), max(years)
        if len(years) != 1:
            return None
        (at, year), tokens = told[0], ask.reading.tokens
        around = [tokens[at - 1]] if at else []
        if ask.reading.language == "kk":
            around = tokens[at + 1 : at + 3]
        beside = {key for token in around for key in (token.key, *token.bases)}
        for step, phrases in next_to().items():
            if any(len(phrase) == 1 and phrase[0] in beside for phrase in phrases):
                return (0, year - 1) if step < 0 else (year + 1, _LAST_YEAR)
        return (year, _LAST_YEAR) if beside & self._since else None

    # What no answer may leave out

    def unmet(self, ask: Ask, best: Candidate) -> bool:
        """Whether the answer is of another rank or day than the question tells."""
        if ask.reading.yes_no or best.follows:
            return False
        another = self._is_of_another_rank(ask, best) or self._is_of_another_day(ask, best)
        return another or self._was_won_elsewhere(ask, best) or self._is_no_festival(ask, best)

    def _is_of_another_rank(self, ask: Ask, best: Candidate) -> bool:
        """«The second memorandum with Iran» is not the only one."""
        where, tokens = ask.of[best.record].where, ask.reading.tokens
        # «The first president» is not the present one.
        of_post = best.property in ("head", "post", "predecessor")
        least = 1 if of_post else 2

        def tells(stem: str) -> bool:
            places = where.get(stem, ())
            return best.property in places or (not of_post and NAMES in places)

        later = {i for number, at in ask.ordinals.items() if number >= least for i in at if not self._is_of_a_part(tokens, i)}
        untold = (i for i in later if (of_post or best.explained.get(i, 0.0) < NOT_IN_FACT) and not any(map(tells, ask.stems.get(i, ()))))
        return ask.of[best.record].kind not in EDITION_LIKE and next(untold, None) is not None

    def _is_of_a_part(self, tokens: list[Token], i: int) -> bool:
        """«On the second day», «the forty-second»: no rank of a record."""
        after = {tokens[i + 1].key, *tokens[i + 1].bases} if i + 1 < len(tokens) else set()
        return bool(i and tokens[i - 1].key in self._tens) or bool(after & self._parts)

    def _was_won_elsewhere(self, ask: Ask, best: Candidate) -> bool:
        """«Who won in Berlin in 2025?» is not told by who won in Aktau, nor by who won in Berlin in another year."""
        if not _PRIZES & ask.cues.keys() or best.record in ask.named or not ask.reading.years or best.property == "oscars":
            return False
        kind, names = ask.of[best.record].kind, ask.reading.capitals & set(ask.telling)
        if kind in ("edition", "award"):
            known = ask.cued | ask.of_kinds
            return any(best.explained.get(i, 0.0) < NOT_IN_FACT for i in names - known)
        fact = self._base.records[best.record].facts.get("awards")
        if kind not in ("person", "film") or fact is None or not fact.text or not names:
            return False
        beginnings = [ask.reading.tokens[i].text[:_BEGINNING].casefold() for i in names]
        clauses = [clause.casefold() for language in LANGUAGES for clause in re.split(r"[;.]", fact.text.get(language))]
        years = {str(year) for year in ask.reading.years.values()}
        return not any(_year_beside(clause, one) in years for clause in clauses for one in beginnings)

    @staticmethod
    def _is_no_festival(ask: Ask, best: Candidate) -> bool:
        """«When was the festival in Tashkent?»: it never was there, whatever else was."""
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        asked = "edition" in ask.kinds and "film" not in ask.kinds and len(places) == len(ask.named) > 0 and not ask.held
        return asked and best.property in ("dates", "founded", "city", "signed_on") and ask.of[best.record].kind not in EDITION_LIKE

    def _is_of_another_day(self, ask: Ask, best: Candidate) -> bool:
        """«What happened on 15 October»: an answer tells of that day, whatever else its numbers and months are."""
        if not ask.days:
            return False
        month, day = ask.days[0]
        return not any(first <= day <= last and month == self._months.get(fold(name)[:_MONTH]) for first, last, name in self._told_days(best))

    def _told_days(self, best: Candidate) -> list[tuple[int, int, str]]:
        """The days that the facts of a record tell: the first, the last and the word for the month."""
        texts = [text.get(language) for text in self._base.records[best.record].texts() for language in LANGUAGES]
        found = (match.groups() for text in texts for match in _DAYS.finditer(text))
        return [(int(first), int(last or first), name) for first, last, name in found]


def _year_beside(clause: str, name: str) -> str:
    """The year that stands next to a name: «in 2025 it won in Shanghai, and in 2024 its actor won elsewhere»."""
    at = clause.find(name)
    years = {abs(year.start() - at): year[0] for year in _YEARS.finditer(clause)} if at >= 0 else {}
    return years[min(years)] if years else ""
