"""Which replies a change of the engine changes.

python -m tests.bench.replies dump BEFORE.json [ROWS.yaml …]
python -m tests.bench.replies compare BEFORE.json AFTER.json
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import click

from kb import KnowledgeBase
from kb.build import build_if_changed
from tests.bench.engine import contexts
from tests.bench.rows import GOLDEN, rows_of


@click.group()
def main() -> None:
    """Write down every reply, or compare two such files."""


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def dump(out: Path, paths: tuple[Path, ...]) -> None:
    """Write the reply to each row, with its text, buttons, records and query."""
    with tempfile.TemporaryDirectory() as directory:
        knowledge = KnowledgeBase.open(build_if_changed(Path(directory)))
        asked = contexts(knowledge, rows_of(paths or GOLDEN))
        replies = [{"question": question.text} | asdict(knowledge.ask(question)) for question in asked]
    out.write_text(json.dumps(replies, ensure_ascii=False, indent=1), encoding="utf-8")


@main.command()
@click.argument("before", type=click.Path(exists=True, path_type=Path))
@click.argument("after", type=click.Path(exists=True, path_type=Path))
def compare(before: Path, after: Path) -> None:
    """Print what differs; exit 1 if anything does."""
    old, new = (json.loads(path.read_text(encoding="utf-8")) for path in (before, after))
    differ = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    for one, other in differ:
        click.echo(one["question"])
        for key in sorted(one.keys() | other.keys()):
            if one.get(key) != other.get(key):
                click.echo(f"  {key}: {one.get(key)!r}\n  {' ' * len(key)}→ {other.get(key)!r}")
    click.echo(f"{len(differ)} of {len(old)} replies differ")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
