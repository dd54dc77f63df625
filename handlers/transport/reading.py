"""Updates as PTB's objects. In a message PTB looks for each of the hundred things that it can hold; nearly all hold a text, perhaps with buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, CallbackQuery, Chat, InlineKeyboardMarkup, LinkPreviewOptions, Message, MessageEntity, Update, User


def read_update(raw: dict[str, Any], bot: Bot) -> Update:
    """What `Update.de_json` gives, for a text in half of its time. Raises whatever PTB raises for what is no update."""
    match raw:
        case {"update_id": update_id, "message": dict(said), **more} if not more:
            update = Update(update_id, message=_message(said, bot))
        case {"update_id": update_id, "callback_query": {"message": {"date": int(date)}} as pressed, **more} if (
            not more and date and pressed.keys() <= _PRESSED  # without a date it is a message that is gone
        ):
            update = Update(update_id, callback_query=_press(pressed, bot))
        case _:
            return Update.de_json(raw, bot)
    update.set_bot(bot)
    return update


class _Message(Message):
    """Sets its hundred attributes without asking each time whether it is frozen."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment]


def _message(said: dict[str, Any], bot: Bot) -> Message:
    if not said.keys() <= _PARTS.keys():
        return Message.de_json(said, bot)
    fields = {name: value if (read := _PARTS[name]) is None else read(value, bot) for name, value in said.items() if value is not None}
    message = _Message(**{"from_user" if name == "from" else name: value for name, value in fields.items()})
    message.set_bot(bot)
    return message


def _press(pressed: dict[str, Any], bot: Bot) -> CallbackQuery:
    message, sender = _message(pressed["message"], bot), User.de_json(pressed["from"], bot)
    query = CallbackQuery(pressed["id"], sender, pressed["chat_instance"], message, pressed.get("data"))
    query.set_bot(bot)
    return query


def _moment(seconds: int, bot: Bot) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


# How what stands in a message is read; None: as it is. https://core.telegram.org/bots/api#message
_PARTS: Mapping[str, Callable[[Any, Bot], Any] | None] = {
    "message_id": None,
    "message_thread_id": None,
    "is_topic_message": None,
    "text": None,
    "date": _moment,
    "edit_date": _moment,
    "chat": Chat.de_json,
    "from": User.de_json,
    "entities": MessageEntity.de_list,
    "link_preview_options": LinkPreviewOptions.de_json,
    "reply_markup": InlineKeyboardMarkup.de_json,
    "reply_to_message": _message,
}
_PRESSED = frozenset({"id", "from", "message", "chat_instance", "data"})
