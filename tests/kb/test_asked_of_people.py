"""Who somebody is in few words, whom he met, who led a body in turn, and who is behind a company."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


def _after(knowledge: KnowledgeBase, *said: str) -> str | None:
    context = None
    reply = None
    for question in said:
        reply = knowledge.ask(Question(question, context=context))
        context = reply.in_chat or context
    return reply.query if reply else None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Хеким Аловов кім еді?", "Kitap"),
        ("Аруан Анартай кім еді?", "Жоқтау"),
        ("Кто такой Талех Юзбейов?", "Bəlkə də"),
        ("Who is Emre Akgül?", "Göktürklerin Dirilişi"),
    ],
)
def test_who_somebody_is_is_told_with_his_film(knowledge: KnowledgeBase, question: str, told: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and told in reply.lead


@pytest.mark.parametrize(
    "said",
    [
        ["Кто снял «Кайтадан»?", "а кто такой Ержанов?"],
        ["Who directed Qaitadan?", "and who is Yerzhanov?"],
        ["«Қайтаданды» кім түсірді?", "ал Ержанов кім?"],
    ],
)
def test_who_somebody_else_is_is_no_question_of_what_he_directed(knowledge: KnowledgeBase, said: list[str]) -> None:
    assert _after(knowledge, *said) == "person-adilkhan-yerzhanov"


@pytest.mark.parametrize("question", ["Кто аким области?", "Who is Valentin Novopolskij?", "Эмре Акгүл деген кім?"])
def test_a_card_says_nothing_twice(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and not reply.context


@pytest.mark.parametrize(
    "said",
    [
        ["Who heads culture in Kazakhstan, which minister?", "and what French minister did she meet with in 2025?"],
        ["What post does Aida Balayeva hold?", "which French minister did she talk to in Paris in 2025?"],
    ],
)
def test_she_is_somebody_and_no_country(knowledge: KnowledgeBase, said: list[str]) -> None:
    assert (_after(knowledge, *said) or "").startswith("agreement-kz-fr-2025-talks")


@pytest.mark.parametrize(
    "question",
    [
        "Which Chinese officials did Balayeva meet in 2024?",
        "С какими китайскими чиновниками встречалась Балаева?",
        "Балаева қай қытай шенеуніктерімен кездесті?",
    ],
)
def test_which_officials_somebody_met_is_told_by_who_was_there(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith("agreement-kz-cn-2024-talks.participants")


def test_a_city_is_no_badge(knowledge: KnowledgeBase) -> None:
    assert "staff" not in knowledge.ask(Question("and in Beijing?", context="agreement-kz-fr-2023-talks.participants")).text


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("How many people has Kazakhfilm had as heads?", "org-kazakhfilm"),
        ("How many heads has the State Center had?", "org-cinema-center"),
        ("Сколько глав сменилось у ГЦПНК?", "org-cinema-center"),
        ("ТҮРКСОЙ-да неше басшы болды?", "org-turksoy"),
    ],
)
def test_how_many_led_a_body_is_told_by_who_did(knowledge: KnowledgeBase, question: str, body: str) -> None:
    assert knowledge.ask(Question(question)).query == f"{body}.head+predecessor"


@pytest.mark.parametrize(
    "said",
    [
        ["Who was the State Center's first head?", "who came next?"],
        ["Кто первым возглавил Госцентр?", "а потом кто?"],
    ],
)
def test_who_came_next_is_asked_of_the_body(knowledge: KnowledgeBase, said: list[str]) -> None:
    assert _after(knowledge, *said) == "org-cinema-center.predecessor+head"


def test_when_the_next_one_is_is_not(knowledge: KnowledgeBase) -> None:
    assert "festival-edition-2026" in (_after(knowledge, "Who runs TURKSOY?", "when is the next one?") or "")


@pytest.mark.parametrize(
    "question", ["Who is Becoming's producer at M-Films?", "Кто продюсер фильма Becoming от M-Films?", "Becoming фильмінің M-Films-тен продюсері кім?"]
)
def test_the_producer_at_a_company_is_told_and_no_companies(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-m-films.0"
