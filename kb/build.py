"""YAML → one read-only SQLite file, whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from kb.language.fold import clean, fold, tokens
from kb.records import LANGUAGES, Fact, Kind, Record, load_directory
from kb.understand.lexicon import DIRECTORY as LEXICON
from kb.understand.lexicon import foreign_patterns, properties, words

DATA = Path(__file__).parent / "data"
# Raised when the shape of the compiled file changes, so that an old file is not taken for a new one.
_SHAPE = "4"


def revision() -> str:
    """A short hash of all that the compiled file is made of."""
    digest = hashlib.sha256(_SHAPE.encode())
    for path in sorted([*DATA.rglob("*.yaml"), *LEXICON.glob("*.yaml")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def build_if_changed(data_dir: Path) -> Path:
    """The compiled file of the shipped YAML in `data_dir`; compiles it only if the YAML changed.

    Raises:
        DataFault: the YAML is not valid; nothing is replaced.
    """
    path = data_dir / f"kb-{revision()}.sqlite"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        build(path)
        for old in data_dir.glob("kb-*.sqlite"):
            if old != path:
                old.unlink(missing_ok=True)
    return path


def build(path: Path) -> None:
    """Compile the shipped YAML to `path`, atomically."""
    import sqlite_utils  # needed for a build alone, and slow to import

    records, sources = load_directory(DATA)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    db = sqlite_utils.Database(draft)
    try:
        db.table("meta").insert_all([{"key": "revision", "value": revision()}], pk="key")
        for kind in get_args(Kind):
            db.table(kind).insert_all((_row(r) for r in records if r.kind == kind), pk="id", columns=_COLUMNS)
        db.create_view("records", " UNION ALL ".join(f"SELECT id, '{kind}' AS kind, type, data FROM {kind}" for kind in get_args(Kind)))
        db.table("names").insert_all({"record": r.id, "language": lang, "name": name} for r in records for lang, name in _names(r))
        db.table("facts").insert_all(
            (_fact_row(r, prop, fact) for r in records for prop, fact in r.facts.items()), pk=("record", "property"), columns=_FACT_COLUMNS
        )
        db.table("fact_sources").insert_all(
            {"record": r.id, "property": prop, "source": source} for r in records for prop, fact in r.facts.items() for source in dict.fromkeys(fact.sources)
        )
        db.table("sources").insert_all(
            (s.model_dump() | {"data": s.model_dump_json()} for s in sources),
            pk="id",
            columns={"id": str, "url": str, "title": str, "publisher": str, "date": str, "data": str},
        )
        db.table("forms").insert_all(({"form": f, "base": b} for f, b in sorted(set(_russian_forms(records)))), columns={"form": str, "base": str})
        db.table("texts").insert_all(
            {"record": r.id, "language": lang, "folded": " ".join(fold(t) for t in tokens(clean(r.summary.get(lang))))} for r in records for lang in LANGUAGES
        )
        db.table("texts").enable_fts(["folded"], create_triggers=False)
        db.vacuum()
    finally:
        db.close()
    os.replace(draft, path)


_COLUMNS = {"id": str, "type": str} | {f"{what}_{lang}": str for what in ("name", "summary") for lang in LANGUAGES} | {"data": str}

_FACT_COLUMNS = {
    **{"record": str, "property": str},
    **{f"text_{lang}": str for lang in LANGUAGES},
    **{"date": str, "until": str, "number": float, "amount": int, "currency": str, "yes": int, "refs": str},
    **{"unknown": int, "disputed": int, "as_of": str},
}


def _row(record: Record) -> dict[str, str | None]:
    """A row of the table of its kind; `data` is the whole record, which the bot reads."""
    names = {f"name_{lang}": record.names.shown(lang) for lang in LANGUAGES}
    summaries = {f"summary_{lang}": record.summary.get(lang) for lang in LANGUAGES}
    return {"id": record.id, "type": record.type, **names, **summaries, "data": record.model_dump_json(by_alias=True)}


def _fact_row(record: Record, prop: str, fact: Fact) -> dict[str, str | float | None]:
    texts = {f"text_{lang}": fact.text.get(lang) if fact.text else None for lang in LANGUAGES}
    return {
        "record": record.id,
        "property": prop,
        **texts,
        "date": fact.date,
        "until": fact.until,
        "number": fact.number,
        "amount": fact.money.amount if fact.money else None,
        "currency": fact.money.currency if fact.money else None,
        "yes": fact.yes,
        "refs": " ".join(fact.refs),
        "unknown": fact.unknown,
        "disputed": fact.disputed,
        "as_of": fact.as_of,
    }


def _names(record: Record) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for name in getattr(record.names, language):
            yield language, name
    yield from (("alias", alias) for alias in record.aliases)


def _russian_forms(records: list[Record]) -> Iterator[tuple[str, str]]:
    """(folded form, folded base) of every Russian word that a cue or a name holds: pymorphy3 stays out of the request path."""
    import pymorphy3

    morph = pymorphy3.MorphAnalyzer(lang="ru")
    phrases = [cue for prop in properties().values() for cue in prop.cues["ru"]]
    for group in ("kinds", "operations", "questions", "smalltalk", "ordinals", "months", "genres"):
        phrases += [str(p) for by_language in words()[group].values() for p in by_language["ru"]]
    phrases += map(str, [*words()["function_words"]["ru"], *words()["slight"]["ru"], *words()["beyond"]["ru"]])
    names = [name for record in records for name in [*record.names.ru, *record.aliases]]
    names += [word for r in records if r.forms for word in [*r.forms.adjective.get("ru", []), *r.forms.people.get("ru", [])]]
    phrases += [pattern.label for pattern in foreign_patterns(records)]
    for word in {token for phrase in [*phrases, *names] for token in tokens(phrase) if token[0].lower() in _RUSSIAN}:
        base = fold(word)
        for parse in morph.parse(word.lower())[:2]:
            if parse.score < 0.1:
                continue
            for form in parse.lexeme:
                # «лучший» is a form of «хороший»: only forms of the same stem stand for the word.
                if form.word[:3] == word.lower()[:3] and (key := fold(form.word)) != base and len(key) > 2:
                    yield key, base


_RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщэюя")
