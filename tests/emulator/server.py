"""HTTP around the core: requests in every encoding, the contract, faults, the record of calls, and control from other processes."""

from __future__ import annotations

import asyncio
import inspect
import socket
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from aiogram.types import BufferedInputFile
from aiohttp import web

from tests.emulator import contract
from tests.emulator.core import Config, Core
from tests.emulator.errors import Refused, bad, too_many
from tests.emulator.faults import Fault, FaultKind, FaultPlan
from tests.emulator.floods import OFF, Rates
from tests.emulator.methods import HANDLERS
from tests.emulator.people import Channel, Group, Person
from tests.emulator.state import Json, State

_GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>"


@dataclass
class Call:
    """One call of the bot. `status` is the HTTP status that it got, 0 if none; `result` is only there if the call was carried out."""

    method: str
    parameters: Json
    at: float
    status: int = 0
    result: Any = None
    error: str = ""
    fault: FaultKind | None = None
    seconds: float = 0.0


class Emulator(Core):
    """A Bot API server for one bot: `async with Emulator() as emulator`, then give the bot `emulator.url` and `emulator.token`."""

    def __init__(self, config: Config | None = None, rates: Rates = OFF, state: State | None = None) -> None:
        super().__init__(config, rates, state)
        self.calls: list[Call] = []
        self.plan = FaultPlan()
        self.port = 0
        self._closing = asyncio.Event()
        self._runner: web.AppRunner | None = None

    # ------------------------------------------------------------ for tests

    @property
    def token(self) -> str:
        return self.config.token

    @property
    def url(self) -> str:
        """What python-telegram-bot calls base_url; the token follows it."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def file_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/file/bot"

    def person(self, name: str = "Aigul", language_code: str | None = "en", user_id: int | None = None) -> Person:
        """Somebody who has not met the bot yet."""
        return Person(self, name, language_code, user_id)

    def group(self, *members: Person, kind: Literal["group", "supergroup"] = "supergroup", topics: Mapping[int, str] | None = None) -> Group:
        """A group that the bot is in; with topics a forum."""
        return Group(self, members, kind, dict(topics or {}))

    def channel(self) -> Channel:
        """A channel that the bot administers."""
        return Channel(self)

    def fault(self, kind: FaultKind, method: str | None = None, chat: int | None = None, *, times: int = 1, skip: int = 0, retry_after: int = 1) -> Fault:
        """Let the next calls go wrong; see Fault."""
        fault = Fault(kind, method, chat, times, skip, retry_after)
        self.plan.faults.append(fault)
        return fault

    def called(self, method: str) -> list[Call]:
        """The calls of one method, in their order."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    # ------------------------------------------------------------ server

    async def start(self, port: int = 0) -> None:
        """Listen on the loopback; port 0 takes a free one."""
        from tests.emulator.control import add_control  # it drives this class

        application = web.Application(client_max_size=64 * 2**20)
        application.router.add_route("*", "/bot{token}/{method}", self._call)
        application.router.add_get("/file/bot{token}/{path:.*}", self._download)
        add_control(application, self)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self._closing.set()
        self.end_poll("the end of the server")
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Emulator:
        await self.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.stop()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        if request.match_info["token"] != self.config.token:
            return _refusal(Refused(401))
        if name.lower() not in HANDLERS:
            if name.lower() in contract.METHODS:
                self.violations.append(f"{name}: the emulator does not have this method yet; add it to tests/emulator/methods.py")
            return _refusal(Refused(404, "method not found"))
        started = asyncio.get_running_loop().time()
        parameters, files = await _read(request)
        call = Call(contract.METHODS[name.lower()].__api_method__, parameters, self.now())
        self.calls.append(call)
        try:
            response = await self._answer(call, parameters, files)
        finally:
            call.seconds = asyncio.get_running_loop().time() - started
            self.wake()
        if response is None:
            return _reset(request)
        return response

    async def _answer(self, call: Call, parameters: Json, files: dict[str, BufferedInputFile]) -> web.Response | None:
        """The response; None: the connection breaks."""
        fault = self.plan.strike(call.method, parameters.get("chat_id"))
        call.fault = fault.kind if fault else None
        match call.fault:
            case "500":
                response = _refusal_of(500, {"ok": False, "error_code": 500, "description": "Internal Server Error"})
            case "502":
                response = web.Response(status=502, text=_GATEWAY_PAGE, content_type="text/html")
            case "429":
                response = _refusal(too_many(fault.retry_after if fault else 1))
            case "timeout":
                await self._closing.wait()
                return None
            case "reset":
                return None
            case "lost":
                await self._carry_out(call, parameters, files)
                return None
            case None:
                response = await self._carry_out(call, parameters, files)
        call.status = response.status
        return response

    async def _carry_out(self, call: Call, parameters: Json, files: dict[str, BufferedInputFile]) -> web.Response:
        try:
            result = HANDLERS[call.method.lower()](self, self._checked(call.method, parameters, files))
            call.result = _public(await result if inspect.isawaitable(result) else result)
        except Refused as refusal:
            call.error = refusal.description
            return _refusal(refusal)
        except Exception as error:
            self.violations.append(f"{call.method}: the emulator itself failed: {error!r}")
            raise
        if self.config.checks_itself:
            self.violations += contract.result(call.method, call.result)
        return web.json_response({"ok": True, "result": call.result})

    def _checked(self, name: str, parameters: Json, files: dict[str, BufferedInputFile]) -> Json:
        try:
            return contract.request(name, parameters, files) | ({"_files": files} if files else {})
        except contract.Breach as breach:
            self.violations += breach.faults
            match breach.missing:
                case ["chat_id", *_]:
                    raise bad("chat_id is empty") from None
                case ["text", *_]:
                    raise bad("message text is empty") from None
                case [first, *_]:
                    raise bad(f'parameter "{first}" is required') from None
            raise bad(f"this breaks the Bot API's contract: {breach}") from None

    async def _download(self, request: web.Request) -> web.Response:
        file = self.state.files.get(request.match_info["path"].removeprefix("files/"))
        if request.match_info["token"] != self.config.token:
            return _refusal(Refused(401))
        if file is None:
            return _refusal(Refused(404))
        return web.Response(body=file.content, content_type="application/octet-stream")

    def record(self) -> list[Json]:
        """The calls as JSON."""
        return [asdict(call) for call in self.calls]


async def _read(request: web.Request) -> tuple[Json, dict[str, BufferedInputFile]]:
    """The parameters of a query string, form, JSON or multipart body, and the uploaded files."""
    parameters: Json = dict(request.query)
    files: dict[str, BufferedInputFile] = {}
    if request.content_type == "application/json":
        body = await request.json() if request.can_read_body else {}
        parameters |= body if isinstance(body, dict) else {}
    else:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = BufferedInputFile(value.file.read(), value.filename)
            else:
                parameters[name] = value
    return parameters, files


def _public(value: Any) -> Any:
    """A copy without the emulator's own notes, whose names begin with an underscore."""
    if isinstance(value, dict):
        return {key: _public(item) for key, item in value.items() if not str(key).startswith("_")}
    return [_public(item) for item in value] if isinstance(value, list) else value


def _refusal(refusal: Refused) -> web.Response:
    response = _refusal_of(refusal.code, refusal.envelope())
    if "retry_after" in refusal.parameters:
        response.headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return response


def _refusal_of(code: int, body: Json) -> web.Response:
    return web.json_response(body, status=code)


def _reset(request: web.Request) -> web.Response:
    """Break the connection with RST, as a dropped NAT entry or a killed proxy does."""
    if request.transport is not None:
        sock = request.transport.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return web.Response(status=504)
