"""Sending and editing what people see: HTML, no link previews; in groups as an answer to the person who asked."""

from __future__ import annotations

from typing import Any, NamedTuple

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from handlers.context import Context
from handlers.render import removable
from handlers.transport.call import call

_SHOWN: dict[str, Any] = {"parse_mode": ParseMode.HTML.value, "link_preview_options": {"is_disabled": True}}


Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


class Sent(NamedTuple):
    """Where a message went: not to the chat that it was meant for, if that has become another one."""

    chat_id: int
    message_id: int


async def say(update: Update, context: Context, said: str, markup: Markup | None = None) -> Sent:
    """Send a message to the chat of this update, in a forum to its topic. In a group whoever asked, and its admins, can take it away.

    A group that became a supergroup meanwhile gets it there, with all that is kept of it.
    """
    chat, message = update.effective_chat, update.effective_message
    assert chat is not None
    topic = message.message_thread_id if message and message.is_accessible and message.is_topic_message else None
    reply = {"message_id": asked, "allow_sending_without_reply": True} if (asked := _asked(update)) else None
    try:
        return await _send(context, chat.id, said, markup, topic, reply)
    except ChatMigrated as moved:
        await context.services.store.migrate_chat(chat.id, moved.new_chat_id)
        return await _send(context, moved.new_chat_id, said, markup)


async def _send(context: Context, chat_id: int, said: str, markup: Markup | None, topic: int | None = None, reply: dict[str, Any] | None = None) -> Sent:
    shown = _keyboard(chat_id, markup) if markup is None or isinstance(markup, InlineKeyboardMarkup) else markup
    parameters = {"chat_id": chat_id, "text": said, **_SHOWN, "reply_markup": as_json(shown), "message_thread_id": topic, "reply_parameters": reply}
    return Sent(chat_id, int((await call(context.bot, "sendMessage", parameters))["message_id"]))


def _keyboard(chat_id: int, markup: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup | None:
    # The ids of groups are negative: https://core.telegram.org/api/bots/ids
    return removable(markup) if chat_id < 0 else markup


def as_json(markup: Markup | None) -> dict[str, Any] | None:
    """A keyboard as Telegram reads it. PTB's `to_dict` takes seven times as long for the buttons that nearly all of them have."""
    if not isinstance(markup, InlineKeyboardMarkup):
        return markup.to_dict() if markup else None
    return {"inline_keyboard": [[_button(each) for each in row] for row in markup.inline_keyboard]}


def _button(each: InlineKeyboardButton) -> dict[str, Any]:
    if each.callback_data is None or each.style or each.icon_custom_emoji_id:
        return each.to_dict()
    return {"text": each.text, "callback_data": each.callback_data}


def _asked(update: Update) -> int | None:
    """In a group, the message of the person: the one at hand, or the one that the button's message answers. It says whose the buttons are."""
    message = update.effective_message
    if message is None or not message.is_accessible or message.chat.type == "private":
        return None
    if update.callback_query is None:
        return message.message_id
    return message.reply_to_message.message_id if message.reply_to_message else None


async def change(update: Update, context: Context, said: str, markup: InlineKeyboardMarkup | None = None) -> None:
    """Edit the message whose button was pressed; a message that can no longer be edited is sent anew."""
    message = update.effective_message
    if message is None or not await edit(context, message.chat.id, message.message_id, said, markup):
        await say(update, context, said, markup)


async def edit(context: Context, chat_id: int, message_id: int, said: str, markup: InlineKeyboardMarkup | None = None) -> bool:
    """Whether the message now shows this; False if it is gone or too old to edit."""
    try:
        shown = as_json(_keyboard(chat_id, markup))
        await call(context.bot, "editMessageText", {"chat_id": chat_id, "message_id": message_id, "text": said, **_SHOWN, "reply_markup": shown})
    except BadRequest as error:
        return "not modified" in str(error).lower()
    return True


async def acknowledge(pressed: CallbackQuery, said: str | None = None) -> None:
    """Answer a press, with an alert if there is something to say. A press older than Telegram's limit can no longer be answered: that is no error."""
    try:
        await call(pressed.get_bot(), "answerCallbackQuery", {"callback_query_id": pressed.id, "text": said, "show_alert": said is not None})
    except BadRequest as error:
        if "query is too old" not in str(error).lower() and "query id is invalid" not in str(error).lower():
            raise
