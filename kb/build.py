"""YAML → one read-only SQLite file, whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import sqlite_utils

from kb.language.fold import clean, fold, tokens
from kb.records import Record, load_directory
from kb.understand.lexicon import DIRECTORY as LEXICON
from kb.understand.lexicon import foreign_patterns, properties, words

DATA = Path(__file__).parent / "data"
# Raised when the shape of the compiled file changes, so that an old file is not taken for a new one.
_SHAPE = "2"


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
    records, sources = load_directory(DATA)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    db = sqlite_utils.Database(draft)
    try:
        db.table("meta").insert_all([{"key": "revision", "value": revision()}], pk="key")
        db.table("records").insert_all(
            ({"id": r.id, "kind": r.kind, "type": r.type, "data": r.model_dump_json(by_alias=True)} for r in records),
            pk="id",
            columns={"id": str, "kind": str, "type": str, "data": str},
        )
        db.table("names").insert_all({"record": r.id, "language": lang, "name": name} for r in records for lang, name in _names(r))
        db.table("facts").insert_all(
            (
                {"record": r.id, "property": prop, "unknown": fact.unknown, "data": fact.model_dump_json(), "sources": " ".join(fact.sources)}
                for r in records
                for prop, fact in r.facts.items()
            ),
            columns={"record": str, "property": str, "unknown": int, "data": str, "sources": str},
        )
        db.table("sources").insert_all(({"id": s.id, "data": s.model_dump_json()} for s in sources), pk="id", columns={"id": str, "data": str})
        db.table("forms").insert_all(({"form": f, "base": b} for f, b in sorted(set(_russian_forms(records)))), columns={"form": str, "base": str})
        db.table("texts").insert_all(
            {"record": r.id, "language": lang, "folded": " ".join(fold(t) for t in tokens(clean(r.summary.get(lang))))}
            for r in records
            for lang in ("kk", "ru", "en")
        )
        db.table("texts").enable_fts(["folded"], create_triggers=False)
        db.vacuum()
    finally:
        db.close()
    os.replace(draft, path)


def _names(record: Record) -> Iterator[tuple[str, str]]:
    for language in ("kk", "ru", "en"):
        for name in getattr(record.names, language):
            yield language, name
    yield from (("alias", alias) for alias in record.aliases)


def _russian_forms(records: list[Record]) -> Iterator[tuple[str, str]]:
    """(folded form, folded base) of every Russian word that a cue or a name holds: pymorphy3 stays out of the request path."""
    import pymorphy3

    morph = pymorphy3.MorphAnalyzer(lang="ru")
    phrases = [cue for prop in properties().values() for cue in prop.cues["ru"]]
    for group in ("kinds", "operations", "questions", "smalltalk", "ordinals"):
        phrases += [str(p) for by_language in words()[group].values() for p in by_language["ru"]]
    phrases += [*map(str, words()["function_words"]["ru"])]
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
