"""What an editor types → the parts of a fact: `ru: …` and `kk: …` on lines of their own, or one text whose language is told by its words."""

from __future__ import annotations

import re

from handlers.editing.cards import part_name
from kb import LANGUAGES, KnowledgeBase
from kb.changes import PARTS, VALUE

_LABEL = re.compile(r"^[ \t]*([^\W\d_]{2,14})[ \t]*:[ \t]*", re.M)
# Typed instead of a text: there is none.
_NOTHING = {"-", "–", "—"}


class NoLanguage(Exception):
    """A text does not tell which language it is in."""


def parts_of(kb: KnowledgeBase, said: str, parts: tuple[str, ...]) -> dict[str, str | None]:
    """Part → its new value; None where a dash says that there is none. `parts` are those that can be meant: of one, no label is needed.

    Raises:
        NoLanguage: the text has no label, and its words tell no language.
    """
    labels = _labels()
    found = [match for match in _LABEL.finditer(said) if match[1].casefold() in labels]
    if not found or said[: found[0].start()].strip():
        if len(parts) == 1:
            return {parts[0]: None if said.strip() in _NOTHING else " ".join(said.split())}
        language = kb.language_of(said)
        if language is None or not said.strip():
            raise NoLanguage
        return {language: said.strip()}
    typed: dict[str, str | None] = {}
    for match, following in zip(found, [*found[1:], None], strict=True):
        part = labels[match[1].casefold()]
        value = said[match.end() : following.start() if following else len(said)].strip()
        typed[part] = None if value in _NOTHING or not value else " ".join(value.split()) if part == VALUE else value
    return typed


def _labels() -> dict[str, str]:
    """What a part may be called: by its key, or as cards call it in any language."""
    return {name.casefold(): part for part in PARTS for name in (part, *(part_name(part, language) for language in LANGUAGES))}
