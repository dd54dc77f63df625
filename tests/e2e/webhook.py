"""Telegram's side of a webhook: the emulator's updates are posted as Telegram does it, one of a chat at a time, repeated until 2xx."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from tests.emulator import Emulator

# Telegram waits longer; the tests do not.
AGAIN = 0.05


def chat_of(update: dict[str, Any]) -> int:
    """The chat that an update belongs to, else its person."""
    content = next(value for name, value in update.items() if name != "update_id")
    message = content.get("message") or content
    return int((message.get("chat") or content["from"])["id"])


class Telegram:
    """Posts updates to `url`; `statuses` has each answer, 0 for a broken connection."""

    def __init__(self, emulator: Emulator, url: str, secret: str) -> None:
        self._emulator = emulator
        self._url = url
        self._secret = secret
        self._posting: dict[int, asyncio.Task[None]] = {}
        self.statuses: list[int] = []

    async def run(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                begun: set[int] = set()
                for update in list(self._emulator.state.updates):
                    chat = chat_of(update)
                    if chat not in begun and chat not in self._posting:
                        self._posting[chat] = asyncio.create_task(self._post(session, chat, update))
                    begun.add(chat)
                await asyncio.sleep(0.005)

    async def _post(self, session: aiohttp.ClientSession, chat: int, update: dict[str, Any]) -> None:
        try:
            while (status := await self.post(session, update)) // 100 != 2:
                await asyncio.sleep(AGAIN)
            assert status == 200
            self._emulator.state.updates.remove(update)
        finally:
            del self._posting[chat]

    async def post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> int:
        """One try."""
        try:
            async with session.post(self._url, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": self._secret}) as response:
                self.statuses.append(response.status)
        except aiohttp.ClientError:
            self.statuses.append(0)
        return self.statuses[-1]


@asynccontextmanager
async def delivering(emulator: Emulator, url: str, secret: str) -> AsyncIterator[Telegram]:
    """Telegram at work inside the block."""
    telegram = Telegram(emulator, url, secret)
    running = asyncio.create_task(telegram.run())
    try:
        yield telegram
    finally:
        tasks = [running, *telegram._posting.values()]
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks, return_exceptions=True)
