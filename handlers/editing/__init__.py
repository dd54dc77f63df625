"""Editors mend the base in the chat: taught phrases, edited facts, spreadsheets. Each change is checked before it goes live."""

from __future__ import annotations

from handlers.context import TyrnaApplication
from handlers.editing import edit, kb_command, proposals, taught, upload
from handlers.editing.live import Watch


def register(application: TyrnaApplication) -> None:
    proposals.register(application)
    taught.register(application)
    kb_command.register(application)
    edit.register(application)
    upload.register(application)


def watch_of(application: TyrnaApplication) -> Watch:
    """What takes up another base while this bot runs, wired but not started."""
    return Watch(application)
