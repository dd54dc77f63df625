"""The films of a country and those made with it: all of them, and no film that was only shown there."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

UZBEK = {"film-abay-sozi", "film-bahorni-quvib", "film-jadid-marifati", "film-meros", "film-pamir", "film-shamsiqamar", "film-vali-gafurov"}
LISTED = [
    ("what movies does the base have from Uzbekistan", UZBEK),
    ("какие фильмы есть из Узбекистана", UZBEK),
    ("Өзбекстаннан қандай фильмдер бар", UZBEK),
    ("which films were shot with the French", {"film-becoming", "film-yellow-cat"}),
    ("какие фильмы сняты вместе с Францией", {"film-becoming", "film-yellow-cat"}),
    ("Франциямен бірге қай фильмдер түсірілді", {"film-becoming", "film-yellow-cat"}),
    ("какие фильмы сняты в копродукции с Грузией", {"film-brighton-4th", "film-corn-island"}),
    ("өзбекпен бірге қандай кино түсірдік", {"film-abay-sozi", "film-meros", "film-pamir"}),
    ("таймен қандай кино түсірілген", {"film-sea-dogs"}),
    ("какое кино сняли с Грузией", {"film-brighton-4th", "film-corn-island"}),
    ("what films have we made with Georgia", {"film-brighton-4th", "film-corn-island"}),
    ("сколько фильмов у нас с Узбекистаном", {"film-abay-sozi", "film-meros", "film-pamir"}),
    ("how many films won prizes for Kyrgyzstan", {"film-black-red-yellow", "film-boz-ui", "film-kachkyn"}),
    ("қырғыздың қай фильмдері жүлде алды", {"film-black-red-yellow", "film-boz-ui", "film-kachkyn"}),
    ("какие казахстанские картины номинировали от нас на Оскар", {"film-bauryna-salu", "film-cadet", "film-yellow-cat"}),
    ("какие короткометражки есть из Турции", {"film-babamin-arkadasi", "film-bir-ahiska-hikayesi"}),
]


@pytest.mark.parametrize(("question", "films"), LISTED)
def test_all_films_are_listed(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and set(reply.records) == films


@pytest.mark.parametrize("question", ["какие фильмы сделаны вместе с Таиландом", "Тайландпен бірге қай фильм түсірілді", "which film was made with Thailand"])
def test_a_film_shown_there_is_none_of_them(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and reply.records[0] == "film-sea-dogs"


def test_one_prize_is_another_question(knowledge: KnowledgeBase) -> None:
    assert "film-shamsiqamar" not in knowledge.ask(Question("which Uzbek film won best film")).records
    assert knowledge.ask(Question("which Kazakh films won Oscars")).kind != "answer"


def test_where_films_were_shot_is_another_question(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("which films were shot in Latvia")).records[0] == "film-amre"


@pytest.mark.parametrize("question", ["which kazakh films went for the oscars", "какие казахские фильмы двигали на оскар"])
def test_films_that_one_fact_tells_alike_are_listed_and_not_asked_back(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and {"film-yellow-cat", "film-bauryna-salu"} <= set(reply.records)


JOINT = [
    ("Франциямен бірлескен фильмдер бар ма", {"film-becoming", "film-yellow-cat"}),
    ("есть ли совместные фильмы с Узбекистаном", {"film-abay-sozi", "film-meros", "film-pamir"}),
    ("are there any joint films with Georgia", {"film-brighton-4th", "film-corn-island"}),
    ("is there a joint film with Türkiye", {"film-kazakh-business-turkey"}),
]


@pytest.mark.parametrize(("question", "films"), JOINT)
def test_films_made_with_a_country_are_told(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and set(reply.records) == films


@pytest.mark.parametrize(
    "question", ["Мажарстанмен бірлескен фильм бар ма", "есть ли совместные фильмы с Кыргызстаном", "is there a joint film with Azerbaijan"]
)
def test_films_of_a_country_alone_are_none_that_were_made_with_it(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    "question", ["who directed the joint film with Thailand", "кто режиссёр совместного фильма с Таиландом", "Таиландпен бірлескен фильмнің режиссері кім"]
)
def test_what_is_asked_of_a_joint_film_is_told_of_no_other(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("film-sea-dogs",)


def test_a_paper_on_joint_films_is_another_question(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("есть ли соглашение о совместных фильмах с Францией")).records[0] == "country-fr"


SENT = {"film-bauryna-salu", "film-black-red-yellow", "film-cadet", "film-tagiyev-neft", "film-yellow-cat"}


@pytest.mark.parametrize("question", ["какие фильмы номинировались на Оскар", "Оскарға қай фильмдер жіберілген", "which films were submitted for the Oscars"])
def test_all_films_that_were_sent_to_the_oscars_are_listed(knowledge: KnowledgeBase, question: str) -> None:
    assert set(knowledge.ask(Question(question)).records) == SENT


@pytest.mark.parametrize("question", ["какие фильмы получили Оскар", "which films won an Oscar"])
def test_films_that_were_sent_won_no_oscar(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
