"""What goes wrong between the bot and Telegram, or with people: who asks is answered all the same."""

from __future__ import annotations

from typing import get_args

import pytest

from handlers.context import Services, TyrnaApplication
from handlers.settings import Settings, Staff
from handlers.texts import text
from tests.e2e.conftest import Run
from tests.emulator import Emulator, Person, Rate, Rates
from tests.emulator.faults import FaultKind

KINDS = get_args(FaultKind)
QUESTION, FACT = "Who directed Qaitadan?", "Duman Yerkimbek"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("bot")
async def test_an_answer_comes_after_a_fault(emulator: Emulator, guest: Person, kind: FaultKind) -> None:
    emulator.fault(kind, "sendMessage", guest.id)
    guest.write(QUESTION)
    assert FACT in (await guest.sees(FACT)).html
    await emulator.until(lambda: True if len(emulator.called("sendMessage")) >= 2 else None, 3)
    assert "1993" in (await guest.ask("When was TURKSOY founded?")).html


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("method", ["answerCallbackQuery", "editMessageText"])
@pytest.mark.usefixtures("bot")
async def test_a_flip_comes_after_a_fault(emulator: Emulator, guest: Person, method: str, kind: FaultKind) -> None:
    await guest.ask(QUESTION)
    emulator.fault(kind, method)
    guest.press("РУС")
    assert (await guest.sees("Думан Еркимбек")).edited


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("bot")
async def test_polling_goes_on_after_a_fault(emulator: Emulator, guest: Person, kind: FaultKind) -> None:
    await guest.ask("/start")
    emulator.fault(kind, "getUpdates")
    assert FACT in (await guest.ask(QUESTION)).html


@pytest.mark.usefixtures("bot")
async def test_one_chat_that_has_to_wait_holds_up_no_other(emulator: Emulator, guest: Person) -> None:
    other = emulator.person("Other")
    emulator.fault("429", "sendMessage", guest.id, retry_after=2)
    guest.write(QUESTION)
    assert FACT in (await other.ask(QUESTION)).html
    assert FACT not in guest.screen
    assert FACT in (await guest.sees(FACT)).html


@pytest.mark.parametrize("leaves", ["block", "delete_account"])
@pytest.mark.usefixtures("bot")
async def test_who_leaves_harms_nobody(emulator: Emulator, guest: Person, leaves: str) -> None:
    await guest.ask("/start")
    emulator.fault("429", "sendMessage", guest.id)
    guest.write(QUESTION)
    getattr(guest, leaves)()
    other = emulator.person("Other")
    assert FACT in (await other.ask(QUESTION)).html
    refused = await emulator.until(lambda: next((call.error for call in emulator.called("sendMessage") if call.status == 403), None), 5)
    assert refused and refused.startswith("Forbidden")
    assert FACT not in guest.screen


@pytest.mark.usefixtures("bot")
async def test_who_comes_back_is_answered(guest: Person) -> None:
    await guest.ask("/start")
    guest.block()
    guest.unblock()
    assert FACT in (await guest.ask(QUESTION)).html


@pytest.mark.parametrize("rates", [Rates(overall=None, chat=Rate(1, 1, 2), group=None)])
@pytest.mark.usefixtures("bot")
async def test_what_comes_too_fast_for_telegram_comes_later(emulator: Emulator, guest: Person) -> None:
    questions = {"Who directed Qaitadan?": FACT, "Who wrote Qaitadan?": "Asylbek", "When was TURKSOY founded?": "1993"}
    for question in questions:
        guest.write(question)
    for fact in questions.values():
        assert fact in (await guest.next_message()).html
    assert 429 in [call.status for call in emulator.called("sendMessage")]


@pytest.mark.usefixtures("bot")
async def test_who_floods_the_bot_is_told_once_and_holds_up_nobody(emulator: Emulator, guest: Person) -> None:
    for _ in range(60):
        guest.write(QUESTION)
    other = emulator.person("Other")
    assert FACT in (await other.ask(QUESTION)).html
    for key in ("too-many", "muted"):
        notice = text(key, "en", minutes=5)
        await guest.sees(notice)
        assert guest.screen.count(notice) == 1, guest.screen


async def test_what_was_written_meanwhile_is_answered_after_a_restart(run: Run, emulator: Emulator, guest: Person) -> None:
    async with run():
        await guest.ask(QUESTION)
    guest.write("And who wrote it?")
    async with run():
        assert "Asylbek" in (await guest.next_message()).html
    sent = len(emulator.called("sendMessage"))
    async with run():
        again = await emulator.until(lambda: True if len(emulator.called("sendMessage")) > sent else None, 0.3)
        assert again is None, f"what was answered is answered again:\n{guest.screen}"


async def test_a_button_pressed_too_long_ago_to_be_answered_still_works(run: Run, emulator: Emulator, guest: Person) -> None:
    async with run():
        await guest.ask(QUESTION)
    guest.press("РУС")
    emulator.advance(100)
    async with run():
        assert (await guest.sees("Думан Еркимбек")).edited
    assert [call.status for call in emulator.called("answerCallbackQuery")] == [400]


@pytest.mark.usefixtures("bot")
async def test_the_person_learns_of_a_fault_of_the_bots_own(guest: Person, knowledge: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(question: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(knowledge, "ask", broken)
    assert "went wrong" in (await guest.ask(QUESTION)).html


# What was written before a call failed, and is handled again: it comes to the same as without the fault.

OWNER, EDITOR = 500, 501
STAFF = pytest.mark.parametrize("staff", [Staff(owners=(OWNER,))])


async def test_a_topic_is_muted_once(bot: TyrnaApplication, emulator: Emulator, guest: Person) -> None:
    services: Services = bot.bot_data["services"]
    await guest.ask("/topics")
    emulator.fault("500", "answerCallbackQuery")
    guest.press("🔔 awards")
    assert "🔕 awards" in (await guest.sees("Topics")).labels
    assert services.store.outbox.muted(guest.id) == ["awards"]
    # A button from before the buttons said what they do.
    guest.press_data(guest.last, "topic:awards")
    assert "🔔 awards" in (await guest.sees("Topics")).labels
    assert services.store.outbox.muted(guest.id) == []


@pytest.mark.parametrize(("command", "skip"), [("/start", 0), ("/start film-qaitadan__director", 0), ("/start film-qaitadan__director", 1)])
@pytest.mark.usefixtures("bot")
async def test_the_announcements_are_offered_in_the_greeting_that_arrives(emulator: Emulator, guest: Person, command: str, skip: int) -> None:
    emulator.fault("500", "sendMessage", skip=skip)
    offer = "🔔 Get the festival's announcements"
    guest.write(command)
    await guest.sees("I am" if command == "/start" else "Ask me anything else")
    assert [offer in message.labels for message in guest.messages][-1]
    assert offer not in (await guest.ask("/start")).labels


@pytest.mark.usefixtures("bot")
async def test_a_new_group_is_greeted_once(emulator: Emulator, guest: Person) -> None:
    group = emulator.group(guest)
    group.chat.bot_status = "left"
    emulator.fault("500", "sendMessage")
    group.add_bot(guest)
    await group.sees("when I am asked")
    group.mark = emulator.notify()
    await group.sees_nothing()


@STAFF
async def test_announce_makes_one_draft(bot: TyrnaApplication, emulator: Emulator) -> None:
    services: Services = bot.bot_data["services"]
    owner = emulator.person("Owner", "en", OWNER)
    await owner.ask("/help")
    emulator.fault("500", "sendMessage")
    await owner.ask("/announce")
    assert services.store.outbox.number() == 1
    owner.write("en:\nTonight in Arai hall.")
    await owner.sees("Tonight in Arai hall.")
    await owner.ask("/announce")
    assert services.store.outbox.number() == 2


@STAFF
async def test_whose_role_was_taken_is_told(bot: TyrnaApplication, emulator: Emulator) -> None:
    services: Services = bot.bot_data["services"]
    owner, editor = emulator.person("Owner", "en", OWNER), emulator.person("Editor", "en", EDITOR)
    await owner.ask("/help")
    await editor.ask("/help")
    await services.store.add_staff(EDITOR, "editor", OWNER)
    listed = await owner.ask("/staff")
    emulator.fault("500", "editMessageText")
    owner.press_data(listed, f"st:take:editor:{EDITOR}")
    await editor.sees("You are no longer an editor")
    editor.mark = emulator.notify()
    await owner.sees("nobody yet")
    await editor.sees_nothing()


@STAFF
async def test_the_other_owners_hear_of_the_staff_chat(bot: TyrnaApplication, emulator: Emulator) -> None:
    services: Services = bot.bot_data["services"]
    services.settings = Settings(staff=Staff(owners=(OWNER, EDITOR)))
    owner, other = emulator.person("Owner", "en", OWNER), emulator.person("Other", "en", EDITOR)
    await other.ask("/help")
    group = emulator.group(owner)
    emulator.fault("500", "sendMessage", group.id)
    owner.write("/staff_chat", group)
    await other.sees("has made the group")
    await group.sees("This is the staff chat now")
    emulator.fault("500", "answerCallbackQuery")
    owner.press(group.last.labels[0], group)
    await other.sees("no staff chat any more")
