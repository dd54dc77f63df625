"""What the base does not answer, over real HTTP: kept without the person, shown to editors, answered by a person, told once it is known."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from handlers.announcements.pace import Pace
from handlers.context import Services, TyrnaApplication
from handlers.editing import tell_me
from handlers.settings import Staff
from handlers.state import Store
from kb import LANGUAGES, KnowledgeBase, Language, Question, Reply
from kb.build import DATA, build_if_changed, compile_records
from kb.records import Fact, load_directory
from tests.e2e.conftest import Run
from tests.e2e.editing import languages
from tests.emulator import Emulator, Group, Person
from tests.emulator.faults import FaultKind
from tests.flaky import fails_once

OWNER, EDITOR = 500, 501
ASKED = {"kk": "Қайтадан фильмінің бюджеті қанша?", "ru": "Какой бюджет у фильма «Кайтадан»?", "en": "What is the budget of Qaitadan?"}
TELL_ME = {"kk": "🔔 Білгенде хабарлау", "ru": "🔔 Сообщить, когда узнаете", "en": "🔔 Tell me when you know"}
DO_NOT = {"kk": "🔕 Хабарламау", "ru": "🔕 Не сообщать", "en": "🔕 No need to tell me"}
ASK_PERSON = {"kk": "🙋 Адамнан сұрау", "ru": "🙋 Спросить человека", "en": "🙋 Ask a person"}
NOTED = {"kk": "осында жазамын", "ru": "Я напишу вам сюда", "en": "I will write to you here"}
PASSED = {"kk": "қызметкерлерге атыңызды айтпай жеткіздім", "ru": "без вашего имени", "en": "without your name"}
ANSWERED = {"kk": "Қызметкердің жауабы", "ru": "Вам отвечает сотрудник", "en": "A member of the staff answers"}
KNOWN = {"kk": "Енді жауабын білемін", "ru": "Теперь я знаю ответ", "en": "Now I know the answer"}
IGNORED = {"kk": "маған қатысы жоқ деп шешті", "ru": "Редакторы решили", "en": "not a question for me"}

pytestmark = [pytest.mark.parametrize("staff", [Staff(owners=(OWNER,))]), pytest.mark.usefixtures("golden")]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tell_me, "TICK", 0.02)


@pytest.fixture(scope="module")
def wiser(base_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], KnowledgeBase]:
    """A base that has come to know what `ASKED` asks."""
    records, sources = load_directory(DATA)
    film = next(record for record in records if record.id == "film-qaitadan")
    said = {"kk": "Бюджеті — 42 млн теңге.", "ru": "Бюджет — 42 млн тенге.", "en": "The budget was 42 million tenge."}
    film.facts["budget"] = Fact.model_validate({"text": said, "sources": [sources[0].id]})
    path = tmp_path_factory.mktemp("wiser") / "kb.sqlite"
    compile_records(path, records, sources, former=build_if_changed(base_dir))
    return lambda: KnowledgeBase.open(path)


async def editors(bot: TyrnaApplication, emulator: Emulator, code: str) -> Person:
    """Somebody with the role of editor."""
    services: Services = bot.bot_data["services"]
    await services.store.add_staff(EDITOR, "editor", OWNER)
    return emulator.person("Editor", code, EDITOR)


async def staff_group(emulator: Emulator, code: str = "en") -> tuple[Person, Group]:
    """The owner and the staff chat."""
    owner = emulator.person("Owner", code, OWNER)
    group = emulator.group(owner)
    owner.write("/staff_chat", group)
    await group.next_message()
    return owner, group


@pytest.mark.parametrize("code", LANGUAGES)
async def test_a_question_reaches_staff_without_its_person_and_their_reply_the_guest(bot: TyrnaApplication, emulator: Emulator, code: Language) -> None:
    owner, group = await staff_group(emulator, code)
    guest = emulator.person("Secret Name", code)
    assert ASK_PERSON[code] in (await guest.ask(ASKED[code])).labels
    group.mark = emulator.notify()
    assert PASSED[code] in await guest.popup(guest.press(ASK_PERSON[code]))
    asked = await group.sees(ASKED[code])
    assert "Secret" not in asked.html and str(guest.id) not in str(asked.content)
    guest.mark = emulator.notify()
    owner.write("42 <b>million</b> & more", group, reply_to=asked)
    told = await guest.sees(ANSWERED[code], ASKED[code], "42 &lt;b&gt;million&lt;/b&gt; &amp; more")
    assert "Owner" not in told.html
    await group.sees("✅")


async def test_a_question_is_passed_on_once_and_answered_once(bot: TyrnaApplication, emulator: Emulator) -> None:
    owner, group = await staff_group(emulator)
    services: Services = bot.bot_data["services"]
    await services.store.add_staff(EDITOR, "announcer", OWNER)
    second = emulator.person("Second", "en", EDITOR)
    group.join(second)
    guest = emulator.person("Guest", "en")
    await guest.ask(ASKED["en"])
    await guest.popup(guest.press(ASK_PERSON["en"]))
    asked = await group.sees(ASKED["en"])
    assert "already" in await guest.popup(guest.press(ASK_PERSON["en"]))
    assert sum(ASKED["en"] in message.html for message in group.messages) == 1
    owner.write("42", group, reply_to=asked)
    await group.sees("passed your answer on")
    second.write("43", group, reply_to=asked)
    await group.sees("Owner", "has answered this already")
    assert sum("A member of the staff answers" in message.html for message in guest.messages) == 1
    # Closed: the same guest may ask again.
    assert PASSED["en"] in await guest.popup(guest.press(ASK_PERSON["en"]))


async def test_who_is_no_staff_answers_nobody(bot: TyrnaApplication, emulator: Emulator) -> None:
    _, group = await staff_group(emulator)
    guest, other = emulator.person("Guest", "en"), emulator.person("Other", "en")
    group.join(other)
    await guest.ask(ASKED["en"])
    await guest.popup(guest.press(ASK_PERSON["en"]))
    asked = await group.sees(ASKED["en"])
    other.write("buy my coins", group, reply_to=asked)
    await group.sees("Only staff can answer here")
    group.write_anonymously("42", reply_to=asked)
    await group.sees("Only staff can answer here")
    assert not any("coins" in message.html for message in guest.messages)


async def test_the_reply_comes_back_after_a_restart(run: Run, emulator: Emulator) -> None:
    guest = emulator.person("Guest", "ru")
    async with run():
        owner, group = await staff_group(emulator, "ru")
        await guest.ask(ASKED["ru"])
        await guest.popup(guest.press(ASK_PERSON["ru"]))
        asked = await group.sees(ASKED["ru"])
    async with run():
        owner.write("42 млн", group, reply_to=asked)
        await guest.sees("Вам отвечает сотрудник", "42 млн")


async def test_a_guest_who_blocked_the_bot_cannot_be_reached_and_staff_hear_of_it(bot: TyrnaApplication, emulator: Emulator) -> None:
    owner, group = await staff_group(emulator)
    guest = emulator.person("Guest", "en")
    await guest.ask(ASKED["en"])
    await guest.popup(guest.press(ASK_PERSON["en"]))
    asked = await group.sees(ASKED["en"])
    guest.block()
    owner.write("42", group, reply_to=asked)
    await group.sees("has blocked me")


async def test_without_a_staff_chat_there_is_no_such_button(bot: TyrnaApplication, emulator: Emulator) -> None:
    guest = emulator.person("Guest", "en")
    assert ASK_PERSON["en"] not in (await guest.ask(ASKED["en"])).labels


@pytest.mark.parametrize("code", LANGUAGES)
async def test_who_waits_is_told_once_when_the_base_knows(
    run: Run, emulator: Emulator, wiser: Callable[[], KnowledgeBase], knowledge: KnowledgeBase, code: Language
) -> None:
    guest = emulator.person("Guest", code)
    async with run():
        await guest.ask(ASKED[code])
        assert NOTED[code] in await guest.popup(guest.press(TELL_ME[code]))
        await guest.sees("")
        assert DO_NOT[code] in guest.last.labels and TELL_ME[code] not in guest.last.labels
    async with run() as application:
        guest.mark = emulator.notify()
        await guest.sees_nothing()
        application.bot_data["services"].kb = wiser()
        told = await guest.sees(KNOWN[code], ASKED[code], "42")
        guest.press("ENG" if code != "en" else "РУС")
        await guest.sees("42 million" if code != "en" else "42 млн")
        guest.mark = emulator.notify()
        await guest.sees_nothing()
        assert sum(message.id == told.id for message in guest.messages) == 1
    async with run() as application:
        application.bot_data["services"].kb = wiser()
        guest.mark = emulator.notify()
        await guest.sees_nothing()


async def test_who_no_longer_wants_to_know_is_not_told(bot: TyrnaApplication, emulator: Emulator, wiser: Callable[[], KnowledgeBase]) -> None:
    guest = emulator.person("Guest", "en")
    await guest.ask(ASKED["en"])
    await guest.popup(guest.press(TELL_ME["en"]))
    await guest.sees("")
    await guest.popup(guest.press(DO_NOT["en"]))
    await guest.sees("")
    assert TELL_ME["en"] in guest.last.labels
    bot.bot_data["services"].kb = wiser()
    guest.mark = emulator.notify()
    await guest.sees_nothing()


async def test_what_is_known_meanwhile_is_told_at_the_tap(bot: TyrnaApplication, emulator: Emulator, wiser: Callable[[], KnowledgeBase]) -> None:
    guest = emulator.person("Guest", "en")
    await guest.ask(ASKED["en"])
    bot.bot_data["services"].kb = wiser()
    guest.press(TELL_ME["en"])
    await guest.sees("42 million")


async def test_another_language_of_the_reply_keeps_its_buttons(bot: TyrnaApplication, emulator: Emulator) -> None:
    await staff_group(emulator)
    guest = emulator.person("Guest", "en")
    await guest.ask(ASKED["en"])
    guest.press("РУС")
    seen = await guest.sees("Кайтадан")
    assert TELL_ME["ru"] in seen.labels and ASK_PERSON["ru"] in seen.labels
    assert NOTED["ru"] in await guest.popup(guest.press(TELL_ME["ru"]))


@pytest.mark.parametrize("code", LANGUAGES)
async def test_not_ours_is_told_to_who_waits_and_never_shown_again(bot: TyrnaApplication, emulator: Emulator, code: Language) -> None:
    editor, guest = await editors(bot, emulator, code), emulator.person("Guest", code)
    said = {"kk": "Титаник қашан батты?", "ru": "Когда утонул Титаник?", "en": "When did the Titanic sink?"}[code]
    await guest.ask(said)
    await guest.popup(guest.press(TELL_ME[code]))
    card = await editor.ask("/unanswered")
    assert said in card.html
    guest.mark = emulator.notify()
    editor.press("🚫")
    await guest.sees(said, IGNORED[code])
    await editor.sees("")
    assert said not in editor.last.html
    await guest.ask(said.lower())
    assert said not in (await editor.ask("/unanswered")).html
    assert said in (await emulator.person("Owner", code, OWNER).ask("/audit")).html


async def test_the_most_asked_comes_first_and_what_asks_the_same_is_one(bot: TyrnaApplication, emulator: Emulator) -> None:
    editor, guest = await editors(bot, emulator, "en"), emulator.person("Guest", "en")
    for said in ("Where is the cloakroom?", "Is there wifi in the lobby?", "is there wi-fi in the loby", "Is there WiFi in the lobbi please"):
        await guest.ask(said)
    card = (await editor.ask("/unanswered")).html
    assert "1 of 2" in card and "Asked 3 times" in card and "Is there wifi in the lobby?" in card and "is there wi-fi in the loby" in card
    editor.press("›")
    await editor.sees("2 of 2", "cloakroom", "Asked once")


async def test_names_numbers_and_addresses_are_masked_before_anything_is_kept(bot: TyrnaApplication, emulator: Emulator, tmp_path: Path) -> None:
    editor, guest = await editors(bot, emulator, "ru"), emulator.person("Guest", "ru")
    await guest.ask("Меня зовут Айгуль Серикова, где мой бейдж 870112345678? Пишите на aigul@mail.kz или @aigul_s, +7 701 123 45 67")
    card = await editor.ask("/unanswered")
    assert "Меня зовут *, где мой бейдж #? Пишите на @ или @, #" in card.html and "вместо имени" in card.html
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as db:
        kept = str(db.execute("SELECT * FROM unanswered").fetchall()).lower()
    assert not [part for part in ("айгуль", "aigul", "серик", "serik", "870112345678", "701") if part in kept]


async def test_nobody_is_told_later_where_the_cloakroom_is_or_what_was_no_question(bot: TyrnaApplication, emulator: Emulator) -> None:
    editor, guest = await editors(bot, emulator, "en"), emulator.person("Guest", "en")
    for said in ("Where is the cloakroom?", "asdfgh qwerty"):
        await guest.ask(said)
        assert TELL_ME["en"] not in guest.screen
    # Editors see what guests need, and no chatter.
    card = (await editor.ask("/unanswered")).html
    assert "cloakroom" in card and "asdfgh" not in card
    await guest.ask("Who dubbed Qaitadan into Turkish?")
    assert TELL_ME["en"] in guest.screen


async def test_two_editors_at_once(bot: TyrnaApplication, emulator: Emulator) -> None:
    editor, owner = await editors(bot, emulator, "en"), emulator.person("Owner", "ru", OWNER)
    guest = emulator.person("Guest", "en")
    await guest.ask("Where is the cloakroom?")
    await editor.ask("/unanswered")
    await owner.ask("/unanswered")
    editor.press("🚫")
    await editor.sees("no unanswered questions")
    assert "уже кто-то разобрался" in await owner.popup(owner.press("🚫"))
    await owner.sees("Вопросов без ответа нет")


async def test_rights_are_read_at_each_press(bot: TyrnaApplication, emulator: Emulator) -> None:
    editor, guest = await editors(bot, emulator, "en"), emulator.person("Guest", "en")
    await guest.ask("Where is the cloakroom?")
    await editor.ask("/unanswered")
    services: Services = bot.bot_data["services"]
    await services.store.remove_staff(EDITOR, "editor")
    assert "Please ask in words" in await editor.popup(editor.press("🚫"))
    assert services.store.questions.groups()
    assert "do not know this command" in (await guest.ask("/unanswered")).html


async def test_what_was_asked_before_a_stop_is_in_the_queue_after_it(run: Run, emulator: Emulator) -> None:
    guest, owner = emulator.person("Guest", "en"), emulator.person("Owner", "en", OWNER)
    async with run():
        await guest.ask("Who dubbed Qaitadan into Turkish?")
    async with run():
        assert "dubbed" in (await owner.ask("/unanswered")).html
        assert NOTED["en"] in await guest.popup(guest.press(TELL_ME["en"]))


@pytest.mark.parametrize("code", languages("ru"))
async def test_from_the_first_tap_to_the_changed_answer(bot: TyrnaApplication, emulator: Emulator, tmp_path: Path, code: Language) -> None:
    """A guest asks in words that nobody taught; an editor says what they mean; the guest is told, and the next who asks is answered."""
    services: Services = bot.bot_data["services"]
    services.settings = services.settings.model_copy(update={"data_dir": tmp_path})
    editor, guest, other = await editors(bot, emulator, code), emulator.person("Guest", code), emulator.person("Other", code)
    said = {"kk": "Қазбалы шығарманың бас шебері кім?", "ru": "Кто командует раскопками могилы?", "en": "Who was the chief of the grave diggers?"}[code]
    teach = {"kk": "✅", "ru": "✅", "en": "✅"}[code]
    assert TELL_ME[code] in (await guest.ask(said)).labels
    await guest.popup(guest.press(TELL_ME[code]))
    await editor.ask("/unanswered")
    editor.press("💡")
    asking = await editor.sees({"kk": "Немесе осы хабарламаға", "ru": "Или ответьте на это", "en": "Or reply to this"}[code])
    editor.write("Qaitadan", reply_to=asking)
    await editor.sees(said)
    editor.press({"kk": "Қайтадан", "ru": "Кайтадан", "en": "Qaitadan"}[code])
    await editor.sees(said, {"kk": "Оның несі", "ru": "Что о ней", "en": "What of it"}[code])
    guest.mark = emulator.notify()
    editor.press({"kk": "режиссер", "ru": "режиссёр", "en": "director"}[code])
    await emulator.until(lambda: any(label.startswith(teach) for label in editor.last.labels) or None, 60)
    editor.press(teach)
    await guest.sees(KNOWN[code], said, timeout=20)
    assert {"kk": "Думан Еркімбек", "ru": "Думан Еркимбек", "en": "Duman Yerkimbek"}[code] in (await other.ask(said)).html
    assert said not in (await editor.ask("/unanswered")).html


async def test_an_editor_says_it_in_words_that_are_understood(bot: TyrnaApplication, emulator: Emulator, tmp_path: Path) -> None:
    services: Services = bot.bot_data["services"]
    services.settings = services.settings.model_copy(update={"data_dir": tmp_path})
    editor, guest = await editors(bot, emulator, "en"), emulator.person("Guest", "en")
    await guest.ask("Who was the chief of the grave diggers?")
    await editor.ask("/unanswered")
    editor.press("💡")
    editor.write("qwrtpsdf", reply_to=await editor.sees("Or reply to this"))
    await editor.sees("I found nothing by that")
    editor.write("Who directed Qaitadan?", reply_to=next(message for message in editor.messages if "Or reply to this" in message.html))
    await emulator.until(lambda: any(label.startswith("✅") for label in editor.last.labels) or None, 60)
    assert "Duman Yerkimbek" in editor.last.html or "Qaitadan" in editor.last.html


@pytest.mark.parametrize("code", LANGUAGES)
async def test_how_a_new_record_is_made_is_told(bot: TyrnaApplication, emulator: Emulator, code: Language) -> None:
    editor, guest = await editors(bot, emulator, code), emulator.person("Guest", code)
    await guest.ask("cloakroom & co")
    await editor.ask("/unanswered")
    editor.press("➕")
    await editor.sees("cloakroom &amp; co", "/kb export")


@pytest.mark.parametrize("handed", [True, False])
async def test_what_a_crash_left_in_doubt_is_told_once(run: Run, emulator: Emulator, wiser: Callable[[], KnowledgeBase], tmp_path: Path, handed: bool) -> None:
    """The process was killed between the note that somebody is about to be told and the note that they were."""
    guest = emulator.person("Guest", "en")
    async with run():
        await guest.ask(ASKED["en"])
        await guest.popup(guest.press(TELL_ME["en"]))
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as db:
        db.execute("UPDATE watches SET state = 'sending', query = 'film-qaitadan.director', attempts = 1, owner = 'dead'")
        db.execute("UPDATE unanswered SET state = 'answered'")
        (question,) = db.execute("SELECT question_id FROM watches").fetchone()
        db.commit()
    if handed:
        (tmp_path / "state.sqlite.told").write_text(f"{guest.id} {question} 1\n", encoding="ascii")
    guest.mark = emulator.notify()
    async with run():
        if handed:
            await guest.sees_nothing()
        else:
            await guest.sees(KNOWN["en"], "Duman Yerkimbek")
            guest.mark = emulator.notify()
            await guest.sees_nothing()
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM watches").fetchone() == (0,)


@pytest.mark.parametrize("kind", ["500", "502", "429", "lost"])
async def test_who_waits_is_told_once_whatever_fails(bot: TyrnaApplication, emulator: Emulator, wiser: Callable[[], KnowledgeBase], kind: FaultKind) -> None:
    """Telegram did not take the answer, or took it (`lost`), and nobody heard of that."""
    guest = emulator.person("Guest", "en")
    await guest.ask(ASKED["en"])
    await guest.popup(guest.press(TELL_ME["en"]))
    guest.mark = emulator.notify()
    emulator.fault(kind, "sendMessage", guest.id)
    bot.bot_data["services"].kb = wiser()
    await guest.sees(KNOWN["en"], ASKED["en"], timeout=10)
    guest.mark = emulator.notify()
    await guest.sees_nothing()
    services: Services = bot.bot_data["services"]
    assert services.store.count_of(guest.id)["watches"] == 0


async def test_a_read_that_fails_once_leaves_nobody_untold(
    bot: TyrnaApplication, emulator: Emulator, wiser: Callable[[], KnowledgeBase], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the note that somebody is about to be told, and before they are."""
    guest = emulator.person("Guest", "en")
    services: Services = bot.bot_data["services"]
    await guest.ask(ASKED["en"])
    await guest.popup(guest.press(TELL_ME["en"]))
    failed = fails_once(monkeypatch, Store, "language", guest.id)
    services.kb = wiser()
    await guest.sees(KNOWN["en"])
    guest.mark = emulator.notify()
    await guest.sees_nothing()
    assert failed and services.store.count_of(guest.id)["watches"] == 0


async def test_asking_all_again_leaves_guests_most_of_the_time(bot: TyrnaApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    services: Services = bot.bot_data["services"]
    for number in range(300):
        services.store.questions.note_unanswered(f"Who painted poster {number}?", f"painted poster {number}", "en", True)
    await services.store.questions.flush()
    at_work, asked = 0.0, services.kb.ask

    def counted(question: Question) -> Reply:
        nonlocal at_work
        began = monotonic()
        reply = asked(question)
        at_work += monotonic() - began
        return reply

    looking = tell_me.TellMe(bot, Pace(25))
    monkeypatch.setattr(services.kb, "ask", counted)
    began = monotonic()
    task = asyncio.create_task(looking._look())
    await asyncio.wait([task], timeout=1)
    share = at_work / (monotonic() - began)
    await looking.stop()
    await task
    assert 0 < share < 0.4, share
