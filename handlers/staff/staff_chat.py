"""/staff_chat: the group in which approvals, reports and error digests arrive. Without one they go to each owner."""

from __future__ import annotations

import logging

from telegram import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import CallbackQueryHandler, CommandHandler, filters
from telegram.helpers import create_deep_linked_url

from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.render import button
from handlers.show import acknowledge, change, say
from handlers.staff.people import Buttons, Said, mention, mentioned, names, send, tell_owners
from handlers.staff.rights import audit, staff_only
from handlers.texts import text
from kb import LANGUAGES, Language

log = logging.getLogger(__name__)

_CHAT, _LANGUAGE = "staff_chat", "staff_chat_language"
_UNSET = "sc:off"
# `?startgroup=staff-chat` lets an owner choose a group; the bot joins it and gets this payload there.
_PAYLOAD = "staff-chat"


def register(application: TyrnaApplication) -> None:
    new, groups = filters.UpdateType.MESSAGE, filters.ChatType.GROUPS
    application.add_handler(CommandHandler("staff_chat", set_here, new & groups), Order.STAFF)
    application.add_handler(CommandHandler("start", set_here, new & groups & filters.Regex(rf"\s{_PAYLOAD}$")), Order.STAFF)
    application.add_handler(CommandHandler("staff_chat", show, new & filters.ChatType.PRIVATE), Order.STAFF)
    application.add_handler(CallbackQueryHandler(unset, f"^{_UNSET}$"), Order.STAFF)


async def staff_chat(context: Context) -> int | None:
    """The id of the staff chat, if one is set."""
    found = await context.services.store.setting(_CHAT)
    return int(found) if found else None


async def tell_staff(context: Context, said: Said, markup: Buttons = None) -> list[Message]:
    """Write to the staff chat in the language of the owner who set it; if there is none or it is closed to the bot, to each owner in theirs.

    Returns what was sent. Raises `TelegramError` if Telegram cannot be reached.
    """
    store = context.services.store
    chat_id = await staff_chat(context)
    if chat_id is None:
        return await tell_owners(context, said, markup)
    chosen = await store.setting(_LANGUAGE)
    language = chosen if chosen in LANGUAGES else context.services.settings.default_language
    try:
        return [await send(context, chat_id, language, said, markup)]
    except ChatMigrated as moved:
        await store.set_setting(_CHAT, str(moved.new_chat_id))
        return [await send(context, moved.new_chat_id, language, said, markup)]
    except (Forbidden, BadRequest) as error:
        log.warning("The staff chat %s is closed to the bot, the owners are told instead: %s", chat_id, error)
    await tell_owners(context, lambda language: text("staff-chat-lost", language))
    return await tell_owners(context, said, markup)


@staff_only("owner")
async def set_here(update: Update, context: Context) -> None:
    """In a group: this is the staff chat from now on."""
    chat, user = update.effective_chat, update.effective_user
    assert chat is not None and user is not None
    language = await context.language(update)
    store = context.services.store
    changed = await staff_chat(context) != chat.id
    await store.set_setting(_CHAT, str(chat.id))
    await store.set_setting(_LANGUAGE, language)
    if changed:
        await audit(update, context, "staff-chat-set", str(chat.id))
        # First: a call that fails below is tried again, and then nothing has changed.
        await _tell_others(context, "staff-chat-now", user.id, chat)
    await say(update, context, text("staff-chat-set", language), _unset_button(language))


@staff_only("owner")
async def show(update: Update, context: Context) -> None:
    """In private: which chat it is, and how to choose one."""
    await say(update, context, *await _shown(context, await context.language(update)))


@staff_only("owner")
async def unset(update: Update, context: Context) -> None:
    """A button, in the group or in private."""
    pressed, chat_id = update.callback_query, await staff_chat(context)
    assert pressed is not None
    language = await context.language(update)
    changed = await context.services.store.set_setting(_CHAT, None)
    if changed:
        await audit(update, context, "staff-chat-unset", str(chat_id))
        await _tell_others(context, "staff-chat-no-more", pressed.from_user.id)
    await acknowledge(pressed)
    if update.effective_chat and update.effective_chat.type == Chat.PRIVATE:
        await change(update, context, *await _shown(context, language))
    else:
        await change(update, context, text("staff-chat-unset", language))


async def _shown(context: Context, language: Language) -> tuple[str, InlineKeyboardMarkup]:
    choose = InlineKeyboardButton(text("staff-chat-choose", language), create_deep_linked_url(context.bot.username, _PAYLOAD, group=True))
    chat_id = await staff_chat(context)
    if chat_id is None:
        return text("staff-chat-none", language), InlineKeyboardMarkup([[choose]])
    said = text("staff-chat-is", language, chat=mention(chat_id, await names(context, [chat_id])))
    return said, InlineKeyboardMarkup([[choose], *_unset_button(language).inline_keyboard])


def _unset_button(language: Language) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button(text("staff-chat-off", language), _UNSET)]])


async def _tell_others(context: Context, key: str, by: int, chat: Chat | None = None) -> None:
    values = {"by": await mentioned(context, by)} | ({"chat": mention(chat.id, {chat.id: chat.effective_name or str(chat.id)})} if chat else {})
    await tell_owners(context, lambda language: text(key, language, **values), but=by)
