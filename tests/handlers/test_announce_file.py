"""`bot.py announce`: what it says before anything is sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.announcements.command_line import announce_file, overview
from handlers.announcements.content import ContentFault
from handlers.settings import Settings

TEXT = "text: {kk: Қайтадан 19:00-де, ru: Кайтадан в 19:00, en: Qaitadan at %s}\naudience: everyone\n"


async def test_numbers_that_differ_between_languages_are_told(tmp_path: Path) -> None:
    file, settings = tmp_path / "a.yaml", Settings(data_dir=tmp_path)
    file.write_text(TEXT % "18:00")
    said = "\n".join(await announce_file(settings, file, dry_run=True))
    assert "numbers differ" in said and "18:00" in said and "nothing is sent" in said
    assert await overview(settings) == []
    file.write_text(TEXT % "19:00")
    assert "differ" not in "\n".join(await announce_file(settings, file, dry_run=False))
    (row,) = await overview(settings)
    assert (row["state"], row["text"]) == ("scheduled", "Qaitadan at 19:00") and row["due"]


async def test_many_numbers_that_differ_are_cut(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    numbers = " ".join(str(number) for number in range(10_000, 10_600))
    file.write_text(f"text: {{kk: '{numbers}', ru: Привет, en: Hi}}")
    (line,) = [line for line in await announce_file(Settings(data_dir=tmp_path), file, dry_run=True) if "differ" in line]
    assert "10000, 10001" in line and "…" in line and len(line) < 500


FAULTS = [
    ("text: {de: Hallo}", "text.de: found 'de', expected 'kk', 'ru' or 'en'"),
    ("text: {en: Hi}\ntopic: programm", "topic: found 'programm', expected 'programme', 'awards', 'logistics', 'press' or 'parties'"),
    ("text: {en: Hi}\naudiense: all", "audiense: is not known; the nearest known is audience"),
    ("text: {en: Hi}\nschedule: 2020-01-01 10:00", "schedule: 2020-01-01T10:00:00+05:00 is past; leave it out to send at once"),
    (
        "text: {en: Hi}\nschedule: 2099-01-02 10:00\nexpires: 2099-01-02 10:00",
        "expires: 2099-01-02T10:00:00+05:00 is not after schedule (2099-01-02T10:00:00+05:00); nobody would get it",
    ),
    ("text: {en: Hi}\nlanguages: []", "languages: is empty; expected at least one"),
    ("text: {en: Hi}\ntypes: []", "types: is empty; expected at least one"),
]


@pytest.mark.parametrize(("written", "told"), FAULTS)
async def test_a_fault_says_what_would_be_right(tmp_path: Path, written: str, told: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(written)
    with pytest.raises(ContentFault) as fault:
        await announce_file(Settings(data_dir=tmp_path), file, dry_run=True)
    assert str(fault.value) == f"{file}: {told}"


async def test_a_dry_run_says_when_and_in_which_languages(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("text: {kk: Сәлем, ru: Привет}\nschedule: 2099-10-05 18:00")
    said = await announce_file(Settings(data_dir=tmp_path), file, dry_run=True)
    assert said[:2] == ["at 2099-10-05 18:00+05:00", "texts in kk, ru"]
    assert "no text in en: these people get the one in kk" in said
