"""Any text at all gets a reply of legal length; an exact name always finds its record."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb import LANGUAGES, KnowledgeBase, Question, UnknownQuery
from kb.query import MAX_SHORT, Query
from kb.understand.ask import Ask

_CALM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_CALM
@given(text=st.text(max_size=400))
def test_any_text_gets_a_reply_of_legal_length(knowledge: KnowledgeBase, text: str) -> None:
    reply = knowledge.ask(Question(text))
    assert 0 < len(reply.text) <= 4096
    assert all(len(button.query.encode()) <= MAX_SHORT for button in reply.buttons)


def test_a_choice_that_does_not_fit_a_button_is_the_record(knowledge: KnowledgeBase) -> None:
    buttons = knowledge.ask(Question("CYNEMATOGRAPX")).buttons
    assert [button.query for button in buttons] == ["film-becoming.cinematographer", "film-qash.cinematographer", "film-kazakh-khanate-golden-throne"]


@pytest.mark.parametrize("text", ["", " ", "?", "​", "I" * 5000, "\ud800", "İİİ", "1 2 3", "👍", "؟", "\x00"])
def test_odd_texts_get_a_reply(knowledge: KnowledgeBase, text: str) -> None:
    assert knowledge.ask(Question(text)).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exact_name_finds_its_record(knowledge: KnowledgeBase, language: str) -> None:
    missed = []
    for record in knowledge.records():
        name = record.names.shown(language)  # type: ignore[arg-type]
        reply = knowledge.ask(Question(name, "en"))
        if record.id not in reply.records:
            missed.append((record.id, name, reply.records))
    assert not missed


def test_every_button_is_answered(knowledge: KnowledgeBase) -> None:
    for record in knowledge.records():
        for button in knowledge.run(record.id, "ru").buttons:
            assert knowledge.run(button.query, "kk").kind == "answer"


@pytest.mark.parametrize("short", ["film-qaitadan", "film-qaitadan.director", "film-a~film-b.year", "list:agreement:country-tr"])
def test_a_short_form_comes_back_the_same(short: str) -> None:
    assert Query.parse(short).short() == short


@pytest.mark.parametrize("short", ["", ".", "nothing", "film-qaitadan.nothing", "film-qaitadan.99", "list::", "list:x:"])
def test_a_meaningless_short_form_is_refused(knowledge: KnowledgeBase, short: str) -> None:
    with pytest.raises(UnknownQuery):
        knowledge.run(short, "en")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Қара. Қызыл. Сары Шанхайда жүлде алды ма?", "Шанхай"),
        ("Лфсрлнт фильмінің режиссері кім", "Рыскелді"),
        ("Беларусьфильммен меморандум 2020 жылы жасалды ма?", "Жоқ."),
        ("Бауырына салу не туралы", "ата-анасына оралған"),
        ("Қорқыт ата алтыншы рет қай күні басталады", "мұндай дерек жоқ"),
        ("әл-Фараби фильмі ауа райы қандай", "базамда дерек жоқ"),
    ],
)
def test_a_kazakh_question_is_read_as_it_is_meant(knowledge: KnowledgeBase, question: str, lead: str) -> None:
    assert lead in knowledge.ask(Question(question)).lead


@pytest.mark.parametrize(
    "question",
    [
        "Аруан Анартай қай жылы ауырды?",  # A word beside «when» asks for something else than the birthday.
        "Аруан Анартай кімге ұқсайды?",  # The person named is no answer to «who».
        "Әуезовтің «Боранды бекет» фильмі қай жылы шықты?",  # A title in quotation marks that names nothing.
        "2090 жылы фестиваль қай қалада өтеді?",  # A year after all that the base tells of.
        "Сколько процентов будет рибейт после 2026 года?",
    ],
)
def test_what_a_telling_word_asks_and_nothing_explains_is_unknown(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "record", "part"),
    [
        ("Үшінші фестиваль 2022 жылы өтті ме?", "festival-edition-2023", "2023"),
        ("Правда, что третий фестиваль был в 2022 году?", "festival-edition-2023", "2023"),
        ("Грузияның киноорталығын кім басқарады?", "org-gnfc", "Блиадзе"),
        ("Памир фильмі қашан түсіріле бастайды?", "film-pamir", "Памир"),
    ],
)
def test_a_word_that_tells_records_apart_decides(knowledge: KnowledgeBase, question: str, record: str, part: str) -> None:
    reply = knowledge.ask(Question(question))
    assert record in reply.records
    assert part in reply.text


@pytest.mark.parametrize(
    ("question", "record", "part"),
    [
        ("Сколько фильмов Дворцевого есть в базе?", "person-sergey-dvortsevoy", "два фильма"),
        ("Базада Ержановтың неше фильмі бар?", "person-adilkhan-yerzhanov", "екі фильм"),
        ("What did Levan Koguashvili shoot?", "person-levan-koguashvili", "Brighton 4th"),
        ("фильмы Батырова", "person-batyr-batyrov", "Erjellik"),
        ("батыр туралы фильм", "film-eva-batyr-qyz", "Ева"),  # «Батыров» is no form of «батыр».
    ],
)
def test_the_films_of_a_person_are_told_and_counted(knowledge: KnowledgeBase, question: str, record: str, part: str) -> None:
    reply = knowledge.ask(Question(question))
    assert record in reply.records
    assert part in reply.text


@pytest.mark.parametrize("question", ["Which film earned the most?", "Какой фильм заработал больше всех?", "How many documentaries were shown in Aktau?"])
def test_of_very_many_records_none_is_told_as_the_most_and_none_are_counted(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, question: str) -> None:
    told = knowledge.ask(Question(question))
    monkeypatch.setattr(Ask, "has_all", lambda *_: False)
    assert told.kind == "answer" and knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("why does everyone keep talking about Samal Yeslyamova?", "person-samal-yeslyamova"),
        ("Who the heck is Amir Temur and why is he important here", "person-amir-temur"),
        ("Шуша это где и почему про неё все говорят", "place-shusha"),
        ("жұрт неге Самал Еслямова туралы көп айтады", "person-samal-yeslyamova"),
    ],
)
def test_why_somebody_is_spoken_of_is_told_by_who_he_is(knowledge: KnowledgeBase, question: str, record: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and (reply.query or "").split(".")[0] == record


@pytest.mark.parametrize(
    "question",
    [
        "why is Dimash so famous",
        "почему все говорят про Димаша",
        "why did Georgia sign so late",
        "неге бәрі Димаш туралы айтады",
    ],
)
def test_no_other_reason_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_a_function_word_is_none_that_the_base_has_nothing_on(knowledge: KnowledgeBase) -> None:
    # «Весь» and «вес» have one key.
    reply = knowledge.ask(Question("кто у ТЮРКСОЙ в наблюдателях, огласите весь список"))
    assert reply.kind == "answer" and (reply.query or "").startswith("org-turksoy")


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("что за тусовка министров культуры была в Актау в ноябре 2025", "agreement-turksoy-42"),
        ("сходка кинобоссов тюркского мира в Актау, какая была тема", "summit-2025"),
        ("the party of culture ministers in Aktau in November 2025, what came out of it", "agreement-turksoy-42"),
        ("what was that shindig of the film bosses in Istanbul about", "place-istanbul"),
        ("Ақтаудағы кинобастықтардың басқосуы қай күні болды", "summit-2025"),
    ],
)
def test_an_everyday_word_stands_for_a_meeting_of_those_who_lead(knowledge: KnowledgeBase, question: str, record: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and (reply.query or "").split(".")[0] == record


@pytest.mark.parametrize(
    "question",
    [
        "что за тусовка блогеров была в Актау в ноябре 2025",
        "когда тусовка после закрытия",
        "shindig of the health ministers in Astana, when was it",
        "the party of the bosses of Netflix in Aktau",
        "Ақтаудағы дәрігерлердің жиыны қай күні болды",
        "сбор министров обороны в Актау",
    ],
)
def test_a_party_of_others_is_no_meeting_here(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


OF_UZBEKS = {"film-bahorni-quvib", "film-jadid-marifati", "film-shamsiqamar", "film-vali-gafurov"}
OF_KYRGYZ = {"film-black-red-yellow", "film-boz-ui", "film-kachkyn"}
BROUGHT = [
    ("что узбеки показывали на фестивале", OF_UZBEKS),
    ("өзбектер фестивальге не әкелді", OF_UZBEKS),
    ("what did the Kyrgyz bring to the festival", OF_KYRGYZ),
    ("что Киргизия прислала на фестиваль", OF_KYRGYZ),
    ("что прислали в Актау азербайджанцы", {"film-tagiyev-neft", "film-belke-de", "film-nargin"}),
    ("что привезли венгры на фестиваль", {"film-bartok"}),
]


@pytest.mark.parametrize(("question", "films"), BROUGHT)
def test_what_a_country_brought_to_the_festival_are_films(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    reply = knowledge.ask(Question(question))
    listed = set(reply.records) if len(films) > 1 else {reply.records[0]}
    assert reply.kind == "answer" and listed == films


def test_what_it_brought_home_are_prizes(knowledge: KnowledgeBase) -> None:
    assert "award-2025-best-actress" in (knowledge.ask(Question("өзбектер фестивальден не әкелді")).query or "")


@pytest.mark.parametrize("question", ["the city that will be the culture capital next", "келесі мәдени астана болатын қала қайсы"])
def test_the_next_cultural_capital_is_no_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("event-capital-2026",)


def test_a_verb_of_naming_is_nothing_that_a_fact_has_to_tell(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("как зовётся организация которую кличут тюркской юнеско")).records == ("org-turksoy",)


def test_a_word_with_a_typing_error_is_no_greeting_in_another_language(knowledge: KnowledgeBase) -> None:
    # «Was» is nearly a Kazakh greeting, and «good» has the key of the Russian word for a year.
    assert knowledge.ask(Question("Was Cadet good?")).language == "en"
