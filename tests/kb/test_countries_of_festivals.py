"""Of which festival it is asked that is told by its country: «when was the festival in Turkmenistan?»"""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

OF_THE_ONLY_ONE = [
    ("When did they hold the festival in Turkmenistan?", "festival-edition-2024.dates"),
    ("When did Azerbaijan host the festival?", "festival-edition-2023.dates"),
    ("В каком году Казахстан принимал Коркыт Ата?", "festival-edition-2025.dates"),
    ("Когда фестиваль прошёл в Туркменистане?", "festival-edition-2024.dates"),
    ("Фестиваль Әзербайжанда қашан өткен?", "festival-edition-2023.dates"),
    ("Түрікменстандағы фестивальде кім жеңіске жетті?", "festival-edition-2024.best_film"),
    ("How many guests were at the festival in Azerbaijan?", "festival-edition-2023.participants"),
    ("Сколько дней длился фестиваль в Туркменистане?", "festival-edition-2024.dates"),
    ("Which countries took part in the festival in Kazakhstan?", "festival-edition-2025.country"),
    ("Who got the jury special prize at the festival in Azerbaijan?", "award-2023-jury-special.winner"),
]
OF_SEVERAL = [
    ("When was the festival in Turkey?", "festival-edition-2021~festival-edition-2022.dates"),
    ("Когда Коркыт Ата проводили в Турции?", "festival-edition-2021~festival-edition-2022.dates"),
    ("Түркияда фестиваль қашан өтті?", "festival-edition-2021~festival-edition-2022.dates"),
    ("Кто победил на фестивале в Турции?", "festival-edition-2021~festival-edition-2022.best_film"),
    ("Which film won the festival in Turkey?", "festival-edition-2021~festival-edition-2022.best_film"),
    ("Түркиядағы фестивальде қай фильм жеңді?", "festival-edition-2021~festival-edition-2022.best_film"),
    ("How many films were there at the festival in Turkey?", "festival-edition-2021~festival-edition-2022.films_count"),
    ("How often has Turkey hosted Korkyt Ata?", "festival-edition-2021~festival-edition-2022"),
    ("Сколько раз Казахстан принимал Коркыт Ата?", "festival-edition-2025"),
]
NEVER_THERE = ["When was the festival in Uzbekistan?", "Когда был фестиваль в Узбекистане?", "Фестиваль Өзбекстанда қашан өтті?"]
OF_ANOTHER_KIND = [
    ("Was the festival held in Turkmenistan?", "festival-edition-2024.city?country-tm"),
    ("Has a Turkish film ever won the main prize?", "festival-edition-2023.best_film?country-tr"),
    ("When was the last festival in Turkey?", "festival-edition-2022.dates"),
    ("Which Turkish films were shown in Aktau?", "list:film:country-tr~festival-edition-2025"),
]
COUNTRIES_UNTOLD = ["Какие страны участвовали в фестивале в Баку?", "Which countries came to the festival in Ashgabat?", "2023 жылы неше ел қатысты?"]
COUNTRIES_TOLD = [
    ("How many countries were at the last festival?", "festival-edition-2025.country"),
    ("Сколько стран участвовало в 2021 году?", "festival-edition-2021.country"),
    ("Соңғы фестивальге неше ел қатысты?", "festival-edition-2025.country"),
]


@pytest.mark.parametrize(("question", "query"), OF_THE_ONLY_ONE)
def test_the_only_festival_of_a_country_is_asked_about(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).in_chat == query


@pytest.mark.parametrize(("question", "query"), OF_SEVERAL)
def test_all_festivals_of_a_country_are_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).in_chat == query


@pytest.mark.parametrize("question", NEVER_THERE)
def test_no_other_festival_is_told_for_a_country_where_none_was(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "unknown" and "2025" in reply.text


@pytest.mark.parametrize(("question", "query"), OF_ANOTHER_KIND)
def test_what_is_not_asked_of_the_festival_of_a_country(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).in_chat == query


@pytest.mark.parametrize("question", COUNTRIES_UNTOLD)
def test_the_countries_of_no_other_festival_are_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "query"), COUNTRIES_TOLD)
def test_the_countries_of_the_festival_that_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).in_chat == query


@pytest.mark.parametrize(
    ("question", "then"),
    [
        ("When was the festival in Azerbaijan?", "who won there?"),
        ("Когда фестиваль был в Азербайджане?", "кто там победил?"),
        ("Фестиваль Әзербайжанда қашан болды?", "сонда кім жеңді?"),
    ],
)
def test_there_is_at_that_festival(knowledge: KnowledgeBase, question: str, then: str) -> None:
    told = knowledge.ask(Question(question))
    assert knowledge.ask(Question(then, None, told.in_chat)).query == "festival-edition-2023.best_film"
