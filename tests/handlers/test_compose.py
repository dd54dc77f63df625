"""Composing an announcement in the chat: what staff see and press, what they write, and who may."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from handlers.announcements.content import Content
from handlers.announcements.notices import Notices
from handlers.announcements.preview import duration
from handlers.announcements.progress import Progress
from handlers.announcements.schedule import NoTime, is_quiet, read_time
from handlers.announcements.sender import content_of
from handlers.context import Context, Services
from handlers.settings import Announcements, Settings, Staff
from handlers.state.outbox import Announcement, Outbox
from handlers.texts import text
from kb import LANGUAGES, Language
from tests.handlers.conftest import Clock, Guest

KK = "Бүгін сағат 18:00-де фильм көрсетілімі «Арай» залына ауысады."
RU = "Сегодня в 18:00 показ фильма переносится в зал «Арай»."
EN = "Tonight the screening moves to Arai hall at 18:00."
ALL = f"kk:\n{KK}\nru: {RU}\nEN:\n{EN}"
NOW = datetime(2026, 10, 1, 20, 0, tzinfo=ZoneInfo("Asia/Aqtau"))


@pytest_asyncio.fixture
async def officer(guest: Guest) -> AsyncIterator[Guest]:
    """An announcer, 4; 1 is an owner, 3 an editor, 7 a guest."""
    services: Services = guest.application.bot_data["services"]
    services.settings = Settings(staff=Staff(owners=(1,)))
    await services.store.add_staff(3, "editor", 1)
    await services.store.add_staff(4, "announcer", 1)
    yield Guest(guest.application, guest.request, 4)


def as_(officer: Guest, user_id: int) -> Guest:
    return Guest(officer.application, officer.request, user_id, officer.code)


def outbox(officer: Guest) -> Outbox:
    found: Outbox = officer.application.bot_data["services"].store.outbox
    return found


def announcement(officer: Guest, announcement_id: int = 1) -> Announcement:
    found = outbox(officer).get(announcement_id)
    assert found is not None
    return found


def content(officer: Guest) -> Content:
    return content_of(announcement(officer))


def alert(officer: Guest) -> str:
    """What the last press showed over the chat."""
    shown = next(call for call in reversed(officer.request.calls) if call.method == "answerCallbackQuery").parameters.get("text", "")
    assert len(shown) <= 200
    return str(shown)


def configure(officer: Guest, **settings: Any) -> None:
    officer.application.bot_data["services"].settings = Settings(staff=Staff(owners=(1,)), announcements=Announcements(**settings))


async def previewed(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.write(ALL)
    await officer.press("👁 ")


@pytest.mark.parametrize(
    ("code", "draft", "prompt", "ready", "preview", "send", "counts"),
    [
        ("kk", "жоба", "Мәтінді жазыңыз", "Үш мәтін де дайын", "👁 Алдын ала қарау", "📣 Жіберу", "«Жіберу» түймесін басқан"),
        ("ru", "черновик", "Напишите текст", "Все три текста есть", "👁 Предпросмотр", "📣 Отправить", "Отправляет"),
        ("en", "draft", "Write the text", "All three texts are here", "👁 Preview", "📣 Send", "has pressed Send"),
    ],
)
async def test_four_steps_announce(officer: Guest, code: str, draft: str, prompt: str, ready: str, preview: str, send: str, counts: str) -> None:
    officer.code = code
    said = await officer.write("/announce")
    assert draft in said and prompt in said
    assert ready in await officer.write(ALL)
    shown = await officer.press(preview)
    assert KK in shown and RU in shown and EN in shown and send in officer.labels()
    assert counts in await officer.press(send)
    assert announcement(officer).state == "countdown"


async def test_texts_come_one_by_one_and_in_any_order(officer: Guest) -> None:
    await officer.write("/announce")
    said = await officer.write(RU)
    assert f"РУС: {RU}" in said and "these people get the Russian one" in said
    await officer.write(EN)
    await officer.write(KK)
    assert {code: body.text for code, body in content(officer).bodies.items()} == {"kk": KK, "ru": RU, "en": EN}


async def test_formatting_is_kept(officer: Guest) -> None:
    await officer.write("/announce")
    text = f"ru:\n🎬 {RU}\nen:\n{EN}"
    bold = {"type": "bold", "offset": text.index("Сегодня") + 1, "length": 7}
    link = {"type": "text_link", "offset": text.index("Arai") + 1, "length": 4, "url": "https://example.org"}
    await officer.process({"message": {"message_id": 5, "date": 1, "chat": officer._chat, "from": officer._user, "text": text, "entities": [bold, link]}})
    assert content(officer).bodies["ru"].entities == ({"type": "bold", "offset": 3, "length": 7},)
    assert content(officer).bodies["en"].entities == ({"type": "text_link", "offset": EN.index("Arai"), "length": 4, "url": "https://example.org"},)


async def test_a_text_in_doubt_is_asked_about(officer: Guest) -> None:
    await officer.write("/announce")
    assert "Which language" in await officer.write("Korkyt Ata 18:00")
    assert "ҚАЗ: Korkyt Ata 18:00" in await officer.press("ҚАЗ")
    assert content(officer).bodies["kk"].text == "Korkyt Ata 18:00"


async def test_a_second_text_in_a_language_replaces_the_first_only_when_confirmed(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.write(EN)
    assert "Which language" in await officer.write("Is anything on at the festival tonight?")
    await officer.press("It is not for the announcement")
    assert content(officer).bodies["en"].text == EN
    await officer.press("☑ ENG")
    await officer.write("The hall is Arai.")
    assert content(officer).bodies["en"].text == "The hall is Arai."


async def test_an_edited_message_edits_the_draft(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.write(EN.replace("18:00", "19:00"), 50)
    said = await officer.write(EN, 50, edited=True)
    assert f"ENG: {EN}" in said and officer.last.method == "editMessageText"
    assert content(officer).bodies["en"].text == EN
    assert "directed by Duman Yerkimbek" in await officer.write("Who directed Qaitadan?", 51, edited=True)


async def test_a_photo_with_a_caption(officer: Guest) -> None:
    await officer.write("/announce")
    photo = [{"file_id": f"file-{size}", "file_unique_id": str(size), "width": size, "height": size} for size in (90, 640)]
    said = await officer.send(photo=photo, caption=EN)
    assert "With a photo" in said and f"ENG: {EN}" in said
    assert content(officer).media is not None and content(officer).media.file == "file-640"  # type: ignore[union-attr]
    assert "it has 1,100 characters, and Telegram takes at most 1,024" in await officer.write("ru: " + "ф" * 1100)
    await officer.press("📎 Without the file")
    assert content(officer).media is None


async def test_choices(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.write(EN)
    await officer.press("👥 For whom")
    await officer.press("✓ ҚАЗ")
    await officer.press("✓ Groups")
    await officer.press("‹ Back")
    await officer.press("🏷 Topic")
    await officer.press("press")
    await officer.press("🔔 Quiet at night")
    await officer.press("☐ Link preview")
    await officer.press("If unsure")
    await officer.press("🔗 Buttons: 0")
    said = await officer.write("&" * 4000)
    assert "I cannot make a button of this" in said and "…" in said and len(said) < 1500
    await officer.write("Билет / Билеты / Tickets https://example.org/t\nMap https://example.org/m")
    made = content(officer)
    assert made.languages == ("ru", "en") and made.types == ("private", "channels") and made.topic == "press"
    assert made.silent is True and made.link_preview and made.unknown == "resend"
    assert [own.label for own in made.buttons] == [{"kk": "Билет", "ru": "Билеты", "en": "Tickets"}, dict.fromkeys(("kk", "ru", "en"), "Map")]
    assert "Topic: press" in str(officer.last.parameters["text"]) and "Tickets → https://example.org/t" in str(officer.last.parameters["text"])


async def test_somebody_has_to_get_it(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.press("👥 For whom")
    await officer.press("✓ ҚАЗ")
    await officer.press("✓ РУС")
    await officer.press("✓ ENG")
    assert "somebody has to get" in alert(officer)
    assert content(officer).languages == ("en",)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("tomorrow 09:30", "2026-10-02 09:30"),
        ("ертең 09:30", "2026-10-02 09:30"),
        ("завтра в 09:30", "2026-10-02 09:30"),
        ("бүрсігүні 10:00", "2026-10-03 10:00"),
        ("послезавтра 10:00", "2026-10-03 10:00"),
        ("5.10 18:00", "2026-10-05 18:00"),
        ("05.10.26 18:00", "2026-10-05 18:00"),
        ("5 октября, 18:00", "2026-10-05 18:00"),
        ("5 қазанда сағат 18:00", "2026-10-05 18:00"),
        ("October 5, 2027, 18:00", "2027-10-05 18:00"),
        ("1 мая 9:05", "2027-05-01 09:05"),
        ("в пятницу в 12:00", "2026-10-02 12:00"),
        ("жұма 12:00", "2026-10-02 12:00"),
        ("Thursday 12:00", "2026-10-08 12:00"),
        ("20:30", "2026-10-01 20:30"),
        ("not after 18:40", "2026-10-02 18:40"),
        ("сегодня 23-15", "2026-10-01 23:15"),
        ("now", "2026-10-01 20:00"),
    ],
)
def test_times_in_words(said: str, at: str) -> None:
    assert read_time(said, NOW) == datetime.fromisoformat(at).replace(tzinfo=NOW.tzinfo)


@pytest.mark.parametrize("said", ["", "soon", "today 19:00", "31.2 10:00", "5.10", "25:00", "18:00 maybe", "октября 18:00", "5.10.2025 18:00", "1:2:3"])
def test_what_is_no_time_to_come(said: str) -> None:
    with pytest.raises(NoTime):
        read_time(said, NOW)


@pytest.mark.parametrize(("hour", "quiet"), [(21, False), (22, True), (3, True), (8, False)])
def test_quiet_hours(hour: int, quiet: bool) -> None:
    assert is_quiet(NOW.replace(hour=hour), "22:00-08:00") is quiet
    assert not is_quiet(NOW.replace(hour=hour), "")


async def test_schedule_and_expiry(officer: Guest, clock: Clock) -> None:
    clock.now = NOW.timestamp()
    await officer.write("/announce")
    await officer.write(ALL)
    await officer.press("🕘 When")
    assert "I cannot read this as a time" in await officer.write("soon")
    assert "🕘 Friday, 2 October, 09:30 (Asia/Aqtau)" in await officer.write("tomorrow 09:30")
    await officer.press("⌛ Not after")
    assert "⌛ Not after Friday, 2 October, 09:00" in await officer.write("9:00")
    await officer.press("👁 Preview")
    await officer.press("📣 Schedule")
    assert "after the time that you set as its end" in alert(officer)
    await officer.press("✏️ Edit")
    await officer.press("⌛ Not after")
    await officer.press("No end")
    await officer.press("👁 Preview")
    assert "has scheduled it. It goes out on Friday, 2 October, 09:30" in await officer.press("📣 Schedule")
    assert announcement(officer).state == "scheduled" and announcement(officer).due_at == NOW.timestamp() + 13.5 * 3600
    await officer.press("↩️ Undo")
    assert announcement(officer).state == "review" and "📣 Schedule" in officer.labels()


async def test_the_preview_warns(officer: Guest) -> None:
    await outbox(officer).add(Content.model_validate({"bodies": {"en": {"text": EN + "!"}}}).model_dump_json(), 4, "done")
    await officer.write("/announce")
    await officer.write(f"kk: 5 қазан 18:00, https://a.example/\nru: 5 ноября 18:00, https://b.example/\nen: {EN}")
    said = await officer.press("👁 Preview")
    assert "The months differ" in said and "ҚАЗ: 10; РУС: 11" in said
    assert "The links differ" in said and "ҚАЗ: https://a.example/; РУС: https://b.example/; ENG: –" in said
    assert "The numbers differ" in said and "ҚАЗ: 5; РУС: 5; ENG: 18:00" in said
    assert "Announcement 1 from the last 24 hours says almost the same" in said


async def test_nothing_is_not_sent(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.press("👁 Preview")
    assert "nothing to send yet" in alert(officer) and announcement(officer).state == "draft"


async def test_two_who_send_start_it_once_and_both_see_who_did(officer: Guest) -> None:
    await previewed(officer)
    owner = as_(officer, 1)
    data = f"an:send:1:{announcement(officer).version}"
    await officer.press_data(data)
    assert "<Person 4> pressed Send first" not in alert(officer)
    await owner.press_data(data)
    assert "<Person 4> pressed Send first" in alert(officer)
    assert "&lt;Person 4&gt;" in str(officer.last.parameters["text"])
    assert announcement(officer).sent_by == 4


async def test_a_button_of_an_older_version_shows_what_there_is(officer: Guest) -> None:
    await previewed(officer)
    old = announcement(officer).version
    await officer.press("✏️ Edit")
    await officer.press_data(f"an:send:1:{old}")
    assert "changed meanwhile" in alert(officer) and announcement(officer).state == "draft"


async def test_urgent_is_for_owners(officer: Guest) -> None:
    await officer.write("/announce")
    assert not [label for label in officer.labels() if "Urgent" in label]
    await officer.press_data(f"an:set:1:{announcement(officer).version}:urgent-1")
    assert "Only an owner" in alert(officer) and not content(officer).urgent
    owner = as_(officer, 1)
    await owner.press_data("an:open:1:1")
    await owner.press("☐ Urgent")
    await owner.write(ALL)
    assert content(officer).urgent
    said = await owner.press("👁 Preview")
    assert "it also reaches those who wrote in the last 14 days" in said and "never subscribed" in said
    await officer.press_data(f"an:send:1:{announcement(officer).version}")
    assert "Only an owner" in alert(officer) and announcement(officer).state == "review"
    await owner.press_data(f"an:send:1:{announcement(officer).version}")
    assert announcement(officer).state == "countdown"


async def test_four_eyes_approve_the_version_that_was_read(officer: Guest) -> None:
    configure(officer, four_eyes=True)
    await previewed(officer)
    version = announcement(officer).version
    await officer.press_data(f"an:approve:1:{version}")
    assert "Somebody else has to approve" in alert(officer)
    await officer.press_data(f"an:send:1:{version}")
    assert "not approved yet" in alert(officer) and announcement(officer).state == "review"
    owner = as_(officer, 1)
    await owner.press_data(f"an:open:1:{version}")
    assert "✅ Approve" not in owner.labels()
    await owner.press("👁 Read it")
    await owner.press("✅ Approve")
    assert announcement(officer).approved_version == version
    await officer.press_data(f"an:edit:1:{version}")
    await officer.press("👁 Preview")
    await officer.press_data(f"an:send:1:{announcement(officer).version}")
    assert "not approved yet" in alert(officer)


@pytest.mark.parametrize("user_id", [3, 7])
async def test_without_the_right_there_is_no_such_command_and_no_such_button(officer: Guest, user_id: int) -> None:
    await previewed(officer)
    before = announcement(officer)
    other = as_(officer, user_id)
    for command in ("/announce", "/announcements"):
        assert "do not know this command" in await other.write(command)
    version = before.version
    for verb in ("view", "set", "text", "delete", "edit", "open", "reuse", "preview", "ask", "approve", "send", "undo", "pause", "resume", "cancel", "stop"):
        await other.press_data(f"an:{verb}:1:{version}:due-0")
        assert "ask in words" in alert(other)
    for verb in ("recall", "recallyes", "fix", "fixread", "fixsend", "settle", "csv"):
        await other.press_data(f"an:{verb}:1:{version}:again")
        assert "ask in words" in alert(other)
    await other.press_data("anl:0")
    assert "ask in words" in alert(other)
    assert announcement(officer) == before and outbox(officer).number() == 1


@pytest.mark.parametrize(
    "data",
    [
        "an:send:99:1",
        "an:set:1:1:due-x",
        "an:set:1:1:urgent",
        "an:set:1:1:audience-all",
        "an:set:1:1:language-de",
        "an:set:1:1:topic-weather",
        "an:set:1:1:silent-1",
        "an:view:1:1:nowhere",
        "an:text:1:1:kk",
        "an:fixsend:1:1:4.00000000",
        "an:settle:1:1:again",
        "an:recallyes:1:1",
        "an:resume:1:1",
        "an:undo:1:1",
        "an:send:1:1",
        "an:drop:1:1",
        "an:send:1:x",
        "an:send:" + "9" * 40 + ":1",
    ],
)
async def test_forged_and_replayed_buttons_change_nothing(officer: Guest, data: str) -> None:
    await officer.write("/announce")
    before = announcement(officer)
    await officer.press_data(data)
    assert announcement(officer) == before


async def test_in_a_group_there_is_only_a_hint(officer: Guest) -> None:
    group = {"id": -100, "type": "supergroup", "title": "Staff"}
    assert "in our private chat only" in await officer.write("/announce", chat=group)
    assert outbox(officer).number() == 0
    assert await as_(officer, 7).write("/announce", chat=group) == ""


async def test_who_lost_the_role_writes_as_a_guest(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.application.bot_data["services"].store.remove_staff(4, "announcer")
    assert "directed by Duman Yerkimbek" in await officer.write("Who directed Qaitadan?")
    assert content(officer).bodies == {}


async def test_questions_are_answered_when_no_text_is_awaited(officer: Guest) -> None:
    await officer.write("/announce")
    await officer.write(ALL)
    assert "directed by Duman Yerkimbek" in await officer.write("Who directed Qaitadan?")


async def test_the_list_and_use_again(officer: Guest) -> None:
    assert "no announcements yet" in await officer.write("/announcements")
    await officer.write("/announce")
    await officer.write(ALL)
    await officer.press("🗑 Discard")
    assert announcement(officer).state == "cancelled"
    await officer.write("/announcements")
    assert officer.labels() == [f"1 · cancelled · {EN}"[:59] + "…" if len(f"1 · cancelled · {EN}") > 60 else f"1 · cancelled · {EN}"]
    await officer.press("1 · ")
    assert "Announcement 2</b>: draft" in await officer.press("♻️ Use again")
    assert content_of(announcement(officer, 2)) == content(officer)


async def test_a_doubtful_outcome_is_settled_once(officer: Guest, clock: Clock) -> None:
    made = outbox(officer)
    await made.add(Content.model_validate({"bodies": {"en": {"text": EN}}}).model_dump_json(), 4, "countdown", int(clock.now))
    assert await made.start(1, content(officer).whom(), [1, 4], "en")
    for claim in await made.claim(announcement(officer), 0, "me", 9):
        assert await made.begin(claim, "me")
        await made.end(claim, "me", "unknown", reason="crash")
    assert await made.move(1, "sending", "done")
    said = await officer.press_data("an:open:1:1")
    assert "2 people may or may not have got it." in said and "the bot was interrupted while sending: 2" in said
    await officer.press("Leave it")
    assert await made.counts_by_state(announcement(officer)) == {"skipped": 2}
    await officer.press_data("an:settle:1:1:again")
    assert "decided already" in alert(officer)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_action_is_told_in_every_language(officer: Guest, language: Language) -> None:
    owner, store = as_(officer, 1), officer.application.bot_data["services"].store
    await store.set_language(1, language)
    actions = ["composed", "deleted", "approved", "sent", "undone", "paused", "resumed", "cancelled", "recalled", "fixed", "settled"]
    for action in actions:
        await store.add_audit(4, f"announcement-{action}", "#1")
    said = await owner.write("/audit")
    assert said.count("#1") == len(actions) and "announcement-" not in said


async def test_the_card_follows_until_the_end(officer: Guest, clock: Clock) -> None:
    made, card = outbox(officer), Progress(Context(officer.application), 1)
    await previewed(officer)
    await officer.press("📣 Send")
    await card.look()
    assert "It goes out in 10 seconds." in str(officer.last.parameters["text"])
    clock.now += 10
    assert await made.start(1, content(officer).whom(), [4, 5, 6], "en")
    (claim, *_) = await made.claim(announcement(officer), 0, "me", 1)
    await made.begin(claim, "me")
    await made.end(claim, "me", "sent", 1)
    await card.look()
    assert "▓▓▓▓░░░░░░░░ 1 of 3" in str(officer.last.parameters["text"]) and "1 a second, 2 s left" in str(officer.last.parameters["text"])
    edits = len(officer.request.calls)
    await card.look()
    assert len(officer.request.calls) == edits
    await officer.press("⏸ Pause")
    await card.look()
    assert officer.labels() == ["▶️ Resume", "✖ Cancel"]
    await officer.press("▶️ Resume")
    await card.look()
    await officer.press("✖ Cancel")
    await card.look()
    assert "Left out: 2" in str(officer.last.parameters["text"]) and "♻️ Use again" in officer.labels()


async def test_what_was_taken_back_keeps_its_card(officer: Guest) -> None:
    card = Progress(Context(officer.application), 1)
    await previewed(officer)
    await officer.press("📣 Send")
    await card.look()
    await officer.press("↩️ Undo")
    await card.look()
    assert "📣 Send" in officer.labels()
    await officer.press("✏️ Edit")
    await card.look()
    assert "👁 Preview" in officer.labels()


async def test_everything_staff_do_is_noted(officer: Guest) -> None:
    await previewed(officer)
    await officer.press("📣 Send")
    await officer.press("↩️ Undo")
    owner = as_(officer, 1)
    said = await owner.write("/audit")
    for action in ("began announcement #1", "sent announcement #1", "took back announcement #1"):
        assert action in said


def test_what_a_button_holds_fits() -> None:
    # https://core.telegram.org/bots/api#inlinekeyboardbutton
    assert len(f"an:fixsend:{10**6}:{10**3}:{2**52}.00000000".encode()) <= 64


ALERTS = """gone changed urgent-owner no-choice not-own empty open-private not-approved too-late undo-late settled
    refused sent-already stop-late asked too-long"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ALERTS.split())
def test_an_alert_holds_its_text(key: str, language: Language) -> None:
    values = {"who": "x" * 129, "reason": "x" * 100, "state": "done", "number": 12, "length": 4096, "limit": 1024}
    # https://core.telegram.org/bots/api#answercallbackquery
    assert len(text(f"announce-{key}", language, **values)) <= 200


@pytest.mark.parametrize(
    ("number", "takes", "doubt", "recall"),
    [
        (1, "1 человек,", "получил ли его 1 человек.", "в 1 чате?"),
        (2, "2 человека,", "получили ли его 2 человека.", "в 2 чатах?"),
        (5, "5 человек,", "получили ли его 5 человек.", "в 5 чатах?"),
        (11, "11 человек,", "получили ли его 11 человек.", "в 11 чатах?"),
        (21, "21 человек,", "получил ли его 21 человек.", "в 21 чате?"),
        (4812, "4\xa0812 человек,", "получили ли его 4\xa0812 человек.", "в 4\xa0812 чатах?"),
    ],
)
def test_russian_plurals(number: int, takes: str, doubt: str, recall: str) -> None:
    reached = {"people": number, "groups": 0, "channels": 0}
    assert takes in text("announce-takes", "ru", duration=duration(195, "ru"), **reached)
    assert doubt in text("announce-in-doubt", "ru", number=number) and recall in text("announce-recall-ask", "ru", number=number, kept=0)


@pytest.mark.parametrize(("language", "said"), [("kk", "шамамен 3 мин 15 с"), ("ru", "примерно 3 мин 15 с"), ("en", "about 3 min 15 s")])
def test_how_long_it_takes(language: Language, said: str) -> None:
    assert said in text("announce-takes", language, people=4812, groups=0, channels=0, duration=duration(195, language))


@pytest.mark.parametrize(
    ("event", "reason", "said"),
    [
        ("paused", "failures: x", ("кідірттім", "приостановила", "I have paused announcement 1")),
        ("expired", None, ("мерзімі", "не отправлено", "was not sent")),
        ("doubtful", None, ("алған-алмағаны белгісіз", "неясно, получили ли", "it is uncertain whether they got it")),
    ],
)
async def test_what_staff_hear_of_by_itself(officer: Guest, event: str, reason: str | None, said: tuple[str, ...]) -> None:
    store = officer.application.bot_data["services"].store
    await store.add_staff(5, "announcer", 1)
    for user_id, language in ((1, "kk"), (4, "ru"), (5, "en")):
        await store.set_language(user_id, language)
    await outbox(officer).add(Content().model_dump_json(), 4)
    await Notices(Context(officer.application))(announcement(officer), event)
    told = {call.parameters["chat_id"]: call.parameters["text"] for call in officer.request.calls if call.method == "sendMessage"}
    assert [part in told[user_id] for user_id, part in zip((1, 4, 5), said, strict=True)] == [True] * 3


async def test_reports_arrive_in_the_staff_chat_too(officer: Guest) -> None:
    await officer.application.bot_data["services"].store.set_setting("staff_chat", "-100")
    await outbox(officer).add(Content().model_dump_json(), 4, "done")
    await outbox(officer).move(1, "done", "done", 4)
    await Notices(Context(officer.application))(announcement(officer), "ended")
    assert [call.parameters["chat_id"] for call in officer.request.calls if call.method == "sendMessage"] == [4, -100]
