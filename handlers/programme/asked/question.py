"""The steps from a message to what it asks of the programme: «what's on tonight?»"""

from __future__ import annotations

import re
from dataclasses import replace
from zoneinfo import ZoneInfo

from handlers.programme.asked.hours import minutes_before
from handlers.programme.asked.languages import languages
from handlers.programme.asked.message import MessageWords
from handlers.programme.asked.names import Known, film, named
from handlers.programme.asked.reading import read
from handlers.programme.asked.request import TYPES, Asked
from handlers.programme.asked.scope import about
from handlers.programme.asked.times import when
from handlers.programme.topic import Topic
from kb import KnowledgeBase, Language, Question, Reply, Words

# Small talk to the knowledge base that the programme answers.
_ASKING = ("what_to_watch", "language")


def asked(
    text: str, now: float, zone: ZoneInfo, kb: KnowledgeBase, known: Known, language: Language, base: Words | None = None, topic: Topic | None = None
) -> Asked | None:
    """What a message asks of the programme; `language` is that of the person, for words that tell none. `known` without entries: none is loaded.

    `base` is what the knowledge base said of the words, if it was asked before; `topic` what the answer before was about.
    """
    base = base or kb.words(text)
    # Another keyboard layout has letters on the digits' keys.
    said = base.text if re.findall(r"\d", base.text) == re.findall(r"\d", text) else text
    words = read(said, base.passed | {key for keys in base.records.values() for key in keys})
    if not words.concepts and not any(text[0].isdigit() for text in words.texts):
        return None
    if topic is None or not topic.told:
        words.taken.difference_update(words.concepts.pop("ends", ()))
    spoken, subtitled = languages(words)
    of_base, film_named = film(words, base.records, kb, known)
    venue = named(words, known.venue_names)
    entries = named(words, known.entry_names)
    minutes = minutes_before(words)
    out = when(words, now, zone)
    if out is None or any(i not in words.taken and key not in base.passed for i, key in enumerate(words.keys)):
        return None
    ids = tuple(entry.id for entry in known.entries if entries in entry.names.values()) if entries else ()
    type_ = next((sort for sort in TYPES if sort in words.concepts), None)
    out = replace(out, venue=venue, film=of_base, entries=ids, type=type_, spoken=spoken, subtitled=subtitled, minutes=minutes, buys="buy" in words.concepts)
    found = about(out, words, kb, known, film_named, topic)
    if found is None or (found.aspect is None and _is_small_talk(kb.ask(Question(text, words=base)))):
        return None
    told = base.language or _voted(words)
    return replace(found, language=told or language, told=told is not None)


def _is_small_talk(reply: Reply) -> bool:
    """«See you tomorrow»: a word for a day asks for nothing there; «what can I see tomorrow» and «what's on in Kazakh?» do."""
    return reply.kind == "smalltalk" and reply.smalltalk not in _ASKING


def _voted(words: MessageWords) -> Language | None:
    """The language of the words of the programme, if they are of one."""
    first, second, _ = sorted(words.votes.items(), key=lambda vote: -vote[1])
    return first[0] if first[1] > second[1] else None
