"""Example questions for each fact, and what a build learns from them: the words that people use for it, and words that lean to a property.

`kb/lexicon/examples/<language>.tsv` has a line for each: record, property or name of a highlight, question; separated by tabs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from kb.language.fold import clean, fold, tokens
from kb.records import LANGUAGES
from kb.understand.lexicon import DIRECTORY, properties

# A word that asks for more facts than this tells none of them apart.
COMMON_WORD = 40
# A word leans to a property if so many records show it, and if this share of the facts that it asks for are of the property.
RECORDS, LEANING = 2, 0.3
# Facts that are added to each count: a word that was met once or twice proves little.
_PRIOR = 2
# Patterns of one word that say what is asked only by themselves: no word of theirs is told by an example.
PLAIN = ("function", "slight", "question", "kind", "operation", "foreign", "record", "language", "beyond")


class Example(NamedTuple):
    record: str
    # A property, or a highlight: its name, in a build its number.
    key: str
    question: str


class Learned(NamedTuple):
    """What the examples teach; all stems are those of `kb.understand.evidence.soft`."""

    # record → property or number of a highlight → stems.
    words: dict[str, dict[str, set[str]]]
    # stem → property → how surely it asks for that one, between 0 and 1.
    leanings: dict[str, dict[str, float]]
    # All folded words.
    known: set[str]


@cache
def examples() -> tuple[Example, ...]:
    """Every example, in the order of the files. Raises ValueError for a line that has not three parts."""
    found: list[Example] = []
    for language in LANGUAGES:
        path = DIRECTORY / "examples" / f"{language}.tsv"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            parts = line.split("\t")
            if len(parts) != 3 or not all(parts):
                raise ValueError(f"{path.name}, line {number}: “{line}” should be a record, a property or highlight, and a question, separated by tabs")
            found.append(Example(*parts))
    return tuple(found)


def learn(listed: Iterable[Example], names: Mapping[str, Collection[str]], plain: Collection[str]) -> Learned:
    """What the examples tell of the records whose stems of names are given; `plain` are the keys of the patterns that are `PLAIN`."""
    plain_stems = {key[:5] for key in plain}
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    asking: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    known: set[str] = set()
    folded = cache(fold)
    for record, key, question in listed:
        if record not in names:
            continue
        own = names[record]
        for word in {folded(token) for token in tokens(clean(question))}:
            known.add(word)
            stem = word[:5]
            if len(word) < 3 or word.isdigit() or stem in own:
                continue
            facts[stem].add((record, key))
            if not key.isdigit() and key != "what":
                asking[stem][key].add(record)
            if word not in plain and stem not in plain_stems and (key.isdigit() or key not in properties() or properties()[key].answers == "what"):
                told[record, key].add(stem)
    words: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for (record, key), stems in told.items():
        words[record][key] = {stem for stem in stems if len(facts[stem]) <= COMMON_WORD}
    leanings: dict[str, dict[str, float]] = {}
    for stem, by_property in asking.items():
        shares = {prop: len(records) / (len(facts[stem]) + _PRIOR) for prop, records in by_property.items() if len(records) >= RECORDS}
        if sure := {prop: round(share, 2) for prop, share in sorted(shares.items()) if share >= LEANING}:
            leanings[stem] = sure
    return Learned(dict(words), leanings, known)
