"""One key for every spelling: Cyrillic, Kazakh Latin of any draft, chat Latin, no special letters.

Only folded keys are compared; the rules are data of Kazakh and Russian orthography, longest match first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# 'İ'.lower() yields two code points; zero-width and bidi controls hide in copied text.
_FIRST = str.maketrans({"İ": "i", "I": "i", "ı": "i", "’": "'", "ʻ": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'"})
# The same for a text that is shown or read by its capitals: only the apostrophes.
_APOSTROPHES = {code: letter for code, letter in _FIRST.items() if letter == "'"} | {ord("ı"): "i"}
_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00\u00ad]")

_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "э": "e", "ж": "j", "з": "z",
    "и": "i", "й": "i", "ы": "i", "і": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "c", "ч": "4",
    "ш": "6", "щ": "6", "ъ": "", "ь": "", "ю": "iu", "я": "ia", "нг": "n", "дж": "j", "тс": "c",
}  # fmt: skip
_LATIN = {
    "shch": "6", "sch": "6", "tch": "4", "dzh": "j", "ngh": "n", "sh": "6", "ch": "4", "zh": "j", "gh": "g", "kh": "h", "ng": "n",
    "ts": "c", "tz": "c", "ye": "e", "yo": "e", "yu": "iu", "ya": "ia", "yy": "i", "iy": "i", "yi": "i", "a'": "a", "o'": "o",
    "u'": "u", "i'": "i", "g'": "g", "n'": "n", "s'": "6", "c'": "4", "y'": "u", "ý": "u", "w": "u", "ş": "6", "š": "6", "ç": "4",
    "č": "4", "ž": "j", "ğ": "g", "ǵ": "g", "ñ": "n", "ń": "n", "ŋ": "n", "ə": "a", "ä": "a", "á": "a", "ö": "o", "ó": "o",
    "ü": "u", "ū": "u", "ú": "u", "ï": "i", "í": "i", "ø": "o", "ł": "l", "ß": "ss", "q": "k", "x": "h", "y": "i", "'": "",
}  # fmt: skip
_TABLE = {**_CYRILLIC, **_LATIN}
# Several letters that are one: found first, the longest first (shch before sh); single letters are then translated at once.
_SEVERAL = re.compile("|".join(map(re.escape, sorted((unit for unit in _TABLE if len(unit) > 1), key=len, reverse=True))))
_DOUBLED = re.compile(r"([a-z46])\1+")


class _Letters(dict[int, str]):
    """The key of each letter; of one that the table does not have, that of its letter without accents, nothing for a sign."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", chr(code))[0]
        return _TABLE.get(letter, letter) if letter.isalnum() else ""


_LETTERS = _Letters({ord(letter): key for letter, key in _TABLE.items() if len(letter) == 1} | {ord(c): c for c in "abcdefghijklmnoprstuvz0123456789"})
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\-][^\W\d_]+)*", re.UNICODE)


def clean(text: str) -> str:
    """NFKC without controls; what every other step starts from."""
    return _HIDDEN.sub("", unicodedata.normalize("NFKC", text).encode("utf-8", "ignore").decode()).translate(_APOSTROPHES)


# Texts and questions are mostly of the same words; so many keys take about 5 MB.
@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The folded key of one word; digits stay, what is not a letter or digit falls away. Empty for empty input."""
    word = unicodedata.normalize("NFC", word).translate(_FIRST).lower()
    key = _DOUBLED.sub(r"\1", _SEVERAL.sub(_key, word).translate(_LETTERS))
    # «схема» gives shema, in which sh is a letter again: fold until nothing changes, so that a key is its own key.
    return key if key == word or (key.isascii() and not _SEVERAL.search(key)) else fold(key)


def _key(unit: re.Match[str]) -> str:
    return _TABLE[unit[0]]


def tokens(text: str) -> list[str]:
    """Words and numbers as typed; a hyphen splits, so that «Korkyt Ata-ның» ends in a word that is only a suffix."""
    return [part for token in _TOKEN.findall(text.translate(_APOSTROPHES)) for part in token.split("-") if part]


def fold_phrase(text: str) -> tuple[str, ...]:
    return tuple(key for token in tokens(clean(text)) if (key := fold(token)))


def stands_in(phrase: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether the folded words of a phrase stand in a row among others."""
    return bool(phrase) and phrase in (said[at : at + len(phrase)] for at in range(len(said)))
