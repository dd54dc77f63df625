"""What a question sets as a condition besides names: «not», «the second», «on 3 October».

A condition that a record does not meet makes it no answer, however well the rest fits.
"""

from __future__ import annotations

import re

from kb.base import Base
from kb.language.fold import fold
from kb.records import LANGUAGES
from kb.understand.ask import Ask, Candidate
from kb.understand.evidence import EDITION_LIKE, NAMES, YEAR
from kb.understand.lexicon import words
from kb.understand.reading import Token
from kb.understand.weights import NOT_IN_FACT
from kb.understand.word_lists import as_listed, folded_list, in_list, typed_list

# A Kazakh verb that says what was not so: «алмады», «қатыспаған».
_NEGATIVE = re.compile(r"..(ма|ме|ба|бе|па|пе)(ды|ді)$")
# One before what was not so: «қатыспаған елдер».
_NEGATIVE_OF = re.compile(r"..(ма|ме|ба|бе|па|пе)(ған|ген)$")
# «1–5 November», «3 October 2025», «October 3»; in Kazakh «3 қазан».
_DAYS = re.compile(r"(\d{1,2})(?:\s*[–-]\s*(\d{1,2}))?\s+(\w+)")
_TOLD_BY_THEMSELVES = frozenset(("film", "person", "agreement"))
# What asks who won.
_PRIZES = {"best_film", "winner", "awards"}
# So many letters begin a name in all its cases.
_BEGINNING = 4
# So many letters of the key of a month are the same in all its forms.
_MONTH = 3


class Conditions:
    """Tells what a question sets as conditions, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._not = {language: frozenset(map(in_list, phrases)) for language, phrases in words()["without"].items()}
        self._there_is_no = typed_list("there_is_no")
        self._lacking = frozenset(map(in_list, ("without", "без")))
        self._parts = folded_list("parts")
        self._courtesies = folded_list("courtesies")
        self._auxiliaries = {fold(word) for word in words()["yes_no"]["first"]}
        self._tens = {fold(word) for listed in words()["tens"].values() for word in listed}
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
            if reading.language == "kk" and (says_not(word) or of_those) and i not in ask.slight:
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


def says_not(word: str) -> bool:
    """Whether a Kazakh verb says what was not so."""
    return _NEGATIVE.search(word) is not None


def _year_beside(clause: str, name: str) -> str:
    """The year that stands next to a name: «in 2025 it won in Shanghai, and in 2024 its actor won elsewhere»."""
    at = clause.find(name)
    years = {abs(year.start() - at): year[0] for year in YEAR.finditer(clause)} if at >= 0 else {}
    return years[min(years)] if years else ""
