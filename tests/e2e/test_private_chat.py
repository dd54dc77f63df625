"""A guest's private chat, from the first contact on, in three languages."""

from __future__ import annotations

import pytest

from handlers.texts import text
from tests.emulator import Emulator, Person

pytestmark = pytest.mark.usefixtures("bot")

QUESTIONS = {
    "kk": ("«Қайтадан» фильмінің режиссері кім?", "Думан Еркімбек"),
    "ru": ("Кто режиссёр фильма «Кайтадан»?", "Думан Еркимбек"),
    "en": ("Who directed Qaitadan?", "Duman Yerkimbek"),
}
LANGUAGES = sorted(QUESTIONS)


@pytest.mark.parametrize(("code", "greets"), [("kk", "Тырнамын"), ("ru", "Я — Тырна"), ("en", "I am Tyrna")])
async def test_first_contact(emulator: Emulator, code: str, greets: str) -> None:
    seen = await emulator.person("Guest", code).ask("/start")
    assert greets in seen.html
    assert {"Қазақша", "Русский", "English"} <= set(seen.labels)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_gets_the_fact_and_its_source(guest: Person, language: str) -> None:
    question, fact = QUESTIONS[language]
    seen = await guest.ask(question)
    assert fact in seen.html.splitlines()[0]
    assert '<a href="https://' in seen.html
    assert [label for label in seen.labels if label.lstrip("• ") in ("ҚАЗ", "РУС", "ENG")]


@pytest.mark.parametrize(
    ("question", "says"), [("Who directed Titanic?", "Titanic"), ("Кто снял «Титаник»?", "ничего нет"), ("Бразилиямен келісім бар ма?", "дерек жоқ")]
)
async def test_what_is_not_in_the_base_is_said_so(guest: Person, question: str, says: str) -> None:
    assert says in (await guest.ask(question)).html


@pytest.mark.parametrize(
    ("question", "follow_up", "fact"), [("Who directed Qaitadan?", "And who wrote it?", "Asylbek"), (QUESTIONS["ru"][0], "А кто написал сценарий?", "Асылбек")]
)
async def test_a_follow_up_is_about_the_last_question(guest: Person, question: str, follow_up: str, fact: str) -> None:
    await guest.ask(question)
    assert fact in (await guest.ask(follow_up)).html


async def test_an_example_and_a_follow_up_are_answered_by_button(guest: Person) -> None:
    await guest.ask("/start")
    query = guest.press("Who directed")
    answer = await guest.next_message()
    assert "Duman Yerkimbek" in answer.html
    assert await guest.popup(query) == ""
    query = guest.press(answer.labels[0])
    assert "Qaitadan" in (await guest.next_message()).html
    assert await guest.popup(query) == ""


async def test_the_language_row_shows_the_same_answer_in_each_language(emulator: Emulator, guest: Person) -> None:
    answer = await guest.ask(QUESTIONS["en"][0])
    for label, language in (("РУС", "ru"), ("ҚАЗ", "kk"), ("ENG", "en")):
        query = guest.press(label)
        seen = await guest.sees(QUESTIONS[language][1])
        assert seen.id == answer.id and seen.edited and f"• {label}" in seen.labels
        assert await guest.popup(query) == ""
    assert len(emulator.called("sendMessage")) == 1


async def test_the_language_that_is_shown_already_changes_nothing(emulator: Emulator, guest: Person) -> None:
    answer = await guest.ask(QUESTIONS["en"][0])
    assert await guest.popup(guest.press("• ENG")) == ""
    await emulator.until(lambda: True if emulator.called("editMessageText") else None, 2)
    assert guest.last == answer


async def test_a_chosen_language_is_kept(guest: Person) -> None:
    await guest.ask("/language")
    guest.press("Қазақша")
    assert (await guest.sees(text("language-chosen", "kk"))).edited
    assert "Қалай сұрауға болады" in (await guest.ask("/help")).html


async def test_a_deep_link_is_answered_at_once(guest: Person) -> None:
    assert "Duman Yerkimbek" in (await guest.ask("/start film-qaitadan__director")).html


async def test_an_edited_question_edits_its_answer(emulator: Emulator, guest: Person) -> None:
    answer = await guest.ask("Who directed Qaitadan?")
    question = guest.messages[0]
    guest.edit(question, "Who wrote Qaitadan?")
    seen = await guest.sees("Asylbek")
    assert seen.id == answer.id and seen.edited
    guest.edit(question, "Who wrote Qaitadan??")  # asks the same: Telegram refuses an edit that changes nothing
    await emulator.until(lambda: True if len(emulator.called("editMessageText")) == 2 else None, 2)
    await guest.sees_nothing(0.1)


@pytest.mark.parametrize("gone", ["deleted", "frozen"])
async def test_an_answer_that_cannot_be_edited_comes_anew(guest: Person, gone: str) -> None:
    answer = await guest.ask("Who directed Qaitadan?")
    question = guest.messages[0]
    if gone == "deleted":
        guest.delete(answer)
    else:
        guest.freeze(answer)
    guest.edit(question, "Who wrote Qaitadan?")
    assert (await guest.sees("Asylbek")).id != answer.id


@pytest.mark.parametrize("code", LANGUAGES)
async def test_what_is_no_text_is_told_so(emulator: Emulator, code: str) -> None:
    guest = emulator.person("Guest", code)
    for send in (guest.send_sticker, guest.send_photo, guest.send_voice, guest.send_contact, guest.send_location):
        send()
        assert (await guest.next_message()).text == text("only-text", code)  # type: ignore[arg-type]


async def test_a_forwarded_text_gets_a_reply(guest: Person) -> None:
    guest.forward("Who directed Qaitadan?")
    assert "Qaitadan" in (await guest.next_message()).html


async def test_markup_in_a_question_stays_text(guest: Person) -> None:
    seen = await guest.ask("who is <b>Zzyzxqwk</b> & co")
    assert "<b>Zzyzxqwk</b>" not in seen.html


@pytest.mark.parametrize("question", ["Who directed Qaitadan? " + "please " * 580, "ә" * 4096, "<" * 4096, "🎬" * 2048])
async def test_the_longest_messages_are_answered(guest: Person, question: str) -> None:
    assert (await guest.ask(question[:4096])).text


async def test_a_reply_to_an_answer_is_about_that_answer(guest: Person) -> None:
    answer = await guest.ask("Who directed Qaitadan?")
    await guest.ask("When was TURKSOY founded?")
    guest.write("And who wrote it?", reply_to=answer)
    assert "Asylbek" in (await guest.next_message()).html


async def test_a_button_that_asks_for_nothing_known_says_so(guest: Person) -> None:
    answer = await guest.ask("Who directed Qaitadan?")
    query = guest.press_data(answer, "q:en:film-gone.director")
    assert "ask in words" in await guest.popup(query)


async def test_people_do_not_see_each_others_chats(emulator: Emulator) -> None:
    aigul, john = emulator.person("Aigul", "kk"), emulator.person("John", "en")
    aigul.write(QUESTIONS["kk"][0])
    john.write(QUESTIONS["en"][0])
    assert "Думан" in (await aigul.next_message()).html and "Duman" in (await john.next_message()).html
    assert "Asylbek" in (await john.ask("And who wrote it?")).html
    assert "Duman" not in aigul.screen


async def test_command_menus_are_published_in_each_language(emulator: Emulator, guest: Person) -> None:
    await guest.ask("/start")
    await emulator.until(lambda: True if len(emulator.called("setMyCommands")) >= 8 else None, 2)
    for language in ("kk", "ru", "en", ""):
        commands = emulator.state.profile[f"commands/default/{language}"]
        assert text("command-help", language or "en") in [command["description"] for command in commands]  # type: ignore[arg-type]
        of_groups = [command["command"] for command in emulator.state.profile[f"commands/all_group_chats/{language}"]]
        assert "ask" in of_groups and "my_data" not in of_groups
