"""A Bot API as far away as the real one, and the environment of a bot that talks to it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from aiohttp import web

from tests.emulator import Emulator
from tests.emulator.server import Call
from tests.emulator.state import Json

# The round trip to Telegram, in seconds; what is sent is there after the first half of it.
ROUND_TRIP = 0.08


class DistantEmulator(Emulator):
    """Carries out a call after half a round trip, and answers after the other half."""

    async def _carry_out(self, call: Call, parameters: Json, files: object) -> web.Response:
        await asyncio.sleep(ROUND_TRIP / 2)
        response = await super()._carry_out(call, parameters, files)  # type: ignore[arg-type]
        await asyncio.sleep(ROUND_TRIP / 2)
        return response


def environment(emulator: Emulator, data_dir: Path, state: Path | str, **more: str) -> dict[str, str]:
    """What `bot.py run` needs to talk to the emulator; `more` are further variables."""
    wired = {
        "TYRNA_TELEGRAM__TOKEN": emulator.token,
        "TYRNA_TELEGRAM__API_URL": emulator.url,
        "TYRNA_DATA_DIR": str(data_dir),
        "TYRNA_STATE__URL": state if isinstance(state, str) else f"sqlite:///{state}",
        "PYTHONPATH": ".",
    }
    return os.environ | wired | more
