"""The bot with the write-ahead taken out: it sends first and writes down after. The guard of tests/crash/test_announcing.py."""

from __future__ import annotations

from bot import cli
from handlers.state.outbox import Claim, Outbox


async def begin(self: Outbox, claim: Claim, owner: str) -> bool:
    return True


Outbox.begin = begin  # type: ignore[method-assign]

if __name__ == "__main__":
    cli()
