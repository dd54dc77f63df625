"""The chat's sentences: Fluent files, one per language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kb import LANGUAGES, Language
from kb.texts import Texts

DIRECTORY = Path(__file__).parent


@cache
def _texts(language: Language) -> Texts:
    return Texts(DIRECTORY / f"{language}.ftl", language)


def text(key: str, language: Language, **values: Any) -> str:
    """A sentence in Telegram's HTML; the caller escapes what it puts in. Raises `LookupError` on a missing message or variable."""
    return _texts(language).say(key, values)


def faults() -> list[str]:
    """What differs between the languages, in `handlers/texts/` and `kb/texts/`: missing sentences, other variables."""
    return [fault for directory in (DIRECTORY, DIRECTORY.parent.parent / "kb" / "texts") for fault in _differences(directory)]


def _differences(directory: Path) -> Iterator[str]:
    shapes = {language: _variables((directory / f"{language}.ftl").read_text(encoding="utf-8")) for language in LANGUAGES}
    for language, shape in shapes.items():
        name = f"{directory.parent.name}/texts/{language}.ftl"
        for key, variables in shapes["en"].items():
            if key not in shape:
                yield f"{name}: {key} is lacking; en.ftl has it"
            elif variables != shape[key]:
                yield f"{name}: {key} has the variables {sorted(shape[key])}, in en.ftl {sorted(variables)}"
        yield from (f"{name}: {key} is not in en.ftl" for key in sorted(shape.keys() - shapes["en"].keys()))


def _variables(content: str) -> dict[str, set[str]]:
    """The names of the messages of a Fluent file, each with its variables."""
    messages = re.split(r"^(?=[a-z][\w-]* =)", content, flags=re.M)
    return {message.split(" =")[0]: set(re.findall(r"\$(\w+)", message)) for message in messages if re.match(r"[a-z][\w-]* =", message)}
