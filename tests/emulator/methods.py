"""The Bot API's methods. A new one is a function with `@method`: its name in snake case, its parameters checked by the contract before."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiogram.types import BufferedInputFile, ChatMemberAdministrator, ChatMemberRestricted

from tests.emulator import limits
from tests.emulator.core import Core
from tests.emulator.errors import Refused, bad, too_old
from tests.emulator.html import utf16
from tests.emulator.state import Chat, Json

Handler = Callable[[Core, Json], Any | Awaitable[Any]]
HANDLERS: dict[str, Handler] = {}

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
)
# Parameters that a sent message shows again as they are.
_SHOWN = ("message_thread_id", "link_preview_options")


def method(handler: Handler) -> Handler:
    HANDLERS[handler.__name__.rstrip("_").replace("_", "")] = handler
    return handler


# ---------------------------------------------------------------- updates


@method
async def get_updates(core: Core, p: Json) -> list[Json]:
    return await core.poll(p.get("offset", 0), p.get("limit", limits.POLL_LIMIT), p.get("timeout", 0), p.get("allowed_updates"))


@method
def set_webhook(core: Core, p: Json) -> bool:
    address = urlsplit(p["url"])
    if p["url"] and address.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if p["url"] and (address.port or 443) not in limits.WEBHOOK_PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", p.get("secret_token", "")):
        raise bad("secret token contains unallowed characters" if len(p["secret_token"]) <= 256 else "secret token is too long")
    core.state.webhook = {key: p[key] for key in ("url", "max_connections", "allowed_updates", "secret_token") if key in p}
    core.state.allowed_updates = p.get("allowed_updates", core.state.allowed_updates)
    if p.get("drop_pending_updates"):
        core.state.updates.clear()
    if p["url"]:
        core.end_poll("setWebhook request")
    return True


@method
def delete_webhook(core: Core, p: Json) -> bool:
    return bool(set_webhook(core, {"url": ""} | p))


@method
def get_webhook_info(core: Core, p: Json) -> Json:
    webhook = {key: value for key, value in core.state.webhook.items() if key != "secret_token"}
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(core.state.updates)} | webhook


# ---------------------------------------------------------------- sending


def _text(core: Core, p: Json) -> Json:
    if not p.get("text"):
        raise bad("message text is empty")
    text, entities = core.formatted(p["text"], p.get("parse_mode"), p.get("entities"))
    if not text:
        raise bad("text must be non-empty")
    if utf16(text) > limits.MESSAGE_LENGTH:
        raise bad("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def _caption(core: Core, p: Json) -> Json:
    caption, entities = core.formatted(p.get("caption") or "", p.get("parse_mode"), p.get("caption_entities"))
    if utf16(caption) > limits.CAPTION_LENGTH:
        raise bad("message caption is too long")
    return ({"caption": caption} if caption else {}) | ({"caption_entities": entities} if entities else {})


def _media(core: Core, p: Json, kind: str, source: Any) -> Json:
    """The message's field for a photo, document, video …; `source` is an upload, a known file id or an HTTP URL."""
    if isinstance(source, str) and source.startswith("attach://"):
        source = p.get("_files", {}).get(source.removeprefix("attach://"), "")
    if isinstance(source, BufferedInputFile):
        if len(source.data) > (limits.PHOTO_BYTES if kind == "photo" else limits.UPLOAD_BYTES):
            raise Refused(413)
        if not source.data:
            raise bad("file must be non-empty")
        file = core.keep_file(source.data, source.filename or kind)
    elif isinstance(source, str) and re.match(r"https?://", source):
        file = core.keep_file(b"from the web", source.rsplit("/", 1)[-1])
    else:
        file = core.known_file(str(source))
    match kind:
        case "photo":
            return {"photo": [file | {"width": 640, "height": 480}]}
        case "video" | "animation":
            size = {"width": 640, "height": 480, "duration": 1}
            return {kind: file | size, **({"document": file} if kind == "animation" else {})}
        case "audio":
            return {"audio": file | {"duration": 1}}
    return {kind: file}


def _markup(chat: Chat | None, markup: Json | None, inline_only: bool = False) -> Json:
    """The keyboard as a message keeps it: inline ones stay with the message, others only with the person."""
    if not markup:
        return {}
    if "inline_keyboard" not in markup:
        if inline_only:
            raise bad("inline keyboard expected")
        return {"_reply_markup": markup}
    rows = [[_button(chat, button) for button in row if button["text"]] for row in markup["inline_keyboard"]]
    if sum(map(len, rows)) > limits.INLINE_BUTTONS:
        raise bad("reply markup is too long")
    rows = [row for row in rows if row]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _button(chat: Chat | None, button: Json) -> Json:
    if not any(button.get(action) is not None for action in limits.BUTTON_ACTIONS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= limits.CALLBACK_DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?|tg|ton)://\S+", button["url"]):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if "web_app" in button and (chat is None or chat.type != "private"):
        raise bad("BUTTON_TYPE_INVALID")
    return button


def _reply(chat: Chat, p: Json) -> Json:
    reply = p.get("reply_parameters")
    if not reply:
        return {}
    quoted = chat.messages.get(reply["message_id"])
    if quoted is None:
        if reply.get("allow_sending_without_reply") or p.get("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in quoted.items() if key not in ("reply_to_message", "_reply_markup")}}


def _send(core: Core, p: Json, content: Callable[[], Json]) -> Json:
    chat = core.writable(p["chat_id"])
    made = content() | _markup(chat, p.get("reply_markup")) | _reply(chat, p)
    thread = p.get("message_thread_id")
    if thread is not None and thread not in chat.topics:
        raise bad("message thread not found")
    core.take_turn(chat)
    return core.post(chat, core.bot_user, made | {key: p[key] for key in _SHOWN if key in p})


@method
def send_message(core: Core, p: Json) -> Json:
    return _send(core, p, lambda: _text(core, p))


def _sends_media(kind: str) -> None:
    def send(core: Core, p: Json) -> Json:
        if not core.writable(p["chat_id"]).may_send_files:
            raise bad(f"not enough rights to send {kind}s to the chat")
        return _send(core, p, lambda: _media(core, p, kind, p[kind]) | _caption(core, p))

    HANDLERS[f"send{kind}"] = send


for _kind in ("photo", "document", "video", "audio", "animation"):
    _sends_media(_kind)


@method
def send_location(core: Core, p: Json) -> Json:
    return _send(core, p, lambda: {"location": _point(p)})


@method
def send_venue(core: Core, p: Json) -> Json:
    point = _point(p)
    if not p["title"] or not p["address"]:
        raise bad("VENUE_TITLE_EMPTY" if not p["title"] else "VENUE_ADDRESS_EMPTY")
    return _send(core, p, lambda: {"location": point, "venue": {"location": point, "title": p["title"], "address": p["address"]}})


def _point(p: Json) -> Json:
    if not (-90 <= p["latitude"] <= 90 and -180 <= p["longitude"] <= 180):
        raise bad("wrong latitude or longitude specified")
    return {"latitude": p["latitude"], "longitude": p["longitude"]}


@method
def send_chat_action(core: Core, p: Json) -> bool:
    core.writable(p["chat_id"])
    if p["action"] not in limits.CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    return True


_COPIED = ("text", "entities", "photo", "document", "video", "audio", "animation", "sticker", "voice", "contact", "location", "caption", "caption_entities")


@method
def copy_message(core: Core, p: Json) -> Json:
    source = core.chat(p["from_chat_id"]).messages.get(p["message_id"])
    if source is None:
        raise bad("message to copy not found")
    content = {key: source[key] for key in _COPIED if key in source}
    if "caption" in p:
        content = {key: value for key, value in content.items() if not key.startswith("caption")} | _caption(core, p)
    return {"message_id": _send(core, p, lambda: content)["message_id"]}


@method
def forward_message(core: Core, p: Json) -> Json:
    source = core.chat(p["from_chat_id"]).messages.get(p["message_id"])
    if source is None:
        raise bad("message to forward not found")
    origin = {"type": "user", "date": source["date"], "sender_user": source["from"]} if "from" in source else {
        "type": "channel", "date": source["date"], "chat": source["chat"], "message_id": source["message_id"],
    }  # fmt: skip
    return _send(core, p, lambda: {key: source[key] for key in _COPIED if key in source} | {"forward_origin": origin})


# ---------------------------------------------------------------- editing and deleting

_CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document", "video", "audio", "animation", "link_preview_options")


def _edit(core: Core, p: Json, part: str, change: Callable[[Json], Json]) -> Json | bool:
    """Edit a message of a chat, or one that a person sent through inline mode. `part` must be there already: "" for any."""
    if "inline_message_id" in p:
        if p["inline_message_id"] not in core.state.inline_messages:
            raise bad("MESSAGE_ID_INVALID")
        chat_id, message_id = core.state.inline_messages[p["inline_message_id"]]
        chat, keyboard_chat = core.state.chats[chat_id], None
    else:
        chat = keyboard_chat = core.writable(p.get("chat_id"))
        message_id = p.get("message_id", 0)
        if not message_id:
            raise bad("message identifier is not specified")
    if message_id not in chat.messages:
        raise bad("message to edit not found")
    message = chat.messages[message_id]
    sent_by_bot = message.get("from", {}).get("id", core.me["id"]) == core.me["id"] or "inline_message_id" in p
    if not sent_by_bot or message_id in chat.frozen:
        raise bad("message can't be edited")
    _change(keyboard_chat, message, p, part, change)
    message["edit_date"] = int(core.now())
    core.touch(chat, message_id)
    return True if "inline_message_id" in p else message


def _change(chat: Chat | None, message: Json, p: Json, part: str, change: Callable[[Json], Json]) -> None:
    has_media = any(kind in message for kind in ("photo", "document", "video", "audio", "animation"))
    if part == "text" and "text" not in message:
        raise bad("there is no text in the message to edit")
    if part == "caption" and not has_media:
        raise bad("there is no caption in the message to edit")
    markup = _markup(chat, p.get("reply_markup"), inline_only=True)
    before = {key: message[key] for key in (*_CONTENT, "reply_markup") if key in message}
    after = change({key: value for key, value in before.items() if key != "reply_markup"}) | markup
    if {key: value for key, value in before.items() if key != "link_preview_options"} == {
        key: value for key, value in after.items() if key != "link_preview_options"
    }:
        raise bad(_NOT_MODIFIED)
    for key in before:
        del message[key]
    message.update(after)


def _without(content: Json, *prefixes: str) -> Json:
    return {key: value for key, value in content.items() if not key.startswith(prefixes)}


@method
def edit_message_text(core: Core, p: Json) -> Json | bool:
    preview = {key: p[key] for key in ("link_preview_options",) if key in p}
    return _edit(core, p, "text", lambda content: _text(core, p) | preview)


@method
def edit_message_caption(core: Core, p: Json) -> Json | bool:
    return _edit(core, p, "caption", lambda content: _without(content, "caption") | _caption(core, p))


@method
def edit_message_media(core: Core, p: Json) -> Json | bool:
    media = p["media"]
    return _edit(core, p, "", lambda content: _media(core, p, media["type"], media["media"]) | _caption(core, media))


@method
def edit_message_reply_markup(core: Core, p: Json) -> Json | bool:
    return _edit(core, p, "", lambda content: content)


@method
def delete_message(core: Core, p: Json) -> bool:
    chat = core.chat(p["chat_id"])
    message = chat.messages.get(p["message_id"])
    if message is None:
        raise bad("message to delete not found")
    if core.now() - message["date"] > limits.DELETE_SECONDS:
        raise bad("message can't be deleted for everyone")
    if chat.type != "private" and message.get("from", {}).get("id") != core.me["id"] and chat.bot_status != "administrator":
        raise bad("message can't be deleted")
    del chat.messages[p["message_id"]]
    core.touch(chat, p["message_id"])
    return True


@method
def delete_messages(core: Core, p: Json) -> bool:
    if len(p["message_ids"]) > limits.MESSAGES_AT_ONCE:
        raise bad("too many message identifiers specified")
    for message_id in p["message_ids"]:  # those that cannot be deleted are left out in silence
        with contextlib.suppress(Refused):
            delete_message(core, {"chat_id": p["chat_id"], "message_id": message_id})
    return True


@method
def set_message_reaction(core: Core, p: Json) -> bool:
    chat = core.writable(p["chat_id"])
    if p["message_id"] not in chat.messages:
        raise bad("message to react not found")
    chat.reactions[p["message_id"]] = p.get("reaction", [])
    core.touch(chat, p["message_id"])
    return True


# ---------------------------------------------------------------- queries


def _answer(core: Core, kind: str, query_id: str, seconds: float, answer: Json) -> bool:
    query = core.state.queries.get(query_id)
    if query is None or query.kind != kind or query.answer is not None or core.now() - query.asked_at > seconds:
        raise too_old()
    query.answer = answer
    core.notify()
    return True


@method
def answer_callback_query(core: Core, p: Json) -> bool:
    if utf16(p.get("text", "")) > limits.CALLBACK_ANSWER_LENGTH:
        raise bad("MESSAGE_TOO_LONG")
    return _answer(core, "callback", p["callback_query_id"], limits.CALLBACK_ANSWER_SECONDS, _without(p, "callback_query_id"))


@method
def answer_inline_query(core: Core, p: Json) -> bool:
    results = p["results"]
    if len(results) > limits.INLINE_RESULTS:
        raise bad("too many inline query results specified")
    ids = [result["id"] for result in results]
    if not all(ids):
        raise bad("RESULT_ID_EMPTY")
    if any(len(i.encode()) > limits.INLINE_RESULT_ID_BYTES for i in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if len(p.get("next_offset", "").encode()) > limits.NEXT_OFFSET_BYTES:
        raise bad("NEXT_OFFSET_INVALID")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", (p.get("button") or {}).get("start_parameter") or "a"):
        raise bad("START_PARAM_INVALID")
    shown = [{**result, "_message": _inline_message(core, result)} for result in results]
    return _answer(core, "inline", p["inline_query_id"], limits.INLINE_ANSWER_SECONDS, p | {"results": shown})


def _inline_message(core: Core, result: Json) -> Json:
    """The message that choosing this result would send."""
    content = result.get("input_message_content")
    if content is None:
        if result["type"] == "article":
            raise bad("can't parse inline query result: Can't find field \"message_text\"")
        made = _caption(core, result)
    elif "message_text" in content:
        made = _text(core, content | {"text": content["message_text"]})
    else:
        made = dict(content)
    return made | _markup(None, result.get("reply_markup"), inline_only=True)


# ---------------------------------------------------------------- the bot itself


@method
def get_me(core: Core, p: Json) -> Json:
    return core.me


@method
def log_out(core: Core, p: Json) -> bool:
    return True


@method
def close(core: Core, p: Json) -> bool:
    return True


def _key(name: str, p: Json) -> str:
    scope = p.get("scope") or {"type": "default"}
    where = "/".join(str(scope[key]) for key in ("type", "chat_id", "user_id") if key in scope)
    return f"{name}/{where}/{p.get('language_code') or ''}"


@method
def set_my_commands(core: Core, p: Json) -> bool:
    if len(p["commands"]) > limits.COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in p["commands"]:
        if len(command["command"]) > limits.COMMAND_NAME_LENGTH:
            raise bad(f"command length must not exceed {limits.COMMAND_NAME_LENGTH}")
        if not re.fullmatch(r"[a-z0-9_]+", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not command["description"]:
            raise bad("command description must be non-empty")
        if len(command["description"]) > limits.COMMAND_DESCRIPTION_LENGTH:
            raise bad(f"command description length must not exceed {limits.COMMAND_DESCRIPTION_LENGTH}")
    core.state.profile[_key("commands", p)] = p["commands"]
    return True


@method
def get_my_commands(core: Core, p: Json) -> list[Json]:
    return list(core.state.profile.get(_key("commands", p), []))


@method
def delete_my_commands(core: Core, p: Json) -> bool:
    core.state.profile.pop(_key("commands", p), None)
    return True


def _profile_text(field: str, longest: int) -> None:
    def set_(core: Core, p: Json) -> bool:
        if len(p.get(field) or "") > longest:
            raise bad(f"{field.replace('_', ' ')} is too long")
        core.state.profile[_key(field, p)] = p.get(field) or ""
        return True

    HANDLERS["setmy" + field.replace("_", "")] = set_
    HANDLERS["getmy" + field.replace("_", "")] = lambda core, p: {field: core.state.profile.get(_key(field, p), "")}


_profile_text("name", limits.NAME_LENGTH)
_profile_text("description", limits.DESCRIPTION_LENGTH)
_profile_text("short_description", limits.SHORT_DESCRIPTION_LENGTH)


@method
def set_chat_menu_button(core: Core, p: Json) -> bool:
    core.state.profile[f"menu_button/{p.get('chat_id', '')}"] = p.get("menu_button") or {"type": "default"}
    return True


@method
def get_chat_menu_button(core: Core, p: Json) -> Json:
    found: Json = core.state.profile.get(f"menu_button/{p.get('chat_id', '')}", {"type": "default"})
    return found


# ---------------------------------------------------------------- chats and their members


@method
def get_chat(core: Core, p: Json) -> Json:
    gifts = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False)
    return core.chat(p["chat_id"]).about | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


@method
def get_chat_member(core: Core, p: Json) -> Json:
    return member(core, core.chat(p["chat_id"]), p["user_id"])


# Every right that the Bot API's type requires.
_RIGHTS = [name for name, field in ChatMemberAdministrator.model_fields.items() if field.annotation is bool and field.is_required()]
_RESTRICTED = [name for name, field in ChatMemberRestricted.model_fields.items() if field.annotation is bool and field.is_required()]


def member(core: Core, chat: Chat, user_id: int) -> Json:
    """The ChatMember of a user."""
    user = core.bot_user if user_id == core.me["id"] else core.state.users.get(user_id)
    if user is None:
        raise bad("user not found")
    status = chat.bot_status if user_id == core.me["id"] else chat.members.get(user_id, "member" if chat.type == "private" else "left")
    made: Json = {"status": status, "user": user}
    match status:
        case "administrator":
            made |= dict.fromkeys(_RIGHTS, False) | {"can_manage_chat": True, "is_anonymous": False}
            made |= {"can_post_messages": chat.may_write} if chat.type == "channel" else {}
        case "restricted":
            made |= dict.fromkeys(_RESTRICTED, False) | {"is_member": True, "can_send_messages": chat.may_write, "until_date": 0}
        case "creator":
            made["is_anonymous"] = False
        case "kicked":
            made["until_date"] = 0
    return made


@method
def get_chat_administrators(core: Core, p: Json) -> list[Json]:
    chat = core.chat(p["chat_id"])
    if chat.type == "private":
        raise bad("there are no administrators in the private chat")
    of_people = [member(core, chat, user_id) for user_id, status in chat.members.items() if status in ("creator", "administrator")]
    return of_people + ([member(core, chat, core.me["id"])] if chat.bot_status == "administrator" else [])


@method
def get_chat_member_count(core: Core, p: Json) -> int:
    chat = core.chat(p["chat_id"])
    return 1 + sum(status not in ("left", "kicked") for status in chat.members.values())


@method
def leave_chat(core: Core, p: Json) -> bool:
    chat = core.chat(p["chat_id"])
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    core.notify()
    return True


@method
def get_file(core: Core, p: Json) -> Json:
    file = core.state.files.get(p["file_id"])
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > limits.DOWNLOAD_BYTES:
        raise bad("file is too big")
    return core.known_file(p["file_id"]) | {"file_path": f"files/{p['file_id']}"}
