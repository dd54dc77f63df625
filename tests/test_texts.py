"""Every text in three languages, with the same variables; no finding of the linter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handlers.texts import faults, text
from kb import LANGUAGES
from kb.lint import lint

ROOT = Path(__file__).parent.parent
_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")


def test_texts_are_complete() -> None:
    assert faults() == []


def test_the_base_is_clean() -> None:
    assert lint() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_variable_is_a_fault(language: str) -> None:
    with pytest.raises(LookupError):
        text("failed", language)  # type: ignore[arg-type]


def test_no_sentence_for_people_stands_in_handlers() -> None:
    for path in (ROOT / "handlers").rglob("*.py"):
        code = re.sub(r'""".*?"""|#.*', "", path.read_text(encoding="utf-8"), flags=re.S)
        found = _CYRILLIC.findall(re.sub(r"Қазақша|Русский", "", code))
        assert not found, (path, found)
