"""What people do reaches the bot, what the bot sends is what they see."""

from __future__ import annotations

from tests.emulator import Emulator
from tests.emulator.conftest import Bot


async def test_a_person_writes_and_sees_the_answer(emulator: Emulator, bot: Bot) -> None:
    aigul = emulator.person("Aigul", "kk")
    aigul.write("/start now")
    [update] = await bot("getUpdates")
    assert update["message"]["text"] == "/start now"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["language_code"] == "kk"
    keyboard = {"inline_keyboard": [[{"text": "ҚАЗ", "callback_data": "flip"}, {"text": "Сайт", "url": "https://example.kz/"}]]}
    await bot("sendMessage", chat_id=aigul.id, text="<b>Сәлем</b> &amp; 🎬", parse_mode="HTML", reply_markup=keyboard)
    assert (await aigul.sees("Сәлем")).html == "<b>Сәлем</b> &amp; 🎬"
    assert aigul.screen == "> /start now\n<b>Сәлем</b> &amp; 🎬\n[ҚАЗ][Сайт]"
    assert aigul.press("Сайт") == "https://example.kz/"
    query = aigul.press("ҚАЗ")
    [_, pressed] = await bot("getUpdates")
    assert pressed["callback_query"]["data"] == "flip" and pressed["callback_query"]["id"] == query
    await bot("answerCallbackQuery", callback_query_id=query, text="Болды")
    assert await aigul.popup(query) == "Болды"
    await bot("editMessageText", chat_id=aigul.id, message_id=aigul.last.id, text="Hello")
    assert (await aigul.sees("Hello")).edited


async def test_a_button_of_a_deleted_message_carries_no_message(emulator: Emulator, bot: Bot) -> None:
    aigul = emulator.person()
    aigul.write("/start")
    await bot("sendMessage", chat_id=aigul.id, text="x", reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]})
    gone = aigul.last
    await bot("deleteMessages", chat_id=aigul.id, message_ids=[gone.id, 999])
    aigul.press_data(gone, "x")
    message = (await bot("getUpdates"))[-1]["callback_query"]["message"]
    assert message["date"] == 0 and "text" not in message
