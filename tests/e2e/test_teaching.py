"""A phrase is taught over real HTTP: checked, shown, taken up, removed; in three languages, with a second yes, after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_asyncio

from handlers.context import Context, TyrnaApplication
from handlers.editing import live
from handlers.editing.teaching import propose_phrase
from handlers.settings import Settings
from tests.e2e.conftest import Run
from tests.e2e.editing import an_editor, languages
from tests.emulator import Emulator, Person

pytestmark = pytest.mark.usefixtures("golden")


@pytest_asyncio.fixture
async def editor(bot: TyrnaApplication, emulator: Emulator) -> Person:
    return await an_editor(bot, emulator, "en")


TAUGHT = [
    ("en", "what about the carpet film", "film-qaitadan.director", "✅ Teach", "is taught", "Yerkimbek", "Remove", "no longer a taught phrase"),
    ("ru", "что там за кино про коврик", "film-qaitadan.director", "✅ Научить", "выучил фразу", "Еркимбек", "Убрать", "больше не выучена"),
    (
        "kk",
        "әлгі кілем туралы не бар еді",
        "film-qaitadan.director",
        "✅ Үйрету",
        "тіркесі үйретілді",
        "Еркімбек",
        "Алып тастау",
        "енді үйретілген тіркес емес",
    ),
]


@pytest.mark.parametrize("language", languages("kk"))
async def test_a_phrase_is_taught_and_removed(bot: TyrnaApplication, emulator: Emulator, language: str) -> None:
    _, phrase, query, teach, done, answer, remove, removed = next(each for each in TAUGHT if each[0] == language)
    editor, guest = await an_editor(bot, emulator, language), emulator.person("Guest", language)
    before = (await guest.ask(phrase)).html
    assert answer not in before
    await propose_phrase(Context(bot), editor.id, phrase, language, query, 12)
    card = await editor.sees(phrase, answer, timeout=30)
    assert "✔️" in card.html
    editor.press(teach)
    await editor.sees(done, phrase)
    assert answer in (await guest.ask(phrase)).html
    taught = bot.bot_data["services"].store.editing.taught()
    assert [(each.phrase, each.question_id, each.author_id) for each in taught] == [(phrase, 12, editor.id)]
    assert "12" in (await editor.ask("/taught")).html
    editor.press(f"✕ {phrase}")
    await editor.sees(phrase, "✔️", timeout=30)
    editor.press(f"✅ {remove}")
    await editor.sees(removed, phrase)
    assert (await emulator.person("Another", language).ask(phrase)).html == before


async def test_a_regression_is_shown_and_needs_a_second_yes(bot: TyrnaApplication, editor: Person) -> None:
    phrase = "What about the flying carpet of Aktau?"
    await propose_phrase(Context(bot), editor.id, phrase, "en", "film-qaitadan.director", None)
    card = await editor.sees("One question would change", "what about the flying carpet of Aktau", "Yerkimbek", timeout=30)
    assert card.labels == ["⚠️ Teach all the same", "Discard"]
    editor.press("⚠️ Teach all the same")
    await editor.sees("is taught")
    assert "Yerkimbek" in (await editor.ask("And what about a flying carpet of Aktau")).html


async def test_what_is_discarded_changes_nothing_and_cannot_be_pressed_again(bot: TyrnaApplication, editor: Person) -> None:
    revision = bot.bot_data["services"].kb.revision
    await propose_phrase(Context(bot), editor.id, "the carpet film", "en", "film-qaitadan", None)
    card = await editor.sees("the carpet film", "Teach", timeout=30)
    data = card.content["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    editor.press("Discard")
    await editor.sees("Nothing is changed")
    assert "decided already" in await editor.popup(editor.press_data(card, data))
    assert bot.bot_data["services"].kb.revision == revision and not bot.bot_data["services"].store.editing.taught()


async def test_rights_are_read_at_each_press(bot: TyrnaApplication, editor: Person, guest: Person) -> None:
    store = bot.bot_data["services"].store
    await propose_phrase(Context(bot), editor.id, "the carpet film", "en", "film-qaitadan", None)
    card = await editor.sees("the carpet film", "Teach", timeout=30)
    data = card.content["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    seen = await guest.ask("/start")
    assert "ask in words" in await guest.popup(guest.press_data(seen, data))
    await store.remove_staff(editor.id, "editor")
    assert "ask in words" in await editor.popup(editor.press("✅ Teach"))
    assert not store.editing.taught()


async def test_a_phrase_that_names_another_record_is_not_taught(bot: TyrnaApplication, editor: Person) -> None:
    await propose_phrase(Context(bot), editor.id, "Kadet", "en", "film-qaitadan.director", None)
    card = await editor.sees("names another record by itself", timeout=30)
    assert card.labels == ["Discard"]


async def test_what_is_taught_survives_a_restart(run: Run, emulator: Emulator) -> None:
    async with run() as bot:
        editor = await an_editor(bot, emulator, "en")
        await propose_phrase(Context(bot), editor.id, "what about the carpet film", "en", "film-qaitadan.director", None)
        await editor.sees("Teach", "carpet", timeout=30)
    async with run() as bot:
        editor.press("✅ Teach")
        await editor.sees("is taught")
        services = bot.bot_data["services"]
        settings = Settings(data_dir=services.settings.data_dir)
    async with run() as bot:
        base = await live.open_base(settings, bot.bot_data["services"].store)
        assert base.revision == services.kb.revision
        # The fixture starts with the shipped base; the watch takes up what the state holds.
        assert await live.Watch(bot).look() and not await live.Watch(bot).look()
        assert "Yerkimbek" in (await editor.ask("what about the carpet film")).html


async def test_a_check_that_fails_changes_nothing(bot: TyrnaApplication, editor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "GOLDEN", Path("/nowhere"))
    await propose_phrase(Context(bot), editor.id, "the carpet film", "en", "film-qaitadan", None)
    card = await editor.sees("the check itself failed", timeout=30)
    assert card.labels == ["Discard"]
