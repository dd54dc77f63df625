"""Groups, forums and channels over HTTP: answered when asked, otherwise silent; admins decide, and nobody else does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from time import monotonic
from typing import TypeVar

import pytest
import pytest_asyncio

from handlers.state import Place, Store
from handlers.state.store import _STATEMENTS, LEFT_BEHIND, MOVED
from tests.e2e.conftest import Run
from tests.emulator import Config, Emulator, Group, Person, Seen

T = TypeVar("T")
NAME = f"@{Config.username}"
ASKED = "Who directed Qaitadan?"


@pytest.fixture
def berik(emulator: Emulator) -> Person:
    return emulator.person("Berik", "ru")


@pytest.fixture
def group(emulator: Emulator, guest: Person, berik: Person) -> Group:
    """A supergroup of two people, of whom the guest is an admin."""
    group = emulator.group(guest, berik)
    group.promote(guest)
    return group


@pytest_asyncio.fixture
async def store(bot: None, tmp_path: Path) -> AsyncIterator[Store]:
    """What the bot keeps, seen from outside."""
    store = await Store.open(tmp_path / "state.sqlite")
    yield store
    await store.close()


async def alert(person: Person, group: Group, message: Seen, data: str) -> str:
    """What a press shows to the person alone."""
    return await person.popup(person.press_data(message, data, group))


async def becomes(kept: Callable[[], T], expected: T) -> None:
    """What is kept becomes this: chats are handled side by side, so an answer in one tells nothing of another."""
    end = monotonic() + 5
    while (found := kept()) != expected:
        assert monotonic() < end, f"{found} is kept, expected {expected}"
        await asyncio.sleep(0.02)


# Asked, and not asked


@pytest.mark.parametrize(
    "text",
    [f"/ask {ASKED}", f"/ask{NAME} {ASKED}", f"{NAME} {ASKED}", f"Tell me, {NAME}: {ASKED}", "/ask Кто снял «Кайтадан»?", f"/start{NAME}", "/films"],
)
@pytest.mark.parametrize("private", [True, False])
async def test_it_answers_when_it_is_asked(emulator: Emulator, bot: None, group: Group, berik: Person, text: str, private: bool) -> None:
    emulator.config = Config(can_read_all_group_messages=not private)
    question = berik.write(text, group)
    answer = await group.sees()
    assert answer.content["reply_to_message"]["message_id"] == question.id
    assert answer.labels[-1] == "✕"


@pytest.mark.parametrize("private", [True, False])
async def test_not_asked_it_is_silent(emulator: Emulator, bot: None, group: Group, guest: Person, berik: Person, private: bool) -> None:
    emulator.config = Config(can_read_all_group_messages=not private)
    group.add_bot(guest, as_administrator=not private)
    for text in (ASKED, "/films@another_bot", f"/ask@another_bot {ASKED}", "@another_bot hello", "@tyrna_bot_2 hello", "/nonsense", "Qaitadan"):
        berik.write(text, group)
    berik.send_photo(ASKED, group)
    berik.send_sticker(group)
    berik.forward(f"{NAME} {ASKED}", group)
    group.join(emulator.person("Dana"))
    berik.write("hello", group, reply_to=guest.write("hi", group))
    await group.sees_nothing(0.5)
    assert not emulator.called("sendMessage")


async def test_a_reply_to_it_goes_on(bot: None, group: Group, berik: Person) -> None:
    berik.write(f"/ask {ASKED}", group)
    answer = await group.sees("Duman Yerkimbek")
    berik.write("And who wrote it?", group, reply_to=answer)
    await group.sees("Asylbek")


async def test_somebody_elses_message_is_asked_by_command(bot: None, group: Group, guest: Person, berik: Person) -> None:
    question = guest.write(ASKED, group)
    berik.write("/ask", group, reply_to=question)
    await group.sees("Duman Yerkimbek")
    berik.write("/ask", group)
    assert "after the command" in (await group.sees()).html


async def test_an_edited_question_edits_its_answer(bot: None, group: Group, berik: Person) -> None:
    question = berik.write(f"/ask {ASKED}", group)
    answer = await group.sees("Duman Yerkimbek")
    berik.edit(question, "/ask Who wrote Qaitadan?", group)
    changed = await group.sees("Asylbek")
    assert changed.id == answer.id and "✕" in changed.labels


async def test_the_context_is_each_persons_own(bot: None, group: Group, guest: Person, berik: Person) -> None:
    berik.write(f"/ask {ASKED}", group)
    await group.sees("Duman Yerkimbek")
    guest.write("/ask When was TURKSOY founded?", group)
    await group.sees("1993")
    berik.write("/ask And who wrote it?", group)
    await group.sees("Asylbek")


async def test_forum_topics_are_answered_in_their_topic_and_apart(emulator: Emulator, bot: None, guest: Person) -> None:
    forum = emulator.group(guest, topics={7: "Films", 9: "Press"})
    guest.write(f"/ask {ASKED}", forum, topic=7)
    answer = await forum.sees("Duman Yerkimbek")
    assert answer.content["message_thread_id"] == 7
    guest.write("/ask And who wrote it?", forum, topic=9)
    other = await forum.sees()
    assert other.content["message_thread_id"] == 9 and "Asylbek" not in other.html
    guest.press("Plot", forum)
    assert (await forum.sees("village")).content["message_thread_id"] == 7


@pytest.mark.parametrize(
    ("text", "says", "label"),
    [
        ("/ask Who directed Titanic?", "That is not in my database.", "↗ Ask in private"),
        ("/ask Кто снял «Титаник»?", "Этого в моей базе нет.", "↗ Спросить лично"),
        ("/ask «Титаникті» кім түсірген?", "Бұл базамда жоқ.", "↗ Жеке сұрау"),
    ],
)
async def test_unknown_is_one_line_and_the_way_into_private(bot: None, group: Group, berik: Person, text: str, says: str, label: str) -> None:
    berik.write(text, group)
    answer = await group.sees()
    assert answer.html == says and answer.labels == [label, "✕"]
    start = berik.press(label, group).partition("?start=")[2]
    assert "итаник" in (private := (await berik.ask(f"/start {start}")).html) or "Titanic" in private


async def test_what_is_ones_own_is_told_in_private(bot: None, group: Group, berik: Person) -> None:
    for command in ("/my_data", "/privacy", "/forget_me"):
        berik.write(command + NAME, group)
        answer = await group.sees("личном чате")
        assert str(berik.id) not in answer.html and berik.press("↗", group) == f"https://t.me/{Config.username}"


# Buttons


async def test_a_button_belongs_to_the_asker_also_when_the_question_is_gone(emulator: Emulator, bot: None, group: Group, guest: Person, berik: Person) -> None:
    question = berik.write(f"/ask {ASKED}", group)
    answer = await group.sees("Duman Yerkimbek")
    assert "for the person who asked" in await alert(guest, group, answer, "l:ru:film-qaitadan.director")
    del group.chat.messages[question.id], group.chat.messages[answer.id]["reply_to_message"]
    assert "for the person who asked" in await alert(guest, group, group.message(answer.id), "l:ru:film-qaitadan.director")
    assert not await alert(berik, group, group.message(answer.id), "l:ru:film-qaitadan.director")
    await group.sees("Режиссёр")


@pytest.mark.parametrize("who", ["asker", "admin"])
async def test_the_asker_and_admins_take_an_answer_away(emulator: Emulator, bot: None, group: Group, guest: Person, berik: Person, who: str) -> None:
    berik.write(f"/ask {ASKED}", group)
    answer = await group.sees("Duman Yerkimbek")
    dana = emulator.person("Dana", "kk")
    group.join(dana)
    assert "сұрақ қойған адамға" in await alert(dana, group, answer, "x")
    assert answer.id in group.chat.messages
    assert not await alert(berik if who == "asker" else guest, group, answer, "x")
    assert answer.id not in group.chat.messages


async def test_what_is_too_old_to_take_away_says_so(emulator: Emulator, bot: None, group: Group, berik: Person) -> None:
    berik.write(f"/ask {ASKED}", group)
    answer = await group.sees("Duman Yerkimbek")
    emulator.advance(49 * 3600)
    assert "cannot remove" in await alert(berik, group, answer, "x")


@pytest.mark.parametrize(
    "data", ["x", "g:lang:ru:", "g:sub:subscribed", "g:quiet:1", "stop", "sub:no", "mute:press", "topic:press", "forget:yes:1", "g:lang:xx:", "g:", "?"]
)
async def test_forged_and_foreign_data_changes_nothing(emulator: Emulator, store: Store, group: Group, guest: Person, berik: Person, data: str) -> None:
    await store.set_subscription(group.id, "supergroup", "subscribed")
    guest.write(f"/ask {ASKED}", group)
    answer = await group.sees("Duman Yerkimbek")
    assert await alert(berik, group, answer, data)
    assert answer.id in group.chat.messages and await store.subscription(group.id) == "subscribed" and store.membership(group.id) is None
    assert "✕" not in (await berik.ask(ASKED)).labels
    assert await alert(berik, group=berik, message=berik.last, data="x")  # type: ignore[arg-type]


async def test_who_asks_anonymously_is_the_group(bot: None, emulator: Emulator, group: Group, guest: Person, berik: Person) -> None:
    group.write_anonymously(f"/ask {ASKED}")
    answer = await group.sees("Duman Yerkimbek")
    assert "для того, кто спрашивал" in await alert(berik, group, answer, "l:ru:film-qaitadan.director")
    assert not await alert(guest, group, answer, "l:ru:film-qaitadan.director")
    await group.sees("Режиссёр")


# Coming in


@pytest.mark.parametrize(("code", "says"), [("kk", "үндемеймін"), ("ru", "молчу"), ("en", "silent")])
async def test_the_joining_message_is_short_and_goes(emulator: Emulator, bot: None, code: str, says: str) -> None:
    adder, other = emulator.person("Adder", code), emulator.person("Other", "en")
    group = emulator.group(adder, other, kind="group")
    group.chat.bot_status = "left"
    group.add_bot(adder)
    welcome = await group.sees(says)
    assert len(welcome.text) < 300 and len(welcome.labels) == 1 and "/ask" in welcome.text and "@" not in welcome.text
    adder.write(f"/start{NAME} from_a_link", group)
    await group.sees_nothing()
    assert await alert(other, group, welcome, "x")
    assert not await alert(adder, group, welcome, "x")
    assert welcome.id not in group.chat.messages


async def test_being_made_an_admin_is_no_joining(bot: None, group: Group, guest: Person) -> None:
    group.add_bot(guest, as_administrator=True)
    await group.sees_nothing()


async def test_being_removed_and_restricted_is_recorded(emulator: Emulator, store: Store, group: Group, guest: Person) -> None:
    def state() -> tuple[str, bool, str]:
        membership = store.membership(group.id)
        return (membership.status, membership.may_write, store.outbox.wants(group.id, "press")) if membership else ("", False, "")

    await store.set_subscription(group.id, "supergroup", "subscribed")
    group.restrict_bot(guest)
    await becomes(state, ("restricted", False, "blocked"))
    group.chat.may_write = True
    group.add_bot(guest)
    await becomes(state, ("member", True, "yes"))
    group.remove_bot(guest)
    await becomes(state, ("kicked", False, "blocked"))


async def test_a_refusal_to_send_is_recorded_too(emulator: Emulator, store: Store, group: Group, guest: Person, berik: Person) -> None:
    await store.set_membership(group.id, "supergroup", "member", True)
    group.forbid_writing()
    berik.write(f"/ask {ASKED}", group)
    await becomes(lambda: (found := store.membership(group.id)) is not None and found.may_write, False)
    assert len([call for call in emulator.called("sendMessage") if call.parameters["chat_id"] in (group.id, str(group.id))]) == 1


async def test_who_blocks_the_bot_gets_no_announcements(emulator: Emulator, store: Store, guest: Person, berik: Person) -> None:
    await guest.ask("/start")
    await guest.ask("/subscribe")
    guest.block()
    await becomes(lambda: store.outbox.wants(guest.id, "press"), "blocked")


async def test_a_channel_gets_announcements_where_the_bot_may_post(emulator: Emulator, store: Store, guest: Person) -> None:
    channel = emulator.channel()

    def state() -> tuple[bool, str | None]:
        membership = store.membership(channel.id)
        return bool(membership and membership.may_write), store._one("subscription", chat_id=channel.id)

    for may_post, subscription in ((False, None), (True, "subscribed"), (False, "subscribed")):
        channel.set_bot(guest, "administrator", may_post)
        await becomes(state, (may_post, subscription))
    assert store.outbox.wants(channel.id, "press") == "blocked"
    assert not [call for call in emulator.called("sendMessage") if str(call.parameters["chat_id"]) == str(channel.id)]


# What admins choose


@pytest.mark.parametrize("anonymous", [False, True])
async def test_admins_choose(emulator: Emulator, store: Store, group: Group, guest: Person, berik: Person, anonymous: bool) -> None:
    if anonymous:
        group.write_anonymously("/settings")
    else:
        guest.write("/settings", group)
    panel = await group.sees("How I behave")
    assert "ҚАЗ" in panel.labels and panel.labels[-1] == "✕"
    for data in ("g:lang:ru:", "g:sub:subscribed", "g:quiet:1"):
        assert "админы этой группы" in await alert(berik, group, panel, data)
    assert store.membership(group.id) is None and await store.subscription(group.id) is None
    guest.press("🔔", group)
    await group.sees("they come here")
    guest.press("🤫", group)
    await group.sees("Quiet")
    guest.press("ҚАЗ", group)
    await group.sees("Тыныш режим", "осында келеді")
    membership = store.membership(group.id)
    assert membership is not None and membership.quiet and membership.language == "kk" and await store.subscription(group.id) == "subscribed"
    group.promote(guest, "member")
    assert "әкімшілері" in await alert(guest, group, group.message(panel.id), "g:quiet:0"), "rights are those of the moment"


async def test_the_groups_language_answers_a_bare_name(store: Store, group: Group, guest: Person, berik: Person) -> None:
    await store.set_group_language(group.id, "supergroup", "kk")
    berik.write("/ask Qaitadan", group)
    await group.sees("Дереккөз")
    guest.write(f"/ask {ASKED}", group)
    await group.sees("Source")


async def test_quiet_answers_commands_only(store: Store, group: Group, berik: Person) -> None:
    await store.set_quiet(group.id, "supergroup", True)
    berik.write(f"/ask {ASKED}", group)
    answer = await group.sees("Duman Yerkimbek")
    berik.write("And who wrote it?", group, reply_to=answer)
    berik.write(f"{NAME} {ASKED}", group)
    await group.sees_nothing()


async def test_only_admins_command(store: Store, group: Group, guest: Person, berik: Person) -> None:
    for command in ("/settings", "/subscribe", "/unsubscribe"):
        berik.write(command, group)
        await group.sees("админы этой группы")
    assert await store.subscription(group.id) is None
    guest.write("/subscribe", group)
    await group.sees("This group will get")
    assert await store.subscription(group.id) == "subscribed"
    group.write_anonymously(f"/unsubscribe{NAME}")
    await group.sees("no more announcements")
    assert await store.subscription(group.id) == "unsubscribed"


# Moving


async def keep(store: Store, chat_id: int, person: int) -> None:
    """What a group can leave behind, in every table that knows chats."""
    await store.set_subscription(chat_id, "group", "subscribed")
    await store.set_membership(chat_id, "group", "member", True)
    await store.set_group_language(chat_id, "group", "kk")
    await store.set_quiet(chat_id, "group", True)
    await store.set_last_query(Place(chat_id, 0, person), "film-qaitadan")
    await store.set_answer(chat_id, 5, 6, "film-qaitadan", person)
    await store.outbox.mute(chat_id, "press", True)
    await store.set_setting("staff_chat", str(chat_id))


async def moved(store: Store, old: int, new: int, person: int) -> bool:
    membership = store.membership(new)
    return (
        await store.subscription(new) == "subscribed"
        and membership is not None
        and (membership.type, membership.language, membership.quiet) == ("supergroup", "kk", True)
        and await store.last_query(Place(new, 0, person)) == "film-qaitadan"
        and store.outbox.wants(new, "press") == "muted"
        and await store.setting("staff_chat") == str(new)
        and await store.answer_to(new, 5) is None
        and all(not store._read_db.execute(f"SELECT 1 FROM {table} WHERE chat_id = ?", (old,)).fetchone() for table in MOVED + LEFT_BEHIND)
    )


async def test_a_group_that_becomes_a_supergroup_keeps_everything(emulator: Emulator, store: Store, guest: Person, berik: Person) -> None:
    group = emulator.group(berik, kind="group")
    await keep(store, group.id, berik.id)
    new = group.migrate(berik)
    await becomes(lambda: store._one("subscription", chat_id=new.id) == "subscribed", True)
    assert await moved(store, group.id, new.id, berik.id)
    new.chat.bot_status = "left"
    new.add_bot(berik)
    await new.sees_nothing()


async def test_it_moves_by_the_refusal_too_and_answers_there(emulator: Emulator, store: Store, berik: Person) -> None:
    group = emulator.group(berik, kind="group")
    await keep(store, group.id, berik.id)
    berik.write(f"/ask {ASKED}", group)
    await group.sees("Duman Yerkimbek")
    emulator.state.updates.clear()
    new = Group(emulator, (), "supergroup", {})
    new.chat.members, group.chat.migrated_to = dict(group.chat.members), new.id
    message = {"message_id": 99, "date": int(emulator.now()), "chat": group.chat.about, "from": berik.user, "text": "/ask Who wrote Qaitadan?"}
    emulator.push("message", message | {"entities": [{"type": "bot_command", "offset": 0, "length": 4}]})
    await new.sees("Asylbek")
    # The question itself was noted under the id that it came with; it goes with the next word of the move.
    await store.migrate_chat(group.id, new.id)
    assert await store.subscription(new.id) == "subscribed" and store.membership(group.id) is None


async def test_every_table_that_knows_chats_moves_with_them(store: Store) -> None:
    rows = store._read_db.execute("SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' AND c.name = 'chat_id'")
    assert {name for (name,) in rows} == set(MOVED + LEFT_BEHIND)


async def test_a_move_is_whole_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await keep(store, -5, 7)
    monkeypatch.setitem(_STATEMENTS, "forget_chat_answers", "DELETE FROM nowhere")
    with pytest.raises(Exception, match="nowhere"):
        await store.migrate_chat(-5, -105)
    assert store.membership(-105) is None and await store.subscription(-5) == "subscribed"


# Floods


async def test_a_group_that_asks_too_much_is_told_once(emulator: Emulator, bot: None, guest: Person) -> None:
    people = [emulator.person(f"Person {number}") for number in range(12)]
    group = emulator.group(*people)
    for number in range(30):
        people[number % 12].write("/ask Qaitadan", group)
        if number < 18:
            await group.next_message()
    await group.sees("too much at once for this group")
    await guest.ask(ASKED)
    assert group.screen.count("too much at once") == 1
    assert len([message for message in group.messages if message.from_bot]) == 18 + 1


async def test_talk_among_people_counts_for_nobody(emulator: Emulator, bot: None, group: Group, berik: Person) -> None:
    emulator.config = Config(can_read_all_group_messages=True)
    for number in range(60):
        berik.write(f"word {number}", group)
    berik.write(f"/ask {ASKED}", group)
    await group.sees("Duman Yerkimbek")


async def test_staff_are_never_too_fast(run: Run, emulator: Emulator, guest: Person, tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "state.sqlite")
    await store.add_staff(guest.id, "editor", guest.id)
    await store.close()
    async with run():
        for _ in range(40):
            await guest.ask("/start")
