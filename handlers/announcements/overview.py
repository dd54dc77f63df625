"""/announcements: all of them with their states; each opens its card, and can be used again."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CommandHandler, filters

from handlers.announcements.card import LIST, data
from handlers.announcements.compose import begin, in_private
from handlers.announcements.press import Press, on, show
from handlers.announcements.sender import content_of
from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.render import button, page_row
from handlers.show import acknowledge, say
from handlers.staff.pages import register_turning
from handlers.staff.rights import is_owner, staff_only
from handlers.state.outbox import Announcement
from handlers.texts import text
from kb import Language

PAGE = 8


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("announcements", announcements, filters.UpdateType.MESSAGE), Order.STAFF)
    register_turning(application, LIST, "announcer", _page)
    for verb, handler in (("open", open_card), ("reuse", use_again)):
        on(application, verb, handler, any_version=True)


@staff_only("announcer")
async def announcements(update: Update, context: Context) -> None:
    """All of them, the newest first, with their states."""
    if await in_private(update, context):
        await say(update, context, *await _page(context, await context.language(update), 0))


async def _page(context: Context, language: Language, page: int) -> tuple[str, InlineKeyboardMarkup | None]:
    outbox = context.services.store.outbox
    number = outbox.number()
    pages = -(-number // PAGE)
    if not number:
        return text("announce-none", language), None
    page = min(page, pages - 1)
    rows = [[button(_line(found, language), data("open", found))] for found in outbox.page(PAGE, page * PAGE)]
    return text("announce-list", language, number=number), InlineKeyboardMarkup(
        [*rows, page_row(page, pages, lambda other: f"{LIST}:{other}")] if pages > 1 else rows
    )


def _line(announcement: Announcement, language: Language) -> str:
    said = " ".join(content_of(announcement).body(language).text.split())
    return f"{announcement.id} · {text('announce-state', language, state=announcement.state, action=announcement.action)} · {said}"


async def open_card(update: Update, context: Context, press: Press) -> None:
    await acknowledge(press.query)
    await show(update, context, press.announcement.id)


async def use_again(update: Update, context: Context, press: Press) -> None:
    """A new draft with the same content, to be sent at once."""
    await acknowledge(press.query)
    content = press.content
    await begin(update, context, content if is_owner(context, press.user_id) else content.changed(urgent=False))
