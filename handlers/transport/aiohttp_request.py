"""PTB's HTTP calls over aiohttp: one session with keep-alive, errors told apart by whether the request can have arrived."""

from __future__ import annotations

from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from handlers.transport.redact import redact


class NotSent(NetworkError):
    """The request surely did not reach the server: refused, not resolved, not connected in time."""


class AiohttpRequest(BaseRequest):
    """Calls to the Bot API through aiohttp. Timeouts are seconds; `connections` bounds what runs at once."""

    def __init__(self, connections: int = 256, read_timeout: float = 10, write_timeout: float = 10, connect_timeout: float = 5) -> None:
        self._connections = connections
        self._read = read_timeout
        self._write = write_timeout
        self._connect = connect_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            # No global timeout: long polling holds a request longer than any other call.
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self._connections), trust_env=True)

    async def shutdown(self) -> None:
        if self._session is not None:
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
            TimedOut: no answer in time; the server may have acted on it.
            NetworkError: the connection broke; the server may have acted on it.
        """
        if self._session is None:
            raise RuntimeError("AiohttpRequest is not initialised: call initialize() first")
        read = _seconds(read_timeout, self._read)
        connect = _seconds(connect_timeout, self._connect)
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read + _seconds(write_timeout, self._write))
        try:
            async with self._session.request(method, url, timeout=timeout, data=_body(request_data)) as response:
                return response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as error:
            raise NotSent(redact(f"Not connected: {error}")) from None
        except (TimeoutError, aiohttp.ServerTimeoutError):
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(redact(f"{type(error).__name__}: {error}")) from None


def _seconds(value: ODVInput[float], default: float) -> float:
    chosen = value.value if isinstance(value, DefaultValue) else value
    return default if chosen is None else float(chosen)


def _body(data: RequestData | None) -> Any:
    if data is None:
        return None
    if not data.multipart_data:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
