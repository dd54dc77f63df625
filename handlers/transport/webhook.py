"""The webhook: Telegram calls, and gets 200 only when the update is handled. Until then it keeps the chat's next one back, and repeats this one.

So a chat's order holds and a crash loses nothing, over any number of replicas: https://core.telegram.org/bots/api#setwebhook.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import InvalidToken, RetryAfter, TelegramError

from handlers.context import TyrnaApplication
from handlers.state import DatabaseError
from handlers.transport.inbox import Inbox
from handlers.transport.outcome import pause_of
from handlers.transport.polling import LONGEST_PAUSE, explain
from handlers.transport.processor import LaneProcessor
from handlers.transport.reading import read_update

log = logging.getLogger(__name__)

# An update is far smaller: a message has at most 4096 characters.
LARGEST_BODY = 2**20
# Telegram's own greatest number.
CONNECTIONS = 100
# Telegram repeats a call whose answer it did not see for minutes: so many updates are recognised, which is 100 seconds of 200 a second.
REMEMBERED = 20_000
_SECRET = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """Sets the webhook and takes its calls; `resume` hands on what polling left in the inbox before.

    The webhook stays set when the bot stops: Telegram keeps what comes meanwhile for a day.
    """

    def __init__(
        self,
        application: TyrnaApplication,
        processor: LaneProcessor,
        inbox: Inbox,
        resume: Callable[[], Awaitable[None]],
        kinds: Sequence[str],
        url: str,
        secret: str,
    ) -> None:
        self._application = application
        self._processor = processor
        self._inbox = inbox
        inbox.told = self._handled
        inbox.given_up = self._given_up
        self._resume = resume
        self._kinds = kinds
        self._url = url
        self._secret = secret
        self._waiting: dict[int, asyncio.Future[int]] = {}
        parts = urlsplit(url)
        self.where = f"webhook {parts.scheme}://{parts.netloc}/…"

    def site(self) -> web.Application:
        """Takes POST at the path of the URL, and nothing else."""
        site = web.Application(client_max_size=LARGEST_BODY)
        site.router.add_post(urlsplit(self._url).path or "/", self._receive)
        return site

    def _handled(self, update_id: int) -> None:
        if waiting := self._waiting.pop(update_id, None):
            waiting.set_result(200)

    def _given_up(self, update_id: int) -> None:
        if waiting := self._waiting.pop(update_id, None):
            waiting.set_result(503)

    async def run(self) -> None:
        """Hand on what is left, set the webhook, then be there until it is cancelled.

        Raises:
            InvalidToken: Telegram does not know the token.
        """
        await self._resume()
        pause = 1.0
        while True:
            try:
                await self._application.bot.set_webhook(self._url, max_connections=CONNECTIONS, allowed_updates=list(self._kinds), secret_token=self._secret)
                break
            except InvalidToken:
                raise
            except TelegramError as error:
                pause = pause_of(error) if isinstance(error, RetryAfter) else min(pause * 2, LONGEST_PAUSE)
                log.error("The webhook cannot be set: %s. Trying again in %d s.", explain(error), pause)
                await asyncio.sleep(pause)
        await asyncio.Event().wait()

    async def _receive(self, request: web.Request) -> web.Response:
        # Before the body is read: whoever does not know the secret costs nothing.
        if not hmac.compare_digest(request.headers.get(_SECRET, "").encode("utf-8", "surrogateescape"), self._secret.encode()):
            return _closing(401)
        if (request.content_length or 0) > LARGEST_BODY:
            return _closing(413)
        if self._processor.closing or not self._application.running:
            return _closing(503)
        try:
            raw = json.loads(await request.read())  # beyond the largest body: 413
            update_id = int(raw["update_id"])
        except (ValueError, KeyError, TypeError, RecursionError):
            return _closing(400)
        if self._inbox.is_handled(update_id):
            return web.Response()
        if (waiting := self._waiting.get(update_id)) is None:
            try:
                taken = self._inbox.take(update_id)
            except DatabaseError as error:
                log.warning("Update %d is left with Telegram, the database is away: %s", update_id, error)
                return _closing(503)
            if taken != "new":
                return web.Response() if taken == "handled" else _closing(503)
            waiting = self._waiting[update_id] = asyncio.get_running_loop().create_future()
            try:
                update = read_update(raw, self._application.bot)
            except Exception:
                log.exception("Update %d is dropped: it cannot be read", update_id)
                self._inbox.done(update_id)
                return web.Response()
            await self._processor.process_update(update, self._application.process_update(update))
        # A caller that hangs up, or repeats because it waited too long, must not break off what is being handled.
        status = await asyncio.shield(waiting)
        return web.Response() if status == 200 else _closing(status)


def _closing(status: int) -> web.Response:
    """A refusal after which the connection ends, whatever of the body is still to come."""
    response = web.Response(status=status)
    response.force_close()
    return response
