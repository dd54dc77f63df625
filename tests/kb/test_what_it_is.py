"""What something is, asked with what it is taken for."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    "question",
    [
        "is Kinopark a theme park or what",
        "Is TURKSOY a country or an organisation?",
        "ТЮРКСОЙ это страна или что?",
        "ТҮРКСОЙ деген ел ме, ұйым ба?",
    ],
)
def test_what_something_is_is_told_whatever_it_is_taken_for(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and str(reply.query).endswith(".what")


@pytest.mark.parametrize("question", ["Is Raev a father?", "Kinopark это хорошо или плохо?"])
def test_what_somebody_is_besides_is_not(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert not str(reply.query).endswith(".what")
