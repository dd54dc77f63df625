"""What somebody was before is no matter of who held his post before him."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize("question", ["What was Satybaldy before?", "Кем раньше работал Азамат Сатыбалды?", "Азамат Сатыбалды бұрын кім болған?"])
def test_the_post_that_somebody_has_left_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "person-azamat-satybaldy.post"


@pytest.mark.parametrize("question", ["What was Raev before?", "Кем раньше был Раев?", "Раев бұрын кім болған?", "What was Yeslyamova before?"])
def test_what_somebody_was_before_is_not_known(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who was before Omarov?", "person-aidar-omarov.predecessor"),
        ("Раевқа дейін кім болды?", "person-sultan-raev.predecessor"),
        ("Раевтан бұрын кім басқарған?", "person-sultan-raev.predecessor"),
        ("Кто раньше возглавлял «Казахфильм»?", "org-kazakhfilm.predecessor"),
    ],
)
def test_who_was_before_somebody_is_another_one(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
