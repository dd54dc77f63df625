"""A base that is too large for memory is answered from like one that is not."""

from __future__ import annotations

import pytest

import kb.base
from kb import KnowledgeBase, Question
from kb.base import Base
from kb.build import near
from kb.understand.evidence import CROWD
from kb.understand.lexicon import EVERYDAY, SHARED, all_patterns
from kb.understand.reading import Reader
from tests.kb.golden import golden_rows
from tests.kb.test_lint import record


@pytest.mark.parametrize("every", [80, pytest.param(10, marks=pytest.mark.proof)])
def test_what_is_read_from_the_file_gives_the_same_replies(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    for held in ("HELD", "HELD_EVIDENCE", "HELD_RECORDS"):
        monkeypatch.setattr(kb.base, held, -1)
    large = KnowledgeBase.open(knowledge.path)
    asked = [Question(row["q"], row.get("ui")) for row in golden_rows()[::every]]
    differ = [question.text for question in asked if large.ask(question) != knowledge.ask(question)]
    assert not differ
    assert [one.id for one in large.records()] == [one.id for one in knowledge.records()]


def test_of_a_large_base_few_records_are_kept_and_the_others_read_again(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kb.base, "HELD_RECORDS", -1)
    monkeypatch.setattr(kb.base, "LAST", 2)
    records = Base(knowledge.path).records
    ids = ["film-ayka", "film-cadet", "film-qash"]
    read = [records[record] for record in ids]
    assert records["film-qash"] is read[2]
    again = records["film-ayka"]
    assert again is not read[0]
    assert again == read[0]


def test_a_title_that_is_an_everyday_word_is_marked() -> None:
    everyday = record("film-a", names={"kk": ["Премьера"], "ru": ["Премьера"], "en": ["Premiere"]})
    assert {pattern.ordinary for pattern in all_patterns([everyday]) if pattern.value == "film-a"} == {1}
    assert {pattern.ordinary for pattern in all_patterns([record("film-b")]) if pattern.value == "film-b"} == {0}


@pytest.mark.parametrize(
    ("text", "named"), [("Again", True), ("who shot Again", True), ("who shot the film again", True), ("tell me again who shot it", False)]
)
def test_a_title_that_is_an_everyday_word_stands_alone_with_a_capital_or_beside_a_word_for_a_film(knowledge: KnowledgeBase, text: str, named: bool) -> None:
    reading = Reader(Base(knowledge.path)).read(text)
    assert ("film-qaitadan" in {mention.pattern.value for mention in reading.of("record")}) is named


def test_a_title_that_several_films_have_is_an_everyday_word_and_one_that_very_many_have_stands_alone() -> None:
    for several, level in ((EVERYDAY + 1, 1), (SHARED + 1, 2)):
        films = [record(f"film-{n}", names={"kk": ["Заңғар"], "ru": ["Зангар"], "en": ["Zangar"]}) for n in range(several)]
        assert {pattern.ordinary for pattern in all_patterns(films) if pattern.what == "record" and pattern.keys == ("zanar",)} == {level}


def test_a_record_with_very_many_links_keeps_those_that_are_linked_most() -> None:
    films = [f"film-{n:03}" for n in range(2 * CROWD)]
    links = {"country-x": set(films)} | {film: {"country-x", "person-y"} if n < CROWD else {"country-x"} for n, film in enumerate(films)}
    assert near("country-x", links, dict.fromkeys(films, "film")) == {"film": films[:CROWD]}


def test_a_name_that_very_many_share_names_no_more_than_some() -> None:
    many = [record(f"film-{n}", names={"kk": ["Заңғар"], "ru": ["Зангар"], "en": ["Zangar"]}) for n in range(SHARED + 5)]
    assert len({pattern.value for pattern in all_patterns(many) if pattern.what == "record" and pattern.keys == ("zanar",)}) == SHARED
