"""`bot.py announce` and `bot.py announcements`: the outbox from the command line, also while the bot runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import Any
from zoneinfo import ZoneInfo

from handlers.announcements.content import ContentFault, read_file
from handlers.announcements.preview import differences
from handlers.announcements.sender import content_of
from handlers.settings import Settings
from handlers.state import Store
from handlers.state.outbox import Announcement
from handlers.texts import text

# So many characters of a text tell which announcement it is.
_SHOWN = 60


async def announce_file(settings: Settings, path: Path, dry_run: bool) -> list[str]:
    """Put the announcement of a YAML file into the outbox; lines that say what will happen.

    Raises:
        ContentFault: with every fault of the file.
    """
    content, schedule, expires = read_file(path, settings.announcements.fallback_language, ZoneInfo(settings.timezone))
    store = await Store.open(settings.state_location, question_days=settings.questions.days)
    try:
        now = int(store.clock())
        if expires and expires.timestamp() <= now:
            raise ContentFault(f"{path}: expires: {expires.isoformat()} is past; nobody would get it")
        if schedule and schedule.timestamp() <= now:
            raise ContentFault(f"{path}: schedule: {schedule.isoformat()} is past; leave it out to send at once")
        if schedule and expires and expires <= schedule:
            raise ContentFault(f"{path}: expires: {expires.isoformat()} is not after schedule ({schedule.isoformat()}); nobody would get it")
        counted = await store.outbox.count_audience(content.whom(), settings.default_language)
        lines = [f"at {schedule.isoformat(' ', 'minutes')}" if schedule else "at once"]
        lines += [f"texts in {', '.join(content.bodies)}"] if content.bodies else []
        lines += [f"{number} chats ({kind}) in {language}" for language, kind, number in counted] or ["nobody but staff would get it now"]
        if missing := content.missing():
            lines.append(f"no text in {', '.join(missing)}: these people get the one in {content.said_in(missing[0])}")
        total = sum(number for _, _, number in counted)
        lines.append(f"{total} messages, about {round(total / settings.announcements.rate)} s at {settings.announcements.rate:g} a second")
        lines += [text("announce-differs", "en", kind=kind, found=found) for kind, found in differences(content, "en")]
        if dry_run:
            return [*lines, "dry run: nothing is sent"]
        due_at = int(schedule.timestamp()) if schedule else now
        announcement_id = await store.outbox.add(content.model_dump_json(), None, "scheduled", due_at, int(expires.timestamp()) if expires else None)
        return [*lines, f"announcement {announcement_id} is in the outbox; the running bot sends it"]
    finally:
        await store.close()


async def overview(settings: Settings) -> list[dict[str, Any]]:
    """Each announcement, the newest first: its state, when it is or was due, how many deliveries are in which state, how its text begins."""
    store = await Store.open(settings.state_location, question_days=settings.questions.days)
    try:
        return [await _line(settings, store, found) for found in store.outbox.newest(1000)]
    finally:
        await store.close()


async def _line(settings: Settings, store: Store, found: Announcement) -> dict[str, Any]:
    due = datetime.fromtimestamp(found.due_at, ZoneInfo(settings.timezone)).isoformat(" ", "minutes") if found.due_at else ""
    said = " ".join(content_of(found).body(settings.default_language).text.split())
    return {
        "id": found.id,
        "state": found.state,
        "due": due,
        "deliveries": await store.outbox.counts_by_state(found),
        "text": shorten(said, _SHOWN, placeholder="…"),
    }
