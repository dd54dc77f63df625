"""Which films were shown on film days, and in and out of a competition."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ON_FILM_DAYS = [
    ("Which Kazakh films did people in Bishkek get to see?", "agreement-kz-kg-film-days.festivals"),
    ("What Kazakh films have been shown in Kyrgyzstan?", "agreement-kz-kg-film-days.festivals"),
    ("Which Kazakh pictures were screened in Tajikistan?", "agreement-kz-tj-film-days.festivals"),
    ("Какие казахстанские фильмы показывали в Узбекистане?", "agreement-kz-uz-film-days.festivals"),
    ("Какие наши фильмы показывали в Кыргызстане?", "agreement-kz-kg-film-days.festivals"),
    ("Душанбеде қай қазақ кинолары көрсетілген?", "agreement-kz-tj-film-days.festivals"),
    ("Қырғызстанда қандай қазақ фильмдері көрсетілді?", "agreement-kz-kg-film-days.festivals"),
]
TURKMEN = {"film-gurgenc-gozeli", "film-ismim-dusdi", "film-kitap", "film-kamillige-yol-2", "film-senet-daldir", "film-ynsan-syrdasy"}
WHETHER_COMPETING = [
    "Which Turkmen films were screened in Aktau, in competition or not?",
    "Which Turkmen films were screened in Aktau?",
    "Какие туркменские фильмы показали в Актау, и в конкурсе, и вне его?",
    "Ақтауда қандай түрікмен фильмдері көрсетілді, байқауда да, одан тыс та?",
]
OF_ANOTHER_KIND = [
    ("Қырғыз фильмдері қандай бар?", {"film-black-red-yellow", "film-kachkyn", "film-boz-ui"}),
    ("Какие турецкие фильмы были в конкурсе?", {"film-bir-cumhuriyet-sarkisi", "film-raylarin-otesinde", "film-gokturklerin-dirilisi", "film-koca-dunya"}),
    ("Байқаудан тыс қандай қазақ фильмдері көрсетілді?", {"film-kazhymukan", "film-qaitadan"}),
]


@pytest.mark.parametrize(("question", "query"), ON_FILM_DAYS)
def test_the_programme_of_film_days_is_told_whole(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", WHETHER_COMPETING)
def test_all_films_are_listed_whether_they_competed_or_not(knowledge: KnowledgeBase, question: str) -> None:
    assert set(knowledge.ask(Question(question)).records) >= TURKMEN


@pytest.mark.parametrize(("question", "films"), OF_ANOTHER_KIND)
def test_other_lists_are_what_they_were(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == films


@pytest.mark.parametrize("question", ["Was Kazhymukan in competition or not?", "Кажымукан был в конкурсе или нет?", "Қажымұқан байқауда болды ма, жоқ па?"])
def test_whether_a_film_competed_is_still_asked(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records[:1] == ("film-kazhymukan",)


@pytest.mark.parametrize(
    "dushanbe", [("Which Kazakh films did Bishkek get to see?", "and in Dushanbe?"), ("Бішкекте қандай қазақ фильмдері көрсетілді?", "ал Душанбеде ше?")]
)
def test_the_film_days_of_another_city_are_asked_about(knowledge: KnowledgeBase, dushanbe: tuple[str, str]) -> None:
    told = knowledge.ask(Question(dushanbe[0]))
    assert knowledge.ask(Question(dushanbe[1], None, told.in_chat)).query == "agreement-kz-tj-film-days.festivals"
