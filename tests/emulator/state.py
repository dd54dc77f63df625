"""What Telegram's server holds: users, chats with their messages, queries, files, and the updates that the bot has not confirmed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from pydantic import ConfigDict, TypeAdapter

Json = dict[str, Any]


@dataclass
class Chat:
    """A chat; `about` is the Bot API's Chat object."""

    about: Json
    known: bool = True  # the bot may ask for it: it was written to there, or shares a group with the person
    bot_status: str = "member"
    members: dict[int, str] = field(default_factory=dict)  # user id → ChatMember status
    started: bool = False  # private: the person has written to the bot
    blocked: bool = False
    deactivated: bool = False
    may_write: bool = True
    may_send_files: bool = True
    migrated_to: int | None = None
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)  # message id → Message object
    changed: dict[int, int] = field(default_factory=dict)  # message id → the state's sequence when it was sent or last edited
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    frozen: set[int] = field(default_factory=set)  # messages that cannot be edited any more
    last_message_id: int = 0

    @property
    def id(self) -> int:
        return int(self.about["id"])

    @property
    def type(self) -> str:
        return str(self.about["type"])

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id


@dataclass
class Query:
    """A callback or inline query; `answer` is what the bot answered."""

    kind: str
    user_id: int
    asked_at: float
    content: Json
    answer: Json | None = None


@dataclass
class File:
    __pydantic_config__: ClassVar[ConfigDict] = {"ser_json_bytes": "base64", "val_json_bytes": "base64"}

    content: bytes
    name: str


@dataclass
class State:
    """Everything that outlives a restart of the emulator."""

    users: dict[int, Json] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    inline_messages: dict[str, tuple[int, int]] = field(default_factory=dict)  # inline_message_id → chat id, message id
    files: dict[str, File] = field(default_factory=dict)
    updates: list[Json] = field(default_factory=list)
    allowed_updates: list[str] = field(default_factory=list)
    webhook: Json = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)  # names, descriptions, commands by "method/scope/language"
    last_update_id: int = 0
    last_query_id: int = 0
    sequence: int = 0

    def save(self, path: Path) -> None:
        temporary = path.with_suffix(".part")
        temporary.write_bytes(_ADAPTER.dump_json(self))
        os.replace(temporary, path)

    @staticmethod
    def load(path: Path) -> State:
        return _ADAPTER.validate_json(path.read_bytes())


_ADAPTER: TypeAdapter[State] = TypeAdapter(State)
