"""Who are a group's admins: asked of Telegram at each press, so that who no longer is one can do nothing."""

from __future__ import annotations

from telegram import Message
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest

from handlers.context import Context


async def is_admin(context: Context, chat_id: int, user_id: int) -> bool:
    """Whether this person administers the group now. A press always tells the person, also of an anonymous admin."""
    try:
        member = await context.bot.get_chat_member(chat_id, user_id)
    except BadRequest:
        return False  # Telegram does not know them there
    return member.status in (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def written_by_admin(context: Context, message: Message) -> bool:
    """Whether an admin of the group wrote this. Only admins can write in the name of the group itself; a channel is no admin."""
    if message.sender_chat:
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and await is_admin(context, message.chat.id, message.from_user.id)
