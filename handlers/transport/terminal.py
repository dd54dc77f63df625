"""The terminal: the same application and handlers over an in-process Bot API, replies as text, buttons by number."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import Callable
from html import unescape
from itertools import count
from pathlib import Path
from time import time
from typing import Any, TextIO

from telegram import Update
from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from handlers.context import TyrnaApplication, by_code
from handlers.texts import text
from kb import Language

# Nobody in Telegram has these ids; the terminal keeps a state file of its own.
PERSON = {"id": 1, "is_bot": False, "first_name": "Terminal"}
CHAT = {"id": 1, "type": "private", "first_name": "Terminal"}
# What `getChat` tells beside, whatever chat it is.
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
CHAT_FULL = CHAT | {"accent_color_id": 0, "max_reaction_count": 0, "accepted_gift_types": dict.fromkeys(_GIFTS, False)}
BOT = {
    "id": 2,
    "is_bot": True,
    "first_name": "Tyrna",
    "username": "tyrna_terminal_bot",
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
TOKEN = "2:terminal"
# A file is sent by its path after this sign.
FILE_SIGN = "@"
_TAG = re.compile(r"</?(?:b|i|u|s|code|pre|a|blockquote|tg-spoiler)(?:\s[^>]*)?>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


class TerminalRequest(BaseRequest):
    """A Bot API in this process: shows what is sent, remembers the buttons of the last message."""

    def __init__(self, show: Callable[[str], None], files: Path) -> None:
        """`files` is the folder where what the bot sends is kept."""
        self._show = show
        self._files = files
        self._ids = count(1)
        self.buttons: list[tuple[str, str, int]] = []
        self._messages: dict[int, dict[str, Any]] = {}

    @property
    def read_timeout(self) -> float:
        return 5

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    def next_id(self) -> int:
        return next(self._ids)

    def message(self, message_id: int) -> dict[str, Any]:
        return self._messages[message_id]

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
        """Answer a call as Telegram's server would."""
        call = url.rsplit("/", 1)[-1]
        parameters = request_data.parameters if request_data else {}
        if call == "getChat" and str(parameters["chat_id"]) != str(CHAT["id"]):
            return 400, json.dumps({"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}).encode()
        match call:
            case "getMe":
                result: Any = BOT
            case "getChat":
                result = CHAT_FULL
            case "getFile":
                # The library reads a file of this machine from its path, as with a Bot API server of one's own.
                result = dict.fromkeys(("file_id", "file_unique_id", "file_path"), parameters["file_id"])
            case "sendMessage" | "editMessageText":
                result = self._message(parameters)
            case "sendVenue":
                result = self._message({"text": f"📍 {parameters['title']}, {parameters['address']}: {parameters['latitude']}, {parameters['longitude']}"})
            case "sendDocument":
                files = request_data.multipart_data.values() if request_data and request_data.multipart_data else ()
                kept = [str(self._keep(str(name), content if isinstance(content, bytes) else content.read())) for name, content, _ in files]
                result = self._message(parameters | {"text": " ".join(["📄", *kept, str(parameters.get("caption", ""))])})
            case "answerCallbackQuery":
                if parameters.get("text"):
                    self._show(str(parameters["text"]))
                result = True
            case _:
                result = True
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _keep(self, name: str, content: bytes) -> Path:
        self._files.mkdir(parents=True, exist_ok=True)
        path = self._files / Path(name).name
        path.write_bytes(content)
        return path

    def _message(self, parameters: dict[str, Any]) -> dict[str, Any]:
        message_id = int(parameters.get("message_id") or self.next_id())
        markup = parameters.get("reply_markup") or {}
        markup = json.loads(markup) if isinstance(markup, str) else markup
        rows = markup.get("inline_keyboard", [])
        # The buttons of an earlier message stay there to press when this one has none.
        self.buttons = [(b["text"], b.get("callback_data", ""), message_id) for row in rows for b in row] or self.buttons
        numbers = count(1)
        lines = ["  ".join(f"[{next(numbers)}] {b['text']}" for b in row) for row in rows]
        self._show("\n".join([plain(str(parameters["text"])), *lines, ""]))
        sent = {"message_id": message_id, "date": int(time()), "chat": CHAT, "from": BOT, "text": parameters["text"]}
        self._messages[message_id] = sent
        return sent


def plain(html: str) -> str:
    """Telegram's HTML as a terminal shows it: no tags, the address behind a link's text."""
    return unescape(_TAG.sub("", _LINK.sub(r"\2 <\1>", html).replace("<http", "\0http"))).replace("\0http", "<http")


def _document(path: Path) -> dict[str, Any]:
    """A file of this machine as Telegram tells one that was sent; its path is its id."""
    return {"file_id": str(path), "file_unique_id": str(path), "file_name": path.name, "file_size": path.stat().st_size}


class Terminal:
    """A chat: reads lines, gives them to the application as updates."""

    def __init__(self, application: TyrnaApplication, request: TerminalRequest, language: str) -> None:
        self._application = application
        self._request = request
        self._person = PERSON | {"language_code": language}
        self.language: Language = by_code(language, "en")
        self._updates = count(1)

    async def say(self, line: str) -> None:
        """One line: a number presses a button of the last message, `@` and a path send a file, everything else is a message."""
        if line.isdigit() and self._request.buttons and len(line) < 3:
            await self._press(int(line))
            return
        path = Path(line.removeprefix(FILE_SIGN).strip()).expanduser().absolute()
        if line.startswith(FILE_SIGN) and await asyncio.to_thread(path.is_file):
            await self._process({"message": self._said(document=_document(path))})
            return
        if line.startswith(FILE_SIGN) and os.sep in line:
            self._request._show(text("terminal-no-file", self.language, path=str(path)))
            return
        entities = [{"type": "bot_command", "offset": 0, "length": len(line.split()[0])}] if line.startswith("/") else []
        await self._process({"message": self._said(text=line, entities=entities)})

    def _said(self, **content: Any) -> dict[str, Any]:
        return {"message_id": self._request.next_id(), "date": int(time()), "chat": CHAT, "from": self._person, **content}

    async def _press(self, number: int) -> None:
        if not 0 < number <= len(self._request.buttons):
            self._request._show(text("terminal-no-button", self.language, number=str(number)))
            return
        _, data, message_id = self._request.buttons[number - 1]
        pressed = {"id": str(number), "from": self._person, "chat_instance": "1", "data": data, "message": self._request.message(message_id)}
        await self._process({"callback_query": pressed})

    async def _process(self, content: dict[str, Any]) -> None:
        update = Update.de_json({"update_id": next(self._updates), **content}, self._application.bot)
        await self._application.process_update(update)

    async def run(self, source: TextIO) -> None:
        """Answer line by line until the input ends."""
        show = self._request._show
        interactive = source.isatty()
        if interactive:
            show(text("terminal-greeting", self.language) + "\n")
            await self.say("/start")
        asked = 0
        while True:
            if interactive:
                sys.stdout.write("> ")
                sys.stdout.flush()
            line = await asyncio.to_thread(source.readline)
            if not line:
                break
            if line := line.strip():
                asked += 1
                if not interactive:
                    show(f"> {line}")
                await self.say(line)
        if not interactive and not asked:
            await self.say("/start")
            show(text("terminal-no-input", self.language))
        elif interactive:
            show("\n" + text("terminal-goodbye", self.language))
