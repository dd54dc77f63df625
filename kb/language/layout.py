"""What a message would be in another keyboard layout."""

from __future__ import annotations

import re

_EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RU = "йцукенгшщзхъфывапролджэячсмитьбюё"
_EN_TO_RU = {ord(e): r for e, r in zip(_EN, _RU, strict=True)} | {ord(e): r.upper() for e, r in zip('QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~', _RU, strict=True)}
# The digit row of the Kazakh layout.
_EN_TO_KK = _EN_TO_RU | {ord(e): k for e, k in zip("2345890-=", "әіңғүұқөһ", strict=True)}
_RU_TO_EN = {ord(r): e for r, e in zip(_RU, _EN, strict=True)}
# A digit in a word: rather a Kazakh letter.
_IN_A_WORD = re.compile(r"\d[а-яё]|[а-яё]\d", re.I)


def readings(text: str) -> list[str]:
    """The same keys in the other layouts, the likelier first; convert before tokenising, keep only what gains lexicon hits."""
    russian, kazakh = text.translate(_EN_TO_RU), text.translate(_EN_TO_KK)
    cyrillic = [kazakh, russian] if _IN_A_WORD.search(russian) else [russian, kazakh]
    return [*cyrillic, text.lower().translate(_RU_TO_EN)]
