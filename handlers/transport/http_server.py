"""Small HTTP servers inside the bot's event loop: the webhook, and what watches the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web

# What is being answered when the bot stops has so many seconds.
GRACE = 1.0


@asynccontextmanager
async def listening(address: str, site: web.Application) -> AsyncIterator[int]:
    """Serve on `host:port` inside the block; the port, which the system chose if it was 0.

    Nothing of a request is logged. A body that nobody read is not waited for: the connection is closed.

    Raises:
        OSError: the address cannot be listened on.
    """
    parts = urlsplit(f"//{address}")
    runner = web.AppRunner(site, access_log=None, handle_signals=False, shutdown_timeout=GRACE, lingering_time=0)
    await runner.setup()
    try:
        await web.TCPSite(runner, parts.hostname, parts.port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
