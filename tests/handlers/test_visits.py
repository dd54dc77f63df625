"""A guest's visit in the terminal, from the greeting to «forget me», in each language: docs/visits/ shows what is really said, and the README a few lines.

`python -m tests.handlers.test_visits` writes the transcripts anew, from their own lines of input.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import cli
from handlers.profile import COMMANDS

ROOT = Path(__file__).parent.parent.parent
VISITS, README = ROOT / "docs" / "visits", ROOT / "README.md"
# The first block of code in the README that is a chat.
_SAMPLE = re.compile(r"(?<=^```\n)> .*?(?=^```$)", re.M | re.S)
LOCALES = {"kk": "kk_KZ.UTF-8", "ru": "ru_RU.UTF-8", "en": "en_US.UTF-8"}


def replay(transcript: str, locale: str, data_dir: Path) -> str:
    """What the terminal prints for the lines of input (`> …`) of a transcript."""
    lines = re.findall(r"^> (.*)$", transcript, re.M)
    result = CliRunner().invoke(cli, ["chat"], input="\n".join(lines) + "\n", env={"LC_ALL": locale, "TYRNA_DATA_DIR": str(data_dir)})
    assert result.exit_code == 0, result.output
    return result.output.replace(str(data_dir), "var")


@pytest.mark.parametrize("language", LOCALES)
def test_the_transcript_is_what_is_said(language: str, tmp_path: Path, base_dir: Path) -> None:
    transcript = (VISITS / f"{language}.txt").read_text(encoding="utf-8")
    shutil.copytree(base_dir, tmp_path, dirs_exist_ok=True)
    assert replay(transcript, LOCALES[language], tmp_path) == transcript


def test_the_readme_shows_what_is_said(tmp_path: Path, base_dir: Path) -> None:
    (sample,) = _SAMPLE.findall(README.read_text(encoding="utf-8"))
    shutil.copytree(base_dir, tmp_path, dirs_exist_ok=True)
    assert replay(sample, LOCALES["en"], tmp_path).strip() == sample.strip()


@pytest.mark.parametrize("language", LOCALES)
def test_a_visit_meets_every_command_of_guests(language: str) -> None:
    transcript = (VISITS / f"{language}.txt").read_text(encoding="utf-8")
    assert {command for command in COMMANDS if f"> /{command}\n" not in transcript} == set()


def write() -> None:
    for language, locale in LOCALES.items():
        path = VISITS / f"{language}.txt"
        with tempfile.TemporaryDirectory() as directory:
            path.write_text(replay(path.read_text(encoding="utf-8"), locale, Path(directory)), encoding="utf-8")
    readme = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as directory:
        said = replay(_SAMPLE.findall(readme)[0], LOCALES["en"], Path(directory)).strip()
    README.write_text(_SAMPLE.sub(lambda _: f"{said}\n", readme, count=1), encoding="utf-8")


if __name__ == "__main__":
    write()
