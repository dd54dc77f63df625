"""Calls to Telegram whose answers are read no further than needed: with PTB's objects for what is sent and what comes back a message would
cost three times as much of the processor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram import Bot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter


async def call(bot: Bot, method: str, parameters: Mapping[str, Any]) -> Any:
    """Call a method of the Bot API; its `result` as JSON has it. A parameter that is None is left out. No files.

    Raises:
        TelegramError: as PTB's own methods.
    """
    return await bot.request.post(f"{bot.base_url}/{method}", RequestData([RequestParameter(name, value, None) for name, value in parameters.items()]))
