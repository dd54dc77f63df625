"""What an editor must see before the base goes out: every finding in words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from babel import Locale

from kb.build import DATA
from kb.language.fold import fold_phrase
from kb.language.typing_errors import distance
from kb.records import LANGUAGES, DataFault, Fact, Language, Record, Source, Text, load_directory
from kb.texts import sentence
from kb.understand.lexicon import confusables, properties, record_patterns

# A reply is read on a phone; Telegram's own limit is 4096.
MAX_TEXT = 700
_MARKUP = re.compile(r"</?[a-z]+>|&[a-z]+;|\*\*|\[[^\]]*\]\(")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: `key` is its sentence in `kb/texts`. One that is `blocking` would break answers; the others only look bad."""

    place: str
    key: str
    values: tuple[tuple[str, str | int], ...] = ()
    blocking: bool = False

    def said(self, language: Language) -> str:
        return f"{self.place}: {sentence(self.key, language, **dict(self.values))}"

    def __str__(self) -> str:
        return self.said("en")


def _found(place: str, key: str, blocking: bool = False, **values: str | int) -> Finding:
    return Finding(place, f"lint-{key}", tuple(values.items()), blocking)


def lint() -> list[str]:
    """All findings of the shipped base; empty when it is clean."""
    try:
        records, sources = load_directory(DATA)
    except DataFault as fault:
        return str(fault).splitlines()
    return [str(finding) for finding in findings(records, sources)]


def findings(records: list[Record], sources: list[Source]) -> Iterator[Finding]:
    """What is wrong with these records, one finding at a time."""
    ids = {record.id for record in records}
    known = {source.id for source in sources}
    for record in records:
        for where, text in _texts(record):
            yield from _text_findings(f"{record.id}: {where}", text)
        for prop, fact in record.facts.items():
            yield from _fact_findings(f"{record.id}: facts.{prop}", record, prop, fact, ids, known)
        named = Counter(highlight.name for highlight in record.highlights)
        for number, highlight in enumerate(record.highlights):
            if highlight.name and (named[highlight.name] > 1 or highlight.name in {*properties(), "record"}):
                yield _found(f"{record.id}: highlights[{number}]", "taken-name", True, name=highlight.name)
            yield from (_found(f"{record.id}: highlights[{number}]", "no-source", True, source=s) for s in highlight.sources if s not in known)
        for relation, targets in record.links.items():
            yield from (_found(f"{record.id}: links.{relation}", "no-record", True, record=target) for target in targets if target not in ids)
        if not fold_phrase(record.names.kk[0]):
            yield _found(f"{record.id}: names.kk", "no-letters", True)
    yield from _confused(records)


def _texts(record: Record) -> Iterator[tuple[str, Text]]:
    yield "summary", record.summary
    yield from ((f"facts.{prop}", fact.text) for prop, fact in record.facts.items() if fact.text)
    yield from ((f"highlights[{n}]", highlight.text) for n, highlight in enumerate(record.highlights))


def _fact_findings(place: str, record: Record, prop: str, fact: Fact, ids: set[str], known: set[str]) -> Iterator[Finding]:
    definition = properties().get(prop)
    if definition is None:
        yield _found(place, "no-property", True)
        return
    if record.kind not in definition.kinds:
        yield _found(place, "wrong-kind", True, kind=record.kind, kinds=", ".join(definition.kinds))
    yield from (_found(place, "no-source", True, source=source) for source in fact.sources if source not in known)
    yield from (_found(place, "no-record", True, record=ref) for ref in fact.refs if ref not in ids)


# Texts


def _text_findings(place: str, text: Text) -> Iterator[Finding]:
    for language in LANGUAGES:
        said = text.get(language)
        if language in text.missing:
            yield _found(f"{place}: {language}", "missing")
        if not said.strip():
            yield _found(f"{place}: {language}", "empty")
        if len(said) > MAX_TEXT:
            yield _found(f"{place}: {language}", "too-long", length=str(len(said)), most=str(MAX_TEXT))
        if _MARKUP.search(said):
            yield _found(f"{place}: {language}", "markup")
    read: dict[str, Callable[[str, Language], set[str]]] = {"numbers": numbers, "dates": dates, "addresses": _addresses}
    for what, of in read.items():
        found = {language: of(text.get(language), language) for language in LANGUAGES}
        for language in LANGUAGES:
            if found[language] != found["en"]:
                yield _found(f"{place}: {language}", f"other-{what}", found=_listed(found[language]), english=_listed(found["en"]))


def _listed(found: set[str]) -> str:
    # Fluent takes no variable of more than 1,000 characters.
    return said if len(said := str(sorted(found))) <= 300 else said[:300] + "…"


def numbers(text: str, language: Language) -> set[str]:
    """The numbers of a text, however they are grouped; Roman ones and English decades and ordinals as plain numbers."""
    text = re.sub(r"\b[IVXL]+\b", lambda m: str(_from_roman(m[0])), text)
    text = re.sub(r"(?<=\d)[\s\u00a0\u202f,](?=\d{3}(?!\d))", "", text)
    return set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", text)))


def _from_roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < max(values[n:]) else value for n, value in enumerate(values))


def dates(text: str, language: Language) -> set[str]:
    """The days of a text as `month-day`; of «1–4 October» the last."""
    found = set()
    for day, month in re.findall(r"(\d{1,2})\s+([^\W\d_]+)", text):
        number = next((n for name, n in _months(language) if month.lower().startswith(name)), None)
        if number:
            found.add(f"{number:02}-{int(day):02}")
    return found


@cache
def _months(language: Language) -> list[tuple[str, int]]:
    return [(name.lower(), number) for number, name in Locale(language).months["format"]["wide"].items()]


def _addresses(text: str, language: Language) -> set[str]:
    return set(re.findall(r"https?://\S+|\b[\w-]+\.(?:kz|com|org|ru|tr)\b", text))


# Names


def _confused(records: list[Record]) -> Iterator[Finding]:
    """Names that stand for two records, or that a typing error can turn into a name of another."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for record in records:
        for pattern in record_patterns(record):
            owners[pattern.keys].add(record.id)
    treated = [row.keys for row in confusables()]
    for keys, shared in owners.items():
        if len(shared) > 1 and not any(keys in row for row in treated):
            yield _found(f"{', '.join(sorted(shared))}: names", "same-name", name=" ".join(keys))
    # Names that differ in one word: those that are the same without it.
    but_for_one: dict[tuple[int, tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for keys in owners:
        for at, key in enumerate(keys):
            but_for_one[at, keys[:at], keys[at + 1 :]].append(key)
    near = [
        ((*before, one, *after), (*before, other, *after))
        for (_, before, after), listed in but_for_one.items()
        for one, other in combinations(listed, 2)
        if distance(one, other) is not None
    ]
    for one, other in near:
        if not owners[one] & owners[other] and not any(one in row and other in row for row in treated):
            first, second = sorted(owners[one])[0], sorted(owners[other])[0]
            yield _found(f"{first}, {second}: names", "near-name", name=" ".join(one), other=" ".join(other))
