"""Which of the three languages a message is in, by its function words, its lexicon hits, its letters and its endings."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping

from kb.records import LANGUAGES, Language

_KAZAKH_LETTERS = set("әғқңөұүһі")
_KAZAKH_ENDINGS = re.compile(
    r"(?:дың|дің|ның|нің|тың|тің|мен|пен|бен|лар|лер|дар|дер|тар|тер|ған|ген|қан|кен|дағы|дегі|ды|ді|ты|ті|дан|ден|нан|нен|сы|сі"
    r"|ndagy|dagy|dyn|nyn|nin|din|men|gan|gen|lar|ler|dar|der|ady|edi|ydy)$"
)
_RUSSIAN_ENDINGS = re.compile(r"(?:ый|ого|его|ому|ыми|ться|ешь|ют|ть|ия|ией|ает|ится|ой|ов|ах|ям|ями|ogo|omu|aet|iya|yj)$")
# Case endings of a name that are Kazakh whatever the name is: «Иранмен».
_KAZAKH_CASES = re.compile(r"(?:мен|бен|пен|ның|нің|дың|дің|тың|тің|дағы|дегі|тағы|тегі)$")
# Adjectives and verbs that are Russian whatever their stem is.
_SURELY_RUSSIAN = re.compile(
    r"(?:ск(?:ий|и|ая|ое|ие|ого|ой|ому|им|ими|их|ую|ом)|[а-я]{3}(?:ый|ая|ое|ые|ых|ого|ому|ыми|[ауя]ет|ёт|ются|ится|ться|лся|лась|лись))$"
)
# Adjectives of countries; a surname can end like them, and is seldom all that tells a language.
_RUSSIAN_ADJECTIVES = re.compile(r"^[а-яё]+[сц]к(?:ий|ая|ое|ие|ого|ой|ому|им|ими|их|ую)$")
# Below this nothing tells the language: a bare name, a number.
_ENOUGH = 0.3
# From so much on, names are not asked.
_DECIDED = 0.25
# What is left of the vote of a word that is part of a name, and of a Latin word in a sentence in Cyrillic.
_OF_A_NAME, _BORROWED = 0.12, 0.2
# The vote of a word that can only be Russian.
_SURE = 0.35
# Votes that are no further apart decide little.
_CLOSE = 0.3
# Case endings that stand apart from a number in digits.
_KAZAKH_AFTER_NUMBERS = frozenset(("те", "та", "де", "да", "тегі", "тағы", "дегі", "дағы", "ге", "ға", "ке", "қа", "тен", "тан", "ден", "дан"))


def letters_of(text: str) -> Language:
    """The language of a bare name by its letters, when nothing else tells."""
    lower = text.lower()
    if any(letter in _KAZAKH_LETTERS for letter in lower):
        return "kk"
    return "ru" if any("а" <= letter <= "я" for letter in lower) else "en"


class Detector:
    """Detects with the function words and the words of the lexicon per language."""

    def __init__(self, function_words: Mapping[Language, Container[str]], owners: Mapping[str, Collection[Language]]) -> None:
        self._function_words = function_words
        self._owners = owners

    def detect(self, read: Iterable[tuple[str, str, Collection[str], bool]]) -> Language | None:
        """The language of (word as typed, folded key, base keys, is part of a name) rows; None if nothing tells.

        Names say little: «Ұлттық киноны қолдау мемлекеттік орталығы — кто у них руководитель?» is Russian.
        """
        rows = list(read)
        if self._asks_in_english(rows):
            return "en"
        votes: dict[Language, float] = dict.fromkeys(LANGUAGES, 0.0)
        of_others = dict(votes)
        for (typed, *_, named), (_, of_word) in zip(rows, self.votes(rows), strict=True):
            # «Узбекский» names a country, and is Russian.
            only_named = named and not _RUSSIAN_ADJECTIVES.search(typed.lower())
            for language, weight in of_word.items():
                votes[language] += weight
                of_others[language] += 0.0 if only_named else weight
        if max(of_others.values()) >= _DECIDED:
            # Names only tell what nothing else does.
            votes = of_others
        (first, most), (_, second), *_ = sorted(votes.items(), key=lambda vote: -vote[1])
        if most < _ENOUGH:
            return None
        if first == "kk" and most < second + _CLOSE and votes["ru"] == second and self._grammar(rows, "ru") > self._grammar(rows, "kk"):
            # «Бывший гендиректор … кто»: nouns are borrowed, little words are not.
            return "ru"
        if most > second + 0.05:
            return first
        return None if all(_KAZAKH_LETTERS.isdisjoint(typed.lower()) for typed, *_ in rows) else "kk"

    def _asks_in_english(self, rows: list[tuple[str, str, Collection[str], bool]]) -> bool:
        """«What is Достық үйі?»: two little English words before what is named in Cyrillic, with none of another language."""
        little = {language: [n for n, (_, key, *_) in enumerate(rows) if key in self._function_words[language]] for language in LANGUAGES}
        cyrillic = [n for n, (typed, *_) in enumerate(rows) if not typed.isascii()]
        return bool(cyrillic) and min(cyrillic) > 1 and little["en"][:2] == [0, 1] and not (little["ru"] or little["kk"])

    def _grammar(self, rows: Iterable[tuple[str, str, Collection[str], bool]], language: Language) -> int:
        """How many function words of a language there are; none of Kazakh may have a letter of its own."""
        return sum(key in self._function_words[language] or (language == "kk" and not _KAZAKH_LETTERS.isdisjoint(typed.lower())) for typed, key, *_ in rows)

    def votes(self, read: Iterable[tuple[str, str, Collection[str], bool]]) -> Iterator[tuple[str, dict[Language, float]]]:
        """Each word as typed with what it tells of each language."""
        rows = list(read)
        # «Кто director of photography»: the letters of the function words tell whose sentence it is.
        native = sum(not typed.isascii() and (key in self._function_words["ru"] or key in self._function_words["kk"]) for typed, key, *_ in rows)
        english = sum(typed.isascii() and key in self._function_words["en"] for typed, key, *_ in rows)
        latin = sum(typed.isascii() and not key.isdigit() for typed, key, *_ in rows)
        others = sum(not (typed.isascii() or named) for typed, _, _, named in rows)
        # «Which film won гран-при in Aktau?»: an English sentence with a word that it borrows.
        opens = bool(rows) and rows[0][0].isascii() and rows[0][1] in self._function_words["en"] and latin >= 2 * others
        cyrillic = native > 0 and english <= 2 * native and not opens
        after_number = False
        for n, (typed, key, bases, named) in enumerate(rows, 1):
            votes = self._votes(typed.lower(), key, bases)
            if after_number and typed.lower() in _KAZAKH_AFTER_NUMBERS:
                # «2023-те?»: the ending of a case, and no Russian «те».
                votes |= {"kk": 1.0, "ru": 0.0}
            after_number = typed.isdecimal()
            if n == len(rows) > 2 and not (named or typed.isascii() or typed[:1].isupper() or votes["ru"]):
                # A Kazakh sentence ends in its verb or a particle, whatever words it borrows before.
                votes["kk"] *= 2.0
            share = (_OF_A_NAME if named else 1.0) * (_BORROWED if cyrillic and typed.isascii() else 1.0)
            votes = {language: weight * share for language, weight in votes.items()}
            if named and _RUSSIAN_ADJECTIVES.search(typed.lower()):
                votes["ru"] += _SURE
            if not (named or votes["ru"]) and _SURELY_RUSSIAN.search(typed.lower()) and key not in self._function_words["kk"]:
                votes["ru"] += _SURE
            if named and key not in bases and _KAZAKH_CASES.search(typed.lower()):
                votes["kk"] += _SURE
            yield typed, votes

    def _votes(self, typed: str, key: str, bases: Collection[str]) -> dict[Language, float]:
        votes: dict[Language, float] = dict.fromkeys(LANGUAGES, 0.0)
        latin = typed.isascii()
        # Kazakh gives its endings to what it borrows: «фильмдер» is no Russian «фильм».
        owners = {"kk"} if set(self._owners.get(key, ())) == {"kk"} else {owner for base in bases for owner in self._owners.get(base, ())}
        for language in LANGUAGES:
            if language == "en" and not latin:
                continue
            if key in self._function_words[language]:
                votes[language] += 1.0
            elif language in owners:
                votes[language] += 0.8 / len(owners) if len(key) > 3 else 0.3
        if latin:
            votes["ru"] *= 0.9
        if not (latin or _KAZAKH_LETTERS.isdisjoint(typed)):
            votes["kk"] += 0.7
        if key not in bases and len(typed) > 4:
            if _KAZAKH_ENDINGS.search(typed):
                votes["kk"] += 0.4
            if _RUSSIAN_ENDINGS.search(typed):
                votes["ru"] += 0.25
        return votes
