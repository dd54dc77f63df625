"""A film that a question tells by who made it."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Назовите актёров из ленты Аруана Анартая.", "film-joqtau.cast"),
        ("С какого дня хоррор-драма Ержанова пошла в кинотеатрах?", "film-cadet.release"),
        ("Who plays in the film by Anartay?", "film-joqtau.cast"),
        ("How long is Mustafina's documentary?", "film-gingerbread.runtime"),
        ("Еркімбектің фильмінде кім ойнады?", "film-qaitadan.cast"),
        ("Алшанованың дебюті қайда түсірілді?", "film-becoming.shooting"),
    ],
)
def test_it_is_asked_of_that_film(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


@pytest.mark.parametrize("question", ["Фильмы Ержанова назовите", "В каком году вышел фильм Ержанова?", "Which films did Dvortsevoy make?"])
def test_several_films_are_told_all(knowledge: KnowledgeBase, question: str) -> None:
    told = knowledge.ask(Question(question)).text
    assert ("Кадет" in told and "Жёлтая кошка" in told) or ("Tulpan" in told and "Ayka" in told)


def test_another_film_of_the_maker_is_not_told_by_this_one(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Which earlier documentary by Alina Mustafina won at Ajyal?")).records == ("person-alina-mustafina",)
    assert knowledge.ask(Question("Думан Еркімбектің екінші фильмі прокатта қанша жинады?")).kind == "unknown"
