"""`bot.py kb export`: what editors changed in the chat comes back into the repository, and an update that has it sets nothing aside."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import kb.sheets
from bot import cli
from handlers.editing.live import changes_of
from handlers.editing.wanted import Wanted
from handlers.state import Store
from handlers.state.editing import Phrase, Update
from kb.build import DATA
from kb.changes import Change, apply, cells_of
from kb.records import load_directory


async def changed_state(path: Path) -> tuple[Change, ...]:
    """A state in which an editor changed one fact and taught one phrase; its changes."""
    records = {record.id: record for record in load_directory(DATA)[0]}
    old = cells_of(records["film-qaitadan"])["director", "ru"]
    change = Change("film-qaitadan", "director", "ru", old, "Режиссёр — Сынак Сынаков.")
    store = await Store.open(path)
    try:
        proposal = await store.editing.add_proposal(7, Wanted("edit", "x").dumps())
        assert await store.editing.apply(Update("ab12cd34", (change,), (Phrase("the carpet film", "en", "film-qaitadan", 3),)), 7, proposal)
        assert not await store.editing.apply(Update("ab12cd35", (change,)), 7, proposal)
        return changes_of(store)
    finally:
        await store.close()


def export(data_dir: Path, to: Path) -> str:
    done = CliRunner().invoke(cli, ["kb", "export", "--to", str(to)], env={"TYRNA_DATA_DIR": str(data_dir)})
    assert done.exit_code == 0, done.output
    return done.output


def test_without_changes_nothing_is_written(tmp_path: Path) -> None:
    assert "0 changed cells and 0 taught phrases are in 0 files" in export(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.fixture
def state(tmp_path: Path) -> tuple[Change, ...]:
    import asyncio

    return asyncio.run(changed_state(tmp_path / "state.sqlite"))


def test_what_editors_changed_is_exported_and_taken_over(tmp_path: Path, state: tuple[Change, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "kb"
    shutil.copytree(DATA, copy / "data")
    assert "1 changed cells and 1 taught phrases are in 2 files" in export(tmp_path, copy)
    changed = [path for path in DATA.rglob("*.yaml") if path.read_bytes() != (copy / "data" / path.relative_to(DATA)).read_bytes()]
    assert [path.name for path in changed] == ["film-qaitadan.yaml"]
    taught = yaml.safe_load((copy / "lexicon" / "taught.yaml").read_text(encoding="utf-8"))
    assert taught == [{"phrase": "the carpet film", "language": "en", "query": "film-qaitadan"}]
    merged = apply(*load_directory(copy / "data"), state)
    film = next(record for record in merged.records if record.id == "film-qaitadan")
    assert not merged.aside and cells_of(film)["director", "ru"] == "Режиссёр — Сынак Сынаков."
    monkeypatch.setattr(kb.sheets, "DATA", copy / "data")
    assert [path.name for path in kb.sheets.for_repository(merged.records, merged.sources, [])] == []
