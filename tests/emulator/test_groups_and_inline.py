"""Groups, forum topics, channels and inline mode."""

from __future__ import annotations

import aiohttp
import pytest

from tests.emulator import Config, Emulator
from tests.emulator.conftest import Bot


async def texts(bot: Bot) -> list[str]:
    return [update["message"].get("text", "") for update in await bot("getUpdates") if "message" in update]


async def test_privacy_mode(emulator: Emulator, bot: Bot) -> None:
    aigul, berik = emulator.person("Aigul"), emulator.person("Berik")
    group = emulator.group(aigul, berik)
    sent = await bot("sendMessage", chat_id=group.id, text="I am here")
    aigul.write("hello all", group)
    aigul.write(f"@{Config.username} hello", group)
    aigul.write("/help", group)
    berik.write(f"/help@{Config.username}", group)
    berik.write("/help@another_bot", group)
    berik.write("yes", group, reply_to=sent["message_id"])
    assert await texts(bot) == [f"@{Config.username} hello", "/help", f"/help@{Config.username}", "yes"]
    group.add_bot(aigul, as_administrator=True)
    aigul.write("administrators hear all", group)
    assert "administrators hear all" in await texts(bot)


async def test_members(emulator: Emulator, bot: Bot) -> None:
    aigul, berik = emulator.person("Aigul"), emulator.person("Berik")
    group = emulator.group(aigul)
    group.promote(aigul, "creator")
    group.add_bot(aigul, as_administrator=True)
    group.join(berik)
    statuses = [(await bot("getChatMember", chat_id=group.id, user_id=u))["status"] for u in (aigul.id, berik.id, emulator.me["id"])]
    assert statuses == ["creator", "member", "administrator"]
    assert [m["user"]["id"] for m in await bot("getChatAdministrators", chat_id=group.id)] == [aigul.id, emulator.me["id"]]
    assert (await bot("getChat", chat_id=group.id))["title"] == "Korkyt Ata guests"
    assert await bot("getChatMemberCount", chat_id=group.id) == 3


async def test_forum_topics(emulator: Emulator, bot: Bot) -> None:
    aigul = emulator.person()
    forum = emulator.group(aigul, topics={7: "Films"})
    aigul.write("/help", forum, topic=7)
    [update] = await bot("getUpdates")
    assert update["message"]["message_thread_id"] == 7 and update["message"]["is_topic_message"] and update["message"]["chat"]["is_forum"]
    sent = await bot("sendMessage", chat_id=forum.id, text="x", message_thread_id=7)
    assert sent["is_topic_message"]
    assert await bot.refused("sendMessage", chat_id=forum.id, text="x", message_thread_id=8) == "Bad Request: message thread not found"


async def test_channels(emulator: Emulator, bot: Bot) -> None:
    channel = emulator.channel()
    channel.post("News")
    assert (await bot("getUpdates"))[0]["channel_post"]["text"] == "News"
    sent = await bot("sendMessage", chat_id=f"@{channel.chat.about['username']}", text="x")
    assert sent["sender_chat"]["id"] == channel.id and "from" not in sent


async def test_message_ids_count_in_each_chat(emulator: Emulator, bot: Bot) -> None:
    aigul, berik = emulator.person("Aigul"), emulator.person("Berik")
    assert [aigul.write("a").id, aigul.write("b").id, berik.write("a").id] == [1, 2, 1]


async def test_inline_mode(emulator: Emulator, bot: Bot) -> None:
    aigul = emulator.person()
    aigul.write("/start")
    keyboard = {"inline_keyboard": [[{"text": "more", "callback_data": "more"}]]}
    content = {"message_text": "<b>Qaitadan</b>", "parse_mode": "HTML"}
    article = {"type": "article", "id": "1", "title": "Qaitadan", "input_message_content": content, "reply_markup": keyboard}
    query = aigul.inline_query("qait")
    await bot("answerInlineQuery", inline_query_id=query, results=[article])
    assert [result["title"] for result in (await aigul.inline_answer(query))["results"]] == ["Qaitadan"]
    assert aigul.choose(query, "1").html == "<b>Qaitadan</b>"
    chosen = (await bot("getUpdates"))[-1]["chosen_inline_result"]
    assert chosen["query"] == "qait" and chosen["result_id"] == "1"
    aigul.press_inline(chosen["inline_message_id"], "more")
    assert (await bot("getUpdates"))[-1]["callback_query"]["inline_message_id"] == chosen["inline_message_id"]
    assert await bot("editMessageText", inline_message_id=chosen["inline_message_id"], text="more of it") is True
    assert (await aigul.sees("more of it")).edited


async def test_what_a_person_sends_reaches_the_bot(emulator: Emulator, bot: Bot) -> None:
    aigul = emulator.person()
    for send in (aigul.send_sticker, aigul.send_photo, aigul.send_voice, aigul.send_document, aigul.send_contact, aigul.send_location):
        send()
    aigul.forward("text of another")
    kinds = [set(u["message"]) & {"sticker", "photo", "voice", "document", "contact", "location", "forward_origin"} for u in await bot("getUpdates")]
    assert [kind for found in kinds for kind in found] == ["sticker", "photo", "voice", "document", "contact", "location", "forward_origin"]


async def test_waiting_fails_with_the_screen(emulator: Emulator, bot: Bot) -> None:
    aigul = emulator.person()
    aigul.write("hello")
    with pytest.raises(AssertionError, match="> hello"):
        await aigul.sees("never", timeout=0.05)
    with pytest.raises(AssertionError, match="no message"):
        await aigul.next_message(0.05)
    with pytest.raises(AssertionError, match="there is no button"):
        aigul.press("x")
    await bot("sendMessage", chat_id=aigul.id, text="x")
    with pytest.raises(AssertionError, match="silence"):
        await aigul.sees_nothing(0.05)
    aigul.write("again")
    with pytest.raises(AssertionError):
        await aigul.sees("x", timeout=0.05)


async def test_get_me_tells_what_was_configured() -> None:
    config = Config(supports_inline_queries=False, can_join_groups=False, username="other_bot")
    async with Emulator(config) as emulator, aiohttp.ClientSession() as session:
        me = await Bot(emulator, session)("getMe")
    assert (me["supports_inline_queries"], me["can_join_groups"], me["username"]) == (False, False, "other_bot")
