"""The chat's sentences: Fluent files, one per language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from kb import LANGUAGES, Language

DIRECTORY = Path(__file__).parent


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((DIRECTORY / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


def text(key: str, language: Language, **values: Any) -> str:
    """A sentence in Telegram's HTML; the caller escapes what it puts in. Raises `LookupError` on a missing message or variable."""
    bundle = _bundle(language)
    if not bundle.has_message(key) or (pattern := bundle.get_message(key).value) is None:
        raise LookupError(f"Text {key!r} is lacking in handlers/texts/{language}.ftl")
    said, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LookupError(f"Text {key!r} in handlers/texts/{language}.ftl: {errors}")
    return str(said)


def faults() -> list[str]:
    """What differs between the languages, in `handlers/texts/` and `kb/texts/`: missing sentences, other variables."""
    import re

    found = []
    for directory in (DIRECTORY, DIRECTORY.parent.parent / "kb" / "texts"):
        shape: dict[str, dict[str, set[str]]] = {}
        for language in LANGUAGES:
            content = (directory / f"{language}.ftl").read_text(encoding="utf-8")
            messages = re.split(r"^(?=[a-z][\w-]* =)", content, flags=re.M)
            shape[language] = {m.split(" =")[0]: set(re.findall(r"\$(\w+)", m)) for m in messages if " =" in m}
        for language in LANGUAGES:
            for key, variables in shape["en"].items():
                if key not in shape[language]:
                    found.append(f"{directory.parent.name}/texts/{language}.ftl: {key} is lacking; en.ftl has it")
                elif variables != shape[language][key]:
                    found.append(f"{directory.parent.name}/texts/{language}.ftl: {key} has the variables {sorted(shape[language][key])}, en.ftl {sorted(variables)}")
            found += [f"{directory.parent.name}/texts/{language}.ftl: {key} is not in en.ftl" for key in shape[language].keys() - shape["en"].keys()]
    return found
