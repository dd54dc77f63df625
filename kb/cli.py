"""`kb build | lint | show`: the editor's command line; `bot.py` adds `kb export`, which reads the state."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb import Explanation
from kb.build import DATA, build_if_changed
from kb.lint import lint as find
from kb.records import LANGUAGES, Record, load_directory

if TYPE_CHECKING:
    from rich.table import Table


@click.group()
def kb() -> None:
    """Look after the knowledge base."""


@kb.command()
@click.option("--data-dir", type=click.Path(path_type=Path), default=Path("var"), show_default=True)
def build(data_dir: Path) -> None:
    """Compile the YAML to one SQLite file."""
    click.echo(build_if_changed(data_dir))


@kb.command()
def lint() -> None:
    """Say all that is wrong with the records."""
    found = find()
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} findings")
    sys.exit(1 if found else 0)


def print_explanation(explained: Explanation) -> None:
    """Tables for editors: what each word was taken for, what was weighed against what, and what decided."""
    from rich.console import Console  # needed here alone, and slow to import

    console = Console()
    votes = {language: sum(word.votes[language] for word in explained.words) for language in LANGUAGES}
    console.print(f"read as: {explained.read_as}", highlight=False, markup=False)
    console.print(f"language: {explained.language or 'none told'} ({', '.join(f'{key} {vote:.2f}' for key, vote in votes.items())})", highlight=False)
    rows = [
        (word.typed, word.key, ", ".join(f"{key} {sure:.2f}" for key, sure in word.bases.items()), word.role, *(f"{word.votes[key]:.2f}" for key in LANGUAGES))
        for word in explained.words
    ]
    console.print(_table("words", ("typed", "key", "form of (how surely)", "role", *LANGUAGES), rows))
    found = [(f.what, f.value, f.words, f"{f.weight:.2f}") for f in explained.found if f.what != "function"]
    console.print(_table("mentions", ("what", "which", "words", "weight"), found))
    weighed = [
        (one.query, f"{one.coverage:.2f}", f"{one.score:.3f}", f"{one.margin:.3f}", "yes" if one.asked else "no", ", ".join(one.left))
        for one in explained.interpretations
    ]
    console.print(_table("interpretations", ("query", "coverage", "score", "behind", "asked for", "leaves unexplained"), weighed))
    decision = explained.decision
    decided = [("kind", decision.kind), ("why", decision.why), ("query", str(decision.query or "—")), ("records", ", ".join(decision.records) or "—")]
    decided += [("lacks", decision.lacking or "—"), ("coverage needed", f"{explained.needed:.2f}")]
    decided += [("times", ", ".join(f"{step} {ms:.2f} ms" for step, ms in explained.times.items())), ("reply", explained.reply)]
    if explained.unheard:
        asked = "a cue of its property in cues/kk.yaml, ru.yaml or en.yaml"
        advice = f"a name: names or aliases of its record; what is asked: {asked}; a word that says little: function_words in words/speech.yaml"
        decided.append(("in no file", f"{', '.join(explained.unheard)} ({advice})"))
    console.print(_table("decision", ("", ""), decided))


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column)
    for row in rows:
        # What a person typed is never markup.
        table.add_row(*map(Text, row))
    return table


@kb.command()
@click.argument("record_id")
def show(record_id: str) -> None:
    """Print one record as an editor wants to read it."""
    records = {record.id: record for record in load_directory(DATA)[0]}
    if record_id not in records:
        near = [key for key in records if record_id.split("-")[-1] in key][:5]
        raise click.ClickException(f"no record {record_id!r}" + (f"; near: {', '.join(near)}" if near else ""))
    _print(records[record_id])


def _print(record: Record) -> None:
    from rich.console import Console  # needed here alone, and slow to import
    from rich.table import Table

    table = Table(title=f"{record.id} ({record.kind})", show_lines=True)
    for column in ("", "kk", "ru", "en"):
        table.add_column(column)
    table.add_row("names", "; ".join(record.names.kk), "; ".join(record.names.ru), "; ".join(record.names.en))
    table.add_row("summary", record.summary.kk, record.summary.ru, record.summary.en)
    for prop, fact in record.facts.items():
        said = (fact.text.kk, fact.text.ru, fact.text.en) if fact.text else ("—", "not recorded", "—")
        table.add_row(f"{prop}\n{' '.join(fact.sources)}", *said)
    for highlight in record.highlights:
        table.add_row("highlight", highlight.text.kk, highlight.text.ru, highlight.text.en)
    Console().print(table)
