"""Whether a paper was signed in a place that is claimed."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

NO, YES = ("No.", "Нет.", "Жоқ."), ("Yes.", "Да.", "Иә.")


@pytest.mark.parametrize(
    ("question", "paper"),
    [
        ("Меморандум с Турцией подписан в Анкаре?", "agreement-kz-tr-2025"),
        ("was the memorandum with turkey signed in ankara", "agreement-kz-tr-2025"),
        ("Түркиямен меморандумға Анкарада қол қойылды ма?", "agreement-kz-tr-2025"),
        ("Was a memorandum signed in Ankara?", "agreement-kz-tr-2025"),
        ("Меморандум с Узбекистаном 2025 года подписали в Ташкенте?", "agreement-kz-uz-2025"),
        ("Өзбекстанмен 2025 жылғы меморандумға Ташкентте қол қойылды ма?", "agreement-kz-uz-2025"),
        ("Соглашение с CNC подписали в Лионе?", "agreement-kz-fr-2022"),
        ("Was the memorandum with Georgia signed in Batumi?", "agreement-kz-ge-2024"),
        ("Иранмен меморандумға Исфаханда қол қойылды ма?", "agreement-kz-ir-2025"),
    ],
)
def test_no_is_said_to_another_place_than_that_of_signing(knowledge: KnowledgeBase, question: str, paper: str) -> None:
    told = knowledge.ask(Question(question))
    assert told.text.startswith(NO)
    assert told.records == (paper,)


@pytest.mark.parametrize(
    "question",
    [
        "Was the memorandum with Uzbekistan signed in Aktau?",
        "Меморандум с Узбекистаном 2021 года подписали в Астане?",
        "Грузиямен меморандумға Каннда қол қойылды ма?",
        "Was the agreement with the CNC signed in Paris?",
        "Was the document with the CNC signed in Cannes?",
    ],
)
def test_yes_is_said_to_the_place_of_signing(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).text.startswith(YES)


@pytest.mark.parametrize(
    "question",
    [
        "Was the memorandum with Azerbaijan signed in Cannes?",
        "Меморандум с Китаем подписан в Пекине?",
        "Меморандум с Узбекистаном подписали в Ташкенте?",
        "Was the memorandum with Turkey signed in October?",
        "Was the memorandum with Turkey signed in Izmir or in Aktau?",
    ],
)
def test_neither_is_said_where_the_place_alone_does_not_judge(knowledge: KnowledgeBase, question: str) -> None:
    assert not knowledge.ask(Question(question)).text.startswith((*NO, *YES))
