"""Capitals that stand for their states."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("О чём договорились Астана и Тегеран?", "agreement-kz-ir-2025.scope"),
        ("Did Astana and Baku sign a paper on cinema?", "country-az.agreements"),
        ("Есть ли у Астаны и Москвы договор?", "country-ru.agreements"),
        ("Астана мен Париж арасында келісім бар ма?", "country-fr.agreements"),
        ("Do Astana and Ankara have an agreement on film?", "country-tr.agreements"),
        ("Астана мен Баку не туралы келісті?", "agreement-kz-az-2025.scope"),
        ("Какие сферы охватывает документ по кино, который Баку и Астана заключили в Актау?", "agreement-kz-az-2025.scope"),
    ],
)
def test_what_they_agreed_on_is_told_of_the_states(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


def test_no_capital_is_a_place_either_after_another_question(knowledge: KnowledgeBase) -> None:
    before = knowledge.ask(Question("Кто режиссёр «Кайтадана»?"))
    assert knowledge.ask(Question("Договорились ли Астана и Тбилиси о кино?", context=before.in_chat)).query == "country-ge.agreements"


def test_a_claim_of_where_a_paper_was_signed_is_of_the_place(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("Was the memorandum with Azerbaijan signed in Baku?"))
    assert reply.records == ("agreement-kz-az-2025",) and reply.text.startswith("No.")


@pytest.mark.parametrize(("question", "told"), [("Где находится Астана?", "place-astana"), ("Когда Баку принимал фестиваль?", "festival-edition-2023")])
def test_a_city_that_is_asked_of_itself_stays_one(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).records == (told,)
