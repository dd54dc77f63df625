"""Announcements: composed by staff, kept in the outbox, sent at the bot's own pace."""

from __future__ import annotations

from handlers.announcements import topics
from handlers.announcements.pace import Pace
from handlers.announcements.sender import Sender, Timing
from handlers.context import Services, TyrnaApplication
from handlers.state.outbox import Announcement


def register(application: TyrnaApplication) -> None:
    topics.register(application)


def sender_of(application: TyrnaApplication, pace: Pace) -> Sender:
    """The sender of this bot, wired but not started; `pace` is that of all that is sent unasked."""
    services: Services = application.bot_data["services"]
    settings = services.settings.announcements

    async def staff() -> list[int]:
        given = [user_id for user_id, role in await services.store.staff() if role == "announcer"]
        return list(dict.fromkeys([*services.settings.staff.owners, *given]))

    async def tell(announcement: Announcement, event: str) -> None:
        return None

    return Sender(
        application.bot,
        services.store.outbox,
        pace,
        Timing(settings.undo, settings.staff_lead),
        services.settings.default_language,
        topics.keyboard,
        staff,
        tell,
        services.store.clock,
    )
