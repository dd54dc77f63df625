"""Two questions in one message about one record: «who directed Qaitadan, and when was it released?»."""

from __future__ import annotations

from collections.abc import Collection

from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.follow_ups import as_listed, in_list, listed
from kb.understand.lexicon import properties, words
from kb.understand.reading import Mention, Reading
from kb.understand.weights import MENDED

# So many words can stand between «and» and the question word after it: «and in what year».
_REACH = 2
# How strongly each of the two has to be asked for.
_SURELY = 0.35


class TwoQuestions:
    """Recognises such messages."""

    def __init__(self) -> None:
        self._and = listed("joining")
        # What stands last in Kazakh is often the question word.
        self._clauses = listed("joining_clauses")
        self._asking = {language: frozenset(map(in_list, found)) for language, found in words()["interrogatives"].items()}
        self._defaults: dict[str, dict[str, str | list[str]]] = words()["default_properties"]

    def asked(self, ask: Ask, record: Evidence) -> tuple[str, str] | None:
        """What the part before «and» asks of a record, and what the part after it; None if one of them asks for nothing of its own."""
        at = None if ask.reading.yes_no else self.joint(ask.reading)
        parts = (range(at), range(at + 1, len(ask.reading.tokens))) if at is not None else self._two_crafts(ask, record)
        first, second = (self._of_part(ask, record, part) for part in parts) if parts and not ask.reading.yes_no else ("", "")
        if first == "head" and at is not None and not any(i < at and i not in ask.named_positions for i in ask.content):
            # «Who and when founded TURKSOY?» does not ask who heads it.
            return None
        return (first, second) if first and second and first != second and (record.known(first) or record.known(second)) else None

    def joint(self, reading: Reading) -> int | None:
        """Where «and» stands before a question word, with another one before it."""
        asking = self._asking.get(reading.language or "", frozenset())
        named = {i for mention in reading.of("record") for i in mention.span}
        questions = [i for i, token in enumerate(reading.tokens) if as_listed(token) in asking and i not in named]
        for i, token in enumerate(reading.tokens):
            if as_listed(token) not in self._and or i in named or not questions or questions[0] > i:
                continue
            after = [q for q in questions if q > i]
            if after and (after[0] <= i + _REACH or (reading.language == "kk" and as_listed(token) in self._clauses)):
                return i
        return None

    def tells_last(self, reading: Reading, props: Collection[str]) -> bool:
        """Whether only the part after «and» asks for one of these: «how many countries took part, and which film opened it?»."""
        at = self.joint(reading)
        spans = [m.span for m in reading.of("cue") if m.pattern.value in props and m.weight > MENDED]
        return at is not None and any(min(span) > at for span in spans) and not any(max(span) < at for span in spans)

    def _two_crafts(self, ask: Ask, record: Evidence) -> tuple[range, range] | None:
        """«Who wrote and directed Cadet?», «кто режиссёр и оператор Айки?»: what stands on both sides of «and»."""
        for i, token in enumerate(ask.reading.tokens[1:-1], 1):
            if as_listed(token) not in self._and:
                continue
            # «The director and the producer».
            after = i + 1 if i + 1 in ask.content else i + 2
            cues = [m.span for m in ask.reading.of("cue") if record.kind in properties()[m.pattern.value].kinds and m.weight > MENDED]
            if not any(max(span) == i - 1 for span in cues) or not any(min(span) == after for span in cues):
                continue
            parts = range(i), range(i + 1, len(ask.reading.tokens))
            sides = [self._of_part(ask, record, part, False) for part in parts]
            if all(sides) and sides[0] != sides[1] and {properties()[prop].answers for prop in sides} <= {*ask.types, "what"}:
                return parts
        return None

    def _of_part(self, ask: Ask, record: Evidence, part: range, by_default: bool = True) -> str:
        """What one part asks of a record: what its cues ask for most, else what its question word asks by default."""
        cues = [m for m in ask.reading.of("cue") if m.span <= set(part) and m.weight > MENDED and m.pattern.value in ask.strength]
        fitting = [m for m in cues if record.kind in properties()[m.pattern.value].kinds and ask.strength[m.pattern.value] >= _SURELY]
        types = {m.pattern.value for m in ask.reading.of("question") if m.span <= set(part)}
        if asked := [m for m in fitting if m.pattern.value != "what"]:
            return max(asked, key=lambda m: self._rank(ask, m, record, types)).pattern.value
        if not by_default:
            return ""
        if any(m.pattern.value == "what" for m in cues):
            return next((prop for prop in ("plot", "scope", "what") if record.known(prop)), "")
        found = [prop for kind in types for prop in self._default(record.kind, kind)]
        known = [prop for prop in found if record.known(prop)]
        return (known or found or [""])[0]

    @staticmethod
    def _rank(ask: Ask, mention: Mention, record: Evidence, types: set[str]) -> tuple[bool, int, bool, float]:
        """Rather what answers the question word, in more words, is known, and asked for more surely."""
        prop = mention.pattern.value
        return properties()[prop].answers in types, len(mention.span), record.known(prop), ask.strength[prop]

    def _default(self, kind: str, asked: str) -> list[str]:
        found = self._defaults.get(kind, {}).get(asked, [])
        return [found] if isinstance(found, str) else found
