"""All who have led a body."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("who has led TURKSOY over the years?", ("Raev", "Kaseinov")),
        ("все руководители киноведомства Кыргызстана", ("Толобеков", "Адамалиев", "Бекболотов")),
        ("Қырғыз кино департаментін кімдер басқарды?", ("Толобеков", "Адамалиев", "Бекболотов")),
    ],
)
def test_all_heads_are_told(knowledge: KnowledgeBase, question: str, named: tuple[str, ...]) -> None:
    text = knowledge.ask(Question(question)).text
    assert all(name in text for name in named)


def test_a_head_alone_is_told_alone(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Who heads TURKSOY?")).query == "org-turksoy.head"


@pytest.mark.parametrize("question", ["the Iran paper vs the Georgia paper: where was each signed?", "меморандумы с Ираном и Грузией — где подписан каждый?"])
def test_of_two_papers_it_is_told_where_each_was_signed(knowledge: KnowledgeBase, question: str) -> None:
    text = knowledge.ask(Question(question)).text
    assert ("Astana" in text and "Cannes" in text) or ("Астане" in text and "Каннах" in text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ТҮРКСОЙ министрлерінің Ақтаудағы отырысына кім төрағалық етті?", "agreement-turksoy-42.participants"),
        ("ТҮРКСОЙ-ды кім басқарады?", "org-turksoy.head"),
    ],
)
def test_who_chaired_a_meeting_is_not_who_heads_the_body(knowledge: KnowledgeBase, question: str, told: str) -> None:
    assert knowledge.ask(Question(question)).query == told


def test_the_head_of_a_department_is_not_that_of_the_region(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("Маңғыстау облыстық мәдениет басқармасын 2025 жылы кім басқарды?"))
    assert "Нұртас Сәли" in reply.text


@pytest.mark.parametrize(
    ("question", "told", "verdict"),
    [
        ("Гульнара Сарсенова руководила Государственным центром?", "person-gulnara-sarsenova", "Да."),
        ("Ақан Сатаев Қазақфильм президенті болған ба?", "person-akan-satayev", "Иә."),
        ("Did Satybaldy ever run Kazakhfilm?", "person-azamat-satybaldy", "Yes."),
        ("Does Satybaldy run Kazakhfilm?", "org-kazakhfilm", "No."),
        ("Азамат Сатыбалды Қазақфильмді басқара ма?", "org-kazakhfilm", "Жоқ."),
        ("Айдар Омаров возглавлял Казахфильм?", "org-kazakhfilm", "Да."),
    ],
)
def test_whether_somebody_led_a_body_is_told_of_the_time_that_is_asked_of(knowledge: KnowledgeBase, question: str, told: str, verdict: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records == (told,) and reply.text.startswith(verdict)


@pytest.mark.parametrize(("question", "head"), [("Балаева возглавляла Казахфильм?", "Омаров"), ("Адилет Омаров руководил Госцентром?", "Жумагали")])
def test_who_leads_it_now_does_not_deny_that_another_did(knowledge: KnowledgeBase, question: str, head: str) -> None:
    text = knowledge.ask(Question(question)).text
    assert head in text and not text.startswith(("Да.", "Нет."))


@pytest.mark.parametrize("question", ["Асхат Оралов был министром культуры?", "Асхат Оралов мәдениет министрі болған ба?"])
def test_a_former_post_is_not_denied_by_the_present_one(knowledge: KnowledgeBase, question: str) -> None:
    assert "2023" in knowledge.ask(Question(question)).text
