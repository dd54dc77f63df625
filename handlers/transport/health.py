"""What watches the bot asks here, on a local port: `/healthz` (restart it?), `/readyz` (may it get work?), `/metrics`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from handlers.context import Services, TyrnaApplication
from handlers.state import DatabaseError, backup
from handlers.transport.inbox import Inbox
from handlers.transport.processor import LaneProcessor

# The event loop is looked at so often; later than this, whoever restarts sick processes should do so. Seconds.
LOOK, SICK = 0.5, 5.0


class Health:
    """Knows how the parts of a bot are."""

    def __init__(self, application: TyrnaApplication, processor: LaneProcessor, inbox: Inbox) -> None:
        self._application = application
        self._processor = processor
        self._services: Services = application.bot_data["services"]
        metrics, store = self._services.metrics, self._services.store
        metrics.gauge("tyrna_inbox_updates", "Updates that are not handled yet.").set_function(lambda: inbox.unhandled)
        metrics.gauge("tyrna_inbox_unwritten_updates", "Updates handled from memory, because they could not be written.").set_function(lambda: inbox.unwritten)
        metrics.gauge("tyrna_unwritten_notes", "Writes that an answer can do without, and that failed.").set_function(lambda: store.unnoted)
        metrics.gauge("tyrna_updates_in_flight", "Updates that are being handled or wait in memory.").set_function(lambda: processor.in_flight)
        metrics.gauge("tyrna_updates_dropped", "Updates dropped since the start, because there were too many.").set_function(lambda: processor.dropped)
        inline = processor.inline
        metrics.gauge("tyrna_inline_overtaken", "Inline queries that a later one of the same person took the place of.").set_function(lambda: inline.overtaken)
        metrics.gauge("tyrna_inline_late", "Inline queries that got an empty list because their turn came too late.").set_function(lambda: inline.late)
        if (file := store.driver.file) is not None:
            metrics.gauge("tyrna_backup_timestamp_seconds", "The newest backup, in Unix time; 0 without one.").set_function(lambda: _newest_backup(file))

    def site(self) -> web.Application:
        """The three pages."""
        site = web.Application()
        site.router.add_get("/healthz", self._healthz)
        site.router.add_get("/readyz", self._readyz)
        site.router.add_get("/metrics", self._metrics)
        site.cleanup_ctx.append(self._watching)
        return site

    def faults(self) -> list[str]:
        """Why the bot should get no work now; none if it should."""
        found = []
        if self._processor.closing:
            found.append("draining")
        elif not self._application.running:
            found.append("starting")
        try:
            self._services.store.probe()
        except DatabaseError as error:
            found.append(f"the database cannot be read: {error}")
        return found

    async def _watching(self, site: web.Application) -> AsyncIterator[None]:
        watching = asyncio.create_task(self._watch())
        yield
        watching.cancel()

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + LOOK
            await asyncio.sleep(LOOK)
            self._services.metrics.loop_lag.set(loop.time() - due)

    async def _healthz(self, request: web.Request) -> web.Response:
        lag = self._services.metrics.value("tyrna_event_loop_lag_seconds")
        return web.json_response({"loop_lag_seconds": round(lag, 3)}, status=200 if lag < SICK else 503)

    async def _readyz(self, request: web.Request) -> web.Response:
        faults, age = self.faults(), self._services.metrics.since_last_update
        body: dict[str, Any] = {"faults": faults, "base": self._services.kb.revision, "last_update_seconds": None if age is None else round(age, 1)}
        return web.json_response(body, status=503 if faults else 200)

    async def _metrics(self, request: web.Request) -> web.Response:
        metrics = self._services.metrics
        counted = await asyncio.to_thread(self._services.store.count_deliveries)
        metrics.deliveries.clear()
        for state, number in counted.items():
            metrics.deliveries.labels(state).set(number)
        return web.Response(body=metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _newest_backup(state: Path) -> float:
    copies = backup.kept(state)
    return backup.made_at(copies[-1]) if copies else 0.0
