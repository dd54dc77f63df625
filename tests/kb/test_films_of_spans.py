"""Films before, after or since a year, and the first and last of all."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

OF_2025 = {"film-becoming", "film-black-red-yellow", "film-qaitadan", "film-we-live-here"}

TOLD = [
    ("Which films came out after 2024?", OF_2025),
    ("Какие фильмы вышли позже 2024 года?", OF_2025),
    ("2024 жылдан кейін шыққан фильмдер", OF_2025),
    ("films since 2025", OF_2025),
    ("Сколько фильмов вышло после 2024 года?", OF_2025),
    ("Какие фильмы сняты до 2010 года?", {"film-tulpan"}),
    ("2010 жылға дейін түсірілген қандай фильмдер бар?", {"film-tulpan"}),
    ("Georgian films made before 2015", {"film-corn-island"}),
    ("Какой фильм вышел раньше всех?", {"film-tulpan"}),
    ("Қай құжатқа бәрінен бұрын қол қойылды?", {"agreement-kz-fr-1992"}),
    ("Какой документ подписан раньше всех остальных?", {"agreement-kz-fr-1992"}),
]


@pytest.mark.parametrize(("question", "films"), TOLD)
def test_films_of_a_span_of_years_are_told(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == films


@pytest.mark.parametrize("question", ["Which films were released before 1990?", "Какие фильмы вышли раньше 2000 года?", "1990 жылға дейін шыққан фильмдер"])
def test_where_no_film_is_of_that_time_this_is_said(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_the_year_itself_is_no_year_before_it(knowledge: KnowledgeBase) -> None:
    before = knowledge.ask(Question("Какие фильмы вышли раньше 2020 года?")).records
    until = knowledge.ask(Question("Какие фильмы вышли с 2020 года?")).records
    assert "film-yellow-cat" in until and "film-yellow-cat" not in before and before
