"""Result → Reply: the fact first, then context, the source with its date, and what people ask next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

from kb.base import Base
from kb.query import Query, UnknownQuery
from kb.records import Fact, Highlight, Language, Record, parse_date
from kb.understand.lexicon import properties

ReplyKind = Literal["answer", "clarify", "unknown", "smalltalk"]
FULL_LIST = 20
# What a guest most likely wants next, by kind.
_NEXT: dict[str, list[str]] = {
    "film": ["director", "plot", "cast", "premiere", "awards", "box_office", "country"],
    "agreement": ["scope", "signed_on", "parties", "purpose", "signatories"],
    "person": ["post", "works", "awards", "born", "festival_role"],
    "organisation": ["head", "headquarters", "founded", "tasks", "members"],
    "edition": ["dates", "city", "best_film", "country", "jury"],
    "festival": ["organisers", "city", "editions"],
    "award": ["winner"],
    "event": ["theme", "jury_chair"],
    "place": ["name_meaning", "sights"],
    "country": ["film_body", "agreements"],
}


@dataclass(frozen=True)
class Button:
    """A follow-up: its label and the short form of its query."""

    label: str
    query: str


@dataclass(frozen=True)
class SourceLine:
    title: str
    url: str | None
    date: str | None


@dataclass(frozen=True)
class Reply:
    """Plain localised text with light structure; the handlers turn it into markup."""

    kind: ReplyKind
    language: Language
    lead: str
    context: tuple[str, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    buttons: tuple[Button, ...] = ()
    records: tuple[str, ...] = ()
    # The short form that asks for this reply again; a longer one stands in `long_query`.
    query: str | None = None
    long_query: str | None = None
    # Whether the language is that of the message, not of the person or a guess.
    detected: bool = False

    @property
    def text(self) -> str:
        """The whole reply, as the terminal and the batch mode show it."""
        lines = [self.lead, *self.context]
        if self.sources:
            shown = "; ".join(f"{s.title}{f' ({s.date})' if s.date else ''}" for s in self.sources)
            lines.append(sentence("source", self.language, sources=shown))
        return "\n".join(lines)


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((Path(__file__).parent / "texts" / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


def sentence(key: str, language: Language, **values: Any) -> str:
    """A sentence of `kb/texts/`. Raises `LookupError` on a missing message or variable: a fault of ours, never shown."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError(f"Text {key!r} has no value in {language}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LookupError(f"Text {key!r} in {language}: {errors}")
    return str(text)


class Writer:
    """Writes replies over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def write(self, query: Query, language: Language, matched: tuple[str, ...] = ()) -> Reply:
        """The reply to a query. Raises `UnknownQuery` if a record or property of it is not in this base."""
        if query.operation in ("list", "count", "set"):
            return self._list(query, language)
        records = [self._record(record) for record in query.records]
        record = records[0]
        if query.operation == "card":
            return self._card(record, query, language)
        if query.operation == "compare":
            return self._compare(records, query, language)
        if query.operation == "highlight":
            number = int(query.property or 0)
            if number >= len(record.highlights):
                raise UnknownQuery(query.short() or "")
            return self._known(record, query, language, record.highlights[number])
        asked = (query.property or "").split("+")
        if not set(asked) <= set(properties()):
            raise UnknownQuery(str(query))
        facts = [record.facts.get(prop) for prop in asked]
        known = [fact for fact in facts if fact and not fact.unknown]
        if not known:
            return self.unknown_fact(record, asked[0], language)
        return self._known(record, query, language, *known)

    def _verdict(self, query: Query, facts: list[Fact]) -> bool | None:
        """Whether the claimed record is the value; None if the fact does not tell: it names no record of the claimed kind."""
        if (query.claim or "").isdigit():
            dated = next((fact for fact in facts if fact.date), None)
            return dated.date[:4] <= str(query.claim) <= (dated.until or dated.date)[:4] if dated and dated.date else None
        claimed = self._base.records.get(query.claim or "")
        refs = [self._base.records[ref] for fact in facts for ref in fact.refs if ref in self._base.records]
        if claimed is None:
            return None
        if claimed in refs:
            return True
        return False if any(ref.kind == claimed.kind for ref in refs) else None

    def unknown_fact(self, record: Record, prop: str, language: Language) -> Reply:
        """The base knows the record, not this of it: says so, and offers what is known."""
        text = sentence("unknown-fact", language, record=record.names.shown(language), property=properties()[prop].label[language])
        status = record.facts.get("status")
        context = (status.text.get(language),) if status and status.text else ()
        query = Query("fact", (record.id,), prop).short()
        return Reply("unknown", language, text, context, buttons=self._suggestions(record, None, language), records=(record.id,), query=query)

    def unknown(self, language: Language, lacking: str = "", records: tuple[str, ...] = ()) -> Reply:
        text = sentence("unknown-word", language, word=lacking) if lacking else sentence("unknown", language)
        buttons = tuple(Button(self._record(r).names.shown(language), r) for r in records[:3])
        near = (sentence("near", language, names="; ".join(b.label for b in buttons)),) if buttons else ()
        return Reply("unknown", language, text, context=near, buttons=buttons, records=records)

    def clarify(self, records: list[str], language: Language, prop: str | None = None) -> Reply:
        """Equally good readings: up to three buttons, named in the text too."""
        shown = [self._record(record) for record in records[:3]]
        buttons = tuple(Button(r.names.shown(language), r.id if not prop or prop not in r.facts else f"{r.id}.{prop}") for r in shown)
        lines = tuple(f"• {r.names.shown(language)}" for r in shown)
        return Reply("clarify", language, sentence("clarify", language), lines, buttons=buttons, records=tuple(records[:3]))

    def smalltalk(self, key: str, language: Language) -> Reply:
        return Reply("smalltalk", language, sentence("smalltalk-" + key.replace("_", "-"), language))

    def _record(self, record: str) -> Record:
        try:
            return self._base.records[record]
        except KeyError:
            raise UnknownQuery(record) from None

    def _known(self, record: Record, query: Query, language: Language, *facts: Fact | Highlight) -> Reply:
        """The facts' sentences; how old they are, if they can lapse."""
        said = [fact.text.get(language) for fact in facts if fact.text]
        verdict = self._verdict(query, [fact for fact in facts if isinstance(fact, Fact)])
        if verdict is not None:
            said[0] = sentence("yes" if verdict else "no", language, fact=said[0])
        oldest = min((fact.as_of for fact in facts if fact.as_of), default=None)
        as_of = (sentence("as-of", language, date=format_partial(oldest, language)),) if oldest else ()
        sources = self._sources([source for fact in facts for source in fact.sources], language)
        suggestions = self._suggestions(record, query.property, language)
        return self._reply(query, language, " ".join(said), as_of, sources, suggestions, (record.id,))

    @staticmethod
    def _reply(
        query: Query,
        language: Language,
        lead: str,
        context: tuple[str, ...],
        sources: tuple[SourceLine, ...],
        buttons: tuple[Button, ...],
        records: tuple[str, ...],
    ) -> Reply:
        short = query.short()
        return Reply("answer", language, lead, context, sources, buttons, records, short, None if short else str(query))

    def _card(self, record: Record, query: Query, language: Language) -> Reply:
        context: list[str] = []
        sources: list[str] = []
        said = record.summary.get(language)
        for prop in _NEXT[record.kind]:
            fact = record.facts.get(prop)
            if (
                fact
                and fact.text
                and fact.text.get(language) != said
                and prop not in ("what", "plot")
                and len(context) < 2
                and len(said) + sum(len(line) for line in context) < 420
            ):
                context.append(fact.text.get(language))
        for fact in record.facts.values():
            sources += fact.sources[:1]
        return self._reply(query, language, said, tuple(context), self._sources(sources, language), self._suggestions(record, None, language), (record.id,))

    def _compare(self, records: list[Record], query: Query, language: Language) -> Reply:
        lines, sources = [], []
        for record in records:
            fact = record.facts.get(query.property or "")
            known = fact.text.get(language) if fact and fact.text else sentence("no-data", language)
            if not query.property:
                known = record.summary.get(language)
            sources += fact.sources[:1] if fact else []
            lines.append(f"• {record.names.shown(language)}: {known}")
        label = properties()[query.property].label[language] if query.property else ""
        lead = sentence("compare", language, property=label) if label else sentence("compare-all", language)
        buttons = tuple(Button(r.names.shown(language), r.id) for r in records[:3])
        return self._reply(query, language, lead, tuple(lines), self._sources(sources, language), buttons, tuple(r.id for r in records))

    def _list(self, query: Query, language: Language) -> Reply:
        if query.operation == "set":
            found = [self._record(record) for record in query.records]
        elif query.kind not in _NEXT:
            raise UnknownQuery(str(query))
        else:
            found = [r for r in self._base.records.values() if r.kind == query.kind and all(f in self._base.links[r.id] or f == r.id for f in query.filters)]
        names = [r.names.shown(language) for r in found]
        lead = sentence("list", language, count=len(found))
        lines = [f"• {name}" for name in names[:FULL_LIST]]
        if len(names) > FULL_LIST:
            lines.append(sentence("more", language, count=len(names) - FULL_LIST))
        buttons = tuple(Button(r.names.shown(language), r.id) for r in found[:3])
        sources = self._sources([source for r in found for fact in r.facts.values() for source in fact.sources], language)
        return self._reply(query, language, lead, tuple(lines), sources, buttons, tuple(r.id for r in found))

    def _sources(self, ids: list[str], language: Language) -> tuple[SourceLine, ...]:
        out: list[SourceLine] = []
        for key in dict.fromkeys(ids):
            source = self._base.sources.get(key)
            if source and len(out) < 2 and source.publisher not in {line.title for line in out}:
                out.append(SourceLine(source.publisher, source.url, format_partial(source.date, language) if source.date else None))
        return tuple(out[:1])

    def _suggestions(self, record: Record, asked: str | None, language: Language) -> tuple[Button, ...]:
        out: list[Button] = []
        for prop in _NEXT[record.kind]:
            fact = record.facts.get(prop)
            if prop != asked and fact and not fact.unknown and len(f"{record.id}.{prop}") <= 40 and len(out) < 3:
                label = properties()[prop].label[language]
                out.append(Button(label[0].upper() + label[1:], f"{record.id}.{prop}"))
        return tuple(out)


def format_partial(value: str, language: Language) -> str:
    """A partial date in words: 2025, қазан 2025 …, 2 October 2025."""
    if value.startswith("-") or len(value) < 7:
        return value
    pattern = {7: {"kk": "y 'жылғы' LLLL", "ru": "LLLL y", "en": "LLLL y"}, 10: {"kk": "y 'жылғы' d MMMM", "ru": "d MMMM y", "en": "d MMMM y"}}
    # Babel begins a month that stands alone with a capital; here it stands in a sentence.
    said = format_date(parse_date(value), pattern[len(value)][language], locale=language)
    return said if language == "en" else said.lower()
