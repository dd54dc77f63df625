"""/health: how the bot is, for its owners in the chat."""

from __future__ import annotations

from datetime import timedelta

from babel.dates import format_timedelta
from telegram import Update
from telegram.ext import CommandHandler, filters

from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.show import say
from handlers.staff.rights import staff_only
from handlers.state import backup
from handlers.texts import text
from kb import Language


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("health", health, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE), Order.STAFF)


@staff_only("owner")
async def health(update: Update, context: Context) -> None:
    language, services = await context.language(update), context.services
    metrics, now = services.metrics, services.store.clock()
    file = services.store.driver.file
    copies = backup.kept(file) if file else []
    said = text(
        "health",
        language,
        since=_ago(metrics.uptime, language),
        revision=services.kb.revision,
        updates=int(metrics.value("tyrna_updates_total")),
        waiting=int(metrics.value("tyrna_updates_in_flight")),
        dropped=int(metrics.value("tyrna_updates_dropped")),
        errors=int(metrics.value("tyrna_errors_total")),
        last=_ago(metrics.since_previous_update, language),
        size=str(round(services.store.driver.size() / 1e6, 1)),
        backup=_ago(now - backup.made_at(copies[-1]) if copies else None, language) if file else text("health-copied-elsewhere", language),
    )
    await say(update, context, said)


def _ago(seconds: float | None, language: Language) -> str:
    """So long ago, in words; or never."""
    if seconds is None:
        return text("health-never", language)
    return format_timedelta(timedelta(seconds=-max(1, round(seconds))), add_direction=True, locale=language)
