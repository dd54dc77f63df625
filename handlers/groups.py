"""Groups and channels: the bot answers when it is asked, and is otherwise silent; admins choose its language, announcements and quiet."""

from __future__ import annotations

import logging
from typing import cast

from telegram import Chat, ChatMember, ChatMemberAdministrator, ChatMemberRestricted, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from handlers.admins import is_admin, written_by_admin
from handlers.context import Context, TyrnaApplication
from handlers.questions import reply_to
from handlers.render import GROUP_SETTINGS, REMOVE, button, language_row, link_button
from handlers.show import acknowledge, change, say
from handlers.state import Subscription
from handlers.texts import text
from handlers.transport.asked import asked, mentions
from kb import Language

log = logging.getLogger(__name__)

# Callback data of the settings: language, subscription, quiet, each with what it becomes.
_LANGUAGE, _SUBSCRIPTION, _QUIET = f"{GROUP_SETTINGS}:lang", f"{GROUP_SETTINGS}:sub", f"{GROUP_SETTINGS}:quiet"
# What a person reads of themselves, and what they delete, is nobody else's business.
_PERSONAL = ("privacy", "my_data", "forget_me")
_OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def register(application: TyrnaApplication) -> None:
    """Before the handlers of private chats, which take some of the same commands."""
    group = filters.ChatType.GROUPS
    application.add_handler(ChatMemberHandler(note_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, migrate))
    application.add_handler(CommandHandler("ask", ask))
    application.add_handler(CommandHandler(("start", "help"), help_, group))
    application.add_handler(CommandHandler("settings", settings, group))
    application.add_handler(CommandHandler(("subscribe", "unsubscribe"), subscribe, group))
    application.add_handler(CommandHandler(_PERSONAL, in_private, group))
    application.add_handler(MessageHandler(group & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND, answer))
    application.add_handler(CallbackQueryHandler(set_language, pattern=rf"^{_LANGUAGE}:(kk|ru|en):$"))
    application.add_handler(CallbackQueryHandler(set_subscription, pattern=rf"^{_SUBSCRIPTION}:(subscribed|unsubscribed)$"))
    application.add_handler(CallbackQueryHandler(set_quiet, pattern=rf"^{_QUIET}:[01]$"))
    application.add_handler(CallbackQueryHandler(remove, pattern=f"^{REMOVE}$"))


# Questions


async def ask(update: Update, context: Context) -> None:
    """/ask and a question; alone under somebody's message, that message is the question."""
    message = update.effective_message
    assert message is not None and message.text is not None
    await _answer(update, context, message, "".join(message.text.split(None, 1)[1:]).strip())


async def answer(update: Update, context: Context) -> None:
    """A reply to the bot or a mention of it. A group that wants quiet is answered by command only."""
    message = update.effective_message
    assert message is not None
    membership = context.services.store.membership(message.chat.id)
    if not asked(message, context.bot) or (membership and membership.quiet):
        return
    said = message.text or message.caption or ""
    for mention in mentions(message, context.bot):
        said = said.replace(mention, " ")
    await _answer(update, context, message, said.strip())


async def _answer(update: Update, context: Context, message: Message, said: str) -> None:
    above = message.reply_to_message
    if not said and above and above.from_user and above.from_user.id != context.bot.id:
        said = above.text or above.caption or ""
    if said:
        await reply_to(update, context, said)
    else:
        await say(update, context, text("group-usage", await context.language(update)))


async def help_(update: Update, context: Context) -> None:
    """How to ask here. A link that adds the bot sends /start with a parameter by itself: the joining message is enough then."""
    message = update.effective_message
    assert message is not None and message.text is not None
    if not (message.text.startswith("/start") and context.args):
        await say(update, context, text("group-help", await context.language(update)))


async def in_private(update: Update, context: Context) -> None:
    """What concerns one person alone is told in the private chat."""
    language = await context.language(update)
    link = link_button(text("open-in-private", language), f"https://t.me/{context.bot.username}")
    await say(update, context, text("group-personal", language), InlineKeyboardMarkup([[link]]))


# What admins choose


async def settings(update: Update, context: Context) -> None:
    """/settings of an admin."""
    if await _commanded_by_admin(update, context):
        await say(update, context, *await _settings(update, context))


async def subscribe(update: Update, context: Context) -> None:
    """/subscribe and /unsubscribe of an admin."""
    message = update.effective_message
    assert message is not None and message.text is not None
    if await _commanded_by_admin(update, context):
        choice: Subscription = "unsubscribed" if message.text.lower().startswith("/un") else "subscribed"
        await context.services.store.set_subscription(message.chat.id, message.chat.type, choice)
        await say(update, context, text(f"group-{choice}", await context.language(update)))


async def set_language(update: Update, context: Context) -> None:
    if found := await _pressed_by_admin(update, context):
        chat, choice = found
        await context.services.store.set_group_language(chat.id, chat.type, cast(Language, choice))
        await change(update, context, *await _settings(update, context))


async def set_subscription(update: Update, context: Context) -> None:
    if found := await _pressed_by_admin(update, context):
        chat, choice = found
        await context.services.store.set_subscription(chat.id, chat.type, cast(Subscription, choice))
        await change(update, context, *await _settings(update, context))


async def set_quiet(update: Update, context: Context) -> None:
    if found := await _pressed_by_admin(update, context):
        chat, choice = found
        await context.services.store.set_quiet(chat.id, chat.type, choice == "1")
        await change(update, context, *await _settings(update, context))


async def _settings(update: Update, context: Context) -> tuple[str, InlineKeyboardMarkup]:
    chat = update.effective_chat
    assert chat is not None
    language, store = await context.language(update), context.services.store
    membership = store.membership(chat.id)
    quiet, subscribed = bool(membership and membership.quiet), await store.subscription(chat.id) == "subscribed"
    subscription = button(
        text("group-announcements-stop" if subscribed else "group-announcements-get", language),
        f"{_SUBSCRIPTION}:{'unsubscribed' if subscribed else 'subscribed'}",
    )
    quietness = button(text("group-talk" if quiet else "group-quiet", language), f"{_QUIET}:{int(not quiet)}")
    said = text("group-settings", language, announcements="yes" if subscribed else "no", quiet="yes" if quiet else "no")
    return said, InlineKeyboardMarkup([language_row(language, _LANGUAGE, ""), [subscription], [quietness]])


async def _commanded_by_admin(update: Update, context: Context) -> bool:
    """Whether an admin of the group commands; whoever is none is told so."""
    message = update.effective_message
    assert message is not None
    if await written_by_admin(context, message):
        return True
    await say(update, context, text("only-admins", await context.language(update)))
    return False


async def _pressed_by_admin(update: Update, context: Context) -> tuple[Chat, str] | None:
    """The group and what its admin chose; others get a private alert. Rights are those at the moment of the press."""
    pressed, chat = update.callback_query, update.effective_chat
    assert pressed is not None and pressed.data is not None
    if chat is None or chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP) or not await is_admin(context, chat.id, pressed.from_user.id):
        await acknowledge(pressed, text("only-admins", await context.language(update)))
        return None
    await acknowledge(pressed)
    return chat, pressed.data.split(":")[2]


async def remove(update: Update, context: Context) -> None:
    """✕: the asker or an admin takes an answer away; the guard of all buttons lets nobody else through."""
    pressed = update.callback_query
    assert pressed is not None
    if pressed.message is None or pressed.message.chat.type == ChatType.PRIVATE:
        await acknowledge(pressed, text("answer-again", await context.language(update)))
        return
    try:
        await context.bot.delete_message(pressed.message.chat.id, pressed.message.message_id)
    except BadRequest as error:
        # Gone already, or older than 48 hours: https://core.telegram.org/bots/api#deletemessage.
        log.info("Message %d of chat %d is not removed: %s", pressed.message.message_id, pressed.message.chat.id, error)
        await acknowledge(pressed, text("not-removed", await context.language(update)))
    else:
        await acknowledge(pressed)


# Coming, going, moving


async def note_membership(update: Update, context: Context) -> None:
    """The bot was added, removed, restricted or made an admin; whoever adds it to a group is told in one message what it does there."""
    change_ = update.my_chat_member
    assert change_ is not None
    chat, old, new = change_.chat, change_.old_chat_member, change_.new_chat_member
    store = context.services.store
    allowed = may_write(chat, new)
    if chat.type == ChatType.PRIVATE:
        await store.set_reachable(chat.id, allowed)
        return
    # A supergroup that was this group a moment ago: its row came with the move, and it was greeted then.
    before = store.membership(chat.id)
    moved = before is not None and before.status not in _OUT
    greets = chat.type != ChatType.CHANNEL and allowed and old.status in _OUT and not moved
    # Until the greeting is sent the bot counts as out: after a fault the same update comes again, and greets then.
    await store.set_membership(chat.id, chat.type, old.status if greets else new.status, allowed)
    log.info("In %s %d the bot is %s and %s write", chat.type, chat.id, new.status, "may" if allowed else "may not")
    if chat.type == ChatType.CHANNEL and allowed and await store.subscription(chat.id) is None:
        # Its admins gave the right to post for nothing else; taking it away ends the announcements.
        await store.set_subscription(chat.id, chat.type, "subscribed")
    if greets:
        await _greet(update, context, change_.from_user.id)
        await store.set_membership(chat.id, chat.type, new.status, allowed)


def may_write(chat: Chat, member: ChatMember) -> bool:
    """Whether the bot may write there, as Telegram describes it."""
    if chat.type == ChatType.CHANNEL:
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status not in _OUT


async def _greet(update: Update, context: Context, added_by: int) -> None:
    language = await context.language(update)
    try:
        sent = await say(update, context, text("group-welcome", language), InlineKeyboardMarkup([[button(text("group-welcome-remove", language), REMOVE)]]))
    except (Forbidden, BadRequest) as error:
        log.info("The joining message could not be sent: %s", error)
        return
    # Nobody asked for it: it stands for its own question, so that whoever added the bot may remove it.
    await context.services.store.set_answer(sent.chat_id, sent.message_id, sent.message_id, None, added_by)


async def migrate(update: Update, context: Context) -> None:
    """A group became a supergroup. Both say so: the one that ends and the one that begins."""
    message = update.effective_message
    assert message is not None
    if message.migrate_to_chat_id:
        await context.services.store.migrate_chat(message.chat.id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id:
        await context.services.store.migrate_chat(message.migrate_from_chat_id, message.chat.id)
