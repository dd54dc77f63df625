"""A message with a title in place of words that tell a film: «хоррор Ержанова», "the film that won best director"."""

from __future__ import annotations

import re

from kb.understand.lexicon import words
from kb.understand.reading import Reading

# What stands between the words that the title is put in for.
_GAP = r"[^\w]+"


def put_in(reading: Reading, span: range, named: str) -> str | None:
    """The text of a message with what is `named` for some of its words; None where these stand otherwise in the text."""
    text, count = re.subn(_GAP.join(re.escape(reading.tokens[i].text) for i in span), lambda _: named, reading.text, count=1)
    return text if count else None


def is_plural(reading: Reading, i: int) -> bool:
    """Whether a word is for several films."""
    plurals, typed = tuple(words()["several_films"]), reading.tokens[i].text.lower()
    return typed.startswith(plurals) if reading.language == "kk" else typed in plurals
