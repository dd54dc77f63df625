"""/announce: a draft on one card, whose buttons open each choice. Step and draft live in the store."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import CommandHandler, filters

from handlers.announcements.card import VIEWS
from handlers.announcements.content import Content
from handlers.announcements.press import Press, expect, on, refuse, save, show, shown
from handlers.context import Context, Services, TyrnaApplication
from handlers.order import Order
from handlers.show import acknowledge, say
from handlers.staff.rights import audit, is_owner, staff_only
from handlers.state.outbox import Announcement
from handlers.texts import text
from kb import LANGUAGES

# A year: later than that is a slip of the finger.
MOST_MINUTES = 366 * 24 * 60


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("announce", announce, filters.UpdateType.MESSAGE), Order.STAFF)
    for verb, handler in (("view", view), ("set", choose), ("delete", delete), ("edit", edit_again)):
        on(application, verb, handler)


@staff_only("announcer")
async def announce(update: Update, context: Context) -> None:
    """A new draft, and its card."""
    if not await in_private(update, context):
        return
    content = Content(fallback=context.services.settings.announcements.fallback_language)
    await begin(update, context, content)


async def in_private(update: Update, context: Context) -> bool:
    """Drafts are nobody else's business: in a group there is only a hint."""
    if update.effective_chat and update.effective_chat.type == "private":
        return True
    await say(update, context, text("announce-in-private", await context.language(update)))
    return False


async def begin(update: Update, context: Context, content: Content) -> None:
    await send_card(update, context, await add(update, context, content))


async def add(update: Update, context: Context, content: Content) -> Announcement:
    """A new draft of whoever this update is of; one of theirs that says the same and was not touched yet is as good, as after a fault."""
    user = update.effective_user
    assert user is not None
    outbox = context.services.store.outbox
    untouched = (one for one in outbox.newest() if one.state == "draft" and one.version == 1 and one.author_id == user.id)
    if same := next((one for one in untouched if one.content == content.model_dump_json()), None):
        return same
    announcement_id = await outbox.add(content.model_dump_json(), user.id)
    await audit(update, context, "announcement-composed", f"#{announcement_id}")
    announcement = outbox.get(announcement_id)
    assert announcement is not None
    return announcement


async def send_card(update: Update, context: Context, announcement: Announcement) -> None:
    """The card as a new message in the private chat. Raises `Forbidden` if this person never opened it."""
    user = update.effective_user
    assert user is not None
    said, markup = await shown(update, context, announcement)
    message = await context.bot.send_message(user.id, said, "HTML", reply_markup=markup)
    await expect(context, user.id, announcement, "main", message.message_id)


async def view(update: Update, context: Context, press: Press) -> None:
    """Open one of the choices, or go back to the card."""
    await acknowledge(press.query)
    await show(update, context, press.announcement.id, press.argument if press.argument in VIEWS else "main")


async def edit_again(update: Update, context: Context, press: Press) -> None:
    """From the preview back to the draft: whatever was approved has to be approved again."""
    announcement = press.announcement
    if announcement.state != "review" or not await save(context, press.user_id, announcement, press.content):
        await refuse(update, context, press, "announce-changed")
        return
    await acknowledge(press.query)
    await show(update, context, announcement.id)


async def delete(update: Update, context: Context, press: Press) -> None:
    """A draft that nobody needs; it stays in the list, and can be used again."""
    if press.announcement.state != "draft" or not await context.services.store.outbox.move(press.announcement.id, "draft", "cancelled", press.user_id):
        await refuse(update, context, press, "announce-changed")
        return
    await audit(update, context, "announcement-deleted", f"#{press.announcement.id}")
    await acknowledge(press.query)
    await show(update, context, press.announcement.id)


async def choose(update: Update, context: Context, press: Press) -> None:
    """One of the choices was made."""
    key, _, value = press.argument.partition("-")
    if key == "urgent" and value == "1" and not is_owner(context, press.user_id):
        await acknowledge(press.query, text("announce-urgent-owner", press.language))
        return
    if press.announcement.state != "draft":
        await refuse(update, context, press, "announce-changed")
        return
    try:
        changes, times = _choice(context.services, press.content, key, value)
        content = press.content.changed(**changes)
    except (ValueError, KeyError):  # forged, or nobody would be left to get it
        await acknowledge(press.query, text("announce-no-choice", press.language))
        return
    if not await save(context, press.user_id, press.announcement, content, **times):
        await refuse(update, context, press, "announce-changed")
        return
    await acknowledge(press.query)
    await show(update, context, press.announcement.id, "whom" if key in ("audience", "language", "type") else "main")


def _choice(services: Services, content: Content, key: str, value: str) -> tuple[dict[str, object], dict[str, int | None]]:
    """What a choice changes of the content, and of the times. Raises `ValueError` or `KeyError` for what is no choice."""
    now = services.store.clock()
    match key:
        case "sound":
            return {"silent": {"auto": None, "silent": True, "sound": False}[value]}, {}
        case "preview" | "urgent" if value in ("0", "1"):
            return {{"preview": "link_preview", "urgent": "urgent"}[key]: value == "1"}, {}
        case "unknown" | "audience":
            return {key: value}, {}
        case "topic":
            return {"topic": "" if value == "none" else value}, {}
        case "language":
            return {"languages": _toggled(content.languages, value, LANGUAGES)}, {}
        case "type":
            return {"types": _toggled(content.types, value, ("private", "groups", "channels"))}, {}
        case "media" | "links":
            return {"media": None} if key == "media" else {"buttons": ()}, {}
        case "untext":
            return {"bodies": {code: body for code, body in content.bodies.items() if code != value}}, {}
        case "due" if value == "tomorrow":
            tomorrow = datetime.fromtimestamp(now, ZoneInfo(services.settings.timezone)) + timedelta(days=1)
            return {}, {"due_at": int(tomorrow.replace(hour=9, minute=30, second=0, microsecond=0).timestamp())}
        case "due" | "expires":
            minutes = int(value)
            if not 0 <= minutes <= MOST_MINUTES:
                raise ValueError(value)
            return {}, {f"{key}_at": int(now) + minutes * 60 if minutes else None}
    raise ValueError(key)


def _toggled(chosen: tuple[str, ...], value: str, all_of_them: tuple[str, ...]) -> tuple[str, ...]:
    after = tuple(one for one in all_of_them if (one in chosen) != (one == value))
    if not after or value not in all_of_them:
        raise ValueError(value)
    return after
