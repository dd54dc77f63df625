"""Whether a message in a group is meant for the bot. With privacy mode on Telegram delivers little else, but admins' bots hear everything."""

from __future__ import annotations

from telegram import Bot, Message, MessageEntity
from telegram.constants import ChatID

# In whose name a group's anonymous admins and channels write: https://core.telegram.org/bots/api#message, `from`.
_STANDING_IN = (ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL)


def asked(message: Message, bot: Bot) -> bool:
    """A command, a reply to the bot, or a mention of it; never what other bots wrote, what was forwarded or posted through inline mode."""
    writer = message.from_user
    if writer is None or (writer.is_bot and writer.id not in _STANDING_IN):
        return False
    if message.via_bot or message.forward_origin or message.is_automatic_forward:
        return False
    if commanded(message):
        name = (message.text or "").split()[0].partition("@")[2]
        return not name or name.lower() == bot.username.lower()
    replied = message.reply_to_message
    return bool(replied and replied.from_user and replied.from_user.id == bot.id) or bool(mentions(message, bot))


def commanded(message: Message) -> bool:
    """Whether it begins with a command."""
    return any(entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0 for entity in message.entities)


def mentions(message: Message, bot: Bot) -> list[str]:
    """The mentions of the bot in a text or caption, as they are written."""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds) if message.caption else {}
    name = f"@{bot.username}".lower()
    return [said for entity, said in found.items() if said.lower() == name or (entity.user and entity.user.id == bot.id)]


def sender(message: Message | None, user_id: int) -> int:
    """Who a message counts for: the group or channel in whose name it was written, else the person."""
    return message.sender_chat.id if message and message.sender_chat else user_id
