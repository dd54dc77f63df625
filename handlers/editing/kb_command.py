"""/kb: how far the base stands from the shipped one; `/kb export` sends it as files, `/kb undo` takes an edit back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, Services, TyrnaApplication
from handlers.editing.cards import name_of, property_name
from handlers.editing.proposals import propose
from handlers.editing.sheets import export
from handlers.editing.taught import day
from handlers.editing.wanted import Wanted
from handlers.order import Order
from handlers.render import button, escaped, fit, page_row
from handlers.show import acknowledge, say
from handlers.staff.pages import register_turning
from handlers.staff.people import mention, names
from handlers.staff.rights import staff_only
from handlers.state.editing import Kept
from handlers.texts import text
from kb import Language

_PAGE = 6
_TURN, _UNDO = "ku", "kx"


def register(application: TyrnaApplication) -> None:
    new = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("kb", command, new), Order.STAFF)
    register_turning(application, _TURN, "editor", _edits)
    application.add_handler(CallbackQueryHandler(undo, rf"^{_UNDO}:[0-9a-f]{{8}}$"), Order.STAFF)


@staff_only("editor")
async def command(update: Update, context: Context) -> None:
    """`/kb`, `/kb export`, `/kb undo`."""
    language = await context.language(update)
    match (context.args or [""])[0].lower():
        case "export":
            await export(update, context)
        case "undo":
            await say(update, context, *await _edits(context, language, 0))
        case _:
            await say(update, context, _overview(context.services, language))


def _overview(services: Services, language: Language) -> str:
    kept = services.store.editing.changes()
    values = {
        "revision": services.kb.revision,
        "edits": len({each.edit_id for each in kept}),
        "changes": len(kept),
        "aside": sum(each.set_aside for each in kept),
        "taught": len(services.store.editing.taught()),
    }
    return text("kb-overview", language, **values)


@staff_only("editor")
async def undo(update: Update, context: Context) -> None:
    """Propose to take an edit back: that is checked like everything else."""
    pressed, chat = update.callback_query, update.effective_chat
    assert pressed is not None and pressed.data is not None and chat is not None
    language = await context.language(update)
    edit_id = pressed.data.split(":")[1]
    changes = [each for each in context.services.store.editing.changes() if each.edit_id == edit_id]
    if not changes:
        await acknowledge(pressed, text("kb-edit-gone", language))
        return
    await acknowledge(pressed)
    await propose(context, chat.id, language, Wanted("undo", title(context.services, changes, language), removed_edits=(edit_id,)))


async def _edits(context: Context, language: Language, page: int) -> tuple[str, InlineKeyboardMarkup | None]:
    """The edits, the newest first; those of which something is set aside say so."""
    kept = context.services.store.editing.changes()
    edits = [list(group) for _, group in groupby(kept, key=lambda each: each.edit_id)][::-1]
    if not edits:
        return text("kb-no-edits", language), None
    pages = -(-len(edits) // _PAGE)
    page = min(page, pages - 1)
    shown = edits[page * _PAGE : (page + 1) * _PAGE]
    known = await names(context, [changes[0].author_id for changes in shown])
    zone = ZoneInfo(context.services.settings.timezone)
    lines, rows = [text("kb-edits", language)], []
    for number, changes in enumerate(shown, page * _PAGE + 1):
        what = title(context.services, changes, language)
        values = {"number": str(number), "title": what, "date": day(changes[0].made_at, zone, language)}
        lines.append(text("kb-edit", language, **escaped(values), by=mention(changes[0].author_id, known)))
        if aside := sum(each.set_aside for each in changes):
            lines.append(text("kb-edit-aside", language, count=aside))
        rows.append([button(text("kb-undo", language, number=str(number), title=what), f"{_UNDO}:{changes[0].edit_id}")])
    if pages > 1:
        rows.append(page_row(page, pages, lambda at: f"{_TURN}:{at}"))
    return fit(lines), InlineKeyboardMarkup(rows)


def title(services: Services, changes: Sequence[Kept], language: Language) -> str:
    """What an edit is about: its first record and property, and how many more; plain text."""
    cells = dict.fromkeys((each.change.record, each.change.property) for each in changes)
    record, prop = next(iter(cells))
    named = f"{name_of(services, record, language)} · {property_name(prop, language)}"
    return text("kb-title-more", language, title=named, count=len(cells) - 1) if len(cells) > 1 else named
