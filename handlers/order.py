"""The order in which handlers see an update: group by group, and of each group only the first handler that takes it.

What staff may do ends an update's way (`handlers/staff/rights.py`), and so does a press that the guard refuses; else it goes on to the groups below.
"""

from __future__ import annotations

from enum import IntEnum


class Order(IntEnum):
    """The groups, first to last. Within one, handlers stand as `handlers.register` brings them."""

    # What somebody else's button, or a forged one, holds must reach nothing below.
    GUARD = -6
    # A file that an editor sends can be the base or the programme: whatever is no base goes on.
    BASE_FILES = -5
    # A message is the text of a fact if one is open and no announcement waits for it; STAFF_MESSAGES takes the others.
    EDIT_MESSAGES = -4
    # Takes nothing away, and notes private messages that a command of staff would end.
    SEEN = -3
    # Before guests': whoever has no right falls through to those.
    STAFF = -2
    # After the commands: the rest of what staff send is for the announcement that they compose, or is a programme.
    STAFF_MESSAGES = -1
    # python-telegram-bot's own number: where handlers stand that name no group.
    GUESTS = 0
