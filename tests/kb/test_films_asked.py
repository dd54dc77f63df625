"""What is asked of a film in words that ask for something else elsewhere."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # The first showing is the premiere, and not all festivals where it was.
        ("at which festival was Gingerbread for Her Dad first shown", "film-gingerbread.premiere"),
        ("на каком фестивале впервые показали Качкын?", "film-kachkyn.premiere"),
        ("Бауырына салу ең алғаш қай фестивальде көрсетілді?", "film-bauryna-salu.premiere"),
        # Countries are counted, and no producers.
        ("how many countries produced Belke de?", "film-belke-de.country"),
        ("сколько стран снимали «Каш»?", "film-qash.country"),
        ("Қара. Қызыл. Сары неше елдің ортақ туындысы?", "film-black-red-yellow.country"),
        # What somebody did for films that are by others.
        ("movies by Aibek Azimbek", "person-aibek-azimbek.works"),
        # «Got» is a part of a phrase.
        ("got anything on the movie Kazhymukan?", "film-kazhymukan"),
    ],
)
def test_words_that_ask_for_something_else_elsewhere(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
