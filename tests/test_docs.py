"""The docs name every command and every key of the config."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from bot import cli
from handlers.settings import PREFIX, _keys

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme(readme: str) -> None:
    for name, command in cli.commands.items():
        assert f"bot.py {name}" in readme, name
        for below in command.commands if isinstance(command, click.Group) else ():
            assert f"{name} {below}" in readme, below


@pytest.mark.parametrize("key", list(_keys()))
def test_every_key_is_in_the_readme_and_the_example(readme: str, key: str) -> None:
    assert f"`{key}`" in readme
    assert PREFIX + key.upper().replace(".", "__") in readme
    assert f"{key.rsplit('.', 1)[-1]}:" in (ROOT / "config.example.yaml").read_text(encoding="utf-8")
