"""Which words of a message say something, so that an answer has to explain them."""

from __future__ import annotations

from kb.base import Base
from kb.understand.ask import Ask
from kb.understand.lexicon import function_keys, function_words
from kb.understand.reading import Reader, Reading, Token

# Small talk with which a message can begin.
_BEFORE = ("greeting", "acknowledgement")


class Asked:
    """What the message asks that was read last: several steps look at it, and none changes it."""

    def __init__(self, base: Base, reader: Reader) -> None:
        self._base = base
        self._reader = reader
        self._last: tuple[Reading, Ask] | None = None

    def of(self, reading: Reading) -> Ask:
        if self._last is None or self._last[0] is not reading:
            self._last = reading, Ask.of_reading(reading, content_of(reading, self._reader), self._base)
        return self._last[1]


def content_of(reading: Reading, reader: Reader) -> list[int]:
    """The positions of words that say something: in a name of several words, or no function word and longer than two letters."""
    named = {i for m in reading.mentions if m.pattern.what == "record" and len(m.span) > 1 for i in m.span}
    meant = {i for what in ("kind", "cue") for m in reading.of(what) for i in m.span}
    asked = {i for m in reading.of("question") for i in m.span if len(m.span) == 1 or (m.pattern.value, m.pattern.language) == ("when", "kk") or i not in meant}
    wish = {i for m in reading.of("language") for i in m.span} - named
    if reading.bound:
        wish.add(reading.bound[0])

    # «Анау», a word of every Kazakh message, is a name in a Russian one.
    own = function_words().get(reading.language, frozenset()) if reading.language else function_keys()
    named |= {i for m in reading.of("record") if m.weight == 1 for i in m.span if reading.tokens[i].key not in own}

    def says(i: int, token: Token) -> bool:
        if i in wish or i in reading.denied or (i in reading.aside and not any(i in m.span for m in reading.of("record"))):
            return False
        told = i not in asked and not reader.is_function(token) and (len(token.text) > 2 or token.key.isdigit()) and not token.is_suffix
        return told or i in named or i in reading.relative_years

    content = [i for i, token in enumerate(reading.tokens) if says(i, token)]
    # «Сәлем! What is Abel about?», «sorry what is TURKSOY»: said in any language before something else.
    greeting = {i for m in reading.of("smalltalk") if m.pattern.value in _BEFORE and m.weight == 1 and min(m.span) == 0 for i in m.span} - named
    return [i for i in content if i not in greeting] or content
