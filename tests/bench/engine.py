"""How fast the engine is, in one process on one core: question → text of the reply.

    python -m tests.bench.engine [ROWS.yaml …] [--base FILE.sqlite] [--repeat 5]

Rows are YAML lists with `q`, and optionally `ui` and `conv` (rows of one `conv` follow up on each other); without any, the
golden questions are asked. Nothing is kept between questions: the keys of words that were folded before are forgotten. What
counts is processor time, and of `--repeat` times the shortest, because other processes only ever add to it. `--base` takes a file
of `tests.bench.synthetic`. The longest messages that Telegram lets through, 4096 characters in several scripts, are timed besides.
"""

from __future__ import annotations

import random
import resource
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

import click

from kb import KnowledgeBase, Question
from kb.build import build_if_changed
from kb.language.fold import fold
from tests.bench.rows import GOLDEN, Row, right, rows_of

LONGEST = 4096


def worst_messages() -> dict[str, str]:
    """Messages of the longest legal size that are unlike any question."""
    chance = random.Random(1)
    alphabets = {"Cyrillic": "абвгдежзиклмнопрстуфхцчшщыэюяәғқңөұүһі ", "Latin": "abcdefghijklmnopqrstuvwxyz' ", "digits": "0123456789.,", "signs": "́​ʼ'«»<>&"}
    alphabets |= {"Chinese": "中文電影節 ", "ligatures": "ﷺﬁ ", "all": "".join(map(chr, range(32, 0x3000)))}
    out = {name: "".join(chance.choices(letters, k=LONGEST)) for name, letters in alphabets.items()}
    repeated = {"one name": "Қайтадан ", "long unknown words": "kazakstanskogol ", "suffixes": "лардағылар-"}
    return out | {name: (part * LONGEST)[:LONGEST] for name, part in repeated.items()}


def seconds(knowledge: KnowledgeBase, question: Question, repeat: int) -> float:
    """The shortest of several times from the message to the text of its reply."""
    times = []
    for _ in range(repeat):
        fold.cache_clear()
        start = thread_time()
        _ = knowledge.ask(question).text
        times.append(thread_time() - start)
    return min(times)


def contexts(knowledge: KnowledgeBase, rows: Iterable[Row]) -> list[Question]:
    """The rows as questions, those of one chat with what was asked before."""
    before: dict[str, str | None] = {}
    out = []
    for row in rows:
        question = Question(row["q"], row.get("ui"), before.get(row.get("conv", "")))
        if conv := row.get("conv"):
            reply = knowledge.ask(question)
            before[conv] = reply.in_chat or before.get(conv)
        out.append(question)
    return out


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--base", type=click.Path(exists=True, path_type=Path), help="A compiled base; without it the shipped one.")
@click.option("--repeat", default=5, show_default=True)
def main(paths: tuple[Path, ...], base: Path | None, repeat: int) -> None:
    """Time the engine."""
    with tempfile.TemporaryDirectory() as directory:
        base = base or build_if_changed(Path(directory))
        start = perf_counter()
        knowledge = KnowledgeBase.open(base)
        opened = perf_counter() - start
        rows = rows_of(paths or GOLDEN)
        questions = contexts(knowledge, rows)
        for question in questions:
            knowledge.ask(question)
        times = sorted(1000 * seconds(knowledge, question, repeat) for question in questions)
        click.echo(f"opened in {opened:.2f} s; {len(times)} questions, median {median(times):.3f} ms, p99 {times[int(len(times) * 0.99)]:.3f} ms")
        accuracy = sum(right(row, knowledge.ask(question)) for row, question in zip(rows, questions, strict=True)) / len(rows)
        click.echo(f"right {100 * accuracy:.1f} %")
        for name, text in worst_messages().items():
            click.echo(f"{LONGEST} characters, {name}: {1000 * seconds(knowledge, Question(text), repeat):.2f} ms")
        click.echo(f"memory of the process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
