"""The new paper of two sides, and which official signed one."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("новый документ киноцентра с азербайджанским агентством кино", "agreement-kz-az-2025"),
        ("какое свежее соглашение у Госцентра с CNC?", "agreement-kz-fr-2024"),
        ("the new paper of the State Center and the Georgian film centre", "agreement-kz-ge-2024"),
        ("what new documents does the film centre have with Uzbekistan", "agreement-kz-uz-2025"),
        ("киноорталықтың CNC-мен жаңа құжаты", "agreement-kz-fr-2024"),
    ],
)
def test_the_newest_paper_of_two_sides_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["новый документ киноцентра с Японией", "new agreement of the film centre with Netflix", "новый фильм киноцентра"])
def test_of_a_stranger_no_paper_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").startswith("agreement-")


@pytest.mark.parametrize(
    ("question", "query", "kind"),
    [
        ("Which Uzbek minister signed the memorandum of 2025?", "agreement-kz-uz-2025.signatories", "unknown"),
        ("Which Azerbaijani official signed the memorandum?", "agreement-kz-az-2025.signatories", "unknown"),
        ("Какой узбекский чиновник подписал меморандум 2021 года?", "agreement-kz-uz-2021.signatories", "unknown"),
        ("Меморандумға қай түрік шенеунігі қол қойды?", "agreement-kz-tr-2025.signatories", "unknown"),
        ("Which Iranian minister signed the memorandum?", "agreement-kz-ir-2025.signatories", "answer"),
        ("Какой представитель Грузии подписал меморандум?", "agreement-kz-ge-2024.signatories", "answer"),
    ],
)
def test_which_official_signed_a_paper_is_told_by_its_signatories(knowledge: KnowledgeBase, question: str, query: str, kind: str) -> None:
    told = knowledge.ask(Question(question))
    assert (told.query, told.kind) == (query, kind)


@pytest.mark.parametrize("question", ["Which minister signed the memorandum with Hungary?", "Какой фильм снял узбекский министр?", "Which Uzbek film won?"])
def test_no_signatories_are_told_of_anything_else(knowledge: KnowledgeBase, question: str) -> None:
    assert not (knowledge.ask(Question(question)).query or "").endswith(".signatories")
