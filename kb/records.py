"""The shape of records: what an editor writes in `kb/data/`, checked by pydantic."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")

Kind = Literal["film", "agreement", "person", "organisation", "place", "country", "festival", "edition", "award", "event"]

# So long an id fits into the data of every button and inline result: 64 bytes with what stands around it.
LONGEST_ID = 48
RecordId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z0-9]+)+$", max_length=LONGEST_ID)]
SourceId = Annotated[str, StringConstraints(pattern=r"^src-[a-z0-9-]+$")]
# Neither a property nor `record`: the lexicon names all of them in one place.
HighlightName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
# ISO, to the precision that is known: 2025, 2025-10 or 2025-10-02.
PartialDate = Annotated[str, StringConstraints(pattern=r"^-?\d{3,4}(-\d{2}(-\d{2})?)?$")]


class DataFault(Exception):
    """Bad YAML in the knowledge base; the text names the file, the record, the field and what is expected."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Model):
    """One text in each language."""

    kk: str
    ru: str
    en: str
    # The languages in which it is not written yet: there it says so and shows another one.
    missing: list[Language] = []

    def get(self, language: Language) -> str:
        return str(getattr(self, language))


class Names(_Model):
    """The first name of each list is the one that is shown; the others are found too."""

    kk: list[str] = Field(min_length=1)
    ru: list[str] = Field(min_length=1)
    en: list[str] = Field(min_length=1)
    kk_latn: list[str] = Field(default=[], alias="kk-Latn")
    original: list[str] = []

    def shown(self, language: Language) -> str:
        names: list[str] = getattr(self, language)
        return names[0]

    def all(self) -> list[str]:
        return [*self.kk, *self.ru, *self.en, *self.kk_latn, *self.original]


class Money(_Model):
    amount: int
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Fact(_Model):
    """What the base holds of one property of a record.

    A fact is known (it has `text`, and where it can be computed one of the typed values), or it is a known
    unknown: `unknown: true`, when the sources were searched and do not say.
    """

    text: Text | None = None
    refs: list[RecordId] = []
    items: list[Text] = []
    date: PartialDate | None = None
    until: PartialDate | None = None
    number: int | float | None = None
    money: Money | None = None
    yes: bool | None = None
    unknown: bool = False
    disputed: bool = False
    confidence: Literal["high", "medium"] = "high"
    as_of: PartialDate | None = None
    sources: list[SourceId] = []

    @model_validator(mode="after")
    def _is_whole(self) -> Fact:
        if self.unknown and self.text:
            raise ValueError("a known unknown has no text: take out `text`, or take out `unknown: true`")
        if not self.unknown and not self.text:
            raise ValueError("`text` is lacking: a sentence in kk, ru and en that answers the question (or `unknown: true`)")
        if not self.unknown and not self.sources:
            raise ValueError("`sources` is lacking: at least one id of sources.yaml")
        return self


class Highlight(_Model):
    """What fits no property: one sentence, and the words that people ask for it with. The lexicon refers to it by its name."""

    name: HighlightName | None = None
    text: Text
    cues: dict[Language, list[str]]
    sources: list[SourceId] = Field(min_length=1)
    as_of: PartialDate | None = None


class Forms(_Model):
    """The case forms of a country's or organisation's name that sentences need."""

    kk: dict[Literal["gen", "dat", "acc", "loc", "abl", "ins"], str]
    ru: dict[Literal["gen", "dat", "acc", "ins", "loc"], str]
    adjective: dict[Language, list[str]] = {}
    people: dict[Language, list[str]] = {}


class Record(_Model):
    id: RecordId
    kind: Kind
    type: str | None = None
    names: Names
    aliases: list[str] = []
    summary: Text
    facts: dict[str, Fact] = {}
    highlights: list[Highlight] = []
    links: dict[str, list[RecordId]] = {}
    forms: Forms | None = None

    def texts(self) -> list[Text]:
        """All that it says: the summary, the sentences of its facts, the highlights."""
        facts = [fact.text for fact in self.facts.values() if fact.text]
        return [self.summary, *facts, *(highlight.text for highlight in self.highlights)]


class Source(_Model):
    id: SourceId
    url: str | None = None
    title: str
    publisher: str
    date: PartialDate | None = None


def load_record(data: str) -> Record:
    """A record as the compiled file holds it, to be kept.

    Pydantic notes for each part which of its fields were given: in a compiled record all are, so parts of a kind share one note. Each its own
    would be a quarter of all.
    """
    record = Record.model_validate_json(data)
    _share_notes(record)
    return record


def _share_notes(part: Any) -> None:
    if isinstance(part, BaseModel):
        object.__setattr__(part, "__pydantic_fields_set__", _ALL_FIELDS.setdefault(type(part), part.model_fields_set))
        for value in part.__dict__.values():
            _share_notes(value)
    elif isinstance(part, list | dict):
        for value in part.values() if isinstance(part, dict) else part:
            _share_notes(value)


_ALL_FIELDS: dict[type[BaseModel], set[str]] = {}


def _faults(path: Path, name: str, error: ValidationError) -> str:
    lines = []
    for fault in error.errors():
        where = ".".join(str(part) for part in fault["loc"])
        lines.append(f"{path.name}: record {name}: field {where or '(record)'}: {fault['msg']}")
    return "\n".join(lines)


def read_records(path: Path) -> list[Record]:
    """The records of one YAML file: one mapping, or a list of them."""
    for row in (rows := _read_yaml(path)):
        if not isinstance(row, dict):
            raise DataFault(f"{path.name}: expected a record (a mapping with `id`), found {type(row).__name__}")
    out = []
    faults = []
    for row in rows:
        try:
            out.append(Record.model_validate(row))
        except ValidationError as error:
            faults.append(_faults(path, str(row.get("id", "?")), error))
    if faults:
        raise DataFault("\n".join(faults))
    return out


def read_sources(path: Path) -> list[Source]:
    out = []
    for row in _read_yaml(path):
        try:
            out.append(Source.model_validate(row))
        except ValidationError as error:
            raise DataFault(_faults(path, str(row.get("id", "?")), error)) from None
    return out


def _read_yaml(path: Path) -> list[Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except yaml.YAMLError as error:
        raise DataFault(f"{path.name}: not valid YAML: {error}") from None
    return data if isinstance(data, list) else [data]


class Loader(yaml.CSafeLoader):
    """YAML in which `2025-10-02` and `2025` stay what was written: a date of known precision, not a datetime."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load_directory(directory: Path) -> tuple[list[Record], list[Source]]:
    """All records and sources below `directory`, with every fault of every file at once."""
    records: list[Record] = []
    faults: list[str] = []
    for path in sorted(directory.rglob("*.yaml")):
        if path.name == "sources.yaml":
            continue
        try:
            records.extend(read_records(path))
        except DataFault as fault:
            faults.append(str(fault))
    sources = read_sources(directory / "sources.yaml") if (directory / "sources.yaml").exists() else []
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            faults.append(f"record {record.id} stands twice")
        seen.add(record.id)
    if not records and not faults:
        faults.append(f"{directory} has no records: a knowledge base needs at least one")
    if faults:
        raise DataFault("\n".join(faults))
    return records, sources
