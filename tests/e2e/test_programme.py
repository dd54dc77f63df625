"""What is on, over real HTTP, with a clock that is set: time words, days, cards, calendar files, the map, loading."""

from __future__ import annotations

import pytest
import pytest_asyncio
from icalendar import Calendar

from handlers.context import Services, TyrnaApplication
from handlers.settings import Settings, Staff
from tests.e2e.programme import MADE_UP, Clock, load
from tests.emulator import Emulator, Person


@pytest.fixture
def clock(emulator: Emulator) -> Clock:
    return Clock(emulator)


@pytest_asyncio.fixture
async def loaded(bot: TyrnaApplication) -> Services:
    services: Services = bot.bot_data["services"]
    await load(services)
    return services


# At a moment of the made-up festival: what is asked, what is in the answer, what is not.
ASKED = [
    (1, "12:00", "What's on now?", ("Nothing is on right now", "Opening ceremony"), ("Cadet",)),
    (1, "18:10", "What's on now?", ("On now, 18:10", "Opening ceremony", "Qaitadan"), ("Cadet",)),
    (1, "18:10", "Что идёт сейчас?", ("Сейчас, 18:10", "Церемония открытия"), ("Кадет",)),
    (1, "18:10", "Қазір не көрсетіліп жатыр?", ("Қазір, 18:10", "Ашылу салтанаты"), ()),
    (1, "12:00", "What's on tonight?", ("Wednesday, 1 October", "Opening ceremony", "Qaitadan", "Cadet"), ("Qash",)),
    (1, "19:30", "tonight", ("Qaitadan", "Cadet"), ("Opening",)),
    (1, "23:50", "tonight", ("23:30", "Cadet"), ("Qaitadan",)),
    (2, "00:20", "What's on tonight?", ("Wednesday, 1 October", "Cadet"), ("Qash",)),
    (2, "02:00", "What's on tonight?", ("Thursday, 2 October", "18:30", "20:00", "00:30"), ("Cadet", "11:00")),
    (2, "00:20", "Что сегодня?", ("Четверг, 2 октября", "Кадет", "11:00", "18:30", "20:00"), ("00:30",)),
    (1, "23:50", "What is on tomorrow?", ("Thursday, 2 October", "11:00", "18:30"), ("Cadet",)),
    (2, "00:10", "What is on tomorrow?", ("Friday, 3 October", "00:30", "15:00"), ("18:30",)),
    (2, "23:00", "Бүгін не бар?", ("Бүгін енді ештеңе жоқ", "3 қазан", "00:30"), ("11:00",)),
    (1, "12:00", "what's on at midnight?", ("23:30", "Cadet"), ("Qaitadan",)),
    (1, "12:00", "түннен кейін не бар", ("23:30", "Кадет"), ("Қайтадан",)),
    (1, "12:00", "что после полуночи", ("23:30", "Кадет"), ("Кайтадан",)),
    (2, "12:00", "Что сегодня после 19?", ("с 19:00", "20:00"), ("18:30",)),
    (2, "12:00", "Бүгін сағат 19-дан кейін не бар?", ("19:00-ден бастап", "20:00"), ("18:30",)),
    (1, "12:00", "what's on tomorrow at the Friendship House", ("Friendship House", "18:30"), ("11:00", "20:00")),
    (1, "12:00", "ертең Достық үйінде не көрсетіледі", ("Достық үйі", "18:30"), ("11:00", "20:00")),
    (1, "12:00", "что завтра в Доме дружбы?", ("Дом дружбы", "18:30"), ("11:00", "20:00")),
    (1, "12:00", "where is QAITADAN shown", ("Wednesday, 1 October, <b>19:00</b>", "Friday, 3 October, <b>15:00</b>"), ("Cadet",)),
    (2, "12:00", "Где показывают Кайтадан?", ("Пятница, 3 октября", "15:00"), ("19:00",)),
    (1, "12:00", "Қайтадан қайда көрсетіледі?", ("1 қазан, сәрсенбі", "Достық үйі"), ()),
    (1, "12:00", "when is the next documentary", ("Thursday, 2 October", "11:00"), ("Opening",)),
    (1, "12:00", "когда следующий документальный фильм", ("Четверг, 2 октября", "11:00"), ()),
    (1, "12:00", "келесі деректі фильм қашан", ("2 қазан, бейсенбі", "11:00"), ()),
    (1, "12:00", "anything with English subtitles?", ("subtitles: English", "19:00", "Qaitadan"), ("Opening",)),
    (1, "12:00", "а на казахском языке что есть сегодня?", ("язык: казахский", "19:00", "Кайтадан"), ("Церемония",)),
    (1, "12:00", "бүгін қазақша не бар", ("тілі: қазақ тілі", "19:00", "Қайтадан"), ("салтанаты",)),
    (1, "12:00", "anything in Turkish tonight", ("nothing more of that in the programme", "What comes next"), ()),
    (1, "12:00", "what's on saturday", ("Saturday, 4 October", "Closing ceremony"), ()),
    (1, "12:00", "программа на 2 октября", ("Четверг, 2 октября", "11:00"), ()),
    (1, "12:00", "2 қазанда не бар", ("2 қазан, бейсенбі", "11:00"), ()),
    (1, "12:00", "xnj ctujlyz dtxthjv", ("Среда, 1 октября", "18:00"), ()),
    (1, "12:00", "bugin keshke ne bar", ("1 қазан", "18:00"), ()),
    (4, "21:00", "what's on today", ("There is nothing more today", "The programme is over", "neither its dates nor its city"), ()),
    (1, "12:00", "Is Tulpan on tonight?", ("“Tulpan” is not in the programme",), ()),
]


@pytest.mark.parametrize(("day", "at", "said", "has", "lacks"), ASKED)
async def test_what_is_on(guest: Person, loaded: Services, clock: Clock, day: int, at: str, said: str, has: tuple[str, ...], lacks: tuple[str, ...]) -> None:
    clock.set(day, at)
    seen = (await guest.ask(said)).html
    assert not [part for part in has if part not in seen], seen
    assert not [part for part in lacks if part in seen], seen


# Questions that follow each other: what is asked, what is in the answer.
CHATS: list[list[tuple[str, tuple[str, ...]]]] = [
    [
        ("when is Qaitadan shown?", ("19:00", "15:00")),
        ("where is it?", ("Friendship House", "Aru Cinema")),
        ("is it free?", ("19:00</b> Qaitadan · Friendship House · free", "admission is not told")),
        ("what about Cadet?", ("Cadet", "23:30")),
        ("where is it exactly?", ("Wednesday, 1 October, 23:30–01:15", "Aru Cinema")),
        ("do I need a ticket?", ("The programme does not say whether it is free.",)),
        ("who directed it?", ("Adilkhan Yerzhanov",)),
    ],
    [
        ("бүгін не көрсетіледі", ("18:00", "19:00", "23:30")),
        ("билет керек пе", ("шақырумен", "кіру тегін", "кіру тәртібі айтылмаған")),
        ("Ашылу салтанаты ше?", ("Ашылу салтанаты", "18:00")),
        ("тегін бе", ("Тек шақыру бойынша.", "Достық үйі")),
    ],
    [
        ("сколько стоит вход", ("по приглашениям", "вход свободный")),
        ("где купить билет на Кайтадан", ("Где и как получить билет", "вход свободный")),
        ("а завтра?", ("Четверг, 2 октября", "11:00")),
    ],
    [
        ("when is Cadet shown", ("23:30",)),
        ("are there subtitles?", ("The programme tells neither language nor subtitles.",)),
        ("when does it end?", ("23:30–01:15",)),
        ("what's on tonight", ("18:00",)),
        ("when does it end", ("18:00–19:00", "19:00–21:00")),
    ],
    [("where is the Friendship House?", ("<b>Friendship House</b>", "Microdistrict 34"))],
    [("Ару кинотеатры қай жерде", ("Бұл орынның мекенжайы бағдарламада жоқ.",))],
    [("где кинотеатр Ару", ("Адреса этой площадки в программе нет.",))],
    [
        ("when does the closing ceremony start", ("18:00",)),
        ("remind me 30 minutes before", ("Closing ceremony", "🔔 I will remind you 30 minutes before it starts.")),
        ("/my_reminders", ("Closing ceremony", "30 min before")),
    ],
    [("remind me", ("Which one? Open it and tap 🔔.", "Qaitadan"))],
    [("напомни за 20 минут про Кадет", ("за 15, 30 или 60 минут", "Кадет"))],
    [("Кадетті бір сағат бұрын еске сал", ("Басталуына 60 минут қалғанда есіңізге саламын.",))],
    [("Who directed Qash?", ("Qash",)), ("when can I see it?", ("Thursday, 2 October, 18:30–20:30",))],
]


@pytest.mark.parametrize("said", CHATS)
async def test_an_answer_is_what_the_next_question_is_about(guest: Person, loaded: Services, said: list[tuple[str, tuple[str, ...]]]) -> None:
    for question, has in said:
        seen = (await guest.ask(question)).html
        assert not [part for part in has if part not in seen], seen


async def test_a_card_is_what_the_next_question_is_about(guest: Person, loaded: Services) -> None:
    await guest.ask("tonight")
    guest.press("19:00 · Qaitadan")
    await guest.sees("19:00–21:00")
    assert "Admission is free." in (await guest.ask("is it free?")).html
    assert "✓ 15 min before" in (await guest.ask("remind me 15 minutes before")).labels


async def test_a_reminder_that_comes_too_late_is_not_set(guest: Person, loaded: Services, clock: Clock) -> None:
    clock.set(3, "00:05")
    assert "It starts sooner than that." in (await guest.ask("remind me of Ayka 30 minutes before")).html
    clock.set(4, "12:00")
    assert "there is nothing to remind you of" in (await guest.ask("remind me of Cadet an hour before")).html
    assert "no reminders" in (await guest.ask("/my_reminders")).html


@pytest.mark.parametrize(
    ("said", "has"),
    [
        ("Who directed Qaitadan?", "Duman Yerkimbek"),
        ("Where was Qaitadan shown?", "Qaitadan"),
        ("See you tomorrow", "Come back"),
        ("До завтра", "вопрос"),
        ("When was the Korkyt Ata festival held in 2025?", "Korkyt Ata festival of 2025"),
    ],
)
async def test_what_is_no_question_about_the_programme_goes_to_the_base(guest: Person, loaded: Services, said: str, has: str) -> None:
    seen = (await guest.ask(said)).html
    assert has in seen and "2031" not in seen and "Friendship House" not in seen


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("said", "has"),
    [("What's on tonight?", "No programme is loaded"), ("Что идёт сегодня?", "Программа не загружена"), ("Бүгін не бар?", "Бағдарлама жүктелмеген")],
)
async def test_without_a_programme_it_says_so_and_when_the_next_edition_is_unknown(guest: Person, said: str, has: str) -> None:
    seen = (await guest.ask(said)).html
    assert has in seen and "2026" in seen
    assert has in (await guest.ask("/programme")).html


async def test_a_day_turns_by_hour_and_by_venue(guest: Person, loaded: Services) -> None:
    seen = await guest.ask("/programme")
    assert "Wednesday, 1 October" in seen.html and "18:00 · Opening ceremony" in seen.labels
    guest.press("🏛 By venue")
    assert "<b>Friendship House</b>" in (await guest.sees("Friendship House")).html
    guest.press("›")
    await guest.sees("<b>Aru Cinema</b>")
    guest.press("2 Oct ›")
    await guest.sees("Thursday, 2 October")
    guest.press("РУС")
    await guest.sees("Четверг, 2 октября")


async def test_a_card_has_everything_and_a_calendar_file_and_a_pin(guest: Person, loaded: Services, emulator: Emulator) -> None:
    await guest.ask("tonight")
    guest.press("19:00 · Qaitadan")
    card = (await guest.sees("Friendship House, Microdistrict 34")).html
    for part in ("Wednesday, 1 October, 19:00–21:00", "Language: Kazakh", "Subtitles: Russian, English", "Admission is free.", "The director will be there."):
        assert part in card
    guest.press("📍 On the map")
    pin = await guest.sees("(venue)")
    assert pin.content["venue"]["location"] == {"latitude": 43.65, "longitude": 51.17}
    guest.press("📅 For my calendar")
    file = await guest.sees("(document)")
    events = _events(emulator, file.content["document"]["file_id"])
    assert [str(event["uid"]) for event in events] == ["qaitadan-1@tyrna"]
    assert events[0]["dtstart"].dt.isoformat() == "2031-10-01T14:00:00+00:00"
    guest.press("‹ The day")
    await guest.sees("Wednesday, 1 October", "Opening ceremony")
    guest.press("📅 The day for my calendar")
    file = await guest.sees("(document)")
    assert {str(event["uid"]) for event in _events(emulator, file.content["document"]["file_id"])} == {"opening@tyrna", "qaitadan-1@tyrna", "night-1@tyrna"}


@pytest.mark.parametrize(
    ("code", "label", "says"),
    [
        ("kk", "📅 Күнді", "файл сияқты нәрселерді жіберуге рұқсат жоқ"),
        ("ru", "📅 День в", "нельзя отправлять файлы"),
        ("en", "📅 The day", "I may not send files"),
    ],
)
async def test_a_group_that_takes_no_files_says_so_and_keeps_its_announcements(
    bot: TyrnaApplication, loaded: Services, emulator: Emulator, code: str, label: str, says: str
) -> None:
    person = emulator.person("Guest", code)
    group = emulator.group(person)
    group.promote(person)
    person.write("/subscribe", group)
    await group.next_message()
    group.forbid_files()
    person.write("/programme", group)
    shown = await group.next_message()
    group.mark = emulator.notify()
    person.press(next(each for each in shown.labels if each.startswith(label)), group)
    told = await group.sees(says)
    assert any("t.me" in str(b.get("url")) for row in told.content["reply_markup"]["inline_keyboard"] for b in row)
    assert loaded.store.outbox.wants(group.id, "press") == "yes"


def _events(emulator: Emulator, file_id: str) -> list[dict]:  # type: ignore[type-arg]
    return list(Calendar.from_ical(emulator.state.files[file_id].content).walk("VEVENT"))


async def test_an_edited_question_edits_its_answer(guest: Person, loaded: Services) -> None:
    guest.write("what's on tomorrow")
    first = await guest.sees("Thursday, 2 October")
    asked = next(message for message in guest.messages if not message.from_bot)
    guest.edit(asked, "what's on saturday")
    assert (await guest.sees("Saturday, 4 October")).id == first.id


async def test_an_editor_loads_a_file_and_nobody_else_can(guest: Person, bot: TyrnaApplication, emulator: Emulator) -> None:
    owner = emulator.person("Owner", "en")
    bot.bot_data["services"].settings = Settings(staff=Staff(owners=(owner.id,)))
    guest.send_document(MADE_UP, "programme.yaml")
    await guest.sees("only text")
    owner.send_document(MADE_UP.replace(b"venue: aru, date: 2031-10-03, start: 15:00", b"venue: nowhere, date: 2031-13-03, start: 25:00"), "programme.yaml")
    faults = (await owner.sees("3 things are wrong")).html
    parts = ("Row 12", "column venue: found “nowhere”", "such as aru", "column date: found “2031-13-03”", "column start: found “25:00”", "such as 18:30")
    for part in parts:
        assert part in faults
    owner.send_document(MADE_UP, "programme.yaml")
    await owner.sees("new: 9", "venues that are new or changed: 2")
    owner.press("✅ Load it")
    await owner.sees("The programme is loaded")
    assert "Opening ceremony" in (await guest.ask("tonight")).html
    owner.send_document(MADE_UP, "programme.yaml")
    await owner.sees("the programme is the same already")
    assert "loaded the programme from the file programme.yaml" in (await owner.ask("/audit")).html


async def test_the_template_comes_back_filled_in(bot: TyrnaApplication, emulator: Emulator) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    owner = emulator.person("Owner", "en")
    bot.bot_data["services"].settings = Settings(staff=Staff(owners=(owner.id,)))
    file = await owner.ask("/programme_template")
    book = load_workbook(BytesIO(emulator.state.files[file.content["document"]["file_id"]].content))
    for sheet, cells in (
        ("venues", {"kind": "venue", "id": "hall", "name_en": "Hall"}),
        ("programme", {"id": "a-1", "film": "Қайтадан", "venue": "Hall", "date": "02.10.2031", "start": "18:00", "access": "free"}),
    ):
        header = [cell.value for cell in book[sheet][1]]
        book[sheet].append([cells.get(str(column), "") for column in header])
    out = BytesIO()
    book.save(out)
    owner.send_document(out.getvalue(), "programme.xlsx")
    await owner.sees("new: 1")
    owner.press("✅ Load it")
    await owner.sees("The programme is loaded")
    assert "18:00" in (await owner.ask("what's on tomorrow")).html


async def test_an_empty_inline_query_begins_with_today_during_the_festival(guest: Person, loaded: Services, clock: Clock, emulator: Emulator) -> None:
    first = (await guest.asks_inline(""))[0]
    assert first["title"] == "Today at the festival: Wednesday, 1 October" and first["description"] == "3 entries still to come"
    assert "Opening ceremony" in first["input_message_content"]["message_text"]
    clock.set(5, "12:00")
    assert "Today" not in (await guest.asks_inline(""))[0]["title"]
    assert "Wednesday, 1 October" not in (await guest.ask("/start programme")).html
    clock.set(1, "12:00")
    assert "Wednesday, 1 October" in (await guest.ask("/start programme")).html


async def test_an_old_button_explains_itself(guest: Person, loaded: Services, emulator: Emulator) -> None:
    seen = await guest.ask("/programme")
    for data in ("ps:en:gone", "pi:en:gone", "pv:en:gone", "pm:en:15:gone", "pc:en:20200101"):
        assert "no longer in the programme" in await guest.popup(guest.press_data(seen, data))
    assert "ask in words" in await guest.popup(guest.press_data(seen, "pd:en:20310231:h:0:-::"))


async def test_a_group_is_answered_too_and_reminders_are_set_in_private(guest: Person, loaded: Services, emulator: Emulator) -> None:
    group = emulator.group(guest)
    guest.write(f"@{emulator.config.username} what's on tonight?", group)
    assert "19:00 · Qaitadan" in (await group.sees("Wednesday, 1 October", "Opening ceremony")).labels
    guest.press("19:00 · Qaitadan", group)
    assert not [label for label in (await group.sees("19:00–21:00")).labels if "min before" in label]
