"""Result → Reply: the fact first, then context, the source with its date, and what people ask next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from kb.base import Base
from kb.card import MAIN_PROPERTIES, SourceLine, by_name, newest_first, source_line
from kb.language.fold import fold_phrase, stands_in
from kb.query import CLAIMED_WORD, FROM_LIST, IN_ORDER, OBSERVERS, Query, UnknownQuery
from kb.records import Fact, Highlight, Language, Record
from kb.texts import sentence
from kb.understand.called import names_of
from kb.understand.evidence import SIGNED, soft_text
from kb.understand.interpretation.decision import About
from kb.understand.lexicon import properties
from kb.values import date_value, format_partial
from kb.yes_or_no import yes_or_no

ReplyKind = Literal["answer", "clarify", "unknown", "smalltalk"]
# A list is complete up to here; a longer one gives its count and comes in pages of as many.
FULL_LIST = 20
# A comparison stands in columns if its cells are no longer than this (characters), in so many rows at most.
_CELL, _ROWS = 160, 5
_SENTENCE_END = re.compile(r"[.!?…;]\s+(?=\S)")
# The share of the words of a sentence that, said before, makes it a repetition.
_REPEATED, _REPEATED_BUT_THE_NAME = 0.85, 0.7
# The same of a fact on a card, without the name of its record.
_REPEATED_ON_A_CARD = 0.65

# Whether a country is one of several is told with its name.
_NAMING = frozenset(("yes-members", "no-members", "no-observers", "no-participants", "no-agreements"))

# What is told of a record where one thing of it is not known; its status is told of any.
_BESIDES = {"signatories": ("parties",), "birthplace": ("born",)}


@dataclass(frozen=True)
class Button:
    """A follow-up: its label and the short form of its query."""

    label: str
    query: str


@dataclass(frozen=True)
class Table:
    """A comparison: a column for each record, a row for each property with one cell a record."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def lines(self) -> list[str]:
        """The same without columns."""
        out: list[str] = []
        for label, cells in self.rows:
            out += [f"{label}:"] if len(self.rows) > 1 else []
            out += [f"• {column}: {cell}" for column, cell in zip(self.columns, cells, strict=True)]
        return out


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
    # The short form that asks for this reply again; a longer one stands in `long_query`, as what was offered does: «the second one» follows.
    query: str | None = None
    long_query: str | None = None
    # What the chat listed before, if the answer is of one of it.
    listed: str | None = None
    table: Table | None = None
    # A long list is shown page by page, counted from 0.
    page: int = 0
    pages: int = 1
    # What an `unknown` message was about.
    about: About = "base"
    # Of small talk, which: `greeting`, `what_to_watch` and so on.
    smalltalk: str = ""
    # Whether the language is that of the message, not of the person or a guess.
    detected: bool = False

    @property
    def in_chat(self) -> str | None:
        """What the next message of a chat is read after: what was asked, and the list that it was picked from."""
        asked = self.query or self.long_query
        return f"{asked}{FROM_LIST}{self.listed}" if asked and self.listed else asked

    @property
    def text(self) -> str:
        """The whole reply, as the terminal and the batch mode show it."""
        lines = [self.lead, *self.context, *(self.table.lines if self.table else ())]
        if self.sources:
            shown = "; ".join(f"{s.title}{f' ({s.date})' if s.date else ''}" for s in self.sources)
            lines.append(sentence("source", self.language, sources=shown))
        return "\n".join(lines)


def _first_sentence(text: str) -> str:
    """The first sentence, or its part up to a semicolon: two records side by side have to fit a phone."""
    for end in _SENTENCE_END.finditer(text):
        if end[0][0] == ";":
            return f"{text[: end.start()]}."
        if text[end.end()].isupper() or text[end.end()] in "«“":
            return text[: end.start() + 1]
    return text


def _told_apart(records: Sequence[Record], language: Language) -> list[str]:
    """The names of records; one that stands in another's tells its kind too: “Kazhymukan (film)”, “Kazhymukan Munaitpasov (person)”."""
    names = [record.names.shown(language) for record in records]
    alike = {name for name in names for other in names if name != other and stands_in(fold_phrase(name), fold_phrase(other))}
    alike |= {other for other in names for name in alike if stands_in(fold_phrase(name), fold_phrase(other))}
    return [
        sentence("of-kind", language, name=name, kind=record.kind) if name in alike or names.count(name) > 1 else name
        for name, record in zip(names, records, strict=True)
    ]


def _without_repeating(said: list[str], record: Record) -> list[str]:
    """The sentences, but for those that say little that the first does not, and no number, also without the name of their record."""
    first = soft_text(said[0]) if said else set()
    named = soft_text(" ".join(record.names.all())) & first
    return said[:1] + [other for other in said[1:] if _adds(soft_text(other), first, named)]


def _adds(stems: set[str], first: set[str], named: set[str]) -> bool:
    if any(stem.isdigit() for stem in stems - first) or len(stems & first) < _REPEATED * len(stems):
        return True
    # Of a long name all but a word or two can be said again.
    own = stems - named
    return len(own & first) < _REPEATED_BUT_THE_NAME * len(own)


def _in_a_sentence(country: Record, language: Language, denied: bool) -> str:
    """The name of a country as a sentence about it has it: in English with its article, in Russian after «нет» in the genitive."""
    name = country.names.shown(language)
    if language == "en" and (with_article := f"The {name}") in country.aliases:
        return with_article
    return country.forms.ru["gen"] if language == "ru" and denied and country.forms else name


def _tells_more(stems: set[str], said: set[str], record: Record) -> bool:
    """Whether a fact on a card says, besides the name of its record, a number or more than a little that its first sentences do not."""
    own = stems - soft_text(" ".join(record.names.all()))
    return any(stem.isdigit() for stem in stems - said) or len(own & said) < _REPEATED_ON_A_CARD * len(own) or not own


def _common_kind(records: list[Record]) -> str:
    """The kind of all of them, empty if they are of several; talks and film days are no documents, as other agreements are."""
    kinds = {"talks" if record.kind == "agreement" and record.type not in SIGNED else record.kind for record in records}
    return kinds.pop() if len(kinds) == 1 else ""


class Writer:
    """Writes replies over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def write(self, query: Query, language: Language, page: int = 0) -> Reply:
        """The reply to a query, of a long list one page. Raises `UnknownQuery` if a record or property of it is not in this base."""
        if query.operation in ("list", "count", "set"):
            return self._list(query, language, page)
        records = [self._record(record) for record in query.records]
        record = records[0]
        if query.operation == "card":
            return self._card(record, query, language)
        if query.operation == "compare":
            return self._compare(records, query, language)
        if query.operation == "name":
            return self._called(record, query, language)
        asked = (query.property or "").split("+")
        if not all(prop in properties() or (prop.isascii() and prop.isdigit() and int(prop) < len(record.highlights)) for prop in asked):
            raise UnknownQuery(query.short() or str(query))
        facts = [record.highlights[int(prop)] if prop.isdigit() else record.facts.get(prop) for prop in asked]
        known = [fact for fact in facts if fact and not (isinstance(fact, Fact) and fact.unknown)]
        if not known:
            return self.unknown_fact(record, asked[0], language)
        lacking = [prop for prop, fact in zip(asked, facts, strict=True) if prop in properties() and (not isinstance(fact, Fact) or fact.unknown)]
        reply = self._known(record, query, language, *known)
        return replace(reply, context=(*reply.context, *(self.unknown_fact(record, prop, language).lead for prop in lacking)))

    def unknown_fact(self, record: Record, prop: str, language: Language) -> Reply:
        """The base knows the record, not this of it: says so, and offers what is known."""
        name = record.names.shown(language)
        if record.kind == "country" and prop == "agreements":
            text = sentence("unknown-agreements", language, country=name)
        else:
            text = sentence("unknown-fact", language, record=name, property=properties()[prop].label[language])
        # Who signed is not known by name, and yet which bodies did; where somebody was born, and yet when.
        besides = [record.facts.get(other) for other in (*_BESIDES.get(prop, ()), "status")]
        context = tuple(fact.text.get(language) for fact in besides if fact and fact.text)
        query = Query("fact", (record.id,), prop).short()
        return Reply("unknown", language, text, context, buttons=self._suggestions(record, None, language), records=(record.id,), query=query)

    def unknown(self, language: Language, lacking: str = "", records: tuple[str, ...] = (), about: About = "base") -> Reply:
        """An honest no: of what the festival's staff tells, of a place where no festival was, and of a prize that nobody got there, it says so."""
        if about == "errand":
            return Reply("unknown", language, sentence("unknown-errand", language), about=about)
        if about == "host":
            return Reply("unknown", language, sentence("unknown-host-named", language, place=lacking) if lacking else sentence("unknown-host", language))
        if about == "untrue":
            return Reply("unknown", language, sentence("unknown-untrue", language), about=about)
        if about == "award":
            name = self._record(records[0]).names.shown(language)
            return Reply("unknown", language, sentence("unknown-award", language, record=name, place=lacking), records=records, about="base")
        text = sentence("unknown-word", language, word=lacking) if lacking else sentence("unknown", language)
        buttons = tuple(Button(self._record(r).names.shown(language), r) for r in records[:3])
        near = (sentence("near", language, names="; ".join(b.label for b in buttons)),) if buttons else ()
        return Reply("unknown", language, text, context=near, buttons=buttons, records=records, about=about)

    @staticmethod
    def with_lacking(reply: Reply, lacking: str) -> Reply:
        """An answer to a part of what was asked, which says what the base has nothing on."""
        return replace(reply, context=(*reply.context, sentence("unknown-word", reply.language, word=lacking)))

    def with_another(self, reply: Reply, query: Query) -> Reply:
        """An answer, and another one of another record."""
        other = self.write(query, reply.language)
        sources = tuple(dict.fromkeys((*reply.sources, *other.sources)))
        return replace(reply, context=(*reply.context, other.lead, *other.context), sources=sources, records=(*reply.records, *other.records))

    def clarify(self, records: list[str], language: Language, prop: str | None = None) -> Reply:
        """Equally good readings: up to three buttons, named in the text too; each tells what was asked."""
        shown = [self._record(record) for record in records[:3]]
        names = _told_apart(shown, language)
        # What does not fit a button is asked of the record as such.
        asked = (Query("fact", (r.id,), prop).short() if prop in r.facts else None for r in shown)
        buttons = tuple(Button(name, short or r.id) for name, r, short in zip(names, shown, asked, strict=True))
        lines = tuple(f"• {name}" for name in names)
        offered = str(Query("compare" if prop else "set", tuple(records[:3]), prop))
        return Reply("clarify", language, sentence("clarify", language), lines, buttons=buttons, records=tuple(records[:3]), long_query=offered)

    def smalltalk(self, key: str, language: Language, values: Mapping[str, int | str] = MappingProxyType({})) -> Reply:
        return Reply("smalltalk", language, sentence("smalltalk-" + key.replace("_", "-"), language, **values), smalltalk=key)

    def with_winners(self, reply: Reply) -> Reply:
        """A reply, and the best films of the newest festival that tells them."""
        editions = sorted((r for r in self._base.records.values() if r.kind == "edition"), key=newest_first, reverse=True)
        newest = next((edition for edition in editions if (won := edition.facts.get("best_film")) and won.text), None)
        if newest is None:
            return reply
        told = self.write(Query("fact", (newest.id,), "best_film"), reply.language)
        return replace(reply, context=(told.lead,), sources=told.sources, buttons=told.buttons)

    def _record(self, record: str) -> Record:
        try:
            return self._base.records[record]
        except KeyError:
            raise UnknownQuery(record) from None

    def _known(self, record: Record, query: Query, language: Language, *facts: Fact | Highlight) -> Reply:
        """The facts' sentences; how old they are, if they can lapse."""
        said = _without_repeating([fact.text.get(language) for fact in facts if fact.text], record)
        verdict = yes_or_no(query, [fact for fact in facts if isinstance(fact, Fact)], self._base)
        if verdict is not None:
            said = self._judged(query, said, verdict, language)
        oldest = min((fact.as_of for fact in facts if fact.as_of), default=None)
        as_of = (sentence("as-of", language, date=format_partial(oldest, language)),) if oldest else ()
        sources = self._sources([source for fact in facts for source in fact.sources], language)
        suggestions = self._suggestions(record, query.property, language)
        return self._reply(query, language, " ".join(said), as_of, sources, suggestions, (record.id,))

    def _judged(self, query: Query, said: list[str], verdict: bool, language: Language) -> list[str]:
        """What is said, opened with «yes» or «no»; it names who is no part of those that are told, and tells an observer from a member."""
        first, _, second = (query.property or "").partition("+")
        if second and "members" in (first, second):
            if (query.claim or "").startswith(CLAIMED_WORD):
                # Of an observer only the observers are told.
                return [sentence("yes" if verdict else "no-member-but-observer", language, fact=said[-1] if first == "members" else said[0])]
            first = OBSERVERS
        record = self._record(query.records[0])
        if first == "country" and record.kind == "edition":
            first = "participants"
        claimed = self._base.records.get(query.claim or "")
        key = f"{'yes' if verdict else 'no'}-{first}"
        if claimed is None or claimed.kind != "country" or key not in _NAMING:
            return [sentence("yes" if verdict else "no", language, fact=said[0]), *said[1:]]
        return [sentence(key, language, fact=said[0], name=_in_a_sentence(claimed, language, not verdict)), *said[1:]]

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
        for prop in MAIN_PROPERTIES[record.kind]:
            fact = record.facts.get(prop)
            if (
                fact
                and fact.text
                # A summary often tells the post or the film of somebody; of a film it rarely has the title.
                and not said.startswith(fact.text.get(language).rstrip("."))
                and (record.kind != "person" or _tells_more(soft_text(fact.text.get(language)), soft_text(said), record))
                and prop not in ("what", "plot")
                and len(context) < 2
                and len(said) + sum(len(line) for line in context) < 420
            ):
                context.append(fact.text.get(language))
        for fact in record.facts.values():
            sources += fact.sources[:1]
        return self._reply(query, language, said, tuple(context), self._sources(sources, language), self._suggestions(record, None, language), (record.id,))

    def _called(self, record: Record, query: Query, language: Language) -> Reply:
        """What a record, or its people, is called in a language."""
        names = names_of(record, query.property, query.language) if query.language else []
        if not names:
            raise UnknownQuery(str(query))
        lead = sentence(f"called-{query.language}", language, name=", ".join(names))
        return self._reply(query, language, lead, (), (), self._suggestions(record, None, language), (record.id,))

    def _compare(self, records: list[Record], query: Query, language: Language) -> Reply:
        """One property of each record, or two, or what can be told of all of them in few words. A cell that the base lacks says so."""
        names = tuple(record.names.shown(language) for record in records)
        props = query.property.split("+") if query.property else self._comparable(records, language)
        cells = {prop: tuple(self._cell(record, prop, language, short=not query.property) for record in records) for prop in props}
        labels = {prop: properties()[prop].label[language] for prop in props}
        fits = len(records) == 2 and all(len(cell) <= _CELL for row in cells.values() for cell in row)
        table = Table(names, tuple((labels[prop][0].upper() + labels[prop][1:], cells[prop]) for prop in props)) if fits and props else None
        told: list[str] = []
        if not query.property:
            told = [_first_sentence(record.summary.get(language)) for record in records]
        elif table is None:
            told = [" ".join(row) for row in zip(*cells.values(), strict=True)]
        context = tuple(f"• {name}: {line}" for name, line in zip(names, told, strict=False))
        lead = self._lead_of_several(labels if query.property else {}, language)
        sources = [source for record in records for prop in props if prop in record.facts for source in record.facts[prop].sources[:1]]
        buttons = tuple(Button(name, record.id) for name, record in zip(names[:3], records, strict=False))
        reply = self._reply(query, language, lead, context, self._sources(sources, language), buttons, tuple(r.id for r in records))
        return replace(reply, table=table)

    @staticmethod
    def _lead_of_several(labels: dict[str, str], language: Language) -> str:
        """Who won is told of one festival or prize after the other; what else is told of several is compared."""
        if not labels:
            return sentence("compare-all", language)
        told = ", ".join(labels.values())
        if all(prop == "winner" or prop.startswith("best_") for prop in labels):
            return sentence("compare-each", language, property=told[0].upper() + told[1:])
        return sentence("compare", language, property=told)

    @staticmethod
    def _cell(record: Record, prop: str, language: Language, short: bool) -> str:
        fact = record.facts.get(prop)
        if fact is None or fact.text is None:
            return sentence("no-data", language)
        return (date_value(fact, language) if short and properties()[prop].type == "date" and not fact.refs else None) or fact.text.get(language)

    def _comparable(self, records: list[Record], language: Language) -> list[str]:
        """The properties that most of the records have, told in few words."""
        props = [prop for prop in dict.fromkeys(prop for record in records for prop in record.facts) if prop in properties() and prop not in ("what", "plot")]
        main = MAIN_PROPERTIES[records[0].kind]
        props.sort(key=lambda prop: (-sum(prop in record.facts for record in records), main.index(prop) if prop in main else len(main)))
        return [prop for prop in props if all(len(self._cell(record, prop, language, short=True)) <= _CELL for record in records)][:_ROWS]

    def _list(self, query: Query, language: Language, page: int) -> Reply:
        if query.operation == "set":
            found = [self._record(record) for record in query.records]
        elif query.kind not in MAIN_PROPERTIES:
            raise UnknownQuery(str(query))
        else:
            found = [self._base.records[record] for record in self._base.members(query.kind, [(near,) for near in query.filters])]
        if query.operation != "set" or len(found) > IN_ORDER:
            found.sort(key=lambda record: by_name(record, language))
        pages = max(1, -(-len(found) // FULL_LIST))
        page = min(max(page, 0), pages - 1)
        shown = found[page * FULL_LIST : (page + 1) * FULL_LIST]
        lines = [f"• {record.names.shown(language)}" for record in shown]
        if pages > 1:
            lines.append(sentence("page", language, page=str(page + 1), pages=str(pages)))
        buttons = tuple(Button(r.names.shown(language), r.id) for r in shown[:3])
        sources = self._sources([source for r in shown for fact in r.facts.values() for source in fact.sources], language)
        records = tuple(record.id for record in found)
        lead = sentence("list", language, count=len(found), kind=_common_kind(found))
        reply = self._reply(query, language, lead, tuple(lines), sources, buttons, records)
        return replace(reply, page=page, pages=pages)

    def _sources(self, ids: list[str], language: Language) -> tuple[SourceLine, ...]:
        """The first of the sources that the base knows."""
        key = next((key for key in ids if key in self._base.sources), None)
        return (source_line(self._base, key, language),) if key else ()

    def _suggestions(self, record: Record, asked: str | None, language: Language) -> tuple[Button, ...]:
        out: list[Button] = []
        for prop in MAIN_PROPERTIES[record.kind]:
            fact = record.facts.get(prop)
            if prop != asked and fact and not fact.unknown and len(f"{record.id}.{prop}") <= 40 and len(out) < 3:
                label = properties()[prop].label[language]
                out.append(Button(label[0].upper() + label[1:], f"{record.id}.{prop}"))
        return tuple(out)
