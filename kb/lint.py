"""What an editor must see before the base goes out: every finding in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations

from babel import Locale

from kb.build import DATA
from kb.language.fold import fold_phrase
from kb.language.typing_errors import distance
from kb.records import LANGUAGES, DataFault, Fact, Language, Record, Source, Text, load_directory
from kb.understand.lexicon import confusables, properties, record_patterns

# A reply is read on a phone; Telegram's own limit is 4096.
MAX_TEXT = 700
_MARKUP = re.compile(r"</?[a-z]+>|&[a-z]+;|\*\*|\[[^\]]*\]\(")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def lint() -> list[str]:
    """All findings of the shipped base; empty when it is clean."""
    try:
        records, sources = load_directory(DATA)
    except DataFault as fault:
        return str(fault).splitlines()
    return list(findings(records, sources))


def findings(records: list[Record], sources: list[Source]) -> Iterator[str]:
    """What is wrong with these records, one finding at a time."""
    ids = {record.id for record in records}
    known = {source.id for source in sources}
    for record in records:
        for where, text in _texts(record):
            yield from (f"{record.id}: {where}: {what}" for what in _text_findings(text))
        for prop, fact in record.facts.items():
            yield from (f"{record.id}: facts.{prop}: {what}" for what in _fact_findings(record, prop, fact, ids, known))
        for number, highlight in enumerate(record.highlights):
            yield from (f"{record.id}: highlights[{number}]: source {s} is not in sources.yaml" for s in highlight.sources if s not in known)
        for relation, targets in record.links.items():
            yield from (f"{record.id}: links.{relation}: record {target} does not exist" for target in targets if target not in ids)
        if not fold_phrase(record.names.kk[0]):
            yield f"{record.id}: names.kk: has no letters"
    yield from _confused(records)


def _texts(record: Record) -> Iterator[tuple[str, Text]]:
    yield "summary", record.summary
    yield from ((f"facts.{prop}", fact.text) for prop, fact in record.facts.items() if fact.text)
    yield from ((f"highlights[{n}]", highlight.text) for n, highlight in enumerate(record.highlights))


def _fact_findings(record: Record, prop: str, fact: Fact, ids: set[str], known: set[str]) -> Iterator[str]:
    definition = properties().get(prop)
    if definition is None:
        yield "no such property in lexicon/properties.yaml"
        return
    if record.kind not in definition.kinds:
        yield f"a record of kind {record.kind} cannot have it: lexicon/properties.yaml gives it to {', '.join(definition.kinds)}"
    yield from (f"source {source} is not in sources.yaml" for source in fact.sources if source not in known)
    yield from (f"record {ref} does not exist" for ref in fact.refs if ref not in ids)


# Texts


def _text_findings(text: Text) -> Iterator[str]:
    for language in LANGUAGES:
        said = text.get(language)
        if not said.strip():
            yield f"{language}: is empty"
        if len(said) > MAX_TEXT:
            yield f"{language}: {len(said)} characters, at most {MAX_TEXT}"
        if _MARKUP.search(said):
            yield f"{language}: leftover markup"
    read: dict[str, Callable[[str, Language], set[str]]] = {"numbers": numbers, "dates": dates, "addresses": _addresses}
    for what, of in read.items():
        found = {language: of(text.get(language), language) for language in LANGUAGES}
        for language in LANGUAGES:
            if found[language] != found["en"]:
                yield f"{language}: its {what} {sorted(found[language])} differ from those of en {sorted(found['en'])}"


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


def _confused(records: list[Record]) -> Iterator[str]:
    """Names that stand for two records, or that a typing error can turn into a name of another."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for record in records:
        for pattern in record_patterns(record):
            owners[pattern.keys].add(record.id)
    treated = [row.keys for row in confusables()]
    advice = "list both in lexicon/confusables.yaml with a treatment (exact, ask or wins)"
    for keys, shared in owners.items():
        if len(shared) > 1 and not any(keys in row for row in treated):
            yield f"{', '.join(sorted(shared))}: names: {' '.join(keys)!r} stands for each of them; {advice}"
    by_shape: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for keys in owners:
        by_shape[len(keys)].append(keys)
    for one, other in (pair for alike in by_shape.values() for pair in combinations(alike, 2)):
        differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if len(differing) > 1 or owners[one] & owners[other] or distance(*differing[0]) is None:
            continue
        if not any(one in row and other in row for row in treated):
            first, second = sorted(owners[one])[0], sorted(owners[other])[0]
            yield f"{first}, {second}: names: a typing error turns {' '.join(one)!r} into {' '.join(other)!r}; {advice}"
