"""Films asked for by their titles, and a film named with its maker."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    "question",
    ["скиньте названия узбекских фильмов в актау", "Ақтауда көрсетілген өзбек фильмдерінің атаулары", "titles of Uzbek films shown in Aktau"],
)
def test_titles_are_a_list_of_films(knowledge: KnowledgeBase, question: str) -> None:
    text = knowledge.ask(Question(question)).text
    assert all(title in text for title in ("Bahorni quvib", "Jadid", "Shamsiqamar", "Vali"))


@pytest.mark.parametrize("question", ["какие награды у «Қаш» Сеитова?", "what awards did Seitov's Qash win?", "Сеитовтың «Қаш» фильмі қандай жүлде алды?"])
def test_a_film_named_with_its_maker_is_what_is_asked_about(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-qash.awards"
