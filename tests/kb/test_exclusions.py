"""What is asked of all but some."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

WITH_OTHERS = "agreement-kz-az-2025~agreement-kz-kg-2025~agreement-kz-tm-2025"
EDITIONS = [f"festival-edition-{year}" for year in range(2021, 2026)]

LEFT = [
    (
        "Apart from Kazhymukan, which Kazakh films were in Aktau?",
        {"film-eva-batyr-qyz", "film-gingerbread", "film-joqtau", "film-qaitadan", "film-we-live-here"},
    ),
    (
        "Кроме «Жоктау» и «Кайтадан», какие казахстанские фильмы показали в Актау?",
        {"film-eva-batyr-qyz", "film-gingerbread", "film-kazhymukan", "film-we-live-here"},
    ),
    (
        "Қажымұқаннан басқа Ақтауда қандай қазақ фильмдері көрсетілді?",
        {"film-eva-batyr-qyz", "film-gingerbread", "film-joqtau", "film-qaitadan", "film-we-live-here"},
    ),
    ("Except for Gingerbread for Her Dad, which Kazakh film won a prize in Aktau?", {"film-joqtau"}),
    ("«Жоқтау» фильмінен басқа Ақтауда қай қазақ фильмі жүлде алды?", {"film-gingerbread"}),
    ("В каком фильме Еслямова снималась помимо «Тюльпана»?", {"film-ayka"}),
    ("What films did Dvortsevoy direct besides Ayka?", {"film-tulpan"}),
    (
        "Which partner countries except Kyrgyzstan signed in Aktau?",
        {"country-az", "country-tm", "country-tr", "country-uz"},
    ),
    ("Какие страны, кроме Азербайджана, подписали меморандумы в Актау?", {"country-kg", "country-tm", "country-tr", "country-uz"}),
    ("Түркиядан басқа қай елдер Ақтауда меморандумға қол қойды?", {"country-az", "country-kg", "country-tm", "country-uz"}),
    ("с кем подписали меморандумы в Актау, кроме Турции и Узбекистана?", set(WITH_OTHERS.split("~"))),
    ("Түркия мен Өзбекстаннан басқа Ақтауда кіммен меморандум жасалды?", set(WITH_OTHERS.split("~"))),
    ("Какие страны получили призы в Актау, кроме Венгрии?", {"country-az", "country-kg", "country-kz", "country-tm", "country-tr", "country-uz"}),
    ("Apart from Baku, which cities hosted the festival?", set(EDITIONS) - {"festival-edition-2023"}),
    ("Бурсадан бөлек фестиваль қай қалаларда өтті?", set(EDITIONS) - {"festival-edition-2022"}),
    ("Besides Kazakhstan, which countries hosted Korkyt Ata?", set(EDITIONS) - {"festival-edition-2025"}),
    ("Какие призы получил Казахстан кроме режиссуры?", {"award-2025-cinema-center", "award-2025-turksoy-contribution", "award-2025-doc-1"}),
]

TOLD_WHOLE = [
    ("помимо Казахстана, в какой ещё стране снимали «Кажымукана»?", "film-kazhymukan.shooting"),
    ("Who played in Qaitadan besides Zhasulan Kopbergen?", "film-qaitadan.cast"),
    ("Ақтау жюриінде Сахаманнан бөлек Қазақстаннан тағы кім отырды?", "jury-2025.jury"),
    ("Какие фильмы снял Дворцевой помимо «Тюльпана»?", "person-sergey-dvortsevoy.works"),
    ("Which other films did Dvortsevoy direct?", "person-sergey-dvortsevoy.works"),
]


@pytest.mark.parametrize(("question", "left"), LEFT)
def test_what_is_left_out_is_not_told(knowledge: KnowledgeBase, question: str, left: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == left


@pytest.mark.parametrize(("question", "query"), TOLD_WHOLE)
def test_a_text_that_names_others_too_is_told_whole(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", ["Кто сыграл в «Айке», кроме Еслямовой?", "Which films other than Joqtau did Anartay direct?"])
def test_where_nothing_is_left_nothing_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
