"""/audit: what staff did, the newest first."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CommandHandler, filters

from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.render import escaped_text, fit, page_row
from handlers.show import say
from handlers.staff.pages import register_turning
from handlers.staff.people import mention, names
from handlers.staff.rights import staff_only
from handlers.state import AuditEntry
from handlers.texts import text
from kb import Language

PAGE = 20
_TURN = "au"


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("audit", begin, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE), Order.STAFF)
    register_turning(application, _TURN, "owner", _page)


@staff_only("owner")
async def begin(update: Update, context: Context) -> None:
    await say(update, context, *await _page(context, await context.language(update), 0))


async def _page(context: Context, language: Language, page: int) -> tuple[str, InlineKeyboardMarkup | None]:
    store = context.services.store
    pages = -(-await store.audit_size() // PAGE)
    if not pages:
        return text("audit-empty", language), None
    page = min(page, pages - 1)
    entries = await store.audit(PAGE, page * PAGE)
    known = await names(context, [*(entry.user_id for entry in entries), *(int(entry.subject) for entry in entries if _is_id(entry.subject))])
    zone = ZoneInfo(context.services.settings.timezone)
    lines = [text("audit", language, zone=zone.key), *(f"• {_line(entry, language, zone, known)}" for entry in entries)]
    keyboard = InlineKeyboardMarkup([page_row(page, pages, lambda number: f"{_TURN}:{number}")]) if pages > 1 else None
    return fit(lines), keyboard


def _line(entry: AuditEntry, language: Language, zone: ZoneInfo, known: dict[int, str]) -> str:
    at = format_datetime(datetime.fromtimestamp(entry.at, UTC), "dd.MM.y HH:mm", tzinfo=zone, locale=language)
    subject = mention(int(entry.subject), known) if _is_id(entry.subject) else escaped_text(entry.subject)
    try:
        what = text(f"audited-{entry.action}", language, subject=subject)
    except LookupError:  # noted by another version of the bot
        what = f"{escaped_text(entry.action)} {subject}"
    return f"{at} · {mention(entry.user_id, known)}: {what}"


def _is_id(subject: str) -> bool:
    """Whether it is the id of a person or, with a minus, of a group; announcements and records have other names."""
    return subject.removeprefix("-").isdecimal()
