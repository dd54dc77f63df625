"""Who is staff and what they may: every command and button, for each role, in private and in groups."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from telegram import Update
from telegram.ext import CommandHandler

from handlers import publish
from handlers.context import Context, Services
from handlers.errors import failed
from handlers.order import Order
from handlers.settings import Settings, Staff
from handlers.staff.digest import EVERY_SECONDS, ErrorDigest
from handlers.staff.invitations import LIFETIME_SECONDS
from handlers.staff.menus import STAFF_COMMANDS
from handlers.staff.rights import person, staff_only
from handlers.staff.staff_chat import tell_staff
from handlers.state import Store, backup
from handlers.state.store import AUDIT_SECONDS
from handlers.texts import text
from kb import LANGUAGES
from tests.handlers.conftest import BOT, Call, Clock, Guest

GROUP = {"id": -100, "type": "supergroup", "title": "Staff & friends"}
ANSWER_AGAIN = "Please ask in words"
COMMANDS = ("/staff", "/audit", "/staff_chat", "/health")
BUTTONS = (
    *("st:list", "st:add:editor", "st:link:editor", "st:pick:announcer", "st:ask:editor:3", "st:take:editor:3", "st:withdraw"),
    *("sc:off", "au:0"),
)
FORGED = ("st:take:owner:2", "st:add:owner", "st:link:", "st:take:editor:-3", "st:take:editor:3x", "st:take:editor:" + "9" * 40, "au:-1", "au:x", "sc:on")


@dataclass
class Team:
    """Two owners, an editor, an announcer and a guest, each with a private chat."""

    owner: Guest
    second: Guest
    editor: Guest
    announcer: Guest
    guest: Guest
    store: Store

    @property
    def calls(self) -> list[Call]:
        return self.guest.request.calls

    def told(self, chat_id: int) -> str:
        """All that a chat was sent since the last look."""
        seen = [str(call.parameters["text"]) for call in self.calls if call.parameters.get("chat_id") == chat_id and call.parameters.get("text")]
        self.calls[:] = [call for call in self.calls if call.parameters.get("chat_id") != chat_id]
        return "\n".join(seen)

    async def state(self) -> tuple[Any, ...]:
        """What a press or command could have changed."""
        return await self.store.staff(), await self.store.open_invitations(), await self.store.setting("staff_chat"), await self.store.audit_size()


@pytest_asyncio.fixture
async def team(guest: Guest) -> AsyncIterator[Team]:
    services: Services = guest.application.bot_data["services"]
    services.settings = Settings(staff=Staff(owners=(1, 2)))
    people = [Guest(guest.application, guest.request, user_id) for user_id in (1, 2, 3, 4)]
    for each in people:
        await services.store.set_language(each.user_id, "en")
    await services.store.add_staff(3, "editor", 1)
    await services.store.add_staff(4, "announcer", 1)
    owner, second, editor, announcer = people
    yield Team(owner, second, editor, announcer, guest, services.store)


def places() -> list[Any]:
    return [pytest.param({}, id="private"), pytest.param({"chat": GROUP}, id="group")]


def context_of(team: Team) -> Context:
    return Context(team.guest.application)


# Rights.


@pytest.mark.parametrize("where", places())
@pytest.mark.parametrize("who", ["guest", "announcer", "editor"])
async def test_without_the_right_a_command_is_one_that_does_not_exist(team: Team, who: str, where: dict[str, Any]) -> None:
    person_: Guest = getattr(team, who)
    unknown, before = await person_.write("/nonsense", **where), await team.state()
    assert ("do not know this command" in unknown) == (not where)
    for command in (*COMMANDS, "/start@tyrna_bot staff-chat") if where else COMMANDS:
        said = await person_.write(command, **where)
        assert said == unknown or command.startswith("/start"), command
    assert await team.state() == before


@pytest.mark.parametrize("where", places())
@pytest.mark.parametrize("who", ["guest", "announcer", "editor"])
@pytest.mark.parametrize("data", BUTTONS)
async def test_without_the_right_a_button_is_an_old_one(team: Team, who: str, data: str, where: dict[str, Any]) -> None:
    await team.store.set_setting("staff_chat", "-100")
    await team.store.invite("t", "editor", 1, 60)
    person_: Guest = getattr(team, who)
    before, seen = await team.state(), len(team.calls)
    assert ANSWER_AGAIN in await person_.press_data(data, **where)
    assert [call.method for call in team.calls[seen:]] == ["answerCallbackQuery"]
    assert team.calls[-1].parameters["show_alert"]
    assert await team.state() == before


@pytest.mark.parametrize("data", FORGED)
async def test_forged_data_does_nothing_even_for_an_owner(team: Team, data: str) -> None:
    before = await team.state()
    assert ANSWER_AGAIN in await team.owner.press_data(data)
    assert await team.state() == before


@pytest.mark.parametrize("data", BUTTONS)
async def test_an_owner_may_press_every_button(team: Team, data: str) -> None:
    assert ANSWER_AGAIN not in await team.owner.press_data(data)


NOBODYS: dict[str, dict[str, Any]] = {
    "an anonymous admin": {"from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}, "sender_chat": GROUP},
    "a person as a channel": {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}, "sender_chat": {"id": -9, "type": "channel", "title": "C"}},
    "Telegram": {"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}, "is_automatic_forward": True},
    "a bot": {"from": {"id": 1, "is_bot": True, "first_name": "Bot"}},
    "an owner as a chat": {"sender_chat": GROUP},
    "an owner by another bot": {"via_bot": BOT},
    "what an owner forwards": {"forward_origin": {"type": "user", "date": 1, "sender_user": {"id": 1, "is_bot": False, "first_name": "O"}}},
}


async def test_help_tells_each_what_they_may(team: Team) -> None:
    for who, may, may_not in (("owner", "/staff", ""), ("editor", "/edit", "/announce"), ("announcer", "/announce", "/edit")):
        said = await getattr(team, who).write("/help")
        assert f"{may} –" in said and (not may_not or f"{may_not} –" not in said)
    said = await team.guest.write("/help")
    assert not any(f"/{command} –" in said for command in STAFF_COMMANDS)
    assert "/staff –" not in await team.owner.write("/help", chat=GROUP)


@pytest.mark.parametrize("where", places())
@pytest.mark.parametrize("what", NOBODYS)
@pytest.mark.parametrize("command", COMMANDS)
async def test_who_is_no_person_is_no_staff(team: Team, what: str, command: str, where: dict[str, Any]) -> None:
    extra, before = NOBODYS[what] | where, await team.state()
    assert await team.owner.write(command, **extra) == await team.owner.write("/nonsense", **extra)
    assert await team.state() == before


async def test_rights_end_at_once(team: Team) -> None:
    assert "Owners" in await team.owner.write("/staff")
    shown = team.owner.last
    team.guest.application.bot_data["services"].settings = Settings(staff=Staff(owners=(2,)))
    assert "do not know this command" in await team.owner.write("/staff")
    assert ANSWER_AGAIN in await team.owner.press_data("st:take:editor:3", shown.message_id)
    assert len(await team.store.staff()) == 2


async def test_a_command_of_staff_that_fails_does_not_go_on_to_guests(team: Team, caplog: pytest.LogCaptureFixture) -> None:
    @staff_only("announcer")
    async def broken(update: Update, context: Context) -> None:
        raise KeyError("draft")

    team.guest.application.add_handler(CommandHandler("broken", broken), Order.STAFF)
    assert "do not know this command" in await team.editor.write("/broken")
    for allowed in (team.announcer, team.owner):
        said = await allowed.write("/broken")
        assert "Something went wrong" in said and "do not know" not in said
    assert "Error" in caplog.text


def test_the_presser_counts_not_the_message_under_the_button(team: Team) -> None:
    message = {"message_id": 5, "date": 1, "chat": GROUP, "from": BOT, "text": "…", "sender_chat": GROUP}
    pressed = {"id": "1", "from": {"id": 1, "is_bot": False, "first_name": "O"}, "chat_instance": "1", "data": "st:list", "message": message}
    update = Update.de_json({"update_id": 1, "callback_query": pressed}, team.guest.application.bot)
    assert update is not None and person(update) == 1


# The list.


async def test_the_list_names_owners_and_staff_with_their_names_escaped(team: Team) -> None:
    said = await team.owner.write("/staff")
    for user_id in (1, 2, 3, 4):
        assert f'<a href="tg://user?id={user_id}">&lt;Person {user_id}&gt;</a>' in said
    assert team.owner.labels() == ["✖ <Person 3>: editor", "✖ <Person 4>: announcer", "➕ Editor", "➕ Announcer"]


async def test_staff_are_heard_of_like_guests(team: Team) -> None:
    await team.owner.write("/staff")
    await team.store.settle()
    assert team.store.count_of(1)["chats"] == 1


@pytest.mark.parametrize("command", ["/staff", "/audit"])
async def test_in_a_group_an_owner_is_sent_to_the_private_chat(team: Team, command: str) -> None:
    said = await team.owner.write(command, chat=GROUP)
    assert "private chat only" in said and "Person" not in said


async def test_a_role_is_taken_after_a_confirmation(team: Team) -> None:
    await publish(team.guest.application)
    await team.owner.write("/staff")
    assert "no longer be an editor" in await team.owner.press("✖ <Person 3>")
    assert len(await team.store.staff()) == 2
    await team.owner.press("‹ Back")
    await team.owner.press("✖ <Person 3>")
    team.calls[:] = [team.owner.last]
    await team.owner.press("Yes, remove")
    assert await team.store.staff() == [(4, "announcer")]
    assert "is no longer an editor" in team.told(1)
    assert "has removed a role" in team.told(2)
    assert "no longer an editor of this bot" in team.told(3)
    assert [(entry.user_id, entry.action, entry.subject) for entry in await team.store.audit(9)] == [(1, "editor-removed", "3")]


async def test_of_two_owners_who_press_at_once_one_takes_the_role(team: Team) -> None:
    said = await asyncio.gather(*(owner.press_data("st:take:editor:3") for owner in (team.owner, team.second)))
    assert await team.store.audit_size() == 1
    assert sum("has been removed already" in str(call.parameters.get("text")) for call in team.calls) == 1, said
    assert "has been removed already" in await team.owner.press_data("st:take:editor:3")
    assert await team.store.audit_size() == 1


@pytest.mark.parametrize("owner", [1, 2])
async def test_no_owner_can_be_taken_away_in_the_chat(team: Team, owner: int) -> None:
    for role in ("editor", "announcer"):
        assert "removed already" in await team.owner.press_data(f"st:take:{role}:{owner}")
    assert "Owners" in await getattr(team, "owner" if owner == 1 else "second").write("/staff")


async def test_a_person_is_chosen_in_telegram(team: Team) -> None:
    await team.owner.write("/staff")
    await team.owner.press("➕ Announcer")
    await team.owner.press_data("st:pick:announcer")
    request = re.search(r"'request_users': ({.*?})", str(team.owner.last.parameters["reply_markup"]).replace('"', "'"))
    assert request and "'user_is_bot': False" in request[1].replace("false", "False")
    number = re.search(r"'request_id': (\d)", request[1])
    assert number
    shared = {"request_id": int(number[1]), "users": [{"user_id": 7}]}
    team.calls.clear()
    await team.owner.send(users_shared=shared)
    assert (7, "announcer") in await team.store.staff()
    assert "is an announcer now" in team.told(1)
    assert "has made" in team.told(2)
    assert "You are an announcer" in team.told(7)
    await team.second.send(users_shared=shared)
    assert "has this role already" in team.told(2) and not team.told(7)
    assert await team.store.audit_size() == 1


async def test_whoever_cannot_be_reached_has_the_role_and_the_owner_knows(team: Team) -> None:
    team.guest.request.refusals[7] = {"error_code": 400, "description": "Bad Request: chat not found"}
    await team.owner.send(users_shared={"request_id": 1, "users": [{"user_id": 7}]})
    assert (7, "editor") in await team.store.staff()
    assert "could not write to" in team.told(1)


@pytest.mark.parametrize("user_id", [1087968824, 136817688, 777000, BOT["id"]])
async def test_a_role_goes_to_people_only(team: Team, user_id: int) -> None:
    assert "people only" in await team.owner.send(users_shared={"request_id": 1, "users": [{"user_id": user_id}]})
    assert len(await team.store.staff()) == 2


@pytest.mark.parametrize("who", ["guest", "announcer", "editor"])
async def test_only_an_owner_can_choose_people(team: Team, who: str) -> None:
    assert not await getattr(team, who).send(users_shared={"request_id": 1, "users": [{"user_id": 7}]})
    assert len(await team.store.staff()) == 2


# Invitations.


async def invite(team: Team, role: str = "announcer") -> str:
    """What an invited person sends by tapping the link."""
    await team.owner.press_data(f"st:link:{role}")
    found = re.search(r"https://t\.me/tyrna_bot\?start=(staff-[\w-]+)", team.told(1))
    assert found and len(found[1]) <= 64
    return f"/start {found[1]}"


@pytest.mark.parametrize(
    ("code", "invited", "label", "given"),
    [
        ("kk", "хабарландыру авторы болуға шақырып отыр", "Иә", "хабарландыру авторы рөлі бар"),
        ("ru", "приглашают на роль автора объявлений", "Да", "роль автора объявлений"),
        ("en", "invited to be an announcer", "Yes", "You are an announcer"),
    ],
)
async def test_a_link_gives_the_role_after_a_yes_in_the_language_of_the_invited(team: Team, code: str, invited: str, label: str, given: str) -> None:
    team.guest.code = code
    link = await invite(team)
    assert invited in await team.guest.write(link)
    assert (7, "announcer") not in await team.store.staff()
    team.calls[:] = [team.calls[-1]]
    await team.guest.press(label)
    assert given in team.told(7)
    assert (7, "announcer") in await team.store.staff()
    assert "accepted the invitation" in team.told(1) and "accepted the invitation" in team.told(2)
    assert [(entry.user_id, entry.action, entry.subject) for entry in await team.store.audit(9)] == [(7, "announcer-joined", "1"), (1, "announcer-invited", "")]


async def test_the_secret_of_a_link_is_not_kept(team: Team) -> None:
    token = (await invite(team)).removeprefix("/start staff-")
    assert len(token) == 32
    for file in team.store.path.parent.glob("state.sqlite*"):
        assert token.encode() not in file.read_bytes()


async def test_a_used_link_is_closed_to_everybody(team: Team) -> None:
    link = await invite(team)
    await team.guest.write(link)
    await team.guest.press("Yes")
    stranger = Guest(team.guest.application, team.guest.request, 8)
    assert "no longer works" in await stranger.write(link)
    assert "no longer works" in await stranger.press_data(link.replace("/start staff-", "inv:yes:"))
    assert 8 not in dict(await team.store.staff())


async def test_a_yes_that_is_pressed_again_gives_the_same_answer_and_no_second_role(team: Team) -> None:
    press = (await invite(team)).replace("/start staff-", "inv:yes:")
    for _ in range(2):
        team.calls.clear()
        await team.guest.press_data(press)
        assert "You are an announcer" in team.told(7)
    assert not team.told(1) and await team.store.audit_size() == 2
    await team.owner.press_data("st:take:announcer:7")
    assert "no longer works" in await team.guest.press_data(press)
    assert "no longer works" in await team.guest.write(press.replace("inv:yes:", "/start staff-"))
    assert len(await team.store.staff()) == 2


async def test_of_two_who_accept_at_once_one_gets_the_role(team: Team) -> None:
    press = (await invite(team)).replace("/start staff-", "inv:yes:")
    await asyncio.gather(*(Guest(team.guest.application, team.guest.request, user_id).press_data(press) for user_id in (8, 9)))
    assert len({8, 9} & dict(await team.store.staff()).keys()) == 1


async def test_a_link_ends_after_a_day(team: Team, clock: Clock) -> None:
    link = await invite(team)
    await team.guest.write(link)
    clock.now += LIFETIME_SECONDS
    await team.guest.press("Yes")
    assert "no longer works" in team.told(7)
    assert "no longer works" in await team.guest.write(link)
    assert len(await team.store.staff()) == 2


async def test_a_link_ends_with_the_owner_who_made_it(team: Team) -> None:
    link = await invite(team)
    team.guest.application.bot_data["services"].settings = Settings(staff=Staff(owners=(2,)))
    assert "no longer works" in await team.guest.write(link)


async def test_a_link_that_is_closed_or_of_another_bot_gives_nothing(team: Team) -> None:
    link = await invite(team)
    assert "no longer works" in await team.guest.write("/start staff-" + "A" * 32)
    assert "no longer works" in await team.guest.write("/start staff-x")
    assert ANSWER_AGAIN in await team.guest.press_data("inv:yes:x")
    await team.owner.write("/staff")
    assert "🔗 Close open links: 1" in team.owner.labels()
    await team.owner.press("🔗 Close")
    assert "no longer works" in await team.guest.write(link)


async def test_a_link_can_be_declined_and_used_later(team: Team) -> None:
    link = await invite(team)
    await team.guest.write(link)
    assert "nothing has changed" in await team.guest.press("No")
    assert "invited" in await team.guest.write(link)


@pytest.mark.parametrize("who", ["owner", "announcer"])
async def test_who_has_the_role_leaves_the_link_unused(team: Team, who: str) -> None:
    link = await invite(team)
    assert "already" in await getattr(team, who).write(link)
    assert "already" in await getattr(team, who).press_data(link.replace("/start staff-", "inv:yes:"))
    assert "invited" in await team.editor.write(link)


@pytest.mark.parametrize("what", [what for what in NOBODYS if what != "Telegram"])
async def test_nobody_is_invited_who_is_no_person(team: Team, what: str) -> None:
    assert "invited" not in await team.guest.write(await invite(team), **NOBODYS[what])


# The staff chat.


async def test_staff_are_told_in_their_chat_else_each_owner_is(team: Team) -> None:
    await tell_staff(context_of(team), lambda language: text("audit-empty", language))
    assert "nothing yet" in team.told(1) and "nothing yet" in team.told(2)
    team.owner.code = "ru"
    await team.store.set_language(1, "ru")
    assert "чат сотрудников" in await team.owner.write("/staff_chat", chat=GROUP)
    assert "made the group Staff &amp; friends the staff chat" in team.told(2)
    team.calls.clear()
    sent = await tell_staff(context_of(team), lambda language: text("audit-empty", language))
    assert len(sent) == 1 and "Сотрудники ещё" in team.told(-100)
    assert not team.told(1) and not team.told(2)
    await team.owner.write("/staff_chat", chat=GROUP)
    assert await team.store.audit_size() == 1


async def test_a_group_is_chosen_by_a_button(team: Team) -> None:
    assert "no staff chat" in await team.owner.write("/staff_chat")
    assert "https://t.me/tyrna_bot?startgroup=staff-chat" in str(team.owner.last.parameters["reply_markup"])
    await team.owner.write("/start@tyrna_bot staff-chat", chat=GROUP)
    assert await team.store.setting("staff_chat") == "-100"
    assert "Group -100" in await team.owner.write("/staff_chat")
    await team.owner.press("✖ No staff chat")
    assert await team.store.setting("staff_chat") is None
    assert "there is no staff chat any more" in team.told(2)


async def test_the_staff_chat_moves_with_its_group(team: Team) -> None:
    await team.owner.write("/staff_chat", chat=GROUP)
    moved = {"migrate_to_chat_id": -1009}
    team.guest.request.refusals[-100] = {"error_code": 400, "description": "Bad Request: group chat was upgraded", "parameters": moved}
    await tell_staff(context_of(team), "hello")
    assert team.told(-1009) == "hello" and await team.store.setting("staff_chat") == "-1009"


@pytest.mark.parametrize(("number", "reason"), [(403, "Forbidden: bot was kicked from the supergroup chat"), (400, "Bad Request: chat not found")])
async def test_the_owners_are_told_when_the_staff_chat_is_closed(team: Team, number: int, reason: str) -> None:
    await team.owner.write("/staff_chat", chat=GROUP)
    team.guest.request.refusals[-100] = {"error_code": number, "description": reason}
    team.guest.request.refusals[1] = {"error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    await tell_staff(context_of(team), "hello")
    assert "cannot write to the staff chat" in (said := team.told(2)) and said.endswith("hello")


# Menus.


async def test_commands_of_staff_are_shown_to_staff_only(team: Team) -> None:
    await publish(team.guest.application)
    request = team.guest.request
    assert request.menu(1)[: len(STAFF_COMMANDS)] == request.menu(2)[: len(STAFF_COMMANDS)] == list(STAFF_COMMANDS)
    assert "films" in request.menu(1)
    for user_id, role in ((3, "editor"), (4, "announcer")):
        assert [name for name in request.menu(user_id) if name in STAFF_COMMANDS] == [
            name for name, needed in STAFF_COMMANDS.items() if needed in (role, "any")
        ]
    assert not request.menu(7)
    everybody = next(call for call in team.calls if call.method == "setMyCommands" and "scope" not in call.parameters)
    assert '"staff' not in str(everybody.parameters)
    seen = len(team.calls)
    await publish(team.guest.application)
    assert not [call for call in team.calls[seen:] if call.method.startswith("set")]


async def test_who_owns_no_more_has_the_menu_of_guests(team: Team) -> None:
    await publish(team.guest.application)
    team.guest.application.bot_data["services"].settings = Settings(staff=Staff(owners=(2,)))
    await publish(team.guest.application)
    assert not team.guest.request.menu(1) and team.guest.request.menu(2)
    # Editors and announcers keep their menus.
    assert await team.store.menus() == [2, 3, 4]


async def test_a_menu_follows_the_role(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STAFF_COMMANDS, "about", "announcer")
    await team.owner.send(users_shared={"request_id": 2, "users": [{"user_id": 7}]})
    assert {"announce", "announcements", "stats", "qr", "about"} <= set(team.guest.request.menu(7)) and "staff" not in team.guest.request.menu(7)
    await team.owner.press_data("st:take:announcer:7")
    assert not team.guest.request.menu(7)


@pytest.mark.parametrize("command", STAFF_COMMANDS)
def test_commands_of_staff_are_in_the_readme(command: str) -> None:
    assert f"`/{command}`" in (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")


# What was done.


async def test_audit_shows_the_last_twenty_and_turns_pages(team: Team) -> None:
    assert "nothing yet" in await team.owner.write("/audit")
    for number in range(45):
        await team.store.add_audit(1, "editor-added", str(100 + number))
    said = await team.owner.write("/audit")
    assert said.count("•") == 20 and "&lt;Person 144&gt;" in said and "Person 124" not in said
    assert team.owner.labels() == ["‹", "1 / 3", "›"]
    assert (await team.owner.press("‹")).count("•") == 5
    assert (await team.owner.press_data("au:9999")).count("•") == 5


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_action_is_told_in_every_language(team: Team, language: str) -> None:
    await team.store.set_language(1, language)  # type: ignore[arg-type]
    for role in ("editor", "announcer"):
        for done in ("invited", "joined", "added", "removed", "left"):
            await team.store.add_audit(1, f"{role}-{done}", "8")
    for action in ("links-withdrawn", "staff-chat-set", "staff-chat-unset"):
        await team.store.add_audit(1, action, "-100")
    said = await team.owner.write("/audit")
    assert said.count("•") == 13 and "-left" not in said and "-set" not in said


async def test_an_action_of_another_version_is_shown_as_it_is(team: Team) -> None:
    await team.store.add_audit(1, "moon-landed", "<b>")
    assert "moon-landed &lt;b&gt;" in await team.owner.write("/audit")


async def test_forget_me_takes_the_role_and_leaves_the_audit(team: Team) -> None:
    await team.store.add_audit(4, "staff-chat-set", "-100")
    await team.announcer.write("/forget_me")
    await team.announcer.press("Yes, delete")
    assert await team.store.staff() == [(3, "editor")]
    assert {table: count for table, count in team.store.count_of(4).items() if count} == {"audit": 2}
    assert "/forget_me" in team.told(1) and "/forget_me" in team.told(2)


async def test_what_staff_did_is_kept_for_a_year(tmp_path: Path, clock: Clock) -> None:
    store = await Store.open(tmp_path / "state.sqlite", clock)
    await store.add_audit(1, "editor-added", "8")
    clock.now += AUDIT_SECONDS
    await store.add_audit(1, "editor-removed", "8")
    await store.forget_person(1)
    await store.forget_old()
    assert [entry.action for entry in await store.audit(20)] == ["editor-removed", "editor-added"]
    clock.now += 1
    await store.forget_old()
    assert [entry.action for entry in await store.audit(20)] == ["editor-removed"]
    await store.close()


async def test_of_two_changes_at_once_one_is_made(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "state.sqlite")
    assert sorted(await asyncio.gather(*(store.add_staff(8, "editor", owner) for owner in (1, 2)))) == [False, True]
    assert sorted(await asyncio.gather(*(store.remove_staff(8, "editor") for _ in (1, 2)))) == [False, True]
    await store.invite("secret", "announcer", 1, 60)
    assert sorted(await asyncio.gather(*(store.use_invitation("secret", user_id) for user_id in (8, 9)))) == [False, True]
    assert len(await store.staff()) == 1
    await store.close()


# Errors.


async def test_the_first_error_is_told_at_once_and_those_after_it_together(team: Team, clock: Clock) -> None:
    digest, context = ErrorDigest(clock), context_of(team)

    async def fail(error: Exception) -> None:
        context.error = error
        await failed(None, context, digest=digest)

    await fail(KeyError("secret text of a guest"))
    first = team.told(1)
    assert "Errors: 1" in first and "KeyError × 1" in first and "secret" not in first
    for _ in range(7):
        await fail(KeyError("x"))
    await fail(ValueError("x"))
    clock.now += EVERY_SECONDS - 1
    await digest.tell(context)
    assert not team.told(1)
    clock.now += 1
    await digest.tell(context)
    said = team.told(1)
    assert "Errors: 8" in said and "KeyError × 7" in said and "ValueError × 1" in said and said.count("<code>") == 6
    clock.now += EVERY_SECONDS
    await digest.tell(context)
    assert not team.told(1)


async def test_the_code_of_the_guest_is_in_the_digest(team: Team) -> None:
    async def broken(update: Update, context: Context) -> None:
        raise KeyError("x")

    team.guest.application.add_handler(CommandHandler("broken", broken), Order.STAFF)
    await team.guest.write("/broken")
    code = re.search(r"code (\w+)\.", team.told(7))
    assert code and code[1] in team.told(2)


async def test_what_waits_is_told_when_its_time_comes(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.staff.digest.EVERY_SECONDS", 0.01)
    digest, context = ErrorDigest(), context_of(team)
    for code in ("aaaaaa", "bbbbbb"):
        await digest.add(context, "KeyError", code)
    async with asyncio.timeout(5):
        while "bbbbbb" not in team.told(1):
            await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("language", "says"),
    [("kk", ("Жұмысымның күйі", "әлі болған жоқ")), ("ru", ("Как я работаю", "ещё не было")), ("en", ("How I am", "newest backup: none yet"))],
)
async def test_owners_see_how_the_bot_is(team: Team, language: str, says: tuple[str, str]) -> None:
    await team.store.set_language(1, language)  # type: ignore[arg-type]
    said = await team.owner.write("/health")
    assert all(part in said for part in says) and team.owner.application.bot_data["services"].kb.revision in said
    backup.keep(team.store.path, team.store.clock() - 2 * 24 * 3600)
    said = await team.owner.write("/health")
    assert {"kk": "2 күн бұрын", "ru": "2 дня назад", "en": "2 days ago"}[language] in said
