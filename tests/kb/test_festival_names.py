"""The festival by any spelling of its name, and of which year what is asked of it is."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize("name", ["Korkyt Ata", "Korkut Ata", "Qorqyt Ata"])
@pytest.mark.parametrize(("asked", "prop"), [("best documentary at {}?", "best_documentary"), ("Who was the best actor of {}?", "best_actor")])
def test_any_spelling_names_the_festival(knowledge: KnowledgeBase, name: str, asked: str, prop: str) -> None:
    assert knowledge.ask(Question(asked.format(name))).query == f"festival-edition-2025.{prop}"


@pytest.mark.parametrize("question", ["лучший фильм Коркут Ата", "лучший фильм Коркыт Ата", "Қорқыт ата үздік фильмі", "best film of Korkut Ata"])
def test_of_no_year_a_prize_is_of_the_newest_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2025.best_film"


@pytest.mark.parametrize("question", ["лучший фильм Коркут Ата в Бурсе", "best film of Korkut Ata 2022"])
def test_of_a_year_or_city_it_is_of_that_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2022.best_film"


@pytest.mark.parametrize("question", ["фестиваль в Бурсе с какого по какое был?", "From which date was the festival in Bursa?"])
def test_the_days_are_asked_for_by_the_first_and_the_last(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "festival-edition-2022.dates"
