"""Ordinals of two words are read as figures."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question
from kb.understand.reading.ordinals import in_figures


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("қырық екінші отырысы", "42-ші отырысы"),
        ("сорок вторая сессия", "42-я сессия"),
        ("на двадцать пятом фестивале", "на 25-м фестивале"),
        ("the forty-second meeting", "the 42nd meeting"),
        ("на двадцать третьем, а не двадцать третью", "на 23-м, а не 23-ю"),
        ("қырық екіншісінде", "42-ші"),
        ("сорок два фильма", "сорок два фильма"),
        ("двадцать пять фильмов", "двадцать пять фильмов"),
        ("сорок шести стран", "сорок шести стран"),
        ("двадцать первоклассных", "двадцать первоклассных"),
        ("forty seconds", "forty seconds"),
        ("forty ſecond thİrty first", "forty ſecond thİrty first"),
    ],
)
def test_they_are_written_as_names_have_them(said: str, figures: str) -> None:
    assert in_figures(said) == figures


@pytest.mark.parametrize("question", ["сорок вторая сессия ТЮРКСОЙ где была", "Where was the forty-second TURKSOY meeting held?"])
def test_what_has_such_a_number_is_found(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-turksoy-42.signed_at"


@pytest.mark.parametrize("question", ["when was the forty-third meeting of TURKSOY?", "сорок третье заседание ТЮРКСОЙ когда было"])
def test_another_number_is_not_in_the_base(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
