"""How something is called in another language is told by its names, in the language of the message."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question, UnknownQuery
from kb.query import Query

CALLED = [
    ("как Швеция на казахском", "ru", "По-казахски: Швеция."),
    ("как сказать Саудовская Аравия по-казахски", "ru", "По-казахски: Сауд Арабиясы."),
    ("как казахи называют Китай", "ru", "По-казахски: Қытай."),
    ("как по-казахски называются грузины", "ru", "По-казахски: грузиндер, грузиялықтар."),
    ("как будет таджики по-английски", "ru", "По-английски: Tajiks."),
    ("как на английском пишется Туркестан", "ru", "По-английски: Turkistan."),
    ("название Южной Кореи на казахском", "ru", "По-казахски: Оңтүстік Корея."),
    ("как по-казахски зовут Акана Сатаева", "ru", "По-казахски: Ақан Сатаев."),
    ("как по-казахски Мы здесь живём", "ru", "По-казахски: Атамекен."),
    ("how do you say Sweden in Kazakh", "en", "In Kazakh: Швеция."),
    ("what do Kazakhs call Hungary", "en", "In Kazakh: Мажарстан."),
    ("Kazakh name for South Korea", "en", "In Kazakh: Оңтүстік Корея."),
    ("what are people from Tajikistan called in Kazakh", "en", "In Kazakh: тәжіктер, тәжікстандықтар."),
    ("how is Shusha written in Russian", "en", "In Russian: Шуша."),
    ("what's the English title of Жүгері аралы", "en", "In English: Corn Island."),
    ("Мажарстан in English?", "en", "In English: Hungary."),
    ("Венгрия қазақша қалай аталады", "kk", "Қазақша: Мажарстан."),
    ("Қытайды орыстар қалай атайды", "kk", "Орысша: Китай."),
    ("Чехия тұрғындарын қалай атаймыз", "kk", "Қазақша: чехтер, чехиялықтар."),
    ("Қорқыт ата фестивалі ағылшынша қалай аталады", "kk", "Ағылшынша: Korkyt Ata Film Festival."),
    ("Беларусь қазақшасы қандай", "kk", "Қазақша: Беларусь."),
]
NOT_KNOWN = [
    "как Нидерланды по-турецки",
    "how do you say Hungary in Turkish",
    "Нидерланд түрікше қалай",
    "как будет по-казахски Германия",
    "how do you say Germany in Kazakh",
    "как перевести договор на казахский",
    "how do you say hello in Kazakh",
    "who speaks Kazakh in Hungary",
]
# The language is that of the answer, or the meaning of a name is asked for.
OTHERWISE = [
    ("Қайтадан по-английски", "film-qaitadan"),
    ("Тюльпан фильмі қазақша қалай аталады", "film-tulpan.name_meaning"),
    ("What does the name Aktau mean in English", "place-aktau.name_meaning"),
    ("Кто такой Шакен Айманов, объясните по-казахски", "person-shaken-aimanov"),
]


@pytest.mark.parametrize(("question", "language", "told"), CALLED)
def test_the_name_is_told(knowledge: KnowledgeBase, question: str, language: str, told: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.language, reply.text) == ("answer", language, told)


@pytest.mark.parametrize("question", NOT_KNOWN)
def test_what_is_no_name_here_is_refused(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "query"), OTHERWISE)
def test_what_asks_for_no_name_is_answered_as_ever(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith(query)


def test_the_next_language_follows(knowledge: KnowledgeBase) -> None:
    first = knowledge.ask(Question("как венгры по-казахски"))
    assert first.query == "country-hu@kk.people"
    assert knowledge.ask(Question("а по-английски?", context=first.query)).text == "In English: Hungarians."


@pytest.mark.parametrize("short", ["country-hu@kk", "country-hu@en.people", "country-hu@ru.adjective"])
def test_a_short_form_is_read_back(knowledge: KnowledgeBase, short: str) -> None:
    assert Query.parse(short).short() == short and knowledge.run(short, "en").kind == "answer"


@pytest.mark.parametrize("forged", ["@kk", "country-hu@tr", "country-hu@kk.name", "place-aktau@kk.people"])
def test_a_forged_short_form_is_unknown(knowledge: KnowledgeBase, forged: str) -> None:
    with pytest.raises(UnknownQuery):
        knowledge.run(forged, "en")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("why is the festival called Korkyt Ata", "festival-korkyt-ata.named_after"),
        ("почему фестиваль так называется", "festival-korkyt-ata.named_after"),
        ("почему Актау так называется", "place-aktau.name_meaning"),
        ("неге Ақтау деп аталады", "place-aktau.name_meaning"),
    ],
)
def test_why_it_is_called_so_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("turksoy wasnt always called that, what was its old name", "org-turksoy.1"),
        ("what is the original name of TURKSOY?", "org-turksoy.1"),
        ("Какое было старое название ТЮРКСОЙ?", "org-turksoy.1"),
        ("ТҮРКСОЙ-дың ескі атауы қандай?", "org-turksoy.1"),
        ("name of the former head of TURKSOY", "org-turksoy.predecessor"),
    ],
)
def test_an_old_name_is_one_beside_the_word_for_it(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    ["Since when has Kazakhfilm carried Aimanov's name?", "which year did Kazakhfilm get Aimanov's name?", "Қазақфильмге Аймановтың атын қашан берген?"],
)
def test_after_whom_something_is_named_where_he_is_named(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-kazakhfilm.named_after"


@pytest.mark.parametrize("question", ["what's the English title of Kachkyn?", "как по-английски называется «Качкын»?"])
def test_who_names_a_film_in_english_asks_for_another_title(knowledge: KnowledgeBase, question: str) -> None:
    assert "Deal at the Border" in knowledge.ask(Question(question)).text


@pytest.mark.parametrize(("question", "language"), [("Ясауи", "kk"), ("Бішкек", "kk"), ("Бишкек", "ru"), ("Туркестан", "ru")])
def test_a_bare_name_is_answered_in_the_language_that_spells_it_so(knowledge: KnowledgeBase, question: str, language: str) -> None:
    assert knowledge.ask(Question(question)).language == language
