"""Lists and cards by button, in three languages."""

from __future__ import annotations

import pytest
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from handlers.browse import SECTIONS
from handlers.render import card_html, card_sources, page_row
from kb import LANGUAGES, KnowledgeBase, Language
from tests.handlers.conftest import Guest


@pytest.mark.parametrize(
    ("command", "code", "says", "first"),
    [
        ("/films", "kk", "<b>Фильмдер</b>", "Абай сөзі"),
        ("/films", "ru", "<b>Фильмы</b>", "Абу Наср аль-Фараби"),
        ("/films", "en", "<b>Films</b>", "Abay soʻzi"),
        ("/agreements", "kk", "<b>Келісімдер", "Қазақ киносының"),
        ("/agreements", "ru", "<b>Соглашения", "Дни казахстанского кино"),
        ("/agreements", "en", "<b>Agreements", "Kazakh cinema days"),
        ("/people", "kk", "<b>Тұлғалар</b>", "А"),
        ("/people", "ru", "<b>Люди</b>", "А"),
        ("/people", "en", "<b>People</b>", "Abdulla Qodiri"),
        ("/festival", "kk", "<b>Фестивальдер</b>", "«Қорқыт ата»"),
        ("/festival", "ru", "<b>Фестивали</b>", "Кинофестиваль «Коркыт Ата»"),
        ("/festival", "en", "<b>Festivals</b>", "Korkyt Ata"),
        ("/countries", "kk", "<b>Елдер</b>", "Беларусь"),
        ("/countries", "ru", "<b>Страны</b>", "Азербайджан"),
        ("/countries", "en", "<b>Countries</b>", "Azerbaijan"),
    ],
)
async def test_a_section_opens_with_its_first_page(guest: Guest, command: str, code: str, says: str, first: str) -> None:
    guest.code = code
    assert says in await guest.write(command)
    assert any(label.startswith(first) for label in guest.labels()[:8])
    assert any(label.startswith("1 / ") for label in guest.labels())


@pytest.mark.parametrize(("code", "page", "back"), [("kk", "2 / 7", "☰ Тізімге"), ("ru", "2 / 7", "☰ К списку"), ("en", "2 / 7", "☰ Back to the list")])
async def test_pages_and_cards_edit_one_message(guest: Guest, code: str, page: str, back: str) -> None:
    guest.code = code
    await guest.write("/films")
    message = guest.last.message_id
    await guest.press("›")
    assert page in guest.labels()
    name = guest.labels()[0]
    assert name in await guest.press(name)
    await guest.press(back)
    assert page in guest.labels() and name in guest.labels()
    assert guest.last.method == "editMessageText" and guest.last.message_id == message


async def test_pages_go_round(guest: Guest) -> None:
    await guest.write("/films")
    await guest.press("‹")
    assert "7 / 7" in guest.labels()
    assert [b.callback_data for b in page_row(6, 7, str)] == ["5", "-", "0"]


async def test_the_page_number_does_nothing(guest: Guest) -> None:
    await guest.write("/films")
    assert await guest.press("1 / 7") == "" and guest.request.calls[-1].method == "answerCallbackQuery"


@pytest.mark.parametrize(
    ("code", "others", "fact", "fresh"),
    [
        ("kk", "<b>Қайтадан</b> · Кайтадан · Qaitadan", "режиссері — Думан Еркімбек", "Дерек мына уақытқа сай: 2025 жылғы желтоқсан."),
        ("ru", "<b>Кайтадан</b> · Қайтадан · Qaitadan", "Режиссёр фильма «Кайтадан» — Думан Еркимбек", "По состоянию на декабрь 2025."),
        ("en", "<b>Qaitadan</b> · Қайтадан · Кайтадан", "was directed by Duman Yerkimbek", "As of December 2025."),
    ],
)
async def test_a_card_has_names_facts_freshness_sources_and_related_records(guest: Guest, code: str, others: str, fact: str, fresh: str) -> None:
    said = await guest.press_data(f"c:{code}:film-qaitadan")
    assert said.startswith(others) and fact in said and fresh in said
    assert "https://" not in said
    assert "https://" in await guest.press("📚")
    await guest.press("‹")
    assert others in guest.last.parameters["text"]


async def test_a_card_shows_another_language(guest: Guest) -> None:
    await guest.press_data("c:en:film-qaitadan")
    assert (await guest.press("ҚАЗ")).startswith("<b>Қайтадан</b>")


async def test_an_answer_opens_the_card(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    assert (await guest.press("📇")).startswith("<b>Qaitadan</b>")


@pytest.mark.parametrize("data", ["c:en:film-gone", "s:en:film-gone", "q:en:film-gone.director", "l:ru:film-gone", "zzz", "b:en:films:x", "b:en:nothing:0"])
async def test_a_button_that_leads_nowhere_says_so(guest: Guest, data: str) -> None:
    assert await guest.press_data(data)
    assert guest.request.calls[-1].method == "answerCallbackQuery"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_card_and_list_fits(guest: Guest, knowledge: KnowledgeBase, language: Language) -> None:
    for record in knowledge.records():
        card = knowledge.card(record.id, language)
        assert max(len(card_html(card)), len(card_sources(card))) < MessageLimit.MAX_TEXT_LENGTH
        assert card.facts or card.summary
        assert len(f"c:{language}:{record.id}".encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    for section in SECTIONS:
        await guest.press_data(f"b:{language}:{section}:999")
        assert guest.last.method == "editMessageText" and len(guest.labels()) > 4


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Which films are from Kazakhstan?", "Page 1 of 2", "Page 2 of 2"),
        ("Какие есть фильмы Казахстана?", "Страница 1 из 2", "Страница 2 из 2"),
        ("Қазақстанның қандай фильмдері бар?", "1-бет", "2-бет"),
    ],
)
async def test_a_long_list_is_counted_and_paged(guest: Guest, question: str, first: str, second: str) -> None:
    said = await guest.write(question)
    assert first in said and said.count("•") == 20
    said = await guest.press("›")
    assert second in said and guest.last.method == "editMessageText"


async def test_a_comparison_stands_in_two_columns(guest: Guest) -> None:
    said = await guest.write("Compare Qaitadan and Cadet")
    lines = said.split("<pre>")[1].split("</pre>")[0].splitlines()
    assert lines[0].index("Cadet") == 18
    assert any(line.startswith("2025") and line.index("2024") == 18 for line in lines)


@pytest.mark.parametrize(
    ("query", "language", "says"),
    [
        ("film-qaitadan~film-abel.box_office", "kk", "дерек жоқ"),
        ("film-qaitadan~film-abel.cast", "ru", "нет данных"),
        ("film-qaitadan~film-abel.cast", "en", "no data"),
    ],
)
async def test_a_comparison_says_where_data_is_lacking(guest: Guest, query: str, language: str, says: str) -> None:
    assert says in await guest.press_data(f"q:{language}:{query}")
