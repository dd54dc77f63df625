"""Start and stop of `bot.py run`: one process for a state file, what Telegram says of the bot, and an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import os
import signal
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from aiohttp import web
from telegram import User, WebhookInfo
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from handlers.context import Services, TyrnaApplication
from handlers.state import Store
from handlers.transport import systemd
from handlers.transport.http_server import listening
from handlers.transport.inbox import Inbox
from handlers.transport.outcome import pause_of
from handlers.transport.polling import explain
from handlers.transport.processor import LaneProcessor

log = logging.getLogger(__name__)

# What is being handled when the signal comes has so many seconds; the whole stop takes less than 10.
GRACE = 8.0
LONGEST_PAUSE = 30.0


class StartFault(Exception):
    """The bot cannot run; the text is one line with the mend."""


@contextlib.contextmanager
def only_process(state: Path) -> Iterator[None]:
    """Hold the lock of a state file. The system lets it go with the process, however that ends.

    Raises:
        StartFault: another process holds it, or the folder takes no files.
    """
    path = state.with_name(state.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Opened for appending: whoever is refused must not wipe out the number of the one who holds it.
        lock = path.open("a+", encoding="ascii")
    except OSError as error:
        raise StartFault(f"{path} cannot be created ({error.strerror}): check data_dir, state.url and the rights") from None
    with lock as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise StartFault(f"Another process (pid {holder}) runs with the state {state}: stop it first, or give this one another state.url") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def only_poller(store: Store) -> None:
    """See that no other process polls; that is for replicas with a webhook.

    Raises:
        StartFault: another one does.
    """
    if not store.driver.hold("polling"):
        raise StartFault(f"Another process polls with the state in {store.driver.where}: stop it first; several replicas need telegram.mode: webhook")


async def check(application: TyrnaApplication, remove_webhook: bool = False, polls: bool = True) -> None:
    """Ask Telegram who the bot is until it answers, and see that nothing stands in the way of a bot that polls.

    Raises:
        StartFault: the token is not known, or the bot polls and a webhook is set.
    """
    pause = 1.0
    while True:
        try:
            await application.initialize()
            webhook = await application.bot.get_webhook_info()
            if webhook.url and remove_webhook:
                await application.bot.delete_webhook()
                log.info("The webhook at %s is removed", host(webhook))
            break
        except InvalidToken as error:
            fault = StartFault(explain(type(error)("401")))
        except BadRequest as error:
            fault = StartFault(f"Telegram refused a call ({error}): check telegram.api_url")
        except TelegramError as error:
            pause = pause_of(error) if isinstance(error, RetryAfter) else min(pause * 2, LONGEST_PAUSE)
            log.error("%s. Trying again in %d s.", explain(error), pause)
            await asyncio.sleep(pause)
            continue
        # Raised out here: the caught error names the token, and must not hang on this one.
        raise fault
    if polls and webhook.url and not remove_webhook:
        raise StartFault(
            f"A webhook is set at {host(webhook)}: while it is, Telegram gives no updates to polling. If nobody needs it: “bot.py run --remove-webhook”"
        )


def host(webhook: WebhookInfo) -> str:
    """Where a webhook points, without its path, which may be secret."""
    parts = urlsplit(webhook.url)
    return f"{parts.scheme}://{parts.netloc}/…"


def remarks(me: User) -> list[str]:
    """What @BotFather has switched off, with the command that switches it on."""
    lines = []
    if not me.supports_inline_queries:
        lines.append("Inline mode is off: “@bot question” in other chats gives nothing. To switch it on: @BotFather, /setinline")
    if not me.can_join_groups:
        lines.append("Joining groups is off: nobody can add the bot to a group. To switch it on: @BotFather, /setjoingroups")
    return lines


class Background(Protocol):
    """Work beside the answers to guests."""

    async def run(self) -> None:
        """Work until `stop`."""

    async def stop(self) -> None:
        """Begin nothing new, and finish what is being done."""


class Source(Protocol):
    """Where updates come from."""

    @property
    def where(self) -> str:
        """In a few words for the log; nothing secret."""

    async def run(self) -> None:
        """Give updates to the application until it is cancelled. Raises `InvalidToken` if Telegram no longer knows the token."""


@dataclass(frozen=True)
class TelegramBot:
    """What `bot.py run` wires."""

    application: TyrnaApplication
    processor: LaneProcessor
    inbox: Inbox
    source: Source
    publish: Callable[[TyrnaApplication], Coroutine[Any, Any, None]]
    """Publishes the command menus."""
    background: Sequence[Background] = ()
    sites: Sequence[tuple[str, web.Application]] = ()
    """What listens on `host:port`, from before the start to after the end."""
    polls: bool = True


async def serve(bot: TelegramBot, remove_webhook: bool = False) -> None:
    """Run until SIGTERM or SIGINT; then finish what is being handled and leave the rest in the inbox, or with Telegram.

    Raises:
        StartFault: the bot cannot run.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with contextlib.AsyncExitStack() as listeners:
        try:
            for address, site in bot.sites:
                await _listen(listeners, address, site)
            if await _unless(stop, check(bot.application, remove_webhook, bot.polls)):
                await bot.application.start()
                _greet(bot)
                systemd.notify("READY=1")
                await _unless(stop, _work(bot))
        finally:
            systemd.notify("STOPPING=1")
            await _end(bot)
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)


async def _listen(listeners: contextlib.AsyncExitStack, address: str, site: web.Application) -> None:
    try:
        port = await listeners.enter_async_context(listening(address, site))
    except OSError as error:
        raise StartFault(f"{address} cannot be listened on ({error.strerror}): stop what does, or change health.listen or webhook.listen") from None
    log.info("Listening on port %d of %s", port, address)


async def _work(bot: TelegramBot) -> None:
    publishing = asyncio.create_task(_publish(bot))
    watchdog = asyncio.create_task(systemd.keep_alive())
    beside = [asyncio.create_task(_beside(work)) for work in bot.background]
    try:
        await bot.source.run()
    except InvalidToken:
        pass
    finally:
        publishing.cancel()
        watchdog.cancel()
        log.info("Stopping: finishing %d updates", bot.processor.running)
        await asyncio.gather(bot.processor.drain(GRACE), *(work.stop() for work in bot.background))
        await asyncio.gather(*beside)
    raise StartFault(explain(InvalidToken("401")))


async def _beside(work: Background) -> None:
    """Run to its end; an error of one is logged and leaves the others alone."""
    try:
        await work.run()
    except Exception:
        log.exception("%s broke off", type(work).__name__)


async def _publish(bot: TelegramBot) -> None:
    """The command menus, beside the polling: nobody has to wait for them."""
    try:
        await bot.publish(bot.application)
    except TelegramError as error:
        log.warning("The command menus could not be published (%s); the next start tries again", error)


def _greet(bot: TelegramBot) -> None:
    application = bot.application
    services: Services = application.bot_data["services"]
    for line in remarks(application.bot.bot):
        log.info(line)
    username, revision, chats = application.bot.username, services.kb.revision, services.store.chats()
    log.info("I am @%s; %s; base revision %s; %d chats", username, bot.source.where, revision, chats)


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Whether the work ended before the stop; else it is broken off."""
    task, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([task, stopping], return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
            return True
        return False
    finally:
        for one in (task, stopping):
            one.cancel()
        await asyncio.wait([task, stopping], timeout=GRACE + 0.5)


async def _end(bot: TelegramBot) -> None:
    await bot.processor.drain(0)
    if bot.application.running:
        await bot.application.stop()
    await bot.inbox.close()
    await bot.application.shutdown()
    await bot.application.bot.shutdown()  # an application that was never initialised leaves its connections open
    log.info("Stopped; %d updates were broken off, %d wait in the inbox", bot.processor.broken_off, bot.inbox.unhandled)
