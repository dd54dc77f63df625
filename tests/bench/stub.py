"""A Bot API as fast as Python makes it: feeds updates, takes answers and measures. One scenario as JSON in, one measurement as JSON out.

Run in a process of its own: `python -m tests.bench.stub '{"port": 8081, "kind": "text", …}'`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic, time
from typing import Any
from urllib.parse import parse_qs

import aiohttp

BOT = {"id": 99, "is_bot": True, "first_name": "Tyrna", "username": "tyrna_bot", "can_join_groups": False, "supports_inline_queries": False}
BATCH = 100
POLL_TICK = 0.005
FLOODER = 1
# Telegram's own greatest number: https://core.telegram.org/bots/api#setwebhook
CONNECTIONS = 100
SECRET = "s" * 64
FIRST_PERSON = 1000


@dataclass(frozen=True)
class Scenario:
    """What people do: each writes the `texts` one after another or, for `button`, presses buttons with these data."""

    port: int
    kind: str
    texts: Sequence[str]
    updates: int
    people: int
    apart: int = 1
    """How far apart their ids are."""
    first: int = 1
    """The number of the first update."""
    rate: float = 0
    """Updates a second; 0: all at once."""
    round_trip: float = 0
    """Seconds."""
    flood: float = 0
    """Messages a second of one more person, whose answers do not count."""
    webhook: int = 0
    """The port of the bot's webhook, which is called with every update; 0: the bot polls."""
    seconds: float = 60
    """When to give up."""


@dataclass
class Stub:
    scenario: Scenario
    begun: float = 0
    ended: float = 0
    answers: int = 0
    delivered: int = 0
    backlog: int = 0
    latencies: list[float] = field(default_factory=list)
    waiting: dict[int, deque[float]] = field(default_factory=dict)
    updates: list[dict[str, Any]] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    made: int = 0
    floods: int = 0
    sent: int = 0
    calling: asyncio.Task[None] | None = None

    def make(self) -> None:
        """The updates that are due by now."""
        now = monotonic()
        if not self.begun:
            self.begun = now
        due = self.scenario.updates if not self.scenario.rate else min(self.scenario.updates, int((now - self.begun) * self.scenario.rate) + 1)
        while self.made < due:
            user = FIRST_PERSON + self.made % self.scenario.people * self.scenario.apart
            self.waiting.setdefault(user, deque()).append(now if not self.scenario.rate else self.begun + self.made / self.scenario.rate)
            self.append(user, self.made // self.scenario.people)
            self.made += 1
        while self.scenario.flood and self.floods < (now - self.begun) * self.scenario.flood:
            self.append(FLOODER, self.floods)
            self.floods += 1

    def append(self, user: int, turn: int) -> None:
        """What a person does in their turn, counted from 0."""
        number = len(self.updates) + self.scenario.first
        text = self.scenario.texts[turn % len(self.scenario.texts)]
        person = {"id": user, "is_bot": False, "first_name": "Guest", "language_code": "en"}
        chat = {"id": user, "type": "private", "first_name": "Guest"}
        message = {"message_id": number, "date": int(time()), "chat": chat, "from": person, "text": text}
        if self.scenario.kind == "button":
            content: dict[str, Any] = {
                "callback_query": {"id": str(number), "from": person, "chat_instance": "1", "data": text, "message": message | {"from": BOT}}
            }
        else:
            content = {"message": message}
        self.updates.append({"update_id": number, **content})

    async def call(self, method: str, parameters: dict[str, str]) -> Any:
        match method:
            case "getupdates":
                return await self.poll(int(parameters.get("offset") or 0), float(parameters.get("timeout") or 0))
            case "sendmessage" | "editmessagetext":
                return self.answer(int(parameters["chat_id"]), parameters["text"])
            case "setwebhook":
                self.calling = asyncio.create_task(call_webhook(self))
            case "getme":
                return BOT
            case "getwebhookinfo":
                return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        return True

    async def poll(self, offset: int, timeout: float) -> list[dict[str, Any]]:
        end = monotonic() + timeout
        begin = max(offset - self.scenario.first, 0)
        while True:
            self.make()
            if len(self.updates) > begin or monotonic() >= end:
                break
            await asyncio.sleep(POLL_TICK)
        found = self.updates[begin : begin + BATCH]
        self.delivered = max(self.delivered, begin + len(found))
        self.backlog = max(self.backlog, self.delivered - self.answers)
        return found

    def answer(self, chat_id: int, said: str) -> dict[str, Any]:
        now = monotonic()
        self.sent += 1
        if (line := self.waiting.get(chat_id)) is not None:
            self.answers += 1
            if line:
                self.latencies.append(now - line.popleft())
            self.ended = now
            if self.answers >= self.scenario.updates:
                self.done.set()
        return {"message_id": 1_000_000 + self.sent, "date": int(time()), "chat": {"id": chat_id, "type": "private"}, "from": BOT, "text": said}

    def measured(self) -> dict[str, float]:
        ordered = sorted(self.latencies) or [0.0]

        def at(share: float) -> float:
            return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

        return {
            "answers": self.answers,
            "sent": self.sent,
            "seconds": self.ended - self.begun,
            "p50": at(0.5),
            "p99": at(0.99),
            "worst": ordered[-1],
            "backlog": self.backlog,
            "floods": self.floods,
        }


class Connection(asyncio.Protocol):
    """HTTP/1.1 with keep-alive: one request after another, bodies of a known length."""

    def __init__(self, stub: Stub) -> None:
        self.stub = stub
        self.buffer = b""
        self.transport: asyncio.Transport | None = None
        self.tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end].decode("latin-1")
            length = next((int(line.split(":", 1)[1]) for line in head.split("\r\n")[1:] if line.lower().startswith("content-length:")), 0)
            if len(self.buffer) < end + 4 + length:
                return
            body, self.buffer = self.buffer[end + 4 : end + 4 + length], self.buffer[end + 4 + length :]
            task = asyncio.create_task(self.respond(head, body))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def respond(self, head: str, body: bytes) -> None:
        half = self.stub.scenario.round_trip / 2
        if half:
            await asyncio.sleep(half)
        method = head.split(" ", 2)[1].rsplit("/", 1)[-1].split("?")[0].lower()
        if "application/json" in head:
            parameters = json.loads(body or b"{}")
        elif "multipart/form-data" in head:
            parameters = parts(body)
        else:
            parameters = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        content = json.dumps({"ok": True, "result": await self.stub.call(method, parameters)}).encode()
        if half:
            await asyncio.sleep(half)
        if self.transport is not None and not self.transport.is_closing():
            self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(content), content))


def parts(body: bytes) -> dict[str, str]:
    """The fields of a multipart body without files."""
    found = {}
    for part in body.split(b"\r\n--"):
        head, _, value = part.partition(b"\r\n\r\n")
        if b'name="' in head:
            found[head.split(b'name="', 1)[1].split(b'"', 1)[0].decode()] = value.decode()
    return found


async def call_webhook(stub: Stub) -> None:
    """Post each update as Telegram does: over at most 100 connections, each taken to the bot and back in a round trip."""
    posted: set[asyncio.Task[None]] = set()
    half = stub.scenario.round_trip / 2
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as session:

        async def post(update: dict[str, Any]) -> None:
            await asyncio.sleep(half)
            async with session.post(f"http://127.0.0.1:{stub.scenario.webhook}/", json=update, headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}) as response:
                assert response.status == 200, response.status

        while True:
            stub.make()
            for update in stub.updates[stub.delivered :]:
                task = asyncio.create_task(post(update))
                posted.add(task)
                task.add_done_callback(posted.discard)
            stub.delivered = len(stub.updates)
            stub.backlog = max(stub.backlog, stub.delivered - stub.answers)
            await asyncio.sleep(POLL_TICK)


async def main(scenario: Scenario) -> None:
    stub = Stub(scenario)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(stub), "127.0.0.1", scenario.port)
    print("ready", flush=True)
    with contextlib.suppress(TimeoutError):  # the number of answers tells
        await asyncio.wait_for(stub.done.wait(), scenario.seconds)
    print(json.dumps(stub.measured()), flush=True)
    # The bot is measured and ended before its connections break.
    await asyncio.to_thread(sys.stdin.readline)
    server.close()


if __name__ == "__main__":
    asyncio.run(main(Scenario(**json.loads(sys.argv[1]))))
