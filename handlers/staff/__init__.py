"""The people who work on the bot: their roles, their chat, and what they did."""

from __future__ import annotations

from handlers.context import TyrnaApplication
from handlers.staff import audit_log, health, invitations, members, qr, staff_chat, statistics


def register(application: TyrnaApplication) -> None:
    """Stands before /start: a link that invites is one too."""
    members.register(application)
    staff_chat.register(application)
    audit_log.register(application)
    health.register(application)
    statistics.register(application)
    qr.register(application)
    invitations.register(application)
