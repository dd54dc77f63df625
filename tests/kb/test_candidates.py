"""Records that cannot come close are not weighed: what is found must be what weighing all of them would find."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.base import Base
from kb.build import build_if_changed
from kb.query import Query, UnknownQuery
from kb.understand.ask import Ask
from kb.understand.candidates import Scorer
from kb.understand.interpretation.content import content_of
from kb.understand.reading import Reader
from kb.understand.weights import MARGIN
from tests.kb.golden import golden_rows


@pytest.fixture(scope="module")
def base(base_dir: Path) -> Base:
    return Base(build_if_changed(base_dir))


def context_of(row: dict[str, str]) -> Query | None:
    try:
        return Query.parse(row["context"]) if row.get("context") else None
    except UnknownQuery:
        return None


def test_the_best_candidates_are_those_of_all_records_that_can_be_meant(base: Base) -> None:
    reader = Reader(base)
    scorer = Scorer(base)
    differ = []
    for row in golden_rows()[::16]:
        reading = reader.read(row["q"])
        ask = Ask.of_reading(reading, content_of(reading, reader), base)
        near = scorer.candidates(ask, context_of(row))
        every = scorer.of_records(ask, context_of(row), [record for records in ask.pool.values() for record in records])
        best = every[0].score if every else 0.0
        if [c for c in near if c.score > best - 2 * MARGIN] != [c for c in every if c.score > best - 2 * MARGIN]:
            differ.append(row["q"])
    assert not differ
