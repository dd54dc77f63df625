"""The base goes out as a file and comes back changed, over real HTTP; bad files; two editors; a programme is still a programme."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from handlers.context import TyrnaApplication
from tests.e2e.conftest import Run
from tests.e2e.editing import an_editor, languages
from tests.emulator import Emulator, Person

pytestmark = pytest.mark.usefixtures("golden")

OLD = {"kk": "«Қайтадан» — 2025 жылғы фильм.", "ru": "«Кайтадан» — фильм 2025 года.", "en": "“Qaitadan” is a 2025 film."}
NEW = {"kk": "«Қайтадан» 2025 жылы түсірілді.", "ru": "Фильм «Кайтадан» снят в 2025 году.", "en": "“Qaitadan” was made in 2025."}
ASKED = {"kk": "«Қайтадан» қай жылы түсірілді?", "ru": "В каком году снят фильм «Кайтадан»?", "en": "What year was Qaitadan made?"}
# What the card, its button, its end and a refusal say.
SAID = {
    "kk": ("Осы файлды қолданайын ба?", "Жазбалар: қосылғаны — 0, өзгергені — 1, өшірілгені — 0", "Файл қолданылды", "формула тұр"),
    "ru": ("Применить этот файл?", "Записи: добавлено — 0, изменено — 1, удалено — 0", "Файл применён", "там формула"),
    "en": ("Apply this file?", "Records: 0 added, 1 changed, 0 removed", "The file is live", "there is a formula"),
}


async def exported(editor: Person, emulator: Emulator) -> tuple[bytes, bytes]:
    """The spreadsheet and the archive that `/kb export` sends."""
    editor.write("/kb export")
    await editor.sees("YAML", timeout=60)
    files = [each.content["document"]["file_id"] for each in editor.messages if "document" in each.content and each.from_bot]
    return emulator.state.files[files[-2]].content, emulator.state.files[files[-1]].content


def with_cells(content: bytes, record: str, prop: str, **values: Any) -> bytes:
    """The spreadsheet with other cells in one row; with `None` for all, without the row."""
    book = load_workbook(io.BytesIO(content))
    sheet = book["film"]
    columns = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if (row[0].value, row[1].value) == (record, prop))
    for column, value in values.items():
        row[columns.index(column)].value = value
    if not values:
        sheet.delete_rows(row[0].row or 0)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", languages("en"))
async def test_a_changed_spreadsheet_changes_the_answer(bot: TyrnaApplication, emulator: Emulator, language: str) -> None:
    title, counted, done, formula = SAID[language]
    editor, guest = await an_editor(bot, emulator, language), emulator.person("Guest", language)
    assert OLD[language] in (await guest.ask(ASKED[language])).html
    book, _ = await exported(editor, emulator)
    editor.send_document(with_cells(book, "film-qaitadan", "year", en="=1+1"), "base.xlsx")
    await editor.sees(formula, timeout=30)
    editor.send_document(with_cells(book, "film-qaitadan", "year", sources="src-x", **NEW), "base.xlsx")
    card = await editor.sees("❌", "src-x", timeout=60)
    assert len(card.labels) == 1
    # With the genre's row gone there are enough changes for a summary.
    editor.send_document(with_cells(with_cells(book, "film-qaitadan", "year", **NEW), "film-qaitadan", "genre"), "base.xlsx")
    card = await editor.sees(title, "base.xlsx", counted, timeout=60)
    assert all(f"<s>{OLD[code]}</s>" in card.html and NEW[code] in card.html for code in OLD)
    editor.press(card.labels[0])
    await editor.sees(done)
    assert NEW[language] in (await guest.ask(ASKED[language])).html


@pytest.mark.proof
async def test_the_archive_goes_both_ways_and_a_record_is_removed_and_added(bot: TyrnaApplication, emulator: Emulator) -> None:
    editor = await an_editor(bot, emulator, "en")
    _, archive = await exported(editor, emulator)
    editor.send_document(archive, "base.zip")
    await editor.sees("changes nothing", timeout=30)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        places = opened.read("place.yaml").decode()
    added = "- {id: place-synaq, kind: place, names: {kk: [Сынақ], ru: [Сынак], en: [Synaq]}, summary: {kk: Ауыл., ru: Село., en: A village.}}\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as changed:
        changed.writestr("place.yaml", places + added)
    editor.send_document(out.getvalue(), "places.zip")
    card = await editor.sees("Apply this file?", "Records: 1 added, 0 changed, 0 removed", timeout=60)
    editor.press(card.labels[0])
    await editor.sees("The file is live")
    assert "A village." in (await editor.ask("Synaq")).html
    editor.send_document(archive, "base.zip")
    # The archive is older than the new record: what others added since stays.
    await editor.sees("changes nothing", timeout=30)


async def test_what_others_changed_since_the_export_is_kept_or_a_conflict(bot: TyrnaApplication, emulator: Emulator) -> None:
    first, second = await an_editor(bot, emulator, "en"), await an_editor(bot, emulator, "en")
    book, _ = await exported(second, emulator)
    first.send_document(with_cells(book, "film-qaitadan", "year", **NEW), "first.xlsx")
    first.press((await first.sees("Apply this file?", timeout=60)).labels[0])
    await first.sees("The file is live")
    second.send_document(book, "untouched.xlsx")
    await second.sees("changes nothing", timeout=30)
    second.send_document(with_cells(book, "film-qaitadan", "year", en="“Qaitadan” is of 2025."), "second.xlsx")
    card = await second.sees("Somebody else has changed this", NEW["en"], "“Qaitadan” is of 2025.", timeout=60)
    assert card.labels == ["Put mine in its place", "Discard"]


async def test_other_files_are_refused_or_go_on(bot: TyrnaApplication, emulator: Emulator, guest: Person) -> None:
    editor = await an_editor(bot, emulator, "en")
    editor.send_document(b"PK", "base.xlsm")
    await editor.sees("has macros", "Nothing is changed", timeout=30)
    editor.send_document(b"0" * (2 * 2**20 + 1), "base.zip")
    await editor.sees("larger than 2 MiB")
    editor.send_document(b"- kind: venue\n  id: hall\n  name: {kk: Hall, ru: Hall, en: Hall}\n", "programme.yaml")
    await editor.sees("Loading this file", timeout=30)
    guest.send_document(b"PK", "base.zip")
    await guest.sees("only text")


@pytest.mark.parametrize("name", ["base.zip", "base.xlsx"])
async def test_a_file_that_telegram_does_not_give_is_read_once_it_does(bot: TyrnaApplication, emulator: Emulator, name: str) -> None:
    editor = await an_editor(bot, emulator, "en")
    editor.mark = emulator.notify()
    emulator.fault("500", "getFile", times=2)
    editor.send_document(b"PK", name)
    await editor.sees("read", timeout=30)
    assert "only text" not in editor.screen


@pytest.mark.proof
async def test_a_file_waits_for_its_yes_through_a_restart(run: Run, emulator: Emulator) -> None:
    async with run() as bot:
        editor = await an_editor(bot, emulator, "en")
        book, _ = await exported(editor, emulator)
        editor.send_document(with_cells(book, "film-qaitadan", "year", **NEW), "base.xlsx")
        card = await editor.sees("“Qaitadan” was made in 2025.", timeout=60)
    async with run():
        editor.press(card.labels[0])
        await editor.sees("live")
        assert NEW["en"] in (await editor.ask(ASKED["en"])).html
