"""Questions that offer two answers, guess one, or ask for a number at the end."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Фестиваль «Евразия» — он в Астане или в Алматы?", "festival-eurasia.city"),
        ("Еуразия Астанада ма, Алматыда ма өтеді?", "festival-eurasia.city"),
        ("Саммит по кино в 2022-м был в Анкаре или в Бурсе?", "summit-2022.city"),
        ("Is Uly Dala Tany Kyrgyz or Kazakh?", "film-uly-dala-tany.country"),
        ("Қашқын қырғыз фильмі ме, әлде қазақ фильмі ме?", "film-kachkyn.country"),
        ("Картина Максата Гылыджова сделана в Турции или в Туркменистане?", "film-ismim-dusdi.country"),
        ("Картина Аруана Анартая снята в 2024-м или в 2025-м?", "film-joqtau.year"),
        ("Раев казах или кыргыз?", "person-sultan-raev.country"),
    ],
)
def test_it_is_told_which_of_two(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


@pytest.mark.parametrize("question", ["Which was bigger by number of films, Bursa or Aktau?", "Did more films run in Baku or in Bursa?"])
def test_two_that_are_compared_are_told_side_by_side(knowledge: KnowledgeBase, question: str) -> None:
    assert len(knowledge.ask(Question(question)).records) == 2


def test_who_leads_a_body_is_not_where_somebody_met(knowledge: KnowledgeBase) -> None:
    question = "Түркі әлемінің кино басшылары 2022-де Бурсада жиналды ма әлде Анкарада ма?"
    assert knowledge.ask(Question(question)).query != "org-turksoy.head"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("В каком городе сидит кыргызское киноведомство, в Оше?", "org-kg-cinema.headquarters"),
        ("Кто режиссёр фильма «Қаш», Сатаев?", "film-qash.director"),
    ],
)
def test_a_guess_at_the_end_is_passed_over(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


@pytest.mark.parametrize("question", ["Кто снял «Титаник», Кэмерон?", "Где прошёл фестиваль в Москве, в Кремле?"])
def test_a_guess_about_a_stranger_stays_unknown(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "told"),
    [("films at the Baku edition of Korkut Ata, how many?", "festival-edition-2023.films_count"), ("Члены ТЮРКСОЙ — сколько их?", "org-turksoy.members")],
)
def test_how_many_can_be_asked_at_the_end(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told
