"""A database that fails at one call, as one that does not answer in time; the next one works."""

from __future__ import annotations

import inspect
import sqlite3
from typing import Any

import pytest


def fails_once(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, of: int) -> list[int]:
    """Have a method fail the first time that it is called about a chat or person; the list has them once it has failed."""
    found, failed = getattr(owner, name), list[int]()

    def fail(subject: int) -> None:
        if subject == of and not failed:
            failed.append(of)
            raise sqlite3.OperationalError("canceling statement due to statement timeout")

    def flaky(self: Any, subject: int, *args: Any) -> Any:
        fail(subject)
        return found(self, subject, *args)

    async def flaky_later(self: Any, subject: int, *args: Any) -> Any:
        fail(subject)
        return await found(self, subject, *args)

    monkeypatch.setattr(owner, name, flaky_later if inspect.iscoroutinefunction(found) else flaky)
    return failed
