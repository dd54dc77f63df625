"""Which countries and who came to the city of a festival."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

COUNTRIES = [
    ("Did Georgia come to Aktau?", "country-ge", "No."),
    ("Belarus visited Aktau, right?", "country-by", "No."),
    ("Was France in Aktau?", "country-fr", "No."),
    ("Приезжала ли Венгрия в Актау?", "country-hu", "Да."),
    ("Была ли Грузия в Актау?", "country-ge", "Нет."),
    ("Мажарстан Ақтауға келді ме?", "country-hu", "Иә."),
    ("Қытай Ақтауда болды ма?", "country-cn", "Жоқ."),
]
# A festival that does not tell all its countries tells what it knows of one, and no verdict.
NOT_JUDGED = ["Did Türkiye come to Baku?", "Приезжал ли Узбекистан в Бурсу?", "Түркия Бакуде болды ма?"]
STRANGERS = [
    "Тоқаев фестивальде болды ма?",
    "Тоқаев Ақтауға келді ме?",
    "Токаев приезжал на фестиваль?",
    "Was Tokayev at the festival?",
    "Did Tokayev come to Aktau?",
]
GUESTS = ["Did Burak Özçivit come to Aktau?", "Бурак Озчивит был на фестивале?", "Бурак Өзчивит фестивальге келді ме?"]


@pytest.mark.parametrize(("question", "country", "verdict"), COUNTRIES)
def test_a_country_is_judged_by_those_that_took_part(knowledge: KnowledgeBase, question: str, country: str, verdict: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query, reply.text.split()[0]) == (f"festival-edition-2025.country?{country}", verdict)


@pytest.mark.parametrize("question", NOT_JUDGED)
def test_no_verdict_is_given_where_not_all_are_known(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records[0].startswith("festival-edition") and not reply.text.startswith(("No.", "Yes.", "Нет.", "Да.", "Жоқ.", "Иә."))


@pytest.mark.parametrize("question", STRANGERS)
def test_of_somebody_who_is_no_record_nothing_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", GUESTS)
def test_a_guest_who_came_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert "Озчивит" in (text := knowledge.ask(Question(question)).text) or "Özçivit" in text


@pytest.mark.parametrize("question", ["Is Aktau in Georgia?", "Did Georgia sign anything in Aktau?", "Был ли фестиваль в Венгрии?", "Ақтау Грузияда ма?"])
def test_what_else_is_claimed_of_both_is_judged_by_no_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").startswith("festival-edition-2025.country")
