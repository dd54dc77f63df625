"""What a country won at any of the festivals, and not only at the newest one."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "edition", "verdict"),
    [
        ("Получал ли Азербайджан главный приз фестиваля?", "festival-edition-2021", "Да."),
        ("Has Türkiye ever won the Grand Prize?", "festival-edition-2023", "Yes."),
        ("Түрікменстан бас жүлде алған ба?", "festival-edition-2024", "Иә."),
        ("Получал ли Азербайджан приз за лучшую режиссуру?", "festival-edition-2022", "Да."),
        ("Did Kyrgyzstan win the main prize?", "festival-edition-2025", "Yes."),
        ("Получил ли Казахстан главный приз?", "festival-edition-2025", "Нет."),
    ],
)
def test_a_claim_is_told_by_the_festival_where_it_is_so(knowledge: KnowledgeBase, question: str, edition: str, verdict: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records == (edition,) and reply.text.startswith(verdict)


@pytest.mark.parametrize(
    "question", ["Has an Uzbek film ever won the main prize?", "Какой узбекский фильм победил на фестивале?", "Өзбекстан бас жүлде алған ба?"]
)
def test_what_was_won_twice_is_told_twice(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("festival-edition-2022", "festival-edition-2024")


@pytest.mark.parametrize(
    "question", ["Which countries have won the main prize?", "Какие страны получали главный приз фестиваля?", "Қай елдер бас жүлдені алды?"]
)
def test_the_countries_that_won_are_told_of_each_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert len(knowledge.ask(Question(question)).records) == 5


@pytest.mark.parametrize("question", ["Did an Uzbek film win the main prize in 2023?", "Кыргызский фильм получил главный приз в Актау?"])
def test_of_one_festival_only_that_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert len(knowledge.ask(Question(question)).records) == 1


def test_the_first_letters_of_an_english_word_are_no_month_in_russian(knowledge: KnowledgeBase) -> None:
    asked = {mention.what for mention in knowledge.explain(Question("Who won the main prize?")).found}
    assert "month" not in asked
