"""Editors mend the base in the chat: taught phrases, edited facts, spreadsheets. Each change is checked before it goes live."""

from __future__ import annotations

from handlers.context import TyrnaApplication
from handlers.editing import proposals


def register(application: TyrnaApplication) -> None:
    proposals.register(application)
