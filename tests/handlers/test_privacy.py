"""What is kept of a guest is told, shown and deleted, in three languages."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.state import Store
from handlers.state.nightly import Nightly
from handlers.texts import text
from kb import LANGUAGES, Language
from tests.handlers.conftest import BOT, Clock, Guest
from tests.handlers.test_migrations import PERSON, fill

QUESTIONS = {"unanswered", "watches", "requests", "prompts", "asked", "asked_about"}


def store(guest: Guest) -> Store:
    found: Store = guest.application.bot_data["services"].store
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_the_schema_is_explained(guest: Guest, language: str) -> None:
    staff = {"staff", "invitations", "audit", "menus", "settings", "composing", "editing", "proposals", "changes", "taught"}
    guests = {"people", "conversations", "answers", "queries", "chats", "inbox", "memberships", "inline_choices", "unparsed"}
    others = {"announcements", "deliveries", "muted_topics", "pace", "venues", "screenings", "reminders", *QUESTIONS}
    assert guests | staff | others == set(store(guest).tables())
    assert all(text(f"kept-{table}", language, days=90) for table in store(guest).tables())  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "says"), [("kk", "Мен не сақтаймын"), ("ru", "Что я храню"), ("en", "What I keep")])
async def test_privacy_tells_what_is_kept(guest: Guest, code: str, says: str) -> None:
    guest.code = code
    said = await guest.write("/privacy")
    assert says in said and "/forget_me" in said and said.count("•") == len(store(guest).tables())


async def test_my_data_counts_what_is_held(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    said = await guest.write("/my_data")
    assert "Your id in Telegram: 7" in said and said.count("<b>1</b>") == 4


async def test_my_data_gives_every_row_as_a_file(guest: Guest) -> None:
    await guest.write("Who directed Qaitadan?")
    await store(guest).add_audit(7, "staff-chat", "x")
    await store(guest).set_language(8, "kk")
    await guest.write("/my_data")
    ((name, content),) = guest.request.calls[-1].files.items()
    given = json.loads(content)
    assert name == "my-data-7.json" and given.pop("user_id") == 7
    assert given["conversations"][0]["query"] == "film-qaitadan.director" and given["people"][0]["language"] == "en"
    assert given["audit"][0]["action"] == "staff-chat"
    assert {table: len(rows) for table, rows in given.items()} == store(guest).count_of(7)


async def test_in_a_group_my_data_gives_no_file(guest: Guest) -> None:
    group = {"id": -5, "type": "group", "title": "Group"}
    entities = [{"type": "bot_command", "offset": 0, "length": 8}]
    message = {"message_id": 5, "date": 1_760_000_000, "chat": group, "from": guest._user, "text": "/my_data", "entities": entities}
    assert "only in our private chat" in await guest.process({"message": message})
    assert not any(call.files for call in guest.request.calls)


@pytest.mark.parametrize(
    ("code", "label", "says"), [("kk", "Иә, өшіру", "ештеңе қалмады"), ("ru", "Да, удалить", "больше ничего о вас нет"), ("en", "Yes, delete", "hold nothing")]
)
async def test_forget_me_deletes_after_a_confirmation(guest: Guest, code: str, label: str, says: str) -> None:
    guest.code = code
    await store(guest).set_language(7, "kk" if code == "kk" else "ru" if code == "ru" else "en")
    await guest.write("/forget_me")
    assert says in await guest.press(label)
    assert set(store(guest).count_of(7).values()) == {0}


@pytest.mark.parametrize(("code", "says"), [("kk", "өз ізін өшіре алмайды"), ("ru", "стереть собственные следы"), ("en", "clear their own traces")])
async def test_forget_me_says_what_remains_of_staff(guest: Guest, code: str, says: str) -> None:
    guest.code = code
    await store(guest).add_audit(7, "staff-chat", "x")
    await guest.write("/forget_me")
    assert says in await guest.press({"kk": "Иә", "ru": "Да", "en": "Yes"}[code])
    assert store(guest).count_of(7)["audit"] == 1


async def test_no_trace_of_staff_is_denied(guest: Guest) -> None:
    """What others did with their role, what they edited and answered: `/my_data` has it, and `/forget_me` says what remains of it."""
    kept = store(guest)
    await kept.add_audit(500, "editor-added", "7")
    await kept.outbox.add("{}", 500)
    request = await kept.questions.request(9, "question", "Who directed Titanic?", "en")
    assert request and await kept.questions.take_request(request, 7, "7:30")
    await kept.questions.end_request(request, "7:30", "answered")
    with closing(sqlite3.connect(kept.path)) as db, db:
        db.execute("UPDATE announcements SET edited_by = 7, card_chat_id = 7")
    await guest.write("/my_data")
    given = json.loads(next(iter(guest.request.calls[-1].files.values())))
    assert len(given["audit"]) == len(given["announcements"]) == len(given["requests"]) == 1
    assert "9" not in map(str, given["requests"][0].values()) and "Titanic" not in str(given["requests"])
    await guest.write("/forget_me")
    said = await guest.press("Yes")
    assert "as a guest" in said and "edited, approved" in said and "others did to your role" in said and "hold nothing" not in said
    assert {table for table, number in kept.count_of(7).items() if number} == {"audit", "announcements"}
    left = kept.questions.get_request(request)
    assert left and left.state == "answered" and left.answered_by is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_copies_the_state_is_told(guest: Guest, language: Language) -> None:
    """The bot itself only if the state is in a file."""
    for key in ("privacy-more", "forgotten-copies"):
        assert text(key, language, copies="nightly") != text(key, language, copies="elsewhere")
    assert "every night" in await guest.write("/privacy")
    guest.application.bot_data["services"].store.driver.file = None
    said = await guest.write("/privacy")
    assert "every night" not in said and "tools of their database" in said


# Of groups, of staff's work, of what holds for all; the ids in them are no guest's.
NOT_OF_A_GUEST = {"memberships", "audit", "announcements", "changes", "taught", "settings", "pace", "queries", "inline_choices", "unparsed"}


async def test_forget_me_deletes_in_every_table(guest: Guest) -> None:
    with closing(sqlite3.connect(store(guest).path)) as db:
        fill(db, int(store(guest).clock()))
    guest.user_id = PERSON
    await guest.write("/my_data")
    exported = json.loads(next(iter(guest.request.calls[-1].files.values())))
    personal = {table for table in store(guest).tables() if _has_a_person(store(guest), table)} - {"memberships"}
    assert {table for table, rows in exported.items() if table != "user_id" and rows} == personal
    await store(guest).forget_person(PERSON)
    left = {table for table in store(guest).tables() if _has_a_person(store(guest), table)}
    assert left <= NOT_OF_A_GUEST, left


def _has_a_person(store: Store, table: str) -> bool:
    """Whether a column of a table that is an id of people or private chats holds the person's."""
    with closing(sqlite3.connect(store.path)) as db:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        ids = [name for name in columns if name.endswith("_by") or name in ("user_id", "chat_id", "card_chat_id", "asker_id", "author_id")]
        return any(db.execute(f"SELECT count(*) FROM {table} WHERE {name} = ?", [PERSON]).fetchone()[0] for name in ids)


# Table → for how many days its rows are kept; the other tables are kept until somebody deletes the rows.
DAYS = {"conversations": 0, "answers": 30, "queries": 30, "deliveries": 90, "invitations": 0, "audit": 365, "inline_choices": 90, "unparsed": 0}
DAYS |= {"unanswered": 90, "watches": 90, "requests": 30, "prompts": 30, "asked": 400, "asked_about": 400}
DAYS |= {"proposals": 30, "editing": 30}


@pytest.mark.parametrize("table", DAYS)
async def test_the_night_deletes_what_is_past_its_time(tmp_path: Path, clock: Clock, table: str) -> None:
    kept = await Store.open(tmp_path / "state.sqlite", clock)
    night = Nightly(kept, ZoneInfo("Asia/Aqtau"))
    assert await night.look()
    with closing(sqlite3.connect(kept.path)) as db:
        fill(db, int(clock.now))
        try:
            clock.now += (DAYS[table] - 1) * 86400 if DAYS[table] else 600
            assert await night.look()
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 1
            clock.now += 2 * 86400
            assert await night.look()
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
            assert db.execute("SELECT count(*) FROM people").fetchone()[0] == 1
        finally:
            await kept.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("table", "days"), [(table, days) for table, days in DAYS.items() if days])
def test_the_times_are_those_that_privacy_tells(language: str, table: str, days: int) -> None:
    assert re.search(rf"\b{days}\b", text(f"kept-{table}", language, days=90))  # type: ignore[arg-type]


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
