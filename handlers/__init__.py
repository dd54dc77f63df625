"""Everything that knows Telegram and the people in it."""

from __future__ import annotations

from handlers import errors, privacy, questions, start
from handlers.context import TyrnaApplication

# The kinds of updates that these handlers take: https://core.telegram.org/bots/api#update
UPDATES = ("message", "edited_message", "callback_query")


def register(application: TyrnaApplication) -> None:
    """Every handler, in the order in which Telegram's updates meet them: commands, then buttons and free text."""
    start.register(application)
    privacy.register(application)
    questions.register(application)
    errors.register(application)
