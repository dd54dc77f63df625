"""What a pressed button of an announcement is about, for those who have the right; and how the card changes."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from telegram import CallbackQuery, Update
from telegram.error import BadRequest, Forbidden
from telegram.ext import CallbackQueryHandler

from handlers.announcements.card import Shown, draft, menu
from handlers.announcements.content import Content
from handlers.announcements.progress import running, waiting
from handlers.announcements.report import report
from handlers.announcements.review import review
from handlers.announcements.sender import content_of
from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.show import acknowledge, change
from handlers.staff.rights import is_owner, staff_only
from handlers.state.outbox import Announcement, Step
from handlers.texts import text
from kb import LANGUAGES, Language


@dataclass(frozen=True)
class Press:
    """A button, pressed by somebody who has the right."""

    query: CallbackQuery
    announcement: Announcement
    argument: str
    language: Language

    @property
    def user_id(self) -> int:
        return self.query.from_user.id

    @property
    def content(self) -> Content:
        return content_of(self.announcement)


Verb = Callable[[Update, Context, Press], Coroutine[Any, Any, None]]


def on(application: TyrnaApplication, verb: str, handler: Verb, any_version: bool = False) -> None:
    """Handle a button of announcements. One of a version that is no more shows what there is now, unless `any_version`."""

    @staff_only("announcer")
    async def pressed(update: Update, context: Context) -> None:
        query = update.callback_query
        assert query is not None and query.data is not None
        _, _, announcement_id, version, *argument = query.data.split(":")
        language = await context.language(update)
        announcement = context.services.store.outbox.get(int(announcement_id))
        if announcement is None:
            await acknowledge(query, text("announce-gone", language))
            return
        press = Press(query, announcement, argument[0] if argument else "", language)
        if announcement.version != int(version) and not any_version:
            await refuse(update, context, press, "announce-changed")
            return
        try:
            await handler(update, context, press)
        except Forbidden:  # what goes to the private chat of somebody who never opened it
            await acknowledge(query, text("announce-open-private", language))

    application.add_handler(CallbackQueryHandler(pressed, rf"^an:{verb}:\d{{1,12}}:\d{{1,9}}(:[\w.-]*)?$"), Order.STAFF)


async def refuse(update: Update, context: Context, press: Press, key: str, **values: str | int) -> None:
    """Say why nothing happened, and show the announcement as it is now."""
    await acknowledge(press.query, text(key, press.language, **values))
    await show(update, context, press.announcement.id)


async def show(update: Update, context: Context, announcement_id: int, view: str = "main") -> None:
    """Show an announcement in the message whose button was pressed."""
    announcement = context.services.store.outbox.get(announcement_id)
    message = update.effective_message
    assert announcement is not None and update.effective_user is not None
    if message and message.chat.type == "private":
        await expect(context, update.effective_user.id, announcement, view, message.message_id)
    await change(update, context, *await shown(update, context, announcement, view))


async def shown(update: Update, context: Context, announcement: Announcement, view: str = "main") -> Shown:
    """The card for the person of this update."""
    services, language = context.services, await context.language(update)
    assert update.effective_user is not None
    user_id = update.effective_user.id
    match announcement.state:
        case "draft" if view != "main":
            return menu(services, announcement, language, view)
        case "draft":
            return await draft(services, announcement, language, is_owner(context, user_id), awaited(content_of(announcement)))
        case "review":
            return await review(context, announcement, language, user_id)
        case "scheduled" | "countdown":
            return await waiting(context, announcement, language)
        case "sending" | "paused":
            return await running(services, announcement, language)
    return await report(context, announcement, language)


def awaited(content: Content) -> str:
    """What a message beside the open card is: a text, while one is missing."""
    return "text" if any(code not in content.bodies for code in LANGUAGES) else ""


async def expect(context: Context, user_id: int, announcement: Announcement, view: str, card_message_id: int | None) -> None:
    """Note what the next message of this person is."""
    outbox = context.services.store.outbox
    if announcement.state != "draft":
        await outbox.end_step(user_id)
        return
    awaits = awaited(content_of(announcement)) if view == "main" else view if view not in ("whom", "topic") else ""
    await outbox.set_step(user_id, Step(announcement.id, awaits, None, card_message_id))


async def move_card(update: Update, context: Context, announcement: Announcement) -> None:
    """Bring the card below what was just written: there is one card, and it stands last."""
    user = update.effective_user
    assert user is not None
    outbox = context.services.store.outbox
    before = outbox.step(user.id)
    if before and before.card_message_id:
        await remove(context, user.id, before.card_message_id)
    said, markup = await shown(update, context, announcement)
    message = await context.bot.send_message(user.id, said, "HTML", reply_markup=markup)
    await expect(context, user.id, announcement, "main", message.message_id)


async def remove(context: Context, chat_id: int, message_id: int) -> None:
    """Delete a message of the bot; one that is gone or too old loses its place all the same."""
    try:
        await context.bot.delete_message(chat_id, message_id)
    except BadRequest:
        return


async def save(context: Context, user_id: int, announcement: Announcement, content: Content, **times: int | None) -> Announcement | None:
    """Change a draft, and `due_at` or `expires_at` where they are given; None if somebody else changed it meanwhile."""
    after = replace(announcement, **times)  # type: ignore[arg-type]
    outbox = context.services.store.outbox
    done = await outbox.edit(announcement.id, announcement.version, content.model_dump_json(), after.expires_at, after.due_at, user_id)
    return outbox.get(announcement.id) if done else None
