"""The row under an announcement, /topics, and what the bot says when somebody mutes a topic or wants no more announcements."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.announcements.content import TOPICS, Content
from handlers.context import Context, TyrnaApplication
from handlers.render import button
from handlers.show import acknowledge, change, say
from handlers.state.outbox import Announcement, Claim
from handlers.texts import text
from kb import LANGUAGES, Language

# The wave of the staff, whose copies can stop the rest.
STAFF = 0
# Callback data: mute a topic, hear of it again, no announcements at all (under an announcement); a topic on the list of /topics, and whether it
# becomes muted.
_MUTE, _UNMUTE, _STOP, _TOGGLE = "mute", "unmute", "stop", "topic"


def register(application: TyrnaApplication) -> None:
    names = "|".join(TOPICS)
    application.add_handler(CommandHandler("topics", topics, filters.ChatType.PRIVATE))
    application.add_handler(CallbackQueryHandler(mute, pattern=rf"^({_MUTE}|{_UNMUTE}):({names})$"))
    application.add_handler(CallbackQueryHandler(stop, pattern=f"^{_STOP}$"))
    application.add_handler(CallbackQueryHandler(toggle, pattern=rf"^{_TOGGLE}:({names})(:[01])?$"))


def keyboard(announcement: Announcement, content: Content, claim: Claim) -> InlineKeyboardMarkup | None:
    """The announcement's own buttons; in private chats also a small row to mute its topic or to unsubscribe; for staff, who get it first, Stop."""
    language: Language = next((code for code in LANGUAGES if code == claim.language), content.fallback)
    rows = [[InlineKeyboardButton(own.text(language), url=own.url)] for own in content.buttons]
    if claim.wave == STAFF and claim.action == "send":
        rows.append([button(text("announce-stop", language), f"an:stop:{announcement.id}:{announcement.version}")])
    if claim.type == "private":
        last = [button(text("mute-topic", language, topic=text(f"topic-{content.topic}", language)), f"{_MUTE}:{content.topic}")] if content.topic else []
        rows.append([*last, button(text("unsubscribe-short", language), _STOP)])
    return InlineKeyboardMarkup(rows) if rows else None


async def mute(update: Update, context: Context) -> None:
    """No more of this topic; and the button that takes it back. The announcement stays as it is."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None and update.effective_chat is not None
    action, topic = pressed.data.split(":")
    language = await context.language(update)
    await context.services.store.outbox.mute(update.effective_chat.id, topic, action == _MUTE)
    await acknowledge(pressed)
    name = text(f"topic-{topic}", language)
    if action == _MUTE:
        back = InlineKeyboardMarkup([[button(text("unmute-topic", language, topic=name), f"{_UNMUTE}:{topic}")]])
        await say(update, context, text("topic-muted", language, topic=name), back)
    else:
        await change(update, context, text("topic-unmuted", language, topic=name))


async def stop(update: Update, context: Context) -> None:
    """No more announcements at all. The announcement stays as it is."""
    pressed, chat = update.callback_query, update.effective_chat
    assert pressed is not None and chat is not None
    language = await context.language(update)
    if await context.services.store.subscription(chat.id) == "unsubscribed":
        await acknowledge(pressed, text("already-unsubscribed", language))
        return
    await context.services.store.set_subscription(chat.id, chat.type, "unsubscribed")
    await acknowledge(pressed)
    await say(update, context, text("unsubscribed", language))


async def topics(update: Update, context: Context) -> None:
    await say(update, context, *await _list(update, context))


async def toggle(update: Update, context: Context) -> None:
    """The button says what the topic becomes: a press that is handled twice, after a fault, comes to the same. An older button only turns it over."""
    pressed, chat = update.callback_query, update.effective_chat
    assert pressed is not None and pressed.data is not None and chat is not None
    _, topic, *becomes = pressed.data.split(":")
    muted = becomes == ["1"] if becomes else topic not in context.services.store.outbox.muted(chat.id)
    await context.services.store.outbox.mute(chat.id, topic, muted)
    await acknowledge(pressed)
    await change(update, context, *await _list(update, context))


async def _list(update: Update, context: Context) -> tuple[str, InlineKeyboardMarkup]:
    """Every topic with whether it is heard of."""
    assert update.effective_chat is not None
    language = await context.language(update)
    muted = context.services.store.outbox.muted(update.effective_chat.id)
    rows = [
        [button(f"{'🔕' if topic in muted else '🔔'} {text(f'topic-{topic}', language)}", f"{_TOGGLE}:{topic}:{int(topic not in muted)}")] for topic in TOPICS
    ]
    return text("topics", language), InlineKeyboardMarkup(rows)
