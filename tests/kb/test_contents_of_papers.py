"""Whether a paper covers something that is claimed."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "paper"),
    [
        ("Әзербайжанмен жасалған меморандумға мультфильм де кіре ме?", "agreement-kz-az-2025"),
        ("Өзбекстанмен меморандум кинотуризмді қамти ма?", "agreement-kz-uz-2025"),
        ("Входит ли в меморандум с Туркменистаном анимация?", "agreement-kz-tm-2025"),
        ("Включает ли меморандум с Турцией кинотуризм?", "agreement-kz-tr-2025"),
        ("Does the memorandum with Uzbekistan cover film tourism?", "agreement-kz-uz-2025"),
        ("Is dubbing part of the memorandum with Azerbaijan?", "agreement-kz-az-2025"),
        ("Does the CNC agreement cover dubbing?", "agreement-kz-fr-2024"),
        ("Does the memorandum with Uzbekistan include the training of young filmmakers?", "agreement-kz-uz-2021"),
    ],
)
def test_what_it_covers_answers_whatever_is_claimed(knowledge: KnowledgeBase, question: str, paper: str) -> None:
    assert knowledge.ask(Question(question)).query == f"{paper}.scope"


@pytest.mark.parametrize(
    "question",
    [
        "Does the memorandum with Japan include animation?",
        "Входит ли Узбекистан в ТЮРКСОЙ?",
        "Мажарстан ТҮРКСОЙ-ға кіре ме?",
        "Was Cadet included in the programme?",
    ],
)
def test_nothing_else_that_includes_is_a_paper(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").endswith(".scope")
