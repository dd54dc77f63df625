"""One-time links that give a role: https://t.me/<bot>?start=staff-<token>."""

from __future__ import annotations

import secrets

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters
from telegram.helpers import create_deep_linked_url

from handlers.context import Context, TyrnaApplication
from handlers.render import button
from handlers.show import acknowledge, change, say
from handlers.staff import menus
from handlers.staff.people import mention, names, tell_owners
from handlers.staff.rights import audit, is_owner, may, person, remember_language
from handlers.state import GivenRole, Invitation
from handlers.texts import text

LIFETIME_SECONDS = 24 * 3600
_TOKEN_BYTES = 24  # 192 bits; 32 characters
_TOKEN = r"[A-Za-z0-9_-]{32}"
_PREFIX = "staff-"
_ACCEPT, _DECLINE = "inv:yes", "inv:no"


def register(application: TyrnaApplication) -> None:
    """Before the /start of guests: who is invited is a guest yet."""
    mine = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.Regex(rf"^/start\S*\s+{_PREFIX}")
    application.add_handler(CommandHandler("start", opened, mine))
    application.add_handler(CallbackQueryHandler(accept, f"^{_ACCEPT}:{_TOKEN}$"))
    application.add_handler(CallbackQueryHandler(decline, f"^{_DECLINE}$"))


async def make(context: Context, role: GivenRole, by: int) -> str:
    """A new link."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    await context.services.store.invite(token, role, by, LIFETIME_SECONDS)
    return create_deep_linked_url(context.bot.username, _PREFIX + token)


async def opened(update: Update, context: Context) -> None:
    """The link was opened: say what it gives, and ask."""
    language = await context.language(update)
    token = (context.args or [""])[0].removeprefix(_PREFIX)
    invitation = await _invitation(update, context, token)
    if invitation is None:
        await say(update, context, text("invitation-closed", language))
    elif await may(update, context, invitation.role):
        await say(update, context, text("invitation-needless", language))
    else:
        row = [button(text("invitation-accept", language), f"{_ACCEPT}:{token}"), button(text("invitation-decline", language), _DECLINE)]
        await say(update, context, text("invitation", language, role=invitation.role), InlineKeyboardMarkup([row]))


async def accept(update: Update, context: Context) -> None:
    """Yes: the first who says it gets the role."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    user_id, language = pressed.from_user.id, await context.language(update)
    token = pressed.data.removeprefix(f"{_ACCEPT}:")
    await acknowledge(pressed)
    invitation = await _invitation(update, context, token)
    if invitation and await may(update, context, invitation.role):
        # Used by this person, it is the same press again: the answer to the first one did not arrive.
        await change(update, context, text("role-given" if invitation.used else "invitation-needless", language, role=invitation.role))
        return
    if invitation is None or not await context.services.store.use_invitation(token, user_id):
        await change(update, context, text("invitation-closed", language))
        return
    await audit(update, context, f"{invitation.role}-joined", str(invitation.created_by))
    await remember_language(update, context)
    await menus.refresh(context.bot, context.services, user_id)
    await change(update, context, text("role-given", language, role=invitation.role))
    known = await names(context, [user_id, invitation.created_by])
    values = {"who": mention(user_id, known), "by": mention(invitation.created_by, known), "role": invitation.role}
    await tell_owners(context, lambda language: text("owners-joined", language, **values))


async def decline(update: Update, context: Context) -> None:
    """No: the link stays open for its time."""
    assert update.callback_query is not None
    await acknowledge(update.callback_query)
    await change(update, context, text("invitation-declined", await context.language(update)))


async def _invitation(update: Update, context: Context, token: str) -> Invitation | None:
    """What the link gives this person; None if it is closed, as by an owner who is none any more, or if its role was taken again."""
    user_id = person(update)
    found = await context.services.store.invitation(token, user_id) if user_id else None
    if found is None or not is_owner(context, found.created_by):
        return None
    return None if found.used and not await may(update, context, found.role) else found
