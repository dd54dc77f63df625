"""Example questions: each leads to a fact of the base, none is a question that understanding is measured with, and words are learned from them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from kb.base import Base
from kb.build import DATA, compile_records
from kb.language.fold import fold_phrase
from kb.records import load_directory
from kb.understand import examples as module
from kb.understand.examples import COMMON_WORD, Example, examples, learn
from kb.understand.lexicon import keywords
from tests.kb.golden import golden_rows

HELD = {record.id: {"record", *record.facts, *(highlight.name for highlight in record.highlights)} for record in load_directory(DATA)[0]}
NAMES = {f"film-{letter}": {f"name{letter}"} for letter in "abc"}


def test_every_example_asks_for_something_the_base_tells() -> None:
    assert [example for example in examples() if example.key not in HELD.get(example.record, ())] == []
    assert len(examples()) > 10_000


def test_every_keyword_leads_to_something_the_base_tells() -> None:
    assert [(record, key) for record, by_key in keywords().items() for key in by_key if key not in HELD.get(record, ())] == []


def test_a_highlight_keeps_its_words_wherever_it_stands_in_its_record(tmp_path: Path) -> None:
    records, sources = load_directory(DATA)
    few = list({record.kind: record for record in records if len(record.highlights) > 1 or record.kind == "award"}.values())
    compile_records(tmp_path / "a.sqlite", few, sources)
    turned = [record.model_copy(update={"highlights": record.highlights[::-1]}) for record in few]
    compile_records(tmp_path / "b.sqlite", turned, sources, former=tmp_path / "a.sqlite")

    def led_to(name: str) -> set[tuple[str, str]]:
        """Stems, and the text of the highlight that each leads to."""
        with contextlib.closing(Base(tmp_path / name)) as base:
            return {
                (stem, base.records[record.id].highlights[int(place)].text.en)
                for record in few
                for stem, places in base.evidence[record.id].where.items()
                for place in places
                if place.isdigit()
            }

    assert led_to("a.sqlite") == led_to("b.sqlite") != set()


def test_no_question_that_measures_understanding_is_an_example() -> None:
    measured = {fold_phrase(row["q"]) for row in golden_rows()}
    assert [example.question for example in examples() if fold_phrase(example.question) in measured] == []


def test_a_line_that_is_no_example_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").mkdir()
    for language in ("kk", "ru", "en"):
        (tmp_path / "examples" / f"{language}.tsv").write_text("film-a\tplot\n", encoding="utf-8")
    monkeypatch.setattr(module, "DIRECTORY", tmp_path)
    examples.cache_clear()
    with pytest.raises(ValueError, match=r"\w\w\.tsv, line 1: “film-a\tplot” should be a record"):
        examples()
    monkeypatch.undo()
    examples.cache_clear()


def test_a_word_of_one_fact_leads_to_it_and_names_and_plain_words_do_not() -> None:
    told = learn([Example("film-a", "plot", "Who namea is the swimmer?")], NAMES, {"uho"})
    assert told.words == {"film-a": {"plot": {"suime", "the"}}}
    assert {"suimer", "uho"} <= told.known


def test_a_word_that_asks_for_very_many_facts_tells_none_apart() -> None:
    many = [Example("film-a", str(number), "swimmer") for number in range(COMMON_WORD + 1)]
    assert all(not stems for stems in learn(many, NAMES, ()).words["film-a"].values())


def test_a_word_leans_to_the_property_that_it_asks_for_of_several_records() -> None:
    listed = [Example(record, "director", "whose helming") for record in NAMES] + [Example("film-a", "plot", "whose tale")]
    leanings = learn(listed, NAMES, ()).leanings
    # Three of three facts, and two of doubt; of «whose» three of four.
    assert leanings["helmi"] == {"director": 0.6}
    assert leanings["uhose"] == {"director": 0.5}
    # Words for who made it lead to no fact of one film.
    assert "director" not in learn(listed, NAMES, ()).words.get("film-b", {})


def test_an_example_of_a_record_that_is_gone_teaches_nothing() -> None:
    assert learn([Example("film-z", "plot", "swimmer")], NAMES, ()).words == {}
