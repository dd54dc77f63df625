"""Faults on demand: what goes wrong between the bot and Telegram."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# 500: Telegram's own trouble. 502: a gateway's HTML page, no JSON. 429: asked too often. timeout: no answer, nothing done.
# reset: the connection breaks, nothing done. lost: done, but the connection breaks before the answer.
FaultKind = Literal["500", "502", "429", "timeout", "reset", "lost"]


@dataclass
class Fault:
    """Strikes `times` calls of `method` (None: any but getUpdates) to `chat_id` (None: any), after `skip` calls went well."""

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    skip: int = 0
    retry_after: int = 1

    def fits(self, method: str, chat_id: object) -> bool:
        named = method.lower() != "getupdates" if self.method is None else method.lower() == self.method.lower()
        return named and (self.chat_id is None or str(self.chat_id) == str(chat_id))


@dataclass
class FaultPlan:
    faults: list[Fault] = field(default_factory=list)

    def strike(self, method: str, chat_id: object) -> Fault | None:
        """The fault that this call meets, counted."""
        for fault in self.faults:
            if not fault.fits(method, chat_id):
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.faults.remove(fault)
            return fault
        return None
