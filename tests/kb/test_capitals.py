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


@pytest.mark.parametrize(
    ("question", "query", "verdict"),
    [
        ("Is Astana the capital of Kazakhstan?", "place-astana.what?country-kz", "Yes."),
        ("Is Astana still the capital of Kazakhstan?", "place-astana.what?country-kz", "Yes."),
        ("Бишкек — столица Кыргызстана?", "place-bishkek.what?country-kg", "Да."),
        ("Астана Қазақстанның астанасы ма?", "place-astana.what?country-kz", "Иә."),
        ("Is Almaty the capital of Kazakhstan?", "place-astana.what?place-almaty", "No."),
        ("Является ли Актау столицей Казахстана?", "place-astana.what?place-aktau", "Нет."),
        ("Ташкент Қазақстанның астанасы ма?", "place-astana.what?place-tashkent", "Жоқ."),
        ("Is Andijan the capital of Hungary?", "place-andijan.what?country-hu", "No."),
        ("Is Andijan a Kazakh city?", "place-andijan.what?country-kz", "No."),
        ("Шуша — турецкий город?", "place-shusha.what?country-tr", "Нет."),
        ("Бішкек қырғыз қаласы ма?", "place-bishkek.what?country-kg", "Иә."),
    ],
)
def test_a_claimed_capital_or_country_of_a_city_is_judged(knowledge: KnowledgeBase, question: str, query: str, verdict: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.query == query and reply.text.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        "Was Almaty the capital of Kazakhstan?",
        "Was Aktau the cultural capital of the Turkic world?",
        "Шуша — столица Азербайджана?",
        "Is Tashkent the capital of Uzbekistan?",
    ],
)
def test_of_another_time_or_honour_nothing_is_judged(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert "place-astana" not in reply.records and not reply.text.startswith(("Yes.", "No.", "Да.", "Нет."))
