"""Two questions in one message about one record: «who directed Qaitadan, and when was it released?», «что такое ARKA, кто её возглавляет?»."""

from __future__ import annotations

from collections.abc import Collection

from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.lexicon import default_properties, properties, words
from kb.understand.reading import Mention, Reading
from kb.understand.weights import ASKED, MENDED
from kb.understand.word_lists import as_listed, in_list, listed

# So many words can stand between «and» and the question word after it: «and in what year».
_REACH = 2
_TIME_AND_PLACE = {"when", "where"}


class TwoQuestions:
    """Recognises such messages."""

    def __init__(self) -> None:
        self._and = listed("joining")
        # What stands last in Kazakh is often the question word.
        self._clauses = listed("joining_clauses")
        self._asking = {language: frozenset(map(in_list, found)) for language, found in words()["interrogatives"].items()}
        self._relative = listed("relative")
        self._stands_for: dict[str, list[str]] = words()["stands_for"]

    def asked(self, ask: Ask, record: Evidence) -> tuple[str, str] | None:
        """What the first part of a question asks of a record, and what the second; None if one of them asks for nothing of its own."""
        if ask.reading.yes_no:
            return None
        dies = ask.strength.get("died", 0.0) >= ASKED and {"born", "birthplace"}.isdisjoint(ask.cues)
        if record.kind == "person" and dies:
            # «When did Auezov die, and where?»: where he was born is not asked.
            return None
        joined = self.parts(ask.reading)
        parts: tuple[Collection[int], Collection[int]] | None = joined or self._two_crafts(ask, record)
        apart = joined is not None and joined[0].stop == joined[1].start
        first, second = (self._of_part(ask, record, part, not apart or _is_bare(ask, part)) for part in parts) if parts else ("", "")
        if apart and first and second and properties()[first].answers == properties()[second].answers != "what":
            # «Where was it held, in which city?» asks once.
            return None
        if first == "head" and joined and not any(i in joined[0] and i not in ask.named_positions for i in ask.content):
            # «Who and when founded TURKSOY?» does not ask who heads it.
            return None
        return (first, second) if first and second and first != second and (record.known(first) or record.known(second)) else None

    def parts(self, reading: Reading) -> tuple[range, range] | None:
        """The positions of each of two questions: before and after «and», or a comma, with a question word in the first and near the start of the second."""
        asking = self._asking.get(reading.language or "", frozenset())
        named = {i for mention in reading.of("record") for i in mention.span}
        questions = [i for i, token in enumerate(reading.tokens) if as_listed(token) in asking and i not in named]
        for i, token in enumerate(reading.tokens):
            if i in named or not questions or questions[0] > i:
                continue
            joining = as_listed(token) in self._and
            after = next((q for q in questions if q >= i + joining), None)
            # «The site, about which she made a film» asks but once.
            relative = i in reading.story or any(as_listed(word) in self._relative for word in reading.tokens[i : i + _REACH])
            if after is None or not (joining or (reading.begins_clause(i) and questions[0] < i and not relative)):
                continue
            if after <= i + _REACH or (reading.language == "kk" and (as_listed(token) in self._clauses or not joining)):
                return range(i), range(i + joining, len(reading.tokens))
        return None

    def tells_last(self, reading: Reading, props: Collection[str]) -> bool:
        """Whether only the second question asks for one of these: «how many countries took part, and which film opened it?»."""
        parts = self.parts(reading)
        spans = [m.span for m in reading.of("cue") if m.pattern.value in props and m.weight > MENDED]
        return parts is not None and any(min(span) in parts[1] for span in spans) and not any(max(span) in parts[0] for span in spans)

    def _two_crafts(self, ask: Ask, record: Evidence) -> tuple[Collection[int], Collection[int]] | None:
        """«Who wrote and directed Cadet?», «кто режиссёр и оператор Айки?»: what stands on both sides of «and»."""
        for i, token in enumerate(ask.reading.tokens[1:-1], 1):
            if as_listed(token) not in self._and:
                continue
            # «The director and the producer».
            after = i + 1 if i + 1 in ask.content else i + 2
            cues = [m.span for m in ask.reading.of("cue") if record.kind in properties()[m.pattern.value].kinds and m.weight > MENDED]
            if not any(max(span) == i - 1 for span in cues) or not any(after in span for span in cues):
                continue
            # «Үздік актер мен актриса»: what stands before the first is said of the second, too.
            shared = {j for span in cues if after in span for j in span}
            parts = range(i), {*range(i + 1, len(ask.reading.tokens)), *shared}
            sides = [self._of_part(ask, record, part, False) for part in parts]
            if all(sides) and sides[0] != sides[1] and {properties()[prop].answers for prop in sides} <= {*ask.types, "what"}:
                return parts
        return None

    def _of_part(self, ask: Ask, record: Evidence, part: Collection[int], by_default: bool = True) -> str:
        """What one part asks of a record: what its cues ask for most, else what its question word asks by default."""
        cues = [m for m in ask.reading.of("cue") if m.span <= set(part) and m.weight > MENDED and m.pattern.value in ask.strength]
        types = {m.pattern.value for m in ask.reading.of("question") if m.span <= set(part)} & ask.types
        fitting = []
        for mention in cues:
            prop = properties()[mention.pattern.value]
            # «Where did it all begin?» asks for no date; but a premiere has a place, too.
            asked = types & _TIME_AND_PLACE
            other = asked and prop.answers in _TIME_AND_PLACE - types and not record.tells_sorts(mention.pattern.value, asked)
            if record.kind in prop.kinds and not other and (ask.strength[mention.pattern.value] >= ASKED or prop.answers in types):
                fitting.append(mention)
        if telling := [m for m in fitting if m.pattern.value != "what"]:
            return self._known(record, max(telling, key=lambda m: self._rank(ask, m, record, types)).pattern.value)
        if any(m.pattern.value == "what" for m in cues):
            return next((prop for prop in ("plot", "scope", "what") if record.known(prop)), "")
        if not by_default:
            return ""
        found = [prop for kind in types for prop in default_properties(record.kind, kind)]
        known = [prop for prop in found if record.known(prop)]
        return self._known(record, (known or found or [""])[0])

    def _known(self, record: Evidence, prop: str) -> str:
        """What stands in for a property that a record lacks, the year for the release; the property itself if nothing does."""
        return prop if record.known(prop) else next((other for other, props in self._stands_for.items() if prop in props and record.known(other)), prop)

    @staticmethod
    def _rank(ask: Ask, mention: Mention, record: Evidence, types: set[str]) -> tuple[bool, int, bool, float]:
        """Rather what answers the question word, in more words, is known, and asked for more surely."""
        prop = mention.pattern.value
        return properties()[prop].answers in types, len(mention.span), record.known(prop), ask.strength[prop]


def _is_bare(ask: Ask, part: Collection[int]) -> bool:
    """Whether a part has little but a question word: «in what year»."""
    asking = {i for mention in ask.reading.of("question") for i in mention.span}
    return not any(i in part and i not in asking and i not in ask.named_positions for i in ask.content)
