"""The capital of a country is no cultural capital, and no city where a festival was."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

TOLD = [
    ("столица Туркменистана", "place-ashgabat"),
    ("which city is the capital of Kazakhstan", "place-astana"),
    ("Қазақстанның астанасы қай қала", "place-astana"),
    ("столица Кыргызстана", "place-bishkek"),
    ("capital of France", "place-paris"),
    ("культурная столица Узбекистана", "event-capital-2026"),
]
NOT_TOLD = [
    "столица Узбекистана",
    "какая столица у Азербайджана",
    "what is the capital of Türkiye",
    "capital of Uzbekistan",
    "Өзбекстанның астанасы қай қала",
    "Әзербайжанның астанасы қайда",
    "Венгрияның астанасы қай қала",
]


@pytest.mark.parametrize(("question", "city"), TOLD)
def test_the_capital_is_told(knowledge: KnowledgeBase, question: str, city: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and reply.records[0] == city


@pytest.mark.parametrize("question", NOT_TOLD)
def test_another_city_of_the_country_is_not(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
