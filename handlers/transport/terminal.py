"""The terminal: the same application and handlers over an in-process Bot API, replies as text, buttons by number."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Callable
from html import unescape
from itertools import count
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
_TAG = re.compile(r"</?(?:b|i|u|s|code|pre|a|blockquote|tg-spoiler)(?:\s[^>]*)?>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


class TerminalRequest(BaseRequest):
    """A Bot API in this process: shows what is sent, remembers the buttons of the last message."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
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
        match call:
            case "getMe":
                result: Any = BOT
            case "sendMessage" | "editMessageText":
                result = self._message(parameters)
            case "sendVenue":
                result = self._message({"text": f"📍 {parameters['title']}, {parameters['address']}: {parameters['latitude']}, {parameters['longitude']}"})
            case "sendDocument":
                files = request_data.multipart_data.values() if request_data and request_data.multipart_data else ()
                result = self._message({"text": " ".join(["📄", *(str(name) for name, *_ in files), str(parameters.get("caption", ""))])})
            case "answerCallbackQuery":
                if parameters.get("text"):
                    self._show(str(parameters["text"]))
                result = True
            case _:
                result = True
        return 200, json.dumps({"ok": True, "result": result}).encode()

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


class Terminal:
    """A chat: reads lines, gives them to the application as updates."""

    def __init__(self, application: TyrnaApplication, request: TerminalRequest, language: str) -> None:
        self._application = application
        self._request = request
        self._person = PERSON | {"language_code": language}
        self.language: Language = by_code(language, "en")
        self._updates = count(1)

    async def say(self, line: str) -> None:
        """One line: a number presses a button of the last message, everything else is a message."""
        if line.isdigit() and self._request.buttons and len(line) < 3:
            await self._press(int(line))
            return
        entities = [{"type": "bot_command", "offset": 0, "length": len(line.split()[0])}] if line.startswith("/") else []
        message = {"message_id": self._request.next_id(), "date": int(time()), "chat": CHAT, "from": self._person, "text": line, "entities": entities}
        await self._process({"message": message})

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
