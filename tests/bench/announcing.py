"""How near the sender comes to its permitted rate, what 100,000 recipients cost in memory, and how long a write waits beside it.

`python -m tests.bench.announcing`: the real outbox and sender; Telegram is a call that takes 80 ms.
"""

from __future__ import annotations

import asyncio
import json
import resource
import tempfile
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import monotonic
from typing import Any

from rich.console import Console
from rich.table import Table
from telegram import Bot
from telegram.request import BaseRequest, RequestData

from handlers.announcements.content import Body, Content
from handlers.announcements.pace import Pace
from handlers.announcements.sender import Sender, Timing
from handlers.announcements.topics import keyboard
from handlers.state import Place, Store
from handlers.state.outbox import Announcement

ROUND_TRIP = 0.08


class Distant(BaseRequest):
    """Takes every message after a round trip; remembers when."""

    def __init__(self) -> None:
        self.at: list[float] = []
        self._ids = count(1)

    @property
    def read_timeout(self) -> float:
        return 5

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any) -> tuple[int, bytes]:
        self.at.append(monotonic())
        await asyncio.sleep(ROUND_TRIP)
        result = {"message_id": next(self._ids), "date": 1, "chat": {"id": 1, "type": "private"}, "text": "…"}
        return 200, json.dumps({"ok": True, "result": result}).encode()


async def announce(chats: int, rate: float, folder: Path) -> tuple[float, float, float]:
    """Messages a second from the first to the last, the growth of memory (MB), p99 of a write beside it (ms)."""
    store = await Store.open(folder / f"{chats}-{rate:g}.sqlite")
    for first in range(1, chats + 1, 5000):
        await asyncio.gather(*(store.set_subscription(chat, "private", "subscribed") for chat in range(first, min(first + 5000, chats + 1))))
    content = Content(bodies={"en": Body(text="The award ceremony begins at 19:00.")})
    added = await store.outbox.add(content.model_dump_json(), None, "countdown", due_at=0)
    ended = asyncio.Event()

    async def staff() -> list[int]:
        return []

    async def tell(announcement: Announcement, event: str) -> None:
        if event == "ended":
            ended.set()

    request = Distant()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sender = Sender(
        Bot("99:bench", request=request, get_updates_request=request), store.outbox, Pace(rate), Timing(0, 0), "en", keyboard, staff, tell, store.migrate_chat
    )
    running = asyncio.create_task(sender.run())
    waits: list[float] = []
    while not ended.is_set():
        begun = monotonic()
        await store.set_last_query(Place(1, 0, 1), "film-qaitadan")
        waits.append((monotonic() - begun) * 1000)
        await asyncio.sleep(0.05)
    await sender.stop()
    await running
    found = store.outbox.get(added)
    assert found is not None and await store.outbox.counts_by_state(found) == {"sent": chats}
    await store.close()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return (len(request.at) - 1) / (request.at[-1] - request.at[0]), grown, quantiles(waits, n=100)[-1]


async def main() -> None:
    table = Table(title="Announcing, a call takes 80 ms")
    for column in ("recipients", "permitted/s", "sent/s", "share", "memory grown, MB", "p99 of a write beside it, ms"):
        table.add_column(column, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        for chats, rate in ((500, 25.0), (10_000, 1000.0), (100_000, 1000.0)):
            sent, grown, wait = await announce(chats, rate, Path(folder))
            table.add_row(f"{chats:,}", f"{rate:g}", f"{sent:.1f}", f"{sent / rate:.1%}", f"{grown:.1f}", f"{wait:.1f}")
    Console().print(table)


if __name__ == "__main__":
    asyncio.run(main())
