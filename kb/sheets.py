"""The base as files for editors: a spreadsheet with a sheet for each kind, YAML with a file for each kind, and the YAML of the repository."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import yaml

from kb.build import DATA
from kb.changes import PARTS, cells_of
from kb.records import Kind, Record, Source, read_records
from kb.understand.lexicon import DIRECTORY as LEXICON
from kb.understand.taught import Phrase

COLUMNS = ("record", "property", *PARTS)
SOURCES_SHEET, ABOUT = "sources", "about"
# The folder of a new record's file; small kinds share one.
_FOLDERS: dict[Kind, str] = {
    "film": "films",
    "agreement": "agreements",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "country": "countries",
    "festival": "festival",
    "edition": "festival",
    "award": "festival",
    "event": "festival",
}
_KEYS = ("id", "kind", "type", "names", "summary", "facts", "highlights", "aliases", "links", "forms")
_WIDTHS = {"record": 28, "property": 18, "value": 40, "sources": 28}


def by_sheet(records: Iterable[Record], sources: Iterable[Source]) -> dict[str, list[Record | Source]]:
    """Sheet → its records; a sheet for each kind, and one for the sources."""
    out: dict[str, list[Record | Source]] = {kind: [] for kind in get_args(Kind)}
    for record in records:
        out[record.kind].append(record)
    out[SOURCES_SHEET] = list(sources)
    return out


def rows_of(record: Record | Source) -> list[tuple[str, ...]]:
    """A row for each property, in the order of `COLUMNS`; the kind is the sheet's."""
    by_property: dict[str, dict[str, str]] = defaultdict(dict)
    for (prop, part), value in cells_of(record).items():
        if prop != "kind":
            by_property[prop][part] = value
    return [(record.id, prop, *(parts.get(part, "") for part in PARTS)) for prop, parts in by_property.items()]


def _about(revision: str, at: float) -> dict[str, str]:
    return {"revision": revision, "exported": datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")}


def to_xlsx(records: Iterable[Record], sources: Iterable[Source], revision: str, at: float) -> bytes:
    """The base of a revision as a spreadsheet, made at `at` (Unix seconds)."""
    from openpyxl import Workbook  # only who wants a spreadsheet pays for it
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)

    def add(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "C2"
        for number, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 60)
        for place, row in enumerate([columns, *rows]):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, value)
                if value:
                    cell.data_type = "s"  # a text that begins with = is no formula
                cell.font = Font(bold=place == 0)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cells.append(cell)
            sheet.append(cells)

    for name, listed in by_sheet(records, sources).items():
        add(name, COLUMNS, (row for record in listed for row in rows_of(record)))
    add(ABOUT, ("what", "value"), list(_about(revision, at).items()))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_zip(records: Iterable[Record], sources: Iterable[Source], taught: Sequence[Phrase], revision: str, at: float) -> bytes:
    """The base of a revision as YAML: a file for each kind, `sources.yaml`, `taught.yaml`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, listed in by_sheet(records, sources).items():
            archive.writestr(f"{name}.yaml", dump([row(record) for record in listed]))
        archive.writestr("taught.yaml", dump([asdict(phrase) for phrase in taught]))
        archive.writestr(f"{ABOUT}.yaml", dump(_about(revision, at)))
    return out.getvalue()


def row(record: Record | Source) -> dict[str, Any]:
    """A record as YAML has it."""
    data = record.model_dump(by_alias=True, exclude_defaults=True)
    return {key: data[key] for key in _KEYS if key in data} if isinstance(record, Record) else data


def dump(data: Any) -> str:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def for_repository(records: Sequence[Record], sources: Sequence[Source], taught: Sequence[Phrase]) -> Mapping[Path, str | None]:
    """The files below `kb/` that hold the base, but only those that are not as they are shipped; None: the file is to go."""
    left = {record.id: record for record in records}
    out: dict[Path, str | None] = {}
    for path in sorted(DATA.rglob("*.yaml")):
        if path.name == "sources.yaml":
            continue
        shipped = read_records(path)
        now = [left.pop(record.id) for record in shipped if record.id in left]
        if now != shipped:
            rows = [row(record) for record in now]
            out[path.relative_to(DATA.parent)] = dump(rows if len(shipped) > 1 else rows[0]) if rows else None
    for record in left.values():
        out[Path(DATA.name) / _FOLDERS[record.kind] / f"{record.id}.yaml"] = dump(row(record))
    if (text := dump([row(source) for source in sources])) and yaml.load(text, Loader=yaml.CSafeLoader) != _read(DATA / "sources.yaml"):
        out[Path(DATA.name) / "sources.yaml"] = text
    if [asdict(phrase) for phrase in taught] != (_read(LEXICON / "taught.yaml") or []):
        comment = "".join(line + "\n" for line in (LEXICON / "taught.yaml").read_text(encoding="utf-8").splitlines() if line.startswith("#"))
        out[Path(LEXICON.name) / "taught.yaml"] = comment + dump([asdict(phrase) for phrase in taught])
    return out


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
