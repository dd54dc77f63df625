"""What holds for every button and for what is no question, in three languages."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.questions import DOUBLE_TAP_SECONDS
from handlers.settings import Contact, PerLanguage, Settings
from tests.handlers.conftest import BOT, Clock, Guest

FILE: dict[str, Any] = {"file_id": "a", "file_unique_id": "b"}
MEDIA: dict[str, dict[str, Any]] = {
    "sticker": {"sticker": FILE | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}},
    "photo": {"photo": [FILE | {"width": 1, "height": 1}]},
    "voice": {"voice": FILE | {"duration": 1}},
    "contact": {"contact": {"phone_number": "+7", "first_name": "G"}},
    "location": {"location": {"longitude": 51.1, "latitude": 43.6}},
    "forwarded post": {
        "text": "Who directed Qaitadan?",
        "forward_origin": {"type": "channel", "date": 1, "chat": {"id": -100, "type": "channel", "title": "C"}, "message_id": 3},
    },
}
GROUP = {"id": -5, "type": "supergroup", "title": "Press"}


@pytest.mark.parametrize("kind", MEDIA)
@pytest.mark.parametrize(("code", "says"), [("kk", "тек мәтін оқимын"), ("ru", "читаю только текст"), ("en", "read only text")])
async def test_what_is_no_question_gets_one_friendly_line(guest: Guest, kind: str, code: str, says: str) -> None:
    guest.code = code
    assert says in await guest.send(**MEDIA[kind])


async def test_an_album_gets_one_line(guest: Guest) -> None:
    assert await guest.send(**MEDIA["photo"], media_group_id="g")
    assert not await guest.send(**MEDIA["photo"], media_group_id="g")


async def test_the_caption_of_a_photo_is_a_question(guest: Guest) -> None:
    assert "Duman Yerkimbek" in await guest.send(**MEDIA["photo"], caption="Who directed Qaitadan?")


async def test_what_comes_through_the_bots_own_inline_mode_is_left_alone(guest: Guest) -> None:
    assert not await guest.send(text="“Qaitadan” was directed by Duman Yerkimbek", via_bot=BOT)


async def test_a_double_tap_answers_once(guest: Guest, clock: Clock) -> None:
    await guest.write("Qaitadan")
    clock.now += DOUBLE_TAP_SECONDS + 1
    assert await guest.press_data("q:en:film-qaitadan.director")
    assert not await guest.press_data("q:en:film-qaitadan.director")
    clock.now += DOUBLE_TAP_SECONDS + 1
    assert await guest.press_data("q:en:film-qaitadan.director")


@pytest.mark.parametrize(("code", "says"), [("kk", "сұрақ қойған адамға"), ("ru", "для того, кто спрашивал"), ("en", "for the person who asked")])
@pytest.mark.parametrize("data", ["q:en:film-qaitadan.director", "l:ru:film-qaitadan", "c:en:film-qaitadan", "b:en:films:1"])
async def test_another_persons_button_in_a_group_is_a_private_alert(guest: Guest, code: str, says: str, data: str) -> None:
    guest.code = code
    asked = {"message_id": 3, "date": 1_760_000_000, "chat": GROUP, "from": guest._user, "text": "?"}
    assert says in await guest.press_data(data, by=8, chat=GROUP, reply_to_message=asked)
    assert [call.method for call in guest.request.calls[-1:]] == ["answerCallbackQuery"]
    assert guest.request.calls[-1].parameters["show_alert"]
    assert "Qaitadan" in await guest.press_data("q:en:film-qaitadan.director", chat=GROUP, reply_to_message=asked)
    assert guest.last.parameters["reply_parameters"]


@pytest.mark.parametrize(("language", "says"), [("kk", "Сөзбен сұраңызшы"), ("ru", "Спросите, пожалуйста, словами"), ("en", "Please ask in words")])
async def test_an_old_button_explains_itself(guest: Guest, language: str, says: str) -> None:
    assert says in await guest.press_data(f"q:{language}:film-gone.director")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Who directed Titanic?", 'You can ask here: <a href="https://t.me/press_desk">Press desk</a>, +7 700 000 00 00'),
        ("Кто снял «Титаник»?", 'Спросить можно здесь: <a href="https://t.me/press_desk">Пресс-служба</a>, +7 700 000 00 00'),
        ("«Титаникті» кім түсірген?", 'Мына жерден сұрай аласыз: <a href="https://t.me/press_desk">Баспасөз қызметі</a>, +7 700 000 00 00'),
    ],
)
async def test_an_unknown_names_whom_to_ask(guest: Guest, question: str, says: str) -> None:
    assert "press_desk" not in await guest.write(question)
    contact = Contact(name=PerLanguage(kk="Баспасөз қызметі", ru="Пресс-служба", en="Press desk"), link="https://t.me/press_desk", phone="+7 700 000 00 00")
    guest.application.bot_data["services"].settings = Settings(contact=contact)
    assert says in await guest.write(question)


async def test_a_file_of_a_guest_is_not_fetched(guest: Guest) -> None:
    assert await guest.send(document={"file_id": "1", "file_unique_id": "1", "file_name": "base.xlsx", "file_size": 10})
    assert not [call for call in guest.request.calls if call.method == "getFile"]
