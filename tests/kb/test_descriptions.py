"""What only says more of a name is not what is asked of it."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("What happens in Qaitadan, the film that was shown at the opening of the festival?", "film-qaitadan.plot"),
        ("чему посвящён фильм «Мы здесь живём», который был в конкурсе фестиваля?", "film-we-live-here.plot"),
        ("who directed Qash, which won in Shanghai?", "film-qash.director"),
        ("раев, который возглавляет тюрксой, он из Казахстана?", "person-sultan-raev.country?country-kz"),
        ("Raev, who runs TURKSOY, is he Kazakh?", "person-sultan-raev.country?country-kz"),
    ],
)
def test_what_describes_a_name_asks_nothing(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # What is asked stands in the clause itself.
        ("Qash, which prize did it win in Shanghai?", "film-qash."),
        ("Қодиридің досы кім болған?", "person-abdulla-qodiri"),
    ],
)
def test_a_clause_that_asks_is_no_description(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert str(knowledge.ask(Question(question)).query).startswith(query)


def test_who_came_after_somebody_is_not_who_is_in_office(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Сұлтан Раевтың орнына келген ТҮРКСОЙ-дың жаңа бас хатшысы кім?")).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("кто снял «Қаш» про голод?", "film-qash.director"),
        ("«Қаш» про голод кто снял?", "film-qash.director"),
        ("Who directed the film Qash about the famine?", "film-qash.director"),
        ("Where was We Live Here about the nuclear test site shown?", "film-we-live-here.festivals"),
        ("Балуан туралы «Қажымұқан» фильмінің режиссері кім?", "film-kazhymukan.director"),
        ("Ядролық полигон туралы «Біз осында тұрамыз» фильмі қай жылы шықты?", "film-we-live-here.year"),
        ("Когда вышел «Кажымукан» про борца?", "film-kazhymukan.release"),
    ],
)
def test_what_a_named_film_is_about_asks_nothing(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "film"),
    [
        ("«Қаш» о чём?", "film-qash"),
        ("правда, что «Қаш» про голод?", "film-qash"),
        ("Is Qash about the famine?", "film-qash"),
        ("«Қаш» не туралы?", "film-qash"),
    ],
)
def test_what_a_film_is_about_is_told_where_it_is_asked(knowledge: KnowledgeBase, question: str, film: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records[0] == film and not str(reply.query).endswith((".director", ".release"))
