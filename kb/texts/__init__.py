"""The sentences of answers: Fluent files, one per language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from kb.records import Language

# Where a message of a Fluent file begins, and what it takes from others.
_BEGINS = re.compile(r"^(?=-?[a-z][\w-]* =)", re.M)
_TAKES = re.compile(r"\{ *(-?[a-z][\w-]*)")


class Texts:
    """The messages of one Fluent file. Each is parsed when it is first said: all of them would take seven times the size of the file."""

    def __init__(self, file: Path, language: Language) -> None:
        self._name = "/".join(file.parts[-3:])
        self._bundle = FluentBundle([language], use_isolating=False)
        self._parser = FluentParser(with_spans=False)
        # Of two messages with one name the first counts, as Fluent has it.
        parts = _BEGINS.split(file.read_text(encoding="utf-8"))
        self._unread = {part.partition(" =")[0]: part for part in reversed(parts) if " =" in part.partition("\n")[0]}
        self._fixed: dict[str, str] = {}

    def say(self, key: str, values: dict[str, Any]) -> str:
        """A sentence. Raises `LookupError` on a missing message or variable."""
        if not values and (known := self._fixed.get(key)) is not None:
            return known
        self._read(key)
        if not self._bundle.has_message(key) or (pattern := self._bundle.get_message(key).value) is None:
            raise LookupError(f"Text {key!r} is lacking in {self._name}")
        said, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise LookupError(f"Text {key!r} in {self._name}: {errors}")
        if not values:
            self._fixed[key] = str(said)
        return str(said)

    def _read(self, key: str) -> None:
        if (source := self._unread.pop(key, None)) is not None:
            self._bundle.add_resource(self._parser.parse(source))
            for other in _TAKES.findall(source):
                self._read(other)


@cache
def _texts(language: Language) -> Texts:
    return Texts(Path(__file__).parent / f"{language}.ftl", language)


def sentence(key: str, language: Language, **values: Any) -> str:
    """A sentence of an answer. Raises `LookupError` on a missing message or variable: a fault of ours, never shown."""
    return _texts(language).say(key, values)
