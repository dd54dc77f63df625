"""Everything that knows Telegram and the people in it."""

from __future__ import annotations

from handlers import imports  # noqa: F401  # before all others

# isort: split
from handlers import announcements, browse, buttons, editing, errors, groups, inline, privacy, profile, programme, questions, seen, staff, start, subscriptions
from handlers.context import TyrnaApplication
from handlers.editing import asked_person, outdated, requests, tell_me, unanswered
from handlers.staff import menus

# The kinds of updates that these handlers take: https://core.telegram.org/bots/api#update
UPDATES = ("message", "edited_message", "callback_query", "inline_query", "chosen_inline_result", "my_chat_member")


def register(application: TyrnaApplication) -> None:
    """Every handler, in the order in which Telegram's updates meet them: buttons of answers, staff, commands and free text, the rest."""
    seen.register(application)
    buttons.register_guard(application)
    questions.register_buttons(application)
    staff.register(application)
    groups.register(application)
    unanswered.register(application)
    requests.register(application)
    editing.register(application)
    programme.register(application)
    start.register(application)
    browse.register(application)
    subscriptions.register(application)
    announcements.register(application)
    privacy.register(application)
    tell_me.register(application)
    asked_person.register(application)
    outdated.register(application)
    questions.register(application)
    inline.register(application)
    buttons.register_rest(application)
    errors.register(application)


async def publish(application: TyrnaApplication) -> None:
    """What Telegram shows of the bot: to everybody, and the menus of staff."""
    await profile.publish(application)
    await menus.publish(application)
