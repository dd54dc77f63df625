"""What somebody is to a film or a body, told before his name, is not what is asked."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Глава ТЮРКСОЙ Раев из Казахстана?", "person-sultan-raev.country?country-kz"),
        ("Is TURKSOY's head Raev from Kazakhstan?", "person-sultan-raev.country?country-kz"),
        ("ТҮРКСОЙ-дың бас хатшысы Раев қырғызстандық па?", "person-sultan-raev.country?country-kg"),
        ("У кого учился режиссёр «Жоктау» Анартай?", "person-aruan-anartay.education+0"),
        ("Жоқтауды түсірген Аруан Анартай кімдерден дәріс алған?", "person-aruan-anartay.education"),
    ],
)
def test_he_is_asked_about_and_not_his_film_or_body(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Режиссёр Айки Дворцевой?", "Is the director of Ayka Dvortsevoy?"])
def test_the_role_alone_is_what_is_asked(knowledge: KnowledgeBase, question: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith("film-ayka.director")
