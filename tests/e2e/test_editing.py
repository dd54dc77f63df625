"""A fact is edited over real HTTP, from the first tap to the changed answer: in three languages, by two editors at once, over a restart."""

from __future__ import annotations

import pytest

from handlers.context import TyrnaApplication
from handlers.editing import live
from handlers.settings import Staff
from handlers.state.editing import Update
from kb.changes import Change
from tests.e2e.conftest import Run
from tests.e2e.editing import an_editor, languages
from tests.emulator import Emulator, Person

pytestmark = pytest.mark.usefixtures("golden")

NEW = {
    "kk": "«Қайтадан» фильмінің режиссері — Сынақ Сынақов.",
    "ru": "Режиссёр фильма «Кайтадан» — Сынак Сынаков.",
    "en": "“Qaitadan” was directed by Synaq Synaqov.",
}
ALL = "\n".join(f"{code}: {said}" for code, said in NEW.items())
QUESTIONS = {"kk": "«Қайтадан» фильмінің режиссері кім?", "ru": "Кто режиссёр фильма «Кайтадан»?", "en": "Who directed Qaitadan?"}
# The labels on the way, and what the cards of the change, of its end and of taking it back say.
FLOWS = {
    "en": ("✏️ Edit", "director", "🔎 Check and show", "One question would change", "⚠️ Apply all the same", "The edit is live", "Take this edit back?"),
    "ru": (
        "✏️ Править",
        "режиссёр",
        "🔎 Проверить и показать",
        "Изменится ответ на 1 вопрос",
        "⚠️ Всё равно применить",
        "Правка действует",
        "Отменить эту правку?",
    ),
    "kk": (
        "✏️ Түзету",
        "режиссері",
        "🔎 Тексеріп көрсету",
        "Бір сұрақтың жауабы өзгереді",
        "⚠️ Сонда да қолдану",
        "Түзету қолданылды",
        "Осы түзетуді қайтарайын ба?",
    ),
}


@pytest.mark.parametrize("language", languages("kk"))
async def test_from_a_card_to_the_changed_answer_and_back(bot: TyrnaApplication, emulator: Emulator, language: str) -> None:
    edit, fact, show, changes, apply, live, back = FLOWS[language]
    editor, guest = await an_editor(bot, emulator, language), emulator.person("Guest", language)
    before = (await guest.ask(QUESTIONS[language])).text.split("\n")[0]
    seen = await editor.ask(QUESTIONS[language])
    editor.press(seen.labels[-4])  # the whole card; after it come the three languages
    await editor.sees("<b>")
    editor.press(edit)
    await editor.sees("(film-qaitadan)")
    editor.press(fact)
    await editor.sees(f"{before}")
    editor.write(ALL)
    await editor.sees("✏️", *NEW.values())
    editor.press(show)
    card = await editor.sees(changes, timeout=60)
    assert f"<s>{before}</s>" in card.html and NEW[language] in card.html
    assert card.labels[0].startswith(apply)
    editor.press(card.labels[0])
    await editor.sees(live)
    assert NEW[language] in (await guest.ask(QUESTIONS[language])).html
    assert NEW[language] not in before
    listed = await editor.ask("/kb undo")
    editor.press(listed.labels[0])
    editor.press((await editor.sees(back, timeout=60)).labels[0])
    await editor.sees("✅")
    assert before in (await guest.ask(QUESTIONS[language])).text


@pytest.mark.proof
async def test_the_second_of_two_editors_sees_the_conflict(bot: TyrnaApplication, emulator: Emulator) -> None:
    first, second = await an_editor(bot, emulator, "en"), await an_editor(bot, emulator, "ru")
    for editor, fact, said in ((first, "director", ALL), (second, "режиссёр", "ru: Режиссёр фильма — другой человек.")):
        await editor.ask("/edit film-qaitadan")
        editor.press(fact)
        await editor.sees("kk:")
        editor.write(said)
        await editor.sees("✏️", "refs: person-duman-yerkimbek</code>")
    first.press("🔎 Check and show")
    await first.sees("would change", timeout=60)
    first.press("⚠️ Apply all the same")
    await first.sees("The edit is live")
    second.press("🔎 Проверить и показать")
    card = await second.sees("изменил кто-то другой", NEW["ru"], "другой человек", timeout=60)
    assert card.labels == ["Поставить моё", "Отклонить"]
    second.press("Поставить моё")
    card = await second.sees(f"<s>{NEW['ru']}</s>", timeout=60)
    second.press(card.labels[0])
    await second.sees("Правка действует")
    assert "другой человек" in (await second.ask(QUESTIONS["ru"])).html
    assert [kept.set_aside for kept in bot.bot_data["services"].store.editing.changes()] == [False] * 4


async def test_an_edit_goes_on_after_a_restart(run: Run, emulator: Emulator) -> None:
    async with run() as bot:
        editor = await an_editor(bot, emulator, "en")
        await editor.ask("/edit Qaitadan")
        editor.press("director")
        await editor.sees("en:")
    async with run() as bot:
        editor.write("A film by Synaq Synaqov and nobody else.")
        await editor.sees("✏️ ENG: <b>A film by Synaq Synaqov and nobody else.</b>")
        editor.press("∅ ҚАЗ")
        await editor.sees("✏️ ҚАЗ: <b>is missing</b>")
    async with run() as bot:
        editor.press("🔎 Check and show")
        card = await editor.sees("would change", "ҚАЗ: is missing", "has no text of its own yet", timeout=60)
        assert card.labels[0] == "⚠️ Apply all the same"
        editor.press("⚠️ Apply all the same")
        await editor.sees("The edit is live")
        kazakh = emulator.person("Guest", "kk")
        assert "Қазақша мәтіні әзірге жоқ; орысша: Режиссёр" in (await kazakh.ask(QUESTIONS["kk"])).html


async def test_what_cannot_be_used_is_told_at_once(bot: TyrnaApplication, emulator: Emulator) -> None:
    editor = await an_editor(bot, emulator, "en")
    await editor.ask("/edit Qaitadan")
    editor.press("year")
    await editor.sees("value: date: 2025; number: 2025")
    editor.write("value: date: 2025; number: soon")
    await editor.sees("⚠️", "“number: soon” cannot be used", "a number such as 2025")
    editor.write("xyzzy")
    await editor.sees("cannot tell which language")
    editor.press("Stop")
    await editor.sees("Nothing is changed")
    assert "directed" in (await editor.ask("Who directed Qaitadan?")).html


async def test_only_editors_edit(bot: TyrnaApplication, emulator: Emulator, guest: Person) -> None:
    seen = await guest.ask("Who directed Qaitadan?")
    guest.press(seen.labels[-4])
    card = await guest.sees("<b>Qaitadan</b>")
    assert "✏️ Edit" not in card.labels
    assert "ask in words" in await guest.popup(guest.press_data(card, "eo:film-qaitadan"))
    assert "/help" in (await guest.ask("/edit Qaitadan")).html and "/help" in (await guest.ask("/kb export")).html
    editor = await an_editor(bot, emulator, "en")
    opened = await editor.ask("/edit Qaitadan")
    await bot.bot_data["services"].store.remove_staff(editor.id, "editor")
    assert "ask in words" in await editor.popup(editor.press("director"))
    assert opened.labels


async def test_an_old_card_is_not_taken_for_another_record(bot: TyrnaApplication, emulator: Emulator) -> None:
    editor = await an_editor(bot, emulator, "en")
    former = await editor.ask("/edit Qaitadan")
    await editor.ask("/edit film-abel")
    data = former.content["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "not in use any more" in await editor.popup(editor.press_data(former, data))


@pytest.mark.parametrize("staff", [Staff(owners=(1001,))])
@pytest.mark.usefixtures("staff")
async def test_a_change_that_an_update_overtook_is_set_aside_and_told(bot: TyrnaApplication, emulator: Emulator) -> None:
    owner, services = emulator.person("Owner", "en"), bot.bot_data["services"]
    await owner.ask("/start")
    overtaken = Change("film-qaitadan", "director", "en", "What an older version said.", "By Synaq.")
    proposal = await services.store.editing.add_proposal(owner.id, "{}")
    await services.store.editing.apply(Update("ab12cd34", (overtaken,)), owner.id, proposal)
    watch = live.Watch(bot)
    assert await watch.look()
    await owner.sees("After an update one cell that editors changed has another value", "/kb undo")
    assert "Yerkimbek" in (await owner.ask("Who directed Qaitadan?")).html
    listed = await owner.ask("/kb undo")
    assert "Qaitadan · director" in listed.html and "One cell is set aside" in listed.html
    assert not await watch.look()
    owner.press(listed.labels[0])
    owner.press((await owner.sees("Take this edit back?", "✔️", timeout=60)).labels[0])
    await owner.sees("The edit is taken back")
    assert not services.store.editing.changes()
