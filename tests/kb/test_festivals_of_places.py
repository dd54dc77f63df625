"""Which festival a city has, and whether one was there."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ALMATY = [
    "Which film festival takes place in Almaty?",
    "What festivals are there in Almaty?",
    "Is there a film festival in Almaty?",
    "Какой кинофестиваль проходит в Алматы?",
    "Есть ли в Алматы кинофестиваль?",
    "Алматыда қандай кинофестиваль өтеді?",
    "Алматыда кинофестиваль бар ма?",
]
# The one that travels, another city, and films at it.
OTHERS = [
    "Was the festival in Almaty?",
    "Алматыда фестиваль болды ма?",
    "Какой фестиваль проходит в Пусане?",
    "Which films were shown at the festival in Almaty?",
    "Who won the festival in Almaty?",
]
BY_CITY = [
    ("Бакуде фестиваль болды ма?", "Иә."),
    ("Бурсада фестиваль өтті ме?", "Иә."),
    ("В Баку был фестиваль?", "Да."),
    ("Was there a festival in Bursa?", "Yes."),
]


@pytest.mark.parametrize("question", ALMATY)
def test_the_festival_of_a_city_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-eurasia.city"


@pytest.mark.parametrize("question", OTHERS)
def test_nothing_else_asks_for_it(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query != "festival-eurasia.city"


@pytest.mark.parametrize(("question", "yes"), BY_CITY)
def test_that_a_festival_was_in_its_city_is_confirmed(knowledge: KnowledgeBase, question: str, yes: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(yes)


@pytest.mark.parametrize("question", ["Ақтауда фестиваль бола ма?", "Бакуде фестивальде кім жеңді?"])
def test_what_else_is_asked_of_a_festival_is_not_where_it_was(knowledge: KnowledgeBase, question: str) -> None:
    assert not str(knowledge.ask(Question(question)).query).startswith("festival-edition-2025.city?")
