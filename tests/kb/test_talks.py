"""Talks between countries: what came of them, who was there for each side, and who gave the task that came of a summit."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

OUTCOMES = [
    ("What came of the Chinese culture talks early in 2024?", "agreement-kz-cn-2024-talks.result"),
    ("What did the Beijing talks lead to?", "agreement-kz-cn-2024-talks.result"),
    ("Where were the talks with China?", "agreement-kz-cn-2024-talks.signed_at"),
    ("Қытаймен келіссөз қашан өтті?", "agreement-kz-cn-2024-talks.dates"),
    ("Қытай келіссөзі қай жерде болды?", "agreement-kz-cn-2024-talks.signed_at"),
    ("What did the second agreement with the CNC add to the first?", "agreement-kz-fr-2024.scope"),
    ("Что добавил второй документ с CNC?", "agreement-kz-fr-2024.scope"),
    ("CNC-мен екінші құжат біріншісіне не қосты?", "agreement-kz-fr-2024.scope"),
    ("When was the second document with the CNC signed?", "agreement-kz-fr-2024.signed_on"),
]


@pytest.mark.parametrize(("question", "query"), OUTCOMES)
def test_what_is_asked_of_talks_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith(query)


@pytest.mark.parametrize(
    "question", ["What came of the meeting with Thailand's culture minister?", "О чём говорили с тайским министром?", "Таиланд министрімен не туралы сөйлесті?"]
)
def test_what_was_discussed_in_thailand_is_told(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and any(word in reply.text for word in ("film projects", "кинопроекты", "кино жобалары"))


@pytest.mark.parametrize(
    "question",
    ["Which summit gave the task to create the Turkic film fund?", "Кто поручил создать тюркский кинофонд?", "Түркі кино қорын құруды кім тапсырды?"],
)
def test_who_gave_the_task_is_no_question_of_who_handed_over_a_prize(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query in ("agreement-turkic-film-fund.0", "org-ots.result")


FOR_A_SIDE = [
    (["What came of the talks of 2023 with France?", "who was there on the French side?"], "agreement-kz-fr-2023-talks.participants"),
    (["О чём договорились с французами в 2023 году?", "а от Франции кто участвовал?"], "agreement-kz-fr-2023-talks.participants"),
    (["2023 жылы француздармен келіссөзде не жоспарланды?", "француз жағынан кім болды?"], "agreement-kz-fr-2023-talks.participants"),
    (["What does the memorandum with Iran cover?", "who was it on the Iranian side?"], "agreement-kz-ir-2025.signatories"),
    (["Когда подписали меморандум с Азербайджаном?", "а кто от Азербайджана?"], "agreement-kz-az-2025.parties"),
]


@pytest.mark.parametrize(("said", "query"), FOR_A_SIDE)
def test_who_was_there_for_a_side_is_asked_of_the_talks_before(knowledge: KnowledgeBase, said: list[str], query: str) -> None:
    first = knowledge.ask(Question(said[0]))
    assert knowledge.ask(Question(said[1], context=first.in_chat)).query == query


def test_what_else_is_asked_of_a_country_is_not(knowledge: KnowledgeBase) -> None:
    first = knowledge.ask(Question("Who signed the memorandum with Georgia?"))
    assert all(record.startswith("film-") for record in knowledge.ask(Question("which Georgian films are there?", context=first.in_chat)).records)


@pytest.mark.parametrize(
    "question", ["2025 жылғы қарашада Ақтауда мәдениет министрлері нені шешті?", "What did the culture ministers decide in Aktau in November 2025?"]
)
def test_what_ministers_decided_is_no_question_of_papers(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "agreement-turksoy-42.result"


@pytest.mark.parametrize("question", ["2024 жылғы қазанда француз киносының апталығы болды ма?", "Was there a week of French cinema in October 2024?"])
def test_what_was_planned_for_a_month_is_not_denied_by_when_it_was_agreed(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith("agreement-kz-fr-2024.plans")


def test_a_paper_of_another_month_is_denied(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Документ с Францией подписали в октябре 2024 года?")).text.startswith("Нет")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who pays the rebate?", "agreement-scheme-rebate.3"),
        ("Кто выплачивал рибейт?", "agreement-scheme-rebate.3"),
        ("Рибейтті кім қайтарады?", "agreement-scheme-rebate.3"),
        ("Могут ли казахстанские студии получить рибейт?", "agreement-scheme-rebate.2"),
        ("Рибейт заң бойынша қай күнге шейін жүрді?", "agreement-scheme-rebate.period"),
        ("Қазақфильмді мемлекеттік орталыққа қосатыны рас па?", "org-"),
        ("Насколько большая сеть Kinopark?", "org-kinopark.0"),
        ("How big is Kinopark?", "org-kinopark.0"),
    ],
)
def test_what_the_scheme_and_bodies_tell_is_found(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and (reply.query or "").startswith(query)
