"""The plain question that a message stands for.

Two answers are offered («Евразия в Астане или в Алматы?» asks where), one is guessed at the end («…, в Оше?»), or a number is asked
for there («films at the Baku edition, how many?»), or it is said that something does not matter («in competition or not»).
"""

from __future__ import annotations

import re
from functools import cache

from kb.base import Base
from kb.language.kazakh import has_case
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.lexicon import properties, words
from kb.understand.reading import Reader, Reading
from kb.understand.weights import MENDED
from kb.understand.word_lists import all_interrogatives, folded_list

# «Или всё-таки в Алматы», «or was it in Almaty»: so many words can stand before what is offered second.
_BEFORE_SECOND = 3
# «2024-го или 2025-го года»: endings and particles that belong to what is offered.
_KAZAKH_PARTICLE = re.compile(r"^[мбп][аеыі]$", re.IGNORECASE)
_GAP = r"[^\w]*"
# A guess at the end has at most so many words.
_LONGEST_GUESS = 3


class PlainQuestions:
    """Finds the plain question, over one base."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader

    @staticmethod
    def offers(reading: Reading) -> bool:
        """Whether two answers can be offered at all, by «or» or by two Kazakh particles."""
        particles = sum(_KAZAKH_PARTICLE.match(token.text) is not None for token in reading.tokens) if reading.language == "kk" else 0
        return particles > 1 or any(token.key in folded_list("or") for token in reading.tokens)

    def as_questions(self, reading: Reading, ask: Ask) -> list[tuple[str, Reading]]:
        """What sort of thing is asked for, and the message with a question word for the two that it offers; the likeliest first."""
        language = reading.language
        if language is None or {"most", "least", "compare"} & ask.operations.keys() - self._in_offer(reading, ask):
            return []
        found = self._offered(reading)
        if found is None:
            return []
        sort, span = found
        pattern = _GAP.join(re.escape(reading.tokens[i].text) for i in span)
        asked = words()["offered"]
        sorts = {"country": ("country",), "place": ("where",), "year": ("year", "when"), "within": ("where", "country")}[sort]
        texts: list[tuple[str, str]] = []
        for one in sorts:
            rest, count = re.subn(pattern, " ", reading.text, count=1)
            word = asked[one][language]
            if count:
                texts.append((one, f"{rest.rstrip(' ?!.')} {word}?" if language == "kk" else f"{word} {rest}"))
        return [(one, self._reader.read(text)) for one, text in texts]

    def tells(self, sort: str, told: Query) -> bool:
        """Whether a fact or highlight tells something of what is asked for."""
        evidence = self._base.evidence[told.records[0]]
        key = (told.property or "").partition("+")[0]
        of = {"country": "where", "year": "when"}.get(sort, sort)
        answers = properties()[key].answers if key in properties() else None
        other = answers in ("who", "count") or (not answers and sort == "country")
        return key == "country" or (sort != "country" and not other and (answers == of or evidence.tells_sorts(key, (of,))))

    def without_guess(self, reading: Reading) -> Reading | None:
        """The message without the answer that somebody guesses at its end: «В каком городе сидит киноведомство, в Оше?»; None if none stands there."""
        clauses = reading.clauses
        last = [i for i in clauses if clauses[i] == clauses[max(clauses)]] if clauses else []
        if not last or len(last) > _LONGEST_GUESS or last[0] == 0 or not reading.text.rstrip().endswith("?"):
            return None
        names = {i for what in ("record", "foreign") for m in reading.of(what) for i in m.span} | reading.capitals | reading.years.keys()
        before = [i for i in clauses if i < last[0]]
        if any(reading.tokens[i].key in folded_list("or") for i in last[1:]):
            # «Кто старше: Сатаев или Дворцевой?» offers two.
            return None
        asks = any(reading.tokens[i].key in all_interrogatives() for i in before) or any(m.span <= set(before) for m in reading.of("question"))
        if not asks or not any(i in names for i in last) or not all(i in names or self._only_leads(reading, i) for i in last):
            return None
        pattern = _GAP.join(re.escape(reading.tokens[i].text) for i in last)
        text, count = re.subn(rf"[\s,;:—–-]+{pattern}\W*$", "?", reading.text)
        return self._reader.read(text) if count else None

    def counted_first(self, reading: Reading) -> Reading | None:
        """The message with «how many», which stands at its end, before what is counted: «films at the Baku edition, how many?»."""
        found = _counted_last().search(reading.text)
        return self._reader.read(f"{found[2]} {found[1]}?") if found else None

    def whatever_competition(self, reading: Reading) -> Reading | None:
        """The message without «in competition or not»: «which Turkmen films were screened in Aktau, competition or not?»"""
        if reading.yes_no:
            # «Was Qajymuqan in competition or not?» asks for just this.
            return None
        plain, count = _whether_competing().subn(" ", reading.text, count=1)
        return self._reader.read(plain) if count else None

    @staticmethod
    def _only_leads(reading: Reading, i: int) -> bool:
        """Whether a word only leads to a name: a preposition, «или», a Kazakh particle."""
        token = reading.tokens[i]
        return (
            token.text.lower() in _prepositions()
            or token.key in folded_list("or")
            or (reading.language == "kk" and _KAZAKH_PARTICLE.match(token.text) is not None)
        )

    @staticmethod
    def _in_offer(reading: Reading, ask: Ask) -> set[str]:
        """Operations that only the word «or» itself asks for, or a word for a film: «короткий метр»."""
        ors = {i for i, token in enumerate(reading.tokens) if token.key in folded_list("or")} | ask.kinds.get("film", set())
        return {operation for operation, at in ask.operations.items() if at <= ors}

    def _offered(self, reading: Reading) -> tuple[str, range] | None:
        """What sort of thing is offered twice, and the positions of both and of what stands between."""
        for at, token in enumerate(reading.tokens):
            if reading.language == "kk" and _KAZAKH_PARTICLE.match(token.text):
                second = next((i for i in range(at + 1, len(reading.tokens)) if _KAZAKH_PARTICLE.match(reading.tokens[i].text)), None)
                # «Қазақ жақтан ба, қырғыз жақтан ба?»
                for right in (second - 1, second - 2) if second is not None else ():
                    if right > at and (found := self._sorted(reading, at - 1, right, second or right)):
                        return found
            if token.key in folded_list("or") and at:
                last = min(len(reading.tokens), at + 2 + _BEFORE_SECOND)
                for right in range(at + 1, last):
                    if found := self._sorted(reading, at - 1, right, right):
                        return found
        return None

    def _sorted(self, reading: Reading, left: int, right: int, end: int) -> tuple[str, range] | None:
        """The sort of two that stand at these positions, if it is one; the first may have a noun or an ending after it: «турецкое кино или азербайджанское»."""
        two = self._sort(reading, right)
        if two is None:
            return None
        for at in (left, left - 1):
            one = self._sort(reading, at) if at >= 0 else None
            if one is None or (one[1] & two[1]):
                continue
            sorts = {one[0], two[0]}
            sort = one[0] if len(sorts) == 1 else ("place" if sorts == {"place", "country"} else None)
            if sort is None:
                continue
            start = min(one[1])
            if start and reading.tokens[start - 1].text.lower() in _prepositions():
                start -= 1
                sort = "within" if sort == "country" else sort
            end = max(end, max(two[1]))
            while sort == "year" and end + 1 < len(reading.tokens) and reading.tokens[end + 1].text.lower() in _of_years():
                end += 1
            return sort, range(start, end + 1)
        return None

    def _sort(self, reading: Reading, at: int) -> tuple[str, frozenset[int]] | None:
        if at in reading.years:
            return "year", frozenset((at,))
        for m in reading.of("record"):
            kind = self._base.evidence[m.pattern.value].kind
            if at in m.span and m.weight > MENDED and kind in ("country", "place"):
                return kind, m.span
        strange = at in reading.capitals and not any(at in m.span for m in reading.of("record"))
        placed = (
            has_case(reading.tokens[at].text, "locative", "ablative")
            if reading.language == "kk"
            else at and reading.tokens[at - 1].text.lower() in _prepositions()
        )
        if strange and placed:
            # «В Анкаре или в Бурсе».
            return "place", frozenset((at,))
        return None


@cache
def _counted_last() -> re.Pattern[str]:
    return re.compile(rf"^(.+?)\s*[,;:—–-]+\s*({'|'.join(map(re.escape, sorted(words()['counted_last'], key=len, reverse=True)))})\W*$", re.IGNORECASE)


@cache
def _of_years() -> frozenset[str]:
    """What stands after a year: «2024-го года»."""
    return frozenset(words()["offered"]["of_years"])


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(words()["offered"]["prepositions"])


@cache
def _whether_competing() -> re.Pattern[str]:
    """What says that it does not matter whether films competed, the longest first."""
    phrases = sorted((_GAP.join(map(re.escape, phrase.split())) for phrase in words()["whether_competing"]), key=len, reverse=True)
    return re.compile(rf"{_GAP}\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
