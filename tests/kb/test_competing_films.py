"""What was in the competition of a festival, and not what was only shown there."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ALL = [
    "Какие картины участвовали в конкурсе?",
    "Какие ленты вошли в конкурс?",
    "Кто боролся за призы фестиваля?",
    "What was in competition?",
    "Which movies competed for the main prize?",
    "Which films were in the competition of the 2025 festival?",
    "Байқауға не қатысты?",
    "Байқауда қандай фильмдер болды?",
    "Қай фильмдер бас жүлдеге таласты?",
]
OF_A_COUNTRY = [
    ("Были ли турецкие фильмы в конкурсе?", 4, "film-kitap"),
    ("Were Turkmen films in the competition?", 4, "film-gurgenc-gozeli"),
    ("Байқауда қазақ фильмдері болды ма?", 4, "film-kazhymukan"),
]
COUNTRIES = ["Какие страны были в конкурсе?", "Which countries were in the competition?", "Қай елдер байқауға қатысты?", "Сколько стран было в конкурсе?"]
UNTOLD = ["Какие фильмы были в конкурсе в 2021 году?", "Which films competed in Bursa?", "2023 жылы байқауда қандай фильмдер болды?"]
# What is not so, other festivals and contests, and who judged or won.
OTHERS = [
    "Какие фильмы не были в конкурсе?",
    "Қандай фильмдер байқаудан тыс көрсетілді?",
    "Which films were in the competition in Locarno?",
    "Какие фильмы участвовали в конкурсе Евразии?",
    "Какие фильмы участвовали в конкурсе киноцентра?",
    "Кто победил в конкурсе?",
    "Кто был в жюри конкурса?",
    "What is the competition?",
    "Was Kazhymukan in the competition?",
]


@pytest.mark.parametrize("question", ALL)
def test_those_of_the_newest_festival_are_told(knowledge: KnowledgeBase, question: str) -> None:
    records = knowledge.ask(Question(question)).records
    assert len(records) == 12 and "film-joqtau" in records and "film-gurgenc-gozeli" not in records


@pytest.mark.parametrize(("question", "number", "other"), OF_A_COUNTRY)
def test_those_of_a_country_are_told(knowledge: KnowledgeBase, question: str, number: int, other: str) -> None:
    records = knowledge.ask(Question(question)).records
    assert len(records) == number and other not in records


@pytest.mark.parametrize("question", [*COUNTRIES, "Were Hungarian films in the competition?"])
def test_the_programme_tells_the_countries(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "programme-2025.competition"


@pytest.mark.parametrize("question", UNTOLD)
def test_that_it_is_not_known_is_said_of_another_festival(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown" and str(reply.query).endswith(".competition")


@pytest.mark.parametrize("question", OTHERS)
def test_nothing_else_asks_for_them(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.explain(Question(question)).decision.why != "the films of the competition"


WON = [
    ("Which films of the competition won prizes?", "festival-edition-2025.awards"),
    ("Какие фильмы конкурса получили призы?", "festival-edition-2025.awards"),
    ("Байқауда қандай фильмдер жүлде алды?", "festival-edition-2025.awards"),
    ("Which film won the competition?", "festival-edition-2025.best_film"),
]


@pytest.mark.parametrize(("question", "query"), WON)
def test_what_won_is_told_by_the_prizes(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
