"""That somebody was heard of is noted beside the answer."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

import pytest
from telegram import Update

from handlers.state import Store
from handlers.transport.processor import LaneProcessor
from tests.handlers.conftest import Guest


@pytest.mark.parametrize("away", [False, True])
async def test_what_cannot_be_read_for_the_note_lets_a_question_be_answered_once(guest: Guest, monkeypatch: pytest.MonkeyPatch, away: bool) -> None:
    store: Store = guest.application.bot_data["services"].store
    monkeypatch.setattr(store, "_read_db", _Reader(store.driver.reader))
    monkeypatch.setattr(store.driver, "is_away", lambda: away)
    monkeypatch.setattr("handlers.transport.processor.AGAIN", (0.01,) * 8)
    handled: asyncio.Queue[int] = asyncio.Queue()
    processor = LaneProcessor(handled.put_nowait)
    processor.application = guest.application
    message = {"message_id": 1, "date": 1_790_000_000, "chat": guest._chat, "from": guest._user, "text": "Who directed Qaitadan?"}
    update = Update.de_json({"update_id": 1, "message": message}, guest.application.bot)
    await processor.process_update(update, guest.application.process_update(update))
    assert await asyncio.wait_for(handled.get(), 5) == 1
    assert len([call for call in guest.request.calls if call.method == "sendMessage"]) == 1 and store.unnoted == 1


class _Reader:
    """Fails to read when a chat was heard of."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def execute(self, sql: str, values: Any = (), /) -> Any:
        if "seen_on" in sql:
            raise sqlite3.OperationalError("disk I/O error")
        return self._reader.execute(sql, values)
