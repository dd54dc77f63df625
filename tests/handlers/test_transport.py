"""The HTTP transport tells what surely was not sent from what may have been; secrets never reach a log."""

from __future__ import annotations

import asyncio
import logging

import pytest
from aiohttp import web
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from handlers.transport.aiohttp_request import AiohttpRequest, NotSent
from handlers.transport.redact import RedactingFormatter

TOKEN = "123456:" + "A" * 35


async def serve(handler: object) -> tuple[web.AppRunner, str]:
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", handler)  # type: ignore[arg-type]
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}/sendMessage"


async def test_parameters_arrive_and_the_body_comes_back() -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": dict(await request.post())})

    runner, url = await serve(echo)
    request = AiohttpRequest()
    await request.initialize()
    try:
        status, body = await request.do_request(url, "POST", RequestData([RequestParameter("text", "сәлем", None)]))
    finally:
        await request.shutdown()
        await runner.cleanup()
    assert status == 200 and "сәлем" in body.decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")


async def test_a_refused_connection_was_surely_not_sent() -> None:
    request = AiohttpRequest()
    await request.initialize()
    try:
        with pytest.raises(NotSent) as error:
            await request.do_request(f"http://127.0.0.1:1/bot{TOKEN}/sendMessage", "POST")
    finally:
        await request.shutdown()
    assert TOKEN not in str(error.value)


async def test_no_answer_in_time_may_have_been_sent() -> None:
    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    runner, url = await serve(slow)
    request = AiohttpRequest(read_timeout=0.1, write_timeout=0.1)
    await request.initialize()
    try:
        with pytest.raises(TimedOut):
            await request.do_request(url, "POST")
    finally:
        await request.shutdown()
        await runner.cleanup()


async def test_a_broken_connection_may_have_been_sent() -> None:
    async def broken(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    runner, url = await serve(broken)
    request = AiohttpRequest()
    await request.initialize()
    try:
        with pytest.raises(NetworkError) as error:
            await request.do_request(url, "POST")
    finally:
        await request.shutdown()
        await runner.cleanup()
    assert not isinstance(error.value, NotSent)


def test_a_token_never_reaches_a_log() -> None:
    try:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except RuntimeError as error:
        record = logging.LogRecord("a", logging.ERROR, "", 1, f"failed {TOKEN}", None, (type(error), error, error.__traceback__))
    assert TOKEN not in RedactingFormatter().format(record)
