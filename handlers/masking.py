"""Takes out of a question what can tell who asked: long numbers, addresses, names of people whom the base does not know.

What remains of such a name stands as `*`, of a number as `#`, of an address as `@`. Names are found by their shape and by `names.yaml`; a name
that has none of these shapes remains.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from kb.language.fold import fold

NUMBER, ADDRESS, NAME = "#", "@", "*"
_ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+")
# Five digits or more, also in the groups of a phone, a card or an individual number.
_NUMBER = re.compile(r"(?<!\w)\+?\d(?:[ ().\-–]{0,2}\d){4,}")
# Of the shape of a number, but a date or two years.
_DATE = re.compile(r"\d{1,2}[. ]\d{1,2}[. ](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|(?:19|20)\d\d[ \-–]{1,3}(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# What stands in quotes is a title.
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“]*“|\"[^\"]*\"")
_SENTENCE = re.compile(r"(?:^|[.!?…]\s*|[\n:–—]\s*)$")
# So many words after an introduction can be a name.
_INTRODUCED = 3


@cache
def names() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Introductions, endings of surnames, folded given names; read once."""
    data = cast(dict[str, Any], yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8")))
    introductions = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, data['introductions']))})\W{{1,3}}$", re.I)
    surnames = re.compile(rf"\w{{2,}}(?:{'|'.join(map(re.escape, data['surnames']))})(?:а|у|ым|ой|е|у|ға|ге|ның|нің|дың|дің|мен|пен)?$", re.I)
    return introductions, surnames, frozenset(fold(name) for line in data["given"] for name in line)


def mask(said: str, known: Container[str]) -> str:
    """A question without what can tell who asked; `known` are the folded keys of words that name records of the base. Empty for empty input."""
    said = _ADDRESS.sub(ADDRESS, said)
    said = _NUMBER.sub(lambda found: found[0] if _DATE.fullmatch(found[0].strip()) else NUMBER, said)
    words = list(_WORD.finditer(said))
    hidden = _people(said, words, known)
    out, end = [], 0
    for n, word in enumerate(words):
        if n in hidden:
            out.append(said[end : word.start()] + NAME)
            end = word.end()
    return re.sub(r"\*(?:[ .]+\*)+", NAME, "".join(out) + said[end:]).strip()


def _people(said: str, words: list[re.Match[str]], known: Container[str]) -> set[int]:
    """The numbers of the words that name people."""
    introductions, surnames, given = names()
    titles = [found.span() for found in _QUOTED.finditer(said)]

    def can_be(n: int) -> bool:
        word = words[n]
        quoted = any(start <= word.start() < end for start, end in titles)
        return not quoted and fold(word[0]) not in known

    def is_near(n: int, other: int) -> bool:
        """Whether nothing but a space or an initial's dot stands between two neighbours."""
        first, second = sorted((n, other))
        return first >= 0 and second < len(words) and re.fullmatch(r"\.?\s?", said[words[first].end() : words[second].start()]) is not None

    out: set[int] = set()
    for n, word in enumerate(words):
        if introductions.search(said, 0, word.start()) and can_be(n):
            out.add(n)
            for further in range(n + 1, n + _INTRODUCED):
                if further >= len(words) or not (is_near(further - 1, further) and words[further][0][0].isupper()):
                    break
                out.add(further)
        if not can_be(n):
            continue
        capital, is_given, is_surname = word[0][0].isupper(), fold(word[0]) in given, surnames.fullmatch(word[0]) is not None
        near = [other for other in (n - 1, n + 1) if is_near(n, other) and can_be(other)]
        capitals = [other for other in near if words[other][0][0].isupper()]
        if is_given and (capital or any(surnames.fullmatch(words[other][0]) for other in near)):
            # Small letters are how people type: a given name counts if a surname stands beside it.
            out |= {n, *(other for other in near if other > n and (other in capitals or surnames.fullmatch(words[other][0])))}
            out |= {other for other in near if surnames.fullmatch(words[other][0]) and (other in capitals or not capital)}
        elif capital and is_surname and (capitals or not _SENTENCE.search(said[: word.start()])):
            # «Где Петров?»: a capital at the beginning of a sentence says nothing.
            out |= {n, *(other for other in capitals if not _SENTENCE.search(said[: words[other].start()]))}
    return out
