"""What is asked of each festival is told of all of them, side by side."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "first", "prop"),
    [
        ("Кто брал главный приз Коркыт Ата за все годы?", 2021, "best_film"),
        ("list all the grand prix winners of Korkyt Ata since Istanbul", 2021, "best_film"),
        ("все лучшие фильмы фестиваля с 2023 года", 2023, "best_film"),
        ("Қорқыт атаның барлық жылдардағы бас жүлде иегерлері кім?", 2021, "best_film"),
        ("what film opened Korkyt Ata each year", 2021, "opening"),
        ("когда проходил фестиваль по годам", 2021, "dates"),
    ],
)
def test_what_is_asked_of_each_festival_is_told_of_all(knowledge: KnowledgeBase, question: str, first: int, prop: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records == tuple(f"festival-edition-{year}" for year in range(first, 2026))
    assert str(reply.long_query or reply.query).endswith(f".{prop}")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("кто победил в 2023", "festival-edition-2023.best_film"),
        ("Does the festival happen every year?", "festival-korkyt-ata.what"),
        ("на каком из фестивалей было больше всего фильмов за все годы?", "festival-edition-2022.films_count"),
    ],
)
def test_one_festival_or_what_is_told_of_all_is_no_list_of_years(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("list the best film of every festival from 2022 to 2024", "festival-edition-2022", "festival-edition-2024"),
        ("лучшие фильмы по годам с 2021 по 2023", "festival-edition-2021", "festival-edition-2023"),
        ("give me every best film winner of Korkyt Ata, edition by edition, 2021 through 2025", "festival-edition-2021", "festival-edition-2025"),
    ],
)
def test_each_year_of_a_range(knowledge: KnowledgeBase, question: str, first: str, last: str) -> None:
    records = knowledge.ask(Question(question)).records
    assert (records[0], records[-1]) == (first, last)
