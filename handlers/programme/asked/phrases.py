"""The phrases of `words.yaml`, such as «what's on», and the names of months: what the words of a message can stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

import yaml
from babel import Locale

from kb import LANGUAGES, Language
from kb.index import Index
from kb.language.fold import clean, fold
from kb.language.typing_errors import SHORTEST, Spellings

TOKEN = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}[.:]\d{2}(?!\d)|\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_WORDS = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True)
class Phrase:
    """`language` is None if several have it: then it tells none."""

    concept: str
    language: Language | None


class Phrases:
    """Every phrase of `words.yaml` and the names of months, by their folded keys."""

    def __init__(self) -> None:
        data = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
        listed = [(concept, language, str(phrase)) for concept, by_language in data.items() for language, phrases in by_language.items() for phrase in phrases]
        for language in LANGUAGES:
            for form in ("format", "stand-alone"):
                # Kazakh months take endings: «қазанда», «қазандағы».
                listed += [(f"month-{n}", language, f"{name}*" if language == "kk" else name) for n, name in Locale(language).months[form]["wide"].items()]
        self._whole: dict[tuple[str, ...], Phrase] = {}
        self._begun: dict[tuple[str, ...], Phrase] = {}
        for concept, language, phrase in listed:
            if keys := _folded(phrase):
                for held in (self._whole, self._begun) if phrase.endswith("*") else (self._whole,):
                    before = held.setdefault(keys, Phrase(concept, language))
                    if before.language != language:
                        held[keys] = replace(before, language=None)
        self._firsts = {keys[0] for keys in self._whole if len(keys) > 1}
        self.longest = max(map(len, self._whole))
        single = sorted(keys[0] for keys, phrase in self._whole.items() if len(keys) == 1 and phrase.concept != "past")
        self._spellings = Spellings(single, Index(Spellings.compile(single)), Index(Spellings.compile_sounds(single)))

    def find(self, keys: tuple[str, ...]) -> Phrase | None:
        """What these words stand for, the last of them perhaps with an ending."""
        if len(keys) > 1 and keys[0] not in self._firsts:
            return None
        if found := self._whole.get(keys):
            return found
        *first, last = keys
        for size in range(len(last) - 1, 1, -1):
            if found := self._begun.get((*first, last[:size])):
                return found
        return None

    def near(self, key: str) -> Phrase | None:
        """What a word stands for that has a typing error."""
        if len(key) <= SHORTEST:
            return None
        found = self._spellings.near(key)
        return self._whole[(min(found, key=lambda word: (found[word], word)),)] if found else None


@cache
def phrases() -> Phrases:
    """Read once, which takes a tenth of a second."""
    return Phrases()


@lru_cache(maxsize=4096)
def near(key: str) -> Phrase | None:
    """The same of all phrases, remembered."""
    # Most questions are made of the same few thousand words.
    return phrases().near(key)


def _folded(phrase: str) -> tuple[str, ...]:
    return tuple(key for part in TOKEN.findall(clean(phrase.rstrip("*"))) if (key := fold(part)))
