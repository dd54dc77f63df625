"""Sending and editing what people see: HTML, no link previews; in groups as an answer to the person who asked."""

from __future__ import annotations

from telegram import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove, ReplyParameters, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from handlers.context import Context
from handlers.render import removable

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


async def say(update: Update, context: Context, said: str, markup: Markup | None = None) -> Message:
    """Send a message to the chat of this update, in a forum to its topic. In a group whoever asked, and its admins, can take it away.

    A group that became a supergroup meanwhile gets it there, with all that is kept of it.
    """
    chat, message = update.effective_chat, update.effective_message
    assert chat is not None
    topic = message.message_thread_id if message and message.is_accessible and message.is_topic_message else None
    reply = ReplyParameters(asked, allow_sending_without_reply=True) if (asked := _asked(update)) else None
    try:
        return await _send(context, chat.id, said, markup, topic, reply)
    except ChatMigrated as moved:
        await context.services.store.migrate_chat(chat.id, moved.new_chat_id)
        return await _send(context, moved.new_chat_id, said, markup)


async def _send(context: Context, chat_id: int, said: str, markup: Markup | None, topic: int | None = None, reply: ReplyParameters | None = None) -> Message:
    return await context.bot.send_message(
        chat_id,
        said,
        ParseMode.HTML,
        reply_markup=_keyboard(chat_id, markup) if markup is None or isinstance(markup, InlineKeyboardMarkup) else markup,
        link_preview_options=_NO_PREVIEW,
        message_thread_id=topic,
        reply_parameters=reply,
    )


def _keyboard(chat_id: int, markup: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup | None:
    # The ids of groups are negative: https://core.telegram.org/api/bots/ids
    return removable(markup) if chat_id < 0 else markup


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
        shown = _keyboard(chat_id, markup)
        await context.bot.edit_message_text(said, chat_id, message_id, parse_mode=ParseMode.HTML, reply_markup=shown, link_preview_options=_NO_PREVIEW)
    except BadRequest as error:
        return "not modified" in str(error).lower()
    return True


async def acknowledge(button: CallbackQuery, said: str | None = None) -> None:
    """Answer a press, with an alert if there is something to say. A press older than Telegram's limit can no longer be answered: that is no error."""
    try:
        await button.answer(said, show_alert=said is not None)
    except BadRequest as error:
        if "query is too old" not in str(error).lower() and "query id is invalid" not in str(error).lower():
            raise
