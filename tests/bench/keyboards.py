"""The same questions as people type them: with wrong letters, without signs, in other letters, on other keyboard layouts.

python -m tests.bench.keyboards [--rows 1000] [--seed 1] [ROWS.yaml …]

Only single questions that are answered rightly as they are written, so that each line tells what the way of typing costs.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from kb import KnowledgeBase, Question
from kb.build import build_if_changed
from tests.bench.rows import GOLDEN, Row, confidently_wrong, right, rows_of

_Way = Callable[[str, random.Random], str]

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
# In a shorter word another word is meant as often.
_SHORTEST_TYPED_WRONG = 5
_SIGNS = str.maketrans("", "", '?!,.;:«»“”"')
_PLAIN = str.maketrans("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аингуукохАИНГУУКОХ")
_CHAT = dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziyklmnoprstufhye", strict=True)) | {"ё": "yo", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch"}
_CHAT |= {"ъ": "", "ь": "", "ю": "yu", "я": "ya"}
_KAZAKH_CHAT = _CHAT | dict(zip("әғқңөұүһіий", "agknouuhiii", strict=True))
# The alphabet of 2021.
_KAZAKH_LATIN = _KAZAKH_CHAT | dict(zip("әғжйқңөұүшыіщ", "äğjiqñöūüşyış", strict=True)) | {"ю": "iu", "я": "ia"}
_EN, _RU = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`", "йцукенгшщзхъфывапролджэячсмитьбю.ё"
_EN_SHIFTED, _RU_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?~&^', "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё?:"
_RUSSIAN_KEYS = dict(zip(_RU + _RU_SHIFTED, _EN + _EN_SHIFTED, strict=True))
_KAZAKH_KEYS = _RUSSIAN_KEYS | dict(zip("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "2345890-=@#$%*()_+", strict=True))
_ENGLISH_KEYS = dict(zip(_EN + _EN_SHIFTED, _RU + _RU_SHIFTED, strict=True))


def with_wrong_letters(text: str, chance: random.Random, words: int = 1) -> str:
    """In so many words a letter left out, doubled, changed about with the next, or a key beside it struck for it or with it."""
    typed = text.split(" ")
    long = [n for n, word in enumerate(typed) if word.isalpha() and len(word) >= _SHORTEST_TYPED_WRONG]
    for n in chance.sample(long, min(words, len(long))):
        word = typed[n]
        i = chance.randrange(1, len(word) - 1)
        beside = _beside(word[i].lower(), chance)
        typed[n] = chance.choice(
            [
                word[:i] + word[i + 1 :],
                word[:i] + word[i] + word[i:],
                word[:i] + word[i + 1] + word[i] + word[i + 2 :],
                word[:i] + beside + word[i + 1 :],
                word[:i] + beside + word[i:],
            ]
        )
    return " ".join(typed)


def _beside(letter: str, chance: random.Random) -> str:
    row = next((row for row in _KEYS if letter in row), letter)
    at = row.index(letter)
    return chance.choice((row[max(0, at - 1) : at] + row[at + 1 : at + 2]) or letter)


def _with(table: dict[str, str]) -> _Way:
    def way(text: str, _: random.Random) -> str:
        return "".join(table.get(c, table[c.lower()].capitalize() if c.lower() in table else c) for c in text)

    return way


# What is typed, the language of the questions (None: all), and how.
WAYS: tuple[tuple[str, str | None, _Way], ...] = (
    ("as written", None, lambda text, _: text),
    ("a wrong letter in one word", None, with_wrong_letters),
    ("a wrong letter in two words", None, lambda text, chance: with_wrong_letters(text, chance, 2)),
    ("small letters, no signs", None, lambda text, _: text.lower().translate(_SIGNS)),
    ("Kazakh without its letters", "kk", lambda text, _: text.translate(_PLAIN)),
    ("Kazakh in chat Latin", "kk", _with(_KAZAKH_CHAT)),
    ("Kazakh in the Latin of 2021", "kk", _with(_KAZAKH_LATIN)),
    ("Russian in chat Latin", "ru", _with(_CHAT)),
    ("Kazakh on the English layout", "kk", _with(_KAZAKH_KEYS)),
    ("Russian on the English layout", "ru", _with(_RUSSIAN_KEYS)),
    ("English on the Russian layout", "en", _with(_ENGLISH_KEYS)),
)


def _is_of_one_script(row: Row) -> bool:
    return all(c.isascii() for c in row["q"]) if row["lang"] == "en" else not any(c.isascii() and c.isalpha() for c in row["q"])


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--rows", "most", default=1000, show_default=True, help="So many questions for each way of typing.")
@click.option("--seed", default=1, show_default=True)
def main(paths: tuple[Path, ...], most: int, seed: int) -> None:
    """Print how many replies are right and how many confidently wrong, as Markdown."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as directory:
        knowledge = KnowledgeBase.open(build_if_changed(Path(directory)))
        single = [row for row in rows_of(paths or GOLDEN) if not row.get("conv") and isinstance(row["lang"], str)]
        single = [row for row in single if row["kind"] == "answer" and right(row, knowledge.ask(Question(row["q"], row.get("ui"))))]
        click.echo("| typed | questions | right | confidently wrong |\n|---|---|---|---|")
        for name, language, way in WAYS:
            rows = [row for row in single if language is None or (row["lang"] == language and _is_of_one_script(row))]
            rows = chance.sample(rows, min(most, len(rows)))
            replies = [(row, knowledge.ask(Question(way(row["q"], chance), row.get("ui") or row["lang"]))) for row in rows]
            # In Latin letters a short question can be of another language.
            good = sum(not confidently_wrong(row, reply) and reply.kind == "answer" for row, reply in replies)
            bad = sum(confidently_wrong(row, reply) for row, reply in replies)
            click.echo(f"| {name} | {len(rows)} | {100 * good / len(rows):.1f} % | {100 * bad / len(rows):.1f} % |")


if __name__ == "__main__":
    main()
