"""When a country came into a body: «when did Hungary join TURKSOY?» is told of none, and not by its first festival."""

from __future__ import annotations

from kb.understand.ask import Ask
from kb.understand.word_lists import folded_list


def asks_when_one_joined(ask: Ask) -> bool:
    """Whether it is asked when a country that is named joined a body that is named."""
    kinds = set(ask.named_kinds.values())
    if ask.types != {"when"} or not {"country", "organisation"} <= kinds <= {"country", "organisation"} or ask.reading.years:
        return False
    return ask.reading.has_form(folded_list("coming_in"))
