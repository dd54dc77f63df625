"""What a guest sees in a private chat, in three languages."""

from __future__ import annotations

import pytest

from handlers.state import Store
from handlers.state.store import CONTEXT_SECONDS, Place
from kb import Question
from tests.handlers.conftest import Clock, Guest


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Кто режиссёр фильма «Кайтадан»?", "Думан Еркимбек"),
        ("«Қайтадан» фильмінің режиссері кім?", "Думан Еркімбек"),
        ("Who directed Qaitadan?", "Duman Yerkimbek"),
        ("Qaitadan filminin rejisseri kim", "Думан Еркімбек"),
        ("Rnj ht;bccth abkmvf Rfqnflfy", "Думан Еркимбек"),
        ("who direcetd Qaitdan", "Duman Yerkimbek"),
    ],
)
async def test_a_question_gets_the_fact_in_its_language(guest: Guest, question: str, answer: str) -> None:
    assert answer in await guest.write(question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Who directed Titanic?", "nothing on “Titanic”"),
        ("Is there an agreement with Brazil?", "nothing on “Brazil”"),
        ("Кто снял «Титаник»?", "ничего нет"),
        ("Есть ли соглашение с Бразилией?", "Бразили"),
        ("Бразилиямен келісім бар ма?", "дерек жоқ"),
    ],
)
async def test_what_is_not_in_the_base_is_said_so(guest: Guest, question: str, says: str) -> None:
    assert says in await guest.write(question)


@pytest.mark.parametrize(("code", "greets"), [("kk", "Мен Тырнамын"), ("ru", "Я — Тырна"), ("en", "I am Tyrna"), ("uz", "Я — Тырна"), ("de", "I am Tyrna")])
async def test_start_greets_in_telegrams_language(guest: Guest, code: str, greets: str) -> None:
    guest.code = code
    assert greets in await guest.write("/start")
    assert {"Қазақша", "Русский", "English"} <= set(guest.labels())


async def test_a_chosen_language_is_kept(guest: Guest) -> None:
    await guest.write("/language")
    assert "қазақша" in await guest.press("Қазақша")
    assert "Қалай сұрауға болады" in await guest.write("/help")


async def test_a_deep_link_is_answered_at_once(guest: Guest) -> None:
    assert "Duman Yerkimbek" in await guest.write("/start film-qaitadan__director")


async def test_an_unknown_deep_link_greets(guest: Guest) -> None:
    assert "I am Tyrna" in await guest.write("/start nothing-of-this-name")


async def test_an_example_is_answered_as_if_written(guest: Guest) -> None:
    await guest.write("/start")
    assert "Duman Yerkimbek" in await guest.press("Who directed")


async def test_follow_up_button_asks_further(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    label = guest.labels()[0]
    assert "Qaitadan" in await guest.press(label)


async def test_the_language_row_shows_the_same_answer_in_another_language(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    assert "Режиссёр фильма «Кайтадан»" in await guest.press("РУС")
    assert guest.last.method == "editMessageText"
    assert "• РУС" in guest.labels()


async def test_a_bare_name_is_answered_in_the_last_language(guest: Guest) -> None:
    await guest.write("Кто режиссёр фильма «Кайтадан»?")
    assert "фильм-катастрофа" in (await guest.write("Qaitadan")).lower()


async def test_a_follow_up_is_about_the_last_question(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    assert "Asylbek" in await guest.write("And who wrote it?")


async def test_the_last_question_is_forgotten_in_time(guest: Guest, clock: Clock) -> None:
    await guest.write("Who directed Qaitadan?")
    clock.now += CONTEXT_SECONDS + 1
    assert "Asylbek" not in await guest.write("And who wrote it?")


async def test_an_edited_question_edits_its_answer(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?", message_id=50)
    said = await guest.write("Who wrote Qaitadan?", message_id=50, edited=True)
    assert "Asylbek" in said and guest.last.method == "editMessageText"


async def test_a_reply_to_an_answer_is_about_that_answer(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?", message_id=60)
    answer = {"message_id": 1000, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "…"}
    await guest.write("When was TURKSOY founded?", message_id=61)
    assert "Asylbek" in await guest.write("And who wrote it?", reply_to_message=answer)


async def test_markup_in_a_message_is_escaped(guest: Guest) -> None:
    await guest.write("who is <b>Zzyzxqwk</b> & co")
    assert "<b>" not in guest.last.parameters["text"]


async def test_about_tells_how_far_the_base_goes(guest: Guest) -> None:
    said = await guest.write("/about")
    assert "records and" in said and "The Astana Times" in said and "March 2026" in said


async def test_an_error_is_told_with_its_code(guest: Guest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(question: Question) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(guest.application.bot_data["services"].kb, "ask", broken)
    try:
        said = await guest.write("Who directed Qaitadan?")
    finally:
        monkeypatch.undo()
    code = said.rsplit(" ", 1)[-1].rstrip(".")
    assert "Something went wrong" in said
    assert code in caplog.text and "broken on purpose" in caplog.text


async def test_language_and_last_query_survive_a_restart(guest: Guest) -> None:
    await guest.write("«Қайтадан» фильмінің режиссері кім?")
    store: Store = guest.application.bot_data["services"].store
    again = await Store.open(store.path, store.clock)
    try:
        assert await again.language(7) == "kk"
        assert await again.last_query(Place(7, 0, 7)) == "film-qaitadan.director"
    finally:
        await again.close()


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
async def test_every_example_of_the_greeting_works(guest: Guest, code: str) -> None:
    guest.code = code
    for number in range(3):
        await guest.write("/start")
        await guest.press(guest.labels()[number])
        assert guest.labels()[-4].startswith("📇"), "an answer, which offers the whole card"
