"""Who of the staff may do what. Rights are read again at each command and each press."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Literal

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from handlers.context import Context
from handlers.settings import NOBODY

Role = Literal["owner", "editor", "announcer"]
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def person(update: Update) -> int | None:
    """The id of the person who wrote or pressed; None where nobody answers for it.

    That is an anonymous admin, a channel or another bot, and what was forwarded or came by another bot.
    """
    user = update.effective_user
    if user is None or user.is_bot or user.id in NOBODY:
        return None
    message = update.effective_message
    # Under a press stands the message of the button, not one of whoever presses.
    if update.callback_query is None and message and (message.sender_chat or message.via_bot or message.forward_origin or message.is_automatic_forward):
        return None
    return user.id


def is_owner(context: Context, user_id: int) -> bool:
    return user_id in context.services.settings.staff.owners


async def may(update: Update, context: Context, role: Role) -> bool:
    """Whether the person of this update has the role; an owner has all of them."""
    user_id = person(update)
    if user_id is None:
        return False
    return is_owner(context, user_id) or role in await context.services.store.roles(user_id)


def staff_only(*roles: Role) -> Callable[[Handler], Handler]:
    """A handler for those who have one of the roles; it belongs into `Order.STAFF`, or another group before guests'.

    For everybody else it does nothing, so that their update goes on to the handlers of guests: a command is then one that the bot does
    not know, and a button an old one.
    """

    def guard(handler: Handler) -> Handler:
        @wraps(handler)
        async def guarded(update: Update, context: Context) -> None:
            try:
                if not any([await may(update, context, role) for role in roles]):
                    return
                await remember_language(update, context)
                await handler(update, context)
            except ApplicationHandlerStop:
                raise
            except Exception as error:
                # Raised from here, it would let the update go on to the handlers of guests.
                await context.application.process_error(update, error)
            raise ApplicationHandlerStop

        return guarded

    return guard


async def remember_language(update: Update, context: Context) -> None:
    """Staff are written to unasked, so their language is kept even if they have asked nothing yet; what they chose stays."""
    if (user := update.effective_user) and await context.services.store.language(user.id) is None:
        await context.services.store.set_language(user.id, await context.language(update))


async def audit(update: Update, context: Context, action: str, subject: str = "") -> None:
    """Note what the person of this update did; `audited-<action>` is its text in `/audit`, `subject` an id or a title in it."""
    user = update.effective_user
    await context.services.store.add_audit(user.id if user else 0, action, subject)
