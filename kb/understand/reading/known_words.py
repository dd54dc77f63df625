"""The words that a base knows: those of the lexicon's patterns and of the names of its records."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from kb.base import Base
from kb.records import LANGUAGES, Language


class KnownWords:
    """The folded words of one compiled base."""

    def __init__(self, base: Base) -> None:
        self.keys: set[str] = set()
        # English stem → the words that have it.
        self.of_stem: dict[str, list[str]] = defaultdict(list)
        # «Ақтаудағы» stands in the name of a festival, and is still a form of «Ақтау».
        self.single_names: set[str] = set()
        # Word → the languages that it is of; none for a word of no pattern.
        self.owners: dict[str, frozenset[Language]] = {}
        of_no_language: frozenset[Language] = frozenset()
        listed = {" ".join(some): frozenset(some) for size in range(1, 4) for some in combinations(sorted(LANGUAGES), size)}
        for key, stem, languages, single in base.words():
            self.keys.add(key)
            if stem:
                self.of_stem[stem].append(key)
            if owner := listed.get(languages, of_no_language):
                self.owners[key] = owner
            if single:
                self.single_names.add(key)
