"""What a message would be in another keyboard layout."""

from __future__ import annotations

_EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RU = "йцукенгшщзхъфывапролджэячсмитьбюё"
_EN_TO_RU = {ord(e): r for e, r in zip(_EN, _RU, strict=True)} | {ord(e): r.upper() for e, r in zip('QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~', _RU, strict=True)}
# The digit row of the Kazakh layout.
_EN_TO_KK = _EN_TO_RU | {ord(e): k for e, k in zip("2345890-=", "әіңғүұқөһ", strict=True)}
_RU_TO_EN = {ord(r): e for r, e in zip(_RU, _EN, strict=True)}


def readings(text: str) -> list[str]:
    """The same keys in the other layouts; convert before tokenising, keep only what gains lexicon hits."""
    return [text.translate(_EN_TO_RU), text.translate(_EN_TO_KK), text.lower().translate(_RU_TO_EN)]
