"""How much money a prize brings is not in the base, and no other money is told for it."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ASKED = [
    "How much did the winner get?",
    "What is the prize fund?",
    "How much is the grand prix worth?",
    "Сколько денег получил победитель?",
    "Какой призовой фонд фестиваля?",
    "Какую сумму получил лучший режиссёр?",
    "Жеңімпаз қанша ақша алды?",
    "Жүлде қоры қанша?",
    "Бас жүлдеге қанша ақша берілді?",
]
OTHERS = [
    "How much money did Qaitadan get from the state?",
    "How much did the winner of the pitching get?",
    "How much did the winning film cost?",
    "Сколько денег получил Кайтадан?",
    "Сколько призов получил победитель?",
    "Қайтадан қанша ақша жинады?",
]


@pytest.mark.parametrize("question", ASKED)
def test_that_it_is_not_known_is_said(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query) == ("unknown", "festival-edition-2025.prize_money")


def test_it_is_said_of_the_festival_that_is_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Сколько заплатили победителям в Баку?")).query == "festival-edition-2023.prize_money"


@pytest.mark.parametrize("question", OTHERS)
def test_other_money_and_prizes_are_no_prize_money(knowledge: KnowledgeBase, question: str) -> None:
    assert not str(knowledge.ask(Question(question)).query).endswith("prize_money")
