"""A press officer announces: from /announce to the report, over HTTP, with the bot as `bot.py run` wires it."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot import telegram_bot
from handlers.announcements import progress
from handlers.settings import Announcements, Settings, Staff, Telegram
from handlers.state import Store
from handlers.transport.startup import serve
from kb import KnowledgeBase
from tests.emulator import Emulator, Person

OWNER, OFFICER = 501, 502
KK = "Бүгін сағат 18:00-де фильм көрсетілімі «Арай» залына ауысады."
RU = "Сегодня в 18:00 показ фильма переносится в зал «Арай»."
EN = "Tonight the screening moves to Arai hall at 18:00."
Running = Callable[..., AbstractAsyncContextManager[Store]]


@pytest.fixture
def running(knowledge: KnowledgeBase, emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The bot at work; leaving the block sends SIGTERM and waits for the end. The state stays for the next start."""
    monkeypatch.setattr(progress, "INTERVAL", 0.1)

    @asynccontextmanager
    async def at_work(**settings: Any) -> AsyncIterator[Store]:
        store = await Store.open(tmp_path / "state.sqlite")
        announcements = Announcements(**({"undo": 0, "staff_lead": 0, "rate": 100} | settings))
        telegram = Telegram(api_url=emulator.url, file_url=emulator.file_url)
        bot = telegram_bot(Settings(telegram=telegram, staff=Staff(owners=(OWNER,)), announcements=announcements), emulator.token, knowledge, store)
        task = asyncio.create_task(serve(bot))
        while not bot.application.running and not task.done():
            await asyncio.sleep(0.01)
        try:
            yield store
        finally:
            if not task.done():
                os.kill(os.getpid(), signal.SIGTERM)
            await task
            await store.close()

    return at_work


@pytest.fixture
def officer(emulator: Emulator) -> Person:
    return emulator.person("Dana", "en", OFFICER)


async def subscribers(emulator: Emulator, store: Store, officer: Person, number: int = 1) -> list[Person]:
    """So many subscribers in each language; the officer may announce."""
    await store.add_staff(OFFICER, "announcer", OWNER)
    await officer.ask("/start")
    people = []
    for language in ("kk", "ru", "en"):
        for place in range(number):
            person = emulator.person(f"Guest {language} {place}", language)
            await store.set_language(person.id, language)
            await person.ask("/start")
            await store.set_subscription(person.id, "private", "subscribed")
            people.append(person)
    return people


async def compose(officer: Person) -> None:
    """Three texts in one message, and the preview: the card that sends is last on the screen."""
    await officer.ask("/announce")
    officer.write(f"kk:\n{KK}\nru:\n{RU}\nen:\n{EN}")
    await officer.sees("All three texts are here")
    officer.press("👁 Preview")
    await officer.sees("read, not sent yet")


async def test_from_compose_to_report(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running() as store:
        guests = await subscribers(emulator, store, officer)
        await compose(officer)
        assert [text in officer.screen for text in (KK, RU, EN)] == [True] * 3
        card = officer.last
        assert "In all 3 people, about 1 s" in card.html and "⚠️" not in card.html
        officer.press("📣 Send")
        await officer.sees("Announcement 1</b>: sent", "✅ Sent: 4", "ҚАЗ 1 · РУС 1 · ENG 2")
        for guest, text in zip(guests, (KK, RU, EN), strict=True):
            assert guest.last.text == text
        assert guests[1].last.labels == ["Отписаться"]
        assert [entry.action for entry in await store.audit(9)] == ["announcement-sent", "announcement-composed"]
        officer.press("📄 CSV")
        report = await officer.sees("(document)")
        table = emulator.state.files[report.content["document"]["file_id"]].content.decode("utf-8-sig").splitlines()
        # The owner has never opened the bot.
        blocked, *sent = "en,private,blocked,Chat not found,1", "en,private,sent,,2", "kk,private,sent,,1", "ru,private,sent,,1"
        assert table == ["language,chat,state,reason,number", blocked, *sent]


async def test_undo(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running(undo=30) as store:
        guests = await subscribers(emulator, store, officer)
        await compose(officer)
        officer.press("📣 Send")
        await officer.sees("has pressed Send", "It goes out in")
        officer.press("↩️ Undo")
        await officer.sees("read, not sent yet", "In all 3 people")
        assert KK not in guests[0].screen
        assert store.outbox.at_work() == []


async def test_pause_and_resume(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running(rate=4) as store:
        guests = await subscribers(emulator, store, officer, 3)
        await compose(officer)
        officer.press("📣 Send")
        await officer.sees("being sent", "of 11")
        officer.press("⏸ Pause")
        await officer.sees("⏸ Paused.")
        await asyncio.sleep(0.5)
        got = sum(guest.last.text in (KK, RU, EN) for guest in guests)
        assert got < 9
        await asyncio.sleep(0.7)
        assert sum(guest.last.text in (KK, RU, EN) for guest in guests) == got
        officer.press("▶️ Resume")
        await officer.sees("✅ Sent: 10", "Blocked the bot: 1", timeout=30)
        assert all(guest.last.text in (KK, RU, EN) for guest in guests)


async def test_stop_in_the_copy_of_the_staff(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running(staff_lead=30) as store:
        owner = emulator.person("Marat", "en", OWNER)
        await owner.ask("/start")
        await owner.ask("/unsubscribe")
        guests = await subscribers(emulator, store, officer)
        await compose(officer)
        officer.press("📣 Send")
        await owner.sees(EN)
        await officer.sees("Staff have it", "Everyone else gets it in")
        owner.press("⏹ Stop")
        await owner.sees("Announcement 1</b>: cancelled", "✅ Sent: 2", "Left out: 3")
        await officer.sees("Marat", "has stopped announcement 1")
        assert all(guest.last.text not in (KK, RU, EN) for guest in guests)
        assert await owner.popup(owner.press("⏹ Stop")) == "It is stopped already."


async def test_correct_and_recall(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running() as store:
        guests = await subscribers(emulator, store, officer)
        await compose(officer)
        officer.press("📣 Send")
        await officer.sees("✅ Sent: 4")
        officer.press("✏️ Correct")
        await officer.sees("Write the corrected text")
        officer.write("Tonight the screening moves to Arai hall at 19:00.")
        await officer.sees("Shall I correct it in 4 chats?")
        officer.press("✏️ Correct everywhere")
        await officer.sees("✅ Corrected: 4")
        assert guests[2].last.text == "Tonight the screening moves to Arai hall at 19:00." and guests[2].last.edited
        assert guests[1].last.text == RU
        officer.press("🗑 Recall")
        await officer.sees("Shall I delete it in 4 chats?")
        officer.press("🗑 Delete everywhere")
        await officer.sees("✅ Deleted: 4")
        assert all(guest.last.text not in (KK, RU, EN) and "19:00" not in guest.last.text for guest in guests)


async def test_four_eyes(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running(four_eyes=True) as store:
        owner = emulator.person("Marat", "en", OWNER)
        await owner.ask("/start")
        guests = await subscribers(emulator, store, officer)
        await compose(officer)
        assert "📣 Send" not in officer.last.labels
        assert "asked for approval" in await officer.popup(officer.press("👥 Ask for approval"))
        await owner.sees("Dana", "asks you to read and approve announcement 1")
        owner.press("👁 Read it")
        await owner.sees("has to read and approve it")
        assert KK in owner.screen
        owner.press("✅ Approve")
        await owner.sees("✅ Approved by", "Marat")
        await officer.sees("has approved announcement 1")
        officer.press("Open")
        await officer.sees("✅ Approved by")
        officer.press("📣 Send")
        await officer.sees("✅ Sent: 5")
        assert guests[0].last.text == KK


async def test_a_draft_survives_a_restart(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running() as store:
        guests = await subscribers(emulator, store, officer)
        await officer.ask("/announce")
        officer.write(EN)
        await officer.sees(f"ENG: {EN}", "the English one")
    async with running():
        officer.write(RU)
        await officer.sees(f"РУС: {RU}")
        officer.press("👁 Preview")
        await officer.sees("read, not sent yet")
        officer.press("📣 Send")
        await officer.sees("✅ Sent: 4")
        assert [guest.last.text for guest in guests] == [EN, RU, EN]


async def test_what_came_due_while_the_bot_was_down(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running() as store:
        await subscribers(emulator, store, officer)
        now = int(store.clock())
        content = f'{{"bodies": {{"en": {{"text": "{EN}"}}}}}}'
        await store.outbox.add(content, OFFICER, "scheduled", now - 300)
        await store.outbox.add(content, OFFICER, "scheduled", now - 300, now - 100)
    async with running():
        await officer.sees("Announcement 1 was due on", "I am sending it now")
        await officer.sees("Announcement 2 was not sent: its time had passed")
        await officer.sees("✅ Sent: 4")


async def test_a_photo_with_captions_that_are_corrected(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running() as store:
        guests = await subscribers(emulator, store, officer)
        await officer.ask("/announce")
        officer.send_photo(f"kk: {KK}\nru: {RU}\nen: {EN}")
        await officer.sees("With a photo", "All three texts are here")
        officer.press("👁 Preview")
        await officer.sees("read, not sent yet")
        officer.press("📣 Send")
        await officer.sees("✅ Sent: 4")
        assert [guest.last.html for guest in guests] == [f"(photo) {said}" for said in (KK, RU, EN)]
        officer.press("✏️ Correct")
        await officer.sees("Write the corrected text")
        officer.write("Сегодня в 19:00 показ фильма переносится в зал «Арай».")
        await officer.sees("Shall I correct it in 4 chats?")
        officer.press("✏️ Correct everywhere")
        await officer.sees("✅ Corrected: 4")
        assert "19:00" in guests[1].last.html and guests[0].last.html == f"(photo) {KK}"


async def test_no_sound_in_the_quiet_hours(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running(quiet_hours="00:00-23:59") as store:
        guests = await subscribers(emulator, store, officer)
        await compose(officer)
        officer.press("📣 Send")
        await officer.sees("✅ Sent: 4")
    sent = [call.parameters for call in emulator.called("sendMessage") if call.parameters["chat_id"] == guests[0].id and call.parameters["text"] == KK]
    assert [parameters.get("disable_notification") for parameters in sent] == [True]


async def test_a_doubtful_delivery_is_asked_about_and_sent_again(running: Running, emulator: Emulator, officer: Person) -> None:
    async with running() as store:
        guests = await subscribers(emulator, store, officer)
        await compose(officer)
        emulator.fault("lost", "sendMessage", guests[0].id)
        officer.press("📣 Send")
        await officer.sees("1 person may or may not have got it.", "✅ Sent: 3", "❓ Uncertain: 1")
        assert [seen.text for seen in guests[0].messages].count(KK) == 1
        officer.press("🔁 Send again")
        await officer.sees("✅ Sent: 4")
        assert [seen.text for seen in guests[0].messages].count(KK) == 2
        assert [seen.text for seen in guests[1].messages].count(RU) == 1
