"""All who have led a body."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("who has led TURKSOY over the years?", ("Raev", "Kaseinov")),
        ("все руководители киноведомства Кыргызстана", ("Толобеков", "Адамалиев", "Бекболотов")),
        ("Қырғыз кино департаментін кімдер басқарды?", ("Толобеков", "Адамалиев", "Бекболотов")),
    ],
)
def test_all_heads_are_told(knowledge: KnowledgeBase, question: str, named: tuple[str, ...]) -> None:
    text = knowledge.ask(Question(question)).text
    assert all(name in text for name in named)


def test_a_head_alone_is_told_alone(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Who heads TURKSOY?")).query == "org-turksoy.head"


@pytest.mark.parametrize("question", ["the Iran paper vs the Georgia paper: where was each signed?", "меморандумы с Ираном и Грузией — где подписан каждый?"])
def test_of_two_papers_it_is_told_where_each_was_signed(knowledge: KnowledgeBase, question: str) -> None:
    text = knowledge.ask(Question(question)).text
    assert ("Astana" in text and "Cannes" in text) or ("Астане" in text and "Каннах" in text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ТҮРКСОЙ министрлерінің Ақтаудағы отырысына кім төрағалық етті?", "agreement-turksoy-42.participants"),
        ("ТҮРКСОЙ-ды кім басқарады?", "org-turksoy.head"),
    ],
)
def test_who_chaired_a_meeting_is_not_who_heads_the_body(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


def test_the_head_of_a_department_is_not_that_of_the_region(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("Маңғыстау облыстық мәдениет басқармасын 2025 жылы кім басқарды?"))
    assert "Нұртас Сәли" in reply.text
