"""A file goes out and comes back the same; one that could do harm is refused with what would be right."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kb.build import DATA
from kb.changes import cells_of
from kb.records import load_directory
from kb.sheets import COLUMNS, to_xlsx, to_zip
from kb.upload import MAX_BYTES, NotOurs, Uploaded, UploadFault, read

RECORD = """
id: film-x
kind: film
names: {kk: [Х], ru: [Х], en: [X]}
summary: {kk: Х., ru: Х., en: X.}
"""


def sheet(*rows: tuple[Any, ...], columns: tuple[str, ...] = COLUMNS) -> bytes:
    book = Workbook()
    book.worksheets[0].title = "film"
    for row in (columns, *rows):
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def archive(**files: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name.replace("__", "."), content)
    return out.getvalue()


def with_macros() -> bytes:
    content = io.BytesIO(sheet(("film-x", "names", "Х", "Х", "X")))
    with zipfile.ZipFile(content, "a") as opened:
        opened.writestr("xl/vbaProject.bin", b"x")
    return content.getvalue()


@pytest.fixture(scope="module")
def shipped() -> dict[str, dict[tuple[str, str], str]]:
    records, sources = load_directory(DATA)
    return {record.id: cells_of(record) for record in records} | {source.id: cells_of(source) for source in sources}


@pytest.mark.parametrize("ending", ["xlsx", "zip"])
def test_what_goes_out_comes_back_the_same(shipped: dict[str, dict[tuple[str, str], str]], ending: str) -> None:
    records, sources = load_directory(DATA)
    content = to_xlsx(records, sources, "abc", 0) if ending == "xlsx" else to_zip(records, sources, [], "abc", 0)
    found = read(content, f"base.{ending}")
    assert found.cells() == shipped and not found.faults and len(found.whole) == 11
    assert (found.revision, found.exported) == ("abc", "1970-01-01T00:00:00+00:00")


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    records, sources = load_directory(DATA)
    text = records[0].summary.model_copy(update={"en": "=1+1"})
    content = to_xlsx([records[0].model_copy(update={"summary": text})], sources, "abc", 0)
    cells = [cell for row in load_workbook(io.BytesIO(content))[records[0].kind] for cell in row if cell.value == "=1+1"]
    assert cells and all(cell.data_type != "f" for cell in cells)
    assert read(content, "base.xlsx").cells()[records[0].id]["summary", "en"] == "=1+1"


BAD = {
    "too large": (b"x" * (MAX_BYTES + 1), "base.xlsx", "larger than 2 MiB"),
    "macros by name": (b"PK", "base.xlsm", "has macros"),
    "macros inside": (with_macros(), "base.xlsx", "has macros"),
    "another kind": (b"x", "base.pdf", "of a kind that I cannot read"),
    "an old spreadsheet": (b"x", "base.xls", "of a kind that I cannot read"),
    "no archive": (b"x", "base.zip", "it is broken"),
    "a zip bomb": (archive(film__yaml=b"0" * 1_900_000), "base.zip", "far too large"),
    "very many files": (archive(**{f"f{n}": b"" for n in range(201)}), "base.zip", "far too large"),
    "a formula": (sheet(("film-x", "names", "Х", "=1+1", "X")), "base.xlsx", "Sheet film, cell D2: there is a formula"),
    "a date": (sheet(("film-x", "year", "Х", "Х", "X", date(2025, 1, 2))), "base.xlsx", "cell F2: “2025-01-02 00:00:00” is no text"),
    "a yes": (sheet(("film-x", "year", "Х", "Х", "X", True)), "base.xlsx", "cell F2: “True” is no text"),
    "no column": (sheet(("film-x", "names", "Х"), columns=("record", "property", "kk")), "base.xlsx", "the column “ru” is lacking"),
    "a long cell": (sheet(("film-x", "names", "Х" * 5001, "Х", "X")), "base.xlsx", "longer than 5000"),
    "UTF-16": (archive(film__yaml=RECORD.encode("utf-16")), "base.zip", "not in UTF-8"),
    "an alias": (archive(film__yaml="a: &a [x]\nb: [*a, *a]\n"), "base.zip", "line 2 uses a YAML alias"),
    "very deep": (archive(film__yaml="[" * 21 + "]" * 21), "base.zip", "nested too deeply"),
    "no YAML": (archive(film__yaml="summary: [\n"), "base.zip", "is not valid YAML"),
    "a tag": (archive(film__yaml="summary: !!python/object/apply:os.system [ls]\n"), "base.zip", "is not valid YAML"),
    "an archive of something else": (archive(photo__jpg=b"x"), "base.zip", "no file of the database"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_what_would_be_right(name: str) -> None:
    content, file, says = BAD[name]
    with pytest.raises(UploadFault) as fault:
        read(content, file)
    assert says in Uploaded(faults=[(fault.value.key, fault.value.values)]).said("en")[0]
    for language in ("kk", "ru"):
        assert Uploaded(faults=[(fault.value.key, fault.value.values)]).said(language)


@pytest.mark.parametrize(
    ("content", "file", "says"),
    [
        (sheet(("film-x", "names", "Х", "Х", "X"), ("film-x", "", "Х")), "base.xlsx", "Sheet film, row 3: every row needs a record and a property."),
        (sheet(("film-x", "names", "Х"), ("film-x", "names", "Х")), "base.xlsx", "Sheet film, row 3: the property names stands twice"),
        (sheet(("film-x", "names", "Х", "Х", "X")), "base.xlsx", "film-x: summary: there is no text in any language."),
        (RECORD.replace("film\n", "movie\n").encode(), "x.yaml", "film-x: kind: “movie” has another form"),
        ((RECORD + "height: 5\n").encode(), "x.yaml", "film-x: height"),
        (archive(film__yaml=f"- {RECORD.strip()}".replace("\n", "\n  ") + "\n- just text\n"), "base.zip", "entry 2: a record is a mapping with an id"),
    ],
)
def test_each_fault_of_a_record_is_told(content: bytes, file: str, says: str) -> None:
    assert any(says in said for said in read(content, file).said("en")), read(content, file).said("en")


def test_a_programme_is_something_else() -> None:
    book = Workbook()
    book.worksheets[0].title = "programme"
    out = io.BytesIO()
    book.save(out)
    for content, name in ((out.getvalue(), "p.xlsx"), (b"- kind: screening\n  id: film-night\n", "p.yaml")):
        with pytest.raises(NotOurs):
            read(content, name)


def test_one_record_as_yaml_is_no_whole_base() -> None:
    found = read(RECORD.encode(), "film-x.yaml")
    assert list(found.records) == ["film-x"] and not found.whole and not found.faults


def test_it_is_read_in_a_process_with_limits() -> None:
    done = subprocess.run([sys.executable, "-m", "kb.upload", "base.zip"], input=BAD["a zip bomb"][0], capture_output=True, check=True)
    assert "far too large" in Uploaded.loads(done.stdout.decode()).said("en")[0]
