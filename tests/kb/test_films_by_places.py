"""Films by where they won prizes, and those that were in two places: told by what each tells of its prizes and showings."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

WON = [
    ("какие фильмы награждены призами в Шанхае", {"film-black-red-yellow", "film-qash"}),
    ("Шанхайда қай фильмдер жүлде алды", {"film-black-red-yellow", "film-qash"}),
    ("which films took prizes in Shanghai", {"film-black-red-yellow", "film-qash"}),
    ("which Kazakh films won prizes in Shanghai", {"film-qash"}),
    ("какие фильмы взяли призы на apsa", {"film-bauryna-salu", "film-qash"}),
    ("Қай қазақ фильмдері «Ақ Илбирс» жүлдесін алды", {"film-osenniy-briz"}),
    ("which films won prizes in Bishkek", {"film-joqtau", "film-osenniy-briz"}),
    ("какие фильмы получили награды в Кыргызстане", {"film-joqtau", "film-osenniy-briz"}),
    ("Каннда қай фильмдер жүлде алды", {"film-ayka", "film-tulpan"}),
    ("какой фильм получил приз в Боготе", {"film-joqtau"}),
    ("Нью-Йоркте қай фильм жүлде алды", {"film-gingerbread"}),
    ("какие фильмы получили призы и в Актау, и в Иране", {"film-gingerbread"}),
    ("which film won prizes both in Aktau and in Bishkek", {"film-joqtau"}),
    ("Бішкекте де, Ақтауда да қай фильм жүлде алды", {"film-joqtau"}),
]
SHOWN = [
    ("какие фильмы показали и в Актау, и в Пусане", {"film-gingerbread", "film-kachkyn"}),
    ("which films were shown both in Aktau and in Tashkent", {"film-eva-batyr-qyz", "film-qaitadan"}),
    ("Ақтауда да, Локарнода да қай фильмдер көрсетілді", {"film-joqtau"}),
]
UNTOLD = ["which Kazakh films won prizes in Venice", "какие казахские фильмы получили призы в Берлине", "Қай қазақ фильмдері Берлинде жүлде алды"]


@pytest.mark.parametrize(("question", "films"), [*WON, *SHOWN])
def test_the_films_of_a_place_are_told(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and set(reply.records) == films


@pytest.mark.parametrize("question", UNTOLD)
def test_no_other_films_stand_for_those_of_a_place_that_none_tells(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind != "answer"


def test_somebody_who_won_for_a_film_that_is_no_record_is_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("какие фильмы получили призы в Локарно")).records[0] == "person-zhannat-alshanova"


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("which film won the Grand Prix at the Eurasia festival", "festival-eurasia"),
        ("какие фильмы получили призы в Актау", "festival-edition-2025"),
        ("which film won best film in Aktau", "festival-edition-2025"),
    ],
)
def test_the_prizes_of_a_festival_are_told_by_itself(knowledge: KnowledgeBase, question: str, record: str) -> None:
    assert knowledge.ask(Question(question)).records[0] == record


def test_the_film_for_which_somebody_won_is_another_question(knowledge: KnowledgeBase) -> None:
    assert "film-tulpan" not in knowledge.ask(Question("за какой фильм Еслямова получила приз в Каннах")).records
