"""What somebody says is known already, where something else is asked: «besides the cultural centre», «орталықтан басқа»."""

from __future__ import annotations

from kb.language.kazakh import ABLATIVE
from kb.understand.reading.message import Message
from kb.understand.word_lists import folded_outside

# So many words after «besides» tell what is known already.
_AFTER_BESIDES = 3


def known_already(message: Message) -> frozenset[int]:
    """Positions of the words beside «besides»; none where they name a record."""
    outside = folded_outside()
    if all(listed.isdisjoint(message.keys) for listed in outside.values()):
        return frozenset()
    named = {i for m in message.of("record") for i in m.span}
    clauses, size = message.clauses, len(message.tokens)
    out: set[int] = set()
    for i, token in enumerate(message.tokens):
        if token.key in outside["before"]:
            rest = [j for j in range(i + 1, min(i + 1 + _AFTER_BESIDES, size)) if clauses.get(j) == clauses.get(i)]
            out.update(rest if named.isdisjoint(rest) else ())
        elif token.key in outside["after"] and i and message.tokens[i - 1].key.endswith(ABLATIVE) and i - 1 not in named:
            out.add(i - 1)
    return frozenset(out)
