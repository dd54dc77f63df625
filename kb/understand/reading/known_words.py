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
        self.of_stem: dict[str, tuple[str, ...]] = {}
        # «Ақтаудағы» stands in the name of a festival, and is still a form of «Ақтау».
        self.single_names: set[str] = set()
        # Word → the languages that it is of; none for a word of no pattern.
        self.owners: dict[str, frozenset[Language]] = {}
        of_no_language: frozenset[Language] = frozenset()
        listed = {" ".join(some): frozenset(some) for size in range(1, 4) for some in combinations(sorted(LANGUAGES), size)}
        # A word of the texts is held once.
        held = {word: word for word in base.text_words}
        of_stem: dict[str, list[str]] = defaultdict(list)
        for typed, stem, languages, single in base.words():
            key = held.get(typed, typed)
            self.keys.add(key)
            if stem:
                of_stem[held.get(stem, stem)].append(key)
            if owner := listed.get(languages, of_no_language):
                self.owners[key] = owner
            if single:
                self.single_names.add(key)
        self.of_stem = {stem: tuple(keys) for stem, keys in of_stem.items()}
