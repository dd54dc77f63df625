"""Each refusal happens, with Telegram's code and words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator import Config, Emulator, Person
from tests.emulator.conftest import Bot


@pytest.fixture
def guest(emulator: Emulator) -> Person:
    """Somebody who has started the bot."""
    person = emulator.person("Guest")
    person.write("/start")
    return person


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: text must be non-empty"),
        ("<b></b>", "Bad Request: text must be non-empty"),
        ("x" * 4097, "Bad Request: message is too long"),
        ("🎬" * 2049, "Bad Request: message is too long"),
        ("<b>x</b>" * 4097, "Bad Request: text is too long"),
        ("<b>x", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_texts(guest: Person, bot: Bot, text: str, description: str) -> None:
    assert await bot.refused("sendMessage", chat_id=guest.id, text=text, parse_mode="HTML") == description
    await guest.sees_nothing(0.01)


async def test_the_longest_text_passes_since_tags_do_not_count(guest: Person, bot: Bot) -> None:
    assert await bot("sendMessage", chat_id=guest.id, text="<b>" + "x" * 4096 + "</b>", parse_mode="html")
    assert await bot("sendMessage", chat_id=guest.id, text="&amp;" * 4096, parse_mode="HTML")


async def test_a_parse_mode_that_does_not_exist(guest: Person, bot: Bot) -> None:
    assert await bot.refused("sendMessage", chat_id=guest.id, text="x", parse_mode="BBCode") == "Bad Request: unsupported parse_mode"


@pytest.mark.parametrize(("length", "passes"), [(1024, True), (1025, False)])
async def test_captions(guest: Person, bot: Bot, length: int, passes: bool) -> None:
    answer = await bot("sendPhoto", chat_id=guest.id, photo="https://e.kz/a.jpg", caption="x" * length)
    assert bool(answer) is passes
    assert passes or bot.answer["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (keyboard({"text": "x", "callback_data": "қ" * 33}), "Bad Request: BUTTON_DATA_INVALID"),
        (keyboard({"text": "x", "callback_data": ""}), "Bad Request: BUTTON_DATA_INVALID"),
        (keyboard({"text": "x"}), "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        (keyboard({"text": "x", "url": "e.kz"}), "Bad Request: inline keyboard button URL 'e.kz' is invalid: Wrong HTTP URL"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101}, "Bad Request: reply markup is too long"),
    ],
)
async def test_keyboards(guest: Person, bot: Bot, markup: dict[str, Any], description: str) -> None:
    assert await bot.refused("sendMessage", chat_id=guest.id, text="x", reply_markup=markup) == description


async def test_keyboards_at_their_limits_pass(guest: Person, bot: Bot) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "қ" * 32}]] * 100}
    assert await bot("sendMessage", chat_id=guest.id, text="x", reply_markup=markup)


async def test_edits(guest: Person, bot: Bot) -> None:
    rows = keyboard({"text": "x", "callback_data": "x"})
    sent = await bot("sendMessage", chat_id=guest.id, text="<b>x</b>", parse_mode="HTML", reply_markup=rows)
    edit = {"chat_id": guest.id, "message_id": sent["message_id"]}
    same = await bot.refused("editMessageText", **edit, text=" <strong>x</strong> ", parse_mode="HTML", reply_markup=rows)
    assert same.startswith("Bad Request: message is not modified: specified new message content and reply markup are exactly the same")
    assert await bot("editMessageText", **edit, text="x", reply_markup=rows), "other entities are another message"
    assert await bot("editMessageText", **edit, text="x"), "no keyboard is another keyboard"
    assert "not modified" in await bot.refused("editMessageReplyMarkup", **edit)
    assert await bot("editMessageReplyMarkup", **edit, reply_markup=rows)
    assert await bot.refused("editMessageText", chat_id=guest.id, message_id=999, text="y") == "Bad Request: message to edit not found"
    assert await bot.refused("editMessageText", chat_id=guest.id, message_id=1, text="y") == "Bad Request: message can't be edited"
    assert await bot.refused("editMessageText", chat_id=guest.id, text="y") == "Bad Request: message identifier is not specified"
    assert await bot.refused("editMessageText", inline_message_id="x", text="y") == "Bad Request: MESSAGE_ID_INVALID"
    assert await bot.refused("editMessageCaption", **edit, caption="y") == "Bad Request: there is no caption in the message to edit"
    guest.freeze(guest.last)
    assert await bot.refused("editMessageText", **edit, text="y") == "Bad Request: message can't be edited"
    photo = await bot("sendPhoto", chat_id=guest.id, photo="https://e.kz/a.jpg", caption="x")
    description = await bot.refused("editMessageText", chat_id=guest.id, message_id=photo["message_id"], text="y")
    assert description == "Bad Request: there is no text in the message to edit"


async def test_deleting(emulator: Emulator, guest: Person, bot: Bot) -> None:
    assert await bot.refused("deleteMessage", chat_id=guest.id, message_id=9) == "Bad Request: message to delete not found"
    assert await bot("deleteMessage", chat_id=guest.id, message_id=1)
    assert await bot.refused("deleteMessages", chat_id=guest.id, message_ids=[1] * 101) == "Bad Request: too many message identifiers specified"
    guest.write("later")
    emulator.advance(49 * 3600)
    assert await bot.refused("deleteMessage", chat_id=guest.id, message_id=2) == "Bad Request: message can't be deleted for everyone"


async def test_replies_copies_reactions_and_actions(guest: Person, bot: Bot) -> None:
    reply = {"message_id": 999}
    assert await bot.refused("sendMessage", chat_id=guest.id, text="x", reply_parameters=reply) == "Bad Request: message to be replied not found"
    sent = await bot("sendMessage", chat_id=guest.id, text="x", reply_parameters=reply | {"allow_sending_without_reply": True})
    assert "reply_to_message" not in sent
    sent = await bot("sendMessage", chat_id=guest.id, text="x", reply_parameters={"message_id": 1})
    assert sent["reply_to_message"]["text"] == "/start"
    copy = {"chat_id": guest.id, "from_chat_id": guest.id}
    assert await bot.refused("copyMessage", **copy, message_id=999) == "Bad Request: message to copy not found"
    assert (await bot("copyMessage", **copy, message_id=1))["message_id"] > sent["message_id"]
    assert await bot.refused("forwardMessage", **copy, message_id=999) == "Bad Request: message to forward not found"
    assert (await bot("forwardMessage", **copy, message_id=1))["forward_origin"]["sender_user"]["id"] == guest.id
    reaction = [{"type": "emoji", "emoji": "👍"}]
    assert await bot.refused("setMessageReaction", chat_id=guest.id, message_id=999, reaction=reaction) == "Bad Request: message to react not found"
    assert await bot("setMessageReaction", chat_id=guest.id, message_id=1, reaction=reaction)
    assert await guest.sees_reaction(1) == reaction
    assert await bot("sendChatAction", chat_id=guest.id, action="typing")
    assert await bot.refused("sendChatAction", chat_id=guest.id, action="dancing") == "Bad Request: wrong parameter action in request"


async def test_strangers_blockers_and_deleted_accounts(emulator: Emulator, guest: Person, bot: Bot) -> None:
    stranger = emulator.person("Stranger")
    assert await bot.refused("sendMessage", chat_id=stranger.id, text="x") == "Bad Request: chat not found"
    emulator.group(stranger)
    assert await bot.refused("sendMessage", chat_id=stranger.id, text="x") == "Forbidden: bot can't initiate conversation with a user"
    assert bot.answer["status"] == 403
    guest.block()
    assert await bot.refused("sendMessage", chat_id=guest.id, text="x") == "Forbidden: bot was blocked by the user"
    guest.unblock()
    assert await bot("sendMessage", chat_id=guest.id, text="x")
    statuses = [u["my_chat_member"]["new_chat_member"]["status"] for u in await bot("getUpdates") if "my_chat_member" in u]
    assert statuses == ["kicked", "member"]
    guest.delete_account()
    assert await bot.refused("sendMessage", chat_id=guest.id, text="x") == "Forbidden: user is deactivated"


async def test_groups_that_the_bot_may_not_write_to(emulator: Emulator, guest: Person, bot: Bot) -> None:
    group = emulator.group(guest)
    group.forbid_files()
    assert (
        await bot.refused("sendDocument", chat_id=group.id, document="https://example.org/a") == "Bad Request: not enough rights to send documents to the chat"
    )
    assert await bot("sendMessage", chat_id=group.id, text="x")
    group.forbid_writing()
    assert await bot.refused("sendMessage", chat_id=group.id, text="x") == "Bad Request: not enough rights to send text messages to the chat"
    assert await bot("leaveChat", chat_id=group.id)
    assert await bot.refused("sendMessage", chat_id=group.id, text="x") == "Forbidden: bot is not a member of the supergroup chat"
    basic = emulator.group(guest, kind="group")
    basic.remove_bot(guest)
    assert await bot.refused("sendMessage", chat_id=basic.id, text="x") == "Forbidden: bot was kicked from the group chat"


async def test_a_group_that_became_a_supergroup(emulator: Emulator, guest: Person, bot: Bot) -> None:
    group = emulator.group(guest, kind="group")
    new = group.migrate(guest)
    assert await bot.refused("sendMessage", chat_id=group.id, text="x") == "Bad Request: group chat was upgraded to a supergroup chat"
    assert bot.answer["parameters"] == {"migrate_to_chat_id": new.id}
    moved = [u["message"] for u in await bot("getUpdates")][-2:]
    assert moved[0]["migrate_to_chat_id"] == new.id and moved[1]["migrate_from_chat_id"] == group.id


async def test_callback_queries_are_answered_once_and_in_time(emulator: Emulator, guest: Person, bot: Bot) -> None:
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await bot("sendMessage", chat_id=guest.id, text="x", reply_markup=keyboard({"text": "x", "callback_data": "x"}))
    assert await bot.refused("answerCallbackQuery", callback_query_id="1") == too_old
    query = guest.press("x")
    assert await bot.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201) == "Bad Request: MESSAGE_TOO_LONG"
    assert await bot("answerCallbackQuery", callback_query_id=query, text="x" * 200)
    assert await bot.refused("answerCallbackQuery", callback_query_id=query) == too_old
    late = guest.press("x")
    emulator.advance(61)
    assert await bot.refused("answerCallbackQuery", callback_query_id=late) == too_old


def article(result_id: str, **more: Any) -> dict[str, Any]:
    return {"type": "article", "id": result_id, "title": "x", "input_message_content": {"message_text": "<b>x</b>", "parse_mode": "HTML"}, **more}


@pytest.mark.parametrize(
    ("results", "description"),
    [
        ([article(str(i)) for i in range(51)], "Bad Request: too many inline query results specified"),
        ([article("1"), article("1")], "Bad Request: RESULT_ID_DUPLICATE"),
        ([article("")], "Bad Request: RESULT_ID_EMPTY"),
        ([article("x" * 65)], "Bad Request: RESULT_ID_INVALID"),
        ([article("1", input_message_content={"message_text": ""})], "Bad Request: message text is empty"),
        ([article("1", input_message_content={"message_text": "x" * 4097})], "Bad Request: message is too long"),
        ([article("1", reply_markup=keyboard({"text": "x", "callback_data": "x" * 65}))], "Bad Request: BUTTON_DATA_INVALID"),
    ],
)
async def test_inline_results(emulator: Emulator, guest: Person, bot: Bot, results: list[dict[str, Any]], description: str) -> None:
    assert await bot.refused("answerInlineQuery", inline_query_id=guest.inline_query("x"), results=results) == description


async def test_inline_queries_are_answered_once_and_in_time(emulator: Emulator, guest: Person, bot: Bot) -> None:
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    query = guest.inline_query("x")
    assert await bot("answerInlineQuery", inline_query_id=query, results=[article(str(i)) for i in range(50)])
    assert await bot.refused("answerInlineQuery", inline_query_id=query, results=[]) == too_old
    late = guest.inline_query("y")
    emulator.advance(11)
    assert await bot.refused("answerInlineQuery", inline_query_id=late, results=[]) == too_old
    assert await bot.refused("answerInlineQuery", inline_query_id="1", results=[]) == too_old


@pytest.mark.parametrize(
    ("commands", "description"),
    [
        ([{"command": "Start", "description": "x"}], "Bad Request: BOT_COMMAND_INVALID"),
        ([{"command": "start", "description": ""}], "Bad Request: command description must be non-empty"),
        ([{"command": "x" * 33, "description": "x"}], "Bad Request: command length must not exceed 32"),
        ([{"command": "start", "description": "x" * 257}], "Bad Request: command description length must not exceed 256"),
        ([{"command": "start", "description": "x"}] * 101, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands(bot: Bot, commands: list[dict[str, str]], description: str) -> None:
    assert await bot.refused("setMyCommands", commands=commands) == description


async def test_names_and_descriptions(bot: Bot) -> None:
    assert await bot("setMyName", name="x" * 64) and "too long" in await bot.refused("setMyName", name="x" * 65)
    assert await bot("setMyDescription", description="x" * 512) and "too long" in await bot.refused("setMyDescription", description="x" * 513)
    assert await bot("setMyShortDescription", short_description="x" * 120, language_code="kk")
    assert "too long" in await bot.refused("setMyShortDescription", short_description="x" * 121)
    assert (await bot("getMyShortDescription", language_code="kk"))["short_description"] == "x" * 120


async def test_tokens_methods_and_files(emulator: Emulator, bot: Bot) -> None:
    async with bot.session.post(f"{emulator.url}1:wrong/getMe") as response:
        assert response.status == 401 and await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert await bot.refused("getNothing") == "Not Found: method not found"
    assert (await bot("GETME"))["username"] == Config.username
    assert await bot.refused("getFile", file_id="x") == "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert await bot.refused("getChat", chat_id="@nobody") == "Bad Request: chat not found"


async def test_webhooks(bot: Bot) -> None:
    assert "HTTPS" in await bot.refused("setWebhook", url="http://e.kz/")
    assert "ports 80, 88, 443 or 8443" in await bot.refused("setWebhook", url="https://e.kz:8444/")
    assert "unallowed characters" in await bot.refused("setWebhook", url="https://e.kz/", secret_token="қ")
    assert await bot("setWebhook", url="https://e.kz/", secret_token="x")
    assert (await bot("getWebhookInfo"))["url"] == "https://e.kz/"
    assert (await bot.refused("getUpdates")).startswith("Conflict: can't use getUpdates method while webhook is active")
    assert await bot("deleteWebhook") and await bot("getUpdates") == []
