"""What is kept of a guest is told, shown and deleted, in three languages."""

from __future__ import annotations

import pytest

from handlers.state import Store
from handlers.texts import text
from kb import LANGUAGES
from tests.handlers.conftest import BOT, Guest


def store(guest: Guest) -> Store:
    found: Store = guest.application.bot_data["services"].store
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_the_schema_is_explained(guest: Guest, language: str) -> None:
    guests = {
        "people",
        "conversations",
        "answers",
        "queries",
        "chats",
        "inbox",
        "memberships",
        "inline_choices",
        "unparsed",
        "venues",
        "screenings",
        "reminders",
    }
    assert guests | {"staff", "invitations", "audit", "menus", "settings", "announcements", "deliveries", "muted_topics", "pace"} == set(store(guest).tables())
    assert all(text(f"kept-{table}", language) for table in store(guest).tables())  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "says"), [("kk", "Мен не сақтаймын"), ("ru", "Что я храню"), ("en", "What I keep")])
async def test_privacy_tells_what_is_kept(guest: Guest, code: str, says: str) -> None:
    guest.code = code
    said = await guest.write("/privacy")
    assert says in said and "/forget_me" in said and said.count("•") == 21


async def test_my_data_counts_what_is_held(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    said = await guest.write("/my_data")
    assert "Your id in Telegram: 7" in said and said.count("<b>1</b>") == 4


@pytest.mark.parametrize(
    ("code", "label", "says"), [("kk", "Иә, өшіру", "ештеңе қалмады"), ("ru", "Да, удалить", "больше ничего о вас нет"), ("en", "Yes, delete", "hold nothing")]
)
async def test_forget_me_deletes_after_a_confirmation(guest: Guest, code: str, label: str, says: str) -> None:
    guest.code = code
    await store(guest).set_language(7, "kk" if code == "kk" else "ru" if code == "ru" else "en")
    await guest.write("/forget_me")
    assert says in await guest.press(label)
    assert set(store(guest).count_of(7).values()) == {0}


async def test_forget_me_can_be_declined(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    await guest.write("/forget_me")
    assert "deleted nothing" in await guest.press("No, keep")
    assert store(guest).count_of(7)["people"] == 1


async def test_another_persons_button_deletes_nothing(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    message = {"message_id": 5, "date": 1_760_000_000, "chat": {"id": 7, "type": "private", "first_name": "G"}, "from": BOT, "text": "…"}
    pressed = {"id": "1", "from": guest._user | {"id": 8}, "chat_instance": "1", "data": "forget:yes:7", "message": message}
    assert "for the person who asked" in await guest.process({"callback_query": pressed})
    assert store(guest).count_of(7)["people"] == 1


@pytest.mark.parametrize(("code", "says"), [("kk", "Мұндай команданы білмеймін"), ("ru", "Такой команды я не знаю"), ("en", "do not know this command")])
async def test_an_unknown_command_is_told(guest: Guest, code: str, says: str) -> None:
    guest.code = code
    assert says in await guest.write("/nonsense")
