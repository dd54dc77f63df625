"""One delivery: the call to Telegram, and what its outcome means for the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.announcements.content import Body, Content
from handlers.state.outbox import Claim, DeliveryState
from handlers.transport.aiohttp_request import NotSent, pause_of
from kb import Language

# A chat that is gone cannot be reached any more than one that has blocked the bot.
_GONE = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "group chat was deactivated",
    "chat_id is empty",
    "have no rights to send",
    "chat_write_forbidden",
)
_DELETED = ("message to delete not found", "message to edit not found", "message can't be deleted", "message_id_invalid", "message can't be edited")
# Tries of a delivery whose calls surely did not arrive, before it counts as failed.
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
        return outcome(error, claim)


def outcome(error: TelegramError, claim: Claim) -> Outcome:
    """What an error of Telegram's means for a delivery."""
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
            return Outcome("sent", claim.message_id)
        if any(deleted in said for deleted in _DELETED):
            return Outcome("skipped", reason=_reason(error))
        return Outcome("failed", reason=_reason(error))
    if isinstance(error, NotSent):
        if claim.attempts >= TRIES:
            return Outcome("failed", reason="network")
        return Outcome("retry", reason="network", wait=min(60.0, 2.0 ** min(claim.attempts, 6)), unreachable=True)
    if isinstance(error, NetworkError) or "internal server error" in said:
        # Deleting or editing twice does no harm: only what was to be sent is in doubt.
        if claim.action != "send" and claim.attempts < TRIES:
            return Outcome("retry", reason="network", wait=5.0)
        return Outcome("unknown", reason=_reason(error))
    return Outcome("failed", reason=_reason(error))


def _reason(error: TelegramError) -> str:
    return (str(error) or type(error).__name__)[:120]


async def _call(bot: Bot, claim: Claim, content: Content, markup: InlineKeyboardMarkup | None) -> int:
    if claim.action == "delete":
        assert claim.message_id is not None
        await bot.delete_message(claim.chat_id, claim.message_id)
        return claim.message_id
    body = content.body(_language(claim.language))
    if claim.action == "edit":
        assert claim.message_id is not None
        await _edit(bot, claim.chat_id, claim.message_id, content, body, markup)
        return claim.message_id
    return await send(bot, claim.chat_id, content, body, markup)


async def send(bot: Bot, chat_id: int, content: Content, body: Body, markup: InlineKeyboardMarkup | None) -> int:
    """Send one language's message to a chat; the message's id. Raises `TelegramError`."""
    entities = [MessageEntity.de_json(dict(entity), bot) for entity in body.entities]
    shared: dict[str, Any] = {"reply_markup": markup, "disable_notification": content.silent or None, "protect_content": content.protect or None}
    if content.media is None:
        message = await bot.send_message(
            chat_id, body.text, entities=entities, link_preview_options=LinkPreviewOptions(is_disabled=not content.link_preview), **shared
        )
    elif content.media.type == "photo":
        message = await bot.send_photo(chat_id, content.media.file, body.text or None, caption_entities=entities, **shared)
    elif content.media.type == "video":
        message = await bot.send_video(chat_id, content.media.file, caption=body.text or None, caption_entities=entities, **shared)
    else:
        message = await bot.send_document(chat_id, content.media.file, body.text or None, caption_entities=entities, **shared)
    return message.message_id


async def _edit(bot: Bot, chat_id: int, message_id: int, content: Content, body: Body, markup: InlineKeyboardMarkup | None) -> None:
    entities = [MessageEntity.de_json(dict(entity), bot) for entity in body.entities]
    if content.media is None:
        preview = LinkPreviewOptions(is_disabled=not content.link_preview)
        await bot.edit_message_text(body.text, chat_id, message_id, entities=entities, link_preview_options=preview, reply_markup=markup)
    else:
        await bot.edit_message_caption(chat_id, message_id, caption=body.text, caption_entities=entities, reply_markup=markup)


def _language(code: str) -> Language:
    return "kk" if code == "kk" else "ru" if code == "ru" else "en"
