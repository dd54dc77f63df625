"""Capitals that stand for their states."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("О чём договорились Астана и Тегеран?", "agreement-kz-ir-2025.scope"),
        ("Астана мен Баку не туралы келісті?", "agreement-kz-az-2025.scope"),
        ("Какие сферы охватывает документ по кино, который Баку и Астана заключили в Актау?", "agreement-kz-az-2025.scope"),
    ],
)
def test_what_they_agreed_on_is_told_of_the_states(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


@pytest.mark.parametrize(("question", "told"), [("Где находится Астана?", "place-astana"), ("Когда Баку принимал фестиваль?", "festival-edition-2023")])
def test_a_city_that_is_asked_of_itself_stays_one(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).records == (told,)
