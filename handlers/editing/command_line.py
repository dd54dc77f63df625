"""`bot.py kb export`: the shipped base with what editors changed, as the YAML of the repository."""

from __future__ import annotations

import asyncio
from pathlib import Path

from handlers.editing.live import changes_of, phrases_of
from handlers.settings import Settings
from handlers.state import Store
from kb.build import DATA
from kb.changes import Change, apply
from kb.records import load_directory
from kb.sheets import for_repository
from kb.understand.taught import Phrase, shipped


def export(settings: Settings, directory: Path) -> list[str]:
    """Write the files that differ from the shipped ones below `directory`, which stands for `kb/`; lines that say what was done.

    Raises:
        DataFault: the shipped YAML is not valid.
    """
    changes, taught = asyncio.run(_edited(settings))
    merged = apply(*load_directory(DATA), changes)
    known = shipped()
    files = for_repository(merged.records, merged.sources, [*known, *(phrase for phrase in taught if phrase not in known)])
    lines = []
    for path, content in files.items():
        target = directory / path
        if content is None:
            target.unlink(missing_ok=True)
            lines.append(f"{target}: deleted, its records are removed")
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
        lines.append(f"{target}: written")
    lines.append(f"{len(changes) - len(merged.aside)} changed cells and {len(taught)} taught phrases are in {len(files)} files")
    if merged.aside:
        lines.append(f"{len(merged.aside)} changed cells are set aside and not exported: see /kb undo in the chat")
    return lines


async def _edited(settings: Settings) -> tuple[tuple[Change, ...], tuple[Phrase, ...]]:
    state = settings.state_location
    if isinstance(state, Path) and not state.exists():
        return (), ()
    store = await Store.open(state)
    try:
        return changes_of(store), phrases_of(store)
    finally:
        await store.close()
