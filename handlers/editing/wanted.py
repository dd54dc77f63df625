"""What is to go live, as it is kept until somebody says yes, and what checking it found."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field
from typing import Literal

from handlers.state.editing import Phrase
from kb import KnowledgeBase
from kb.changes import Cells, Change, cells_of
from kb.trial import Check

What = Literal["phrase", "unteach", "edit", "file", "undo"]


@dataclass(frozen=True)
class Wanted:
    """What is to go live. `name` is what a card and the log call it: the phrase, the record, the file."""

    what: What
    name: str
    edit_id: str = field(default_factory=lambda: secrets.token_hex(4))
    changes: tuple[Change, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    removed_edits: tuple[str, ...] = ()
    removed_phrases: tuple[int, ...] = ()

    def dumps(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def loads(cls, content: str) -> Wanted:
        row = json.loads(content)
        row |= {"changes": tuple(Change(**each) for each in row["changes"]), "phrases": tuple(Phrase(**each) for each in row["phrases"])}
        return cls(**row | {key: tuple(row[key]) for key in ("removed_edits", "removed_phrases")})


@dataclass(frozen=True)
class Checked:
    """A proposal with what checking it found. `lost` are the numbers of changes that stand today and would be set aside by it."""

    wanted: Wanted
    check: Check
    conflicts: tuple[Change, ...]
    lost: tuple[int, ...]

    @property
    def can_go_live(self) -> bool:
        return not (self.check.fault or self.conflicts or self.is_unheard or any(finding.blocking for finding in self.check.findings))

    @property
    def is_unheard(self) -> bool:
        """Whether the phrase would still be answered otherwise: it names another record by itself."""
        return any(phrase.phrase in self.check.unheard for phrase in self.wanted.phrases)

    @property
    def needs_second_yes(self) -> bool:
        return bool(self.check.regressions or self.check.findings or self.lost)


def cells_now(kb: KnowledgeBase, key: str) -> Cells:
    """What stands in the cells of a record or source; nothing if there is none."""
    found = kb.record(key) or kb.source(key)
    return cells_of(found) if found else {}
