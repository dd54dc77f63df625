"""The README names every command and every key of the config, and the example config has the keys that there are, no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from bot import cli
from handlers.profile import COMMANDS, GROUP_COMMANDS
from handlers.settings import PREFIX, _keys

ROOT = Path(__file__).parent.parent
# A key that the example shows without setting it: `# token: …`.
_COMMENTED = re.compile(r"^( *)# ( *\w+:(?: |$))", re.M)


def commands(group: click.Group, path: str = "bot.py") -> Iterator[str]:
    """Every command as it is typed: `bot.py kb lint`."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def keys(data: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Every key of a config with its sections: `telegram.token`."""
    for name, value in data.items():
        if isinstance(value, dict):
            yield from keys(value, f"{prefix}{name}.")
        else:
            yield prefix + name


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", list(commands(cli)))
def test_every_command_is_in_the_readme(readme: str, command: str) -> None:
    assert re.search(rf"`{re.escape(command)}\b", readme)


@pytest.mark.parametrize("command", sorted({*COMMANDS, *GROUP_COMMANDS}))
def test_every_command_of_the_chat_is_in_the_readme(readme: str, command: str) -> None:
    assert f"`/{command}`" in readme


@pytest.mark.parametrize("key", list(_keys()))
def test_every_key_is_in_the_readme(readme: str, key: str) -> None:
    assert f"| `{key}` | `{PREFIX}{key.upper().replace('.', '__')}` |" in readme


def test_the_example_has_every_key_and_no_other() -> None:
    example = (ROOT / "config.example.yaml").read_text(encoding="utf-8")
    assert sorted(keys(yaml.safe_load(_COMMENTED.sub(r"\1\2", example)))) == sorted(_keys())


@pytest.mark.parametrize("file", ["Dockerfile", "compose.yaml", "docs/tyrna.service"])
def test_what_runs_the_bot_sets_only_what_there_is(file: str) -> None:
    named = set(re.findall(rf"{PREFIX}\w+", (ROOT / file).read_text(encoding="utf-8")))
    assert named and named <= {PREFIX + key.upper().replace(".", "__") for key in _keys()}
