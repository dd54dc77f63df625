"""The film that opened a festival, however it is asked for."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

OPENED = [
    "What was the opening movie in Aktau?",
    "What was the first picture shown in Aktau?",
    "Which movie opened the Aktau festival?",
    "Which film was screened first at the Aktau festival?",
    "Which movie opened the festival in Kazakhstan?",
    "Which Kazakh film opened the festival in Aktau?",
    "Какая картина открыла фестиваль в Казахстане?",
    "Какую картину показали первой в Актау?",
    "Ақтауда бірінші болып қай фильм көрсетілді?",
    "Қазақстандағы фестивальді қай фильм ашты?",
]
OTHERS = [
    "What was the closing film in Aktau?",
    "Which film opened the Busan festival?",
    "Каким фильмом закрылся фестиваль в Актау?",
    "Who directed the opening film in Aktau?",
]
BEGINNINGS = [
    ("At what time was the red carpet on the opening day in Aktau?", "17:00"),
    ("Во сколько начинался фестиваль в Актау?", "17:00"),
    ("В котором часу была красная дорожка?", "17:00"),
    ("Ашхабадтағы ашылуда кім сөйледі?", "Сердар"),
    ("When did Aktau's year as cultural capital open?", "5 April"),
    ("Актаудағы мәдени астана жылы қашан ашылды?", "5 сәуір"),
]


@pytest.mark.parametrize("question", OPENED)
def test_the_opening_tells_it(knowledge: KnowledgeBase, question: str) -> None:
    assert str(knowledge.ask(Question(question)).query) == "festival-edition-2025.opening"


@pytest.mark.parametrize("question", OTHERS)
def test_nothing_else_is_told_by_the_opening(knowledge: KnowledgeBase, question: str) -> None:
    assert not str(knowledge.ask(Question(question)).query).endswith(".opening")


@pytest.mark.parametrize(("question", "told"), BEGINNINGS)
def test_an_opening_is_that_of_the_festival_where_no_capital_is_spoken_of(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert told in knowledge.ask(Question(question)).text
