"""The part of the store that knows who works on the bot: roles, invitations, what staff did, what they set."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, cast

# The roles that are given in the chat; an owner stands in the config.
GivenRole = Literal["editor", "announcer"]


@dataclass(frozen=True)
class Invitation:
    """What an invitation gives, who made it, and whether the person at hand has used it."""

    role: GivenRole
    created_by: int
    used: bool


@dataclass(frozen=True)
class AuditEntry:
    """Who of the staff did what to whom or what, and when (Unix seconds)."""

    user_id: int
    action: str
    subject: str
    at: int


class StaffState(ABC):
    """Mixed into `Store`. Each change tells whether it was made: of two that press at once, one gets False."""

    clock: Callable[[], float]

    @abstractmethod
    def _rows(self, name: str, **values: Any) -> list[tuple[Any, ...]]: ...

    @abstractmethod
    async def _change(self, *names: str, **values: Any) -> bool:
        """Run the statements in one commit; whether the first of them changed a row."""

    async def roles(self, user_id: int) -> tuple[GivenRole, ...]:
        """What a person was given; () for a guest."""
        return tuple(cast(GivenRole, role) for (role,) in self._rows("roles", user_id=user_id))

    async def staff(self) -> list[tuple[int, GivenRole]]:
        """Everybody with a role, the first added first; a person with two roles stands there twice."""
        return [(int(user_id), role) for user_id, role in self._rows("staff")]

    async def add_staff(self, user_id: int, role: GivenRole, added_by: int) -> bool:
        return await self._change("add_staff", user_id=user_id, role=role, added_by=added_by)

    async def remove_staff(self, user_id: int, role: GivenRole) -> bool:
        return await self._change("remove_staff", user_id=user_id, role=role)

    async def invite(self, token: str, role: GivenRole, created_by: int, seconds: int) -> None:
        """Keep an invitation for so long, under the hash of its token."""
        await self._change("invite", hash=_hash(token), role=role, created_by=created_by, expires_at=int(self.clock()) + seconds)

    async def invitation(self, token: str, user_id: int) -> Invitation | None:
        """What a token gives to a person; None if it is unknown, used by another, withdrawn or too old."""
        found = self._rows("invitation", hash=_hash(token), user_id=user_id, now=int(self.clock()))
        return Invitation(found[0][0], int(found[0][1]), found[0][2] is not None) if found else None

    async def use_invitation(self, token: str, user_id: int) -> bool:
        """Give the role, once: False if the invitation is not open any more."""
        return await self._change("use_invitation", "add_invited", hash=_hash(token), user_id=user_id)

    async def open_invitations(self) -> int:
        return int(self._rows("open_invitations", now=int(self.clock()))[0][0])

    async def withdraw_invitations(self) -> bool:
        return await self._change("withdraw_invitations")

    async def add_audit(self, user_id: int, action: str, subject: str) -> None:
        await self._change("add_audit", user_id=user_id, action=action, subject=subject)

    async def audit(self, size: int, skip: int = 0) -> list[AuditEntry]:
        """So many entries, the newest first, after skipping some."""
        return [AuditEntry(*row) for row in self._rows("audit", size=size, skip=skip)]

    async def audit_size(self) -> int:
        return int(self._rows("audit_size")[0][0])

    async def menus(self) -> list[int]:
        """The people whose command menu has the commands of staff."""
        return [int(user_id) for (user_id,) in self._rows("menus")]

    async def note_menu(self, user_id: int, has_staff_commands: bool) -> None:
        await self._change("note_menu" if has_staff_commands else "forget_menu", user_id=user_id)

    async def setting(self, key: str) -> str | None:
        found = self._rows("setting", key=key)
        return str(found[0][0]) if found else None

    async def set_setting(self, key: str, value: str | None) -> bool:
        """Set or, with None, unset."""
        return await (self._change("unset_setting", key=key) if value is None else self._change("set_setting", key=key, value=value))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
