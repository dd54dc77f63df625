"""`bot.py` with the inbox taken out: nothing is written, nothing is found again. It shows that the crash test sees a loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot import cli
from handlers.transport.inbox import Inbox, Raw, Unhandled


async def accept(self: Inbox, updates: Iterable[Raw]) -> list[Raw]:
    return list(updates)


def left(self: Inbox) -> Iterator[Unhandled]:
    return iter(())


if __name__ == "__main__":
    Inbox.accept = accept  # type: ignore[method-assign]
    Inbox.left = left  # type: ignore[method-assign]
    cli()
