"""How long a festival lasted, and how often it is held."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

CLAIMED = [
    ("Фестиваль шёл целую неделю?", "festival-edition-2025.dates?=7", "Нет."),
    ("Фестиваль в Баку продолжался четыре дня?", "festival-edition-2023.dates?=4", "Да."),
    ("Фестиваль длился больше месяца?", "festival-edition-2025.dates?>30", "Нет."),
    ("Was the festival a week long?", "festival-edition-2025.dates?=7", "No."),
    ("Did the 2022 festival last five days?", "festival-edition-2022.dates?=5", "Yes."),
    ("Did the festival in Ashgabat last less than a week?", "festival-edition-2024.dates?<7", "Yes."),
    ("Фестиваль екі аптаға созылды ма?", "festival-edition-2025.dates?=14", "Жоқ."),
    ("Фестиваль төрт күнге созылды ма?", "festival-edition-2025.dates?=4", "Иә."),
    # Another source gives 1–5 October.
    ("Did the festival last five days?", "festival-edition-2025.dates?=5", "The"),
]
COUNTED = ["How many days did the festival last?", "Сколько дней длился фестиваль?", "Фестиваль неше күнге созылды?"]
OTHERS = ["Қай күндері Евразия өтті?", "Did the summit last two days?", "Did the Days of Kazakh cinema last a week?", "Был ли фестиваль неделю назад?"]
OFTEN = [
    "How often does Korkyt Ata take place?",
    "Is the festival annual?",
    "Is the festival held every two years?",
    "Как часто проводят фестиваль?",
    "Раз в год проходит?",
    "Фестиваль ежегодный?",
    "Фестиваль қаншалықты жиі өтеді?",
    "Фестиваль жыл сайын өте ме?",
]
NOT_OFTEN = [
    "Қорқыт ата фестивалі қай жылдан бері өтеді?",
    "Как часто проходит Евразия?",
    "Who won the main prize every year?",
    "Кто побеждал каждый год?",
    "Қазақстан фестивальге жыл сайын қатыса ма?",
    "How often did Kazakhstan win?",
]


@pytest.mark.parametrize(("question", "query", "first"), CLAIMED)
def test_the_days_are_told_and_counted(knowledge: KnowledgeBase, question: str, query: str, first: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (str(reply.query), reply.text.split()[0]) == (query, first)


@pytest.mark.parametrize("question", COUNTED)
def test_how_many_days_is_told_by_the_days(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2025.dates"


@pytest.mark.parametrize("question", OTHERS)
def test_nothing_else_is_counted_in_days(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").startswith("festival-edition-2025.dates")


@pytest.mark.parametrize("question", OFTEN)
def test_that_it_is_yearly_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-korkyt-ata.what"


@pytest.mark.parametrize("question", NOT_OFTEN)
def test_what_is_asked_of_each_year_is_not_how_often_it_is(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query != "festival-korkyt-ata.what"
