"""The numbers that a message claims: «were there over 50 films?», «бюджеті 2 миллиардтан асты ма?»."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kb.language.fold import fold
from kb.understand.lexicon import words
from kb.understand.reading.message import Message
from kb.understand.word_lists import folded_list

# A number of more digits is none.
_LONGEST = 9
# Kazakh «он», which is "on" in English and «он» in Russian otherwise.
_TEN = fold("он")
# Money of another country, or a number with a point: no sum that is known is told so.
_FOREIGN_OR_BROKEN = re.compile(r"[$€₽]|\d[.,]\d")


class Amount(NamedTuple):
    """A number with the position that it is told at, and whether it is more (`>`), less (`<`) or as much (`=`) that is claimed."""

    at: int
    sign: str
    number: int


@cache
def counted_words() -> dict[str, frozenset[str]]:
    """Property → the folded words for what it counts: films, countries, members."""
    return {prop: frozenset(fold(word) for word in listed) for prop, listed in words()["counted_words"].items()}


@cache
def numerals() -> dict[str, int]:
    """Folded word → the number that it is."""
    return {fold(word): number for number, listed in words()["numerals"].items() for word in listed}


@cache
def bounds() -> dict[str, frozenset[str]]:
    """`>`, `<` and `least` → the folded words that set a number as a bound; `not` and `units`: see `words/numbers.yaml`."""
    return {sign: frozenset(fold(word) for word in listed) for sign, listed in words()["bounds"].items()}


@cache
def _scales() -> dict[str, int]:
    return {fold(word): scale for scale, listed in words()["scales"].items() for word in listed}


def claimed_number(message: Message) -> Amount | None:
    """The number that a yes/no question claims.

    «At least 30» is more than 29, «not more than 6» less than 7. None for a number of hours, millions and the like.
    """
    for i in range(len(message.tokens)):
        around = message.tokens[max(0, i - 1) : i] + message.tokens[i + 1 : i + 2]
        number = _number(message, i)
        if number is None or any(other.text[:1].isdigit() for other in around):
            continue
        if bounds()["units"] & message.keys_between(i + 1, i + 3):
            return None
        if claimed := _as_bound(message, i, number):
            return claimed
    return None


def _as_bound(message: Message, i: int, number: int) -> Amount | None:
    """What the words around a number claim of it, if anything."""
    before, after = message.keys_between(i - 3, i), message.keys_between(i + 1, i + 3)
    sides, listed = before | after, bounds()
    denied = bool(listed["not"] & before)
    if listed["least"] & sides:
        return Amount(i, ">", number - 1)
    if listed[">"] & sides:
        return Amount(i, "<", number + 1) if denied else Amount(i, ">", number)
    if listed["<"] & sides:
        return Amount(i, ">", number - 1) if denied else Amount(i, "<", number)
    # «Is it true that it showed 52 films?»
    counts = not denied and (message.is_percent(i) or _is_counted(after))
    return Amount(i, "=", number) if counts else None


def sum_told(message: Message) -> Amount | None:
    """The first sum that is told in thousands, millions or billions; None in money of another country, or if it is no whole number."""
    keys = message.keys
    at, scale = next(((i, scale) for i, key in enumerate(keys) if (scale := _scales().get(key))), (0, 0))
    if not scale:
        return None
    before = message.tokens[at - 1] if at else None
    digits = before is not None and any(letter.isdigit() for letter in before.text)
    number = _in_digits(message, at - 1) if digits else numerals().get(before.key, 1) if before else 1
    broken = at > 1 and message.tokens[at - 2].text[-1:].isdigit()
    if number is None or broken or not folded_list("foreign_money").isdisjoint(keys) or _FOREIGN_OR_BROKEN.search(message.text):
        return None
    sides = message.keys_between(at - 4, at + 3)
    sign = ">" if bounds()[">"] & sides else "<" if bounds()["<"] & sides else "="
    return Amount(at, sign, scale * number)


def _in_digits(message: Message, i: int) -> int | None:
    """The whole number in digits at a position, if it is one and no year."""
    text = message.tokens[i].text
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST and i not in message.years else None


def _number(message: Message, i: int) -> int | None:
    """The whole number at a position; one in words only before what is counted: «у неё семь членов»."""
    if (whole := _in_digits(message, i)) is not None:
        return whole
    key = message.tokens[i].key
    number = numerals().get(key) if message.language == "kk" or key != _TEN else None
    return number if number and _is_counted(message.keys_between(i + 1, i + 2)) else None


def _is_counted(keys: set[str]) -> bool:
    return any(not listed.isdisjoint(keys) for listed in counted_words().values())
