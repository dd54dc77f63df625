"""/staff: who works on the bot; owners give and take roles by buttons."""

from __future__ import annotations

from typing import cast, get_args

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardButtonRequestUsers, ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters
from telegram.helpers import create_deep_linked_url

from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.render import button, fit
from handlers.settings import NOBODY
from handlers.show import acknowledge, change, say
from handlers.staff import invitations, menus
from handlers.staff.people import mention, mentioned, names, tell_owners, tell_person
from handlers.staff.rights import audit, is_owner, staff_only
from handlers.state import GivenRole
from handlers.texts import text
from kb import Language

ROLES: tuple[GivenRole, ...] = get_args(GivenRole)
_ROLE, _ID = "(editor|announcer)", r"([1-9]\d{0,15})"
# Callback data: the list, how to give a role, by a link, by choosing in Telegram, whether to take a role, taking it, withdrawing links.
_LIST, _ADD, _LINK, _PICK, _ASK, _TAKE, _WITHDRAW = "st:list", "st:add", "st:link", "st:pick", "st:ask", "st:take", "st:withdraw"
# So many buttons that take a role away; Telegram allows 100 buttons under a message.
_MOST = 90


def register(application: TyrnaApplication) -> None:
    new, private = filters.UpdateType.MESSAGE, filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("staff", begin, new & private), Order.STAFF)
    application.add_handler(CommandHandler(("staff", "audit"), only_in_private, new & filters.ChatType.GROUPS), Order.STAFF)
    application.add_handler(MessageHandler(new & private & filters.StatusUpdate.USERS_SHARED, picked), Order.STAFF)
    application.add_handler(CallbackQueryHandler(back, f"^{_LIST}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(add, f"^{_ADD}:{_ROLE}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(link, f"^{_LINK}:{_ROLE}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(pick, f"^{_PICK}:{_ROLE}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(ask, f"^{_ASK}:{_ROLE}:{_ID}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(take, f"^{_TAKE}:{_ROLE}:{_ID}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(withdraw, f"^{_WITHDRAW}$"), Order.STAFF)


@staff_only("owner")
async def begin(update: Update, context: Context) -> None:
    await say(update, context, *await _list(context, await context.language(update)))


@staff_only("owner")
async def only_in_private(update: Update, context: Context) -> None:
    """In a group, the names of staff are nobody's business."""
    language = await context.language(update)
    private = InlineKeyboardButton(text("staff-open-private", language), create_deep_linked_url(context.bot.username))
    await say(update, context, text("staff-in-private", language), InlineKeyboardMarkup([[private]]))


@staff_only("owner")
async def back(update: Update, context: Context) -> None:
    assert update.callback_query is not None
    await acknowledge(update.callback_query)
    await change(update, context, *await _list(context, await context.language(update)))


async def _list(context: Context, language: Language, note: str | None = None) -> tuple[str, InlineKeyboardMarkup]:
    """Owners and staff; a button to take each role, and those that give one. The note stands on top."""
    owners, staff = dict.fromkeys(context.services.settings.staff.owners), await context.services.store.staff()
    known = await names(context, [*owners, *(user_id for user_id, _ in staff)])
    lines = [note, ""] if note else []
    lines += [text("staff-owners", language), *(f"• {mention(user_id, known)}" for user_id in owners), "", text("staff-members", language)]
    lines += [f"• {text('staff-member', language, who=mention(user_id, known), role=role)}" for user_id, role in staff]
    if not staff:
        lines.append(text("staff-nobody", language))
    rows = [[button(text("staff-take", language, name=known[user_id], role=role), f"{_ASK}:{role}:{user_id}")] for user_id, role in staff[:_MOST]]
    rows += [[button(text("staff-give", language, role=role), f"{_ADD}:{role}")] for role in ROLES]
    if count := await context.services.store.open_invitations():
        rows.append([button(text("staff-withdraw", language, count=count), _WITHDRAW)])
    return fit(lines), InlineKeyboardMarkup(rows)


@staff_only("owner")
async def add(update: Update, context: Context) -> None:
    """What the role is, and the two ways to give it."""
    role, language = await _pressed(update), await context.language(update)
    rows = [
        [button(text("staff-by-link", language), f"{_LINK}:{role}")],
        [button(text("staff-by-picking", language), f"{_PICK}:{role}")],
        _back(language),
    ]
    await change(update, context, text("staff-how", language, role=role), InlineKeyboardMarkup(rows))


@staff_only("owner")
async def link(update: Update, context: Context) -> None:
    """A one-time link."""
    assert update.callback_query is not None
    role, language = await _pressed(update), await context.language(update)
    made = await invitations.make(context, role, update.callback_query.from_user.id)
    await audit(update, context, f"{role}-invited")
    await change(update, context, text("staff-link", language, role=role, link=made), InlineKeyboardMarkup([_back(language)]))


@staff_only("owner")
async def withdraw(update: Update, context: Context) -> None:
    """Close every link that nobody has used."""
    pressed = update.callback_query
    assert pressed is not None
    language = await context.language(update)
    await acknowledge(pressed)
    if await context.services.store.withdraw_invitations():
        await audit(update, context, "links-withdrawn")
    await change(update, context, *await _list(context, language, text("staff-withdrawn", language)))


@staff_only("owner")
async def pick(update: Update, context: Context) -> None:
    """Telegram's own list of people: a button under the input field that opens it."""
    role, language = await _pressed(update), await context.language(update)
    # The number of the request comes back with the choice; it says which role was meant.
    request = KeyboardButtonRequestUsers(ROLES.index(role) + 1, user_is_bot=False, max_quantity=1)
    keyboard = [[KeyboardButton(text("staff-pick-button", language), request_users=request)]]
    said = text("staff-pick", language, role=role)
    await say(update, context, said, ReplyKeyboardMarkup(keyboard, resize_keyboard=True, one_time_keyboard=True))


@staff_only("owner")
async def picked(update: Update, context: Context) -> None:
    """The people whom an owner chose there."""
    message = update.effective_message
    assert message is not None and message.users_shared is not None and message.from_user is not None
    language, number = await context.language(update), message.users_shared.request_id
    if not 0 < number <= len(ROLES):
        return
    role, by = ROLES[number - 1], message.from_user.id
    lines = []
    for user_id in [shared.user_id for shared in message.users_shared.users if shared.user_id not in NOBODY and shared.user_id != context.bot.id]:
        who = await mentioned(context, user_id)
        if is_owner(context, user_id) or not await context.services.store.add_staff(user_id, role, by):
            lines.append(text("staff-already", language, who=who, role=role))
            continue
        await audit(update, context, f"{role}-added", str(user_id))
        lines.append(text("staff-added", language, who=who, role=role))
        if not await welcome(context, user_id, role):
            lines.append(text("staff-not-reached", language, who=who, link=create_deep_linked_url(context.bot.username)))
        await _tell_owners(context, "owners-added", by, user_id, role)
    await say(update, context, "\n".join(lines) or text("staff-no-person", language), ReplyKeyboardRemove())


async def welcome(context: Context, user_id: int, role: GivenRole) -> bool:
    """Tell somebody of their new role and show its commands; whether they could be reached."""
    await menus.refresh(context.bot, context.services, user_id)
    return await tell_person(context, user_id, lambda language: text("role-given", language, role=role)) is not None


@staff_only("owner")
async def ask(update: Update, context: Context) -> None:
    """Taking a role is asked about first."""
    role, language, user_id = await _pressed(update), await context.language(update), _subject(update)
    yes = button(text("staff-take-yes", language), f"{_TAKE}:{role}:{user_id}")
    said = text("staff-take-ask", language, who=await mentioned(context, user_id), role=role)
    await change(update, context, said, InlineKeyboardMarkup([[yes], _back(language)]))


@staff_only("owner")
async def take(update: Update, context: Context) -> None:
    """Take the role. Of two owners who press at once, one does it and the other reads that it is done.

    It is noted and told before anything is shown here: a call that fails must not leave that out, and a second try finds it done.
    """
    pressed, user_id = update.callback_query, _subject(update)
    assert pressed is not None and pressed.data is not None
    role, language = cast(GivenRole, pressed.data.split(":")[2]), await context.language(update)
    if not await context.services.store.remove_staff(user_id, role):
        await acknowledge(pressed, text("staff-gone", language))
        await change(update, context, *await _list(context, language))
        return
    await audit(update, context, f"{role}-removed", str(user_id))
    await tell_person(context, user_id, lambda language: text("role-taken", language, role=role))
    await _tell_owners(context, "owners-removed", pressed.from_user.id, user_id, role)
    await menus.refresh(context.bot, context.services, user_id)
    await acknowledge(pressed)
    note = text("staff-taken", language, who=await mentioned(context, user_id), role=role)
    await change(update, context, *await _list(context, language, note))


async def leave(update: Update, context: Context) -> None:
    """Somebody of the staff has everything about them deleted: their roles and their menu go too, and the owners are told."""
    user = update.effective_user
    assert user is not None
    for role in await context.services.store.roles(user.id):
        if await context.services.store.remove_staff(user.id, role):
            await audit(update, context, f"{role}-left")
            await _tell_owners(context, "owners-left", user.id, user.id, role)
    await menus.refresh(context.bot, context.services, user.id)


async def _tell_owners(context: Context, key: str, by: int, user_id: int, role: GivenRole) -> None:
    known = await names(context, [by, user_id])
    values = {"by": mention(by, known), "who": mention(user_id, known), "role": role}
    await tell_owners(context, lambda language: text(key, language, **values), but=by)


async def _pressed(update: Update) -> GivenRole:
    """The role that a button names; the press is answered."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    await acknowledge(pressed)
    return cast(GivenRole, pressed.data.split(":")[2])


def _subject(update: Update) -> int:
    assert update.callback_query is not None and update.callback_query.data is not None
    return int(update.callback_query.data.rsplit(":", 1)[1])


def _back(language: Language) -> list[InlineKeyboardButton]:
    return [button(text("staff-back", language), _LIST)]
