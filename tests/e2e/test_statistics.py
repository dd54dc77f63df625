"""/stats and /qr over real HTTP: pictures in the reader's language, CSV without people, codes whose link opens the record."""

from __future__ import annotations

import csv
import io
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from handlers.context import Services, TyrnaApplication
from handlers.links import query_of
from handlers.settings import Staff
from handlers.settings import Statistics as StatisticsSettings
from handlers.staff.charts import Chart, Series, draw
from handlers.staff.qr import codes
from handlers.staff.statistics import all_charts
from handlers.texts import text
from kb import LANGUAGES, Language
from tests.e2e.conftest import Run
from tests.emulator import Emulator, Person
from tests.handlers.conftest import write_db

OWNER = 500
pytestmark = pytest.mark.parametrize("staff", [Staff(owners=(OWNER,))])


def ready(bot: TyrnaApplication, tmp_path: Path, people: int = 2) -> Services:
    services: Services = bot.bot_data["services"]
    services.settings = services.settings.model_copy(update={"data_dir": tmp_path, "statistics": StatisticsSettings(min_people=people)})
    return services


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height from the header: https://www.w3.org/TR/png-3/#11IHDR."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("code", LANGUAGES)
async def test_pictures_and_csv(bot: TyrnaApplication, emulator: Emulator, tmp_path: Path, code: Language) -> None:
    services = ready(bot, tmp_path)
    owner = emulator.person("Owner", code, OWNER)
    for name in ("One", "Two"):
        guest = emulator.person(name, "en")
        await guest.ask("Who directed Qaitadan?")
    await guest.ask("Who directed Cadet?")
    await guest.ask("What is the budget of Qaitadan?")
    await guest.ask("hello")
    shown = await all_charts(services, code, 7)
    await services.store.questions.flush()
    shown = await all_charts(services, code, 7)
    assert [chart.kind for chart in shown] == ["columns", "shares", "bars"]
    assert sum(sum(series.values) for series in shown[0].series) == 5
    assert [series.values[0] for series in shown[1].series] == [3, 0, 1]
    # Cadet was asked about by one person alone.
    assert shown[2].labels == ({"kk": "Қайтадан", "ru": "Кайтадан", "en": "Qaitadan"}[code],)
    owner.write("/stats")
    await owner.sees(text("stats", code, days=7, count=5, people=2).split(":")[0], timeout=30)
    photos = [message for message in owner.messages if "photo" in message.content]
    assert len(photos) == 3
    for message in photos:
        assert size_of(emulator.state.files[message.content["photo"][0]["file_id"]].content) == (1080, 1080)
    owner.press("📄 CSV")
    file = await owner.sees("(document)")
    rows = list(csv.DictReader(io.StringIO(emulator.state.files[file.content["document"]["file_id"]].content.decode("utf-8-sig"))))
    assert {(row["kind"], row["number"]) for row in rows if row["what"] == "asked"} == {("answer", "3"), ("unknown", "1"), ("smalltalk", "1")}
    assert [(row["subject"], row["number"]) for row in rows if row["what"] == "query"] == [("film-qaitadan.director", "2")]
    assert str(guest.id) not in str(rows)


async def test_the_reach_of_announcements(bot: TyrnaApplication, emulator: Emulator, tmp_path: Path) -> None:
    services = ready(bot, tmp_path)
    owner = emulator.person("Owner", "en", OWNER)
    write_db(services.store).executescript(
        """INSERT INTO announcements (id, state, content, started_at, created_at) VALUES (1, 'done', '{}', 2000000000, 1);
        INSERT INTO deliveries (announcement_id, chat_id, action, language, type, wave, state) VALUES (1, 7, 'send', 'en', 'private', 1, 'sent');
        INSERT INTO deliveries (announcement_id, chat_id, action, language, type, wave, state) VALUES (1, 8, 'send', 'en', 'private', 1, 'blocked');"""
    )
    (chart,) = await all_charts(services, "en", 7)
    assert chart.labels == ("№ 1 · 18 May",) and [series.values for series in chart.series] == [(1.0,), (1.0,)]
    owner.write("/stats csv")
    file = await owner.sees("(document)")
    assert "announcement,2033-05-18,,,sent,1,,1" in emulator.state.files[file.content["document"]["file_id"]].content.decode("utf-8-sig")


@pytest.mark.parametrize("code", LANGUAGES)
async def test_without_questions_it_says_so(bot: TyrnaApplication, emulator: Emulator, tmp_path: Path, code: Language) -> None:
    ready(bot, tmp_path)
    owner = emulator.person("Owner", code, OWNER)
    assert text("stats-nothing", code, days=30) in (await owner.ask("/stats 30")).html


async def test_guests_see_neither(bot: TyrnaApplication, guest: Person) -> None:
    for command in ("/stats", "/stats csv", "/qr Qaitadan"):
        assert "do not know this command" in (await guest.ask(command)).html


async def test_counts_survive_a_stop(run: Run, emulator: Emulator, guest: Person) -> None:
    async with run():
        await guest.ask("Who directed Qaitadan?")
    async with run() as application:
        services: Services = application.bot_data["services"]
        assert [found.times for found in services.store.questions.asked(0)] == [1]


@pytest.mark.parametrize("code", LANGUAGES)
async def test_a_code_to_print_opens_the_record_in_the_guests_language(bot: TyrnaApplication, emulator: Emulator, code: Language) -> None:
    owner, guest = emulator.person("Owner", code, OWNER), emulator.person("Guest", code)
    assert "/qr" in (await owner.ask("/qr")).html
    owner.write("/qr " + {"kk": "Қайтадан", "ru": "Кайтадан", "en": "Qaitadan"}[code])
    shown = await owner.sees("(document)", "https://t.me/")
    files = [emulator.state.files[message.content["document"]["file_id"]] for message in owner.messages if "document" in message.content]
    assert [file.name for file in files] == ["film-qaitadan.svg", "film-qaitadan.png"]
    start = shown.text.partition("?start=")[2].split()[0]
    assert query_of(start) == "film-qaitadan"
    assert {"kk": "Қайтадан", "ru": "Кайтадан", "en": "Qaitadan"}[code] in (await guest.ask(f"/start {start}")).html


async def test_which_record_is_asked_back(bot: TyrnaApplication, emulator: Emulator) -> None:
    owner = emulator.person("Owner", "en", OWNER)
    seen = await owner.ask("/qr memorandum with Uzbekistan")
    assert "Which record" in seen.html and len(seen.labels) > 1
    owner.press(seen.labels[0])
    await owner.sees("(document)", "start=agreement-")
    assert "no record" in (await owner.ask("/qr qwrtpsdf")).html
    assert "…" in (await owner.ask("/qr " + "qwrtpsdf " * 400)).html
    assert "…" in (await owner.ask("/qr memorandum with Uzbekistan " + "& " * 1900)).html


def test_a_code_has_its_quiet_zone_and_is_large_enough(staff: Staff) -> None:
    png, svg = codes("https://t.me/tyrna_bot?start=film-qaitadan")
    width, height = size_of(png)
    modules = width // 40
    # A symbol has 17 + 4 × version modules, and 4 of quiet zone at each side.
    assert width == height >= 1181 and (modules - 8 - 17) % 4 == 0
    root = ElementTree.fromstring(svg)
    assert root.tag.endswith("svg") and root.get("width") == root.get("height") == str(modules * 10)


@pytest.mark.filterwarnings("error")
def test_kazakh_letters_are_in_the_font(staff: Staff) -> None:
    """A letter that the font lacks is a warning of matplotlib's."""
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі «Ёё» № – …"
    assert size_of(draw(Chart("bars", letters, (letters,), (Series(letters, "#000000", (1.0,)),), letters, letters))) == (1080, 1080)
