"""What an editor sees of a question: the words, the weighing, the decision, and what stands in no file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import cli
from kb import KnowledgeBase, Question


def test_an_answer_is_explained(knowledge: KnowledgeBase) -> None:
    explained = knowledge.explain(Question("Who directed Qaitadan?"))
    assert (explained.language, explained.decision.kind, str(explained.decision.query)) == ("en", "answer", "film-qaitadan.director")
    assert [word.role for word in explained.words] == ["function", "content", "part of a name"]
    assert ("record", "film-qaitadan") in {(found.what, found.value) for found in explained.found}
    assert explained.interpretations[0].query == "film-qaitadan.director" and explained.interpretations[0].margin == 0
    assert all(one.margin > 0 for one in explained.interpretations[1:])
    assert explained.reply == knowledge.ask(Question("Who directed Qaitadan?")).text
    assert set(explained.times) == {"reading", "interpretation and decision", "reply"}


@pytest.mark.parametrize(
    ("text", "kind", "unheard"), [("Who directed Zzyzx?", "unknown", ("Zzyzx",)), ("сәлем", "smalltalk", ()), ("", "unknown", ()), ("Кайтадан", "answer", ())]
)
def test_what_decided_is_told(knowledge: KnowledgeBase, text: str, kind: str, unheard: tuple[str, ...]) -> None:
    explained = knowledge.explain(Question(text))
    assert (explained.decision.kind, explained.unheard) == (kind, unheard) and explained.decision.why


def test_another_layout_is_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.explain(Question("Rnj cyzk Rfqnflfy?")).read_as == "Кто снял Кайтадан?"


def test_a_follow_up_is_explained(knowledge: KnowledgeBase) -> None:
    assert str(knowledge.explain(Question("and who wrote it?", context="film-qaitadan.director")).decision.query) == "film-qaitadan.writer"


def test_the_tables_hold_what_was_typed(base_dir: Path) -> None:
    said = CliRunner().invoke(cli, ["ask", "--explain", "[bold]Who[/bold] directed Zzyzx?"], env={"COLUMNS": "160", "TYRNA_DATA_DIR": str(base_dir)})
    assert said.exit_code == 0, said.output
    assert all(part in said.output for part in ("[bold]Who[/bold] directed Zzyzx?", "unknown", "in no file", "cues/kk.yaml"))
