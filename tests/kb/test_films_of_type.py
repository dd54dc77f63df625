"""Films of a type that a festival showed, or a country made."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

SHORTS = {"film-babamin-arkadasi", "film-bir-ahiska-hikayesi"}
KAZAKH = {"film-gingerbread", "film-we-live-here"}
UNAWARDED = {"film-senet-daldir", "film-we-live-here"}
DOCUMENTARIES = KAZAKH | UNAWARDED | {"film-boz-ui", "film-gokturklerin-dirilisi", "film-bartok", "film-koca-dunya", "film-nargin"}
KAZAKH_OF_ALL = {"film-abay-sozi", "film-arkau-ozok", "film-gingerbread", "film-sea-dogs", "film-we-live-here"}
LISTS = [
    ("What documentaries were screened in Aktau?", DOCUMENTARIES),
    ("Did they show any documentaries in Aktau?", DOCUMENTARIES),
    ("Are there any documentaries at Korkyt Ata 2025?", DOCUMENTARIES),
    ("Документалки в Актау показывали?", DOCUMENTARIES),
    ("Ақтауда деректі фильм көрсетілді ме?", DOCUMENTARIES),
    ("Were there any shorts at the 2025 festival?", SHORTS),
    ("Показывали ли на фестивале в Актау короткометражки?", SHORTS),
    ("Ақтаудағы фестивальде қысқаметражды фильмдер болды ма?", SHORTS),
    ("Which Kazakh documentaries were shown in Aktau?", KAZAKH),
    ("Какие казахские документалки были в Актау?", KAZAKH),
    ("Ақтауда қандай қазақ деректі фильмдері көрсетілді?", KAZAKH),
    ("Which Turkmen documentary was shown in Aktau?", {"film-senet-daldir"}),
    ("Which documentaries won no prize in Aktau?", UNAWARDED),
    ("Какие документалки не взяли призов в Актау?", UNAWARDED),
    ("Ақтауда жүлде алмаған деректі фильмдер", UNAWARDED),
    ("Which short films got no prize in Aktau?", SHORTS),
    ("Which Hungarian film is a documentary?", {"film-bartok"}),
    ("Какие казахские фильмы документальные?", KAZAKH_OF_ALL),
    ("Қазақтың қай фильмі деректі?", KAZAKH_OF_ALL),
]
UNTOLD = ["Were documentaries shown in Ashgabat?", "Показывали ли документалки в Бурсе?", "Ашхабадта деректі фильмдер көрсетілді ме?"]
OTHERS = [
    ("Which documentaries were not shown in Aktau?", DOCUMENTARIES),
    ("Is there a Kazakh documentary about a war?", KAZAKH_OF_ALL),
    ("В каком зале в Актау показывали документалки?", DOCUMENTARIES),
]


@pytest.mark.parametrize(("question", "films"), LISTS)
def test_all_such_films_are_told_and_no_others(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == films


@pytest.mark.parametrize("question", UNTOLD)
def test_of_a_festival_that_tells_none_nothing_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "films"), OTHERS)
def test_what_else_is_asked_of_them_is_answered_by_no_list(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) != films


@pytest.mark.parametrize("question", ["Which documentaries took prizes?", "Which documentaries won awards in Aktau?", "Какие документалки взяли призы?"])
def test_those_that_won_are_told_in_order(knowledge: KnowledgeBase, question: str) -> None:
    assert "Nargin" in knowledge.ask(Question(question)).text


def test_a_documentary_is_no_document(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Which documentary was made in Türkiye?")).kind == "answer"


@pytest.mark.parametrize("question", ["Which documentaries took prizes?", "Какие документалки брали призы?", "Қандай деректі фильмдер жүлде алды?"])
def test_where_no_festival_is_told_those_of_each_are(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.records == tuple(f"festival-edition-{year}" for year in (2021, 2022, 2023, 2025))


NO_SHORT = [
    "Which short films won prizes?",
    "Which shorts were awarded in Aktau?",
    "Какие короткометражки взяли призы на фестивале?",
    "Қандай қысқаметражды фильмдер жүлде алды?",
]


@pytest.mark.parametrize("question", NO_SHORT)
def test_no_other_film_is_told_for_a_short_one_that_won(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"
