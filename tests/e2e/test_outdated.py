"""*Report as out of date* over real HTTP: from the card to the editors' queue, and their answer back to the guest."""

from __future__ import annotations

import pytest

from handlers.context import Services, TyrnaApplication
from handlers.settings import Staff
from kb import LANGUAGES, Language
from tests.e2e.conftest import Run
from tests.emulator import Emulator, Person, Seen

OWNER, EDITOR = 500, 501
REPORT = {"kk": "⚠ Ескіргенін хабарлау", "ru": "⚠ Сообщить, что устарело", "en": "⚠ Report as out of date"}
DONE = {"kk": "редакторлар қарайды", "ru": "редакторы посмотрят", "en": "the editors will look at it"}
NAME = {"kk": "Қайтадан", "ru": "Кайтадан", "en": "Qaitadan"}
ASKED = {"kk": "Қайтадан фильмінің режиссері кім?", "ru": "Кто режиссёр фильма «Кайтадан»?", "en": "Who directed Qaitadan?"}
WHOLE = {"kk": "📇 Толығырақ", "ru": "📇 Подробнее", "en": "📇 All about it"}
REMARKED = {"kk": "редакторлар көреді", "ru": "редакторы это увидят", "en": "the editors will see it"}
ANSWERED = {"kk": "Редакторлардың жауабы", "ru": "Редакторы отвечают", "en": "The editors answer"}

pytestmark = pytest.mark.parametrize("staff", [Staff(owners=(OWNER,))])


async def report(guest: Person, code: Language) -> Seen:
    """Report Qaitadan from its card; the message that asks what has changed."""
    await guest.ask(ASKED[code])
    guest.press(WHOLE[code])
    await guest.sees("•")
    guest.press(REPORT[code])
    return await guest.sees(DONE[code], NAME[code])


async def answer(editor: Person, said: str) -> Seen:
    """Open the queue, press *Answer*, and answer; what the bot says to it."""
    await editor.ask("/unanswered")
    editor.press("✍")
    asking = await editor.next_message()
    editor.write(said, reply_to=asking)
    return await editor.next_message()


@pytest.mark.parametrize("code", LANGUAGES)
async def test_a_report_reaches_editors_and_their_answer_the_guest(bot: TyrnaApplication, emulator: Emulator, code: Language) -> None:
    services: Services = bot.bot_data["services"]
    await services.store.add_staff(EDITOR, "editor", OWNER)
    editor, guest = emulator.person("Editor", code, EDITOR), emulator.person("Secret Name", code)
    asking = await report(guest, code)
    guest.write("It has another title now <b>", reply_to=asking)
    await guest.sees(REMARKED[code])
    card = await editor.ask("/unanswered")
    assert NAME[code] in card.html and "It has another title now &lt;b&gt;" in card.html and "Secret" not in card.html
    guest.mark = emulator.notify()
    assert "✅" in (await answer(editor, "Thank you, mended.")).html
    told = await guest.sees(ANSWERED[code], NAME[code], "Thank you, mended.")
    assert "Editor" not in told.html.replace("The editors", "")
    assert NAME[code] not in (await editor.ask("/unanswered")).html


async def test_a_report_is_made_once_and_survives_a_restart(run: Run, emulator: Emulator) -> None:
    owner, guest = emulator.person("Owner", "en", OWNER), emulator.person("Guest", "en")
    async with run():
        asking = await report(guest, "en")
    async with run():
        guest.write("The date is wrong", reply_to=asking)
        await guest.sees("the editors will see it")
        assert "already" in await guest.popup(guest.press(REPORT["en"]))
        assert "The date is wrong" in (await owner.ask("/unanswered")).html
        owner.press("✍")
        prompt = await owner.next_message()
    async with run():
        owner.write("Mended", reply_to=prompt)
        await guest.sees("The editors answer", "Mended")


async def test_of_two_editors_the_second_hears_that_it_is_done(bot: TyrnaApplication, emulator: Emulator) -> None:
    services: Services = bot.bot_data["services"]
    await services.store.add_staff(EDITOR, "editor", OWNER)
    owner, editor, guest = emulator.person("Owner", "en", OWNER), emulator.person("Editor", "ru", EDITOR), emulator.person("Guest", "en")
    await report(guest, "en")
    await owner.ask("/unanswered")
    owner.press("✍")
    first = await owner.next_message()
    await editor.ask("/unanswered")
    editor.press("✍")
    second = await editor.next_message()
    owner.write("Mended", reply_to=first)
    await owner.sees("✅")
    editor.write("Исправлено", reply_to=second)
    await editor.sees("уже есть ответ", "Owner")
    assert "Owner" in await editor.popup(editor.press("✔"))
    assert sum("The editors answer" in message.html for message in guest.messages) == 1


async def test_a_report_can_be_closed_without_an_answer(bot: TyrnaApplication, emulator: Emulator) -> None:
    owner, guest = emulator.person("Owner", "en", OWNER), emulator.person("Guest", "en")
    asking = await report(guest, "en")
    await owner.ask("/unanswered")
    owner.press("✔")
    await owner.sees("No guest waits")
    assert "closed a guest's request: Qaitadan" in (await owner.ask("/audit")).html
    guest.write("too late", reply_to=asking)
    await guest.sees("no longer open")


async def test_forget_me_withdraws_a_report(bot: TyrnaApplication, emulator: Emulator) -> None:
    owner, guest = emulator.person("Owner", "en", OWNER), emulator.person("Guest", "en")
    await report(guest, "en")
    await owner.ask("/unanswered")
    owner.press("✍")
    prompt = await owner.next_message()
    await guest.ask("/forget_me")
    guest.press("Yes, delete")
    await guest.sees("Done")
    owner.write("Mended", reply_to=prompt)
    # Nothing tells any more whose message that was: it is a question like others.
    await owner.sees("")
    assert not any("Mended" in message.html for message in guest.messages if message.from_bot)


async def test_in_a_group_an_alert_says_where_the_answer_will_come(bot: TyrnaApplication, emulator: Emulator) -> None:
    guest = emulator.person("Guest", "en")
    group = emulator.group(guest)
    guest.write("/ask Who directed Qaitadan?", group)
    await group.sees("Duman")
    guest.press(WHOLE["en"], group)
    await group.sees("•")
    assert "private chat" in await guest.popup(guest.press(REPORT["en"], group))
