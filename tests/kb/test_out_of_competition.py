"""What a festival showed outside its competition."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ASKED = [
    "вне конкурса какие фильмы показали?",
    "какие фильмы шли вне конкурса в Актау?",
    "байқаудан тыс қай фильмдер көрсетілді?",
    "фестивальде конкурстан тыс қандай фильмдер болды?",
    "which films were shown outside the competition?",
    "which films were out of competition in Aktau?",
]


@pytest.mark.parametrize("question", ASKED)
def test_the_programme_tells_what_was_out_of_competition(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and reply.records[0] == "programme-2025" and "Gürgenç gözeli Törebeg" in reply.text


def test_those_of_a_country_are_listed(knowledge: KnowledgeBase) -> None:
    told = knowledge.ask(Question("какие туркменские фильмы показали вне конкурса?")).records
    assert set(told) == {"film-gurgenc-gozeli", "film-ynsan-syrdasy"}


def test_no_other_festival_is_told_instead(knowledge: KnowledgeBase) -> None:
    assert "programme-2025" not in knowledge.ask(Question("какие фильмы шли вне конкурса в Баку?")).records
