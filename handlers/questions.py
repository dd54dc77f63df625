"""Text → knowledge base → reply; an edited question edits its answer; buttons ask further or flip the language."""

from __future__ import annotations

from typing import cast

from telegram import LinkPreviewOptions, Message, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers.context import Context, TyrnaApplication, place
from handlers.render import ASK, FLIP, html, keyboard
from handlers.texts import text
from kb import LANGUAGES, Question, Reply, UnknownQuery

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def register(application: TyrnaApplication) -> None:
    private = filters.ChatType.PRIVATE
    application.add_handler(MessageHandler(private & filters.TEXT & ~filters.COMMAND, answer))
    # Known commands were taken by the handlers before these; in groups an unknown one is meant for another bot.
    application.add_handler(MessageHandler(private & filters.COMMAND & filters.UpdateType.MESSAGE, unknown_command))
    application.add_handler(MessageHandler(private & ~filters.TEXT & ~filters.COMMAND & ~filters.StatusUpdate.ALL & filters.UpdateType.MESSAGE, not_text))
    application.add_handler(CallbackQueryHandler(ask_further, pattern=rf"^{ASK}:(kk|ru|en):"))
    application.add_handler(CallbackQueryHandler(flip, pattern=rf"^{FLIP}:(kk|ru|en):"))


async def answer(update: Update, context: Context) -> None:
    """Answer a message, or edit the answer of an edited one."""
    message = cast(Message, update.effective_message)
    services, here = context.services, place(update)
    last = await services.store.last_query(here)
    if message.reply_to_message:
        last = await services.store.query_of_answer(here.chat_id, message.reply_to_message.message_id) or last
    reply = services.kb.ask(Question(message.text or "", await context.language(update), last))
    short = await _short(reply, context)
    before = await services.store.answer_to(here.chat_id, message.message_id) if update.edited_message else None
    sent_id = before if before and await _edit(context, here.chat_id, before, reply, short) else None
    if sent_id is None:
        sent = await message.reply_text(html(reply), ParseMode.HTML, reply_markup=keyboard(reply, short), link_preview_options=_NO_PREVIEW)
        sent_id = sent.message_id
    if message.text and reply.detected:
        await services.store.set_language(here.user_id, reply.language)
    if query := short or reply.query:
        await services.store.set_last_query(here, query)
    await services.store.set_answer(here.chat_id, message.message_id, sent_id, short or reply.query)


async def _edit(context: Context, chat_id: int, message_id: int, reply: Reply, short: str | None) -> bool:
    """Whether the earlier answer now shows this reply; False if it is gone or too old to edit."""
    try:
        await context.bot.edit_message_text(
            html(reply), chat_id, message_id, parse_mode=ParseMode.HTML, reply_markup=keyboard(reply, short), link_preview_options=_NO_PREVIEW
        )
    except BadRequest as error:
        return "not modified" in str(error).lower()
    return True


async def _short(reply: Reply, context: Context) -> str | None:
    """A short id for a query that is too long for a button."""
    if reply.long_query is None:
        return None
    return "@" + await context.services.store.keep_query(reply.long_query)


async def not_text(update: Update, context: Context) -> None:
    """A sticker, a voice message …: say that only text is read."""
    message = cast(Message, update.effective_message)
    await message.reply_text(text("only-text", await context.language(update)), ParseMode.HTML)


async def unknown_command(update: Update, context: Context) -> None:
    """A command that does not exist: say what does."""
    message = cast(Message, update.effective_message)
    await message.reply_text(text("unknown-command", await context.language(update)), ParseMode.HTML)


async def ask_further(update: Update, context: Context) -> None:
    """A follow-up button: its answer comes as a new message."""
    reply = await _run(update, context)
    if reply is None:
        return
    here = place(update)
    short = await _short(reply, context)
    message = update.effective_message
    if message and message.is_accessible:
        await message.reply_text(html(reply), ParseMode.HTML, reply_markup=keyboard(reply, short), link_preview_options=_NO_PREVIEW, do_quote=False)
    if query := short or reply.query:
        await context.services.store.set_last_query(here, query)


async def flip(update: Update, context: Context) -> None:
    """ҚАЗ · РУС · ENG: the same answer in another language, in the same message; and it is remembered as chosen."""
    reply = await _run(update, context)
    message = update.effective_message
    if reply is None or message is None:
        return
    await context.services.store.set_language(place(update).user_id, reply.language)
    await _edit(context, message.chat_id, message.message_id, reply, await _short(reply, context))


async def _run(update: Update, context: Context) -> Reply | None:
    """The reply that a button asks for; tells the person when the base no longer knows it."""
    button = update.callback_query
    assert button is not None and button.data is not None
    _, language, query = button.data.split(":", 2)
    assert language in LANGUAGES
    if query.startswith("@"):
        query = await context.services.store.kept_query(query[1:]) or query
    try:
        reply = context.services.kb.run(query, language)
    except UnknownQuery:
        await button.answer(text("answer-again", language), show_alert=True)
        return None
    await button.answer()
    return reply
