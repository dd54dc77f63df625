"""The command menu of staff: what each may use, in their private chat only. Everybody else keeps the menu of guests."""

from __future__ import annotations

import logging
from typing import Literal

from telegram import BotCommandScopeChat
from telegram.error import TelegramError
from telegram.ext import ExtBot

from handlers.context import Services, TyrnaApplication
from handlers.profile import COMMANDS, MENU_LANGUAGES, publish_commands
from handlers.staff.rights import Role

log = logging.getLogger(__name__)

STAFF_COMMANDS: dict[str, Role | Literal["any"]] = {
    "staff": "owner",
    "staff_chat": "owner",
    "audit": "owner",
    "health": "owner",
    "announce": "announcer",
    "announcements": "announcer",
    "programme_template": "editor",
    "unanswered": "editor",
    "stats": "any",
    "qr": "any",
    "edit": "editor",
    "taught": "editor",
    "kb": "editor",
}


async def publish(application: TyrnaApplication) -> None:
    """Bring every menu of staff up to date, also of those who are staff no more."""
    services: Services = application.bot_data["services"]
    people = {*services.settings.staff.owners, *(user_id for user_id, _ in await services.store.staff()), *await services.store.menus()}
    for user_id in sorted(people):
        await refresh(application.bot, services, user_id)


async def refresh(bot: ExtBot[None], services: Services, user_id: int) -> None:
    """Bring one person's menu in line with their rights. A refusal, as of somebody who never wrote to the bot, is logged; the next start tries again."""
    scope = BotCommandScopeChat(user_id)
    commands = await commands_of(services, user_id)
    try:
        if commands:
            for code, language in MENU_LANGUAGES:
                await publish_commands(bot, (*commands, *COMMANDS), code, language, scope)
            await services.store.note_menu(user_id, True)
        elif user_id in await services.store.menus():
            for code, _ in MENU_LANGUAGES:
                await bot.delete_my_commands(scope, language_code=code)
            await services.store.note_menu(user_id, False)
    except TelegramError as error:
        log.warning("The command menu of person %s could not be changed: %s", user_id, error)


async def commands_of(services: Services, user_id: int) -> tuple[str, ...]:
    """The commands of staff that a person may use; none for a guest."""
    roles = await services.store.roles(user_id)
    owner = user_id in services.settings.staff.owners
    return tuple(command for command, role in STAFF_COMMANDS.items() if owner or role in roles or (role == "any" and roles))
