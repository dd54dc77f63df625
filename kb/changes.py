"""The base is the shipped YAML plus an ordered list of changes that editors made: each changes one cell of one record.

A record as cells is what an editor sees in a spreadsheet: a row for each property, in it a column for each language and two more, `value`
for what is typed (`date: 2025-10-02; refs: person-a person-b`) and `sources`. A change names the cell, what stood there and what stands
there now. One whose old value is no longer there is set aside, together with the others of its edit and property.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from kb.records import LANGUAGES, Kind, Language, Record, Source
from kb.texts import sentence

# The columns of a cell: (property, part) → what stands there. A cell that does not exist is empty.
Cells = dict[tuple[str, str], str]
VALUE, SOURCES = "value", "sources"
PARTS = (*LANGUAGES, VALUE, SOURCES)
_SOURCE_FIELDS = ("title", "publisher", "url", "date")
_LISTS = {"aliases": "aliases", "names-latin": "kk-Latn", "names-original": "original"}
_CUES = "-cues"
_HIGHLIGHT = re.compile(r"^highlight-(\d{1,3})$")
_FORMS = {"forms-adjective": "adjective", "forms-people": "people"}
_DATE = re.compile(r"^-?\d{3,4}(-\d{2}(-\d{2})?)?$")
_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
_MONEY = re.compile(r"^(\d+) ([A-Z]{3})$")
_RECORD = re.compile(r"^[a-z]+(-[a-z0-9]+)+$")
_SOURCE = re.compile(r"^src-[a-z0-9-]+$")
_NAME = re.compile(r"^[a-z][a-z0-9-]*$")
# Stands for a text in a sentence.
_TEXT = "{text}"
# So much of a value is told again, in characters.
_FOUND = 200
_YES = {"yes": True, "no": False}


T = TypeVar("T", Record, Source)


@dataclass(frozen=True)
class Change:
    """What an editor changed of one cell; None: nothing stood or stands there. `edit` is shared by what was applied together."""

    record: str
    property: str
    part: str
    old: str | None
    new: str | None
    edit: str = ""


@dataclass(frozen=True)
class Merged:
    """The records with the changes in force; `aside` are the places in the list of those that are not."""

    records: list[Record]
    sources: list[Source]
    aside: frozenset[int]


class CellFault(Exception):
    """A cell cannot be used. `key` is the sentence of `kb/texts` that says why, with its `values`."""

    def __init__(self, key: str, record: str, property: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        place = f"{record}: {property}" if property else record
        self.values = {
            name: value if len(value) <= _FOUND or name == "expected" else value[:_FOUND] + "…" for name, value in {"place": place, **values}.items()
        }

    def __str__(self) -> str:
        return sentence(self.key, "en", **self.values)


# Record → cells


def cells_of(record: Record | Source) -> Cells:
    """What stands in each cell; the texts that are missing are not there."""
    if isinstance(record, Source):
        return {(name, VALUE): str(value) for name in _SOURCE_FIELDS if (value := getattr(record, name))}
    row = record.model_dump(by_alias=True, exclude_defaults=True)
    out: Cells = {("kind", VALUE): record.kind}
    if record.type:
        out["type", VALUE] = record.type
    names = row["names"]
    out |= {("names", language): "; ".join(names[language]) for language in LANGUAGES}
    lists = {"aliases": record.aliases, "names-latin": names.get("kk-Latn", []), "names-original": names.get("original", [])}
    out |= {(name, VALUE): "; ".join(listed) for name, listed in lists.items() if listed}
    out |= _texts("summary", row["summary"])
    for prop, fact in row.get("facts", {}).items():
        out |= _texts(prop, fact.pop("text", {}))
        items = fact.pop("items", [])
        out |= {(f"{prop}.items", language): "\n".join(item[language] for item in items) for language in LANGUAGES if items}
        out |= _typed(prop, fact)
    for number, highlight in enumerate(row.get("highlights", []), 1):
        name = f"highlight-{number}"
        out |= _texts(name, highlight.pop("text"))
        out |= {(name + _CUES, language): "; ".join(cues) for language, cues in highlight.pop("cues").items() if cues}
        out |= _typed(name, highlight)
    if links := row.get("links"):
        out["links", VALUE] = _pairs(links)
    if forms := row.get("forms"):
        out |= {("forms", language): _pairs(forms[language]) for language in ("kk", "ru")}
        out |= {(name, language): "; ".join(said) for name, field in _FORMS.items() for language, said in forms.get(field, {}).items() if said}
    return out


def _texts(name: str, text: Mapping[str, Any]) -> Cells:
    return {(name, language): text[language] for language in LANGUAGES if language in text and language not in text.get("missing", ())}


def _typed(name: str, fact: dict[str, Any]) -> Cells:
    sources = fact.pop("sources", [])
    out: Cells = {(name, SOURCES): " ".join(sources)} if sources else {}
    return out | ({(name, VALUE): _pairs(fact)} if fact else {})


def _pairs(values: Mapping[str, Any]) -> str:
    """`refs: person-a person-b; number: 2025`."""
    return "; ".join(f"{key}: {_said(value)}" for key, value in values.items())


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, dict):
        return f"{value['amount']} {value['currency']}"
    return str(value)


# Cells → record


def record_of(key: str, cells: Cells) -> Record | Source:
    """The record of these cells.

    Raises:
        CellFault: a cell has another form than its property wants, or one is lacking.
    """
    if key.startswith("src-"):
        return _validated(Source, key, {"id": key} | {name: value for (name, _), value in cells.items()})
    by_name: dict[str, dict[str, str]] = defaultdict(dict)
    for (name, part), value in cells.items():
        by_name[name][part] = value
    row: dict[str, Any] = {"id": key, "facts": {}}
    row |= {name: by_name.pop(name)[VALUE] for name in ("kind", "type") if name in by_name}
    if row.get("kind") not in get_args(Kind):
        raise CellFault("cell-kind", key, "kind", found=str(row.get("kind", "")), expected=", ".join(get_args(Kind)))
    row["names"] = _names(key, by_name.pop("names", {}))
    for name, field in _LISTS.items():
        if name in by_name:
            (row if field == name else row["names"])[field] = _listed(by_name.pop(name)[VALUE])
    row["summary"] = _text(key, "summary", by_name.pop("summary", {}))
    if "links" in by_name:
        row["links"] = {name: _ids(key, "links", name, value) for name, value in _unpaired(key, "links", by_name.pop("links")[VALUE]).items()}
    if "forms" in by_name:
        row["forms"] = {language: _unpaired(key, "forms", said) for language, said in by_name.pop("forms").items()}
        row["forms"] |= {field: {code: _listed(said) for code, said in by_name.pop(name, {}).items()} for name, field in _FORMS.items()}
    row["highlights"] = list(_highlights(key, by_name))
    items = {name: by_name.pop(name) for name in list(by_name) if name.endswith(".items")}
    for name, parts in by_name.items():
        row["facts"][name] = _fact(key, name, parts)
    for name, said in items.items():
        fact = row["facts"].setdefault(name.removesuffix(".items"), {})
        lines = {language: said.get(language, "").split("\n") for language in LANGUAGES}
        if len({len(each) for each in lines.values()}) > 1:
            raise CellFault("cell-items", key, name)
        fact["items"] = [dict(zip(LANGUAGES, each, strict=True)) for each in zip(*lines.values(), strict=True)]
    return _validated(Record, key, row)


def _names(key: str, parts: Mapping[str, str]) -> dict[str, Any]:
    """The names of a language that has none are those of another one."""
    given = {language: _listed(parts[language]) for language in LANGUAGES if _listed(parts.get(language, ""))}
    if not given:
        raise CellFault("cell-no-text", key, "names")
    return {language: given.get(language) or next(iter(given.values())) for language in LANGUAGES}


def _text(key: str, name: str, parts: Mapping[str, str]) -> dict[str, Any]:
    """A text in each language; one that is missing says so and shows that of another."""
    order: tuple[Language, ...] = ("ru", "en", "kk")
    given = {language: parts[language] for language in order if parts.get(language, "").strip()}
    if not given:
        raise CellFault("cell-no-text", key, name)
    other = next(iter(given))
    missing: list[Language] = [language for language in LANGUAGES if language not in given]
    # Put in afterwards: Fluent takes no variable of more than 1,000 characters.
    filled = {language: sentence("text-is-missing", language, other=other, text=_TEXT).replace(_TEXT, given[other]) for language in missing}
    return dict(given) | filled | ({"missing": missing} if missing else {})


def _highlights(key: str, by_name: dict[str, dict[str, str]]) -> Any:
    for name in sorted((name for name in by_name if _HIGHLIGHT.match(name)), key=lambda name: int(name.split("-")[1])):
        fact = _fact(key, name, by_name.pop(name))
        cues = {language: _listed(said) for language, said in by_name.pop(name + _CUES, {}).items()}
        yield fact | {"cues": {language: cues.get(language, []) for language in LANGUAGES}}


def _fact(key: str, name: str, parts: Mapping[str, str]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for field, value in _unpaired(key, name, parts.get(VALUE, "")).items():
        out[field] = _field(key, name, field, value)
    if any(parts.get(language, "").strip() for language in LANGUAGES):
        out["text"] = _text(key, name, parts)
    if parts.get(SOURCES):
        out["sources"] = parts[SOURCES].split()
        for source in out["sources"]:
            if not _SOURCE.match(source):
                raise CellFault("cell-source", key, name, found=source)
    if "text" in out and out.get("unknown"):
        raise CellFault("cell-unknown-with-text", key, name)
    if not out.get("unknown"):
        for field, lacking in (("text", "cell-no-text"), ("sources", "cell-no-source")):
            if field not in out:
                raise CellFault(lacking, key, name)
    return out


def _field(key: str, name: str, field: str, value: str) -> Any:
    """A typed value. Raises `CellFault` with what is expected."""
    if field in ("date", "until", "as_of") and _DATE.match(value):
        return value
    if field == "number" and _NUMBER.match(value):
        return float(value) if "." in value else int(value)
    if field == "money" and (found := _MONEY.match(value)):
        return {"amount": int(found[1]), "currency": found[2]}
    if field in ("yes", "unknown", "disputed") and value in _YES:
        return _YES[value]
    if field == "confidence" and value in ("high", "medium"):
        return value
    if field == "refs":
        return _ids(key, name, field, value)
    if field == "name" and _HIGHLIGHT.match(name) and _NAME.match(value):
        return value
    known = ("refs", "date", "until", "number", "money", "yes", "unknown", "disputed", "confidence", "as_of")
    if field not in known:
        raise CellFault("cell-field", key, name, found=field, expected=", ".join(known))
    raise CellFault("cell-value", key, name, found=f"{field}: {value}", field=field)


def _ids(key: str, name: str, field: str, value: str) -> list[str]:
    ids = value.split()
    for one in ids:
        if not _RECORD.match(one):
            raise CellFault("cell-value", key, name, found=f"{field}: {one}", field="refs")
    return ids


def _unpaired(key: str, name: str, said: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for pair in _listed(said):
        field, colon, value = pair.partition(":")
        if not colon or not value.strip():
            raise CellFault("cell-pairs", key, name, found=pair)
        out[field.strip()] = value.strip()
    return out


def _listed(said: str) -> list[str]:
    return [part for each in said.split(";") if (part := each.strip())]


def _validated(model: type[T], key: str, row: dict[str, Any]) -> T:
    try:
        return model.model_validate(row)
    except ValidationError as error:
        fault = error.errors()[0]
        raise CellFault("cell-shape", key, ".".join(map(str, fault["loc"])), found=str(fault.get("input", ""))[:80]) from None


# Changes


def differences(key: str, before: Cells, after: Cells) -> list[Change]:
    """The changes that lead from one state of a record to another."""
    cells = dict.fromkeys([*before, *after])
    return [Change(key, *cell, before.get(cell), after.get(cell)) for cell in cells if before.get(cell) != after.get(cell)]


def apply(records: Sequence[Record], sources: Sequence[Source], changes: Sequence[Change]) -> Merged:
    """The records with these changes, in their order. What no longer fits, or leaves no whole record, is set aside."""
    found: dict[str, Record | Source] = {record.id: record for record in records}
    found |= {source.id: source for source in sources}
    aside: set[int] = set()
    for (_, key), numbered in groupby(enumerate(changes), key=lambda pair: (pair[1].edit, pair[1].record)):
        listed = list(numbered)
        before = cells_of(found[key]) if key in found else {}
        after = dict(before)
        for prop in dict.fromkeys(change.property for _, change in listed):
            group = [(number, change) for number, change in listed if change.property == prop]
            if all(after.get((prop, change.part)) == change.new for _, change in group):
                continue  # the shipped base has taken it over
            if any(after.get((prop, change.part)) != change.old for _, change in group):
                aside |= {number for number, _ in group}
                continue
            for _, change in group:
                after.pop((prop, change.part), None)
                if change.new is not None:
                    after[prop, change.part] = change.new
        try:
            if after:
                found[key] = record_of(key, after)
            else:
                found.pop(key, None)
        except CellFault:
            aside |= {number for number, _ in listed}
    everything = found.values()
    return Merged([one for one in everything if isinstance(one, Record)], [one for one in everything if isinstance(one, Source)], frozenset(aside))
