"""What every handler has at hand: the knowledge base, the settings and the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from handlers.settings import Settings
from handlers.state import Place, Store
from handlers.transport.metrics import Metrics
from kb import KnowledgeBase, Language

# Neighbouring languages whose speakers read Russian more likely than English.
_READS_RUSSIAN = {"ky", "uz", "tg", "be", "uk"}


@dataclass
class Services:
    """What outlives one update."""

    kb: KnowledgeBase
    settings: Settings
    store: Store
    metrics: Metrics = field(default_factory=Metrics)


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context of one update, typed."""

    @property
    def services(self) -> Services:
        return cast(Services, self.application.bot_data["services"])

    async def language(self, update: Update) -> Language:
        """What a group's admins chose; else what this person last wrote in or chose, Telegram's language code, the default."""
        user, chat = update.effective_user, update.effective_chat
        if chat and chat.id < 0 and (membership := self.services.store.membership(chat.id)) and membership.language:
            return membership.language
        if user and (chosen := await self.services.store.language(user.id)):
            return chosen
        return by_code(user.language_code if user else None, self.services.settings.default_language)


TyrnaApplication = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]


def by_code(code: str | None, default: Language) -> Language:
    """The language for Telegram's code (an IETF tag such as `pt-br`); the default if there is none."""
    primary = (code or "").split("-")[0].lower()
    if primary in ("kk", "ru", "en"):
        return cast(Language, primary)
    if primary in _READS_RUSSIAN:
        return "ru"
    return "en" if primary else default


def place(update: Update) -> Place:
    """Where the conversation of this update goes on."""
    chat, user, message = update.effective_chat, update.effective_user, update.effective_message
    topic = message.message_thread_id if message and message.is_topic_message else None
    return Place(chat.id if chat else 0, topic or 0, user.id if user else 0)
