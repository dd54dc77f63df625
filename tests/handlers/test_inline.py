"""What a person sees who types `@bot …` in some chat, and what they post there; in three languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from handlers.context import Services
from handlers.inline import CACHE, LONGEST_QUERY, PAGE
from handlers.state import Store
from handlers.state.store import UNPARSED_SECONDS
from kb import LANGUAGES, KnowledgeBase
from kb.build import DATA, build_if_changed, compile_records
from kb.records import LONGEST_ID, Names, Record, load_directory
from tests.handlers.conftest import Clock, Guest


class Typing:
    """A guest who types in the line of some chat."""

    def __init__(self, guest: Guest) -> None:
        self.guest = guest
        self.answer: dict[str, Any] = {}

    async def __call__(self, text: str, offset: str = "") -> list[dict[str, Any]]:
        """The results for a text."""
        await self.guest.process({"inline_query": {"id": "1", "from": self.guest._user, "query": text, "offset": offset}})
        self.answer = next(call.parameters for call in reversed(self.guest.request.calls) if call.method == "answerInlineQuery")
        results: list[dict[str, Any]] = self.answer["results"]
        return results

    async def flip(self, data: str) -> str:
        pressed = {"id": "1", "from": self.guest._user, "chat_instance": "1", "data": data, "inline_message_id": "i"}
        return await self.guest.process({"callback_query": pressed})

    async def choose(self, result_id: str) -> None:
        await self.guest.process({"chosen_inline_result": {"result_id": result_id, "from": self.guest._user, "query": "q"}})


@pytest.fixture
def typing(guest: Guest) -> Typing:
    return Typing(guest)


@pytest.fixture
def store(guest: Guest) -> Store:
    found: Store = guest.application.bot_data["services"].store
    return found


def card(result: dict[str, Any]) -> str:
    return str(result["input_message_content"]["message_text"])


def buttons(result: dict[str, Any]) -> list[dict[str, Any]]:
    return [button for row in result["reply_markup"]["inline_keyboard"] for button in row]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Who directed Qaitadan?", "Duman Yerkimbek"),
        ("Кто режиссёр фильма «Кайтадан»?", "Думан Еркимбек"),
        ("«Қайтадан» фильмінің режиссері кім?", "Думан Еркімбек"),
        ("kk Who directed Qaitadan?", "Думан Еркімбек"),
        ("RU Who directed Qaitadan?", "Думан Еркимбек"),
        ("en Кто режиссёр фильма «Кайтадан»?", "Duman Yerkimbek"),
    ],
)
async def test_the_answer_comes_first_then_records(typing: Typing, typed: str, title: str) -> None:
    first, second, *_ = await typing(typed)
    assert title in first["title"] and first["id"].startswith("film-qaitadan.director|")
    assert second["id"].startswith("film-qaitadan|")


@pytest.mark.parametrize(("code", "kind"), [("kk", "Фильм · "), ("ru", "Фильм · "), ("en", "Film · ")])
async def test_a_record_has_its_kind_and_one_line(guest: Guest, typing: Typing, code: str, kind: str) -> None:
    guest.code = code
    found = await typing("qa")
    assert next(result for result in found if result["id"].startswith("film-qaitadan|"))["description"].startswith(kind)


@pytest.mark.parametrize(
    ("code", "says", "opens"), [("kk", "Дереккөз", "Жеке чатта"), ("ru", "Источник", "Открыть в личном"), ("en", "Source", "Open in private")]
)
async def test_the_card_is_complete(guest: Guest, typing: Typing, code: str, says: str, opens: str) -> None:
    guest.code = code
    result = (await typing(f"{code} Who directed Qaitadan?"))[0]
    assert says in card(result) and "href" in card(result) and result["input_message_content"]["parse_mode"] == "HTML"
    labels = [button["text"].removeprefix("• ") for button in buttons(result)]
    assert labels[:3] == ["ҚАЗ", "РУС", "ENG"] and opens in labels[3]
    assert buttons(result)[3]["url"] == "https://t.me/tyrna_bot?start=film-qaitadan__director"


@pytest.mark.parametrize(("language", "says"), [("kk", "Думан Еркімбек"), ("ru", "Думан Еркимбек"), ("en", "Duman Yerkimbek")])
async def test_a_posted_card_changes_its_language(guest: Guest, typing: Typing, language: str, says: str) -> None:
    assert says in await typing.flip(f"i:{language}:film-qaitadan.director")
    edited = guest.last
    assert edited.method == "editMessageText" and edited.parameters["inline_message_id"] == "i" and len(guest.labels()) == 4


@pytest.mark.parametrize(("language", "says"), [("kk", "Сөзбен сұраңызшы"), ("ru", "Спросите, пожалуйста, словами"), ("en", "Please ask in words")])
@pytest.mark.parametrize("query", ["film-gone.director", "@0000000000", ":::", "q"])
async def test_stale_and_forged_data_explains_itself(typing: Typing, language: str, says: str, query: str) -> None:
    assert says in await typing.flip(f"i:{language}:{query}")


FORGED = ["q:en:film-qaitadan.director", "b:en:films:0", "c:en:film-qaitadan", "g:sub:subscribed", "x", "stop", "topic:press", "tm:en:5", "ap:en:5"]
FORGED += ["lang:kk", "forget:yes:7", "pd:en:20251002:h:0:-::", "st:list", "an:view:1:1:main", "inv:no", "-", "zzz"]


@pytest.mark.parametrize("data", FORGED)
async def test_what_stands_under_no_posted_card_does_nothing_there(guest: Guest, typing: Typing, data: str) -> None:
    assert "Please ask in words" in await typing.flip(data)
    services: Services = guest.application.bot_data["services"]
    assert services.metrics.value("tyrna_errors_total") == 0
    assert {call.method for call in guest.request.calls} <= {"getMe", "answerCallbackQuery"}


@pytest.mark.parametrize("typed", ["", "  ", "kk", "ru ", "EN "])
async def test_the_empty_query_shows_what_is_worth_a_look(typing: Typing, typed: str) -> None:
    found = await typing(typed)
    assert len(found) == PAGE and len({result["id"].split("-")[0] for result in found}) >= 8
    language = typed.strip().lower() or "en"
    assert all(result["id"].split("|")[1] == language for result in found)
    assert "button" not in typing.answer


async def test_what_is_posted_most_comes_first_and_is_counted_without_the_person(typing: Typing, store: Store, clock: Clock) -> None:
    chosen = (await typing("When was TURKSOY founded?"))[0]["id"]
    for _ in range(2):
        await typing.choose(chosen)
    await typing.choose((await typing("Qaitadan"))[0]["id"])
    assert [result["id"] for result in await typing("")][:2] == [chosen, (await typing("Qaitadan"))[0]["id"]]
    rows = list(store._read_db.execute("SELECT query, language, times FROM inline_choices ORDER BY times"))
    assert rows == [("film-qaitadan", "en", 1), (chosen.split("|")[0], "en", 2)]
    assert set(store.count_of(7).values()) == {0}
    clock.now += 31 * 24 * 3600
    assert (await typing(""))[0]["id"] != chosen


@pytest.mark.parametrize("forged", ["", "|", "-|en|x", "film-gone|en|x", "film-qaitadan|xx|x", "film-qaitadan"])
async def test_a_forged_choice_is_not_counted(typing: Typing, store: Store, forged: str) -> None:
    await typing.choose(forged)
    assert store.most_chosen(30, 5) == []


@pytest.mark.parametrize(
    ("typed", "title", "ask"),
    [
        ("kk Titanic xyzzy", "ештеңе табылмады", "Жеке сұрау"),
        ("ru Titanic xyzzy", "ничего не нашлось", "Спросить лично"),
        ("en Titanic xyzzy", "Nothing found", "Ask in private"),
    ],
)
async def test_nothing_found_says_so_and_leads_on(guest: Guest, typing: Typing, store: Store, clock: Clock, typed: str, title: str, ask: str) -> None:
    [result] = await typing(typed)
    assert title in result["title"] and result["id"].startswith("-|") and "?start=help" in buttons(result)[3]["url"]
    assert ask in typing.answer["button"]["text"]
    assert card(result) == await typing.flip(f"i:{typed[:2]}:-")
    start = typing.answer["button"]["start_parameter"]
    assert "itanic" in await guest.write(f"/start {start}")
    clock.now += UNPARSED_SECONDS + 1
    assert "itanic" not in await guest.write(f"/start {start}")
    await store.keep_unparsed("another")
    assert [row[0] for row in store._read_db.execute("SELECT text FROM unparsed")] == ["another"]


async def test_a_known_record_without_the_property_says_that(typing: Typing) -> None:
    first = (await typing("What was the budget of Qaitadan?"))[0]
    assert "has nothing on this" in first["title"]


async def test_the_button_opens_the_same_query_in_private(guest: Guest, typing: Typing) -> None:
    await typing("Who directed Qaitadan?")
    assert typing.answer["button"]["start_parameter"] == "film-qaitadan__director"
    assert "Duman Yerkimbek" in await guest.write("/start film-qaitadan__director")


async def test_a_question_that_needs_a_choice_shows_the_choices(typing: Typing) -> None:
    found = await typing("What does the memorandum with Uzbekistan cover?")
    assert {"agreement-kz-uz-2025.scope", "agreement-kz-uz-2021.scope"} <= {result["id"].split("|")[0] for result in found[:3]}
    assert typing.answer["button"]["start_parameter"].startswith("text_")


async def test_pages_go_on_and_do_not_repeat(typing: Typing) -> None:
    first = await typing("m")
    assert typing.answer["next_offset"] == str(PAGE)
    second = await typing("m", str(PAGE))
    ids = [result["id"] for result in first + second]
    assert len(set(ids)) == len(ids) > PAGE
    assert await typing("m", "1000") == [] and await typing("m", "forged")


async def test_ids_are_stable_and_fit(typing: Typing, guest: Guest) -> None:
    revision = guest.application.bot_data["services"].kb.revision
    before = [result["id"] for result in await typing("Who directed Qaitadan?")]
    assert before == [result["id"] for result in await typing("Who directed Qaitadan?")]
    assert before[0] == f"film-qaitadan.director|en|{revision}"
    assert all(len(i.encode()) <= 64 for i in before)


async def test_answers_are_each_persons_own(typing: Typing) -> None:
    await typing("Qaitadan")
    assert typing.answer["is_personal"] is True and typing.answer["cache_time"] == CACHE


async def test_a_long_query_is_cut(typing: Typing, store: Store) -> None:
    await typing("xyzzy " * 50)
    assert [len(row[0]) <= LONGEST_QUERY for row in store._read_db.execute("SELECT text FROM unparsed")] == [True]


async def test_without_time_for_the_engine_the_names_answer(typing: Typing, guest: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.inline.Engine.ask", _no_time)
    found = await typing("Who directed Qaitadan?")
    assert found[0]["id"].startswith("film-qaitadan|") and typing.answer["cache_time"] == 0


async def _no_time(*_: object) -> None:
    return None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_record_can_be_posted(typing: Typing, guest: Guest, language: str) -> None:
    services = guest.application.bot_data["services"]
    for record in services.kb.records():
        found = await typing(f"{language} {record.names.shown(language)}")
        assert any(result["id"].split("|")[0].startswith(record.id) for result in found) or typing.answer["next_offset"], record.id


async def test_the_longest_id_fits_everywhere(guest: Guest, typing: Typing, base_dir: Path, tmp_path: Path) -> None:
    records, sources = load_directory(DATA)
    film = next(record for record in records if record.id == "film-qaitadan")
    named = Names.model_validate({"kk": ["Ұзын"], "ru": ["Длинный"], "en": ["Longname"]})
    longest = film.model_copy(update={"id": "film-" + "a" * (LONGEST_ID - 5), "names": named, "aliases": type(film.aliases)()})
    compile_records(tmp_path / "kb.sqlite", [*records, longest], sources, former=build_if_changed(base_dir))
    services: Services = guest.application.bot_data["services"]
    services.kb = KnowledgeBase.open(tmp_path / "kb.sqlite")
    results = await typing("Longname")
    assert results and all(len(result["id"].encode()) <= 64 for result in results)
    pages = [await guest.press_data(f"b:en:films:{page}") + str(guest.labels()) for page in range(12)]
    assert any("Longname" in page for page in pages)
    await guest.press_data(f"c:en:{longest.id}")
    assert services.metrics.value("tyrna_errors_total") == 0
    with pytest.raises(ValidationError, match=f"at most {LONGEST_ID} characters"):
        Record.model_validate(film.model_dump(by_alias=True) | {"id": longest.id + "a"})
