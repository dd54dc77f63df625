"""The countries of the festival: which, how many, and whether one is among them."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ALL = [
    "which countries came to the festival?",
    "how many countries are at the festival",
    "какие страны приехали на фестиваль",
    "сколько стран на фестивале",
    "фестивальге қай елдер келді",
    "фестивальге неше мемлекет қатысты",
]
NOT_THERE = [
    "is China in the festival?",
    "does Belarus take part in the festival?",
    "участвует ли Китай в фестивале?",
    "Беларусь участвовала в фестивале?",
    "Қытай фестивальге қатыса ма?",
    "Беларусь фестивальге келді ме?",
]
THERE = ["is Azerbaijan in the festival?", "участвует ли Азербайджан в фестивале?", "Әзербайжан фестивальге қатыса ма?"]
HELD = ["was the festival in Turkey?", "был ли фестиваль в Турции?", "фестиваль Түркияда болды ма?"]


@pytest.mark.parametrize("question", ALL)
def test_the_countries_of_the_newest_festival_are_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2025.country"


@pytest.mark.parametrize("question", NOT_THERE)
def test_no_is_said_of_a_country_that_takes_no_part(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records == ("festival-edition-2025",)
    assert reply.text.startswith(("No.", "Нет.", "Жоқ."))


@pytest.mark.parametrize("question", THERE)
def test_yes_is_said_of_one_that_does(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(("Yes.", "Да.", "Иә."))


@pytest.mark.parametrize("question", HELD)
def test_where_the_festival_was_is_not_who_took_part(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-korkyt-ata.city?country-tr"


OF_2024 = ["which countries were at the 2024 festival?", "какие страны были на фестивале 2024?", "2024 жылғы фестивальде қандай елдер болды?"]


@pytest.mark.parametrize("question", OF_2024)
def test_that_they_are_not_known_is_said_of_that_year(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("unknown", ("festival-edition-2024",))
