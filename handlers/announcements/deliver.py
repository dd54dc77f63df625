"""One delivery: the call to Telegram, and what its outcome means for the outbox."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.announcements.content import Body, Content
from handlers.state.outbox import Action, Claim, DeliveryState
from handlers.transport.call import call
from handlers.transport.outcome import NotSent, pause_of
from kb import Language

log = logging.getLogger(__name__)

# A chat that is gone, or in which the bot may not write, cannot be reached any more than one that has blocked the bot.
_GONE = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "group chat was deactivated",
    "chat_id is empty",
    "have no rights to send",
    "not enough rights to send text messages",
    "need administrator rights",
    "chat_write_forbidden",
)
# A group that takes text and no photos, videos or documents: another announcement can reach it.
_TEXT_ONLY = "not enough rights to send"
_DELETED = ("message to delete not found", "message to edit not found", "message can't be deleted", "message_id_invalid", "message can't be edited")
# Tries of a delivery whose outcome stays unknown, where another try does no harm or is wanted.
TRIES = 20


@dataclass(frozen=True)
class Outcome:
    """What became of a call. `retry_after` (seconds) concerns all sending, `wait` only this delivery; `new_id` is the chat's."""

    state: DeliveryState
    message_id: int | None = None
    reason: str | None = None
    wait: float = 0.0
    retry_after: float | None = None
    new_id: int | None = None
    unreachable: bool = False


async def deliver(bot: Bot, claim: Claim, content: Content, markup: InlineKeyboardMarkup | None) -> Outcome:
    """Make the call that a delivery stands for. Raises nothing but a cancellation."""
    try:
        return Outcome("sent", await _call(bot, claim, content, markup))
    except TelegramError as error:
        return outcome(error, claim.attempts, claim.action, claim.message_id)
    except Exception as error:
        # Such as an answer that cannot be read: the message may be there.
        log.exception("What became of a delivery is not known")
        return Outcome("unknown", reason=type(error).__name__)


def outcome(error: TelegramError, attempts: int, action: Action = "send", message_id: int | None = None) -> Outcome:
    """What an error of Telegram's means for a message; `message_id` is that of one that was to be edited or deleted."""
    said = str(error).lower()
    if isinstance(error, RetryAfter):
        wait = pause_of(error)
        return Outcome("retry", reason="429", wait=wait, retry_after=wait)
    if isinstance(error, ChatMigrated):
        return Outcome("retry", reason="migrated", new_id=error.new_chat_id)
    if isinstance(error, Forbidden) or any(gone in said for gone in _GONE):
        return Outcome("blocked", reason=_reason(error))
    if isinstance(error, BadRequest):
        if "message is not modified" in said:
            return Outcome("sent", message_id)
        if _TEXT_ONLY in said or any(deleted in said for deleted in _DELETED):
            return Outcome("skipped", reason=_reason(error))
        return Outcome("failed", reason=_reason(error))
    if isinstance(error, NotSent):
        # However long the network is gone: the announcement's expiry and Cancel are what ends it.
        return Outcome("retry", reason="network", wait=min(60.0, 2.0 ** min(attempts, 6)), unreachable=True)
    if isinstance(error, NetworkError) or "internal server error" in said:
        # Deleting or editing twice does no harm: only what was to be sent is in doubt.
        if action != "send" and attempts < TRIES:
            return Outcome("retry", reason="network", wait=5.0)
        return Outcome("unknown", reason=_reason(error))
    return Outcome("failed", reason=_reason(error))


def _reason(error: TelegramError) -> str:
    return (str(error) or type(error).__name__)[:120]


async def _call(bot: Bot, claim: Claim, content: Content, markup: InlineKeyboardMarkup | None) -> int:
    if claim.action == "send":
        return await send(bot, claim.chat_id, content, content.body(_language(claim.language)), markup)
    assert claim.message_id is not None
    if claim.action == "delete":
        await _post(bot, "deleteMessage", {"message_id": claim.message_id}, claim.chat_id)
    else:
        body = content.body(_language(claim.language))
        method = "editMessageCaption" if content.media else "editMessageText"
        await _post(bot, method, {"message_id": claim.message_id} | _shown(content, body, markup), claim.chat_id)
    return claim.message_id


async def send(bot: Bot, chat_id: int, content: Content, body: Body, markup: InlineKeyboardMarkup | None) -> int:
    """Send one language's message to a chat; the message's id. Raises `TelegramError`."""
    parameters = _shown(content, body, markup)
    if content.media:
        parameters[content.media.type] = content.media.file
    if content.silent:
        parameters["disable_notification"] = True
    if content.protect:
        parameters["protect_content"] = True
    method = f"send{content.media.type.capitalize()}" if content.media else "sendMessage"
    return int((await _post(bot, method, parameters, chat_id))["message_id"])


def _shown(content: Content, body: Body, markup: InlineKeyboardMarkup | None) -> dict[str, Any]:
    """What is the same in a message that is sent and in one that is edited."""
    parameters: dict[str, Any] = {"caption": body.text, "caption_entities": body.entities} if content.media else {"text": body.text, "entities": body.entities}
    if content.media is None:
        parameters["link_preview_options"] = {"is_disabled": not content.link_preview}
    if markup:
        parameters["reply_markup"] = markup.to_dict()
    return {name: value for name, value in parameters.items() if value not in ("", ())}


async def _post(bot: Bot, method: str, parameters: dict[str, Any], chat_id: int) -> Any:
    return await call(bot, method, {"chat_id": chat_id} | {name: list(value) if isinstance(value, tuple) else value for name, value in parameters.items()})


def _language(code: str) -> Language:
    return "kk" if code == "kk" else "ru" if code == "ru" else "en"
