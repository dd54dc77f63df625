"""How well ways to search text do at the same questions over the same records.

    python -m tests.bench.peers [ROWS.yaml …] [--grid 12]

Only understanding differs. Each peer ranks records for a question by text, and the sentences of the best record (its facts,
its highlights, its summary) by the same measure; the best sentence is asked of our own writer, in the language that our
detector tells, so that wording, sources and languages are as good as ours. Below a threshold a peer says that it does not
know; it gets the threshold with which most of these very rows come out right, which flatters it. Needs the group `bench`.
"""

from __future__ import annotations

import sqlite3
import tempfile
import warnings
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import thread_time

import click
import numpy as np
from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from kb import KnowledgeBase, Language, Question, Record, Reply
from kb.build import build_if_changed
from kb.language.detect import letters_of
from kb.language.fold import clean, fold, tokens
from kb.records import LANGUAGES
from tests.bench.rows import GOLDEN, Row, confidently_wrong, right, rows_of


@dataclass(frozen=True)
class Passage:
    """What can be told: a query's short form, its record, the texts that it is found by."""

    query: str
    record: str
    text: str


def passages(records: Sequence[Record]) -> list[Passage]:
    """A passage for each card, fact and highlight, with the record's names in it and what is asked of it in three languages."""
    from kb.understand.lexicon import properties

    out = []
    for record in records:
        names = " ".join([*record.names.all(), *record.aliases])
        out.append(Passage(record.id, record.id, " ".join([names, *(record.summary.get(language) for language in LANGUAGES)])))
        for prop, fact in record.facts.items():
            if fact.text and prop in properties():
                label = " ".join(properties()[prop].label.values())
                out.append(Passage(f"{record.id}.{prop}", record.id, " ".join([names, label, *(fact.text.get(language) for language in LANGUAGES)])))
        for number, highlight in enumerate(record.highlights):
            out.append(Passage(f"{record.id}.{number}", record.id, " ".join([names, *(highlight.text.get(language) for language in LANGUAGES)])))
    return out


def folded(text: str) -> str:
    return " ".join(filter(None, map(fold, tokens(clean(text)))))


class Peer(ABC):
    """A way to search: the best passage for a question and its score, the higher the better."""

    name: str

    @abstractmethod
    def best(self, text: str) -> tuple[int, float]: ...


class FullText(Peer):
    """SQLite FTS5, bm25: any word may match; over texts as they are, or folded as ours are."""

    def __init__(self, found: Sequence[Passage], fold_first: bool) -> None:
        self.name = f"SQLite FTS5 bm25, {'folded' if fold_first else 'raw'}"
        self._fold = fold_first
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
        self._db.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", ((n, folded(p.text) if fold_first else p.text) for n, p in enumerate(found)))

    def best(self, text: str) -> tuple[int, float]:
        said = folded(text) if self._fold else text
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(tokens(said)))
        row = self._db.execute("SELECT rowid, -bm25(texts) FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 1", (asked,)).fetchone() if asked else None
        return row or (0, 0.0)


class Fuzzy(Peer):
    """rapidfuzz WRatio: the record by its names, then its passage; over folded texts."""

    name = "rapidfuzz WRatio"

    def __init__(self, found: Sequence[Passage], records: Sequence[Record]) -> None:
        names = [(folded(name), record.id) for record in records for name in {*record.names.all(), *record.aliases}]
        self._names, self._owners = [name for name, _ in names], [owner for _, owner in names]
        self._passages: dict[str, dict[int, str]] = {}
        for number, passage in enumerate(found):
            self._passages.setdefault(passage.record, {})[number] = folded(passage.text)

    def best(self, text: str) -> tuple[int, float]:
        said = folded(text)
        hit = process.extractOne(said, self._names, scorer=fuzz.WRatio)
        if hit is None:
            return 0, 0.0
        told = process.extractOne(said, self._passages[self._owners[hit[2]]], scorer=fuzz.WRatio)
        return (told[2], hit[1] + told[1] / 100) if told else (0, 0.0)


class WholeWords(Peer):
    """bm25s: BM25 over folded words."""

    name = "bm25s, folded"

    def __init__(self, found: Sequence[Passage]) -> None:
        import bm25s

        self._index = bm25s.BM25()
        self._index.index([folded(passage.text).split() for passage in found], show_progress=False)

    def best(self, text: str) -> tuple[int, float]:
        known = [word for word in folded(text).split() if word in self._index.vocab_dict]
        scores = self._index.get_scores(known) if known else np.zeros(1)
        return int(scores.argmax()), float(scores.max())


class Letters(Peer):
    """scikit-learn: the cosine of TF-IDF vectors of 2 to 4 letters within folded words."""

    name = "TF-IDF of letters (scikit-learn)"

    def __init__(self, found: Sequence[Passage]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
        self._matrix = self._vectors.fit_transform([folded(passage.text) for passage in found]).T.tocsr()

    def best(self, text: str) -> tuple[int, float]:
        scores = (self._vectors.transform([folded(text)]) @ self._matrix).toarray()[0]
        return int(scores.argmax()), float(scores.max())


@dataclass(frozen=True)
class Outcome:
    name: str
    right: float
    confidently_wrong: float
    milliseconds: float
    threshold: float | None = None


def languages(knowledge: KnowledgeBase, rows: Sequence[Row]) -> list[Language]:
    """The language of each reply, as our own detector tells it."""
    return [knowledge.explain(Question(row["q"])).language or row.get("ui") or letters_of(row["q"]) for row in rows]


def outcome(peer: Peer, found: Sequence[Passage], knowledge: KnowledgeBase, rows: Sequence[Row], said: Sequence[Language], grid: int) -> Outcome:
    """How a peer does with the best of `grid` thresholds."""
    best, times = [], []
    for row in rows:
        start = thread_time()
        best.append(peer.best(row["q"]))
        times.append(thread_time() - start)
    told = [knowledge.run(found[number].query, language) for (number, _), language in zip(best, said, strict=True)]
    unknown = [Reply("unknown", language, "—") for language in said]
    outcomes = []
    for threshold in np.quantile([score for _, score in best], np.linspace(0, 0.95, grid)):
        replies = [one if score >= threshold else no for one, no, (_, score) in zip(told, unknown, best, strict=True)]
        outcomes.append(graded(peer.name, rows, replies, 1000 * median(times), float(threshold)))
    return max(outcomes, key=lambda one: one.right)


def graded(name: str, rows: Sequence[Row], replies: Sequence[Reply], milliseconds: float, threshold: float | None = None) -> Outcome:
    """The shares of right and of confidently wrong replies."""
    pairs = list(zip(rows, replies, strict=True))
    are_right, are_wrong = (sum(is_so(row, reply) for row, reply in pairs) / len(pairs) for is_so in (right, confidently_wrong))
    return Outcome(name, are_right, are_wrong, milliseconds, threshold)


def ours(knowledge: KnowledgeBase, rows: Sequence[Row]) -> Outcome:
    """How the engine does: each question by itself, as the peers get them."""
    replies, times = [], []
    for row in rows:
        start = thread_time()
        replies.append(knowledge.ask(Question(row["q"], row.get("ui"))))
        times.append(thread_time() - start)
    return graded("Tyrna", rows, replies, 1000 * median(times))


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--grid", default=20, show_default=True, help="How many thresholds each peer is tried with.")
def main(paths: tuple[Path, ...], grid: int) -> None:
    """Compare the engine with its peers. Rows of a chat are left out: no peer follows up."""
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    rows = [row for row in rows_of(paths or GOLDEN) if not row.get("conv")]
    with tempfile.TemporaryDirectory() as directory:
        knowledge = KnowledgeBase.open(build_if_changed(Path(directory)))
        records = knowledge.records()
        found = passages(records)
        said = languages(knowledge, rows)
        peers = [FullText(found, False), FullText(found, True), Fuzzy(found, records), WholeWords(found), Letters(found)]
        outcomes = [ours(knowledge, rows), *(outcome(peer, found, knowledge, rows, said, grid) for peer in peers)]
    table = Table(title=f"{len(rows)} questions, {len(records)} records, {len(found)} passages")
    for column in ("", "right", "confidently wrong", "median ms", "threshold"):
        table.add_column(column, justify="left" if not column else "right")
    for one in outcomes:
        threshold = f"{one.threshold:.2f}" if one.threshold is not None else "—"
        table.add_row(one.name, f"{100 * one.right:.1f} %", f"{100 * one.confidently_wrong:.1f} %", f"{one.milliseconds:.2f}", threshold)
    Console().print(table)


if __name__ == "__main__":
    main()
