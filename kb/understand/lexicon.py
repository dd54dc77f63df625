"""What words mean: reads `kb/lexicon/` and the names of the records into patterns over folded base keys."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any, Literal

import Stemmer
import yaml
from babel import Locale

from kb.language.fold import fold_phrase
from kb.records import LANGUAGES, Kind, Language, Record

# A title in quotes; all its letters but so many last ones tell it from forms of a name, and so many at least.
QUOTED, _ENDING, _BEGINNING = re.compile("[«“]([^«»“”]+)[»”]"), 3, 5
DIRECTORY = Path(__file__).parent.parent / "lexicon"
# So many people of one surname, or films of one title, are told apart no more; a title of one word that so many films have is an everyday word.
SHARED, EVERYDAY = 20, 4
# The label of a pattern for what a guest needs, and of one for what the bot is told to do and no base can.
NEED, TASK = "need", "task"
What = Literal[
    "record",
    "cue",
    "kind",
    "operation",
    "question",
    "asked",
    "smalltalk",
    "ordinal",
    "foreign",
    "function",
    "slight",
    "month",
    "genre",
    "language",
    "beyond",
    "title",
]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase of base keys and what it stands for; `exact` names are never matched by a fuzzy word."""

    keys: tuple[str, ...]
    what: What
    value: str
    language: Language | None = None
    label: str = ""
    # How many properties a cue stands for: «подписать» says less than «дата подписания».
    shared: int = 1
    # Its place among all patterns.
    rank: int = 0
    # Which of its keys it is looked up by, and the rarest of its other keys, which has to stand in the message too.
    at: int = 0
    beside: str = ""
    # 1 if it is an everyday word, which names its record only where it stands alone, with a capital or beside a word for a film; 2 if so
    # many have this name that it only names one where it stands alone.
    ordinary: int = 0

    @property
    def anchor(self) -> str:
        return self.keys[self.at]

    # «про что»: a cue of function words alone is only found in this order, side by side; other cues anywhere nearby.
    in_any_order: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "in_any_order", self.what == "cue" and not function_keys().issuperset(self.keys))

    @classmethod
    def load(
        cls, beside: str, keys: str, what: What, value: str, language: Language | None, label: str, shared: int, rank: int, at: int, ordinary: int
    ) -> Pattern:
        """A pattern as the compiled file holds it."""
        # The same few words stand in many patterns.
        kind: What = intern(what)  # type: ignore[assignment]
        of: Language | None = intern(language) if language else None  # type: ignore[assignment]
        return cls(tuple(map(intern, keys.split(" "))), kind, intern(value), of, label, shared, rank, at, intern(beside), ordinary)


@dataclass(frozen=True)
class Property:
    id: str
    answers: Literal["who", "when", "where", "count", "what"]
    type: Literal["text", "date", "number", "money", "boolean", "reference"]
    kinds: list[Kind]
    label: dict[Language, str]


@cache
def film_types() -> dict[str, frozenset[str]]:
    """What somebody calls a film → the types of records that can be it."""
    return {called: frozenset(types) for called, types in words()["film_types"].items()}


def default_properties(kind: str, question: str) -> list[str]:
    """What a question word alone asks of a record of a kind: «where?» of a person the birthplace."""
    found: str | list[str] = words()["default_properties"].get(kind, {}).get(question, [])
    return [found] if isinstance(found, str) else found


@cache
def properties() -> dict[str, Property]:
    """The closed list of what can be asked, in the order of the file."""
    return {key: Property(id=key, **value) for key, value in _read("properties.yaml").items()}


def cues() -> dict[str, dict[Language, list[str]]]:
    """Property → what asks for it in each language. Only a build needs them: they are read anew, and held by nobody.

    Raises:
        ValueError: a file of `cues/` has cues of no property.
    """
    of_language = {language: _read(f"cues/{language}.yaml") for language in LANGUAGES}
    for language, listed in of_language.items():
        if strange := listed.keys() - properties().keys():
            raise ValueError(f"cues/{language}.yaml has cues of {', '.join(sorted(strange))}, which properties.yaml does not have: name a property of it")
    return {key: {language: of_language[language].get(key, []) for language in LANGUAGES} for key in properties()}


@cache
def words() -> dict[str, Any]:
    """The lists of words of all files of `words/`, by their names; a name stands in one file alone, or `ValueError` tells which two have it."""
    merged: dict[str, Any] = {}
    homes: dict[str, str] = {}
    for path in sorted((DIRECTORY / "words").glob("*.yaml")):
        data = _read(f"words/{path.name}")
        for name in data:
            if name in homes:
                raise ValueError(f"words/{path.name} has the list `{name}`, which words/{homes[name]} has already: put all its words into one of them")
            homes[name] = path.name
        merged |= data
    return merged


@dataclass(frozen=True)
class Confusable:
    """Names that records share or that a typing error turns into each other, and what to do: see `confusables.yaml`."""

    keys: frozenset[tuple[str, ...]]
    treatment: Literal["exact", "ask", "wins"]
    kind: Kind | None


@cache
def confusables() -> tuple[Confusable, ...]:
    return tuple(Confusable(frozenset(map(fold_phrase, row["names"])), row["treatment"], row.get("kind")) for row in _read("confusables.yaml"))


@cache
def narrowed() -> dict[str, tuple[list[str], frozenset[str]]]:
    """Property → the wider ones, and the folded words that make it of them."""
    return {prop: (row["of"], frozenset(key for word in row["by"] for key in fold_phrase(word))) for prop, row in words()["narrowed"].items()}


@cache
def keywords() -> dict[str, dict[str, list[str]]]:
    """Record → where: `record`, a property or the name of a highlight → words of all languages that people use for what it tells."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted((DIRECTORY / "keywords").glob("*.yaml")):
        for record, by_key in _read(f"keywords/{path.name}").items():
            for key, listed in by_key.items():
                found[record][str(key)] += map(str, listed)
    return found


@cache
def beyond() -> dict[Language, list[str]]:
    """What people ask for and the base has nothing on, by language, all groups of `beyond/*.yaml` together.

    Such a word forbids an answer unless the text of the answer itself holds it.
    """
    return {language: _all_groups(f"beyond/{language}.yaml") for language in LANGUAGES}


@cache
def beyond_labels() -> dict[tuple[str, ...], str]:
    """Of `beyond`, what a guest needs and the festival's staff tells him, and what the bot is told to do: the groups `needs` and `tasks`. Only a build asks."""
    groups = (("tasks", TASK), ("needs", NEED))
    return {fold_phrase(str(phrase)): label for group, label in groups for language in LANGUAGES for phrase in _groups(f"beyond/{language}.yaml")[group]}


@cache
def conversation() -> dict[str, Any]:
    """What is said to the bot or about it: see `kb/understand/conversation.py`."""
    said: dict[str, Any] = _read("conversation.yaml")
    return said


@cache
def peoples() -> dict[str, dict[Language, list[str]]]:
    """Country code → the adjectives and people of the country: «норвежцы»."""
    named: dict[str, dict[Language, list[str]]] = _read("peoples.yaml")
    return named


@cache
def decoys() -> list[str]:
    """Real names that are easily taken for something in the base, or that people ask for in vain, all groups of `decoys.yaml` together."""
    return _all_groups("decoys.yaml")


def _read(name: str) -> Any:
    return yaml.load((DIRECTORY / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _all_groups(name: str) -> list[str]:
    return [str(phrase) for listed in _groups(name).values() for phrase in listed]


def _groups(name: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = _read(name)
    return groups


@cache
def generic() -> frozenset[str]:
    """The folded words of the trade that fit every record."""
    return frozenset(key for word in words()["generic"] for key in fold_phrase(word))


@cache
def function_keys() -> frozenset[str]:
    """The folded function words of all languages."""
    return frozenset(key for keys in function_words().values() for key in keys)


@cache
def function_words() -> dict[Language, frozenset[str]]:
    """The folded function words of each language; phrases of several words are patterns only."""
    return {
        language: frozenset(keys[0] for word in listed if len(keys := fold_phrase(str(word))) == 1) for language, listed in words()["function_words"].items()
    }


def word_patterns() -> list[Pattern]:
    """The patterns that do not depend on the records."""
    out = []
    function = {language: {fold_phrase(str(word)) for word in listed} for language, listed in words()["function_words"].items()}
    cued = [(fold_phrase(str(cue)), prop, language) for prop, listed in cues().items() for language, phrases in listed.items() for cue in phrases]
    # A question word alone is no cue: what it asks for stands in `questions`. But «what year» asks for the year of a film, not for its day.
    asked = {fold_phrase(str(phrase)) for by_language in words()["questions"].values() for listed in by_language.values() for phrase in listed}
    kinds = {fold_phrase(str(word)) for by_language in words()["kinds"].values() for listed in by_language.values() for word in listed}
    # Nor is the word for a kind: what a kind asks of another stands in `properties_of_asked_kind`.
    cued = [
        (keys, prop, language)
        for keys, prop, language in dict.fromkeys(cued)
        if keys not in function[language] | (asked if len(keys) == 1 or prop != "year" else set()) and not (len(keys) == 1 and keys in kinds)
    ]
    shared = Counter((frozenset(keys), language) for keys, _, language in cued)
    out += [Pattern(keys, "cue", prop, language, shared=shared[frozenset(keys), language]) for keys, prop, language in cued]
    groups: list[tuple[str, What]]
    groups = [
        ("kinds", "kind"),
        ("operations", "operation"),
        ("questions", "question"),
        ("smalltalk", "smalltalk"),
        ("ordinals", "ordinal"),
        ("months", "month"),
        ("genres", "genre"),
        ("answer_in", "language"),
    ]
    for name, what in groups:
        for value, by_language in words()[name].items():
            for language, phrases in by_language.items():
                out += [Pattern(fold_phrase(str(phrase)), what, str(value), language) for phrase in phrases]
    out += _asked_nouns()
    listed_by_language: list[tuple[What, dict[Language, list[str]]]]
    listed_by_language = [("function", words()["function_words"]), ("slight", words()["slight"]), ("slight", words()["corrections"]), ("beyond", beyond())]
    for what, by_language in listed_by_language:
        for language, phrases in by_language.items():
            keyed = [(fold_phrase(str(phrase)), str(phrase)) for phrase in phrases]
            out += [Pattern(keys, what, phrase, language, beyond_labels().get(keys, "") if what == "beyond" else "") for keys, phrase in keyed]
    return [pattern for pattern in out if pattern.keys]


def _asked_nouns() -> list[Pattern]:
    """«In which palace», «қай городта»: nouns that ask for something of their sort; those for buildings are cues of where it was too."""
    nouns: dict[str, dict[Language, list[str]]] = words()["asked_nouns"]
    phrases = [
        # Two languages in one phrase tell none.
        (fold_phrase(f"{word} {noun}"), sort, language if language == of_word else None)
        for sort, by_language in nouns.items()
        if sort != "after"
        for language, listed in by_language.items()
        for noun in listed
        for of_word, after in nouns["after"].items()
        for word in after
    ]
    out = [Pattern(keys, "asked", sort, language) for keys, sort, language in phrases]
    return out + [Pattern(keys, "cue", sort, language) for keys, sort, language in phrases if sort == "venue"]


def foreign_patterns(records: list[Record]) -> list[Pattern]:
    """Countries of the world that the base has nothing on and their people, and decoys: known names, so never typos of something else."""
    known = {fold_phrase(name) for record in records for name in [*record.names.all(), *record.aliases]}
    out: dict[tuple[str, ...], Pattern] = {}
    # Russian first: «Аргентина» and Argentina share a key, and Russian forms come from the Cyrillic label.
    for language in ("ru", "kk", "en"):
        for code, name in Locale(language).territories.items():
            keys = fold_phrase(name)
            if len(code) == 2 and keys and keys not in known and len(keys[0]) > 3:
                out.setdefault(keys, Pattern(keys, "foreign", code, None, name))
    for code, by_language in peoples().items():
        for name in (name for listed in by_language.values() for name in listed):
            out.setdefault(fold_phrase(name), Pattern(fold_phrase(name), "foreign", code, None, name))
    for name in decoys():
        out[fold_phrase(name)] = Pattern(fold_phrase(name), "foreign", name, None, name)
    return [pattern for keys, pattern in out.items() if keys not in known]


def country_name(code: str, language: Language | None) -> str:
    """The name of a country of the world by its code of two letters, as CLDR has it; empty for anything else."""
    return str(Locale(language).territories.get(code, "")) if language and len(code) == 2 else ""


def record_patterns(record: Record) -> list[Pattern]:
    """Each name and alias of a record; of a country also its adjectives and its people."""
    phrases = {*record.names.all(), *record.aliases}
    if record.forms:
        for group in (record.forms.adjective, record.forms.people):
            phrases.update(phrase for listed in group.values() for phrase in listed)
        phrases.update(record.forms.kk.values())
        phrases.update(record.forms.ru.values())
    if record.kind == "person" and record.type != "historical-figure":
        # People are called by their surname alone.
        phrases.update(name.split()[-1] for name in record.names.all() if len(name.split()) > 1 and len(name.split()[-1]) > 3)
    # «OTS» is two letters in a key, and no other word.
    told = [phrase for phrase in sorted(phrases) if len("".join(fold_phrase(phrase))) > 2 or (phrase.isupper() and len(phrase) > 2)]
    return [Pattern(keys, "record", record.id, _only_in().get(phrase)) for phrase in told if (keys := fold_phrase(phrase))]


def quoted(records: list[Record]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The folded titles that stand in quotes in the texts of facts and highlights and are no form of the name of a record: «Ayol qismati», not «Айку».

    Each with where it is told, as `record.property`.
    """
    named = sorted({"".join(fold_phrase(phrase)) for record in records for phrase in (*record.names.all(), *record.aliases)})
    for record in records:
        facts = ((prop, fact.text) for prop, fact in record.facts.items() if prop != "name_meaning")
        for prop, text in (*facts, *((str(i), one.text) for i, one in enumerate(record.highlights))):
            titles = {title for language in LANGUAGES if text for title in QUOTED.findall(text.get(language))}
            yield from ((keys, f"{record.id}.{prop}") for title in sorted(titles) if title[0].isupper() and not _is_form(keys := fold_phrase(title), named))


def _is_form(keys: tuple[str, ...], named: list[str]) -> bool:
    """Whether a title begins like one of these joined names, all but its ending."""
    joined = "".join(keys)
    stem = joined[: max(_BEGINNING, len(joined) - _ENDING)]
    return named[(at := bisect_left(named, stem)) : at + 1] != [] and named[at].startswith(stem)


def title_patterns(records: list[Record], lexicon: list[Pattern]) -> list[Pattern]:
    """The titles that are the name of no record; a form of a word of the lexicon, «Оскарға», is none."""
    known = sorted({"".join(pattern.keys) for pattern in lexicon})
    titles = ((keys, where) for keys, where in quoted(records) if not _is_form(keys, known))
    return list(dict.fromkeys(Pattern(keys, "title", where) for keys, where in titles if len(keys) > 1 or len(keys[0]) >= _BEGINNING))


@cache
def _only_in() -> dict[str, Language]:
    """Names that are another word in another language, «турки» and «түркі» → the language that they are names in."""
    return {name: language for language, listed in words()["names_of_one_language"].items() for name in listed}


def all_patterns(records: list[Record]) -> list[Pattern]:
    """Every pattern once, with its rank and its anchor: of a name its rarest word, of a cue its longest, else the first.

    A name that more than `SHARED` records have stands for the first of them. A film's title that is a word of the lexicon,
    «Премьера», or an everyday word, as one that several films have, is marked as `ordinary`, unless `sure_titles` has it.
    """
    lexicon = word_patterns()
    everyday = {pattern.keys for pattern in lexicon if len(pattern.keys) == 1 and pattern.what != "ordinal"}
    everyday -= {fold_phrase(title) for title in words()["sure_titles"]}
    named = [pattern for record in records for pattern in record_patterns(record)]
    films = {record.id for record in records if record.kind == "film"}
    ordinary = {fold_phrase(title) for title in words()["ordinary_titles"]}
    known = list(dict.fromkeys([*lexicon, *foreign_patterns(records), *named, *title_patterns(records, lexicon)]))
    titles = Counter[tuple[str, ...]](pattern.keys for pattern in dict.fromkeys(named) if pattern.value in films and len(pattern.keys) == 1)
    spread = Counter(key for pattern in named for key in pattern.keys)
    spread_of_all = Counter(key for pattern in known for key in pattern.keys)
    sharing = Counter[tuple[str, ...]]()
    out = []
    for rank, pattern in enumerate(known):
        if pattern.what == "record":
            sharing[pattern.keys] += 1
            if sharing[pattern.keys] > SHARED:
                continue
            anchor = min(pattern.keys, key=lambda key: spread[key])
        else:
            # Many nouns stand after «which»: they are looked up by the noun.
            anchor = max(pattern.keys, key=len) if pattern.in_any_order else pattern.keys[-1 if pattern.what == "asked" else 0]
        at = pattern.keys.index(anchor)
        beside = min((*pattern.keys[:at], *pattern.keys[at + 1 :]), key=lambda key: spread_of_all[key], default="")
        level = 0
        if pattern.what == "record":
            is_word = pattern.value in films and (pattern.keys in everyday or titles[pattern.keys] > EVERYDAY)
            level = 2 if titles[pattern.keys] > SHARED else int(pattern.keys in ordinary or is_word)
        out.append(replace(pattern, rank=rank, at=at, beside=beside, ordinary=level))
    return out


_STEMMER = Stemmer.Stemmer("english")


def english_stem(key: str) -> str:
    return str(_STEMMER.stemWord(key))
