"""Editors and a few golden questions, for the tests of what changes the base."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handlers.context import TyrnaApplication
from handlers.editing import live
from kb import LANGUAGES
from tests.emulator import Emulator, Person

# Three questions stand for all golden ones; that all of them are asked is tested without the chat.
GOLDEN = """
- {id: a, q: Who directed Qaitadan?, lang: en, kind: answer, cat: attribute, must: [Yerkimbek]}
- {id: b, q: Кто снял Кадета?, lang: ru, kind: answer, cat: attribute, must: [Тажимбет]}
- {id: c, q: what about the flying carpet of Aktau, lang: en, kind: unknown, cat: unknown}
"""


def languages(here: str) -> list[Any]:
    """All languages for a flow that compiles the base several times: but for one they are left to `make proof`."""
    return [code if code == here else pytest.param(code, marks=pytest.mark.proof) for code in LANGUAGES]


def use_few_golden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = tmp_path / "golden"
    directory.mkdir()
    (directory / "some.yaml").write_text(GOLDEN, encoding="utf-8")
    monkeypatch.setattr(live, "GOLDEN", directory)


async def an_editor(bot: TyrnaApplication, emulator: Emulator, language: str) -> Person:
    person = emulator.person("Editor", language)
    store = bot.bot_data["services"].store
    await store.add_staff(person.id, "editor", 1)
    await store.set_language(person.id, language)
    await person.ask("/start")
    return person
