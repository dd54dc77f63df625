"""The hours that a message asks for: «after 6», «18.30», «18-ден 21-ге дейін», and how long before the start to remind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers.programme.asked.message import MessageWords

# Words between an hour and what says what it is: «сағат 18-ден кейін».
AROUND = 2
# «After 6» is an hour of the evening: no screening begins before 8 in the morning.
_FIRST_HOUR = 8
# Kazakh endings of the hour from which: «18-ден 21-ге дейін».
_FROM = frozenset({"den", "dan", "ten", "tan", "nan", "nen"})


def hours(words: MessageWords) -> Iterator[tuple[str, int]]:
    """Each hour with what is said of it, in minutes since midnight."""
    has = words.concepts
    for i, typed in enumerate(words.texts):
        if i in words.taken or not re.fullmatch(r"\d{1,2}(?:[.:]\d\d)?", typed) or not is_hour(words, i):
            continue
        said = relation(words, i) or "at"
        hour, _, minute = typed.replace(":", ".").partition(".")
        later = bool(has.keys() & {"evening_hour", "evening", "tonight"}) or (int(hour) < _FIRST_HOUR and not minute and "morning_hour" not in has)
        words.taken.add(i)
        suffix = i + 1
        if suffix < len(words.keys) and suffix not in words.taken and len(words.keys[suffix]) <= 3 and words.texts[suffix] not in ("and", "und"):
            words.taken.add(suffix)  # «18-де»
        yield said, (int(hour) + (12 if later and int(hour) < 12 else 0)) * 60 + int(minute or 0)


def is_hour(words: MessageWords, i: int) -> bool:
    """Whether a number stands beside a word that makes it an hour, or an hour is all that it can be: «18.30»."""
    hour, _, minute = words.texts[i].replace(":", ".").partition(".")
    if int(hour) > 24 or (minute and int(minute) > 59):
        return False
    return ":" in words.texts[i] or (bool(minute) and not 1 <= int(minute) <= 12) or "between" in words.concepts or relation(words, i) is not None


def relation(words: MessageWords, i: int) -> str | None:
    """What the words around an hour say of it: `after`, `before`, `at`."""
    of: dict[int, str] = {at: concept for concept, positions in words.concepts.items() for at in positions}
    following = range(i + 1, min(i + 2 + AROUND, len(words.keys)))
    for n in following:
        if of.get(n) in ("after_it", "before_it"):
            words.taken.update(range(i + 1, n))  # a case ending that stands between: «18-ден кейін»
            return of[n].removesuffix("_it")
    for n in range(i - 1, max(i - 2 - AROUND, -1), -1):
        if (concept := of.get(n)) in ("after", "before"):
            return concept
        if concept in ("at", "hour"):
            return next((c for k in (n - 1, n - 2) if (c := of.get(k)) in ("after", "before")), "at")
        break
    if any(of.get(n) in ("hour", "evening_hour", "morning_hour") for n in following[:1]):
        return "at"
    return "after" if words.keys[i + 1 : i + 2] and words.keys[i + 1] in _FROM else None


def minutes_before(words: MessageWords) -> int | None:
    """How long before the start a reminder is wanted: «30 minutes before», «за полчаса»."""
    has = words.concepts
    if "remind" not in has:
        return None
    for at, typed in enumerate(words.texts):
        for unit, minutes in (("minutes", 1), ("hour", 60)):
            if re.fullmatch(r"\d{1,3}", typed) and at + 1 in has.get(unit, ()):
                words.taken.add(at)
                return int(typed) * minutes
    return next((minutes for concept, minutes in (("half_hour", 30), ("one_hour", 60)) if concept in has), None)
