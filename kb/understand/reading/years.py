"""Years that are not told in full: «last year», «биыл», «летом 25-го», «the 30s»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import pairwise

from kb.understand.lexicon import function_keys, words
from kb.understand.reading.message import Token
from kb.understand.reading.word_forms import without_possessive
from kb.understand.word_lists import typed_list

# «93-м» is of the last century, «35-м» of none.
_LAST_CENTURY = 50
_DAYS_OF_MONTH = 31
# «24 жылғы» says that it is a year, «25-го» does not.
_SHORTEST_WORD = 4
# «Меморандум 21 года» is of a year that people can tell so.
_FIRST_OF_WHOLE = 21


@cache
def _from_the_present() -> dict[str, list[tuple[list[str], int]]]:
    """First word → the phrases that tell a year from the present one, each with how many years later it is.

    As they are written: the keys of «биыл» and «был» are one.
    """
    out: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
    for step, phrases in words()["relative_years"].items():
        for said in (phrase.lower().split() for phrase in phrases):
            out[said[0]].append((said, int(step)))
    return out


def take_years(read: list[Token], today: Callable[[], date]) -> dict[int, int]:
    """Position of the last word of «this year» and the like → the year that it means; the words get it as what they mean, decades too."""
    relative = _relative_years(read, today)
    for i, year in relative.items():
        read[i].bases[str(year)] = 1.0
    for short, ending in pairwise(read):
        if len(short.text) == 2 and short.text.isdecimal() and short.text.endswith("0") and ending.text.lower() in typed_list("decades"):
            # «The 30s», «в 30-х»: texts tell the decade in full.
            short.bases[f"19{short.text}"] = 1.0
    return relative


def _relative_years(read: list[Token], today: Callable[[], date]) -> dict[int, int]:
    said = [without_possessive(token.text).lower() for token in read]
    for at, (short, ending) in enumerate(pairwise(said)):
        if len(short) == 2 and short.isdecimal() and (year := _of_two_digits(int(short), ending, said[at - 1] if at else "", today)):
            # «25-го октября» is a day.
            last = at + 2 == len(said) or not read[at + 2].bases or read[at + 2].key in function_keys()
            if last or len(ending) >= _SHORTEST_WORD:
                return {at: year}
    firsts = _from_the_present()
    for at, word in enumerate(said):
        for phrase, step in firsts.get(word, ()):
            if said[at : at + len(phrase)] == phrase:
                return {at + len(phrase) - 1: today().year + step}
    return {}


def _of_two_digits(number: int, ending: str, before: str, today: Callable[[], date]) -> int | None:
    """«Летом 25-го», «в 93-м»: the year that two digits with an ending stand for, if any: «25-го» alone is rather a day."""
    short = words()["short_years"]
    newest = today().year + 1
    whole = ending in short["whole"] and _FIRST_OF_WHOLE <= number <= newest - 2000 and before not in short["durations"]
    if whole or ending in short["endings"] or (ending in short["endings_after"] and (before in short["after"] or number > _DAYS_OF_MONTH)):
        return 2000 + number if 2000 + number <= newest else 1900 + number if number >= _LAST_CENTURY else None
    return None
