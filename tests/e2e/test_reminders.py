"""Reminders and changes over real HTTP, with a clock that is set."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import pytest_asyncio

from handlers.context import Services, TyrnaApplication
from handlers.programme import reminders
from handlers.settings import Settings, Staff
from handlers.state import Store
from kb import KnowledgeBase
from tests.e2e.conftest import Run
from tests.e2e.programme import MADE_UP, Clock, load
from tests.emulator import Emulator, Person
from tests.flaky import fails_once

QAITADAN = b"venue: friendship-house, date: 2031-10-01, start: 19:00, end: 21:00"
MOVED = MADE_UP.replace(QAITADAN, b"venue: aru, date: 2031-10-01, start: 20:00, end: 22:00")
CANCELLED = b"\n".join(line for line in MADE_UP.split(b"\n") if b"qaitadan-1" not in line)


@pytest.fixture
def clock(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(reminders, "TICK", 0.02)
    return Clock(emulator)


@pytest_asyncio.fixture
async def loaded(bot: TyrnaApplication) -> Services:
    services: Services = bot.bot_data["services"]
    await load(services)
    return services


async def remind(person: Person, label: str = "🔔 30 min") -> None:
    """Set a reminder of Qaitadan, on 1 October at 19:00."""
    await person.ask("tonight")
    person.press("19:00 · ")
    await person.sees("19:00–21:00")
    person.press(label)
    await person.sees("19:00–21:00", "🔔")
    person.mark = person.emulator.notify()


async def test_a_reminder_comes_on_time_and_once(guest: Person, loaded: Services, clock: Clock) -> None:
    await remind(guest)
    clock.set(1, "18:29")
    await guest.sees_nothing()
    clock.set(1, "18:30")
    assert "“Qaitadan” starts in 30 minutes" in (await guest.next_message()).html
    clock.set(1, "18:40")
    guest.mark = guest.emulator.notify()
    await guest.sees_nothing()


@pytest.mark.parametrize(("code", "label", "says"), [("ru", "🔔 за 15 мин", "начало через 15 минут"), ("kk", "🔔 15 мин бұрын", "басталуына 15 минут қалды")])
async def test_in_the_persons_language(loaded: Services, emulator: Emulator, clock: Clock, code: str, label: str, says: str) -> None:
    person = emulator.person("Guest", code)
    await person.ask("/programme")
    person.press("19:00 · ")
    await person.sees("19:00–21:00")
    person.press(label)
    await person.sees("19:00–21:00", "🔔")
    clock.set(1, "18:45")
    await person.sees(says)


async def test_reminders_are_listed_and_taken_away(guest: Person, loaded: Services, clock: Clock) -> None:
    assert "no reminders" in (await guest.ask("/my_reminders")).html
    await remind(guest, "🔔 60 min")
    seen = await guest.ask("/my_reminders")
    assert "Wednesday, 1 October, <b>19:00</b> Qaitadan" in seen.html and "60 min before" in seen.html
    guest.press("✖")
    await guest.sees("no reminders")
    clock.set(1, "18:30")
    guest.mark = guest.emulator.notify()
    await guest.sees_nothing()


async def test_a_reminder_survives_a_restart(run: Run, emulator: Emulator, clock: Clock) -> None:
    guest = emulator.person("Guest", "en")
    async with run() as application:
        await load(application.bot_data["services"])
        await remind(guest)
    clock.set(1, "18:35")
    async with run():
        await guest.sees("starts in 25 minutes")
        guest.mark = emulator.notify()
        await guest.sees_nothing()
    async with run():
        await guest.sees_nothing()


async def test_a_reminder_of_what_began_long_ago_is_left_out(run: Run, emulator: Emulator, clock: Clock) -> None:
    guest = emulator.person("Guest", "en")
    async with run() as application:
        await load(application.bot_data["services"])
        await remind(guest)
    clock.set(1, "19:30")
    guest.mark = emulator.notify()
    async with run():
        await guest.sees_nothing()


async def test_a_read_that_fails_once_costs_no_reminder(guest: Person, loaded: Services, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the note that it is about to be sent, and before it is."""
    await remind(guest)
    failed = fails_once(monkeypatch, Store, "language", guest.id)
    clock.set(1, "18:30")
    async with asyncio.timeout(10):
        while not failed:
            await asyncio.sleep(0.01)
    clock.set(1, "18:31")
    await guest.sees("“Qaitadan” starts in 29 minutes")
    guest.mark = guest.emulator.notify()
    clock.set(1, "18:40")
    await guest.sees_nothing()


async def test_a_moved_screening_tells_those_who_set_a_reminder_once_and_the_reminder_moves(
    bot: TyrnaApplication, loaded: Services, emulator: Emulator, clock: Clock
) -> None:
    owner, guest, other = emulator.person("Owner", "en"), emulator.person("Guest", "en"), emulator.person("Other", "ru")
    loaded.settings = Settings(staff=Staff(owners=(owner.id,)))
    await other.ask("/programme")
    await remind(guest)
    owner.send_document(MOVED, "programme.yaml")
    await owner.sees("another time, venue or film: 1", "people with a reminder who are told at once: 1")
    owner.press("✅ Load it")
    told = await guest.sees("“Qaitadan” has been changed", "Friendship House", "Aru Cinema")
    assert "1 October, 19:00" in told.html and "<b>20:00</b>" in told.html
    await owner.sees("The programme has changed", "“Qaitadan” has been changed. Now it is: Wednesday, 1 October, 20:00 · Aru Cinema")
    clock.set(1, "18:30")
    guest.mark = other.mark = emulator.notify()
    await guest.sees_nothing()
    clock.set(1, "19:30")
    await guest.sees("“Qaitadan” starts in 30 minutes")
    assert sum("has been changed" in message.html for message in guest.messages) == 1
    assert not any("Изменение" in message.html or "изменение" in message.html for message in other.messages)


@pytest.mark.parametrize("method", ["editMessageText", "sendMessage"])
async def test_a_change_is_told_and_offered_also_after_a_fault(bot: TyrnaApplication, loaded: Services, emulator: Emulator, clock: Clock, method: str) -> None:
    """The programme is loaded by the first try, so that the second one finds nothing to change."""
    owner = emulator.person("Owner", "en")
    loaded.settings = Settings(staff=Staff(owners=(owner.id,)))
    await owner.ask("/help")
    group = emulator.group(owner)
    owner.write("/staff_chat", group)
    await group.next_message()
    owner.send_document(MOVED, "programme.yaml")
    asked = await owner.sees("another time, venue or film: 1")
    load_it = asked.content["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    emulator.fault("500", method, owner.id if method == "editMessageText" else group.id)
    owner.press("✅ Load it")
    assert "📣 Draft an announcement" in (await group.sees("The programme has changed")).labels
    done = await owner.sees("The programme is loaded", "another time, venue or film: 1")
    group.mark = emulator.notify()
    await group.sees_nothing()
    # Said to the end: the button only tells what its file would do now.
    owner.press_data(done, load_it)
    await owner.sees("nothing: the programme is the same already")


async def test_a_change_is_offered_as_an_announcement_whose_card_opens(bot: TyrnaApplication, loaded: Services, emulator: Emulator, clock: Clock) -> None:
    owner, second = emulator.person("Owner", "en"), emulator.person("Second", "ru")
    loaded.settings = Settings(staff=Staff(owners=(owner.id, second.id)))
    await second.ask("Что идёт сегодня?")
    owner.send_document(MOVED, "programme.yaml")
    await owner.sees("another time, venue or film: 1")
    owner.press("✅ Load it")
    await owner.sees("The programme has changed", "“Qaitadan” has been changed")
    await second.sees("Программа изменилась")
    owner.press("📣 Draft an announcement")
    card = await owner.sees("Бағдарламадағы өзгерістер", "Изменения в программе", "Changes in the programme", "«Кайтадан»")
    assert {"☑ ҚАЗ", "☑ РУС", "☑ ENG", "👁 Preview"} <= set(card.labels)
    # The other owner has the offer too: it leads to the same draft.
    second.press("📣 Черновик объявления")
    await second.sees("Изменения в программе", "«Кайтадан»")
    (draft,) = loaded.store.outbox.newest()
    assert draft.state == "draft" and draft.author_id == owner.id
    opened = await second.sees("Объявление 1 теперь в черновиках")
    second.press("Открыть")
    shown = await second.sees("Изменения в программе", "Сразу")
    assert shown.id == opened.id and "☑ РУС" in shown.labels
    # Whoever has lost the right opens nothing, however old the button.
    loaded.settings = Settings(staff=Staff(owners=(owner.id,)))
    assert await second.popup(second.press_data(opened, f"an:open:{draft.id}:{draft.version}"))


async def test_a_sent_reminder_comes_again_when_its_screening_moves(guest: Person, loaded: Services, clock: Clock) -> None:
    await remind(guest)
    clock.set(1, "18:30")
    await guest.sees("starts in 30 minutes")
    await load(loaded, MOVED)
    await guest.sees("has been changed")
    clock.set(1, "19:45")
    guest.mark = guest.emulator.notify()
    await guest.sees("starts in 15 minutes")


async def test_a_cancelled_screening_tells_those_who_set_a_reminder_once_and_reminds_nobody(guest: Person, loaded: Services, clock: Clock) -> None:
    await remind(guest)
    await load(loaded, CANCELLED)
    await guest.sees("“Qaitadan” has been cancelled", "Wednesday, 1 October, 19:00")
    await load(loaded, CANCELLED)
    clock.set(1, "18:45")
    guest.mark = guest.emulator.notify()
    await guest.sees_nothing()
    assert "<s>19:00 Qaitadan" in (await guest.ask("/programme")).html
    await load(loaded)
    await guest.sees("is on after all")
    assert sum("cancelled" in message.html and message.html.startswith("❌") for message in guest.messages) == 1


async def test_changed_twice_before_anybody_is_told_is_told_as_one(
    run: Run, emulator: Emulator, clock: Clock, knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    guest = emulator.person("Guest", "en")
    async with run() as application:
        await load(application.bot_data["services"])
        await remind(guest)
    store = await Store.open(tmp_path / "state.sqlite", clock)
    services = Services(knowledge, Settings(), store)
    await load(services, MOVED)
    await load(services, MADE_UP.replace(QAITADAN, b"venue: aru, date: 2031-10-01, start: 21:00"))
    await store.close()
    async with run():
        seen = await guest.sees("has been changed")
        assert "19:00 · Friendship House" in seen.html and "<b>21:00</b>" in seen.html
        guest.mark = emulator.notify()
        await guest.sees_nothing()


async def test_forget_me_takes_reminders_away(guest: Person, loaded: Services, clock: Clock) -> None:
    await remind(guest)
    await guest.ask("/forget_me")
    guest.press("Yes, delete")
    await guest.sees("Done")
    assert loaded.store.programme.reminders(guest.id) == []
