"""*Report outdated*: a guest tells from a card that it is out of date. Editors find it in /unanswered, and their reply reaches the guest."""

from __future__ import annotations

from typing import cast

from telegram import Chat, Update
from telegram.ext import CallbackQueryHandler

from handlers.context import Context, TyrnaApplication
from handlers.editing.prompts import prompt
from handlers.render import OUTDATED, escaped
from handlers.show import acknowledge
from handlers.texts import text
from kb import Language


def register(application: TyrnaApplication) -> None:
    application.add_handler(CallbackQueryHandler(report, rf"^{OUTDATED}:(kk|ru|en):[^:]+$"))


async def report(update: Update, context: Context) -> None:
    """Put it into the queue; in the private chat ask what has changed, which the guest may leave out."""
    pressed, chat = update.callback_query, update.effective_chat
    assert pressed is not None and pressed.data is not None
    _, code, record = pressed.data.split(":", 2)
    language, questions = cast(Language, code), context.services.store.questions
    found = context.services.kb.record(record)
    if found is None:
        await acknowledge(pressed, text("answer-again", language))
        return
    request = await questions.request(pressed.from_user.id, "outdated", record, language)
    if request is None:
        await acknowledge(pressed, text("outdated-already", language))
    elif chat is None or chat.type != Chat.PRIVATE:
        await acknowledge(pressed, text("outdated-in-group", language))
    else:
        await acknowledge(pressed)
        sent = await prompt(update, context, text("outdated-done", language, **escaped({"record": found.names.shown(language)})))
        await questions.put_prompt(sent.chat.id, sent.message_id, request, "comment")
