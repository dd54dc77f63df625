"""Deep links into the private chat: a query, or a text that was not understood, as what Telegram takes in a link.

A `start` parameter has at most 64 of `A-Z a-z 0-9 _ -`: https://core.telegram.org/bots/features#deep-linking
"""

from __future__ import annotations

# Short forms have no capitals, so a capital can stand for a sign that a link does not take; `__` is how printed links write the dot.
_SIGNS = {".": "__", ":": "C", "~": "T", "?": "Q", "+": "P", "@": "A", "=": "E", ">": "G", "<": "L"}
_TEXT = "text_"


def payload(query: str) -> str:
    """The `start` parameter that opens the reply to a short form."""
    for sign, letters in _SIGNS.items():
        query = query.replace(sign, letters)
    return query


def query_of(start: str) -> str:
    """The short form that a `start` parameter stands for."""
    for sign, letters in _SIGNS.items():
        start = start.replace(letters, sign)
    return start


def text_payload(key: str) -> str:
    """The `start` parameter that opens the reply to a kept text."""
    return _TEXT + key


def text_key(start: str) -> str | None:
    """The id of the kept text that a `start` parameter stands for; None if it stands for a query."""
    return start.removeprefix(_TEXT) if start.startswith(_TEXT) else None


def private_link(username: str, start: str) -> str:
    """The link that opens the private chat with a `start` parameter."""
    return f"https://t.me/{username}?start={start}"
