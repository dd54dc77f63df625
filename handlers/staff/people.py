"""How staff are named, and how their private chats are reached. Names are asked of Telegram each time: the bot keeps none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import TelegramError

from handlers.context import Context
from handlers.render import escaped_text
from kb import Language

log = logging.getLogger(__name__)

# What is said to people of several languages: a text, or what makes it in a language; its buttons in the same way.
Said = str | Callable[[Language], str]
Buttons = InlineKeyboardMarkup | Callable[[Language], InlineKeyboardMarkup] | None


async def names(context: Context, ids: Iterable[int]) -> dict[int, str]:
    """Id → the name of a person or group, as plain text; the id itself where Telegram tells the bot no name."""
    wanted = sorted(set(ids))
    return dict(zip(wanted, await asyncio.gather(*(_name(context, each) for each in wanted)), strict=True))


async def _name(context: Context, chat_id: int) -> str:
    try:
        return (await context.bot.get_chat(chat_id)).effective_name or str(chat_id)
    except TelegramError:
        return str(chat_id)


def mention(chat_id: int, known: dict[int, str]) -> str:
    """A name in HTML, for a person with a link to them."""
    name = escaped_text(known.get(chat_id, str(chat_id)))
    return f'<a href="tg://user?id={chat_id}">{name}</a>' if chat_id > 0 else name


async def mentioned(context: Context, chat_id: int) -> str:
    """A name in HTML, asked of Telegram now."""
    return mention(chat_id, await names(context, [chat_id]))


async def send(context: Context, chat_id: int, language: Language, said: Said, markup: Buttons = None) -> Message:
    return await context.bot.send_message(
        chat_id,
        said if isinstance(said, str) else said(language),
        ParseMode.HTML,
        reply_markup=markup(language) if callable(markup) else markup,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def tell_person(context: Context, user_id: int, said: Said, markup: Buttons = None) -> Message | None:
    """Write to a person in their language; None if they cannot be reached, which is only logged."""
    language = await context.services.store.language(user_id) or context.services.settings.default_language
    try:
        return await send(context, user_id, language, said, markup)
    except TelegramError as error:
        log.warning("Person %s of the staff could not be told: %s", user_id, error)
        return None


async def tell_owners(context: Context, said: Said, markup: Buttons = None, but: int | None = None) -> list[Message]:
    """Write to every owner, but for the one who knows already; what was sent."""
    owners = context.services.settings.staff.owners
    sent = [await tell_person(context, owner, said, markup) for owner in dict.fromkeys(owners) if owner != but]
    return [message for message in sent if message]
