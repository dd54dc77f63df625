"""What people see of the programme: a day by hour or by venue, what is on now and next, one screening.

view.py      a day as it is shown, and as it stands in a button: `View`
schedule.py  which entries there are at one moment
lines.py     an entry in a line of text, and as a button
days.py      a day as one message, and what comes next where it has nothing
cards.py     one screening, one venue
guide.py     `Guide`: all of these, and the answers to questions
"""

from __future__ import annotations

from handlers.programme.views.cards import REMINDERS
from handlers.programme.views.guide import Guide
from handlers.programme.views.lines import Shown
from handlers.programme.views.view import CALENDAR, DAY, DAY_CALENDAR, MAP, PATTERN, REMIND, SCREENING, View

__all__ = ["CALENDAR", "DAY", "DAY_CALENDAR", "MAP", "PATTERN", "REMIND", "REMINDERS", "SCREENING", "Guide", "Shown", "View"]
