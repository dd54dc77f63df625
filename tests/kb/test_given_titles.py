"""Who gave a city its title of cultural capital."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

AKTAU = [
    "Who handed the title to Aktau?",
    "Who gave Aktau the title?",
    "Кто вручил титул Актау?",
    "Кто дал Актау звание культурной столицы?",
    "Ақтауға атақты кім берді?",
]
ANDIJAN = ["Who handed the title to Andijan?", "Кто дал Андижану титул?", "Әндіжанға мәдени астана атағын кім берді?"]
OTHERS = [
    "To whom did Aktau hand the title?",
    "Кому Актау передал титул?",
    "Ақтау атақты кімге берді?",
    "Who took the title from Aktau?",
    "Who gave Yeslyamova the prize in Aktau?",
]


@pytest.mark.parametrize(("question", "year"), [*((one, 2025) for one in AKTAU), *((one, 2026) for one in ANDIJAN)])
def test_who_decided_it_is_told(knowledge: KnowledgeBase, question: str, year: int) -> None:
    assert knowledge.ask(Question(question)).query == f"event-capital-{year}.organisers"


@pytest.mark.parametrize("question", OTHERS)
def test_whom_a_city_gave_it_is_another_question(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.explain(Question(question)).decision.why != "who gave a city its title"
