"""The part of the store that knows what editors changed: ordered changes, taught phrases, what waits for a yes, drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers.state.part import Part
from handlers.state.sql import statements
from kb import Language
from kb.changes import Change

_STATEMENTS = statements("editing.sql")
# What replicas tell each other when editors have changed it.
BASE = "base"


@dataclass(frozen=True)
class Kept:
    """A change with its place in the order, who made it and when (Unix seconds); `set_aside`: it is not in force."""

    id: int
    edit_id: str
    change: Change
    author_id: int
    made_at: int
    set_aside: bool


@dataclass(frozen=True)
class Taught:
    """A phrase and the short form of the query that it asks for; `question_id` is the unanswered question that it was taught from."""

    id: int
    phrase: str
    language: Language
    query: str
    question_id: int | None
    author_id: int
    made_at: int


@dataclass(frozen=True)
class Phrase:
    """A phrase that is to be taught."""

    phrase: str
    language: Language
    query: str
    question_id: int | None = None


@dataclass(frozen=True)
class Update:
    """What goes live at once: changes as the edit `edit_id`, phrases, and the ids of edits and phrases that are taken back."""

    edit_id: str = ""
    changes: Sequence[Change] = ()
    phrases: Sequence[Phrase] = ()
    removed_edits: Sequence[str] = ()
    removed_phrases: Sequence[int] = ()


@dataclass(frozen=True)
class Proposal:
    """What waits for a yes: JSON; `checked` is JSON too, of the check against the base of revision `base`."""

    id: int
    content: str
    base: str | None
    checked: str | None


@dataclass(frozen=True)
class Draft:
    """What an editor is editing; `content` is JSON."""

    record: str
    property: str
    content: str
    card_message_id: int | None


class Editing(Part):
    """Over the database of the store. What goes live is durable: on the disk when the write returns."""

    sql = _STATEMENTS

    def changes(self) -> list[Kept]:
        """Every change in the order in which they are applied, also those set aside."""
        return [
            Kept(id, edit_id, Change(*cell), author_id, made_at, bool(aside))
            for id, edit_id, *cell, author_id, made_at, aside in self._read_db.execute(_STATEMENTS["changes"])
        ]

    def taught(self) -> list[Taught]:
        """Every taught phrase, the oldest first."""
        return [Taught(*row) for row in self._read_db.execute(_STATEMENTS["taught"])]

    async def apply(self, update: Update, author_id: int, proposal_id: int) -> bool:
        """Take up what a proposal holds and end it, all or nothing; False if it had ended."""
        writes = [self._statement("add_taught", author_id=author_id, proposal_id=proposal_id, **vars(phrase)) for phrase in update.phrases]
        writes += [self._statement("remove_edit", edit_id=removed, proposal_id=proposal_id) for removed in update.removed_edits]
        writes += [self._statement("remove_taught", id=removed, proposal_id=proposal_id) for removed in update.removed_phrases]
        for change in update.changes:
            cell = {"record": change.record, "property": change.property, "part": change.part, "old_value": change.old, "new_value": change.new}
            writes.append(self._statement("add_change", edit_id=update.edit_id, author_id=author_id, proposal_id=proposal_id, **cell))
        writes.append(self._statement("end_proposal", id=proposal_id))
        done = await self._writer.write([*writes, *self.driver.telling(BASE)], durable=True)
        return done[len(writes) - 1].changed > 0

    async def note_set_aside(self, ids: Iterable[int]) -> None:
        """Note which changes are not in force; all others are."""
        wanted = set(ids)
        if wanted != {kept.id for kept in self.changes() if kept.set_aside}:
            await self._writer.write([self._statement("set_all_in_force"), *(self._statement("set_aside", id=id) for id in sorted(wanted))])

    async def add_proposal(self, chat_id: int, content: str) -> int:
        """Keep what waits for a yes in a chat; returns its id."""
        return int((await self._returned("add_proposal", chat_id=chat_id, content=content))[0][0])

    def proposal(self, proposal_id: int) -> Proposal | None:
        row = self._read_db.execute(_STATEMENTS["proposal"], {"id": proposal_id}).fetchone()
        return Proposal(*row) if row else None

    async def note_check(self, proposal_id: int, content: str, base: str, checked: str) -> None:
        """Note what checking found; `content` as it was checked."""
        await self._write("note_check", id=proposal_id, content=content, base=base, checked=checked)

    async def end_proposal(self, proposal_id: int) -> bool:
        """Forget a proposal; False if it had ended already."""
        return await self._write("end_proposal", id=proposal_id) == 1

    def draft(self, user_id: int) -> Draft | None:
        """What an editor is editing."""
        row = self._read_db.execute(_STATEMENTS["draft"], {"user_id": user_id}).fetchone()
        return Draft(*row) if row else None

    async def set_draft(self, user_id: int, draft: Draft) -> None:
        await self._write("set_draft", user_id=user_id, **vars(draft))

    async def end_draft(self, user_id: int) -> None:
        await self._write("end_draft", user_id=user_id)

    async def forget_old(self, before: int) -> None:
        """Forget proposals and drafts that nobody came back to."""
        await self._writer.write([self._statement("forget_proposals", before=before), self._statement("forget_drafts", before=before)])
