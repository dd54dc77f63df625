"""The languages that are asked for: «in Kazakh with Russian subtitles»."""

from __future__ import annotations

from handlers.programme.asked.message import MessageWords
from handlers.programme.asked.request import ANY

# Between a language and its subtitles: «English and Russian subtitles», «субтитры на английском».
_BESIDE = 3
_IN = ("speech", "at")


def languages(words: MessageWords) -> tuple[str | None, str | None]:
    """The language that is spoken, and that of the subtitles; a language that is neither is a word like any other: «казахский фильм»."""
    of = {at: concept for concept, positions in words.concepts.items() for at in positions}
    titles = words.concepts.get("subtitles", [])
    spoken, written, nearest = None, ANY if titles else None, _BESIDE + 1
    for at, (sort, _, code) in [(at, concept.partition("-")) for at, concept in sorted(of.items()) if concept.startswith(("language-", "spoken-"))]:
        # «In Kazakh with Russian subtitles»: what follows «in», or is followed by «language», is apart from subtitles that come later.
        reach = 0 if of.get(at - 1) in _IN else 2 if of.get(at + 1) == "speech" else _BESIDE
        if beside := [abs(n - at) for n in titles if -_BESIDE <= n - at <= reach]:
            if min(beside) < nearest:
                written, nearest = code, min(beside)
        elif sort == "spoken" or of.get(at - 1) in _IN or of.get(at + 1) == "speech":
            spoken = spoken or code
        else:
            words.taken.discard(at)
    return spoken, written
