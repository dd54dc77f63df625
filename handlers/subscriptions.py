"""/subscribe, /unsubscribe: whether a private chat gets the festival's announcements; offered once, under the greeting."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, TyrnaApplication
from handlers.render import button
from handlers.show import acknowledge, change, say
from handlers.state import Subscription
from handlers.texts import text
from kb import Language

# Callback data: from the greeting, and from the messages that confirm a choice.
_GREETING, _YES, _NO = "sub:hi", "sub:yes", "sub:no"


def register(application: TyrnaApplication) -> None:
    private = filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("subscribe", subscribe, private))
    application.add_handler(CommandHandler("unsubscribe", unsubscribe, private))
    application.add_handler(CallbackQueryHandler(choose, pattern=rf"^({_GREETING}|{_YES}|{_NO})$"))


async def offer(update: Update, context: Context, language: Language) -> list[list[InlineKeyboardButton]]:
    """The row that offers the announcements; none if this chat was offered them before, or is not private."""
    chat = update.effective_chat
    if chat is None or chat.type != "private" or not await context.services.store.offer_subscription(chat.id, chat.type):
        return []
    return [[button(text("subscribe", language), _GREETING)]]


async def take_back(update: Update, context: Context) -> None:
    """The offer could not be sent: it comes with the next greeting."""
    assert update.effective_chat is not None
    await context.services.store.take_back_offer(update.effective_chat.id)


def still_offered(update: Update, language: Language) -> list[list[InlineKeyboardButton]]:
    """The same row in another language, if the greeting at hand shows it."""
    message = update.effective_message
    shown = message.reply_markup.inline_keyboard if message and message.is_accessible and message.reply_markup else ()
    return [[button(text("subscribe", language), _GREETING)]] if any(b.callback_data == _GREETING for row in shown for b in row) else []


async def subscribe(update: Update, context: Context) -> None:
    await say(update, context, *await _set(update, context, "subscribed"))


async def unsubscribe(update: Update, context: Context) -> None:
    await say(update, context, *await _set(update, context, "unsubscribed"))


async def choose(update: Update, context: Context) -> None:
    """A button. The greeting stays and is answered by a message of its own; the other buttons edit theirs."""
    pressed = update.callback_query
    assert pressed is not None and update.effective_chat is not None
    choice: Subscription = "unsubscribed" if pressed.data == _NO else "subscribed"
    if await context.services.store.subscription(update.effective_chat.id) == choice:
        await acknowledge(pressed, text(f"already-{choice}", await context.language(update)))
        return
    said = await _set(update, context, choice)
    await acknowledge(pressed)
    await (say if pressed.data == _GREETING else change)(update, context, *said)


async def _set(update: Update, context: Context, choice: Subscription) -> tuple[str, InlineKeyboardMarkup]:
    """Note the choice; what to say of it, with the button that takes it back."""
    chat = update.effective_chat
    assert chat is not None
    language = await context.language(update)
    await context.services.store.set_subscription(chat.id, chat.type, choice)
    back = button(text("unsubscribe", language), _NO) if choice == "subscribed" else button(text("subscribe", language), _YES)
    return text(choice, language), InlineKeyboardMarkup([[back]])
