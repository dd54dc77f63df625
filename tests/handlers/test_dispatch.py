"""The handlers that are asked are those that would say yes, whichever of the bot's buttons is pressed and whatever is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import telegram_bot
from handlers.context import TyrnaApplication
from handlers.settings import Settings
from handlers.state import Store
from handlers.transport.dispatch import Dispatch, Groups, word_of
from kb import KnowledgeBase

PERSON = {"id": 7, "is_bot": False, "first_name": "Guest"}
CHAT = {"id": 7, "type": "private", "first_name": "Guest"}
MESSAGE: dict[str, Any] = {"message_id": 5, "date": 1_790_000_000, "chat": CHAT, "from": PERSON}
COMMAND = {"entities": [{"type": "bot_command", "offset": 0, "length": 5}]}


@pytest.fixture
async def application(knowledge: KnowledgeBase, tmp_path: Path) -> Any:
    store = await Store.open(tmp_path / "state.sqlite")
    application = telegram_bot(Settings(), "123456:" + "A" * 35, knowledge, store).application
    application.bot._bot_user = type("Me", (), {"username": "tyrna_bot", "id": 99, "name": "@tyrna_bot"})()
    yield application
    await store.close()


def takers(groups: Groups, update: Update) -> list[object]:
    """The handler of each group that takes an update."""
    found = (next((handler for handler in group if handler.check_update(update) not in (None, False)), None) for group in groups)
    return [handler for handler in found if handler is not None]


def pressed(data: str, application: TyrnaApplication) -> Update:
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "data": data, "message": MESSAGE}
    return Update.de_json({"update_id": 1, "callback_query": query}, application.bot)


def patterns(application: TyrnaApplication) -> Iterator[re.Pattern[str]]:
    for group in application.handlers.values():
        yield from (each.pattern for each in group if isinstance(each, CallbackQueryHandler) and isinstance(each.pattern, re.Pattern))


async def test_every_button_finds_the_same_handlers(application: TyrnaApplication) -> None:
    every = list(application.handlers.values())
    dispatch = Dispatch(every)

    @given(st.one_of(*(st.from_regex(pattern) for pattern in patterns(application)), st.text(max_size=64)))
    @example("x\n")
    def same(data: str) -> None:
        update = pressed(data, application)
        assert takers(dispatch.groups(update), update) == takers(every, update)

    same()
    of_a_word = [each for group in every for each in group if word_of(each)]
    assert len(of_a_word) > 50
    assert sum(map(len, dispatch.groups(pressed("q:en:film-qaitadan", application)))) < 12


UPDATES: list[dict[str, Any]] = [
    {"message": MESSAGE | {"text": "Who directed Qaitadan?"}},
    {"message": MESSAGE | {"text": "/help"} | COMMAND},
    {"message": MESSAGE | {"text": "/nothing"} | COMMAND},
    {"message": MESSAGE | {"text": "see /help", "entities": [{"type": "bot_command", "offset": 4, "length": 5}]}},
    {"edited_message": MESSAGE | {"text": "/films", "edit_date": 1_790_000_001} | COMMAND},
    {"message": MESSAGE | {"dice": {"value": 1, "emoji": "🎲"}}},
    {"message": MESSAGE | {"migrate_to_chat_id": -100}},
    {"inline_query": {"id": "1", "from": PERSON, "query": "Qaitadan", "offset": ""}},
    {"chosen_inline_result": {"result_id": "1", "from": PERSON, "query": "Qaitadan"}},
]


async def test_whatever_comes_finds_the_same_handlers(application: TyrnaApplication) -> None:
    every = list(application.handlers.values())
    dispatch = Dispatch(every)
    found = []
    for content in UPDATES:
        update = Update.de_json({"update_id": 1, **content}, application.bot)
        found.append(takers(dispatch.groups(update), update))
        assert found[-1] == takers(every, update)
    assert sum(map(bool, found)) > len(found) - 2
