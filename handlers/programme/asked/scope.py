"""Whether a message asks of the programme, and what of its entries; not what only the base may know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from handlers.programme.asked.continuation import goes_on, of_topic
from handlers.programme.asked.dates import WEEKDAYS
from handlers.programme.asked.message import LIGHT, MessageWords, others
from handlers.programme.asked.names import Known
from handlers.programme.asked.request import FILM_TYPES, TYPES, Asked, Aspect
from handlers.programme.topic import Topic
from kb import KnowledgeBase

# All that a wish to be reminded has, if it names nothing.
_REMINDS = frozenset({"remind", "minutes", "hour", "half_hour", "one_hour", "beginning", "before", "before_it", "at", "screening", "filler", *LIGHT})
# Kinds of records that are shown at a festival, or are one: their price is that of a ticket.
_SHOWN = ("film", "edition", "festival")


def about(out: Asked, words: MessageWords, kb: KnowledgeBase, known: Known, film_named: bool, topic: Topic | None) -> Asked | None:
    """What is asked of the programme, perhaps of what the answer before was about; None if this is not for it."""
    has = words.concepts.keys()
    if "who" in has:
        return None
    if known.entries and not has & {"past"} and (not film_named or out.film in known.films) and (out.day is None or _in_programme(out.day, known)):
        if aspect := _aspect(out, words, kb, film_named, topic):
            return of_topic(replace(out, aspect=aspect), known, topic)
        if topic and (found := goes_on(out, words, kb, known, film_named, topic)):
            return found
        if topic and not topic.told and topic.film not in known.films and {"it", "screening"} <= has and not film_named:
            return None  # «where can I watch it?», of a film that is not in the programme
    if not _is_about(out, words, known, film_named):
        return None
    return replace(out, aspect="remind") if "remind" in has and not known.entries else out


def _aspect(out: Asked, words: MessageWords, kb: KnowledgeBase, film_named: bool, topic: Topic | None) -> Aspect | None:
    """What is asked of entries, or where a venue is."""
    has = words.concepts.keys()
    if "remind" in has and "what" not in has:  # «remind me what it is about»
        return "remind"
    # The price alone can be that of what the base was asked about.
    before = kb.record(topic.film) if topic and topic.film and not topic.told else None
    if "access" in has or ("price" in has and (before is None or before.kind in _SHOWN or film_named)):
        return "access"
    narrowed = film_named or out.entries or out.day or out.since is not None or out.now or out.next or out.type
    if out.venue and not narrowed and (has & {"where", "address"} or has <= {"filler"}) and not has & {"programme", "screening", "when", "clock", "what"}:
        return "venue"
    return None


def _is_about(out: Asked, words: MessageWords, known: Known, film_named: bool) -> bool:
    """Whether this asks for the programme, and not for something that the base may know."""
    has = words.concepts.keys()
    if "length" in has:
        return False
    relative = out.now or out.tonight or bool(has & {"today", "tomorrow", "day_after_tomorrow"})
    if "past" in has and not relative:
        return False
    timed = relative or out.day is not None or out.since is not None
    cued = bool(has & {"programme", "screening"})
    subject = bool(has & {"what", "what_about", "film", *TYPES}) or out.venue is not None
    if not known.entries:
        return _is_about_none(out, words, film_named, relative, cued or subject)
    if out.day is not None and not relative and not has & set(WEEKDAYS) and not _in_programme(out.day, known):
        return False
    if film_named:
        asks = cued or timed or out.next or bool(has & {"on", "where", "when", "clock", "subtitles"})
        return (out.film in known.films and asks) or (relative and (cued or "on" in has))
    if out.entries:
        return cued or timed or bool(has & {"where", "when", "clock", "next"}) or ("what" in has and "film" not in has)
    if out.spoken or out.subtitled:
        return cued or timed or out.next or subject or "subtitles" in has
    if out.next:
        return cued or bool(has & {"film", *TYPES}) or ("festival" not in has and ("what" in has or out.venue is not None))
    if timed:
        return cued or subject or not others(words)
    if out.venue is not None and {"what", "filler"} <= has:  # «не бар», «что есть»
        return True
    return "programme" in has or (cued and (subject or bool(has & {"where", "when", "clock"})))


def _is_about_none(out: Asked, words: MessageWords, film_named: bool, relative: bool, told: bool) -> bool:
    """The same where no programme is loaded: whether that is to be said; `told`: the words say of what.

    «Programme» alone says that there is none; with anything else the base may know more, such as that of a past edition.
    """
    has = words.concepts.keys()
    alone = has == {"programme"} and not others(words) and len(words.keys) == 1
    coming = out.next and bool(has & {"screening", "film", *FILM_TYPES}) and not has & {"festival", "event"}
    if alone or (not film_named and (coming or ("remind" in has and has <= _REMINDS))):
        return True
    return (relative and (told or not others(words))) or (bool(has & set(WEEKDAYS)) and told)


def _in_programme(day: date, known: Known) -> bool:
    first, last = known.entries[0].starts_at, known.entries[-1].starts_at
    # A day at either end, so that the zone does not matter here.
    return date.fromtimestamp(first) - timedelta(days=1) <= day <= date.fromtimestamp(last) + timedelta(days=1)
