"""Reads of the compiled base: one read-only SQLite file."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from kb.records import Record, Source


class Base:
    """The records, their links in both directions and the sources of one compiled file."""

    def __init__(self, path: Path) -> None:
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            self.revision: str = db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0]
            self.records = {
                record.id: record for (data,) in db.execute("SELECT data FROM records ORDER BY id") for record in [Record.model_validate_json(data)]
            }
            self.sources = {source.id: source for (data,) in db.execute("SELECT data FROM sources") for source in [Source.model_validate_json(data)]}
            self.forms: dict[str, list[str]] = defaultdict(list)
            for form, base in db.execute("SELECT form, base FROM forms"):
                self.forms[form].append(base)
        finally:
            db.close()
        self.links: dict[str, set[str]] = defaultdict(set)
        for record in self.records.values():
            for target in self._targets(record):
                if target in self.records and target != record.id:
                    self.links[record.id].add(target)
                    self.links[target].add(record.id)

    @staticmethod
    def _targets(record: Record) -> set[str]:
        return {target for targets in record.links.values() for target in targets} | {ref for fact in record.facts.values() for ref in fact.refs}
