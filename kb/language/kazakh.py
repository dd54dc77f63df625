"""Kazakh endings, over folded keys but for `has_case`: which known stems a word can be a form of.

The order and the shapes are those of Apertium's apertium-kaz (Washington, Salimzyanov & Tyers 2014): stem, plural,
possessive, case, person, question. Over folded keys vowel harmony merges (а/ә → a, ы/і → i), so that one shape serves both.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import Literal

from kb.language.fold import fold

_PLURAL = r"(?:[ldt][ae]r)?"
_POSSESSIVE = r"(?:s?i|i?m|i?n|i?niz|i?miz)?"
_CASE = r"(?:[ndt]in|n?[dt]i|ni|n|[gk][ae]|n?[ae]|n?[dt][ae]|n?[dt][ae]n|n[ae]n|[mbp]en(?:en)?|n?[dt][ae]g[ie]|[dt][ae]i|6[ae]|[gk]i|[ldt]i(?:k)?|siz)?"
# «Бакудегісі», «Бакудегісінде», «Бакудегілер»: the one in Baku, those there.
_THE_ONE_THERE = r"n?[dt][ae]g[ie](?:si|l[ae]ri?)(?:[nd]?(?:[dt][ae]n?|[gk]?[ae]|in|i))?"
_PERSON = r"(?:[mbp]in|sin|siz|[mbp]iz)?"
_QUESTION = r"(?:[mbp][ae])?"
NOMINAL = re.compile(rf"^{_PLURAL}{_POSSESSIVE}(?:{_THE_ONE_THERE}|{_CASE}(?:(?:[gk]i|i){_CASE})?){_PERSON}{_QUESTION}$")
VERBAL = re.compile(
    r"^(?:[td]ir|[gk]iz|t)?(?:i?l|i?n|i?s)?(?:[mbp][ae])?"
    r"(?:[dt]i|[gk][ae]n|[aei]+(?:di|tin|min|siz|sin|miz)?|i?p(?:ti)?|s[ae]|u|m[ae]k|[bp][ae]k(?:6i)?|i?n[iz]*|r|u6i|i?[mkn]|iz|i)?"
    r"(?:[ldt][ae]r)?(?:i|m|n|k|niz|miz|siz|6i)?(?:n?[dt][ae]n?|[gk][ae]|ni|[dt]in|[mbp]en|d[ae]i)?(?:[mbp]in|sin|siz|[mbp]iz)?(?:[mbp][ae])?$"
)
# The plural of a noun, whatever its case.
_OF_MANY = re.compile(rf"^[ldt][ae]r{_POSSESSIVE}{_CASE}$")
# The plural of a noun as the subject, or of whom something is.
_OF_ALL = re.compile(r"^[ldt][ae]r(?:[dt]in)?$")
# Before a vowel the last consonant of a stem is voiced: кітап → кітабы, тілек → тілегі.
_VOICED = {"b": "p", "g": "k"}
# «Каннан», «Каннға»: the key of a double «н», and of «нғ», has one letter for both.
_AFTER_N = ("an", "en", "a", "e")
_LONGEST_ENDING = 14
_VOWELS = "aeiou"
# Of the case for where something is from, and before «басқа»: «Ташкенттен», «орталықтан басқа».
ABLATIVE = ("nan", "nen", "dan", "den", "tan", "ten")


def stems(key: str, known: Container[str], shortest: int = 3) -> list[tuple[str, str]]:
    """(known stem, ending), the longest stem first; empty if the word is no legal form of a known stem."""
    out: list[tuple[str, str]] = []
    of_many = ""
    for size in range(len(key) - 1, max(shortest, len(key) - _LONGEST_ENDING) - 1, -1):
        stem, first = key[:size], key[size]
        last = stem[-1]
        after_n = last == "n" and key[size:] in _AFTER_N
        if size < 4 and first in "aeiou" and not after_n:
            continue
        # Looked up before the ending is read: most beginnings of a word are no stem.
        if stem in known:
            found = stem
        elif last in _VOICED and stem[:-1] + _VOICED[last] in known:
            found = stem[:-1] + _VOICED[last]
        elif stem + first in known and stem + first != key:
            found = stem + first
        else:
            continue
        ending = key[size:]
        if first == "r" and _OF_ALL.match(key[size - 2 :]) and key[: size - 2] in known:
            # «Елдер» is the plural of «ел», and no verb of «елде».
            continue
        # «Түрікмендердің» is of the Turkmens: no verb begins as the Turks do.
        verbal = size > 3 and not (of_many and of_many.startswith(stem)) and VERBAL.match(ending)
        if all(found != longer for longer, _ in out) and (after_n or NOMINAL.match(ending) or verbal):
            out.append((found, ending))
            of_many = of_many or (stem if _OF_MANY.match(ending) else "")
    return out


def with_mended_endings(key: str, shortest: int = 4) -> Iterator[str]:
    """What a word can be whose ending has a typing error: «туылғн» lacks a vowel, «туылғанн» has a letter twice, «туылғна» two changed about.

    The first `shortest` letters are taken as typed.
    """
    for at in range(shortest, len(key)):
        if key[at - 1] not in _VOWELS and key[at] not in _VOWELS:
            yield from (f"{key[:at]}{vowel}{key[at:]}" for vowel in "aei")
        if key[at - 1] == key[at]:
            yield key[:at] + key[at + 1 :]
        elif at > shortest:
            yield key[: at - 1] + key[at] + key[at - 1] + key[at + 1 :]


def is_noun_form_of(key: str, nouns: Container[str]) -> bool:
    """Whether a word is a form of one of these nouns of three letters or more."""
    return any(key[:size] in nouns and NOMINAL.match(key[size:]) is not None for size in range(3, len(key) + 1))


def is_form_of(key: str, verbs: Container[str]) -> bool:
    """Whether a word is a form of one of these verb stems, however short: келген of кел."""
    return any(key[:size] in verbs and VERBAL.match(key[size:]) is not None for size in range(2, len(key) + 1))


Case = Literal["genitive", "dative", "locative", "ablative"]
# How words in these cases end, as they are written: in Cyrillic, without the Kazakh letters, or in Latin ones.
_CASES: dict[Case, str] = {
    "genitive": "[нтдntd][іыиiıy](?:[ңнñn]|ng)",
    "dative": "[қғкгqğkg][аеae]",
    "locative": "[дтdt][аеae]",
    "ablative": "[дтнdtn][аеae][нn]",
}


def has_case(written: str, *cases: Case) -> bool:
    """Whether a word ends as in one of these cases: «Анкарада», «Ержановтың», "Bishkekte"; words like «қала» do so by chance."""
    return _of_cases(cases).search(written) is not None


@cache
def _of_cases(cases: tuple[Case, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_CASES[case] for case in cases)})$", re.IGNORECASE)


# The ending of the adjective of a place, with the Kazakh letters, without them, or in Latin ones: «Түркиядағы».
_OF_A_PLACE = re.compile(r"[дтdt][аеae][ғгğg][іыиiıy]$", re.IGNORECASE)


def is_located(written: str) -> bool:
    """Whether a word ends as what stands for where something is: «Ақтауда», «Түркиядағы», "Bishkekte"; «Канада» does so by chance."""
    return has_case(written, "locative") or _OF_A_PLACE.search(written) is not None


# The endings of cases as they are written in Cyrillic: «-ның», «-ға», «-ны», «-да», «-дан», «-мен».
_WRITTEN_ENDING = re.compile(r"(?:[нтд][ыі]ң|[қғкг][ае]|[нтд][ыі]|[дт][ае]|[дтн][ае]н|[мбп]ен)$", re.IGNORECASE)


def without_case(written: str, bases: Container[str]) -> str:
    """A name without its case ending: «Америкамен» is «Америка», where that is among the folded `bases`, and «АҚШ-пен» is «АҚШ» in any case."""
    stem, hyphen, ending = written.partition("-")
    if hyphen and _WRITTEN_ENDING.fullmatch(ending):
        return stem
    found = _WRITTEN_ENDING.search(written)
    # «Астана» ends so by chance.
    return written[: found.start()] if found and fold(written) not in bases and fold(written[: found.start()]) in bases else written
