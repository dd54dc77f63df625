"""One key for every spelling: Cyrillic, Kazakh Latin of any draft, chat Latin, no special letters.

Only folded keys are compared; the rules are data of Kazakh and Russian orthography, longest match first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# 'İ'.lower() yields two code points; zero-width and bidi controls hide in copied text.
_FIRST = str.maketrans({"İ": "i", "I": "i", "ı": "i", "’": "'", "ʻ": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'"})
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
# Longest first: shch before sh.
_UNIT = re.compile("|".join(map(re.escape, sorted(_TABLE, key=len, reverse=True))) + "|.", re.DOTALL)
_DOUBLED = re.compile(r"([a-z46])\1+")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\-][^\W\d_]+)*", re.UNICODE)


def clean(text: str) -> str:
    """NFKC without controls; what every other step starts from."""
    return _HIDDEN.sub("", unicodedata.normalize("NFKC", text).encode("utf-8", "ignore").decode()).translate(_FIRST.copy() | {73: "I", 304: "İ"})


def _key(unit: re.Match[str]) -> str:
    if (key := _TABLE.get(unit[0])) is not None:
        return key
    letter = unicodedata.normalize("NFD", unit[0])[0]
    return _TABLE.get(letter, letter) if letter.isalnum() else ""


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The folded key of one word; digits stay, what is not a letter or digit falls away. Empty for empty input."""
    word = unicodedata.normalize("NFC", word).translate(_FIRST).lower()
    key = _DOUBLED.sub(r"\1", _UNIT.sub(_key, word))
    # «схема» gives shema, in which sh is a letter again: fold until nothing changes, so that a key is its own key.
    return key if key == word else fold(key)


def tokens(text: str) -> list[str]:
    """Words and numbers as typed; a hyphen splits, so that «Korkyt Ata-ның» ends in a word that is only a suffix."""
    return [part for token in _TOKEN.findall(text.translate(_FIRST.copy() | {73: "I", 304: "İ"})) for part in token.split("-") if part]


def fold_phrase(text: str) -> tuple[str, ...]:
    return tuple(key for token in tokens(clean(text)) if (key := fold(token)))
