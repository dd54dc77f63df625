"""What asks for all records of a kind is told by a list of all of them."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ALL = [
    ("what films are there?", "list:film:"),
    ("какие у вас есть фильмы", "list:film:"),
    ("барлық фильмдер", "list:film:"),
    ("фильмдер", "list:film:"),
    ("rfrbt tcnm abkmvs", "list:film:"),
    ("list of people", "list:person:"),
    ("какие организации ты знаешь", "list:organisation:"),
    ("қандай жерлер бар", "list:place:"),
    ("which festivals have there been", "list:edition:"),
    ("какие фестивали были", "list:edition:"),
]

OF_A_TYPE = [
    ("документальные фильмы есть?", 11),
    ("any documentaries?", 11),
    ("деректі фильмдер", 11),
    ("все меморандумы", 10),
    ("what memorandums are there?", 10),
]

OTHERS = [
    "horror films?",
    "which films were shown in Tashkent?",
    "сколько фильмов показали в 2025",
    "what films about war are there",
    "who are the people in the jury",
]


@pytest.mark.parametrize(("question", "query"), ALL)
def test_all_of_a_kind(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(("question", "number"), OF_A_TYPE)
def test_all_of_a_type(knowledge: KnowledgeBase, question: str, number: int) -> None:
    assert len(knowledge.ask(Question(question)).records) == number


@pytest.mark.parametrize("question", OTHERS)
def test_what_asks_for_some_is_told_otherwise(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").startswith("list:")


def test_after_another_question_only_what_says_all_asks_for_all(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("which films?", None, "person-aruan-anartay")).query != "list:film:"
    assert knowledge.ask(Question("what people do you know", None, "film-qaitadan")).query == "list:person:"


def test_a_list_says_what_it_lists_in_the_language_of_the_word(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("фильмдер")).text.startswith("Базамнан 55 фильм таптым:")
    assert knowledge.ask(Question("меморандумы")).text.startswith("В моей базе нашлось 10 документов:")
    assert knowledge.ask(Question("short films")).text.startswith("I found 3 films in my database:")


@pytest.mark.parametrize("context", [None, "country-ir.agreements", "country-tr"])
@pytest.mark.parametrize("question", ["How many documents are there in total?", "сколько всего соглашений?", "барлығы қанша келісім бар?"])
def test_how_many_papers_in_total_counts_those_of_all_countries(knowledge: KnowledgeBase, question: str, context: str | None) -> None:
    reply = knowledge.ask(Question(question, None, context))
    assert (reply.kind, (reply.query or reply.long_query or "").count("~") > 10) == ("answer", True)
