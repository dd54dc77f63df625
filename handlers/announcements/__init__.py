"""Announcements: composed by staff, kept in the outbox, sent at the bot's own pace."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.announcements import compose, follow_up, messages, overview, progress, sending, topics
from handlers.announcements.notices import Notices
from handlers.announcements.pace import Pace
from handlers.announcements.progress import Progress
from handlers.announcements.schedule import is_quiet
from handlers.announcements.sender import Sender, Timing
from handlers.announcements.staff_names import announcers
from handlers.context import Context, Services, TyrnaApplication


def register(application: TyrnaApplication) -> None:
    compose.register(application)
    messages.register(application)
    overview.register(application)
    sending.register(application)
    follow_up.register(application)
    topics.register(application)


def sender_of(application: TyrnaApplication, pace: Pace) -> Sender:
    """The sender of this bot, wired but not started; `pace` is that of all that is sent unasked."""
    services: Services = application.bot_data["services"]
    settings, zone = services.settings.announcements, ZoneInfo(services.settings.timezone)

    async def staff() -> list[int]:
        return await announcers(services)

    return Sender(
        application.bot,
        services.store.outbox,
        pace,
        Timing(settings.undo, settings.staff_lead),
        services.settings.default_language,
        topics.keyboard,
        staff,
        Notices(Context(application)),
        services.store.migrate_chat,
        services.store.clock,
        quiet=lambda: is_quiet(datetime.fromtimestamp(services.store.clock(), zone), settings.quiet_hours),
    )


def progress_of(application: TyrnaApplication) -> Progress:
    """What keeps the cards of running announcements up to date, wired but not started."""
    return Progress(Context(application), progress.INTERVAL)
