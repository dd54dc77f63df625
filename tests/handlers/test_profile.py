"""What Telegram shows of the bot before the first message."""

from __future__ import annotations

import pytest
from telegram.constants import BotDescriptionLimit, BotNameLimit

from handlers.profile import COMMANDS, publish
from handlers.texts import text
from kb import LANGUAGES, Language
from tests.handlers.conftest import Guest


async def test_what_differs_is_published_in_three_languages_and_for_all_others(guest: Guest) -> None:
    await publish(guest.application)
    for method in ("setMyName", "setMyDescription", "setMyShortDescription", "setMyCommands"):
        codes = {call.parameters.get("language_code", "") for call in guest.request.calls if call.method == method}
        assert codes == {"", "kk", "ru", "en"}, method


async def test_what_telegram_has_already_is_not_sent_again(guest: Guest) -> None:
    await publish(guest.application)
    seen = len(guest.request.calls)
    await publish(guest.application)
    assert not [call.method for call in guest.request.calls[seen:] if call.method.startswith("set")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_keep_telegrams_limits(language: Language) -> None:
    assert len(text("bot-name", language)) <= BotNameLimit.MAX_NAME_LENGTH
    assert len(text("bot-description", language)) <= BotDescriptionLimit.MAX_DESCRIPTION_LENGTH
    assert len(text("bot-short-description", language)) <= BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH


async def test_every_command_of_the_menu_is_handled(guest: Guest) -> None:
    for command in COMMANDS:
        said = await guest.write(f"/{command}")
        assert said and "do not know this command" not in said, command
