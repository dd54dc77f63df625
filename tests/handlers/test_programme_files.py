"""Files of programmes: what is read of each kind, and what a bad one is told, row by row."""

from __future__ import annotations

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from bot import cli
from handlers.programme.importing import changes, load
from handlers.programme.tables import MAX_BYTES, MAX_ROWS, TableFault, read
from handlers.state.programme import Screening
from handlers.texts import text
from kb import LANGUAGES, KnowledgeBase

ZONE = ZoneInfo("Asia/Aqtau")
VENUE = "- {kind: venue, id: hall, name_ru: Зал}\n"
HEADER = "kind;id;film;name_en;venue;date;start;end;language;access;latitude;longitude;cancelled\n"
HALL = "venue;hall;;Hall;;;;;;;;;\n"


def workbook(*rows: list[object], sheet: str = "programme") -> bytes:
    book = Workbook()
    book.worksheets[0].title = sheet
    for row in rows:
        book.worksheets[0].append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def archive(entries: int, size: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(entries):
            packed.writestr(f"{number}.xml", b"0" * size)
    return out.getvalue()


# A file that is no table, and what it is told.
REFUSED = {
    "large": (b"x" * (MAX_BYTES + 1), "a.csv", "programme-fault-size"),
    "another kind": (b"%PDF", "a.pdf", "programme-fault-kind"),
    "no name": (b"kind", "", "programme-fault-kind"),
    "no spreadsheet": (b"kind;id", "a.xlsx", "programme-fault-broken"),
    "an archive of something else": (archive(1, 10), "a.xlsx", "programme-fault-broken"),
    "an archive of many files": (archive(201, 10), "a.xlsx", "programme-fault-bomb"),
    "an archive that unpacks to much": (archive(1, 20 * 2**20), "a.xlsx", "programme-fault-bomb"),
    "another encoding": ("вид;код\n".encode("cp1251"), "a.csv", "programme-fault-encoding"),
    "many rows": (HEADER.encode() + b"event;a\n" * (MAX_ROWS + 1), "a.csv", "programme-fault-rows"),
    "a value without a column": (HEADER.encode() + b"event" + b";" * 14 + b"stray\n", "a.csv", "programme-fault-no-header"),
    "empty": (b"", "a.csv", "programme-fault-empty"),
    "only a header": (HEADER.encode(), "a.csv", "programme-fault-empty"),
    "YAML with aliases": (b"- &a {kind: venue}\n- *a\n", "a.yaml", "programme-fault-alias"),
    "a YAML bomb": (b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "a.yaml", "programme-fault-alias"),
    "deep YAML": (b"- {kind: " + b"[" * 50 + b"]" * 50 + b"}\n", "a.yaml", "programme-fault-deep"),
    "broken YAML": (b"- {kind: venue\n- x", "a.yaml", "programme-fault-yaml"),
    "YAML that is no list": (b"kind: venue\n", "a.yaml", "programme-fault-list"),
    "YAML that lists texts": (b"- venue\n", "a.yaml", "programme-fault-mapping"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_programme_is_refused_in_words(name: str) -> None:
    content, file, key = REFUSED[name]
    with pytest.raises(TableFault) as fault:
        read(content, file)
    assert fault.value.key == key
    assert all(text(key, language, **fault.value.values) for language in LANGUAGES)


# A row after the venue's, and each fault with its column.
FAULTY = {
    "kind": ("show;a;;A;hall;2031-10-01;18:00;;;;;;", ["kind"]),
    "no id": ("event;;;A;hall;2031-10-01;18:00;;;;;;", ["id"]),
    "a bad id": ("event;Opening!;;A;hall;2031-10-01;18:00;;;;;;", ["id"]),
    "no name": ("event;a;;;hall;2031-10-01;18:00;;;;;;", ["name_kk"]),
    "an unknown film": ("screening;a;Titanic;;hall;2031-10-01;18:00;;;;;;", ["film"]),
    "no venue": ("event;a;;A;;2031-10-01;18:00;;;;;;", ["venue"]),
    "an unknown venue": ("event;a;;A;tent;2031-10-01;18:00;;;;;;", ["venue"]),
    "a date": ("event;a;;A;hall;2031-02-30;18:00;;;;;;", ["date"]),
    "a year": ("event;a;;A;hall;1931-10-01;18:00;;;;;;", ["date"]),
    "a formula without a value": ("event;a;;#REF!;hall;2031-10-01;18:00;;;;;;", ["name_en"]),
    "half past midnight": ("event;a;;A;hall;2031-10-01;24:30;;;;;;", ["start"]),
    "an end before the start": ("event;a;;A;hall;2031-10-01;18:00;17:00;;;;;", ["end"]),
    "a date in words": ("event;a;;A;hall;1 октября;18:00;;;;;;", ["date"]),
    "a language that is a country": ("event;a;;A;hall;2031-10-01;18:00;;kz;;;;", ["language"]),
    "a time": ("event;a;;A;hall;2031-10-01;24:00;;;;;;", ["start"]),
    "an end": ("event;a;;A;hall;2031-10-01;18:00;soon;;;;;", ["end"]),
    "a long one": ("event;a;;A;hall;2031-10-01;18:00;07:00;;;;;", ["end"]),
    "a language": ("event;a;;A;hall;2031-10-01;18:00;;Kazakh;;;;", ["language"]),
    "access": ("event;a;;A;hall;2031-10-01;18:00;;;vip;;;", ["access"]),
    "cancelled": ("event;a;;A;hall;2031-10-01;18:00;;;;;;maybe", ["cancelled"]),
    "half a place": ("venue;b;;B;;;;;;;43.6;;", ["longitude"]),
    "no place on earth": ("venue;b;;B;;;;;;;143.6;51;", ["latitude"]),
    "several": ("event;a;;A;tent;2031-13-01;25:00;;;;;;", ["venue", "date", "start"]),
}


@pytest.mark.parametrize("name", FAULTY)
def test_every_fault_is_named_by_its_row_and_column(knowledge: KnowledgeBase, name: str) -> None:
    row, columns = FAULTY[name]
    loaded = load(read((HEADER + HALL + row + "\n").encode(), "a.csv"), knowledge, ZONE, {})
    assert [(fault.row.number, fault.column) for fault in loaded.faults] == [(3, column) for column in columns]
    assert all(fault.said(language) for fault in loaded.faults for language in LANGUAGES)


def test_an_id_stands_once_and_an_unknown_column_names_the_nearest(knowledge: KnowledgeBase) -> None:
    row = "event;a;;A;hall;2031-10-01;18:00;;;;;;\n"
    loaded = load(read((HEADER.replace("access", "acces") + HALL + row.replace("18:00;;;", "18:00;;;free") + row).encode(), "a.csv"), knowledge, ZONE, {})
    assert [fault.said("en") for fault in loaded.faults] == [
        "Row 1, column acces: expected one of the template's columns; the nearest is access.",
        "Row 4, column id: found “a”, expected an id that no other row has.",
    ]


def test_a_faulty_header_is_one_fault_of_its_row_and_an_empty_cell_is_called_empty(knowledge: KnowledgeBase) -> None:
    table: list[list[object]] = [
        ["kind", "id", "title_ru", "venue", "date", "start"],
        ["venue", "hall", "Зал"],
        ["event", "a", "Показ", "hall", "2031-10-01", None],
    ]
    loaded = load(read(workbook(["", None], *table), "a.xlsx"), knowledge, ZONE, {})
    assert [fault.said("en").partition(", expected")[0] for fault in loaded.faults] == [
        "Row 2 (sheet: programme), column title_ru: expected one of the template's columns; the nearest is note_ru.",
        "Row 3 (sheet: programme), column name_kk: it is empty",
        "Row 4 (sheet: programme), column name_kk: it is empty",
        "Row 4 (sheet: programme), column start: it is empty",
    ]
    assert [fault.said(language).partition(",")[0] for fault in loaded.faults[-1:] for language in ("kk", "ru")] == [
        "4-жол (парақ: programme)",
        "Строка 4 (лист: programme)",
    ]


def test_the_same_row_under_two_ids_is_a_fault(knowledge: KnowledgeBase) -> None:
    row = ";film-qash;;hall;2031-10-01;18:00;;;;;;\n"
    loaded = load(read((HEADER + HALL + "screening;a" + row + "\n\n" + "screening;b" + row).encode(), "a.csv"), knowledge, ZONE, {})
    assert [(fault.row.number, fault.near) for fault in loaded.faults] == [(6, "a")]
    assert all("a" in fault.said(language) for fault in loaded.faults for language in LANGUAGES)


def test_a_merged_cell_counts_in_its_first_row(knowledge: KnowledgeBase) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["kind", "id", "name_en", "venue", "date", "start"])
    sheet.append(["venue", "hall", "Hall"])
    for name in "abc":
        sheet.append(["event", name, name, "hall", "2031-10-01", "18:00"])
    sheet.merge_cells("E3:E5")
    out = BytesIO()
    book.save(out)
    loaded = load(read(out.getvalue(), "a.xlsx"), knowledge, ZONE, {})
    assert list(loaded.screenings) == ["a"] and [(fault.row.number, fault.column) for fault in loaded.faults] == [(4, "date"), (5, "date")]


def test_a_time_that_clocks_leave_out_is_a_fault(knowledge: KnowledgeBase) -> None:
    row = "event;a;;A;hall;2031-03-30;02:30;;;;;;\n"
    loaded = load(read((HEADER + HALL + row).encode(), "a.csv"), knowledge, ZoneInfo("Europe/Berlin"), {})
    assert [fault.expected for fault in loaded.faults] == ["clock"]


def test_a_spreadsheet_a_table_and_yaml_give_the_same(knowledge: KnowledgeBase) -> None:
    from datetime import date, time

    row = HEADER + HALL + "screening;a;Қайтадан;;Hall;02.10.2031;23:30;1:10;kk, ru;free;;;\n"
    sheet = workbook(
        ["Kind", "ID", "film", "name_en", "venue", "date", "start", "end", "language", "access"],
        ["venue", "hall", None, "Hall"],
        [None, "a", "film-qaitadan", None, "hall", date(2031, 10, 2), time(23, 30), "01:10", "kk ru", "free"],
    )
    listed = "- {kind: venue, id: hall, name: {en: Hall}}\n- {id: a, film: QAITADAN, venue: hall, date: 2031-10-02, start: 23:30, end: 01:10, "
    files = {"a.csv": row.encode(), "a.xlsx": sheet, "a.yaml": (listed + "language: [kk, ru], access: free}\n").encode()}
    found = [load(read(content, name), knowledge, ZONE, {}) for name, content in files.items()]
    assert [one.faults for one in found] == [[], [], []]
    assert found[0].screenings == found[1].screenings == found[2].screenings
    (entry,) = found[0].screenings.values()
    assert (entry.ends_at or 0) - entry.starts_at == 100 * 60 and entry.film == "film-qaitadan"


def test_what_a_file_leaves_out_is_cancelled_or_forgotten(knowledge: KnowledgeBase) -> None:
    loaded = load(read(VENUE.encode() + b"- {kind: event, id: new, name_en: N, venue: hall, date: 2031-10-01, start: 18:00}", "a.yaml"), knowledge, ZONE, {})
    past, coming = (Screening(name, "event", "hall", at, names={"en": "A"}) for name, at in (("past", 100), ("coming", 300)))
    found = changes(loaded, [past, coming], loaded.venues, 200, {language: {"past": "A", "coming": "A"} for language in LANGUAGES})
    assert (found.added, found.cancelled, found.update.removed) == (("new",), ("coming",), ("past",))
    assert set(found.update.told) == {"coming"}


def test_from_the_command_line(tmp_path: Path, base_dir: Path) -> None:
    file, config = tmp_path / "programme.csv", tmp_path / "config.yaml"
    shutil.copytree(base_dir, tmp_path / "var")
    config.write_text(f"data_dir: {tmp_path / 'var'}\n")
    file.write_text(HEADER + HALL + "event;a;;A;hall;2031-10-01;25:00;;;;;;\n")
    run = CliRunner().invoke(cli, ["--config", str(config), "programme", str(file)])
    assert run.exit_code == 2 and "Row 3, column start: found “25:00”" in run.output
    file.write_text(HEADER + HALL + "event;a;;A;hall;2031-10-01;18:00;;;;;;\n")
    told = CliRunner().invoke(cli, ["--config", str(config), "programme", str(file), "--dry-run"]).output
    assert "nothing is changed" in told and "new: 1\n    “A”, Wednesday, 1 October, 18:00 · Hall\n" in told
    for said in ("new: 1", "the programme is the same already"):
        assert said in CliRunner().invoke(cli, ["--config", str(config), "programme", str(file)]).output
    file.write_text(HEADER + HALL + "event;a;;A;hall;2031-10-01;19:30;;;;;;\n")
    told = CliRunner().invoke(cli, ["--config", str(config), "programme", str(file)]).output
    assert "/announcements, #1" in told
    assert "    “A”, Wednesday, 1 October, 19:30 · Hall (was: “A”, Wednesday, 1 October, 18:00 · Hall)\n" in told
    listed = json.loads(CliRunner().invoke(cli, ["--config", str(config), "announcements", "--json"]).output)
    assert [(one["id"], one["state"]) for one in listed] == [(1, "draft")]
    template = tmp_path / "empty.xlsx"
    assert CliRunner().invoke(cli, ["programme", "--template", str(template)]).exit_code == 0
    with pytest.raises(TableFault, match="programme-fault-empty"):
        read(template.read_bytes(), template.name)
    assert CliRunner().invoke(cli, ["programme", "--template", str(template)]).exit_code == 2
