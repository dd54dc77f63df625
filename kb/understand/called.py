"""How a country, its people, a city, a film or a festival is called in another language: «как Швеция по-казахски», «what do Kazakhs call China?».

The names of the records tell it in three languages; what it is in any other is not known.
What it was called before, a highlight tells, and why it is called so, a fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kb.base import Base
from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.records import LANGUAGES, Language, Record
from kb.understand.evidence import EDITION_LIKE
from kb.understand.highlights import highlight
from kb.understand.lexicon import function_keys, words
from kb.understand.word_lists import folded_list

if TYPE_CHECKING:
    from kb.understand.ask import Ask
    from kb.understand.reading import Mention, Token

# What can be called so, the likeliest first where several have one name.
_KINDS = ("country", "place", "festival", "film", "person", "organisation")
# Of these, names in other languages are not known; of the rest the base may tell what their title means.
_GEOGRAPHY = ("country", "place")
# How surely a word has to be a name.
_SURE = 0.85
# What can take part in such a question besides what the lexicon has for it.
_BESIDE = ("slight", "kind", "language")
_NAMES = ("record", "foreign")
# So many words at most are what is to be translated: «как по-казахски спасибо».
_LEFT = 2


class Calling(NamedTuple):
    """What a message asks the name of."""

    # A language of the base, «other», or nothing where none is said: then it is that of the message.
    language: str
    # The records that the name in the message can be of, and its words; of a country that is not in the base only the words.
    records: tuple[str, ...]
    keys: frozenset[str]
    # What kinds of things the name is said to be of: «the film», «страна».
    kinds: frozenset[str]
    # Whether it asks for those who live there.
    of_people: bool
    # Whether it asks for the title or how it is written, which no meaning of the name answers.
    of_form: bool
    # Whether nothing but the name and the language is said: «Мажарстан in English».
    bare: bool
    # Whether a translation is asked for.
    translates: bool
    # So many words take no part in such a question.
    rest: int


@cache
def _keys(name: str) -> frozenset[str]:
    """The folded words of a list of `called` in `words/asking.yaml`."""
    return frozenset(fold(str(word)) for listed in words()["called"][name].values() for word in listed)


@cache
def _before() -> frozenset[str]:
    """The folded words for what was before."""
    return frozenset(fold(word) for word in words()["narrowed"]["predecessor"]["by"])


@cache
def _why() -> frozenset[str]:
    return frozenset(fold(word) for word in words()["why"]["words"])


@cache
def _languages() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """First key → the phrases for a language, the longest first: «по-казахски», «in Kazakh»."""
    out: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    phrases = ((language, fold_phrase(phrase)) for language, listed in words()["called"]["in"].items() for phrase in listed)
    for language, keys in sorted(phrases, key=lambda phrase: -len(phrase[1])):
        out.setdefault(keys[0], []).append((language, keys))
    return out


@cache
def _speakers() -> dict[str, str]:
    """Folded word for those who speak a language → the language."""
    return {fold(word): language for language, listed in words()["called"]["speakers"].items() for word in listed}


@cache
def _signs() -> frozenset[str]:
    """The folded words of which every such question has one."""
    of_languages = {keys[-1] for listed in _languages().values() for _, keys in listed}
    return frozenset(of_languages | _speakers().keys() | _keys("people"))


@cache
def _passed() -> frozenset[str]:
    """The folded words that may stand in such a question and say nothing: no question word for somebody, a time or a place is one."""
    others = {fold(word) for kind in ("who", "when", "where") for listed in words()["questions"][kind].values() for word in listed}
    return frozenset((function_keys() - others) | _keys("beside"))


def calling(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Calling | None:
    """What a message asks the name of, if it looks like such a question: how surely, tell the words that are left."""
    keys = [token.key for token in tokens]
    if _signs().isdisjoint(keys):
        return None
    people = {i for i, token in enumerate(tokens) if not _keys("people").isdisjoint((token.key, *token.bases))}
    verbs = {i for i, key in enumerate(keys) if key in _keys("verbs")}
    language, said = _language(keys, bool(verbs))
    asking = {i for i, key in enumerate(keys) if key in _keys("asking")} | verbs
    if not said and not (people and verbs):
        return None
    named = [m for m in mentions if m.pattern.what in _NAMES and m.weight >= _SURE and m.span.isdisjoint(said | people | asking)]
    at = {i for m in named for i in m.span}
    if at and not asking and any(m.pattern.what == "language" for m in mentions):
        # «Қайтадан по-английски» wishes to be answered in English.
        return None
    beside = {i for m in mentions if m.pattern.what in _BESIDE for i in m.span}
    greeting = {i for m in mentions if m.pattern.what == "smalltalk" for i in m.span}
    rest = [i for i, key in enumerate(keys) if i not in said | asking | people | at and (i in greeting or (i not in beside and key not in _passed()))]
    spans: dict[str, set[int]] = {}
    for mention in named:
        if mention.pattern.what == "record":
            spans.setdefault(mention.pattern.value, set()).update(mention.span)
    return Calling(
        language,
        records=tuple(record for record, span in spans.items() if span >= at),
        keys=frozenset(key for i in at for key in (keys[i], *tokens[i].bases)),
        kinds=frozenset(m.pattern.value for m in mentions if m.pattern.what == "kind" and m.span.isdisjoint(at | people | said)),
        of_people=bool(people),
        of_form=not _keys("form").isdisjoint(keys),
        bare=not asking,
        translates=not _keys("translating").isdisjoint(keys),
        rest=len(rest),
    )


def is_asked(tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    """Whether a message asks for a name in a language, and so does not wish to be answered in it."""
    asked = calling(tokens, mentions)
    return asked is not None and not asked.bare and (bool(asked.keys) or asked.translates) and asked.rest <= (_LEFT if asked.translates else 0)


def _language(keys: list[str], calls: bool) -> tuple[str, set[int]]:
    """The language that a message names, or that those speak of whom it says that they call something so, and where."""
    for i, key in enumerate(keys):
        for language, phrase in _languages().get(key, ()):
            if tuple(keys[i : i + len(phrase)]) == phrase:
                return language, set(range(i, i + len(phrase)))
    speaking = next((i for i, key in enumerate(keys) if key in _speakers()), None) if calls else None
    return ("", set()) if speaking is None else (_speakers()[keys[speaking]], {speaking})


class Called:
    """Recognises such questions, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def told(self, ask: Ask, context: Query | None) -> Query | None:
        """The name that is asked for; after such an answer also «а по-русски?»."""
        asked = calling(ask.reading.tokens, ask.reading.mentions)
        if asked is None or asked.rest:
            return None
        language = _of_base(asked.language or ask.reading.language or "en")
        if language is None:
            return None
        if not asked.keys:
            goes_on = context is not None and context.operation == "name"
            return replace(context, language=language) if context and goes_on else None
        record = self._record(asked)
        if record is None or not _has_name(record, asked, language) or self._asks_meaning(ask, asked, record):
            return None
        part = _part(record, asked)
        shown, *others = [set(fold_phrase(name)) for name in getattr(record.names, language)]
        if part is None and record.kind == "film" and "name_meaning" in record.facts and others and shown <= asked.keys:
            # «What's the English title of Kachkyn?»: who asks knows that name.
            return Query("fact", (record.id,), "name_meaning")
        return Query("name", (record.id,), part, language=language) if names_of(record, part, language) else None

    def former(self, ask: Ask) -> Query | None:
        """«Как раньше звали ТЮРКСОЙ?», «what was it called before?»: the former name of the only record that is named, where the base tells it."""
        keys = [set(token.own_keys) for token in ask.reading.tokens]
        former = _before() | _keys("former")
        # «Its old name», «another name».
        named_so = any(not (former.isdisjoint(before) or _keys("asking").isdisjoint(name)) for before, name in pairwise(keys))
        if len(ask.named) != 1 or not (named_so or (_is_called(ask) and not _before().isdisjoint(set().union(*keys)))):
            return None
        called = _keys("asking") | _keys("verbs")
        return highlight(self._base.records[next(iter(ask.named))], lambda cue: not (_before().isdisjoint(cue) or called.isdisjoint(cue)))

    @staticmethod
    def after_whom(ask: Ask) -> Query | None:
        """«Since when has Kazakhfilm carried Aimanov's name?»: what tells of that name, and not when the studio was founded."""
        if "age" in ask.operations or ask.kinds.keys() - {"organisation", "festival", "place"} or not ask.reading.has_key(folded_list("a_name")):
            return None
        told = {named: set(fact.refs) for named in ask.named if (fact := ask.of[named].facts.get("named_after")) and not fact.unknown}
        found = [named for named, refs in told.items() if any(other != named and ask.named[other] != ask.named[named] for other in refs & ask.named.keys())]
        return Query("fact", (found[0],), "named_after") if len(found) == 1 and len(ask.named) == 2 else None

    @staticmethod
    def asks_reason(ask: Ask) -> bool:
        """«Why is it called so?»"""
        return ask.reading.has_key(_why()) and _is_called(ask)

    def is_untold(self, ask: Ask) -> bool:
        """Whether a name is asked for in a language that no record has names in, or what is no name is to be translated."""
        asked = calling(ask.reading.tokens, ask.reading.mentions)
        if asked is None:
            return False
        if not asked.keys:
            return bool(asked.language) and asked.translates and 0 < asked.rest + len(asked.kinds) <= _LEFT
        record = self._record(asked)
        return not asked.rest and record is not None and record.kind in _GEOGRAPHY and not self._asks_meaning(ask, asked, record)

    @staticmethod
    def _asks_meaning(ask: Ask, asked: Calling, record: Record) -> bool:
        """«Qaitadan қазақша қалай аударылады», «what does Aktau mean in English»: what a name means, where the base tells it."""
        if "name_meaning" not in ask.strength or "name_meaning" not in record.facts:
            return False
        # «What does the title mean in English?»: it is the title that is asked about, but not for.
        passed = _keys("asking") | _keys("form") | _signs() | _passed()
        return not asked.of_form or any(ask.reading.tokens[i].key not in passed for i in ask.cues["name_meaning"])

    def _record(self, asked: Calling) -> Record | None:
        """The likeliest of those that the name can be of."""
        kinds = {record: self._base.evidence[record].kind for record in asked.records}
        likely = sorted((record for record, kind in kinds.items() if kind in _KINDS), key=lambda record: _KINDS.index(kinds[record]))
        return self._base.records[likely[0]] if likely else None


def _is_called(ask: Ask) -> bool:
    """Whether a word says that something is called so."""
    return any(not _keys("verbs").isdisjoint(token.own_keys) for token in ask.reading.tokens)


def _of_base(language: str) -> Language | None:
    return next((known for known in LANGUAGES if known == language), None)


def _part(record: Record, asked: Calling) -> str | None:
    """Whether the people of a country are asked for, or what is of it: `people`, `adjective`, or neither where it is the country itself."""
    if record.forms is None or record.kind != "country":
        return None
    if asked.of_people or _is_among(record.forms.people, asked.keys):
        return "people"
    of_name = not {key for name in record.names.all() for key in fold_phrase(name)}.isdisjoint(asked.keys)
    return "adjective" if not of_name and _is_among(record.forms.adjective, asked.keys) else None


def _is_among(listed: dict[Language, list[str]], keys: frozenset[str]) -> bool:
    return any(keys.issuperset(fold_phrase(word)) for known in listed.values() for word in known)


def _has_name(record: Record, asked: Calling, language: Language) -> bool:
    """Whether a record has the name that is asked for, and is not rather asked about in other ways."""
    if not asked.kinds <= {record.kind, *(EDITION_LIKE if record.kind in EDITION_LIKE else ())} or (asked.bare and record.kind not in _GEOGRAPHY):
        return False
    return record.kind != "film" or _is_own_title(record, language)


def _is_own_title(record: Record, language: Language) -> bool:
    """Whether a film has a title of its own in a language: one that is the same elsewhere is not translated."""
    title = record.names.shown(language)
    if language == "en":
        return title not in record.names.original
    others = [record.names.shown(other) for other in LANGUAGES if other != language]
    return not any(other in title for other in (*others, *record.names.original))


def names_of(record: Record, part: str | None, language: Language) -> list[str]:
    """What a record is called in a language, or its people, or what is of it."""
    if part is None:
        return [record.names.shown(language)]
    if record.forms is None:
        return []
    return (record.forms.people if part == "people" else record.forms.adjective).get(language, [])
