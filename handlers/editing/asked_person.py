"""*Ask a person*: a question that the base does not answer goes to the staff chat, without whoever asked."""

from __future__ import annotations

from typing import cast

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler

from handlers.context import Context, TyrnaApplication
from handlers.noting import ASK_PERSON
from handlers.render import escaped
from handlers.show import acknowledge
from handlers.staff.staff_chat import staff_chat, tell_staff
from handlers.texts import text
from kb import Language


def register(application: TyrnaApplication) -> None:
    application.add_handler(CallbackQueryHandler(ask, rf"^{ASK_PERSON}:(kk|ru|en):\d{{1,15}}$"))


async def ask(update: Update, context: Context) -> None:
    """Pass the question on; pressed again, it says that this has been done."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, number = pressed.data.split(":")
    language, questions = cast(Language, code), context.services.store.questions
    wording = await questions.wording(int(number))
    if wording is None:
        await acknowledge(pressed, text("answer-again", language))
        return
    if await staff_chat(context) is None:
        await acknowledge(pressed, text("ask-person-nobody", language))
        return
    request = await questions.request(pressed.from_user.id, "question", wording.text, language)
    if request is None:
        await acknowledge(pressed, text("ask-person-already", language))
        return
    values = escaped({"question": wording.text})
    try:
        sent = await tell_staff(context, lambda reader: text("person-asked", reader, written=language, **values))
    except TelegramError:
        await questions.withdraw_request(request)
        raise
    for message in sent:
        await questions.put_prompt(message.chat.id, message.message_id, request, "answer")
    # If nobody could be told, it waits in the queue of /unanswered.
    await acknowledge(pressed, text("ask-person-done", language))
