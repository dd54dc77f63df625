"""What is asked of papers where no word tells which."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

WHEN, WHERE, WHO = "summit-2025.0", "place-aktau.agreements", "festival-edition-2025.result"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("When was the agreement signed?", WHEN),
        ("when did Kazakhstan sign the deal", WHEN),
        ("Когда был подписан меморандум?", WHEN),
        ("когда заключили договоры", WHEN),
        ("Құжаттарға қашан қол қойылды?", WHEN),
        ("Келісім қашан жасалды?", WHEN),
        ("Where was the memorandum signed?", WHERE),
        ("Где подписывали документы?", WHERE),
        ("Меморандумға қайда қол қойылды?", WHERE),
        ("Who signed the documents?", WHO),
        ("Кто подписал соглашение?", WHO),
        ("Келісімге кім қол қойды?", WHO),
        ("С кем заключили меморандум?", WHO),
    ],
)
def test_papers_that_nothing_tells_apart_are_those_of_the_newest_festival(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["What does the memorandum say?", "О чём меморандум?", "Меморандумда не айтылған?"])
def test_what_they_are_about_is_told_of_each(knowledge: KnowledgeBase, question: str) -> None:
    assert set(knowledge.ask(Question(question)).records) == {f"agreement-kz-{country}-2025" for country in ("az", "kg", "tm", "tr", "uz")}


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Когда подписали протокол?", "agreement-turkic-protocol-2025.signed_on"),
        ("Where was the protocol signed?", "agreement-turkic-protocol-2025.signed_at"),
        ("Хаттама не туралы?", "agreement-turkic-protocol-2025.scope"),
        ("Декларация қашан қабылданды?", "agreement-turksoy-42.signed_on"),
    ],
)
def test_the_only_paper_of_its_type_is_meant_by_that(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    "question",
    [
        "When was the first memorandum signed?",
        "Когда подписали последний меморандум?",
        "Когда подписали меморандум с Ираном?",
        "When was the memorandum with Mexico signed?",
        "Where was the agreement with the CNC signed?",
        "Was the memorandum signed?",
        "2024 жылғы меморандумға қашан қол қойылды?",
    ],
)
def test_a_paper_that_is_told_apart_is_another_one(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query not in (WHEN, WHERE, WHO)


@pytest.mark.parametrize(
    ("card", "question"),
    [("Memorandum with Georgia", "When was the memorandum signed?"), ("меморандум с Грузией", "когда подписали документ?")],
)
def test_after_one_paper_that_one_is_meant(knowledge: KnowledgeBase, card: str, question: str) -> None:
    told = knowledge.ask(Question(card)).in_chat
    assert knowledge.ask(Question(question, context=told)).query == "agreement-kz-ge-2024.signed_on"


@pytest.mark.parametrize(
    "question",
    ["БАӘ-мен келісім қашан жасалды?", "When was the memorandum with the EU signed?", "Где подписали меморандум с ЕС?"],
)
def test_an_abbreviation_that_names_nothing_is_a_stranger(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["When will the agreement be signed?", "Когда подпишут меморандум?", "Келісімге қашан қол қойылады?"])
def test_no_paper_is_told_that_is_yet_to_come(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
