"""What somebody says of himself around his question hides nothing of it, whatever stands between, and no question is lost with it."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("message", "query"),
    [
        ("who directed Qash need it for a pub quiz tonight", "film-qash.director"),
        ("who did Aruan Anartay study under my friends and I have a bet going", "person-aruan-anartay."),
        ("Sitting in the lobby with my popcorn 🍿 who runs Kazakhfilm?", "org-kazakhfilm.head"),
        ("кто снял «Каш» Очень нужно для статьи.", "film-qash.director"),
        ("Я журналист, горит дедлайн 🔥 кто руководит Казахфильмом?", "org-kazakhfilm.head"),
        ("о чём «Кайтадан» Сама вспомнить не могу, стыдно 🙈", "film-qaitadan.plot"),
        ("«Қаш» фильмін кім түсірген викторинаға керек еді", "film-qash.director"),
        ("Журналист едім, материалды тез тапсыруым керек 🔥 Қазақфильмді кім басқарады?", "org-kazakhfilm.head"),
        # A name of the talk is not what is asked of; long talk asks for nothing.
        ("Кітаптарымды пойызда ұмытып кетіппін, амалсыз жүгініп тұрмын. Ақтаудағы фестивальге қанша фильм келді", "festival-edition-2025.films_count"),
        ("Сынок, очки куда-то делись. кто режиссёр «Қаш»", "film-qash.director"),
        ("the kids in the row behind keep whispering about this all evening who directed Qash", "film-qash.director"),
    ],
)
def test_talk_around_a_question_hides_nothing_of_it(knowledge: KnowledgeBase, message: str, query: str) -> None:
    assert str(knowledge.ask(Question(message)).query).startswith(query)


@pytest.mark.parametrize(
    "message",
    [
        "I need the phone number of Kazakhfilm studio",
        "can you book me a room near the sea in Aktau for friday",
        "мне нужен телефон Казахфильма",
        "маған Қазақфильмнің телефоны керек",
        "I want to marry Burak Özçivit",
        "is there a hotel close to where Qash was shown",
        "посоветуйте недорогое кафе у Дома дружбы",
    ],
)
def test_what_somebody_wants_himself_is_not_cut_out(knowledge: KnowledgeBase, message: str) -> None:
    assert knowledge.ask(Question(message)).kind != "answer"
