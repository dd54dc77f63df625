"""What a body has to do with film here."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    "question",
    [
        "Red Sea Film Fund каким боком к казахстанскому кино?",
        "what does the Red Sea Fund have to do with Kazakh cinema?",
        "Red Sea қорының қазақ киносына қандай қатысы бар?",
    ],
)
def test_a_body_is_told_by_what_it_is(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-red-sea-fund.what"


def test_of_the_festival_its_part_in_it_is_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("What does TİKA have to do with the festival?")).query == "org-tika.festival_role"


def test_of_what_a_body_has_its_own_words_for_they_are_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("ОТГ каким боком к кино?")).query == "org-ots.0"


@pytest.mark.parametrize(
    "question", ["ТИКА — что это такое и какое отношение имеет к фестивалю?", "what does TIKA stand for and what's it got to do with the festival?"]
)
def test_what_a_body_is_can_be_asked_besides(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-tika.what+festival_role"


@pytest.mark.parametrize(
    "question",
    [
        "ОТГ — что это? и при чём тут кино",
        "what is the OTS and how is film involved?",
        "ТМҰ деген не және киноға қатысы қандай?",
    ],
)
def test_of_a_body_that_has_no_part_in_the_festival_what_it_decided_is_told_besides(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-ots.what+result"


def test_a_body_is_told_at_a_glance_where_nothing_tells_its_part(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("What is the CNC and what does it have to do with Kazakh films?"))
    assert reply.query == "org-cnc" and "Kazakhstan" in reply.text
