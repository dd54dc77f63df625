"""What is asked of a film in words that ask for something else elsewhere."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # The first showing is the premiere, and not all festivals where it was.
        ("at which festival was Gingerbread for Her Dad first shown", "film-gingerbread.premiere"),
        ("на каком фестивале впервые показали Качкын?", "film-kachkyn.premiere"),
        ("Бауырына салу ең алғаш қай фестивальде көрсетілді?", "film-bauryna-salu.premiere"),
        # Countries are counted, and no producers.
        ("how many countries produced Belke de?", "film-belke-de.country"),
        ("сколько стран снимали «Каш»?", "film-qash.country"),
        ("Қара. Қызыл. Сары неше елдің ортақ туындысы?", "film-black-red-yellow.country"),
        # What somebody did for films that are by others.
        ("movies by Aibek Azimbek", "person-aibek-azimbek.works"),
        # «Got» is a part of a phrase.
        ("got anything on the movie Kazhymukan?", "film-kazhymukan"),
    ],
)
def test_words_that_ask_for_something_else_elsewhere(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question", ["which award did Qaitadan win in Aktau?", "какой приз получил Кайтадан на Коркыт Ата?", "Қайтадан Ақтауда қандай жүлде алды?"]
)
def test_a_prize_from_elsewhere_is_none_of_the_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("what did Joqtau win in Aktau?", "film-joqtau.awards"),
        ("who made Yellow Cat and where did it premiere?", "film-yellow-cat.director+premiere"),
        ("Koca Dünya, which lady made that documentary?", "film-koca-dunya.director"),
    ],
)
def test_a_prize_of_the_festival_and_two_things_of_a_film(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Какой бюджет у фильма Актана Арым Кубата?", "what was the budget of Duman Yerkimbek's film?"])
def test_a_sum_that_is_not_known_is_not_told_by_what_somebody_made(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown"
    assert str(reply.query).endswith(".budget")


@pytest.mark.parametrize(
    "question",
    [
        "How many times over did Qaitadan bring back the state money?",
        "How many times did Qaitadan pay back the state's money?",
        "Во сколько раз «Кайтадан» вернул деньги?",
        "«Қайтадан» салынған ақшаны қанша есе қайтарды?",
    ],
)
def test_how_many_times_over_a_film_paid_back_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-qaitadan.4"


@pytest.mark.parametrize("question", ["How many times was Qaitadan shown in Tashkent?", "Во сколько раз окупился «Қаш»?", "«Қаш» ақшаны неше есе қайтарды?"])
def test_no_other_multiple_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
