"""The HTTP transport tells what surely was not sent from what may have been; secrets never reach a log or an exception."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from io import BytesIO

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from handlers.transport.aiohttp_request import AiohttpRequest
from handlers.transport.outcome import NotSent, OutcomeUnknown
from handlers.transport.redact import RedactingFormatter, print_redacted

TOKEN = "123456:" + "A" * 35


@asynccontextmanager
async def serve(handler: Callable[[web.Request], Awaitable[web.Response]]) -> AsyncIterator[str]:
    """A server that answers every call with `handler`; its base URL with the token."""
    application = web.Application(client_max_size=2**24)
    application.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}/sendMessage"
    finally:
        await runner.cleanup()


async def call(url: str, request: AiohttpRequest | None = None) -> object:
    """The result of a call through PTB's own handling of answers."""
    request = request or AiohttpRequest()
    async with request:
        return await request.post(url, RequestData([RequestParameter("text", "сәлем", None)]))


async def failure(url: str, request: AiohttpRequest | None = None) -> TelegramError:
    """The error of a call; neither it nor what hangs on it shows the token."""
    with pytest.raises(TelegramError) as caught:
        await call(url, request)
    error: BaseException | None = caught.value
    while error is not None:
        assert TOKEN not in f"{error} {error!r} {vars(error)}"
        error = error.__cause__ or error.__context__
    return caught.value


async def test_parameters_arrive_and_the_result_comes_back() -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": await request.json()})

    async with serve(echo) as url:
        assert await call(url) == {"text": "сәлем"}


async def test_a_file_arrives_whole() -> None:
    async def echo(request: web.Request) -> web.Response:
        form = await request.post()
        file, caption = form["document"], form["caption"]
        assert isinstance(file, web.FileField)
        sent = {"file_name": file.filename, "file_id": str(len(file.file.read())), "file_unique_id": "u", "mime_type": file.content_type}
        chat = {"id": 7, "type": "private"}
        return web.json_response({"ok": True, "result": {"message_id": 1, "date": 1, "chat": chat, "document": sent, "caption": caption}})

    async with serve(echo) as url, AiohttpRequest() as request:
        bot = Bot(TOKEN, base_url=url.split(TOKEN)[0], request=request)
        message = await bot.send_document(7, BytesIO(b"x" * 1_500_000), filename="тізім.csv", caption="Тізім")
    assert message.document is not None
    assert (message.document.file_name, message.document.file_id, message.caption) == ("тізім.csv", "1500000", "Тізім")


async def test_a_refused_connection_was_surely_not_sent() -> None:
    assert isinstance(await failure(f"http://127.0.0.1:1/bot{TOKEN}/sendMessage"), NotSent)


async def test_a_name_that_is_not_resolved_was_surely_not_sent() -> None:
    assert isinstance(await failure(f"http://tyrna.invalid/bot{TOKEN}/sendMessage"), NotSent)


async def test_an_address_that_is_none_was_surely_not_sent() -> None:
    assert isinstance(await failure(f"nonsense://bot{TOKEN}/sendMessage"), NotSent)


async def test_no_connection_in_time_was_surely_not_sent() -> None:
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)  # with nobody accepting, the kernel leaves the third connection without an answer
        for client in (first, second):
            client.setblocking(False)
            client.connect_ex(listener.getsockname())
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/bot{TOKEN}/sendMessage"
        assert isinstance(await failure(url, AiohttpRequest(connect_timeout=0.1, pool_timeout=0.1)), NotSent)


async def test_no_free_connection_in_time_was_surely_not_sent() -> None:
    reached = 0

    async def slow(request: web.Request) -> web.Response:
        nonlocal reached
        reached += 1
        await asyncio.sleep(1)
        return web.json_response({"ok": True, "result": True})

    async with serve(slow) as url, AiohttpRequest(connections=1, connect_timeout=0.1, pool_timeout=0.1) as request:
        first = asyncio.create_task(request.post(url))
        while not reached:
            await asyncio.sleep(0.01)
        with pytest.raises(NotSent):
            await request.post(url)
        await first
    assert reached == 1


async def test_no_answer_in_time_may_have_been_sent() -> None:
    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    async with serve(slow) as url:
        error = await failure(url, AiohttpRequest(read_timeout=0.1, write_timeout=0.1))
    assert isinstance(error, TimedOut) and isinstance(error, OutcomeUnknown)


async def test_a_broken_connection_may_have_been_sent() -> None:
    async def broken(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    async with serve(broken) as url:
        assert isinstance(await failure(url), OutcomeUnknown)


async def test_an_answer_cut_short_may_have_been_sent() -> None:
    async def cut(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        request.transport.close()
        return web.Response()

    async with serve(cut) as url:
        assert isinstance(await failure(url), OutcomeUnknown)


@pytest.mark.parametrize("status", [502, 504])
async def test_a_gateways_page_may_have_been_sent(status: int) -> None:
    async def gateway(request: web.Request) -> web.Response:
        return web.Response(status=status, text="<html>Bad Gateway</html>")

    async with serve(gateway) as url:
        assert isinstance(await failure(url), OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "extra", "kind"),
    [
        (409, {"description": "Conflict: terminated by other getUpdates request"}, Conflict),
        (429, {"description": "Too Many Requests: retry after 3", "parameters": {"retry_after": 3}}, RetryAfter),
        (502, {"description": "Bad Gateway"}, NetworkError),
    ],
)
async def test_telegrams_own_errors_are_ptbs(status: int, extra: dict[str, object], kind: type[TelegramError]) -> None:
    async def refuse(request: web.Request) -> web.Response:
        return web.json_response({"ok": False, "error_code": status, **extra}, status=status)

    async with serve(refuse) as url:
        error = await failure(url)
    assert type(error) is kind


def test_a_token_never_reaches_a_log() -> None:
    try:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except RuntimeError as error:
        record = logging.LogRecord("a", logging.ERROR, "", 1, f"failed {TOKEN}", None, (type(error), error, error.__traceback__))
    assert TOKEN not in RedactingFormatter().format(record)


def test_what_ends_the_process_is_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except RuntimeError as error:
        print_redacted(type(error), error, error.__traceback__)
    said = capsys.readouterr().err
    assert "bot(token)/getMe" in said and TOKEN not in said
