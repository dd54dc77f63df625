"""Every encoding of a request is read alike; files go up and come down."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from tests.emulator import Emulator
from tests.emulator.conftest import Bot

KEYBOARD = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}


@pytest.mark.parametrize("encoding", ["query", "form", "json", "multipart"])
async def test_encodings(emulator: Emulator, bot: Bot, encoding: str) -> None:
    guest = emulator.person()
    guest.write("/start")
    parameters: dict[str, Any] = {"chat_id": guest.id, "text": "сәлем & 🎬", "reply_markup": KEYBOARD, "disable_notification": True}
    flat = parameters | {"chat_id": str(guest.id), "reply_markup": json.dumps(KEYBOARD), "disable_notification": "true"}
    multipart = aiohttp.FormData(flat, default_to_multipart=True)
    url = f"{emulator.url}{emulator.token}/sendMessage"
    sends: dict[str, dict[str, Any]] = {"query": {"params": flat}, "form": {"data": flat}, "json": {"json": parameters}, "multipart": {"data": multipart}}
    method = "GET" if encoding == "query" else "POST"
    async with bot.session.request(method, url, **sends[encoding]) as response:
        assert response.status == 200, await response.text()
    seen = await guest.sees("сәлем &amp; 🎬")
    assert seen.labels == ["x"]


async def upload(emulator: Emulator, session: aiohttp.ClientSession, method: str, content: bytes, **fields: str) -> dict[str, Any]:
    form = aiohttp.FormData(fields)
    form.add_field("upload" if "media" in fields else method.removeprefix("send").lower(), BytesIO(content), filename="a.bin")
    async with session.post(f"{emulator.url}{emulator.token}/{method}", data=form) as response:
        return dict(await response.json())


async def test_files(emulator: Emulator, bot: Bot) -> None:
    guest = emulator.person()
    guest.write("/start")
    for kind, content in (("Document", b"document"), ("Photo", b"photo"), ("Video", b"video")):
        answer = await upload(emulator, bot.session, f"send{kind}", content, chat_id=str(guest.id), caption="<b>x</b>", parse_mode="HTML")
        assert answer["ok"], answer
        media = answer["result"][kind.lower()]
        file_id = (media[-1] if isinstance(media, list) else media)["file_id"]
        path = (await bot("getFile", file_id=file_id))["file_path"]
        async with bot.session.get(f"{emulator.file_url}{emulator.token}/{path}") as response:
            assert await response.read() == content
        assert guest.last.html == f"({kind.lower()}) <b>x</b>"
        assert await bot(f"send{kind}", chat_id=guest.id, **{kind.lower(): file_id})
    too_big = await upload(emulator, bot.session, "sendPhoto", b"x" * (10 * 2**20 + 1), chat_id=str(guest.id))
    assert too_big["error_code"] == 413
    assert await bot.refused("sendPhoto", chat_id=guest.id, photo="unknown") == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_media_and_captions_are_edited(emulator: Emulator, bot: Bot) -> None:
    guest = emulator.person()
    guest.write("/start")
    sent = await bot("sendPhoto", chat_id=guest.id, photo="https://e.kz/a.jpg", caption="a")
    edit = {"chat_id": str(guest.id), "message_id": str(sent["message_id"])}
    assert await bot("editMessageCaption", **edit, caption="b")
    assert guest.last.html == "(photo) b" and guest.last.edited
    media = json.dumps({"type": "document", "media": "attach://upload", "caption": "c"})
    answer = await upload(emulator, bot.session, "editMessageMedia", b"new", **edit, media=media)
    assert answer["ok"], answer
    assert guest.last.html == "(document) c"


async def test_a_file_of_a_person_can_be_fetched(emulator: Emulator, bot: Bot) -> None:
    guest = emulator.person()
    document = guest.send_document(b"content").content["document"]
    path = (await bot("getFile", file_id=document["file_id"]))["file_path"]
    async with bot.session.get(f"{emulator.file_url}{emulator.token}/{path}") as response:
        assert await response.read() == b"content"
