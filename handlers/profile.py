"""What Telegram shows of the bot before the first message: its name, descriptions and command menu, in three languages."""

from __future__ import annotations

import logging

from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats
from telegram.error import TelegramError
from telegram.ext import ExtBot

from handlers.context import TyrnaApplication
from handlers.texts import text
from kb import LANGUAGES, Language

log = logging.getLogger(__name__)

COMMANDS = (
    "start",
    "programme",
    "my_reminders",
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

# Telegram's language codes, each with the language of the texts under it; those without a code serve everybody else.
MENU_LANGUAGES: tuple[tuple[str, Language], ...] = (("", LANGUAGES[-1]), *((language, language) for language in LANGUAGES))


async def publish(application: TyrnaApplication) -> None:
    """Publish what differs from what Telegram has: it allows few changes of a bot's name a day. The English texts serve everybody else too.

    A refusal is logged and no more: guests are answered all the same.
    """
    for code, language in MENU_LANGUAGES:
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
    await publish_commands(bot, COMMANDS, code, language)
    await publish_commands(bot, GROUP_COMMANDS, code, language, BotCommandScopeAllGroupChats())


def command_key(command: str) -> str:
    """The key of the text that says what a command is for."""
    return f"command-{command.replace('_', '-')}"


async def publish_commands(bot: ExtBot[None], names: tuple[str, ...], code: str, language: Language, scope: BotCommandScope | None = None) -> None:
    """The command menu in one language, for everybody or in a scope such as one private chat, if Telegram has another."""
    commands = tuple(BotCommand(name, text(command_key(name), language)) for name in names)
    if await bot.get_my_commands(scope, language_code=code) != commands:
        await bot.set_my_commands(commands, scope, language_code=code)
