"""What an editor must see before the base goes out: every finding in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.build import DATA
from kb.language.fold import fold_phrase
from kb.records import LANGUAGES, DataFault, Record, Source, Text, load_directory
from kb.understand.lexicon import properties

# A reply is read on a phone; Telegram's own limit is 4096.
MAX_TEXT = 700
_MARKUP = re.compile(r"</?[a-z]+>|&[a-z]+;|\*\*|\[[^\]]*\]\(")


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
            if prop not in properties():
                yield f"{record.id}: facts.{prop}: no such property in lexicon/properties.yaml"
            yield from (f"{record.id}: facts.{prop}: source {source} is not in sources.yaml" for source in fact.sources if source not in known)
            yield from (f"{record.id}: facts.{prop}: record {ref} does not exist" for ref in fact.refs if ref not in ids)
        for relation, targets in record.links.items():
            yield from (f"{record.id}: links.{relation}: record {target} does not exist" for target in targets if target not in ids)
        if not fold_phrase(record.names.kk[0]):
            yield f"{record.id}: names.kk: has no letters"


def _texts(record: Record) -> Iterator[tuple[str, Text]]:
    yield "summary", record.summary
    yield from ((f"facts.{prop}", fact.text) for prop, fact in record.facts.items() if fact.text)
    yield from ((f"highlights[{n}]", highlight.text) for n, highlight in enumerate(record.highlights))


def _text_findings(text: Text) -> Iterator[str]:
    years = {language: set(re.findall(r"\b(?:1[0-9]|20)\d\d\b", text.get(language))) for language in LANGUAGES}
    for language in LANGUAGES:
        said = text.get(language)
        if not said.strip():
            yield f"{language}: is empty"
        if len(said) > MAX_TEXT:
            yield f"{language}: {len(said)} characters, at most {MAX_TEXT}"
        if _MARKUP.search(said):
            yield f"{language}: leftover markup"
        if years[language] != years["en"]:
            yield f"{language}: its years {sorted(years[language])} differ from those of en {sorted(years['en'])}"
