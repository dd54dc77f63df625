"""/taught: the phrases that editors taught: what each asks for, who taught it and when; each can be removed."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, Services, TyrnaApplication
from handlers.editing.cards import name_of, property_name
from handlers.editing.proposals import propose
from handlers.editing.wanted import Wanted
from handlers.order import Order
from handlers.render import button, cut, escaped, fit, page_row
from handlers.show import acknowledge, say
from handlers.staff.pages import register_turning
from handlers.staff.people import mention, names
from handlers.staff.rights import staff_only
from handlers.texts import text
from kb import Language, UnknownQuery
from kb.query import Query

_PAGE = 8
_TURN, _REMOVE = "tp", "tr"


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("taught", begin, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE), Order.STAFF)
    register_turning(application, _TURN, "editor", _page)
    application.add_handler(CallbackQueryHandler(remove, rf"^{_REMOVE}:\d{{1,12}}$"), Order.STAFF)


@staff_only("editor")
async def begin(update: Update, context: Context) -> None:
    await say(update, context, *await _page(context, await context.language(update), 0))


@staff_only("editor")
async def remove(update: Update, context: Context) -> None:
    """Propose to remove a phrase: that is checked like everything else."""
    pressed, chat = update.callback_query, update.effective_chat
    assert pressed is not None and pressed.data is not None and chat is not None
    language = await context.language(update)
    wanted_id = int(pressed.data.split(":")[1])
    found = next((each for each in context.services.store.editing.taught() if each.id == wanted_id), None)
    if found is None:
        await acknowledge(pressed, text("taught-gone", language))
        return
    await acknowledge(pressed)
    await propose(context, chat.id, language, Wanted("unteach", found.phrase, removed_phrases=(found.id,)))


async def _page(context: Context, language: Language, page: int) -> tuple[str, InlineKeyboardMarkup | None]:
    taught = context.services.store.editing.taught()[::-1]
    if not taught:
        return text("taught-none", language), None
    pages = -(-len(taught) // _PAGE)
    page = min(page, pages - 1)
    shown = taught[page * _PAGE : (page + 1) * _PAGE]
    known = await names(context, [each.author_id for each in shown])
    zone = ZoneInfo(context.services.settings.timezone)
    lines = [text("taught", language, count=len(taught))]
    for each in shown:
        values = {"phrase": cut(each.phrase, 200), "asks": asked(context.services, each.query, language), "date": day(each.made_at, zone, language)}
        key = "taught-line-from" if each.question_id else "taught-line"
        origin = {"question": str(each.question_id)} if each.question_id else {}
        lines.append(text(key, language, **escaped(values | origin), by=mention(each.author_id, known)))
    rows = [[button(text("taught-remove", language, phrase=cut(each.phrase, 60)), f"{_REMOVE}:{each.id}")] for each in shown]
    if pages > 1:
        rows.append(page_row(page, pages, lambda number: f"{_TURN}:{number}"))
    return fit(lines), InlineKeyboardMarkup(rows)


def asked(services: Services, query: str, language: Language) -> str:
    """What a query asks for, in words where it is about records; plain text."""
    try:
        parsed = Query.parse(query)
    except UnknownQuery:
        return query
    if not parsed.records:
        return query
    shown = ", ".join(name_of(services, record, language) for record in parsed.records)
    named = [property_name(each, language) for each in (parsed.property or "").split("+") if each and not each.isdigit()]
    return f"{shown} · {', '.join(named)}" if named else shown


def day(at: int, zone: ZoneInfo, language: Language) -> str:
    return format_date(datetime.fromtimestamp(at, UTC).astimezone(zone), "dd.MM.y", locale=language)
