"""The buttons that turn the pages of what staff look through."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler

from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.show import acknowledge, change
from handlers.staff.rights import Role, staff_only
from kb import Language

# The text and the buttons of a page; the first one has the number 0.
Page = Callable[[Context, Language, int], Awaitable[tuple[str, InlineKeyboardMarkup | None]]]


def register_turning(application: TyrnaApplication, verb: str, role: Role, page: Page) -> None:
    """Show the page that a button with the data `verb:number` names, in the place of the one above it."""

    @staff_only(role)
    async def turn(update: Update, context: Context) -> None:
        pressed = update.callback_query
        assert pressed is not None and pressed.data is not None
        await acknowledge(pressed)
        await change(update, context, *await page(context, await context.language(update), int(pressed.data.split(":")[1])))

    application.add_handler(CallbackQueryHandler(turn, rf"^{verb}:\d{{1,4}}$"), Order.STAFF)
