"""What goes on from the answer before: «and tomorrow?», «where is it?», «what about Cadet?»."""

from __future__ import annotations

from dataclasses import replace

from handlers.programme.asked.message import LIGHT, MessageWords
from handlers.programme.asked.names import Known
from handlers.programme.asked.request import TYPES, Asked
from handlers.programme.topic import Topic
from kb import KnowledgeBase

# What a question has that goes on from the answer before: «and where is it?», «when does it start?», «what about Cadet?».
_GOES_ON = frozenset({"where", "when", "clock", "address", "screening", "on", "at", "film", "what", "filler", *LIGHT})
_WHAT_ABOUT = frozenset({"what_about", "what", "film", "event", "ceremony", "filler", *LIGHT})


def of_topic(out: Asked, known: Known, topic: Topic | None) -> Asked:
    """The same of what the answer before was about, unless it says itself of what."""
    if topic is None or out.film or out.entries or out.venue or out.day or out.now or out.next or out.type or out.spoken:
        return out
    ids = tuple(entry.id for entry in known.entries if entry.id in topic.entries)
    film = topic.film if topic.film in known.films and not ids else None
    return replace(out, entries=ids, film=film, venue=topic.venue if not ids and topic.venue in known.venues else None)


def goes_on(out: Asked, words: MessageWords, kb: KnowledgeBase, known: Known, film_named: bool, topic: Topic) -> Asked | None:
    """What a message asks that would ask nothing without the answer before it: «where is it?», «what about Cadet?»."""
    has = words.concepts.keys()
    light = {at for concept in has & LIGHT for at in words.concepts[concept]}
    if topic.told and (film_named or out.entries) and has & {"what_about", "also"} and has <= _WHAT_ABOUT:
        return out if len(words.taken | light) == len(words.keys) else None
    if topic.told and not film_named and out.day and len(words.taken | light) == len(words.keys):
        return out  # «and tomorrow?»
    of = of_topic(out, known, topic)
    if topic.told and of.venue and of is not out and not film_named and has & {"where", "address"} and has <= {"where", "address", "filler", *LIGHT}:
        return replace(of, aspect="venue")
    if film_named or of is out or not (of.film or of.entries):
        return None
    if not topic.told:
        named = "screening" in has and has & {"where", "when", "clock"} and has <= _GOES_ON - {"film", "what"}
        return replace(of, aspect="place") if named else None
    entries = [entry for entry in known.entries if entry.id in of.entries or (of.film and entry.film == of.film)]
    if "which_language" in has:
        return replace(of, aspect="languages") if any(entry.languages or entry.subtitles for entry in entries) else None
    # «Anything with subtitles?» asks of all that is on.
    if "subtitles" in has and ("it" in has or not has & {"what", "film", *TYPES, "programme", "screening"}):
        return replace(of, aspect="languages")
    if "ends" in has:
        return replace(of, aspect="length")
    if "length" in has:
        films = [record for entry in entries if entry.film and (record := kb.record(entry.film))]
        told = any((fact := record.facts.get("runtime")) and not fact.unknown for record in films)
        return replace(of, aspect="length") if not told and (not films or any(entry.ends_at for entry in entries)) else None
    return replace(of, aspect="place") if has & {"where", "when", "clock", "address"} and has <= _GOES_ON else None
