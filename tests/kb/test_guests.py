"""Who is claimed to have been at a festival or to have spoken at a ceremony."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

AT_CEREMONY = ["Выступал ли Султан Раев на открытии?", "Сұлтан Раев ашылуда сөйледі ме?", "Did Kurmanbek Zhumagali speak at the opening in Aktau?"]
STRANGERS = ["Был ли на фестивале президент Токаев?", "Was President Tokayev at the festival?", "Тоқаев фестивальге қатысты ма?"]
OTHERS = [
    ("Did Sultan Raev attend the opening in Bursa?", "event-opening-2022.participants"),
    ("Был ли Бурак Озчивит на фестивале?", "festival-edition-2025.guests"),
    ("Did Birol Guven attend the closing?", "person-birol-guven.festival_role"),
]


@pytest.mark.parametrize("question", AT_CEREMONY)
def test_the_newest_ceremony_where_somebody_was_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "event-opening-2025.participants"


@pytest.mark.parametrize("question", STRANGERS)
def test_nothing_else_is_told_of_somebody_of_whom_no_festival_tells(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "query"), OTHERS)
def test_those_who_were_there_are_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Is Aktau on the Caspian Sea?", "Актау стоит на Каспии?", "Ақтау Каспий теңізінде ме?"])
def test_where_a_city_lies_speaks_of_no_guest(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("place-aktau",)


@pytest.mark.parametrize("question", ["Did Tokayev come to Aktau?", "Токаев приезжал в Актау?", "Тоқаев Ақтауға келді ме?"])
def test_who_is_no_guest_here_is_not_told_by_the_city(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
