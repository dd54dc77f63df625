"""The guard asks every golden question and every taught phrase of the base as it is and as it would be."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kb import KnowledgeBase
from kb.build import build_if_changed, path_of, teach
from kb.guard import Regression, regressions
from kb.understand.taught import Phrase
from tests.kb.golden import golden_rows

QUESTION = "Where did the very first Korkut Ata festival take place?"


def with_phrases(base_dir: Path, directory: Path, *taught: Phrase) -> KnowledgeBase:
    path = path_of(directory, taught=taught)
    assert teach(path, build_if_changed(base_dir), taught)
    return KnowledgeBase.open(path)


@pytest.mark.parametrize("every", [60, pytest.param(1, marks=pytest.mark.proof)])
def test_of_the_golden_questions_those_that_would_change_are_told(knowledge: KnowledgeBase, base_dir: Path, tmp_path: Path, every: int) -> None:
    asked = [row for number, row in enumerate(golden_rows()) if number % every == 0 or row["q"] == QUESTION]
    assert QUESTION in {row["q"] for row in asked}
    golden = tmp_path / "golden"
    golden.mkdir()
    (golden / "some.yaml").write_text(yaml.dump(asked), encoding="utf-8")
    wrong = Phrase(QUESTION, "en", "film-qaitadan.director")
    told = list(regressions(knowledge, with_phrases(base_dir, tmp_path, wrong), [wrong], golden))
    assert [each.question for each in told] == [QUESTION]
    assert told[0].language == "en" and "Istanbul" in told[0].before and "Yerkimbek" in told[0].after


def test_a_phrase_that_would_lose_its_answer_is_told(base_dir: Path, tmp_path: Path) -> None:
    golden = tmp_path / "golden"
    golden.mkdir()
    (golden / "one.yaml").write_text("- {id: a, q: Who directed Qaitadan?, lang: en, kind: answer, cat: attribute}\n", encoding="utf-8")
    phrase = Phrase("what about the carpet film", "en", "film-qaitadan.director")
    before, after = with_phrases(base_dir, tmp_path, phrase), with_phrases(base_dir, tmp_path, phrase, Phrase(phrase.phrase, "en", "film-abel"))
    assert [(type(each), each.question) for each in regressions(before, after, [phrase], golden)] == [(Regression, phrase.phrase)]
    assert not list(regressions(before, before, [phrase], golden))


def test_without_golden_questions_nothing_goes_live(knowledge: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no golden questions"):
        list(regressions(knowledge, knowledge, [], tmp_path))
