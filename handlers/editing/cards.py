"""A proposal in words: what would change, what it would break, what looks bad; lines of Telegram's HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from handlers.context import Services
from handlers.editing.wanted import Checked, cells_now
from handlers.render import WHOLE, cut, escaped, escaped_text
from handlers.texts import text
from kb import LANGUAGES, Language, UnknownQuery
from kb.changes import SOURCES, VALUE, Change
from kb.understand.lexicon import properties

_HIGHLIGHT = re.compile(r"^highlight-(\d+)(-cues)?$")
# So many of each are shown; the others are counted.
_QUESTIONS, _FINDINGS, _CHANGES = 5, 12, 12
# Characters of a text of which there are many on a card.
_EXCERPT = 160


def card(services: Services, checked: Checked, language: Language) -> list[str]:
    """All that an editor must know before saying yes."""
    wanted, found = checked.wanted, checked.check
    heading = [text(f"proposal-{wanted.what}", language, **escaped({"name": cut(wanted.name, _EXCERPT)}))]
    if checked.conflicts:
        return [*heading, "", *_conflicts(services, checked.conflicts, language)]
    body = [line for phrase in wanted.phrases for line in _phrase(services, phrase.phrase, phrase.query, phrase.language, language)]
    body += list(_changes(services, wanted.changes, language))
    if found.fault:
        return [*heading, "", *body, "", text("proposal-fault", language), escaped_text(found.fault)]
    if checked.is_unheard:
        body += ["", text("proposal-unheard", language)]
    return [*heading, "", *body, *_findings(checked, language), *_lost(services, checked, language), *_questions(checked, language)]


def name_of(services: Services, record: str, language: Language) -> str:
    """What a record is called, or its id; plain text."""
    found = services.kb.record(record)
    if found:
        return found.names.shown(language)
    source = services.kb.source(record)
    return source.title if source else record


def property_name(name: str, language: Language) -> str:
    """What a property is called, plain text: a fact's label, or what else a record has."""
    definition = properties().get(name)
    if definition:
        return definition.label[language]
    base = name.partition(".")[0] if name.endswith(".items") else name
    if base != name:
        return property_name(base, language)
    try:
        if highlight := _HIGHLIGHT.match(name):
            return text(f"cell-highlight{highlight[2] or ''}", language, number=highlight[1])
        return text(f"cell-{name}", language)
    except LookupError:
        return name


def part_name(part: str, language: Language) -> str:
    return text(f"cell-part-{part}" if part in (VALUE, SOURCES) else f"flip-{part}", language)


def _phrase(services: Services, phrase: str, query: str, spoken: Language, language: Language) -> Iterator[str]:
    try:
        reply = services.kb.run(query, spoken).lead
    except UnknownQuery:
        reply = query
    yield text("proposal-phrase-reply", language, **escaped({"phrase": cut(phrase), "reply": cut(reply)}))


def _changes(services: Services, changes: Sequence[Change], language: Language) -> Iterator[str]:
    """What is added, changed and removed, in numbers where there is much of it, then change by change."""
    if len(changes) > _CHANGES // 2:
        yield from _summary(services, changes, language)
        yield ""
    shown = changes[:_CHANGES]
    for (record, prop), group in groupby(shown, key=lambda each: (each.record, each.property)):
        values = {"record": name_of(services, record, language), "id": record, "property": property_name(prop, language)}
        yield text("proposal-cell", language, **escaped(values))
        for change in group:
            yield from _difference(change, language, _EXCERPT if len(changes) > len(LANGUAGES) + 2 else WHOLE)
    if len(changes) > len(shown):
        yield text("proposal-more", language, count=len(changes) - len(shown))


def _summary(services: Services, changes: Sequence[Change], language: Language) -> Iterator[str]:
    """How many records are added, changed and removed; and cells, by language."""
    records: dict[str, str] = {}
    for change in changes:
        before = cells_now(services.kb, change.record)
        if change.property == "kind":
            records[change.record] = "removed" if change.new is None else "added" if change.old is None else "changed"
        else:
            records.setdefault(change.record, "changed" if before else "added")
    counts = {what: sum(1 for each in records.values() if each == what) for what in ("added", "changed", "removed")}
    yield text("proposal-records", language, **counts)
    for part in (*LANGUAGES, VALUE, SOURCES):
        cells = [change for change in changes if change.part == part]
        if cells:
            added = sum(1 for change in cells if change.old is None)
            removed = sum(1 for change in cells if change.new is None)
            yield text("proposal-parts", language, part=part_name(part, language), added=added, changed=len(cells) - added - removed, removed=removed)


def _difference(change: Change, language: Language, length: int) -> Iterator[str]:
    part = part_name(change.part, language)
    if change.old is not None:
        yield text("proposal-old", language, **escaped({"part": part, "value": cut(change.old, length)}))
    if change.new is not None:
        yield text("proposal-new", language, **escaped({"part": part, "value": cut(change.new, length)}))
    elif change.part in LANGUAGES:
        yield text("proposal-missing", language, part=part)


def _conflicts(services: Services, conflicts: Sequence[Change], language: Language) -> Iterator[str]:
    """What somebody else has changed meanwhile: what stands there now, and what this editor wanted."""
    yield text("proposal-conflict", language)
    for change in conflicts[:_CHANGES]:
        now = cells_now(services.kb, change.record).get((change.property, change.part))
        values = {"record": name_of(services, change.record, language), "id": change.record, "property": property_name(change.property, language)}
        yield text("proposal-cell", language, **escaped(values))
        part = part_name(change.part, language)
        yield text("proposal-now", language, **escaped({"part": part, "value": cut(now or "—", _EXCERPT)}))
        yield text("proposal-yours", language, **escaped({"part": part, "value": cut(change.new or "—", _EXCERPT)}))
    if len(conflicts) > _CHANGES:
        yield text("proposal-more", language, count=len(conflicts) - _CHANGES)


def _findings(checked: Checked, language: Language) -> Iterator[str]:
    found = checked.check.findings
    blocking = [finding for finding in found if finding.blocking]
    for key, some in (("proposal-blocking", blocking), ("proposal-findings", [each for each in found if not each.blocking])):
        if some:
            yield from ("", text(key, language, count=len(some)))
            yield from (f"• {escaped_text(each.said(language))}" for each in some[:_FINDINGS])
            if len(some) > _FINDINGS:
                yield text("proposal-more", language, count=len(some) - _FINDINGS)


def _lost(services: Services, checked: Checked, language: Language) -> Iterator[str]:
    if not checked.lost:
        return
    yield from ("", text("proposal-lost", language, count=len(checked.lost)))
    kept = {each.id: each.change for each in services.store.editing.changes()}
    for place in checked.lost[:_CHANGES]:
        change = kept[place]
        values = {"record": name_of(services, change.record, language), "id": change.record, "property": property_name(change.property, language)}
        yield f"• {text('proposal-cell', language, **escaped(values))}"


def _questions(checked: Checked, language: Language) -> Iterator[str]:
    told = checked.check.regressions
    if not told:
        yield from ("", text("proposal-no-regression", language))
        return
    yield from ("", text("proposal-regressions", language, count=len(told)))
    for each in told[:_QUESTIONS]:
        values = {"question": cut(each.question, _EXCERPT), "before": cut(each.before, _EXCERPT), "after": cut(each.after, _EXCERPT)}
        yield text("proposal-regression", language, **escaped(values))
    if len(told) > _QUESTIONS:
        yield text("proposal-more", language, count=len(told) - _QUESTIONS)
