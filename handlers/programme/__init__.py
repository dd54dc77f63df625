"""The programme of the festival: what is on, reminders, calendar files. Editors load it; people ask for it in their own words."""

from __future__ import annotations

from handlers.announcements.pace import Pace
from handlers.context import TyrnaApplication
from handlers.programme import chat, reminders, staff
from handlers.programme.chat import LINK, answer, last_query
from handlers.programme.posted import today
from handlers.programme.reminders import Reminders

__all__ = ["LINK", "Reminders", "answer", "last_query", "register", "reminders_of", "today"]


def register(application: TyrnaApplication) -> None:
    staff.register(application)
    chat.register(application)
    reminders.register(application)


def reminders_of(application: TyrnaApplication, pace: Pace) -> Reminders:
    """The sender of reminders of this bot, wired but not started; it shares the pace of announcements."""
    return Reminders(application, pace)
