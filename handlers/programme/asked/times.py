"""The day and the hours that a message asks for: «tonight», «3 октября с 18 до 21»."""

from __future__ import annotations

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from handlers.programme.asked.dates import day_of
from handlers.programme.asked.hours import hours
from handlers.programme.asked.message import MessageWords
from handlers.programme.asked.request import Asked
from handlers.programme.days import MINUTES, NIGHT_ENDS, local

# Minutes of the day; what is after midnight belongs to the night before it.
_PARTS: dict[str, tuple[int | None, int]] = {
    "morning": (NIGHT_ENDS * 60, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, MINUTES + NIGHT_ENDS * 60),
    "night": (22 * 60, MINUTES + NIGHT_ENDS * 60),
    "at_midnight": (22 * 60, MINUTES + NIGHT_ENDS * 60),
    "before_midnight": (None, MINUTES),
    "midnight": (MINUTES, MINUTES + NIGHT_ENDS * 60),
}
# Those that «today» stands for as well, before its midnight and after it.
_LATE = frozenset({"evening", "night", "at_midnight", "midnight"})


def when(words: MessageWords, now: float, zone: ZoneInfo) -> Asked | None:
    """The day and the hours; None if a number means nothing."""
    today = local(now, zone).date()
    has = words.concepts
    day, since, until = day_of(words, today), None, None
    for concept, (begins, ends) in _PARTS.items():
        if concept in has:
            since, until = begins, ends
    tonight = "tonight" in has or (day in (None, today) and bool(has.keys() & _LATE))
    if tonight:
        since, until = since or _PARTS["evening"][0], until or _PARTS["evening"][1]
        day = today
        if local(now, zone).hour < NIGHT_ENDS:
            day -= timedelta(days=1)
    for number, (relation, minutes) in enumerate(hours(words)):
        if "between" in has:
            relation = "before" if number else "after"
        if relation == "after":
            since = minutes
        elif relation == "before":
            until = minutes
        else:
            since, until = minutes, minutes + 60
    while since is not None and until is not None and until <= since:  # «from 6 till 9», «с 22 до 2»
        until += MINUTES // 2
    if any(i not in words.taken and re.match(r"\d", text) for i, text in enumerate(words.texts)):
        return None
    if day is None and since is None and until is None:
        return Asked("en", False, now="now" in has, next="next" in has)
    return Asked("en", False, day or today, since, until, rest=day in (None, today) or tonight, tonight=tonight, next="next" in has)
