"""The emulator as a process: its address, control from outside, and a state that outlives it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from tests.emulator import Config, Emulator
from tests.emulator.state import State

TOKEN = "42:" + "x" * 35


@asynccontextmanager
async def process(state: Path) -> AsyncIterator[str]:
    arguments = ("-m", "tests.emulator", "--token", TOKEN, "--state", str(state))
    running = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    assert running.stdout is not None
    try:
        yield (await asyncio.wait_for(running.stdout.readline(), 30)).decode().strip().removesuffix("/bot")
    finally:
        running.terminate()
        assert await asyncio.wait_for(running.wait(), 10) == 0


async def test_control_and_state(tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as session:

        async def post(url: str, **body: Any) -> Any:
            async with session.post(url, json=body) as response:
                return await response.json()

        async def get(url: str) -> Any:
            async with session.get(url) as response:
                return await response.json()

        async with process(tmp_path / "state.json") as server:
            await post(f"{server}/control/person", id=5, name="Aigul", language_code="kk", do="write", **{"with": {"text": "/start"}})
            [update] = (await post(f"{server}/bot{TOKEN}/getUpdates"))["result"]
            assert update["message"]["from"] == {"id": 5, "is_bot": False, "first_name": "Aigul", "language_code": "kk"}
            await post(f"{server}/control/fault", kind="500", method="sendMessage")
            assert not (await post(f"{server}/bot{TOKEN}/sendMessage", chat_id=5, text="lost"))["ok"]
            keyboard = {"inline_keyboard": [[{"text": "ҚАЗ", "callback_data": "x"}]]}
            assert (await post(f"{server}/bot{TOKEN}/sendMessage", chat_id=5, text="сәлем", reply_markup=keyboard))["ok"]
            assert [m["html"] for m in await get(f"{server}/control/messages?chat=5")] == ["/start", "сәлем"]
            query = (await post(f"{server}/control/person", id=5, do="press", **{"with": {"label": "ҚАЗ"}}))["result"]
            await post(f"{server}/control/advance", seconds=100)
            assert "too old" in (await post(f"{server}/bot{TOKEN}/answerCallbackQuery", callback_query_id=query))["description"]
            assert [call["status"] for call in await get(f"{server}/control/calls?method=sendMessage")] == [500, 200]
            assert "no button" in (await post(f"{server}/control/person", id=5, do="press", **{"with": {"label": "РУС"}}))["error"]
            assert "no action" in (await post(f"{server}/control/person", id=5, do="dance"))["error"]
            poll = {"kind": "poll", "content": {"id": "1"}}
            assert isinstance((await post(f"{server}/control/update", **poll))["update_id"], int)
            assert "update: poll.question: Field required" in await get(f"{server}/control/violations")
    state = State.load(tmp_path / "state.json")
    async with Emulator(Config(TOKEN), state=state) as emulator:
        assert emulator.person("Aigul", "kk", 5).screen == "> /start\nсәлем\n[ҚАЗ]"
        updates = await emulator.poll(0, 100, 0, None)
        assert [set(u) - {"update_id"} for u in updates] == [{"message"}, {"callback_query"}, {"poll"}], "unconfirmed updates come again"


async def test_files_are_kept_too(tmp_path: Path) -> None:
    async with Emulator() as emulator:
        file_id = emulator.keep_file(b"\x00\xff", "x")["file_id"]
        emulator.state.save(tmp_path / "state.json")
    assert State.load(tmp_path / "state.json").files[file_id].content == b"\x00\xff"
