"""YAML → one read-only SQLite file, whole or not at all."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from heapq import nsmallest
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from kb.changes import Change, apply
from kb.index import Index
from kb.language.fold import clean, fold, fold_phrase, tokens
from kb.language.typing_errors import SHORTEST_WRITTEN, Spellings
from kb.records import LANGUAGES, DataFault, Fact, Kind, Record, Source, load_directory
from kb.understand.evidence import CROWD, NAMES, PARTIES, SUMMARY, Evidence, newest_of_each_sort, stems_of_names
from kb.understand.examples import PLAIN, examples, learn
from kb.understand.lexicon import DIRECTORY as LEXICON
from kb.understand.lexicon import (
    QUOTED,
    all_patterns,
    beyond,
    confusables,
    cues,
    decoys,
    english_stem,
    foreign_patterns,
    generic,
    keywords,
    quoted,
    words,
)
from kb.understand.reading import PREFIX
from kb.understand.taught import Phrase, shipped

if TYPE_CHECKING:
    from sqlite_utils import Database

DATA = Path(__file__).parent / "data"
# Raised when the shape of the compiled file changes, so that an old file is not taken for a new one.
_SHAPE = "55"
# What a compiled file knows of words: tables and indexes that are the same for the same lexicon, names and cues of highlights.
_TABLES = ("patterns", "words", "forms")
_INDEXES = ("inflected", "sounds", "spellings", "spelling-errors", "names-as-written", "name-errors")
# The words of the texts, taken over from a former file if they are the same.
_TEXT_INDEXES = ("words", "word-errors")
# Of more Russian words than this only those of the dictionary are inflected: the forms of rare surnames would outnumber all else.
INFLECTED = 20_000


# So many compiled files are kept, with the present one.
KEPT = 10


def revision(changes: Sequence[Change] = (), taught: Sequence[Phrase] = ()) -> str:
    """A short hash of all that the compiled file is made of: the shipped YAML, what editors changed, the phrases that they taught."""
    digest = hashlib.sha256(_SHAPE.encode())
    for path in sorted([*DATA.rglob("*.yaml"), *LEXICON.rglob("*.yaml"), *LEXICON.rglob("*.tsv")]):
        digest.update(path.name.encode() + path.read_bytes())
    if changes or taught:
        digest.update(repr([[astuple(change) for change in changes], [astuple(phrase) for phrase in taught]]).encode())
    return digest.hexdigest()[:12]


def path_of(data_dir: Path, changes: Sequence[Change] = (), taught: Sequence[Phrase] = ()) -> Path:
    """Where the compiled file of this base is, or will be."""
    return data_dir / f"kb-{revision(changes, taught)}.sqlite"


def build_if_changed(data_dir: Path, changes: Sequence[Change] = (), taught: Sequence[Phrase] = (), former: Path | None = None) -> Path:
    """The compiled file of the shipped YAML with these changes in `data_dir`; compiles it only if there is none.

    `former` is another compiled file that may know the same words, by default the newest one there.

    Raises:
        DataFault: the YAML is not valid, or `data_dir` cannot be created; nothing is replaced.
    """
    path = path_of(data_dir, changes, taught)
    if not path.exists():
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DataFault(f"{data_dir} cannot be created ({error.strerror}): check data_dir and the rights") from None
        merged = apply(*load_directory(DATA), changes)
        former = former or max(data_dir.glob("kb-*.sqlite"), key=lambda each: each.stat().st_mtime, default=None)
        compile_records(path, merged.records, merged.sources, [*shipped(), *taught], path.stem.removeprefix("kb-"), former)
        keep_few(data_dir)
    return path


def teach(path: Path, like: Path, taught: Sequence[Phrase]) -> bool:
    """The compiled file at `like` with other phrases, at `path`, atomically: for that nothing is compiled anew.

    False if `like` is of other shipped YAML.
    """
    draft = _draft(path)
    shutil.copyfile(like, draft)
    with contextlib.closing(sqlite3.connect(draft)) as db, db:
        if db.execute("SELECT value FROM meta WHERE key = 'shipped'").fetchone() != (revision(),):
            draft.unlink()
            return False
        db.execute("DELETE FROM taught")
        db.executemany("INSERT INTO taught VALUES (?, ?, ?)", map(astuple, [*shipped(), *taught]))
        db.execute("UPDATE meta SET value = ? WHERE key = 'revision'", [path.stem.removeprefix("kb-")])
    os.replace(draft, path)
    keep_few(path.parent)
    return True


def keep_few(data_dir: Path) -> None:
    """Delete the compiled files but for the newest."""
    for old in sorted(data_dir.glob("kb-*.sqlite"), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)


def build(path: Path) -> None:
    """Compile the shipped YAML to `path`, atomically."""
    compile_records(path, *load_directory(DATA), shipped())


def _draft(path: Path) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    return draft


def compile_records(
    path: Path, records: list[Record], sources: list[Source], taught: Sequence[Phrase] = (), called: str = "", former: Path | None = None
) -> None:
    """Compile these records and phrases to `path`, atomically; the revision is `called` so, else that of the shipped YAML.

    What only depends on the words that are known, and costs most, is taken from the compiled file `former` where that knows the same words.
    """
    import sqlite_utils  # needed for a build alone, and slow to import

    records = sorted(records, key=lambda record: record.id)
    known = words_digest(records)
    draft = _draft(path)
    db = sqlite_utils.Database(draft)
    collects = gc.isenabled()
    # Nearly all that is made lives to the end: looking for what does not takes a sixth of the time.
    gc.disable()
    try:
        db.table("meta").insert_all(
            [
                {"key": "revision", "value": called or revision()},
                {"key": "shipped", "value": revision()},
                {"key": "shape", "value": _SHAPE},
                {"key": "words", "value": known},
            ],
            pk="key",
        )
        for kind in get_args(Kind):
            _fill(db, kind, _COLUMNS, (_row(r) for r in records if r.kind == kind), "id")
        db.create_view("records", " UNION ALL ".join(f"SELECT id, '{kind}' AS kind, type, data FROM {kind}" for kind in get_args(Kind)))
        _fill(db, "names", _NAME_COLUMNS, ({"record": r.id, "language": lang, "name": name} for r in records for lang, name in _names(r)))
        facts = [(r, prop, fact) for r in records for prop, fact in r.facts.items()]
        _fill(db, "facts", _FACT_COLUMNS, (_fact_row(*one) for one in facts), ("record", "property"))
        told_by = ({"record": r.id, "property": prop, "source": source} for r, prop, fact in facts for source in dict.fromkeys(fact.sources))
        _fill(db, "fact_sources", _FACT_SOURCE_COLUMNS, told_by)
        _fill(db, "sources", _SOURCE_COLUMNS, (s.model_dump() | {"data": s.model_dump_json()} for s in sources), "id")
        db.conn.execute("CREATE TABLE taught (phrase TEXT, language TEXT, query TEXT)")
        db.conn.executemany("INSERT INTO taught VALUES (?, ?, ?)", map(astuple, taught))
        _compile_understanding(db.conn, records, _Former(former, known))
        db.table("texts").insert_all(
            {"record": r.id, "language": lang, "folded": " ".join(fold(t) for t in tokens(clean(r.summary.get(lang))))} for r in records for lang in LANGUAGES
        )
        db.table("texts").enable_fts(["folded"], create_triggers=False)
        db.vacuum()
    finally:
        db.close()
        if collects:
            gc.enable()
    os.replace(draft, path)


def _fill(db: Database, table: str, columns: dict[str, Any], rows: Iterable[dict[str, Any]], pk: str | tuple[str, ...] | None = None) -> None:
    """Make a table, which is there without any row too, and fill it."""
    db.table(table).create(columns, pk=pk).insert_all(rows)


def words_digest(records: list[Record]) -> str:
    """A hash of all that `_TABLES` and `_INDEXES` are made of."""
    digest = hashlib.sha256(_SHAPE.encode())
    for path in sorted([*LEXICON.rglob("*.yaml"), *LEXICON.rglob("*.tsv")]):
        digest.update(path.name.encode() + path.read_bytes())
    for record in records:
        shown = [record.id, record.kind, record.type, record.names, record.aliases, record.forms, [(each.name, each.cues) for each in record.highlights]]
        digest.update(repr(shown).encode())
    digest.update(repr(list(quoted(records))).encode())
    # Short names of Kazakh texts are known words too.
    digest.update(" ".join(sorted(set(_short_names(records)))).encode())
    return digest.hexdigest()


class _Former:
    """A compiled file of the same shape: what it made of its words, if it has any."""

    def __init__(self, path: Path | None, known: str) -> None:
        """`known` is the digest of the words that are to be known."""
        self._indexes: dict[str, bytes] = {}
        self._forms: list[tuple[str, str]] = []
        # The rows of each of `_TABLES`, if it knows the same words.
        self.tables: dict[str, list[tuple[object, ...]]] = {}
        if path is None:
            return
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            meta = dict(db.execute("SELECT key, value FROM meta"))
            if meta.get("shape") == _SHAPE:
                of_words = (*_INDEXES, *_TEXT_INDEXES)
                self._indexes = dict(db.execute(f"SELECT name, data FROM indexes WHERE name IN ({', '.join('?' * len(of_words))})", of_words))
                if meta.get("words") == known:
                    self.tables = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
                else:
                    self._forms = db.execute("SELECT form, base FROM forms WHERE NOT of_surname").fetchall()

    @property
    def indexes(self) -> dict[str, bytes]:
        """Its `_INDEXES`."""
        return {name: self._indexes[name] for name in _INDEXES}

    def forms(self, inflected: bytes) -> list[tuple[str, str]] | None:
        return self._forms if self._indexes.get("inflected") == inflected else None

    def spellings(self, name: str, errors: str, spellings: list[str]) -> dict[str, bytes]:
        """These words under `name`, and the index of what typing errors make of them under `errors`."""
        joined = "\n".join(spellings).encode()
        same = self._indexes.get(name) == joined
        return {name: joined, errors: self._indexes[errors] if same else Spellings.compile(spellings)}


def _compile_understanding(db: sqlite3.Connection, records: list[Record], former: _Former) -> None:
    """What questions are read and weighed with: the tables and indexes of `kb.base`."""
    db.executescript("""
        CREATE TABLE patterns (anchor TEXT, beside TEXT, keys TEXT, what TEXT, value TEXT, language TEXT, label TEXT, shared INTEGER,
            rank INTEGER, at INTEGER, ordinary INTEGER);
        CREATE TABLE words (key TEXT PRIMARY KEY, stem TEXT, languages TEXT, single INTEGER) WITHOUT ROWID;
        CREATE TABLE forms (form TEXT, base TEXT, of_surname INTEGER);
        CREATE TABLE evidence (id TEXT PRIMARY KEY, kind TEXT, year INTEGER, data TEXT);
        CREATE TABLE links (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
        CREATE TABLE leanings (stem TEXT, property TEXT, share REAL);
        CREATE TABLE newest (kind TEXT, property TEXT, record TEXT);
        CREATE TABLE indexes (name TEXT PRIMARY KEY, data BLOB);
    """)
    if former.tables:
        for table, rows in former.tables.items():
            columns = len(db.execute(f"PRAGMA table_info({table})").fetchall())
            db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)
        db.executemany("INSERT INTO indexes VALUES (?, ?)", former.indexes.items())
    else:
        _compile_words(db, records, former)
    _compile_evidence(db, records, former)
    db.executescript("""
        CREATE INDEX patterns_anchor ON patterns (anchor, beside);
        CREATE INDEX names_beside ON patterns (beside) WHERE what = 'record';
        CREATE INDEX forms_form ON forms (form);
        CREATE INDEX evidence_kind ON evidence (kind, year DESC, id);
    """)


def _compile_words(db: sqlite3.Connection, records: list[Record], former: _Former) -> None:
    """`_TABLES` and `_INDEXES`: what words stand for, their forms, and what typing errors make of them."""
    patterns = all_patterns(records)
    russian = _russian_words(records)
    inflected = "\n".join(russian).encode()
    if (forms := former.forms(inflected)) is None:
        forms = sorted(set(_russian_forms(russian)))
    rows = ((p.anchor, p.beside, " ".join(p.keys), p.what, p.value, p.language, p.label, p.shared, p.rank, p.at, p.ordinary) for p in patterns)
    db.executemany("INSERT INTO patterns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    languages: dict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        for key in pattern.keys if pattern.what != "title" else ():
            # Words for what the base has nothing on are so many that forms of them stand in words of other languages.
            languages[key] |= {pattern.language} if pattern.language and pattern.what != "beyond" else set()
    single = {p.keys[0] for p in patterns if p.what in ("record", "foreign") and len(p.keys) == 1}
    listed = [(key, english_stem(key), " ".join(sorted(of_key)), key in single) for key, of_key in sorted(languages.items())]
    # What else is known for a word, but stands for nothing by itself.
    cues = {key for r in records for highlight in r.highlights for phrases in highlight.cues.values() for phrase in phrases for key in fold_phrase(phrase)}
    # Shorter words of titles are typing errors of others as likely.
    titles = {key for pattern in patterns if pattern.what == "title" for key in pattern.keys if len(key) > 3} - _words_outside_titles(records)
    listed += [(key, "", "", False) for key in sorted({*generic(), *cues, *_short_names(records), *titles} - languages.keys())]
    db.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", listed)
    # No typing error is looked for in forms of surnames that the dictionary does not have: «Серикова» is no «Сеитова».
    of_surnames = sorted(set(_forms_of_surnames(russian)) - set(forms))
    db.executemany("INSERT INTO forms VALUES (?, ?, ?)", [*((*form, False) for form in forms), *((*form, True) for form in of_surnames)])
    # A typing error in an inflected short name could be anything; what `confusables.yaml` calls exact is never one.
    exact = {keys[0] for row in confusables() if row.treatment == "exact" for keys in row.keys if len(keys) == 1}
    # Nor is one looked for in what the base has nothing on.
    vain = {fold_phrase(name) for name in decoys()}
    meant = {key for pattern in patterns if pattern.what not in ("beyond", "title") and pattern.keys not in vain for key in pattern.keys}
    # Shorter words of what highlights are asked by could be anything.
    meant |= {key for key in cues if len(key) >= PREFIX}
    spellings = sorted({*meant, *(form for form, base in forms if len(base) > 4 and base in meant)} - exact)
    indexes = {
        "inflected": inflected,
        "sounds": Spellings.compile_sounds(spellings),
        **former.spellings("spellings", "spelling-errors", spellings),
        **former.spellings("names-as-written", "name-errors", sorted(_names_as_written(records, languages.keys()))),
    }
    db.executemany("INSERT INTO indexes VALUES (?, ?)", indexes.items())


def _words_outside_titles(records: list[Record]) -> set[str]:
    """The folded words of the texts that stand not in quotes: «борец», which a title has too."""
    return {key for record in records for text in record.texts() for language in LANGUAGES for key in fold_phrase(QUOTED.sub(" ", text.get(language)))}


def _compile_evidence(db: sqlite3.Connection, records: list[Record], former: _Former) -> None:
    """What records are found and weighed by. The tables of the words stand already."""
    links = _links(records)
    db.executemany("INSERT INTO links VALUES (?, ?)", ((a, b) for a, nears in sorted(links.items()) for b in sorted(nears)))
    kinds = {record.id: record.kind for record in records}
    names = {record.id: stems_of_names(record) for record in records}
    of_organisations = {record: names[record] for record, kind in kinds.items() if kind == "organisation"}
    numbers = {(record.id, highlight.name): str(number) for record in records for number, highlight in enumerate(record.highlights) if highlight.name}
    asked = [example._replace(key=numbers.get((example.record, example.key), example.key)) for example in examples()]
    plain = db.execute(f"SELECT DISTINCT keys FROM patterns WHERE keys NOT LIKE '% %' AND what IN ({', '.join('?' * len(PLAIN))})", PLAIN)
    learned = learn(asked, names, {key for (key,) in plain})
    called = {id: {numbers.get((id, key), key): listed for key, listed in by_key.items()} for id, by_key in keywords().items()}
    evidence = [
        Evidence.of(
            r, near(r.id, links, kinds), _editions(r, links, kinds), _parties(r, links, of_organisations), called.get(r.id, {}), learned.words.get(r.id, {})
        )
        for r in records
    ]
    db.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?)", ((one.id, one.kind, one.newest, one.dumps()) for one in evidence))
    db.executemany("INSERT INTO leanings VALUES (?, ?, ?)", ((stem, prop, share) for stem, by in learned.leanings.items() for prop, share in by.items()))
    db.executemany("INSERT INTO newest VALUES (?, ?, ?)", newest_of_each_sort(evidence))
    texts = {key for record in records for text in record.texts() for language in LANGUAGES for key in fold_phrase(text.get(language))}
    texts |= learned.known
    texts |= {fold(word) for by_key in keywords().values() for listed in by_key.values() for word in listed}
    indexes = {
        "texts": Index.compile((stem, number) for number, one in enumerate(evidence) for stem in one.stems(NAMES, PARTIES)),
        "names": Index.compile((stem, number) for number, one in enumerate(evidence) for stem in one.stems(SUMMARY, *one.facts, *one.cues)),
        "cues": Index.compile((stem, number) for number, one in enumerate(evidence) for stem in one.cued),
        "years": Index.compile((str(year), number) for number, one in enumerate(evidence) for year in one.years),
        **former.spellings(*_TEXT_INDEXES, sorted(texts)),
    }
    db.executemany("INSERT INTO indexes VALUES (?, ?)", indexes.items())


def _links(records: list[Record]) -> dict[str, set[str]]:
    """id → the records it is linked with, in both directions."""
    known = {record.id for record in records}
    links: dict[str, set[str]] = defaultdict(set)
    for record in records:
        targets = {target for listed in record.links.values() for target in listed} | {ref for fact in record.facts.values() for ref in fact.refs}
        for target in (targets & known) - {record.id}:
            links[record.id].add(target)
            links[target].add(record.id)
    return links


def near(record: str, links: Mapping[str, set[str]], kinds: Mapping[str, str]) -> dict[str, list[str]]:
    """Kind → the linked records of it. One with very many keeps those that are linked most: the others still know their link to it."""
    out: dict[str, list[str]] = defaultdict(list)
    for other in sorted(links[record]):
        out[kinds[other]].append(other)
    return {
        kind: others if len(others) <= CROWD else sorted(nsmallest(CROWD, others, key=lambda other: (-len(links[other]), other)))
        for kind, others in out.items()
    }


def _short_names(records: list[Record]) -> Iterator[str]:
    """The folded short words that Kazakh texts write like names, «Милан»: they are known in all their forms, longer ones by their beginning."""
    for text in (text.get("kk") for record in records for text in record.texts()):
        shown = (word for word in tokens(text)[1:] if word[:1].isupper() and word[1:].islower())
        yield from (key for word in shown if 2 < len(key := fold(word)) < PREFIX)


def _names_as_written(records: list[Record], known: Collection[str]) -> set[str]:
    """The words of names and of their adjectives in lower case: two letters that are one in a key are two to a finger, «Aktsu», «Rahcida»."""
    phrases = [name for record in records for name in [*record.names.all(), *record.aliases]]
    told = [form for record in records if record.forms for form in (record.forms.adjective, record.forms.people)]
    phrases += [phrase for form in told for listed in form.values() for phrase in listed]
    return {word.lower() for phrase in phrases for word in tokens(phrase) if len(word) >= SHORTEST_WRITTEN and fold(word) in known}


def _editions(record: Record, links: Mapping[str, set[str]], kinds: Mapping[str, str]) -> list[str]:
    """The editions that a record belongs to; of a person those of the films too."""
    near = links[record.id]
    if record.kind == "person":
        near = near.union(*(links[film] for film in near if kinds[film] == "film"))
    return sorted(other for other in near if kinds[other] == "edition")[-CROWD:]


def _parties(record: Record, links: Mapping[str, set[str]], names: Mapping[str, set[str]]) -> set[str]:
    """The stems of the names of organisations linked with a paper or an event: «with the Turkish General Directorate»."""
    return set().union(*(names.get(near, ()) for near in links[record.id])) if record.kind in ("agreement", "event") else set()


_NAME_COLUMNS = {"record": str, "language": str, "name": str}
_FACT_SOURCE_COLUMNS = {"record": str, "property": str, "source": str}
_SOURCE_COLUMNS = {"id": str, "url": str, "title": str, "publisher": str, "date": str, "data": str}
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


def _russian_words(records: list[Record]) -> list[str]:
    """Every Russian word that a cue or a name holds."""
    phrases = [str(cue) for listed in cues().values() for cue in listed.get("ru", ())]
    for group in ("kinds", "operations", "questions", "smalltalk", "ordinals", "months", "genres"):
        phrases += [str(p) for by_language in words()[group].values() for p in by_language["ru"]]
    phrases += map(str, [*words()["generic"], *words()["function_words"]["ru"], *words()["slight"]["ru"], *beyond()["ru"]])
    names = [name for record in records for name in [*record.names.ru, *record.aliases]]
    names += [word for r in records if r.forms for word in [*r.forms.adjective.get("ru", []), *r.forms.people.get("ru", [])]]
    phrases += [pattern.label for pattern in foreign_patterns(records)]
    return sorted({token for phrase in [*phrases, *names] for token in tokens(phrase) if token[0].lower() in _RUSSIAN})


def _russian_forms(listed: Collection[str]) -> Iterator[tuple[str, str]]:
    """(folded form, folded base) of these words: pymorphy3 stays out of the request path."""
    import pymorphy3

    morph = pymorphy3.MorphAnalyzer(lang="ru")
    if len(listed) > INFLECTED:
        listed = {word for word in listed if morph.word_is_known(word.lower())}
    for word in listed:
        base = fold(word)
        # A surname is no genitive plural: «Батыров» is nobody's «батыр».
        surname = word[0].isupper() and word.endswith(("ов", "ев"))
        for parse in [parse for parse in morph.parse(word.lower()) if not (surname and "plur" in parse.tag)][:2]:
            if parse.score < 0.1:
                continue
            for form in parse.lexeme:
                # «лучший» is a form of «хороший»: only forms of the same stem stand for the word.
                same = 2 if len(word) == 3 else 3
                if form.word[:same] == word.lower()[:same] and (key := fold(form.word)) != base and len(key) > 2:
                    yield key, base


def _forms_of_surnames(listed: Collection[str]) -> Iterator[tuple[str, str]]:
    """(folded form, folded base) of surnames that the dictionary takes for other words: «Мунайтпасова», «Ауэзовым»; «Мустафина» is a name of its own."""
    for word in listed if len(listed) <= INFLECTED else ():
        if word[0].isupper() and word.endswith(_SURNAMES):
            yield from ((fold(form), fold(word)) for form in (word + ending for ending in _OF_SURNAMES) if form not in listed)


# What Russian surnames of men end in, and the endings of their cases.
_SURNAMES, _OF_SURNAMES = ("ов", "ев", "ёв", "ин", "ын"), ("а", "у", "ым", "е")
_RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщэюя")
