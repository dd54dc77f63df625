"""What sort of thing a text tells and a question asks for: somebody, who hands a prize over, a place, a building, a time, a film.

«In which palace» is not answered by a sentence that tells no building, nor «who» by one that names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import get_month_names

from kb.understand.lexicon import words

Sort = Literal["who", "presenter", "where", "venue", "when", "film"]
# What a record is that a fact refers to, and of what sort that is.
_OF_KIND: Mapping[str, Sort] = {"person": "who", "organisation": "who", "place": "where", "country": "where"}
_TITLE = re.compile(r"“[^”]*”")
# What a film is told by that has no record here: «opened with “Time of Heroes”», but not «the “Crane” statuette».
_FILM = re.compile(r"\b(?:with|films?|was|were) “")
_MONTH = "|".join(get_month_names("wide", locale="en").values())
_TIME = re.compile(rf"\b(?:1\d|20)\d\d\b|\d:\d\d|\bcentur(?:y|ies)\b|\b(?:{_MONTH})\b")
# «The festival of 2025» tells of which year it was, and not when something of it was.
_YEAR_OF = re.compile(r"\b(?:festival|summit) of (?:19|20)\d\d\b")
_CAPITAL = rf"(?!(?:{_MONTH})\b)[^\W\d_a-z]\w"
# «In Latvia»; «of Turan University», but not «of Uzbek cinema»; «in a village».
_IN = rf"\b(?:in|at|from|to|near|between|by|through|is|was|were)\s+(?:the\s+)?(?:\w+\s+)?{_CAPITAL}"
_OF = rf"\bof\s+(?:the\s+)?{_CAPITAL}\w*(?!\w|\s+(?!in\b|for\b|at\b|and\b|since\b|until\b|from\b)[a-z])"
_PLACE = re.compile(rf"{_IN}|{_OF}|\b(?:village|town|city|capital|[Rr]egion|area|banks?)\b")
# Who hands a prize over is not who gets it.
_HANDED = re.compile(r"\b(?:presented|handed)\b")
# A name that does not begin the sentence.
_NAME = re.compile(rf"(?<!^)\b(?!(?:{_MONTH})\b)[^\W\d_a-z]\w+")

# Those who have no name: «a foreign legal entity».
_UNNAMED = "entity|entities|company|companies|body|bodies|experts|filmmakers|delegations?|visitors|brothers?|author|mother|father"
_SOMEBODY = re.compile(rf"\b(?:{_UNNAMED})\b", re.IGNORECASE)


def told_by(text: str, kinds: Iterable[str]) -> Iterator[Sort]:
    """The sorts of things that an English sentence tells, which refers to records of these kinds."""
    said, kinds = _TITLE.sub("", text), set(kinds)
    referred = {_OF_KIND.get(kind) for kind in kinds}
    if referred - {None} or not _countries().issuperset(_NAME.findall(said)) or _SOMEBODY.search(said):
        yield "who"
    if _HANDED.search(said):
        yield "presenter"
    if "where" in referred or _PLACE.search(said):
        yield "where"
    if _venues().search(said):
        yield "venue"
    if _TIME.search(_YEAR_OF.sub("", said)):
        yield "when"
    if "film" in kinds or _FILM.search(text):
        yield "film"


@cache
def _countries() -> frozenset[str]:
    """The words of names of countries, which are nobody."""
    return frozenset(word for name in Locale("en").territories.values() for word in name.split())


@cache
def _venues() -> re.Pattern[str]:
    """«In the Navoi film palace»: the English words for a building or a square, where something was."""
    listed = [*words()["asked_nouns"]["venue"]["en"], *words()["venues"]]
    return re.compile(rf"\b(?:in|at|on)\s+(?:[^\s,;.]+\s+){{0,6}}?(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)
