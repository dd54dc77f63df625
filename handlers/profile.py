"""What Telegram shows of the bot before the first message: its name, descriptions and command menu, in three languages."""

from __future__ import annotations

import logging

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeDefault
from telegram.error import TelegramError
from telegram.ext import ExtBot

from handlers.context import TyrnaApplication
from handlers.texts import text
from kb import LANGUAGES, Language

log = logging.getLogger(__name__)

COMMANDS = (
    "start",
    "films",
    "agreements",
    "people",
    "festival",
    "countries",
    "subscribe",
    "unsubscribe",
    "topics",
    "language",
    "help",
    "about",
    "privacy",
    "my_data",
    "forget_me",
)
# What the menu of a group offers; the rest is for private chats.
GROUP_COMMANDS = ("ask", "films", "agreements", "people", "festival", "countries", "settings", "help")


async def publish(application: TyrnaApplication) -> None:
    """Publish what differs from what Telegram has: it allows few changes of a bot's name a day. The English texts serve everybody else too.

    A refusal is logged and no more: guests are answered all the same.
    """
    for code, language in (("", LANGUAGES[-1]), *((language, language) for language in LANGUAGES)):
        try:
            await _publish(application.bot, code, language)
        except TelegramError as error:
            log.warning("The bot's profile for language %r was not published: %s", code or "any", error)


async def _publish(bot: ExtBot[None], code: str, language: Language) -> None:
    if (await bot.get_my_name(code)).name != (name := text("bot-name", language)):
        await bot.set_my_name(name, code)
    if (await bot.get_my_description(code)).description != (description := text("bot-description", language)):
        await bot.set_my_description(description, code)
    if (await bot.get_my_short_description(code)).short_description != (short := text("bot-short-description", language)):
        await bot.set_my_short_description(short, code)
    for scope, names in ((BotCommandScopeDefault(), COMMANDS), (BotCommandScopeAllGroupChats(), GROUP_COMMANDS)):
        commands = tuple(BotCommand(name, text(f"command-{name.replace('_', '-')}", language)) for name in names)
        if await bot.get_my_commands(scope, code) != commands:
            await bot.set_my_commands(commands, scope, code)
