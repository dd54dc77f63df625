"""The server's rules without HTTP: who may be written to, how updates queue, how time passes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.emulator import contract, html
from tests.emulator.errors import Refused, bad, too_many
from tests.emulator.floods import OFF, Floods, Rates
from tests.emulator.limits import POLL_LIMIT, POLL_SECONDS, TEXT_BYTES, UPDATES_ON_DEMAND
from tests.emulator.state import Chat, File, Json, State

T = TypeVar("T")


@dataclass(frozen=True)
class Config:
    """What @BotFather would be told."""

    token: str = "123456789:" + "T" * 35
    username: str = "tyrna_bot"
    supports_inline_queries: bool = True
    can_join_groups: bool = True
    can_read_all_group_messages: bool = False
    inline_feedback: bool = True  # chosen_inline_result comes
    checks_itself: bool = True  # hold the emulator's own results and updates to the contract; benchmarks do without


class Core:
    """One bot's server. Time is real, plus what `advance` adds."""

    def __init__(self, config: Config | None = None, rates: Rates = OFF, state: State | None = None) -> None:
        self.config = config or Config()
        self.state = state or State()
        self.floods = Floods(rates, self.now)
        self.violations: list[str] = []
        self._ahead = 0.0
        self._changed = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None
        self.state.users.setdefault(self.me["id"], self.me)

    # ------------------------------------------------------------ time

    def now(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let that much time pass for queries, rate limits and dates; nobody waits."""
        self._ahead += seconds

    def notify(self) -> int:
        """Wake whoever waits for a change of the state; the sequence number of this change."""
        self.state.sequence += 1
        self.wake()
        return self.state.sequence

    def wake(self) -> None:
        """Let whoever waits look again."""
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def until(self, probe: Callable[[], T | None], timeout: float) -> T | None:
        """The first value of `probe` that is not None; None after `timeout` seconds."""
        deadline = asyncio.get_running_loop().time() + timeout
        while (value := probe()) is None:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return None
            try:
                await asyncio.wait_for(self._changed.wait(), left)
            except TimeoutError:
                return probe()
        return value

    # ------------------------------------------------------------ who is who

    @property
    def me(self) -> Json:
        return {
            "id": int(self.config.token.split(":")[0]),
            "is_bot": True,
            "first_name": "Tyrna",
            "username": self.config.username,
            "can_join_groups": self.config.can_join_groups,
            "can_read_all_group_messages": self.config.can_read_all_group_messages,
            "supports_inline_queries": self.config.supports_inline_queries,
        }

    @property
    def bot_user(self) -> Json:
        return {key: self.me[key] for key in ("id", "is_bot", "first_name", "username")}

    def chat(self, chat_id: Any) -> Chat:
        """A chat that the bot may look at.

        Raises:
            Refused: 400 for one that it never met, 400 with migrate_to_chat_id for a group that became a supergroup.
        """
        if chat_id in (None, ""):
            raise bad("chat_id is empty")
        chat = self.state.chats.get(int(chat_id)) if str(chat_id).lstrip("-").isdigit() else self._named(str(chat_id))
        if chat is None or not chat.known:
            raise bad("chat not found")
        if chat.migrated_to is not None:
            raise Refused(400, "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        return chat

    def _named(self, name: str) -> Chat | None:
        return next((chat for chat in self.state.chats.values() if name.startswith("@") and chat.about.get("username") == name[1:]), None)

    def writable(self, chat_id: Any) -> Chat:
        """A chat that the bot may write to.

        Raises:
            Refused: 403 for strangers, blockers, deleted accounts, and groups that the bot is not in; 400 without the right to write.
        """
        chat = self.chat(chat_id)
        if chat.type == "private":
            if chat.deactivated:
                raise Refused(403, "user is deactivated")
            if chat.blocked:
                raise Refused(403, "bot was blocked by the user")
            if not chat.started:
                raise Refused(403, "bot can't initiate conversation with a user")
        elif chat.bot_status == "kicked":
            raise Refused(403, f"bot was kicked from the {chat.type} chat")
        elif chat.bot_status == "left":
            raise Refused(403, f"bot is not a member of the {chat.type} chat")
        if not chat.may_write or (chat.type == "channel" and chat.bot_status != "administrator"):
            raise bad("not enough rights to send text messages to the chat")
        return chat

    def take_turn(self, chat: Chat) -> None:
        """Count one message to the chat.

        Raises:
            Refused: 429 if it is too early.
        """
        if wait := self.floods.take(chat.id, chat.type != "private"):
            raise too_many(wait)

    # ------------------------------------------------------------ messages and files

    def post(self, chat: Chat, sender: Json | None, content: Json) -> Json:
        """A new message in the chat."""
        message: Json = {"message_id": chat.next_message_id(), "date": int(self.now()), "chat": chat.about}
        message |= {"from": sender} if sender and chat.type != "channel" else {"sender_chat": chat.about} if chat.type == "channel" else {}
        topic = content.get("message_thread_id")
        message |= {"is_topic_message": True} if topic in chat.topics else {}
        message |= content
        chat.messages[message["message_id"]] = message
        chat.changed[message["message_id"]] = self.notify()
        return message

    def touch(self, chat: Chat, message_id: int) -> None:
        """A message looks different now."""
        chat.changed[message_id] = self.notify()

    def keep_file(self, content: bytes, name: str) -> Json:
        """The Bot API's fields of a new file."""
        file_id = f"file-{len(self.state.files) + 1}"
        self.state.files[file_id] = File(content, name)
        return {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "file_size": len(content)}

    def known_file(self, file_id: str) -> Json:
        file = self.state.files.get(file_id)
        if file is None:
            raise bad("wrong file identifier/HTTP URL specified")
        return {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "file_size": len(file.content)}

    def formatted(self, text: str, parse_mode: Any, entities: Any) -> tuple[str, list[Json]]:
        """Text and entities as Telegram keeps them.

        Raises:
            Refused: 400 for markup that cannot be read.
        """
        if len(text.encode("utf-8", "surrogatepass")) > TEXT_BYTES:
            raise bad("text is too long")
        if not parse_mode:
            return html.trim(text, entities or [])
        if str(parse_mode).lower() == "html":
            return html.parse(text)
        if str(parse_mode).lower() in ("markdown", "markdownv2"):
            self.violations.append("the emulator reads HTML only, so that every text is checked by the same rules")
        raise bad("unsupported parse_mode")

    # ------------------------------------------------------------ updates

    def push(self, kind: str, content: Json) -> int | None:
        """Queue an update; its id, or None if the bot does not want this kind."""
        wanted = self.state.allowed_updates
        if kind not in wanted if wanted else kind in UPDATES_ON_DEMAND:
            return None
        self.state.last_update_id += 1
        update = {"update_id": self.state.last_update_id, kind: content}
        if self.config.checks_itself:
            self.violations += contract.update(update)
        self.state.updates.append(update)
        self.notify()
        return self.state.last_update_id

    async def poll(self, offset: int, limit: int, timeout: int, allowed: list[str] | None) -> list[Json]:
        """getUpdates. An offset confirms all before it; a negative one keeps only that many of the last.

        Raises:
            Refused: 409 while a webhook is set, or when another getUpdates comes: then the waiting one ends.
        """
        if self.state.webhook.get("url"):
            raise Refused(409, "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        if allowed is not None:
            self.state.allowed_updates = allowed
        limit = min(limit, POLL_LIMIT) if limit > 0 else POLL_LIMIT
        if offset > 0:
            self.state.updates = [update for update in self.state.updates if update["update_id"] >= offset]
        elif offset < 0:
            self.state.updates = self.state.updates[offset:]
        with self._only_poll() as ended:
            await self._wait_for_updates(ended, max(0, min(timeout, POLL_SECONDS)))
        return self.state.updates[:limit]

    @contextmanager
    def _only_poll(self) -> Iterator[asyncio.Future[None]]:
        self.end_poll("other getUpdates request; make sure that only one bot instance is running")
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = ended
        try:
            yield ended
        finally:
            if self._poll is ended:
                self._poll = None
            if ended.done():
                ended.exception()
            else:
                ended.cancel()

    def end_poll(self, reason: str) -> None:
        """End the getUpdates that waits, with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refused(409, f"terminated by {reason}"))
            self.notify()

    async def _wait_for_updates(self, ended: asyncio.Future[None], timeout: float) -> None:
        await self.until(lambda: True if ended.done() or self.state.updates else None, timeout)
        if ended.done():
            ended.result()
