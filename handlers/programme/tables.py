"""A file → rows of texts: a spreadsheet (.xlsx), a table (.csv) or YAML, of a sender who is not trusted."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import yaml

# A festival's programme has some hundred rows; what is larger is something else.
MAX_BYTES = 2 * 2**20
MAX_ROWS = 2000
MAX_CELL = 2000
# A spreadsheet is a zip archive: how many files, how much larger unpacked.
MAX_ENTRIES, MAX_RATIO = 200, 100
# A list of mappings of texts, and texts by language or lists in them.
_YAML_DEPTH = 4
HELP_SHEET = "help"


class TableFault(Exception):
    """A file cannot be read as a table; `key` is the text that says why, with its `values`."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Row:
    """A row as it was written: column → text; empty cells are left out. `number` counts from 1, as the program that made the file shows it.

    `header` is the number of the row that names the columns, if that is another one.
    """

    number: int
    sheet: str
    cells: dict[str, str]
    header: int | None = None


def read(content: bytes, name: str) -> list[Row]:
    """The rows of a file; its kind is told by the end of its name.

    Raises:
        TableFault: the file is empty, too large, broken, or of another kind.
    """
    if len(content) > MAX_BYTES:
        raise TableFault("programme-fault-size", limit=MAX_BYTES // 2**20)
    ending = name.rpartition(".")[2].lower()
    readers = {"xlsx": _xlsx, "csv": _csv, "yaml": _yaml, "yml": _yaml}
    if ending not in readers:
        raise TableFault("programme-fault-kind", name=name[:60])
    rows = []
    for row in readers[ending](content):
        rows.append(row)
        if len(rows) > MAX_ROWS:
            raise TableFault("programme-fault-rows", limit=MAX_ROWS)
    if not rows:
        raise TableFault("programme-fault-empty")
    return rows


def _xlsx(content: bytes) -> Iterator[Row]:
    _unpacks_to_little(content)
    from openpyxl import load_workbook  # only an import needs it

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception:  # whatever a broken archive raises: KeyError, ValueError, XML errors
        raise TableFault("programme-fault-broken") from None
    try:
        for sheet in book.worksheets:
            if sheet.title.lower() != HELP_SHEET:
                yield from _rows(sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 2, max_col=100), sheet.title)
    except TableFault:
        raise
    except Exception:
        raise TableFault("programme-fault-broken") from None
    finally:
        book.close()


def _unpacks_to_little(content: bytes) -> None:
    """Refuse an archive that would fill the memory, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError):
        raise TableFault("programme-fault-broken") from None
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_RATIO * max(1, len(content)):
        raise TableFault("programme-fault-bomb")


def _csv(content: bytes) -> Iterator[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableFault("programme-fault-encoding") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from _rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), "")
    except csv.Error:
        raise TableFault("programme-fault-broken") from None


def _rows(table: Any, sheet: str) -> Iterator[Row]:
    """Rows under their header, the first row that is not empty."""
    header: list[str] = []
    head = 1
    for number, values in enumerate(table, 1):
        cells = [_text(value) for value in values]
        if not any(cells):
            continue
        if not header:
            header, head = [cell.lower() for cell in cells], number
            continue
        named = {column: cell for column, cell in zip(header, cells, strict=False) if cell}
        stray = [cell for column, cell in zip(header, cells, strict=False) if cell and not column] or [cell for cell in cells[len(header) :] if cell]
        if stray:
            raise TableFault("programme-fault-no-header", row=number, found=stray[0][:40])
        yield Row(number, sheet, named, head)


def _text(value: Any) -> str:
    """A cell as text: dates as 2026-10-02, times as 18:30, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()[:MAX_CELL]


def _yaml(content: bytes) -> Iterator[Row]:
    """A list of mappings. Everything is text, so that 18:30 stays what was written; aliases, which can blow a small file up, are refused."""
    try:
        text = content.decode("utf-8-sig")
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.AliasEvent):
                raise TableFault("programme-fault-alias", row=_line(event.start_mark))
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _YAML_DEPTH:
                raise TableFault("programme-fault-deep", row=_line(event.start_mark))
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except UnicodeDecodeError:
        raise TableFault("programme-fault-encoding") from None
    except yaml.YAMLError as error:
        raise TableFault("programme-fault-yaml", row=_line(getattr(error, "problem_mark", None))) from None
    if not isinstance(root, yaml.SequenceNode):
        raise TableFault("programme-fault-list")
    for node in root.value:
        number = _line(node.start_mark)
        if not isinstance(node, yaml.MappingNode):
            raise TableFault("programme-fault-mapping", row=number)
        cells: dict[str, str] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise TableFault("programme-fault-mapping", row=number)
            cells |= _cells(key.value.strip().lower(), value, number)
        yield Row(number, "", {column: cell for column, cell in cells.items() if cell})


def _line(mark: yaml.error.Mark | Any) -> int:
    return int(mark.line) + 1 if mark else 1


def _cells(column: str, node: yaml.Node, number: int) -> dict[str, str]:
    """`name: {kk: …, ru: …}` is name_kk and name_ru; a list is its items with commas."""
    if isinstance(node, yaml.ScalarNode):
        return {column: _text("" if node.value in ("null", "~") else node.value)}
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return {column: _text(", ".join(item.value for item in node.value))}
    if isinstance(node, yaml.MappingNode) and all(isinstance(part, yaml.ScalarNode) for pair in node.value for part in pair):
        return {f"{column}_{key.value.strip().lower()}": _text(value.value) for key, value in node.value}
    raise TableFault("programme-fault-mapping", row=number)
