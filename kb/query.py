"""A question, parsed: what is asked of which records. Its short form fits into a button."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from kb.records import LANGUAGES, Language

Operation = Literal["card", "fact", "highlight", "list", "count", "compare", "set", "name"]
MAX_SHORT = 40
# What stands before the list that a record was picked from.
FROM_LIST = "<"
_LISTED = re.compile(rf"(?<!\?){FROM_LIST}")
# What stands before a folded word that is claimed and names no record.
CLAIMED_WORD = "_"
# What the highlight is called that tells who watches a body and is no member.
OBSERVERS = "observers"
# A set of so many is shown in its order, a larger one by name.
IN_ORDER = 3


class UnknownQuery(Exception):
    """A short form that no longer means anything in this base."""


@dataclass(frozen=True)
class Query:
    """`property` is a property's id or the number of a highlight, or two of these joined by `+`.

    `claim` is what a yes/no question takes for the property's value: a record, a year, a type of films, a day or month as `--10-04`, a number such as `>50`
    or `=50`, or a place that is no record as `_ankara`.
    `filters` are records that the members of a list link to; a `set` names its members itself.
    A `name` is what a record is called in `language`; with the property `people` or `adjective` what its people are, or what is of it.
    `listed` is what the chat listed before, of which the record is one: «and the third?» is asked of it.
    """

    operation: Operation
    records: tuple[str, ...] = ()
    property: str | None = None
    kind: str | None = None
    filters: tuple[str, ...] = ()
    claim: str | None = None
    language: Language | None = None
    listed: Query | None = field(default=None, compare=False)

    def short(self) -> str | None:
        """The canonical short form; None if it does not fit a button."""
        return out if len((out := str(self)).encode()) <= MAX_SHORT else None

    def __str__(self) -> str:
        """`film-qaitadan`, `film-qaitadan.director`, `film-a~film-b.year`, `film-a~film-b`, `list:agreement:country-tr`.

        With a claim `film-a.country?country-fr`; a name `country-hu@kk`, `country-hu@kk.people`.
        """
        match self.operation:
            case "card":
                out = self.records[0]
            case "fact" | "highlight":
                out = f"{self.records[0]}.{self.property}" + (f"?{self.claim}" if self.claim else "")
            case "compare":
                out = f"{'~'.join(self.records)}.{self.property or ''}"
            case "name":
                out = f"{self.records[0]}@{self.language}" + (f".{self.property}" if self.property else "")
            case "set":
                out = "~".join(self.records)
            case _:
                out = f"{self.operation}:{self.kind}:{'~'.join(self.filters)}"
        return out

    @classmethod
    def parse(cls, short: str) -> Query:
        """The query of a short form, or of one with its list; raises `UnknownQuery` if it has no such shape."""
        # «Fewer than 5» is claimed with the same sign, right after the question mark.
        short, *of_list = _LISTED.split(short, maxsplit=1)
        if listed := "".join(of_list):
            return replace(cls.parse(short), listed=cls.parse(listed))
        head, _, rest = short.partition(":")
        if rest:
            kind, _, filters = rest.partition(":")
            if head not in ("list", "count") or not kind:
                raise UnknownQuery(short)
            return cls("list" if head == "list" else "count", kind=kind, filters=tuple(filter(None, filters.split("~"))))
        record, named, rest = short.partition("@")
        if named:
            code, _, part = rest.partition(".")
            language = next((known for known in LANGUAGES if known == code), None)
            if not record or language is None or part not in ("", "people", "adjective"):
                raise UnknownQuery(short)
            return cls("name", (record,), part or None, language=language)
        short, asked, claim = short.partition("?")
        records, dot, prop = short.partition(".")
        ids = tuple(records.split("~"))
        if not all(ids) or (dot and not prop and len(ids) == 1):
            raise UnknownQuery(short)
        if len(ids) > 1:
            return cls("compare", ids, prop or None) if dot else cls("set", ids)
        if asked and (not claim or not dot or prop.isdigit()):
            raise UnknownQuery(short)
        return cls("card", ids) if not dot else cls("highlight" if prop.isdigit() else "fact", ids, prop, claim=claim or None)
