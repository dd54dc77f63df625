"""Who may announce, how they are named, and how all of them hear of something."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from telegram import Message

from handlers.announcements.card import Shown
from handlers.context import Context, Services
from handlers.staff.people import mentioned, names, tell_person
from handlers.staff.staff_chat import staff_chat, tell_staff
from kb import Language

# What came from the command line was written by nobody whom Telegram knows.
_COMMAND_LINE = "bot.py"


async def announcers(services: Services) -> list[int]:
    """Everybody who may announce: the owners and the announcers."""
    given = [user_id for user_id, role in await services.store.staff() if role == "announcer"]
    return list(dict.fromkeys([*services.settings.staff.owners, *given]))


async def name_of(context: Context, user_id: int | None) -> str:
    """A name in HTML with a link to the person."""
    return _COMMAND_LINE if user_id is None else await mentioned(context, user_id)


async def plain_name(context: Context, user_id: int | None) -> str:
    """A name as plain text, for an alert."""
    return _COMMAND_LINE if user_id is None else (await names(context, [user_id]))[user_id]


async def language_of(services: Services, user_id: int) -> Language:
    return await services.store.language(user_id) or services.settings.default_language


async def tell(context: Context, people: Iterable[int], said: Callable[[Language], Shown]) -> list[Message]:
    """Write to people in their languages; what was sent. Who cannot be reached is only logged."""
    sent = [await tell_person(context, user_id, lambda language: said(language)[0], lambda language: said(language)[1]) for user_id in people]
    return [message for message in sent if message]


async def tell_announcers(context: Context, said: Callable[[Language], Shown], but: int | None = None) -> list[Message]:
    """Write to the staff chat; where there is none, to everybody who may announce, but for the one who knows already."""
    if await staff_chat(context) is not None:
        return await tell_staff(context, lambda language: said(language)[0], lambda language: said(language)[1])
    return await tell(context, [user_id for user_id in await announcers(context.services) if user_id != but], said)
