"""Taught phrases: what they stretch to, and what they never beat."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import KnowledgeBase, Question
from kb.build import build_if_changed, path_of, teach
from kb.understand.taught import Phrase

TAUGHT = (
    Phrase("what about the carpet film", "en", "film-qaitadan.director"),
    Phrase("что там за кино про коврик", "ru", "film-qaitadan"),
    Phrase("әлгі кілем туралы не бар еді", "kk", "film-qaitadan.year"),
    Phrase("Kadet", "en", "film-qaitadan"),
    Phrase("the gone film", "en", "film-gone.director"),
)


@pytest.fixture(scope="module")
def taught(base_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    path = path_of(tmp_path_factory.mktemp("taught"), taught=TAUGHT)
    assert teach(path, build_if_changed(base_dir), TAUGHT)
    return KnowledgeBase.open(path)


@pytest.mark.parametrize(
    ("said", "query"),
    [
        ("what about the carpet film", "film-qaitadan.director"),
        ("What about the CARPET film?!", "film-qaitadan.director"),
        ("and what about a carpet film, please", "film-qaitadan.director"),
        ("Что там за кино про коврик?", "film-qaitadan"),
        ("что там за кина про коврик", "film-qaitadan"),
        ("Әлгі кілем туралы не бар еді?", "film-qaitadan.year"),
        ("algi kilem turaly ne bar edi", "film-qaitadan.year"),
    ],
)
def test_a_taught_phrase_is_answered_however_it_is_typed(taught: KnowledgeBase, knowledge: KnowledgeBase, said: str, query: str) -> None:
    assert taught.ask(Question(said)).query == query != knowledge.ask(Question(said)).query


@pytest.mark.parametrize("said", ["what about the carpet film Abel", "Kadet", "what about the caravan film", "who made the carpet film", "the gone film"])
def test_a_phrase_never_beats_another_name_or_another_known_word(taught: KnowledgeBase, knowledge: KnowledgeBase, said: str) -> None:
    assert taught.ask(Question(said)).query == knowledge.ask(Question(said)).query


def test_the_reason_is_explained(taught: KnowledgeBase) -> None:
    assert taught.explain(Question("what about the carpet film")).decision.why == "a taught phrase"


def test_phrases_make_another_revision(taught: KnowledgeBase, knowledge: KnowledgeBase) -> None:
    assert taught.revision != knowledge.revision and taught.path.name == f"kb-{taught.revision}.sqlite"
