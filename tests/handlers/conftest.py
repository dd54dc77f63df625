"""A person in Telegram: real updates through the real application; a request class records what the person sees."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import time
from typing import Any

import pytest_asyncio
from telegram import Update
from telegram._utils.types import ODVInput
from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest, RequestData

from handlers import register
from handlers.context import Context, Services, TyrnaApplication
from handlers.settings import Settings
from handlers.state import Store
from handlers.state.sqlite import SqliteDriver
from kb import KnowledgeBase

_EMPTY_PROFILE = {"name": "", "description": "", "short_description": ""}
BOT = {"id": 99, "is_bot": True, "first_name": "Tyrna", "username": "tyrna_bot"}


@dataclass
class Call:
    method: str
    parameters: dict[str, Any]
    message_id: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    """Name → content of what was uploaded."""


class RecordingRequest(BaseRequest):
    """Answers as Telegram's server would, and keeps the calls."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._ids = count(1000)
        self._profile: dict[tuple[str, str, str], Any] = {}
        self.refusals: dict[int, dict[str, Any]] = {}
        """Chat → Telegram's refusal of each message to it: `error_code`, `description`, `parameters`."""

    @property
    def read_timeout(self) -> float:
        return 1

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        parameters: dict[str, Any] = dict(request_data.parameters) if request_data else {}
        self.calls.append(Call(name, parameters))
        result: Any = True
        language, scope = str(parameters.get("language_code", "")), _chat_of(parameters.get("scope"))
        if name == "sendMessage" and (refusal := self.refusals.get(int(parameters["chat_id"]))):
            return int(refusal["error_code"]), json.dumps({"ok": False, **refusal}).encode()
        if request_data and request_data.contains_files:
            self.calls[-1].files = {name: content for name, content, _ in request_data.multipart_data.values() if isinstance(content, bytes)}
        if name == "getMe":
            result = BOT
        elif name == "getChat":
            result = _full_info(int(parameters["chat_id"]))
        elif name.startswith("getMy"):
            result = self._profile.get((name.removeprefix("get"), language, scope), [] if name == "getMyCommands" else _EMPTY_PROFILE)
        elif name == "setMyCommands":
            self._profile["MyCommands", language, scope] = parameters["commands"]
        elif name == "deleteMyCommands":
            self._profile.pop(("MyCommands", language, scope), None)
        elif name.startswith("setMy"):
            self._profile[name.removeprefix("set"), language, scope] = _EMPTY_PROFILE | parameters
        elif name in ("sendMessage", "editMessageText", "sendDocument"):
            chat = {"id": int(parameters["chat_id"]), "type": "private", "first_name": "Guest"}
            message_id = int(parameters.get("message_id") or next(self._ids))
            self.calls[-1].message_id = message_id
            result = {"message_id": message_id, "date": int(time()), "chat": chat, "from": BOT, "text": parameters.get("text", "")}
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def menu(self, user_id: int, language: str = "en") -> list[str]:
        """The commands that Telegram shows in a private chat beside those of everybody; [] if it has no menu of its own."""
        commands = self._profile.get(("MyCommands", language, str(user_id)), [])
        return [command["command"] for command in (json.loads(commands) if isinstance(commands, str) else commands)]


def _chat_of(scope: Any) -> str:
    """The chat of a scope of commands, else its kind; empty for everybody."""
    found = json.loads(scope) if isinstance(scope, str) else scope or {}
    return str(found.get("chat_id", found.get("type", "")))


def _full_info(chat_id: int) -> dict[str, Any]:
    gifts = {"unlimited_gifts": True, "limited_gifts": True, "unique_gifts": True, "premium_subscription": True, "gifts_from_channels": True}
    named = {"type": "private", "first_name": f"<Person {chat_id}>"} if chat_id > 0 else {"type": "supergroup", "title": f"Group {chat_id}"}
    return {"id": chat_id, "accent_color_id": 0, "max_reaction_count": 1, "accepted_gift_types": gifts} | named


@dataclass
class Guest:
    """A person with a private chat."""

    application: TyrnaApplication
    request: RecordingRequest
    user_id: int = 7
    code: str | None = "en"
    _ids: Any = field(default_factory=lambda: count(1))

    @property
    def _user(self) -> dict[str, Any]:
        return {"id": self.user_id, "is_bot": False, "first_name": "Guest"} | ({"language_code": self.code} if self.code else {})

    @property
    def _chat(self) -> dict[str, Any]:
        return {"id": self.user_id, "type": "private", "first_name": "Guest"}

    async def write(self, text: str, message_id: int | None = None, edited: bool = False, **extra: Any) -> str:
        """Send a message; what the person sees in return."""
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text.startswith("/") else []
        message = {"message_id": message_id or next(self._ids), "date": int(time()), "chat": self._chat, "from": self._user, "text": text, **extra}
        return await self.process({"edited_message" if edited else "message": message | {"entities": entities}})

    async def press(self, label: str, by: int | None = None, **extra: Any) -> str:
        """Press a button of the last message by the beginning of its label; `by` is another person's id, `extra` belongs to the message."""
        shown = next(call for call in reversed(self.request.calls) if call.method in ("sendMessage", "editMessageText") and "reply_markup" in call.parameters)
        markup = shown.parameters["reply_markup"]
        rows = (json.loads(markup) if isinstance(markup, str) else markup)["inline_keyboard"]
        data = next(b["callback_data"] for row in rows for b in row if b["text"].removeprefix("• ").startswith(label))
        return await self.press_data(data, shown.message_id, rows, by, **extra)

    async def press_data(self, data: str, message_id: int = 5, rows: Any = (), by: int | None = None, **extra: Any) -> str:
        """Press a button that holds this data."""
        message = {"message_id": message_id, "date": int(time()), "chat": self._chat, "from": BOT, "text": "…", "reply_markup": {"inline_keyboard": rows}}
        pressed = {"id": "1", "from": self._user | {"id": by or self.user_id}, "chat_instance": "1", "data": data, "message": message | extra}
        return await self.process({"callback_query": pressed})

    async def send(self, **content: Any) -> str:
        """A message that is no text: `sticker={…}`, `photo=[…]`."""
        return await self.process({"message": {"message_id": next(self._ids), "date": int(time()), "chat": self._chat, "from": self._user, **content}})

    async def process(self, content: dict[str, Any]) -> str:
        seen = len(self.request.calls)
        await self.application.process_update(Update.de_json({"update_id": next(self._ids), **content}, self.application.bot))
        return "\n".join(str(call.parameters.get("text", "")) for call in self.request.calls[seen:] if call.parameters.get("text"))

    @property
    def last(self) -> Call:
        return next(call for call in reversed(self.request.calls) if call.method in ("sendMessage", "editMessageText"))

    def labels(self) -> list[str]:
        markup = self.last.parameters.get("reply_markup")
        rows = (json.loads(markup) if isinstance(markup, str) else markup)["inline_keyboard"] if markup else []
        return [b["text"] for row in rows for b in row]


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 1_760_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest_asyncio.fixture
async def clock() -> Clock:
    return Clock()


@asynccontextmanager
async def guest_of(knowledge: KnowledgeBase, location: Path | str, clock: Clock) -> AsyncIterator[Guest]:
    """A person and a bot with its state at this place; of replicas each has its own."""
    request = RecordingRequest()
    store = await Store.open(location, clock)
    application: TyrnaApplication = (
        Application.builder()
        .token("99:test")
        .request(request)
        .get_updates_request(request)
        .context_types(ContextTypes(context=Context))
        .job_queue(None)
        .build()
    )
    application.bot_data["services"] = Services(knowledge, Settings(), store)
    register(application)
    async with application:
        yield Guest(application, request)
    await store.close()


@pytest_asyncio.fixture
async def guest(knowledge: KnowledgeBase, tmp_path: Path, clock: Clock) -> AsyncIterator[Guest]:
    async with guest_of(knowledge, tmp_path / "state.sqlite", clock) as one:
        yield one


def write_db(store: Store) -> sqlite3.Connection:
    """The connection that writes to a state file: what ails it is a disk that is full, slow or read-only."""
    assert isinstance(store.driver, SqliteDriver)
    return store.driver.write_db
