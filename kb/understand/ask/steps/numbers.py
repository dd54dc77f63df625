"""Ordinals, places in a row, and how many of what: «VI фестиваль», «2nd place», «how many films»."""

from __future__ import annotations

from itertools import pairwise

from kb.understand.ask import words
from kb.understand.ask.terms import Terms, says
from kb.understand.evidence import FESTIVAL
from kb.understand.reading import Reading

# The number of a festival has so many digits; «the 42nd meeting» counts something else.
_LONGEST_NUMBER = 1
# Numbers of festivals as Roman numerals.
_ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def positions_of_places(reading: Reading) -> set[int]:
    """The positions of the places in a row that are asked for: «2nd place», «1st, 2nd and 3rd place», «1, 2 және 3 орындар»."""
    tokens = reading.tokens
    ordinals = {i for mention in reading.of("ordinal") for i in mention.span}
    out: set[int] = set()
    for at in (i for i, token in enumerate(tokens) if says(token, words.places_in_order())):
        if at + 1 in ordinals:
            out.add(at + 1)
        before = at - 1
        while before >= 0 and (before in ordinals or (tokens[before].key.isdecimal() and len(tokens[before].key) < 3) or tokens[before].key in words.joining()):
            out.add(before)
            before -= 1
    return {i for i in out if i in ordinals or tokens[i].key.isdecimal()}


def positions_of_first_time(reading: Reading) -> set[int]:
    """The positions of «first time», «бірінші рет»."""
    firsts = {i for m in reading.of("ordinal") if m.pattern.value == "1" for i in m.span}
    return {at for i in firsts if i + 1 < len(reading.tokens) and reading.tokens[i + 1].key in words.times() for at in (i, i + 1)}


def read_roman_numbers(terms: Terms) -> None:
    """«VI фестиваль», in capitals and beside the word for it."""
    for i, token in enumerate(terms.reading.tokens):
        if (number := _ROMAN.get(token.text)) and not terms.kinds.get("edition", set()).isdisjoint((i - 1, i + 1)):
            terms.ordinals[number].add(i)


def read_numbers_with_endings(terms: Terms) -> None:
    """«5-ші Қорқыт ата», «5-й фестиваль»: the number of a festival, but no day of a month and no place in a row."""
    tokens = terms.reading.tokens
    if positions_of_places(terms.reading):
        return
    for i, (token, ending) in enumerate(pairwise(tokens)):
        if not token.key.isdecimal() or len(token.key) > _LONGEST_NUMBER or ending.text.lower() not in words.ordinal_endings():
            continue
        if i in terms.reading.years or (i + 2 < len(tokens) and (i + 2 in terms.months or says(tokens[i + 2], words.parts()))):
            continue
        terms.ordinals[int(token.key)].add(i)


def take_the_earliest_for_the_first(terms: Terms) -> None:
    """«The earliest festival» is the first one."""
    if "earliest" in terms.operations and not (terms.ordinals or terms.reading.years) and ("edition" in terms.kinds or FESTIVAL in terms.named):
        terms.ordinals[1] |= terms.operations["earliest"]


def find_what_is_counted(terms: Terms) -> None:
    """«How many films», and what «more than 20» is said of."""
    reading = terms.reading
    ends = {max(m.span) for m in reading.of("question") if m.pattern.value == "count"}
    if reading.bound:
        terms.types.add("count")
        terms.operations["count"].add(reading.bound[0])
        ends |= {reading.bound[0], reading.bound[0] + 1}
        if reading.is_percent(reading.bound[0]):
            terms.cues["rate"][reading.bound[0]] = 1.0
            terms.strength["rate"] = max(terms.strength["rate"], 0.55)
    terms.counted = {kind for kind, span in terms.kinds.items() if any(end + step in span for end in ends for step in (1, 2))}
    if reading.language == "en" and "award" in terms.counted and any(end + 2 in terms.kinds["award"] for end in ends):
        # «How many feature prizes»: the last noun is counted.
        terms.counted = {"award"}
