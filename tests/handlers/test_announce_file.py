"""`bot.py announce`: what it says before anything is sent."""

from __future__ import annotations

from pathlib import Path

from handlers.announcements.command_line import announce_file, overview
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
    assert [row["state"] for row in await overview(settings)] == ["scheduled"]
