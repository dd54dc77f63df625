"""PTB's HTTP calls over aiohttp: one session with keep-alive, errors told apart by whether the request can have arrived."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from handlers.transport.outcome import GatewayFailed, NoAnswer, NotSent, OutcomeUnknown, before_writing
from handlers.transport.redact import redact

# Raised by aiohttp before a byte of the request is written. A connector error covers names, refusals, TLS and proxies.
_BEFORE_SENDING = (
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientConnectorError,
    aiohttp.ServerFingerprintMismatch,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)
# A gateway in front of Telegram that lost its upstream cannot tell what became of the request.
_GATEWAY = (502, 504)


class AiohttpRequest(BaseRequest):
    """Calls to the Bot API through aiohttp.

    Timeouts are seconds: `connect` for a connection, `pool` for a free one among `connections`, `read` and `write` together for
    the silence after that. The HTTP proxy of the environment is used (`HTTPS_PROXY`, `NO_PROXY`). `called` is told of each call: its
    method, `file` for a download, and the HTTP status or the name of the failure.
    """

    def __init__(
        self,
        connections: int = 256,
        read_timeout: float = 10,
        write_timeout: float = 10,
        connect_timeout: float = 5,
        pool_timeout: float = 10,
        called: Callable[[str, str], None] = lambda method, outcome: None,
    ) -> None:
        self._called = called
        self._connections = connections
        self._read = read_timeout
        self._write = write_timeout
        self._connect = connect_timeout
        self._pool = pool_timeout
        # The second one is traced, for calls that tell before they are written: tracing costs each call a tenth.
        self._session: aiohttp.ClientSession | None = None
        self._traced: aiohttp.ClientSession | None = None
        self._proxies: dict[tuple[str, str], str | None] = {}

    @property
    def read_timeout(self) -> float:
        return self._read

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            # `trust_env` would read the environment and ~/.netrc again for each request.
            connector = aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
            self._traced = aiohttp.ClientSession(connector=connector, connector_owner=False, cookie_jar=aiohttp.DummyCookieJar(), trace_configs=[_tracing()])

    async def shutdown(self) -> None:
        if self._session is not None and self._traced is not None:
            await self._traced.close()
            await self._session.close()

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
        """The status and body of one call.

        Raises:
            NotSent: the server cannot have seen the request.
            NoAnswer: no answer in time; the server may have acted on the request.
            OutcomeUnknown: the connection broke, or a gateway answered instead of Telegram; the server may have acted on it.
        """
        session = self._traced if before_writing.get() else self._session
        if session is None:
            raise RuntimeError("AiohttpRequest is not initialised: call initialize() first")
        timeout = self._timeout(read_timeout, write_timeout, connect_timeout, pool_timeout)
        failure: TelegramError
        name = url.rsplit("/", 1)[-1] if method == "POST" else "file"  # PTB posts its calls and gets files
        try:
            body, headers = _body(request_data)
            async with session.request(method, url, timeout=timeout, data=body, headers=headers, proxy=self._proxy(url)) as response:
                answer = await response.read()
                if response.status not in _GATEWAY or _is_telegrams(answer):
                    self._called(name, str(response.status))
                    return response.status, answer
                failure = GatewayFailed(f"HTTP {response.status} from a gateway, not from Telegram")
        except _BEFORE_SENDING as error:
            failure = NotSent(redact(f"Not connected: {type(error).__name__}: {error}"))
        except TimeoutError:
            failure = NoAnswer("No answer in time")
        except (aiohttp.ClientError, OSError) as error:
            failure = OutcomeUnknown(redact(f"{type(error).__name__}: {error}"))
        self._called(name, type(failure).__name__)
        # Raised outside of the handlers: an exception in `__context__` would carry the URL, and with it the token.
        raise failure

    def _timeout(self, read: ODVInput[float], write: ODVInput[float], connect: ODVInput[float], pool: ODVInput[float]) -> aiohttp.ClientTimeout:
        connecting = _seconds(connect, self._connect)
        return aiohttp.ClientTimeout(
            total=None,  # a long poll or a large upload takes its time
            connect=connecting + _seconds(pool, self._pool),
            sock_connect=connecting,
            sock_read=_seconds(read, self._read) + _seconds(write, self._write),
        )

    def _proxy(self, url: str) -> str | None:
        parts = urlsplit(url)
        key = (parts.scheme, parts.netloc)
        if key not in self._proxies:
            self._proxies[key] = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
        return self._proxies[key]


def _tracing() -> aiohttp.TraceConfig:
    """Calls `before_writing`; aiohttp tells of the headers when it is about to write them."""

    async def headers(session: aiohttp.ClientSession, context: object, parameters: aiohttp.TraceRequestHeadersSentParams) -> None:
        if call := before_writing.get():
            call()

    config = aiohttp.TraceConfig()
    config.on_request_headers_sent.append(headers)
    return config


def _seconds(value: ODVInput[float], default: float) -> float:
    chosen = value.value if isinstance(value, DefaultValue) else value
    return default if chosen is None else float(chosen)


def _body(data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    """The body with its headers: JSON, which is a fifth of the work of a form, or multipart for files."""
    if data is None:
        return None, None
    if not data.contains_files:
        return json.dumps(data.parameters, ensure_ascii=False).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows a file's name as it is sent
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        # A stream is written piece by piece; bytes of a file would hold up the loop.
        form.add_field(name, BytesIO(content) if isinstance(content, bytes) else content, filename=filename, content_type=mime)
    return form, None


def _is_telegrams(body: bytes) -> bool:
    """Whether the body is an answer of the Bot API: https://core.telegram.org/bots/api#making-requests."""
    try:
        return "ok" in json.loads(body)
    except (ValueError, TypeError):
        return False
