"""Films of a country, a type or a genre: all of them, and nothing else."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

ROMANTIC = {"film-taptym-au-seni"}
HISTORICAL = {"film-zhambyl", "film-kazhymukan", "film-kazakh-khanate-golden-throne", "film-uly-dala-tany"}
SHORTS = {"film-babamin-arkadasi", "film-bir-ahiska-hikayesi", "film-umit-saulesi"}
UZBEK_SHOWN = {"film-bahorni-quvib", "film-jadid-marifati", "film-shamsiqamar", "film-vali-gafurov"}
GEORGIAN = {"film-brighton-4th", "film-corn-island"}
LISTS = [
    ("any romantic comedies?", ROMANTIC),
    ("романтические комедии есть?", ROMANTIC),
    ("романтикалық комедиялар бар ма", ROMANTIC),
    ("are there any horror films", {"film-cadet"}),
    ("есть какие-нибудь ужастики?", {"film-cadet"}),
    ("қорқынышты фильмдер бар ма", {"film-cadet"}),
    ("historical films", HISTORICAL),
    ("какие исторические фильмы есть", HISTORICAL),
    ("тарихи фильмдер", HISTORICAL),
    ("any shorts?", SHORTS),
    ("короткометражки есть?", SHORTS),
    ("қысқаметражды фильмдер қандай", SHORTS),
    ("films from Georgia", GEORGIAN),
    ("какие есть грузинские фильмы", GEORGIAN),
    ("Грузияның фильмдері", GEORGIAN),
    ("any Uzbek films at the festival?", UZBEK_SHOWN),
    ("были ли узбекские фильмы на фестивале?", UZBEK_SHOWN),
    ("фестивальде өзбек фильмдері болды ма", UZBEK_SHOWN),
]
COUNTED = [
    ("how many Georgian films do you have?", 2),
    ("сколько грузинских фильмов в базе?", 2),
    ("базада қанша грузин фильмі бар?", 2),
    ("how many documentaries are in your base?", 11),
    ("сколько документальных фильмов в базе?", 11),
    ("базада қанша деректі фильм бар?", 11),
]
NONE = ["мюзиклы есть?", "any westerns?", "анимациялық фильмдер бар ма", "films from Iran", "фильмы из Ирана"]
OTHERS = ["who directed the Georgian films", "комедия Аль-Пачино", "films about love", "режиссёр романтической комедии"]


@pytest.mark.parametrize(("question", "films"), LISTS)
def test_all_such_films_are_told_and_no_others(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == films


@pytest.mark.parametrize(("question", "count"), COUNTED)
def test_those_of_the_base_are_counted(knowledge: KnowledgeBase, question: str, count: int) -> None:
    assert len(knowledge.ask(Question(question)).records) == count


@pytest.mark.parametrize("question", NONE)
def test_no_film_is_told_where_none_is_such(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", OTHERS)
def test_other_questions_about_films_ask_for_no_list(knowledge: KnowledgeBase, question: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").count("~") == 0


def test_documentaries_are_the_same_in_each_language(knowledge: KnowledgeBase) -> None:
    asked = ["any documentaries?", "документальные фильмы есть?", "деректі фильмдер бар ма"]
    told = [set(knowledge.ask(Question(question)).records) for question in asked]
    assert told[0] == told[1] == told[2]
    assert len(told[0]) == 11


@pytest.mark.parametrize(
    "question",
    ["что казахстан поставил в конкурс в актау", "Ақтауда байқауға біздің елден қай туындылар түсті?", "какие наши картины боролись за призы в Актау?"],
)
def test_the_films_of_a_country_in_competition_are_told(knowledge: KnowledgeBase, question: str) -> None:
    competed = {"film-eva-batyr-qyz", "film-gingerbread", "film-joqtau", "film-we-live-here"}
    assert set(knowledge.ask(Question(question)).records) == competed


def test_the_competition_of_another_festival_is_not_that_of_aktau(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("Копенгагендегі деректі кино фестивалінің негізгі байқауына тұңғыш іліккен қазақ фильмі қайсы"))
    assert reply.records == ("film-we-live-here",)


@pytest.mark.parametrize("question", ["какие картины соревновались на фестивале 2025 года?", "which films competed in Aktau in 2025?"])
def test_films_that_contended_are_those_of_the_competition(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert len(reply.records) == 12 or "12" in reply.text


KAZAKH_OF_2024 = {"film-abel", "film-cadet", "film-gingerbread", "film-joqtau", "film-kazhymukan"}
KYRGYZ_SHOWN = {"film-black-red-yellow", "film-boz-ui", "film-kachkyn"}


@pytest.mark.parametrize(
    ("question", "films"),
    [
        ("Kazakh films of 2024", KAZAKH_OF_2024),
        ("казахские фильмы 2024 года", KAZAKH_OF_2024),
        ("2024 жылғы қазақ фильмдері", KAZAKH_OF_2024),
        ("2021 жылғы фильмдер бар ма", {"film-abay-sozi", "film-meros"}),
        ("какие казахские фильмы вышли в 2023 году", {"film-bauryna-salu"}),
    ],
)
def test_films_of_a_year_are_told(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == films


@pytest.mark.parametrize(
    ("question", "films"),
    [
        ("were Uzbek films shown in Aktau?", UZBEK_SHOWN),
        ("показывали ли в Актау кыргызские фильмы?", KYRGYZ_SHOWN),
        ("Ақтауда қырғыз фильмдері көрсетілді ме?", KYRGYZ_SHOWN),
        ("Мажарстаннан қандай фильм қатысты?", {"film-bartok"}),
    ],
)
def test_films_of_a_country_that_a_festival_showed_are_told(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == films


@pytest.mark.parametrize("question", ["were Georgian films shown in Aktau?", "показывали ли в Актау грузинские фильмы?", "Грузиядан қандай фильм қатысты?"])
def test_no_films_are_told_of_a_country_that_showed_none(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_films_of_a_country_that_competed_are_not_all_that_were_shown(knowledge: KnowledgeBase) -> None:
    assert "film-kazhymukan" not in knowledge.ask(Question("Ақтаудағы байқауға Қазақстаннан қай фильмдер қатысты?")).records
