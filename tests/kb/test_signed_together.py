"""Papers that were signed together: when, and with whom."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

TOGETHER = "summit-2025.0"
COUNTRIES = {"country-az", "country-kg", "country-tm", "country-tr", "country-uz"}


@pytest.mark.parametrize(
    "question",
    [
        "When exactly were the memorandums signed?",
        "when did they sign all five memorandums",
        "Когда были подписаны меморандумы в Актау?",
        "в какой день подписали 5 меморандумов?",
        "когда подписаны меморандумы с тюркскими странами",
        "Ақтаудағы бес меморандумға қашан қол қойылды?",
        "Түркі елдерімен келісімдерге қашан қол қойылды?",
    ],
)
def test_the_day_of_several_papers_is_told_of_all(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == TOGETHER


@pytest.mark.parametrize(
    "question",
    [
        "Когда подписали меморандумы с Францией?",
        "When was the memorandum with Georgia signed?",
        "Когда подписали меморандумы в Каннах?",
        "When was the festival?",
    ],
)
def test_other_papers_are_not_those_that_were_signed_together(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query != TOGETHER


def test_as_many_as_no_festival_counts_are_not_known(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("When were the six memorandums signed?")).kind == "unknown"


@pytest.mark.parametrize(
    ("counted", "when", "with_whom"),
    [
        ("How many memorandums were signed in Aktau?", "And when?", "With which countries?"),
        ("Сколько меморандумов подписали в Актау?", "Когда?", "С кем?"),
        ("Ақтауда неше меморандумға қол қойылды?", "Қай күні қол қойылды?", "Қай елдермен?"),
    ],
)
def test_the_chat_goes_on_with_the_papers_that_were_counted(knowledge: KnowledgeBase, counted: str, when: str, with_whom: str) -> None:
    told = knowledge.ask(Question(counted)).in_chat
    assert knowledge.ask(Question(when, context=told)).query == TOGETHER
    assert set(knowledge.ask(Question(with_whom, context=told)).records) == COUNTRIES
    then = knowledge.ask(Question(when, context=told)).in_chat
    assert set(knowledge.ask(Question(with_whom, context=then)).records) == COUNTRIES


@pytest.mark.parametrize(
    ("counted", "where", "with_whom", "who"),
    [
        ("How many memorandums were signed in Aktau?", "Where?", "With which countries?", "Who signed them?"),
        ("Сколько меморандумов подписали в Актау?", "А где?", "С кем?", "Кто их подписал?"),
        ("Ақтауда қанша меморандумға қол қойылды?", "Қай жерде?", "Қай елдермен?", "Оларға кім қол қойды?"),
    ],
)
def test_the_chat_goes_on_from_where_they_were_signed(knowledge: KnowledgeBase, counted: str, where: str, with_whom: str, who: str) -> None:
    told = knowledge.ask(Question(counted)).in_chat
    there = knowledge.ask(Question(where, context=told))
    assert there.query == "place-aktau.agreements"
    countries = knowledge.ask(Question(with_whom, context=there.in_chat))
    assert set(countries.records) == COUNTRIES
    assert knowledge.ask(Question(who, context=countries.in_chat)).query == "festival-edition-2025.result"


@pytest.mark.parametrize(
    "question",
    [
        "Which film bodies signed the memorandums in Aktau?",
        "какие киноведомства подписали меморандумы в Актау?",
        "Ақтауда бес елдің қай кино мекемелері меморандум жасасты?",
    ],
)
def test_the_bodies_that_signed_are_told_paper_by_paper(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query or "").endswith(".parties") and len(reply.records) == 5


@pytest.mark.parametrize(
    "question",
    [
        "Which Kazakh body signed the memorandums in Aktau?",
        "какая организация подписала меморандумы в Актау с казахстанской стороны?",
        "Ақтаудағы меморандумдарды біздің тараптан қай мекеме жасасты?",
    ],
)
def test_the_body_of_our_side_is_told_by_what_counts_the_papers(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2025.result"
