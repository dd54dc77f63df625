"""Long polling: updates go from Telegram into the inbox, from there to the application; Telegram confirms what is on disk."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlsplit

from telegram import Message, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from handlers.context import TyrnaApplication
from handlers.transport.inbox import Inbox, Raw
from handlers.transport.outcome import pause_of
from handlers.transport.reading import read_update

log = logging.getLogger(__name__)

# Telegram's own greatest number: https://core.telegram.org/bots/api#getupdates
BATCH = 100
# A long poll, in seconds: shorter than what routers let a silent connection live.
HOLD = 25
# The pause after a failed poll doubles up to so many seconds.
LONGEST_PAUSE = 30.0
# What has waited longer than this is of no use any more, in seconds. A query can be answered only shortly after it was asked.
INLINE_LATE = 30
BUTTON_LATE = 15 * 60
SMALL_TALK_LATE = 60 * 60
MESSAGE_LATE = 24 * 60 * 60


class Poller:
    """Polls until it is cancelled.

    Not PTB's `Updater`: it hands on updates one by one, which would be a commit each, and parses a batch before anybody can keep it.
    """

    def __init__(
        self,
        application: TyrnaApplication,
        request: BaseRequest,
        inbox: Inbox,
        kinds: Sequence[str],
        is_small_talk: Callable[[str], bool],
        clock: Callable[[], float],
    ) -> None:
        self._application = application
        self._request = request
        self._inbox = inbox
        self._kinds = kinds
        self._is_small_talk = is_small_talk
        self._clock = clock
        self._offset = 0
        # Only what piled up meanwhile can be late; so a wrong clock of this machine harms nothing but the catching up.
        self._catching_up = True
        self._failing = ""
        parts = urlsplit(application.bot.base_url)
        self.where = f"polling {parts.scheme}://{parts.netloc}"

    async def run(self) -> None:
        """Hand on what the last run left, then poll.

        Raises:
            InvalidToken: Telegram no longer knows the token.
        """
        await self.resume()
        pause = 0.0
        while True:
            try:
                updates = await self._poll()
            except InvalidToken:
                raise
            except RetryAfter as error:
                pause = pause_of(error)
            except TelegramError as error:
                self._tell(error)
                self._catching_up = True
                pause = min(max(1.0, pause * 2), LONGEST_PAUSE)
            else:
                self._tell(None)
                pause = 0.0
                await self._hand_on(await self._inbox.accept(updates), None)
                if updates:
                    self._offset = updates[-1]["update_id"] + 1
                self._catching_up &= len(updates) == BATCH
            if pause:
                await asyncio.sleep(pause)

    async def resume(self) -> None:
        """Hand on what the last run left."""
        for left in self._inbox.left():
            await self._hand_on([left.update], left.received_at)

    async def _poll(self) -> list[Raw]:
        parameters = {"offset": self._offset, "limit": BATCH, "timeout": HOLD, "allowed_updates": self._kinds}
        data = RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])
        found = await self._request.post(f"{self._application.bot.base_url}/getUpdates", data, read_timeout=HOLD + (self._request.read_timeout or 0))
        return found if isinstance(found, list) else []

    async def _hand_on(self, updates: Iterable[Raw], received_at: int | None) -> None:
        for raw in updates:
            update_id = raw["update_id"]
            try:
                update = read_update(raw, self._application.bot)
            except Exception:
                log.exception("Update %d is dropped: it cannot be read", update_id)
                self._inbox.done(update_id)
                continue
            if self._catching_up and (reason := self._too_late(update, received_at)):
                log.info("Update %d is dropped: %s", update_id, reason)
                self._inbox.done(update_id)
                continue
            await self._application.update_queue.put(update)

    def _too_late(self, update: Update, received_at: int | None) -> str:
        """Why nobody waits for an answer any more; empty if somebody may."""
        message = update.message or update.edited_message
        since = int(message.date.timestamp()) if isinstance(message, Message) else received_at
        if since is None:
            return ""
        age = self._clock() - since
        if update.inline_query:
            return "an inline query of more than 30 seconds ago" if age > INLINE_LATE else ""
        if update.callback_query:
            return "a button pressed more than 15 minutes ago" if age > BUTTON_LATE else ""
        if message and age > MESSAGE_LATE:
            return "a message of more than a day ago"
        if message and message.text and age > SMALL_TALK_LATE and self._is_small_talk(message.text):
            return "small talk of more than an hour ago"
        return ""

    def _tell(self, error: TelegramError | None) -> None:
        """A line when polling begins to fail and when it works again, not one for each try."""
        reason = "" if error is None else "conflict" if isinstance(error, Conflict) else "network" if isinstance(error, NetworkError) else str(error)
        if reason == self._failing:
            return
        self._failing = reason
        if not reason:
            log.warning("Polling works again")
        else:
            log.error("%s. Trying on.", explain(error))


def explain(error: TelegramError | None) -> str:
    """What an operator has to know about an error of Telegram's, with its mend; no token."""
    if isinstance(error, InvalidToken):
        return "Telegram does not know the token (401): copy it again from @BotFather, /mybots → API Token"
    if isinstance(error, Conflict) and "webhook" in str(error).lower():
        return "A webhook was set while this bot polls (409): remove it with “bot.py run --remove-webhook”, or stop whoever set it"
    if isinstance(error, Conflict):
        return "Another process polls with the same token (409): stop it; if you do not know it, /revoke the token with @BotFather"
    return f"Telegram cannot be reached ({error}): check the network, the proxy (HTTPS_PROXY) and telegram.api_url"
