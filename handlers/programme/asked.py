"""A message → what it asks of the programme: a day, hours, a venue, a film. None if it asks something else: then the base is asked.

Every word has to be explained: by the words of `words.yaml`, a name of the programme, a film of the base, or by saying little by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import yaml
from babel import Locale

from handlers.programme.days import MINUTES, NIGHT_ENDS, local
from handlers.programme.topic import Topic
from handlers.state.programme import Screening, Venue
from kb import LANGUAGES, KnowledgeBase, Language, Question, Words
from kb.index import Index
from kb.language.fold import clean, fold, fold_phrase
from kb.language.kazakh import NOMINAL
from kb.language.typing_errors import SHORTEST, Spellings, distance
from kb.understand.lexicon import film_types

_WORDS = Path(__file__).parent / "words.yaml"
_TOKEN = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}[.:]\d{2}(?!\d)|\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
# «After 6» is an hour of the evening: no screening begins before 8 in the morning.
_FIRST_HOUR = 8
_SHORTEST_NAME = 3
# Kazakh endings of the hour from which: «18-ден 21-ге дейін».
_FROM = frozenset({"den", "dan", "ten", "tan", "nan", "nen"})
# What stands between a day and its month, or ends the day: «2nd of October».
_ORDINAL = frozenset({"st", "nd", "rd", "th", "of"})
# Subtitles are asked for, in whatever language.
ANY = "any"
# Between a language and its subtitles: «English and Russian subtitles», «субтитры на английском».
_BESIDE = 3
_IN = ("speech", "at")
# Words that say little by themselves: noted, but explained by nothing.
_LIGHT = frozenset({"speech", "it", "also"})
# Words that are of the programme only beside others.
_ONLY_WITH = ((("minutes", "beginning", "half_hour", "one_hour"), ("remind",)), (("need", "buy"), ("access", "price")))
# What a question has that goes on from the answer before: «and where is it?», «when does it start?», «what about Cadet?».
_GOES_ON = frozenset({"where", "when", "clock", "address", "screening", "on", "at", "film", "what", "filler", *_LIGHT})
# All that a wish to be reminded has, if it names nothing.
_REMINDS = frozenset({"remind", "minutes", "hour", "half_hour", "one_hour", "beginning", "before", "before_it", "at", "screening", "filler", *_LIGHT})
# Kinds of records that are shown at a festival, or are one: their price is that of a ticket.
_SHOWN = ("film", "edition", "festival")
_WHAT_ABOUT = frozenset({"what_about", "what", "film", "event", "ceremony", "filler", *_LIGHT})
# Words between an hour and what says what it is: «сағат 18-ден кейін».
_AROUND = 2
# What can be asked of entries, or of a venue; the programme tells it of each.
Aspect = Literal["place", "access", "languages", "length", "remind", "venue"]
Type = Literal["documentary", "short", "feature", "event"]
_FILM_TYPES: tuple[Type, ...] = ("documentary", "short", "feature")
TYPES: tuple[Type, ...] = (*_FILM_TYPES, "event")


@dataclass(frozen=True)
class Asked:
    """What is asked; hours are minutes since the day's midnight, and go beyond 1440 into the night.

    `day` is None for «now», «next» and a film on whatever day; `rest`: only what has not ended. `told` says whether the words tell the language.
    `spoken` and `subtitled` are codes of languages, or `ANY` for subtitles in whatever language. `aspect` is what is asked of the entries, if
    not what is on; `minutes` before the start is when to remind, `buys`: where there are tickets.
    """

    language: Language
    told: bool
    day: date | None = None
    since: int | None = None
    until: int | None = None
    now: bool = False
    next: bool = False
    rest: bool = False
    tonight: bool = False
    venue: str | None = None
    film: str | None = None
    entries: tuple[str, ...] = ()
    type: Type | None = None
    spoken: str | None = None
    subtitled: str | None = None
    aspect: Aspect | None = None
    minutes: int | None = None
    buys: bool = False


# A name's folded keys, and what it stands for.
_Name = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Known:
    """What the programme holds, as far as questions name it."""

    venues: Mapping[str, Venue] = field(default_factory=dict)
    entries: Sequence[Screening] = ()

    @cached_property
    def films(self) -> frozenset[str]:
        return frozenset(entry.film for entry in self.entries if entry.film)

    @cached_property
    def venue_names(self) -> list[_Name]:
        return _longest_first((name, venue.id) for venue in self.venues.values() for name in [*venue.names.values(), *venue.aliases])

    @cached_property
    def entry_names(self) -> list[_Name]:
        """Names of entries, those of events also without what they have in common: «when is the closing»."""
        names = {name for entry in self.entries for name in entry.names.values()}
        short = {(_bare(name), name) for entry in self.entries if entry.kind == "event" for name in entry.names.values()}
        return _longest_first([*((name, name) for name in names), *short])


@dataclass(frozen=True)
class _Phrase:
    """`language` is None if several have it: then it tells none."""

    concept: str
    language: Language | None


@dataclass
class _Words:
    """The words of a message; `taken` are those that are explained."""

    texts: list[str]
    keys: list[str]
    taken: set[int] = field(default_factory=set)
    concepts: dict[str, list[int]] = field(default_factory=dict)
    votes: dict[Language, int] = field(default_factory=lambda: dict.fromkeys(LANGUAGES, 0))


class _Phrases:
    """Every phrase of `words.yaml` and the names of months, by their folded keys."""

    def __init__(self) -> None:
        data = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
        listed = [(concept, language, str(phrase)) for concept, by_language in data.items() for language, phrases in by_language.items() for phrase in phrases]
        for language in LANGUAGES:
            for form in ("format", "stand-alone"):
                # Kazakh months take endings: «қазанда», «қазандағы».
                listed += [(f"month-{n}", language, f"{name}*" if language == "kk" else name) for n, name in Locale(language).months[form]["wide"].items()]
        self._whole: dict[tuple[str, ...], _Phrase] = {}
        self._begun: dict[tuple[str, ...], _Phrase] = {}
        for concept, language, phrase in listed:
            if keys := _folded(phrase):
                for held in (self._whole, self._begun) if phrase.endswith("*") else (self._whole,):
                    before = held.setdefault(keys, _Phrase(concept, language))
                    if before.language != language:
                        held[keys] = replace(before, language=None)
        self._firsts = {keys[0] for keys in self._whole if len(keys) > 1}
        self.longest = max(map(len, self._whole))
        single = sorted(keys[0] for keys, phrase in self._whole.items() if len(keys) == 1 and phrase.concept != "past")
        self._spellings = Spellings(single, Index(Spellings.compile(single)), Index(Spellings.compile_sounds(single)))

    def find(self, keys: tuple[str, ...]) -> _Phrase | None:
        """What these words stand for, the last of them perhaps with an ending."""
        if len(keys) > 1 and keys[0] not in self._firsts:
            return None
        if found := self._whole.get(keys):
            return found
        *first, last = keys
        for size in range(len(last) - 1, 1, -1):
            if found := self._begun.get((*first, last[:size])):
                return found
        return None

    def near(self, key: str) -> _Phrase | None:
        """What a word stands for that has a typing error."""
        if len(key) <= SHORTEST:
            return None
        found = self._spellings.near(key)
        return self._whole[(min(found, key=lambda word: (found[word], word)),)] if found else None


@cache
def phrases() -> _Phrases:
    """Read once, which takes a tenth of a second."""
    return _Phrases()


@lru_cache(maxsize=4096)
def _near(key: str) -> _Phrase | None:
    # Most questions are made of the same few thousand words.
    return phrases().near(key)


def _folded(phrase: str) -> tuple[str, ...]:
    return tuple(key for part in _TOKEN.findall(clean(phrase.rstrip("*"))) if (key := fold(part)))


def _bare(name: str) -> str:
    """An event's name without «ceremony»."""
    known = phrases()
    return " ".join(word for word in name.split() if (found := known.find((fold(word),))) is None or found.concept != "ceremony")


def asked(
    text: str, now: float, zone: ZoneInfo, kb: KnowledgeBase, known: Known, language: Language, base: Words | None = None, topic: Topic | None = None
) -> Asked | None:
    """What a message asks of the programme; `language` is that of the person, for words that tell none. `known` without entries: none is loaded.

    `base` is what the knowledge base said of the words, if it was asked before; `topic` what the answer before was about.
    """
    base = base or kb.words(text)
    # Another keyboard layout has letters on the digits' keys.
    said = base.text if re.findall(r"\d", base.text) == re.findall(r"\d", text) else text
    words = _read(said, base.passed | {key for keys in base.records.values() for key in keys})
    if not words.concepts and not any(text[0].isdigit() for text in words.texts):
        return None
    if topic is None or not topic.told:
        words.taken.difference_update(words.concepts.pop("ends", ()))
    spoken, subtitled = _languages(words)
    film, named = _film(words, base.records, kb, known)
    venue = _named(words, known.venue_names)
    entries = _named(words, known.entry_names)
    minutes = _minutes_before(words)
    out = _when(words, now, zone)
    if out is None or any(i not in words.taken and key not in base.passed for i, key in enumerate(words.keys)):
        return None
    ids = tuple(entry.id for entry in known.entries if entries in entry.names.values()) if entries else ()
    type_ = next((sort for sort in TYPES if sort in words.concepts), None)
    out = replace(out, venue=venue, film=film, entries=ids, type=type_, spoken=spoken, subtitled=subtitled, minutes=minutes, buys="buy" in words.concepts)
    found = _about(out, words, kb, known, named, topic)
    if found is None or (found.aspect is None and kb.ask(Question(text, words=base)).kind == "smalltalk"):
        return None
    told = base.language or _voted(words)
    return replace(found, language=told or language, told=told is not None)


def _voted(words: _Words) -> Language | None:
    """The language of the words of the programme, if they are of one."""
    first, second, _ = sorted(words.votes.items(), key=lambda vote: -vote[1])
    return first[0] if first[1] > second[1] else None


def _about(out: Asked, words: _Words, kb: KnowledgeBase, known: Known, film_named: bool, topic: Topic | None) -> Asked | None:
    """What is asked of the programme, perhaps of what the answer before was about; None if this is not for it."""
    has = words.concepts.keys()
    if "who" in has:
        return None
    if known.entries and not has & {"past"} and (not film_named or out.film in known.films) and (out.day is None or _in_programme(out.day, known)):
        if aspect := _aspect(out, words, kb, film_named, topic):
            return _of(replace(out, aspect=aspect), known, topic)
        if topic and (found := _goes_on(out, words, kb, known, film_named, topic)):
            return found
        if topic and not topic.told and topic.film not in known.films and {"it", "screening"} <= has and not film_named:
            return None  # «where can I watch it?», of a film that is not in the programme
    if not _is_about(out, words, known, film_named):
        return None
    return replace(out, aspect="remind") if "remind" in has and not known.entries else out


def _aspect(out: Asked, words: _Words, kb: KnowledgeBase, film_named: bool, topic: Topic | None) -> Aspect | None:
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


def _of(out: Asked, known: Known, topic: Topic | None) -> Asked:
    """The same of what the answer before was about, unless it says itself of what."""
    if topic is None or out.film or out.entries or out.venue or out.day or out.now or out.next or out.type or out.spoken:
        return out
    ids = tuple(entry.id for entry in known.entries if entry.id in topic.entries)
    film = topic.film if topic.film in known.films and not ids else None
    return replace(out, entries=ids, film=film, venue=topic.venue if not ids and topic.venue in known.venues else None)


def _goes_on(out: Asked, words: _Words, kb: KnowledgeBase, known: Known, film_named: bool, topic: Topic) -> Asked | None:
    """What a message asks that would ask nothing without the answer before it: «where is it?», «what about Cadet?»."""
    has = words.concepts.keys()
    light = {at for concept in has & _LIGHT for at in words.concepts[concept]}
    if topic.told and (film_named or out.entries) and has & {"what_about", "also"} and has <= _WHAT_ABOUT:
        return out if len(words.taken | light) == len(words.keys) else None
    if topic.told and not film_named and out.day and len(words.taken | light) == len(words.keys):
        return out  # «and tomorrow?»
    of = _of(out, known, topic)
    if topic.told and of.venue and of is not out and not film_named and has & {"where", "address"} and has <= {"where", "address", "filler", *_LIGHT}:
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


def _is_about(out: Asked, words: _Words, known: Known, film_named: bool) -> bool:
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
        # «Programme» alone says that there is none; with anything else the base may know more, such as that of a past edition.
        alone = has == {"programme"} and not _others(words) and len(words.keys) == 1
        coming = out.next and bool(has & {"screening", "film", *_FILM_TYPES}) and not has & {"festival", "event"}
        if alone or (not film_named and (coming or ("remind" in has and has <= _REMINDS))):
            return True
        return (relative and (cued or subject or not _others(words))) or (bool(has & set(_WEEKDAYS)) and (cued or subject))
    if out.day is not None and not relative and not has & set(_WEEKDAYS) and not _in_programme(out.day, known):
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
        return cued or subject or not _others(words)
    if out.venue is not None and {"what", "filler"} <= has:  # «не бар», «что есть»
        return True
    return "programme" in has or (cued and (subject or bool(has & {"where", "when", "clock"})))


def _others(words: _Words) -> bool:
    """Whether there are words besides those of time: «how are you today» asks nothing of the programme."""
    return len(words.taken) < len(words.keys)


def _in_programme(day: date, known: Known) -> bool:
    first, last = known.entries[0].starts_at, known.entries[-1].starts_at
    # A day at either end, so that the zone does not matter here.
    return date.fromtimestamp(first) - timedelta(days=1) <= day <= date.fromtimestamp(last) + timedelta(days=1)


def _read(text: str, passed: frozenset[str]) -> _Words:
    """The words with the concepts that they stand for; a word that says little by itself has no typing error."""
    texts = _TOKEN.findall(clean(text).lower())
    words = _Words(texts, [fold(part) for part in texts])
    known = phrases()
    # The longest first: «today evening» before «today».
    for size in range(known.longest, 0, -1):
        for at in range(len(words.keys) - size + 1):
            span = range(at, at + size)
            if words.taken.isdisjoint(span) and (found := known.find(tuple(words.keys[at : at + size]))):
                _take(words, found, span)
    # What is spelt right comes first: «көрсетіледі» is no error for «көрсетілді».
    for at, key in enumerate(words.keys):
        if at not in words.taken and key not in passed and (found := _near(key)):
            _take(words, found, range(at, at + 1))
    _hours_in_words(words)
    for concept in words.concepts.keys() & _LIGHT:
        words.taken.difference_update(at for at in words.concepts[concept] if words.keys[at] in passed)
    for concepts, wanted in _ONLY_WITH:
        if words.concepts.keys().isdisjoint(wanted):
            words.taken.difference_update(at for concept in concepts for at in words.concepts.pop(concept, ()))
    return words


def _hours_in_words(words: _Words) -> None:
    """Write an hour in figures, if the words around it make it one: «после шести», but not «this one»."""
    for concept in [name for name in words.concepts if name.startswith("hour-")]:
        for at in words.concepts.pop(concept):
            words.taken.discard(at)
            if _relation(words, at):
                words.texts[at] = words.keys[at] = concept.removeprefix("hour-")


def _take(words: _Words, phrase: _Phrase, span: range) -> None:
    words.taken.update(span)
    words.concepts.setdefault(phrase.concept, []).append(span[0])
    if phrase.language:
        words.votes[phrase.language] += 1


def _minutes_before(words: _Words) -> int | None:
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


# Languages


def _languages(words: _Words) -> tuple[str | None, str | None]:
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


# Names


def _film(words: _Words, records: Mapping[str, frozenset[str]], kb: KnowledgeBase, known: Known) -> tuple[str | None, bool]:
    """The film that is named, one of the programme if it is in it; and whether one is."""
    films = [name for name in records if (record := kb.record(name)) and record.kind == "film"]
    if not films:
        return None, False
    film = next((name for name in films if name in known.films), films[0])
    words.taken.update(i for i, key in enumerate(words.keys) if key in records[film])
    return film, True


def _longest_first(names: Iterable[tuple[str, str]]) -> list[_Name]:
    folded = {(keys, what) for name, what in names if len("".join(keys := fold_phrase(name))) >= _SHORTEST_NAME}
    return sorted(folded, key=lambda found: (-len(found[0]), found))


def _named(words: _Words, names: list[_Name]) -> str | None:
    """The thing whose name stands in the message, the longest name first."""
    for keys, what in names:
        for at in range(len(words.keys) - len(keys) + 1):
            if all(_is_form(words.keys[at + n], key) for n, key in enumerate(keys)):
                words.taken.update(range(at, at + len(keys)))
                return what
    return None


@lru_cache(maxsize=4096)
def _is_form(typed: str, name: str) -> bool:
    """Whether a typed word is a name's word, inflected or with a typing error."""
    if typed[:1] != name[:1]:
        return False
    if typed == name or (typed.startswith(name) and NOMINAL.match(typed[len(name) :])):
        return True
    ending = len(name) > 2 and typed.startswith(name[: max(3, len(name) - 2)]) and len(typed) <= len(name) + 3
    return ending or distance(typed, name) is not None


# When


def _when(words: _Words, now: float, zone: ZoneInfo) -> Asked | None:
    """The day and the hours; None if a number means nothing."""
    today = local(now, zone).date()
    has = words.concepts
    day, since, until = _day(words, today), None, None
    for concept, (begins, ends) in _PARTS.items():
        if concept in has:
            since, until = begins, ends
    tonight = "tonight" in has or (day in (None, today) and bool(has.keys() & _LATE))
    if tonight:
        since, until = since or _PARTS["evening"][0], until or _PARTS["evening"][1]
        day = today
        if local(now, zone).hour < NIGHT_ENDS:
            day -= timedelta(days=1)
    for number, (relation, minutes) in enumerate(_hours(words)):
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


def _day(words: _Words, today: date) -> date | None:
    has = words.concepts
    for concept, days in (("day_after_tomorrow", 2), ("tomorrow", 1), ("today", 0)):
        if concept in has:
            return today + timedelta(days=days)
    for number, weekday in enumerate(_WEEKDAYS):
        if weekday in has:
            return today + timedelta(days=(number - today.weekday()) % 7)
    return _date(words, today)


def _date(words: _Words, today: date) -> date | None:
    """A date in figures, or a day beside the name of its month."""
    for i, typed in enumerate(words.texts):
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
            words.taken.add(i)
            return _valid(int(found[1]), int(found[2]), int(found[3]))
        if (found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?", typed)) and (found[3] or not _is_hour(words, i)):
            words.taken.add(i)
            return _valid(int(found[3]), int(found[2]), int(found[1])) if found[3] else _nearest(int(found[2]), int(found[1]), today)
    month = next(((int(concept[6:]), at[0]) for concept, at in words.concepts.items() if concept.startswith("month-")), None)
    if month is None:
        return None
    number, at = month
    year = next((i for i in range(len(words.texts)) if re.fullmatch(r"20\d\d", words.texts[i])), None)
    for i in sorted(range(len(words.texts)), key=lambda i: abs(i - at)):
        if re.fullmatch(r"\d{1,2}", words.texts[i]) and abs(i - at) <= _AROUND:
            words.taken |= {i} | ({year} if year is not None else set())
            # «2nd of October», «2-нші»
            words.taken |= {n for n in range(min(i, at), max(i, at) + _AROUND) if n < len(words.texts) and words.texts[n] in _ORDINAL}
            day = int(words.texts[i])
            return _valid(int(words.texts[year]), number, day) if year is not None else _nearest(number, day, today)
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, today: date) -> date | None:
    """A date without its year: the nearest one, before or after today."""
    found = [near for year in (today.year - 1, today.year, today.year + 1) if (near := _valid(year, month, day))]
    return min(found, key=lambda near: abs(near - today), default=None)


def _is_hour(words: _Words, i: int) -> bool:
    """Whether a number stands beside a word that makes it an hour, or an hour is all that it can be: «18.30»."""
    hour, _, minute = words.texts[i].replace(":", ".").partition(".")
    if int(hour) > 24 or (minute and int(minute) > 59):
        return False
    return ":" in words.texts[i] or (bool(minute) and not 1 <= int(minute) <= 12) or "between" in words.concepts or _relation(words, i) is not None


def _relation(words: _Words, i: int) -> str | None:
    """What the words around an hour say of it: `after`, `before`, `at`."""
    of: dict[int, str] = {at: concept for concept, positions in words.concepts.items() for at in positions}
    following = range(i + 1, min(i + 2 + _AROUND, len(words.keys)))
    for n in following:
        if of.get(n) in ("after_it", "before_it"):
            words.taken.update(range(i + 1, n))  # a case ending that stands between: «18-ден кейін»
            return of[n].removesuffix("_it")
    for n in range(i - 1, max(i - 2 - _AROUND, -1), -1):
        if (concept := of.get(n)) in ("after", "before"):
            return concept
        if concept in ("at", "hour"):
            return next((c for k in (n - 1, n - 2) if (c := of.get(k)) in ("after", "before")), "at")
        break
    if any(of.get(n) in ("hour", "evening_hour", "morning_hour") for n in following[:1]):
        return "at"
    return "after" if words.keys[i + 1 : i + 2] and words.keys[i + 1] in _FROM else None


def _hours(words: _Words) -> Iterator[tuple[str, int]]:
    """Each hour with what is said of it, in minutes since midnight."""
    has = words.concepts
    for i, typed in enumerate(words.texts):
        if i in words.taken or not re.fullmatch(r"\d{1,2}(?:[.:]\d\d)?", typed) or not _is_hour(words, i):
            continue
        relation = _relation(words, i) or "at"
        hour, _, minute = typed.replace(":", ".").partition(".")
        later = bool(has.keys() & {"evening_hour", "evening", "tonight"}) or (int(hour) < _FIRST_HOUR and not minute and "morning_hour" not in has)
        words.taken.add(i)
        suffix = i + 1
        if suffix < len(words.keys) and suffix not in words.taken and len(words.keys[suffix]) <= 3 and words.texts[suffix] not in ("and", "und"):
            words.taken.add(suffix)  # «18-де»
        yield relation, (int(hour) + (12 if later and int(hour) < 12 else 0)) * 60 + int(minute or 0)


def is_of_type(entry: Screening, type: Type, kb: KnowledgeBase) -> bool:
    """Whether an entry is of a sort: an event, else by the type of its film in the base, which can be a narrower one: a docudrama."""
    if entry.kind == "event" or type == "event":
        return entry.kind == type
    record = kb.record(entry.film) if entry.film else None
    return record is not None and record.type in film_types()[type]
