"""What something is, asked with what it is taken for."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    "question",
    [
        "is Kinopark a theme park or what",
        "Is TURKSOY a country or an organisation?",
        "ТЮРКСОЙ это страна или что?",
        "ТҮРКСОЙ деген ел ме, ұйым ба?",
    ],
)
def test_what_something_is_is_told_whatever_it_is_taken_for(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and str(reply.query).endswith(".what")


@pytest.mark.parametrize("question", ["Is Raev a father?", "Kinopark это хорошо или плохо?"])
def test_what_somebody_is_besides_is_not(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert not str(reply.query).endswith(".what")


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Everybody says OTS here. What do the letters mean?", "org-ots"),
        ("what are the initials GNFC in full", "org-gnfc"),
        ("Как расшифровывается ARKA?", "org-arka"),
        ("что значит аббревиатура ОТГ", "org-ots"),
        ("ТЮРКСОЙ — полное название?", "org-turksoy"),
        ("GNFC деген аббревиатура не білдіреді", "org-gnfc"),
        ("ТМҰ қалай ашып айтылады?", "org-ots"),
        ("Кинопарк деген кімдер?", "org-kinopark"),
        ("who are Volya Films", "org-volya-films"),
    ],
)
def test_an_abbreviation_is_told_by_what_the_body_is(knowledge: KnowledgeBase, question: str, body: str) -> None:
    assert knowledge.ask(Question(question)).query == f"{body}.what"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("who are the member countries of TURKSOY now?", "org-turksoy.members"),
        ("ГЦПНК — кто там главный?", "org-cinema-center.head"),
        ("Қазақфильмнің басшысы деген кім?", "org-kazakhfilm.head"),
    ],
)
def test_who_belongs_to_a_body_or_leads_it_is_not(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


def test_letters_of_no_body_here_are_not_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("BBC what do those letters mean?")).kind == "unknown"
    assert knowledge.ask(Question("Сколько букв в слове Казахфильм?")).kind == "unknown"
