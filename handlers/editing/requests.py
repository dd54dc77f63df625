"""What guests ask of staff, and the way back: a reply to the bot's message, in Telegram's sense, reaches whoever asked. Once."""

from __future__ import annotations

import logging

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, Update
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ApplicationHandlerStop, CallbackQueryHandler, MessageHandler, filters

from handlers.context import Context, Services, TyrnaApplication
from handlers.editing.prompts import AwaitedReply, prompt
from handlers.order import Order
from handlers.render import CARD, button, escaped, escaped_text, page_row
from handlers.show import acknowledge, change, say
from handlers.staff.people import mention, names
from handlers.staff.rights import audit, may, person, remember_language, staff_only
from handlers.state.questions import Request
from handlers.texts import text
from handlers.transport.outcome import OutcomeUnknown
from kb import Language

log = logging.getLogger(__name__)

# Callback data of the queue: a place in it, to answer a request, to close it.
PAGE, _ANSWER, _CLOSE = "uq:r", "rq:a", "rq:x"
# A guest's remark is cut to this length, in characters.
_REMARK = 500


def register(application: TyrnaApplication) -> None:
    services: Services = application.bot_data["services"]
    replies = filters.REPLY & filters.UpdateType.MESSAGE & filters.TEXT & ~filters.COMMAND & ~filters.FORWARDED & ~filters.VIA_BOT
    application.add_handler(MessageHandler(replies & AwaitedReply(services, "comment", "answer"), replied), Order.STAFF)
    application.add_handler(CallbackQueryHandler(turn, rf"^{PAGE}:\d{{1,4}}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(begin_answer, rf"^{_ANSWER}:\d{{1,15}}$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(close, rf"^{_CLOSE}:\d{{1,15}}:\d{{1,4}}$"), Order.STAFF)


async def replied(update: Update, context: Context) -> None:
    """A remark of the guest who asked, or an answer of staff."""
    message = update.effective_message
    assert message is not None and message.reply_to_message is not None
    try:
        found = context.services.store.questions.prompt(message.chat.id, message.reply_to_message.message_id)
        if found is None:
            return
        request = context.services.store.questions.get_request(found[0])
        if found[1] == "comment":
            await _remark(update, context, message, request)
        elif request is None:
            await say(update, context, text("request-gone", await context.language(update)))
        else:
            await _pass_on(update, context, message, request)
    except ApplicationHandlerStop:
        raise
    except Exception as error:
        # Raised from here, it would let the update go on to the handlers of guests.
        await context.application.process_error(update, error)
    raise ApplicationHandlerStop


async def _remark(update: Update, context: Context, message: Message, request: Request | None) -> None:
    language, user_id = await context.language(update), person(update)
    said = (message.text or "")[:_REMARK]
    added = request is not None and user_id is not None and await context.services.store.questions.comment(request.id, user_id, said)
    await say(update, context, text("request-remarked" if added else "request-gone", language))


async def _pass_on(update: Update, context: Context, message: Message, request: Request) -> None:
    """Hand an answer on to the guest, if nobody else has."""
    language, by = await context.language(update), person(update)
    if by is None or not (await may(update, context, "editor") or await may(update, context, "announcer")):
        await say(update, context, text("request-only-staff", language))
        return
    await remember_language(update, context)
    questions, reply = context.services.store.questions, f"{message.chat.id}:{message.message_id}"
    if not await questions.take_request(request.id, by, reply):
        request = questions.get_request(request.id) or request
        await say(update, context, await _over(context, request, language))
        return
    try:
        await _send(context, request, message.text_html)
    except (Forbidden, BadRequest) as error:
        log.info("The answer to request %d does not reach %d: %s", request.id, request.user_id, error)
        await questions.end_request(request.id, reply, "unreachable")
        await say(update, context, text("request-unreachable", language))
        return
    except OutcomeUnknown:
        # Not sent again: nobody is told twice.
        await questions.end_request(request.id, reply, "answered")
        await say(update, context, text("request-doubtful", language))
        return
    except TelegramError:
        await questions.end_request(request.id, reply, "open")
        raise
    await questions.end_request(request.id, reply, "answered")
    await audit(update, context, f"request-answered-{request.kind}", subject(context, request, language))
    await say(update, context, text("request-passed-on", language))


async def _send(context: Context, request: Request, answer: str) -> None:
    language = await context.services.store.language(request.user_id) or request.language
    head = text(f"answer-of-person-{request.kind}", language, subject=escaped_text(subject(context, request, language)))
    whole = f"{head}\n\n{answer}"
    for part in [whole] if len(whole.encode("utf-16-le")) // 2 <= MessageLimit.MAX_TEXT_LENGTH else [head, answer]:
        await context.bot.send_message(request.user_id, part, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True))


async def _over(context: Context, request: Request, language: Language, plain: bool = False) -> str:
    """Why a request waits no more; `plain`: for an alert, without HTML."""
    by = request.answered_by
    known = await names(context, [by] if by else [])
    who = text("one-of-staff", language) if by is None else known.get(by, "") if plain else mention(by, known)
    return text("request-over", language, state=request.state, who=who)


def subject(context: Context, request: Request, language: Language) -> str:
    """What a request is about, as plain text: the question, or the name of the record."""
    if request.kind == "question":
        return request.subject
    record = context.services.kb.record(request.subject)
    return record.names.shown(language) if record else request.subject


@staff_only("editor")
async def turn(update: Update, context: Context) -> None:
    """Another request."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    await acknowledge(pressed)
    await change(update, context, *page(context, await context.language(update), int(pressed.data.rpartition(":")[2])))


def page(context: Context, language: Language, position: int) -> tuple[str, InlineKeyboardMarkup]:
    """One of the open requests, the oldest first."""
    questions = context.services.store.questions
    ids = questions.open_requests()
    to_questions = [button(text("queue-questions", language, count=len(questions.groups())), "uq:q:0")]
    position = max(0, min(position, len(ids) - 1))
    request = questions.get_request(ids[position]) if ids else None
    if request is None:
        return text("requests-none", language), InlineKeyboardMarkup([to_questions])
    values = escaped({"subject": subject(context, request, language)})
    lines = [text(f"request-{request.kind}", language, position=position + 1, count=len(ids), written=request.language, **values)]
    if request.comment:
        lines += ["", text("request-remark", language, **escaped({"remark": request.comment}))]
    rows = [[button(text("request-answer", language), f"{_ANSWER}:{request.id}"), button(text("request-close", language), f"{_CLOSE}:{request.id}:{position}")]]
    if request.kind == "outdated" and context.services.kb.record(request.subject):
        rows.append([button(text("request-open-card", language), f"{CARD}:{language}:{request.subject}")])
    if len(ids) > 1:
        rows.append(page_row(position, len(ids), lambda number: f"{PAGE}:{number}"))
    return "\n".join(lines), InlineKeyboardMarkup([*rows, to_questions])


@staff_only("editor")
async def begin_answer(update: Update, context: Context) -> None:
    """Ask the editor for the answer; it is the reply to that message."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language, questions = await context.language(update), context.services.store.questions
    request = questions.get_request(int(pressed.data.rpartition(":")[2]))
    if request is None or request.state != "open":
        await acknowledge(pressed, await _over(context, request, language, plain=True) if request else text("request-gone", language))
        return
    await acknowledge(pressed)
    values = escaped({"subject": subject(context, request, language)})
    sent = await prompt(update, context, text("request-write-answer", language, **values))
    await questions.put_prompt(sent.chat.id, sent.message_id, request.id, "answer")


@staff_only("editor")
async def close(update: Update, context: Context) -> None:
    """Done without an answer."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, _, number, position = pressed.data.split(":")
    language, questions = await context.language(update), context.services.store.questions
    request = questions.get_request(int(number))
    if request and await questions.close_request(request.id, pressed.from_user.id):
        await audit(update, context, "request-closed", subject(context, request, language))
        await acknowledge(pressed)
    else:
        request = questions.get_request(int(number))
        await acknowledge(pressed, await _over(context, request, language, plain=True) if request else text("request-gone", language))
    await change(update, context, *page(context, language, int(position)))
