"""A base that is too large for memory is answered from like one that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import kb.base
from kb import KnowledgeBase, Question
from kb.base import Base
from kb.build import build_if_changed
from kb.guard import rows
from kb.understand.lexicon import SHARED, all_patterns
from kb.understand.reading import Reader
from tests.kb.test_lint import record


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_if_changed(tmp_path_factory.mktemp("base"))


def test_what_is_read_from_the_file_gives_the_same_replies(compiled: Path, knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kb.base, "HELD", -1)
    large = KnowledgeBase.open(compiled)
    asked = [Question(row["q"], row.get("ui")) for row in rows()]
    differ = [question.text for question in asked if large.ask(question) != knowledge.ask(question)]
    assert not differ
    assert [one.id for one in large.records()] == [one.id for one in knowledge.records()]


def test_a_title_that_is_an_everyday_word_is_marked() -> None:
    everyday = record("film-a", names={"kk": ["Премьера"], "ru": ["Премьера"], "en": ["Premiere"]})
    assert {pattern.ordinary for pattern in all_patterns([everyday]) if pattern.value == "film-a"} == {True}
    assert {pattern.ordinary for pattern in all_patterns([record("film-b")]) if pattern.value == "film-b"} == {False}


@pytest.mark.parametrize(
    ("text", "named"), [("Again", True), ("who shot Again", True), ("who shot the film again", True), ("tell me again who shot it", False)]
)
def test_a_title_that_is_an_everyday_word_stands_alone_with_a_capital_or_beside_a_word_for_a_film(compiled: Path, text: str, named: bool) -> None:
    reading = Reader(Base(compiled)).read(text)
    assert ("film-qaitadan" in {mention.pattern.value for mention in reading.of("record")}) is named


def test_a_name_that_very_many_share_names_no_more_than_some() -> None:
    many = [record(f"film-{n}", names={"kk": ["Заңғар"], "ru": ["Зангар"], "en": ["Zangar"]}) for n in range(SHARED + 5)]
    assert len({pattern.value for pattern in all_patterns(many) if pattern.what == "record" and pattern.keys == ("zanar",)}) == SHARED
