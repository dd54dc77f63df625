"""Updates are read as PTB reads them."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, Message, TelegramObject, Update

from handlers.transport.reading import read_update

BOT = Bot("123456:" + "A" * 35)
PERSON = {"id": 7, "is_bot": False, "first_name": "Айгерім", "language_code": "kk", "is_premium": True, "added_by_telegram_tomorrow": 1}
PRIVATE = {"id": 7, "type": "private", "first_name": "Айгерім"}
FORUM = {"id": -100500, "type": "supergroup", "title": "Cinema", "is_forum": True}
BOLD = {"type": "bold", "offset": 0, "length": 3}
TEXT = {"message_id": 5, "date": 1_790_000_000, "chat": PRIVATE, "from": PERSON, "text": "Who directed Qaitadan?"}
TOPIC = TEXT | {"chat": FORUM, "message_thread_id": 3, "is_topic_message": True, "entities": [BOLD], "reply_to_message": TEXT | {"message_id": 3}}
BUTTONS = {"inline_keyboard": [[{"text": "ҚАЗ", "callback_data": "l:kk:x"}, {"text": "site", "url": "https://example.org"}]]}
ANSWER = TEXT | {"edit_date": 1_790_000_009, "entities": [BOLD], "link_preview_options": {"is_disabled": True}, "reply_markup": BUTTONS}
PHOTO = {name: value for name, value in TEXT.items() if name != "text"} | {
    "caption": "look",
    "photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}],
}
PRESS = {"id": "9", "from": PERSON, "chat_instance": "1", "data": "l:kk:x", "message": ANSWER}

UPDATES: dict[str, dict[str, Any]] = {
    "a text": {"message": TEXT},
    "a text without a sender": {"message": {name: value for name, value in TEXT.items() if name != "from"}},
    "a command": {"message": TEXT | {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}},
    "a reply in a topic": {"message": TOPIC},
    "a reply to a photo": {"message": TEXT | {"reply_to_message": PHOTO}},
    "a photo": {"message": PHOTO},
    "something new in a message": {"message": TEXT | {"hologram": {"id": 1}}},
    "something new beside a message": {"message": TEXT, "hologram": {"id": 1}},
    "an edit": {"edited_message": TEXT | {"edit_date": 1_790_000_009}},
    "a press": {"callback_query": PRESS},
    "a press without data": {"callback_query": {name: value for name, value in PRESS.items() if name != "data"}},
    "a press under a message that is gone": {"callback_query": PRESS | {"message": {"chat": PRIVATE, "message_id": 5, "date": 0}}},
    "a press under an inline message": {"callback_query": {"id": "9", "from": PERSON, "chat_instance": "1", "data": "i:kk:x", "inline_message_id": "m"}},
    "an inline query": {"inline_query": {"id": "9", "from": PERSON, "query": "Qash", "offset": ""}},
    "a membership": {
        "my_chat_member": {
            "chat": FORUM,
            "from": PERSON,
            "date": 1_790_000_000,
            "old_chat_member": {"user": PERSON, "status": "left"},
            "new_chat_member": {"user": PERSON, "status": "member"},
        }
    },
}


@pytest.mark.parametrize("content", UPDATES.values(), ids=UPDATES.keys())
def test_an_update_is_what_ptb_reads(content: dict[str, Any]) -> None:
    raw = {"update_id": 11, **content}
    assert_same(read_update(raw, BOT), Update.de_json(raw, BOT))


@pytest.mark.parametrize("content", [{"message": {"text": "nobody"}}, {"message": 1}, {"message": TEXT | {"date": "noon"}}])
def test_what_ptb_cannot_read_is_a_fault(content: dict[str, Any]) -> None:
    with pytest.raises(Exception):  # noqa: B017  # PTB names none
        read_update({"update_id": 11, **content}, BOT)


def assert_same(found: object, expected: object) -> None:
    """Each attribute of PTB's objects, and their bot."""
    if isinstance(expected, tuple) and isinstance(found, tuple):
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            assert_same(one, other)
        return
    if not isinstance(expected, TelegramObject):
        assert found == expected
        return
    assert isinstance(found, TelegramObject) and (type(found) is type(expected) or isinstance(found, Message))
    assert found._bot is expected._bot
    assert found == expected and found.to_dict() == expected.to_dict() and found.api_kwargs == expected.api_kwargs
    for name in {name for kind in type(expected).__mro__ for name in getattr(kind, "__slots__", ()) if not name.startswith("_")}:
        assert_same(getattr(found, name), getattr(expected, name))
