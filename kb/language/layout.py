"""What a message would be in another keyboard layout."""

from __future__ import annotations

import re

_EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RU = "йцукенгшщзхъфывапролджэячсмитьбюё"
_EN_TO_RU = {ord(e): r for e, r in zip(_EN, _RU, strict=True)} | {ord(e): r.upper() for e, r in zip('QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~', _RU, strict=True)}
# The keys for a full stop and a question mark; within a text a question mark is the key for a comma.
_STOPS = {ord("/"): ".", ord("&"): "?", ord("^"): ":"}
_COMMA = re.compile(r"(?<=\w)\?(?=\s+[\w\"«])")
# The digit row of the Kazakh layout, and with the shift key.
_EN_TO_KK = _EN_TO_RU | {ord(e): k for e, k in zip("2345890-=@#$%*()_+", "әіңғүұқөһӘІҢҒҮҰҚӨҺ", strict=True)}
_RU_TO_EN = {ord(r): e for r, e in zip(_RU, _EN, strict=True)}
# A digit in a word: rather a Kazakh letter.
_IN_A_WORD = re.compile(r"\d[а-яё]|[а-яё]\d", re.I)
# A Kazakh capital at the beginning of a word.
_SHIFTED = re.compile(r"(?:^|[\s«\"])[@#$%*()_+][a-z]")
_HYPHEN = re.compile(r"(?<=\S\S)-(?=\S\S)")
# A number is one on any keyboard, with what a hyphen adds to it: «2025», «60-тан»; «2yi3» is a word. So are brackets round words, where «)fpf0» opens one.
_NUMBER = r"(?<![^\s(])\d+(?=[-–]\S)[-–]|(?<![^\s(])\d{2,}(?=[^\w\s]*(?:\s|$))"
_BRACKET = r"(?<!\S)\((?=[^()]*\)(?:\W|$))|(?<=\S)\)(?=\W|$)"
_KEPT = re.compile(f"{_NUMBER}|{_BRACKET}")


def readings(text: str) -> list[str]:
    """The same keys in the other layouts, the likelier first; convert before tokenising, keep only what gains lexicon hits."""
    russian, kazakh = text.translate(_EN_TO_RU), _kazakh(text)
    # «Аза0фильм» falls apart into more words than it is.
    cyrillic = [kazakh] if _IN_A_WORD.search(russian) else [kazakh, russian] if _SHIFTED.search(text) else [russian, kazakh]
    if _HYPHEN.search(text):
        # Its key is that of «ө»: «Nfgnsv-fe» has a hyphen, «r-g» has none.
        cyrillic.append(_kazakh(_HYPHEN.sub("–", text)))
    return [*(_COMMA.sub(",", reading.translate(_STOPS)) for reading in cyrillic), text.lower().translate(_RU_TO_EN)]


def _kazakh(text: str) -> str:
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(_EN_TO_KK), kept[0]]
        at = kept.end()
    return "".join((*parts, text[at:].translate(_EN_TO_KK)))
