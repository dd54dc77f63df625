"""The sentences of answers: Fluent files, one per language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from kb.records import Language


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((Path(__file__).parent / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


def sentence(key: str, language: Language, **values: Any) -> str:
    """A sentence of an answer. Raises `LookupError` on a missing message or variable: a fault of ours, never shown."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError(f"Text {key!r} has no value in {language}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LookupError(f"Text {key!r} in {language}: {errors}")
    return str(text)
