"""A file of a sender who is not trusted → records as cells. It is read in a process of its own that has little memory and little time.

`python -m kb.upload NAME` reads the file from standard input and writes an `Uploaded` as JSON.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, get_args

import yaml
from pydantic import ValidationError

from kb.changes import CellFault, Cells, cells_of, record_of
from kb.records import Kind, Loader, Record, Source
from kb.sheets import ABOUT, COLUMNS, SOURCES_SHEET
from kb.texts import sentence

MAX_BYTES = 2 * 2**20
# A spreadsheet is a zip archive: how many files, and how much larger unpacked.
MAX_ENTRIES, MAX_RATIO = 200, 100
MAX_DEPTH, MAX_ROWS, MAX_CELL = 20, 20_000, 5_000
# Bytes of memory and seconds of processor time: https://man7.org/linux/man-pages/man2/setrlimit.2.html
_MEMORY, _SECONDS = 768 * 2**20, 30
# So many bytes of a file tell whether it holds records.
_HEAD = 2**18
_MARK = re.compile(rb"^[ -]*(summary|publisher):", re.M)
# So many faults are told.
_FAULTS = 20
_SHEETS = (*get_args(Kind), SOURCES_SHEET)


class UploadFault(Exception):
    """A file cannot be used; `key` is the sentence that says why, with its `values`."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class NotOurs(Exception):
    """A file that holds no records: a programme, or something else."""


@dataclass
class Uploaded:
    """What a file holds. `whole` are the sheets of which it holds everything: what is not there is to go.

    `ours` is False for a file that holds no records; `faults` are (key, values) of sentences. The revision and time are those of the export.
    """

    ours: bool = True
    records: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    whole: list[str] = field(default_factory=list)
    faults: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    revision: str = ""
    exported: str = ""

    @classmethod
    def loads(cls, said: str) -> Uploaded:
        return cls(**json.loads(said))

    def cells(self) -> dict[str, Cells]:
        return {key: {(prop, part): value for prop, part, value in listed} for key, listed in self.records.items()}

    def said(self, language: Any) -> list[str]:
        """The faults in words."""
        return [sentence(key, language, **values) for key, values in self.faults]

    def add(self, key: str, cells: Cells) -> None:
        """Take a record, as it is written back; what is wrong with it is a fault."""
        if key in self.records:
            self.faults.append(("upload-twice", {"record": key}))
            return
        try:
            normal = cells_of(record_of(key, cells))
        except CellFault as fault:
            self.faults.append((fault.key, fault.values))
            normal = {}
        self.records[key] = [(prop, part, value) for (prop, part), value in normal.items()]


def read(content: bytes, name: str) -> Uploaded:
    """What a file holds; its kind is told by the end of its name.

    Raises:
        NotOurs: it holds no records.
        UploadFault: the file is too large, broken, of another kind, or could do harm.
    """
    if len(content) > MAX_BYTES:
        raise UploadFault("upload-size", limit=str(MAX_BYTES // 2**20))
    ending = name.rpartition(".")[2].lower()
    readers = {"xlsx": _xlsx, "zip": _zip, "yaml": _yaml, "yml": _yaml}
    if ending in ("xlsm", "xltm", "xlsb", "xlam"):
        raise UploadFault("upload-macros")
    if ending not in readers:
        raise UploadFault("upload-kind", name=name[:60])
    out = readers[ending](content)
    out.faults = out.faults[:_FAULTS]
    return out


def _archive(content: bytes) -> zipfile.ZipFile:
    """An archive that does not fill the memory; nothing of it is unpacked yet."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UploadFault("upload-broken") from None
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_RATIO * max(1, len(content)):
        raise UploadFault("upload-bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UploadFault("upload-locked")
    return archive


def _xlsx(content: bytes) -> Uploaded:
    archive = _archive(content)
    names = {entry.filename.lower() for entry in archive.infolist()}
    try:
        with archive.open("xl/workbook.xml") as file:
            sheets = re.findall(rb'<sheet [^>]*name="([^"]*)"', file.read(_HEAD))
    except Exception:  # no workbook, or a broken one
        raise UploadFault("upload-broken") from None
    if not any(sheet.decode(errors="replace").lower() in _SHEETS for sheet in sheets):
        raise NotOurs
    if any("vbaproject" in name or "/macrosheets/" in name or "activex" in name for name in names):
        raise UploadFault("upload-macros")
    if any("externallinks/" in name or "embeddings/" in name for name in names):
        raise UploadFault("upload-links")
    from openpyxl import load_workbook  # only an upload needs it

    try:
        book = load_workbook(io.BytesIO(content), read_only=True)
        tables = {sheet.title.lower(): list(_table(sheet)) for sheet in book.worksheets if sheet.title.lower() in (*_SHEETS, ABOUT)}
    except (UploadFault, MemoryError):
        raise
    except Exception:  # whatever a broken archive raises: KeyError, ValueError, XML errors
        raise UploadFault("upload-broken") from None
    about = {key: value for key, value, *_ in tables.pop(ABOUT, [])}
    out = Uploaded(revision=about.get("revision", ""), exported=about.get("exported", ""))
    for name, table in tables.items():
        if table:
            _sheet(out, name, table)
    return out


def _table(sheet: Any) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=30), 1):
        if number > MAX_ROWS:
            raise UploadFault("upload-rows", limit=str(MAX_ROWS))
        yield [_text(cell, sheet.title) for cell in row]


def _text(cell: Any, sheet: str) -> str:
    """A cell as text. Raises `UploadFault` for a formula, a date and what else is no text."""
    value = cell.value
    if value is None:
        return ""
    place = {"sheet": sheet, "cell": cell.coordinate}
    if cell.data_type == "f":
        raise UploadFault("upload-formula", **place)
    if isinstance(value, bool) or not isinstance(value, str | int | float) or cell.data_type == "e":
        raise UploadFault("upload-type", **place, found=str(value)[:40])
    said = (str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)).replace("\r\n", "\n").strip()
    if len(said) > MAX_CELL:
        raise UploadFault("upload-cell", **place, limit=str(MAX_CELL))
    return said


def _sheet(out: Uploaded, name: str, table: list[list[str]]) -> None:
    header = [column.lower() for column in table[0]]
    if lacking := [column for column in COLUMNS[:5] if column not in header]:
        raise UploadFault("upload-column", sheet=name, column=lacking[0])
    at = {column: header.index(column) for column in COLUMNS if column in header}
    records: dict[str, Cells] = {}
    for number, row in enumerate(table[1:], 2):
        values = {column: row[place] for column, place in at.items() if place < len(row) and row[place]}
        if not values:
            continue
        if "record" not in values or "property" not in values:
            out.faults.append(("upload-row", {"sheet": name, "row": str(number)}))
            continue
        cells = records.setdefault(values.pop("record"), {} if name == SOURCES_SHEET else {("kind", "value"): name})
        prop = values.pop("property")
        if any((prop, part) in cells for part in COLUMNS[2:]):
            out.faults.append(("upload-row-twice", {"sheet": name, "row": str(number), "property": prop}))
        cells |= {(prop, part): value for part, value in values.items()}
    out.whole.append(name)
    for key, cells in records.items():
        out.add(key, cells)


def _zip(content: bytes) -> Uploaded:
    out, archive = Uploaded(ours=False), _archive(content)
    for entry in archive.infolist():
        stem, _, ending = entry.filename.rpartition("/")[2].lower().rpartition(".")
        if ending not in ("yaml", "yml") or stem not in (*_SHEETS, ABOUT):
            continue
        try:
            data = _load(archive.read(entry), entry.filename)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError):
            raise UploadFault("upload-broken") from None
        if stem == ABOUT:
            about = data if isinstance(data, dict) else {}
            out.revision, out.exported = str(about.get("revision", "")), str(about.get("exported", ""))
            continue
        out.ours = True
        out.whole.append(stem)
        _records(out, data, entry.filename)
    if not out.ours:
        raise UploadFault("upload-empty", expected=f"{_SHEETS[0]}.yaml")
    return out


def _yaml(content: bytes) -> Uploaded:
    if not _MARK.search(content[:_HEAD]):
        raise NotOurs  # a programme is YAML too
    out = Uploaded()
    _records(out, _load(content, ""), "")
    return out


def _records(out: Uploaded, data: Any, file: str) -> None:
    for number, each in enumerate(data if isinstance(data, list) else [data], 1):
        if not isinstance(each, dict) or not isinstance(each.get("id"), str):
            out.faults.append(("upload-entry", {"file": file, "number": str(number)}))
            continue
        try:
            model: Any = Source if each["id"].startswith("src-") else Record
            out.add(each["id"], cells_of(model.model_validate(each)))
        except ValidationError as error:
            for fault in error.errors():
                where = ".".join(map(str, fault["loc"]))
                out.faults.append(("cell-shape", {"place": f"{each['id'][:60]}: {where}", "found": str(fault.get("input", ""))[:80]}))


def _load(content: bytes, file: str) -> Any:
    """YAML without aliases, which can blow a small file up, and not too deep."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UploadFault("upload-encoding", file=file) from None
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            line = _line(event.start_mark)
            if isinstance(event, yaml.AliasEvent):
                raise UploadFault("upload-alias", file=file, line=line)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise UploadFault("upload-deep", file=file, line=line)
        return yaml.load(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise UploadFault("upload-yaml", file=file, line=_line(getattr(error, "problem_mark", None))) from None
    except (ValueError, RecursionError):
        raise UploadFault("upload-yaml", file=file, line="1") from None


def _line(mark: Any) -> str:
    return str(mark.line + 1) if mark else "1"


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        found = read(sys.stdin.buffer.read(MAX_BYTES + 1), sys.argv[1])
    except NotOurs:
        found = Uploaded(ours=False)
    except UploadFault as fault:
        found = Uploaded(faults=[(fault.key, fault.values)])
    except MemoryError:
        found = Uploaded(faults=[("upload-bomb", {})])
    json.dump(asdict(found), sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
