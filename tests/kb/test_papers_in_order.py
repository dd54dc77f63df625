"""Which of two papers was signed first."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

CNC, GEORGIA, IRAN, BELARUS = "agreement-kz-fr-2022", "agreement-kz-ge-2024", "agreement-kz-ir-2025", "agreement-kz-by-2018"


@pytest.mark.parametrize(
    ("question", "papers"),
    [
        ("что подписали раньше, меморандум с Грузией или соглашение с CNC?", [CNC, GEORGIA]),
        ("что подписали позже: соглашение с CNC или меморандум с Ираном?", [IRAN, CNC]),
        ("which was signed first, the memorandum with Iran or the CNC agreement?", [CNC, IRAN]),
        ("what was signed later, the memorandum with Belarus or the one with Georgia?", [GEORGIA, BELARUS]),
        ("CNC келісіміне бұрын қол қойылды ма, әлде Иранмен меморандумға ма?", [CNC, IRAN]),
        ("Қайсысына кейін қол қойылды: Беларусьпен меморандумға ма, әлде Грузиямен меморандумға ма?", [GEORGIA, BELARUS]),
        ("что было раньше, стамбульский протокол или меморандум с Ираном?", ["agreement-turkic-protocol-2025", IRAN]),
    ],
)
def test_the_days_of_both_are_told_the_one_that_is_asked_for_first(knowledge: KnowledgeBase, question: str, papers: list[str]) -> None:
    told = knowledge.ask(Question(question))
    assert list(told.records) == papers
    assert str(told.in_chat) == f"{'~'.join(papers)}.signed_on"


def test_all_papers_that_a_country_can_mean_are_told(knowledge: KnowledgeBase) -> None:
    records = knowledge.ask(Question("какой документ подписан раньше: с Францией или с Беларусью?")).records
    assert records[:2] == ("agreement-kz-fr-1992", BELARUS)


@pytest.mark.parametrize("question", ["which film came first, Cadet or Abel?", "what was signed first, the memorandum with Peru or with Georgia?"])
def test_other_things_in_order_are_no_papers(knowledge: KnowledgeBase, question: str) -> None:
    assert not any(record.startswith("agreement-") for record in knowledge.ask(Question(question)).records[1:])
