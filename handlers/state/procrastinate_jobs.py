"""Jobs on PostgreSQL by Procrastinate: each kept work is a job that one replica does, with a lock; whoever stops or dies is followed by another.

What there is to do stands in the tables of the state; Procrastinate's own (in a schema of its own, made anew for each of its versions) say only
who does it. A replica whose heart does not beat for `STALLED` seconds has lost its jobs; one that cannot see whether it still has its job gives
it up a little sooner. Beyond that, what is sent is fenced by the claims on its rows.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from importlib.metadata import version
from time import monotonic
from typing import Any

import psycopg
from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.schema import SchemaManager
from psycopg.conninfo import conninfo_to_dict

from handlers.state.jobs import AGAIN, Begin, Jobs, pause, until

log = logging.getLogger(__name__)

BEAT, STALLED = 1.0, 5.0
# Every replica looks so often whether a job has lost its replica, and whether its own are still its own. Seconds.
LOOK = 1.0
# A stop gives the works of a replica so long, in seconds.
GRACE = 12.0
_SCHEMA = "procrastinate"


class ProcrastinateJobs(Jobs):
    """For the PostgreSQL at an address."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    async def _take_part(self) -> None:
        while not self._stop.is_set():
            try:
                await asyncio.to_thread(self._prepare)
                await self._work()
            except Exception as error:  # whatever ails the server or the way to it
                log.error("The jobs cannot be reached (%s): another try follows", " ".join(str(error).split()) or type(error).__name__)
            await pause(self._stop, AGAIN)

    def _prepare(self) -> None:
        """Procrastinate's tables as its version wants them. Nothing in them outlives the jobs at hand, so no older ones are kept."""
        with psycopg.connect(self._url, connect_timeout=2) as db:
            db.execute("SELECT pg_advisory_xact_lock(7218432)")
            row = db.execute("SELECT obj_description(to_regnamespace(%s)::oid, 'pg_namespace')", (_SCHEMA,)).fetchone()
            if row is None or row[0] != version("procrastinate"):
                db.execute(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE".encode())
                db.execute(f"CREATE SCHEMA {_SCHEMA}".encode())
                db.execute(f"SET LOCAL search_path = {_SCHEMA}".encode())
                db.execute(SchemaManager.get_schema())
                db.execute(f"COMMENT ON SCHEMA {_SCHEMA} IS '{version('procrastinate')}'".encode())

    async def _work(self) -> None:
        given = str(conninfo_to_dict(self._url).get("options") or "")
        session = {"options": f"{given} -c search_path={_SCHEMA} -c statement_timeout=5000", "connect_timeout": 2, "application_name": "tyrna jobs"}
        app = App(connector=PsycopgConnector(conninfo=self._url, kwargs=session, min_size=1, max_size=4, timeout=STALLED))
        for name, begin in self._kept.items():
            app.task(name=name, queue=name, lock=name, queueing_lock=name, pass_context=True)(self._doing(app, name, begin))
        async with app.open_async():
            worker = app.run_worker_async(
                concurrency=len(self._kept),
                install_signal_handlers=False,
                fetch_job_polling_interval=LOOK,
                shutdown_graceful_timeout=GRACE,
                delete_jobs="always",
                update_heartbeat_interval=BEAT,
                stalled_worker_timeout=STALLED,
            )
            tasks = [asyncio.create_task(each) for each in (worker, self._sweep(app), self._stop.wait())]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
            # A worker that is cancelled waits for its jobs, which see the stop.
            for result in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(result, Exception):
                    raise result

    def _doing(self, app: App, name: str, begin: Sequence[Begin]) -> Callable[[JobContext], Awaitable[None]]:
        async def do(context: JobContext) -> None:
            log.info("This replica does %s now", name)
            self._here.append(name)
            try:
                await until(self._over(app, context.job), begin)
            finally:
                self._here.remove(name)
                log.info("This replica does %s no more", name)

        return do

    async def _over(self, app: App, job: Job) -> None:
        """Until the stop, or until the job is no more this replica's, or may be."""
        seen = monotonic()
        while not self._stop.is_set():
            await pause(self._stop, LOOK)
            with contextlib.suppress(ConnectorException):
                found = list(await app.job_manager.list_jobs_async(id=job.id))
                if not found or found[0].worker_id != job.worker_id:
                    return
                seen = monotonic()
            if monotonic() - seen > STALLED - LOOK:
                return

    async def _sweep(self, app: App) -> None:
        """See that each work is waiting to be done, or done by somebody who lives."""
        manager: Any = app.job_manager
        while True:
            # Such a job is taken away rather than tried again: under a new number the former replica cannot end it, if it wakes up after all.
            for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED):
                log.warning("The replica that did %s is dead", job.task_name)
                with contextlib.suppress(ConnectorException):  # another replica was quicker
                    await manager.finish_job(job, status=Status.FAILED, delete_job=True)
            for name in self._kept:
                if not list(await manager.list_jobs_async(task=name)):
                    with contextlib.suppress(AlreadyEnqueued):
                        await app.tasks[name].defer_async()
            await asyncio.sleep(LOOK)
