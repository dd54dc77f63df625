"""Text → knowledge base → reply; an edited question edits its answer; buttons ask further, flip the language, turn the page."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers import programme
from handlers.context import Context, TyrnaApplication, place
from handlers.links import payload, private_link, text_payload
from handlers.masking import names
from handlers.noting import note, note_programme, offered, question_under, with_rows
from handlers.render import ASK, FLIP, PAGE, html, keyboard, link_button
from handlers.settings import NOBODY
from handlers.show import acknowledge, change, edit, say
from handlers.texts import text
from kb import LANGUAGES, Language, Question, Reply, UnknownQuery

# The same button pressed again within so many seconds is a finger that slipped.
DOUBLE_TAP_SECONDS = 3
_MEDIA = ~filters.TEXT & ~filters.CAPTION & ~filters.StatusUpdate.ALL


def register(application: TyrnaApplication) -> None:
    names()  # read before the first question that is not answered
    # What a person sends through the bot's own inline mode is an answer already, not a question.
    private = filters.ChatType.PRIVATE & ~filters.VIA_BOT
    written = private & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
    new = private & filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(new & (filters.FORWARDED | _MEDIA), not_a_question))
    application.add_handler(MessageHandler(written & ~filters.FORWARDED, answer))
    # Known commands were taken by the handlers before these; in groups an unknown one is meant for another bot.
    application.add_handler(MessageHandler(new & filters.COMMAND, unknown_command))


def register_buttons(application: TyrnaApplication) -> None:
    """Before all other buttons: these are pressed most, and each handler that says no costs a press 10 µs."""
    application.add_handler(CallbackQueryHandler(ask_further, pattern=rf"^{ASK}:(kk|ru|en):"))
    application.add_handler(CallbackQueryHandler(flip, pattern=rf"^{FLIP}:(kk|ru|en):"))
    application.add_handler(CallbackQueryHandler(turn_page, pattern=rf"^{PAGE}:(kk|ru|en):\d{{1,3}}:"))


async def answer(update: Update, context: Context) -> None:
    """Answer a message, or edit the answer of an edited one."""
    message = cast(Message, update.effective_message)
    await reply_to(update, context, message.text or message.caption or "")


async def reply_to(update: Update, context: Context, said: str) -> None:
    """Answer what a message asks; `said` is the question without what only calls the bot."""
    services, here = context.services, place(update)
    words, language = services.kb.words(said), await context.language(update)
    message = cast(Message, update.effective_message)
    last = await services.store.last_query(here)
    if message.reply_to_message:
        last = await services.store.query_of_answer(here.chat_id, message.reply_to_message.message_id) or last
    if await programme.answer(update, context, said, words, language, last):
        note_programme(services, await context.language(update), None, here.user_id)  # in the one that this message may have told
        return
    before_this = programme.last_query(services, last)
    reply = services.kb.ask(Question(said, language, before_this and await whole_query(context, before_this), words))
    services.metrics.replies.labels(reply.kind, reply.language).inc()
    question = note(services, reply, said, here.user_id, words)
    before = await services.store.answer_to(here.chat_id, message.message_id) if update.edited_message else None
    short = await short_id(reply, context)
    markup: InlineKeyboardMarkup | None
    if reply.kind == "unknown" and message.chat.type != "private":
        line, markup = await _briefly(reply, said, context)
    else:
        line, markup = html(reply, services.settings.contact), keyboard(reply, short)
        if question is not None:
            markup = with_rows(markup, await offered(context, question, reply.language, about=reply.about))
    sent_id = before if before and await edit(context, here.chat_id, before, line, markup) else (await say(update, context, line, markup)).message_id
    # Whoever writes in the name of a group or channel is many people.
    told = reply.language if reply.detected and here.user_id not in NOBODY else None
    asked = "@" + await services.store.keep_query(reply.in_chat) if reply.in_chat and reply.listed else short or reply.query
    await services.store.note_answer(here, message.message_id, sent_id, asked, told)


async def _briefly(reply: Reply, said: str, context: Context) -> tuple[str, InlineKeyboardMarkup]:
    """What is not known is said to a group in one line, with the way into the private chat."""
    language = reply.language
    if reply.query:
        start, line = payload(reply.query), html(replace(reply, context=(), sources=()))
    else:
        await context.services.store.keep_unparsed(said)
        start, line = text_payload(context.services.store.unparsed_key(said)), text("group-unknown", language)
    return line, InlineKeyboardMarkup([[link_button(text("ask-in-private", language), private_link(context.bot.username, start))]])


async def show_reply(update: Update, context: Context, reply: Reply, said: str = "") -> None:
    """A reply to a button or a deep link, as a new message: what is asked next is about it. `said` is a question that the link holds."""
    short = await short_id(reply, context)
    markup = keyboard(reply, short)
    if said and (question := note(context.services, reply, said, place(update).user_id)) is not None:
        markup = with_rows(markup, await offered(context, question, reply.language, about=reply.about))
    await say(update, context, html(reply, context.services.settings.contact), markup)
    if query := short or reply.query:
        await context.services.store.set_last_query(place(update), query)


async def short_id(reply: Reply, context: Context) -> str | None:
    """A short id for a query that is too long for a button."""
    if reply.long_query is None:
        return None
    return "@" + await context.services.store.keep_query(reply.long_query)


async def whole_query(context: Context, query: str) -> str:
    """The short form of a query, also of one that is kept under a short id."""
    return (await context.services.store.kept_query(query[1:]) or query) if query.startswith("@") else query


async def not_a_question(update: Update, context: Context) -> None:
    """A photo, a sticker, a voice message, a forwarded post …: one friendly line about what can be asked; one for a whole album."""
    message = cast(Message, update.effective_message)
    if message.media_group_id and context.chat_data is not None:
        if context.chat_data.get("album") == message.media_group_id:
            return
        context.chat_data["album"] = message.media_group_id
    await say(update, context, text("only-text", await context.language(update)))


async def unknown_command(update: Update, context: Context) -> None:
    """A command that does not exist: say what does."""
    await say(update, context, text("unknown-command", await context.language(update)))


async def ask_further(update: Update, context: Context) -> None:
    """A follow-up button: its answer comes as a new message, once."""
    if (reply := await _run(update, context)) and not await double_tap(update, context, reply):
        await show_reply(update, context, reply)


async def double_tap(update: Update, context: Context, reply: Reply) -> bool:
    """Whether the same was asked here a moment ago."""
    asked = reply.query or await short_id(reply, context)
    return asked is not None and asked == await context.services.store.last_query(place(update), within=DOUBLE_TAP_SECONDS)


async def flip(update: Update, context: Context) -> None:
    """ҚАЗ · РУС · ENG: the same answer in another language, in the same message; and it is remembered as chosen."""
    if reply := await _run(update, context):
        await context.services.store.note_language(place(update).user_id, reply.language)
        markup = keyboard(reply, await short_id(reply, context))
        shown = update.effective_message
        if reply.kind == "unknown" and (found := question_under(shown.reply_markup if shown and shown.is_accessible else None)):
            markup = with_rows(markup, await offered(context, found[0], reply.language, watched=found[1]))
        await change(update, context, html(reply, context.services.settings.contact), markup)


async def turn_page(update: Update, context: Context) -> None:
    """Another page of a long list, in the same message."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, language, page, query = pressed.data.split(":", 3)
    if reply := await _query(update, context, cast(Language, language), query, int(page)):
        await change(update, context, html(reply), keyboard(reply, await short_id(reply, context)))


async def _run(update: Update, context: Context) -> Reply | None:
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, language, query = pressed.data.split(":", 2)
    assert language in LANGUAGES
    return await _query(update, context, language, query)


async def _query(update: Update, context: Context, language: Language, query: str, page: int = 0) -> Reply | None:
    """The reply that a button asks for; tells the person when the base no longer knows it."""
    pressed = update.callback_query
    assert pressed is not None
    try:
        reply = context.services.kb.run(await whole_query(context, query), language, page)
    except UnknownQuery:
        await acknowledge(pressed, text("answer-again", language))
        return None
    context.services.metrics.replies.labels(reply.kind, reply.language).inc()
    await acknowledge(pressed)
    return reply
