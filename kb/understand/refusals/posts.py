"""Posts that a question names: a minister is told by a text that says minister, an ambassador by one that says ambassador."""

from __future__ import annotations

import re
from functools import cache

from kb.base import Base
from kb.language.fold import fold
from kb.understand.ask import KAZAKHSTAN, Ask, Candidate
from kb.understand.lexicon import properties, words
from kb.understand.weights import OF_KIND

# Properties that a question about a post asks for.
_ASKED = {"post", "head", "what"}
# Whoever or whatever is named besides is what is asked about: «with which minister did she talk in Paris?».
_NAMING = {"person", "film", "agreement", "event", "award"}
# A deputy minister is no minister; a Deputy Prime Minister is one, and no deputy minister.
_MINISTER, _DEPUTY_MINISTER = re.compile(r"(?<!deputy )(?<!deputy culture )ministers?\b"), re.compile(r"deputy (?:culture )?minister\b")


@cache
def _posts() -> dict[str, tuple[frozenset[str], re.Pattern[str]]]:
    """Post → the keys of the words for it in every language, and what a text in English says of who holds it."""
    listed: dict[str, list[str]] = words()["posts"]
    return {post: (frozenset(map(fold, said)), re.compile(rf"\b(?:{'|'.join(said)})")) for post, said in listed.items()}


class Posts:
    """Tells whether an answer is about another post than the one that is asked about, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def is_of_another(self, ask: Ask, best: Candidate) -> bool:
        """«Who is the mayor of Ankara?», «кто посол Турции?»: who leads a body there, or signed a paper with it, holds no such post."""
        if not _NAMING.isdisjoint(ask.named_kinds.values()):
            return False
        others = (prop for prop, strong in ask.strength.items() if strong >= OF_KIND and prop not in _ASKED)
        if ask.types - {"who", "when"} or any(properties()[prop].answers == "who" for prop in others):
            return False
        posts = self._said(ask)
        if not posts or (not ask.types and "post" not in ask.cues):
            return False
        told = self._told(best)
        if "minister" in posts and ask.strength.keys() - _ASKED - {"sights"}:
            # «Which minister opened the festival?»
            return False
        if "minister" not in posts:
            return told is None or not all(_posts()[post][1].search(told) for post in posts)
        pattern = _DEPUTY_MINISTER if "deputy" in posts else _MINISTER
        return told is None or not pattern.search(told) or not self._is_there(ask, best)

    @staticmethod
    def _said(ask: Ask) -> set[str]:
        """The posts that the words of a question name, but for those that are part of a name."""
        said: set[str] = set()
        for i, token in enumerate(ask.reading.tokens):
            # As it is typed: «ministers» meet, and none of them is asked for.
            said.update(post for post, (known, _) in _posts().items() if i not in ask.named_positions and token.key in known)
        return said

    def _told(self, best: Candidate) -> str | None:
        """What an answer says, in English and lower case."""
        record = self._base.records[best.record]
        if best.operation == "card":
            return " ".join(text.en for text in record.texts()).lower()
        if best.operation == "highlight":
            return record.highlights[int(best.property or 0)].text.en.lower()
        fact = record.facts.get(best.property or "")
        return fact.text.en.lower() if fact and fact.text else None

    @staticmethod
    def _is_there(ask: Ask, best: Candidate) -> bool:
        """Whether an answer is of the country that is named; of Kazakhstan, where none is."""
        named = [record for record, kind in ask.named_kinds.items() if kind == "country"] or [KAZAKHSTAN]
        return best.record in ask.named or any(ask.linked(best.record, country) for country in named)
