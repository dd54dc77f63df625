"""Which known words a word can be a form of: of Russian words by a table, of English ones by their stem, of Kazakh ones by their endings."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kb.base import Base
from kb.language.fold import fold
from kb.language.kazakh import stems
from kb.records import Language
from kb.understand.lexicon import english_stem, function_keys
from kb.understand.reading.known_words import KnownWords
from kb.understand.word_lists import folded_list

_POSSESSIVE = re.compile(r"(?<=[A-Za-z]{2})'s$", re.IGNORECASE)
_ENGLISH: frozenset[Language] = frozenset(("en",))
# A Kazakh stem of so few letters can be any word's beginning.
_SHORTEST_STEM = 3
# What Kazakh participles of the past end in, folded.
_OF_THE_PAST = ("gan", "gen", "kan", "ken")
# So many stems of a Kazakh word are looked at, the longest first.
_MOST_STEMS = 3
# A name of so few letters can be a form of another word.
_SHORT_NAME = 4
# How surely a word is a form of an English word, of a Kazakh stem, and of one so short that it is less sure.
_OF_ENGLISH, _OF_KAZAKH, _OF_SHORT_KAZAKH = 0.97, 0.95, 0.85
# An English word of so many letters is no form of a Kazakh one.
_LONG_ENGLISH = 9
_CINEMA = "kino"
# How surely «kino» before a word leaves it what it is, and of how few letters none is told so.
_AFTER_CINEMA, _TOO_SHORT = 0.95, 3


class WordForms:
    """Takes words back to the known words that they can be forms of."""

    def __init__(self, base: Base, known: KnownWords) -> None:
        self._table = base.forms
        self._known = known

    def from_table(self, keys: Collection[str]) -> dict[str, list[str]]:
        """Key → what it is a form of by the table of Russian forms; only of those keys that are in it."""
        return self._table.many(keys)

    def bases(self, key: str, text: str, formed: Sequence[str]) -> dict[str, float]:
        """The known keys that a word is a form of, each with how sure it is; `formed` are those of the Russian table."""
        known = self._known
        out: dict[str, float] = {}
        if key in known.keys:
            out[key] = 1.0
        # «Ministri» is Kazakh: hardly an English word ends so.
        english = text.isascii() and not text.lower().endswith("i")
        if not (english and known.owners.get(key) == _ENGLISH):
            for base in formed:
                out.setdefault(base, 1.0)
        if english and key not in known.single_names:
            self._add_english(out, key, text)
        known_form = bool(formed) or (key in known.single_names and len(key) > _SHORT_NAME)
        # A documentary is no «document» with a Kazakh ending.
        long_english = text.isascii() and len(key) >= _LONG_ENGLISH and known.owners.get(key) == _ENGLISH
        if key not in function_keys() and not key.isdigit() and not (known_form or long_english):
            self._add_kazakh(out, key, text)
        if not out and key.startswith(_CINEMA) and (rest := key[len(_CINEMA) :]):
            # «Киномеморандум» is a memorandum.
            forms = (rest, *self._table.many([rest]).get(rest, ()))
            out = {base: _AFTER_CINEMA for base in forms if base in known.keys and len(base) > _TOO_SHORT}
        return out

    def _add_english(self, out: dict[str, float], key: str, text: str) -> None:
        of_stem = self._known.of_stem
        if key in folded_list("own_stems"):
            return
        for base in of_stem.get(english_stem(key), ()):
            out.setdefault(base, _OF_ENGLISH)
        if text.lower().endswith("ts"):
            # The key reads «ts» as one letter, and an English plural in -ts would not be known.
            for base in of_stem.get(english_stem(fold(text[:-1])), ()):
                out.setdefault(base, _OF_ENGLISH)

    def _add_kazakh(self, out: dict[str, float], key: str, text: str) -> None:
        if key in folded_list("own_words"):
            return
        for stem, ending in stems(key, self._known.keys)[:_MOST_STEMS]:
            if ending == "n" and key in self._known.keys and key.endswith(_OF_THE_PAST):
                # «Оқыған» is no form of «оқиға».
                continue
            if f"{stem}a" in out and {stem, f"{stem}a"} <= self._known.single_names:
                # «Мұстафинаның» is of Mustafina: of Mustafin it would be «Мұстафиннің».
                continue
            if text.isascii() and len(stem) <= _SHORTEST_STEM and self._known.owners.get(stem) == _ENGLISH:
                # No Kazakh form of a short English word: «earn» is not of «year».
                continue
            out.setdefault(stem, _OF_KAZAKH if len(stem) > _SHORTEST_STEM else _OF_SHORT_KAZAKH)


def without_possessive(word: str) -> str:
    """An English word without its «'s»."""
    return _POSSESSIVE.sub("", word) if "'" in word else word
