"""Knowledge: a question in, a sourced reply out. Whoever only asks needs nothing but what stands here.

What changes the base, and what reads words or writes texts as it does, imports the modules beside and below this one.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from time import perf_counter

from kb.base import Base
from kb.card import Card, SourceLine, by_name, card, newest_first
from kb.language.detect import letters_of
from kb.query import Query, UnknownQuery
from kb.records import LANGUAGES, DataFault, Kind, Language, Record, Source
from kb.reply import Button, Reply, ReplyKind, Writer
from kb.search import Hit, Search
from kb.understand.explain import Explanation, explain
from kb.understand.interpretation import Interpreter
from kb.understand.interpretation.decision import Decision
from kb.understand.reading import Reader, Reading
from kb.understand.taught import TaughtPhrases
from kb.values import format_partial

__all__ = [
    "LANGUAGES",
    "Button",
    "Card",
    "DataFault",
    "Explanation",
    "Hit",
    "Kind",
    "KnowledgeBase",
    "Language",
    "Question",
    "Record",
    "Reply",
    "ReplyKind",
    "SourceLine",
    "UnknownQuery",
    "Words",
]


@dataclass(frozen=True)
class Question:
    """A message: `language` is what the person last wrote in or chose, `context` the short form of the chat's last query.

    `words` is what `KnowledgeBase.words` said of the same text, so that it need not be read again.
    """

    text: str
    language: Language | None = None
    context: str | None = None
    words: Words | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Words:
    """What the base knows of the words of a message.

    `text` is the message as it is read, in the keyboard layout that was meant; `records` are those that it names, each with the folded
    keys of the words that name it; `passed` are the folded keys of words that say little by themselves.
    """

    text: str
    records: Mapping[str, frozenset[str]]
    passed: frozenset[str]
    language: Language | None
    reading: Reading = field(repr=False, compare=False)


def _context(question: Question) -> Query | None:
    """The query that the chat asked before; None if it asked none, or one that means nothing any more."""
    try:
        return Query.parse(question.context) if question.context else None
    except UnknownQuery:
        return None


def _as_taught(query: Query) -> Decision:
    return Decision("answer", query, query.records, why="a taught phrase")


class KnowledgeBase:
    """A compiled base that answers questions in Kazakh, Russian and English."""

    def __init__(self, base: Base, today: Callable[[], date] = date.today) -> None:
        self.revision = base.revision
        self.path = base.path
        self._base = base
        self._reader = Reader(base, today)
        self._interpreter = Interpreter(base, self._reader)
        self._taught = TaughtPhrases(base, self._reader)
        self._writer = Writer(base)
        self._search = Search(base)

    @classmethod
    def open(cls, path: Path, today: Callable[[], date] = date.today) -> KnowledgeBase:
        """Open a file that `kb.build` compiled; it is only read. `today` is what «this year» is told from."""
        # The base stays as long as the process: the collector need not go over all of it again and again, nor while it is read.
        gc.disable()
        try:
            out = cls(Base(path), today)
            gc.freeze()
        finally:
            gc.enable()
        return out

    def ask(self, question: Question) -> Reply:
        """The reply to a message, whatever its text."""
        reading = question.words.reading if question.words else self._reader.read(question.text)
        taught = self._taught.find(reading)
        language = reading.language or (taught[1] if taught else None) or question.language or letters_of(reading.text)
        decision = _as_taught(taught[0]) if taught else self._interpreter.decide(reading, _context(question))
        reply = self._reply(decision, decision.language or language)
        if decision.query and decision.query.listed:
            reply = replace(reply, listed=str(decision.query.listed))
        return replace(reply, detected=True) if decision.language or reading.language else reply

    def language_of(self, text: str) -> Language | None:
        """The language that a text is written in; None if nothing tells."""
        return self._reader.read(text).language

    def words(self, text: str) -> Words:
        """What the words of a message are to the base, whatever it asks."""
        reading = self._reader.read(text)
        named: dict[str, frozenset[str]] = {}
        for mention in reading.of("record"):
            keys = frozenset(reading.tokens[i].key for i in mention.span)
            named[mention.pattern.value] = named.get(mention.pattern.value, frozenset()) | keys
        passed = frozenset(token.key for token in reading.tokens if self._reader.is_function(token) or token.is_suffix)
        return Words(reading.text, named, passed, reading.language, reading)

    def record(self, record: str) -> Record | None:
        """A record by its id; None if the base does not hold it."""
        return self._base.records.get(record)

    def explain(self, question: Question) -> Explanation:
        """Why a message is answered as it is: each step of understanding it, for editors."""
        explanation = explain(question.text, _context(question), self._reader, self._interpreter)
        if taught := self._taught.find(self._reader.read(question.text)):
            explanation = replace(explanation, decision=_as_taught(taught[0]))
        start = perf_counter()
        language = explanation.decision.language or explanation.language or question.language or letters_of(explanation.read_as)
        text = self._reply(explanation.decision, language).text
        return replace(explanation, reply=text, times=explanation.times | {"reply": (perf_counter() - start) * 1000})

    def _reply(self, decision: Decision, language: Language) -> Reply:
        if decision.kind == "smalltalk":
            return self._small_talk(decision.smalltalk, language)
        if decision.kind == "clarify":
            return self._writer.clarify(list(decision.records), language, decision.query.property if decision.query else None)
        if decision.kind == "unknown" or decision.query is None:
            reply = self._writer.unknown(language, decision.lacking, decision.records, decision.about)
            reply = self._writer.with_another(reply, decision.then) if decision.then else reply
            return replace(reply, long_query=decision.topic or None)
        reply = self._writer.write(decision.query, language)
        if decision.then:
            reply = self._writer.with_another(reply, decision.then)
        return self._writer.with_lacking(reply, decision.lacking) if decision.lacking else reply

    def _small_talk(self, said: str, language: Language) -> Reply:
        reply = self._writer.smalltalk(said, language, self.scope(language) if said == "base_size" else {})
        return self._writer.with_winners(reply) if said == "what_to_watch" else reply

    def run(self, query: str, language: Language, page: int = 0) -> Reply:
        """The reply to a short form, as a button holds it; `page` counts from 0. Raises `UnknownQuery` if it means nothing in this base."""
        return self._writer.write(Query.parse(query), language, page)

    def search(self, text: str, language: Language, limit: int) -> list[Hit]:
        """At most `limit` records whose names a text begins, the best first; for an empty text those that the base tells most of."""
        return self._search.find(text, language, limit) if text.strip() else self._search.featured(language, limit)

    def hit(self, record: str, language: Language) -> Hit | None:
        """A record as a search shows it; None if the base does not hold it."""
        found = self._base.records.get(record)
        return self._search.hit(found, language) if found else None

    def card(self, record: str, language: Language) -> Card:
        """A record at a glance. Raises `UnknownQuery` if the base does not hold it."""
        if record not in self._base.records:
            raise UnknownQuery(record)
        return card(self._base, self._base.records[record], language)

    def names(self, kinds: tuple[Kind, ...], language: Language) -> list[tuple[str, str]]:
        """Ids and names of these kinds, kind by kind: agreements and editions newest first, festivals by what is known of them, others by name."""
        out: list[tuple[str, str]] = []
        for kind in kinds:
            found = sorted((r for r in self._base.records.values() if r.kind == kind), key=lambda record: by_name(record, language))
            if kind in ("agreement", "edition"):
                found.sort(key=newest_first, reverse=True)
            if kind == "festival":
                found.sort(key=lambda record: -len(self._base.links[record.id]))
            out += [(record.id, record.names.shown(language)) for record in found]
        return out

    def source(self, source: str) -> Source | None:
        """A source by its id; None if the base does not hold it."""
        return self._base.sources.get(source)

    def sources(self) -> list[Source]:
        """Every source, in the order of the YAML."""
        return list(self._base.sources.values())

    def records(self) -> list[Record]:
        """Every record, in the order of their ids."""
        return list(self._base.records.values())

    def scope(self, language: Language) -> dict[str, int | str]:
        """How far the base goes: the numbers of its records by kind, its newest source, and the publishers it rests on most."""
        kinds = Counter(record.kind for record in self._base.records.values())
        cited = Counter(s for record in self._base.records.values() for fact in record.facts.values() for s in fact.sources if s in self._base.sources)
        publishers = Counter[str]()
        for source, times in cited.items():
            publishers[self._base.sources[source].publisher] += times
        newest = max((s.date for key, s in self._base.sources.items() if s.date and key in cited), default="")
        return {
            "records": len(self._base.records),
            "facts": sum(1 for record in self._base.records.values() for fact in record.facts.values() if not fact.unknown),
            "films": kinds["film"],
            "agreements": kinds["agreement"],
            "people": kinds["person"],
            "organisations": kinds["organisation"],
            "countries": kinds["country"],
            "sources": len(cited),
            "newest": format_partial(newest, language) if newest else "—",
            "publishers": ", ".join(name for name, _ in publishers.most_common(6)),
        }
