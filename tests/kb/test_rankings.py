"""Superlatives over the base: what is known of several records stands side by side, and what is known of one alone is no answer."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

EARNED, AGED = {"film-taptym-au-seni", "film-qaitadan"}, "org-kazakhfilm~org-cnc~org-turksoy~org-gnfc~org-cinema-center.founded"
WON = "~".join(f"festival-edition-{year}" for year in range(2021, 2026)) + ".best_film"

RANKED = [
    ("Which of the organisations is the oldest?", AGED),
    ("Какая из организаций самая старая?", AGED),
    ("Ең көне ұйым қайсысы?", AGED),
    ("Which country has won best film most often?", WON),
    ("Страна, которая чаще всех получала главный приз фестиваля?", WON),
    ("Бас жүлдені қай ел жиі алды?", WON),
    ("Which city hosted the festival most often?", "festival-korkyt-ata.city"),
    ("Самый короткий фестиваль?", "festival-edition-2024.dates"),
    ("What was the first memorandum?", "agreement-kz-cn-2016"),
    ("Самый первый меморандум с кем?", "agreement-kz-cn-2016"),
]

LONGEST = "festival-edition-2021~festival-edition-2022.dates"
FESTIVALS = [
    ("Какой фестиваль длился дольше всех?", LONGEST),
    ("Қорқыт ата қай жылы ең ұзаққа созылды?", LONGEST),
    ("korkyt atanyn en kyska fest kaisy", "festival-edition-2024.dates"),
    ("В каком году Коркыт быстрее всех закончился?", "festival-edition-2024.dates"),
    ("На каком больше всего картин было?", "festival-edition-2022.films_count"),
    ("Қай фестивальде кино ең көп көрсетілді", "festival-edition-2022.films_count"),
    ("Where did they show the fewest films?", "festival-edition-2023.films_count"),
    ("Which Korkyt Ata had the most countries?", "festival-edition-2021.country"),
    ("Ең көп ел қатысқан фестиваль қайсы", "festival-edition-2021.country"),
]

UNRANKED = [
    "What is the most expensive film?",
    "Самый дорогой фильм какой?",
    "Who is the youngest of the directors?",
    "Кто самый молодой из актёров?",
    "Who won the most prizes in Aktau?",
    "Which festival had the most guests?",
    "Which Uzbek film earned the most?",
]


@pytest.mark.parametrize(("question", "query"), [*RANKED, *FESTIVALS])
def test_what_is_known_of_several_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query or reply.long_query) == ("answer", query)


@pytest.mark.parametrize("question", ["Which film made the most money?", "Какой фильм собрал больше всех?", "Ең көп ақша жинаған фильм қайсы?"])
def test_what_films_earned_stands_side_by_side(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, set(reply.records)) == ("answer", EARNED)
    assert reply.query is None or reply.query.endswith("box_office")


@pytest.mark.parametrize("question", UNRANKED)
def test_what_is_known_of_too_few_is_not_ranked(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(
    ("first", "then", "query"),
    [
        ("Where did they show the most films?", "and the fewest?", "festival-edition-2023.films_count"),
        ("Фестивальдің ең ұзағы қайсы", "ең қысқасы ше", "festival-edition-2024.dates"),
    ],
)
def test_the_other_end_is_asked_for_after_one(knowledge: KnowledgeBase, first: str, then: str, query: str) -> None:
    context = knowledge.ask(Question(first))
    reply = knowledge.ask(Question(then, context=context.query or context.long_query))
    assert (reply.kind, reply.query) == ("answer", query)
