"""For editors: the programme from a file that they send, the template; and the announcement that a change is worth."""

from __future__ import annotations

import asyncio
import json

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, ReplyParameters, Update
from telegram.constants import ParseMode
from telegram.error import Forbidden
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers.announcements.card import data
from handlers.announcements.compose import add, send_card
from handlers.context import Context, TyrnaApplication
from handlers.order import Order
from handlers.programme.loading import TEMPLATE, Plan, announcing, apply, changed_lines, plan, summary, template
from handlers.programme.tables import MAX_BYTES, TableFault
from handlers.programme.tables import read as read_rows
from handlers.programme.views import Guide
from handlers.render import button, escaped, escaped_text, fit
from handlers.show import acknowledge, change
from handlers.staff.rights import audit, staff_only
from handlers.staff.staff_chat import tell_staff
from handlers.texts import text
from kb import Language

# Callback data: load what was previewed, or not; make a draft of the changes.
_LOAD, _ANNOUNCE = "pl", "pa"
# The setting that holds what is being loaded: after a fault nothing else tells what there was to say.
_LOADING = "programme_loading"
_FILES = filters.Document.FileExtension("xlsx") | filters.Document.FileExtension("csv") | filters.Document.FileExtension("yaml")
_FILES = _FILES | filters.Document.FileExtension("yml")


def register(application: TyrnaApplication) -> None:
    new = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(filters.Document.ALL & new & _FILES & ~filters.FORWARDED, preview), Order.STAFF_MESSAGES)
    application.add_handler(CommandHandler("programme_template", send_template, new), Order.STAFF)
    application.add_handler(CallbackQueryHandler(load, rf"^{_LOAD}:([0-9a-f]{{8}}|no)$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(draft, rf"^{_ANNOUNCE}:[0-9a-f]{{10}}$"), Order.STAFF)


@staff_only("editor")
async def preview(update: Update, context: Context) -> None:
    """A file: its faults, or what it would change, with the button that loads it."""
    message = update.effective_message
    assert message is not None
    said, markup = await _previewed(message, context, await context.language(update))
    await context.bot.send_message(message.chat.id, said, ParseMode.HTML, reply_markup=markup, reply_parameters=ReplyParameters(message.message_id))


async def _previewed(message: Message, context: Context, language: Language) -> tuple[str, InlineKeyboardMarkup | None]:
    try:
        read = await _plan(message, context)
    except TableFault as fault:
        return text(fault.key, language, **escaped(fault.values)), None
    if read.changes is None:
        return fit([text("programme-faults", language, count=len(read.loaded.faults)), *map(escaped_text, read.faults(language))]), None
    lines = [text("programme-load", language), *(f"• {escaped_text(line)}" for line in summary(context.services, read.changes, language))]
    if not read.changes.any:
        return _fitted(lines), None
    yes = button(text("programme-load-yes", language), f"{_LOAD}:{read.changes.fingerprint}")
    return _fitted(lines), InlineKeyboardMarkup([[yes, button(text("programme-load-no", language), f"{_LOAD}:no")]])


async def _plan(message: Message, context: Context) -> Plan:
    document = message.document
    assert document is not None
    if (document.file_size or 0) > MAX_BYTES:
        raise TableFault("programme-fault-size", limit=MAX_BYTES // 2**20)
    content = bytes(await (await document.get_file()).download_as_bytearray())
    # In a thread of its own: guests' answers do not wait for a large spreadsheet.
    rows = await asyncio.to_thread(read_rows, content, document.file_name or "")
    return plan(context.services, rows)


@staff_only("editor")
async def load(update: Update, context: Context) -> None:
    """Load what was previewed: the file is read again from the message above the button, so that nothing waits in memory."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language = await context.language(update)
    file = _file_of(pressed)
    await acknowledge(pressed)
    if pressed.data == f"{_LOAD}:no":
        await change(update, context, text("programme-not-loaded", language))
        return
    if file is None:
        await change(update, context, text("programme-file-gone", language))
        return
    try:
        read = await _plan(file, context)
    except TableFault as fault:
        await change(update, context, text(fault.key, language, **escaped(fault.values)))
        return
    wanted = read.changes
    if (done := await _loaded(context, pressed.data)) and wanted is not None and not wanted.any:
        # This press has loaded it, and was broken off before it could say so.
        await _tell_loaded(update, context, *done)
        return
    if wanted is None or pressed.data != f"{_LOAD}:{wanted.fingerprint}":
        # Somebody has loaded another file since: what would change now is another thing.
        await change(update, context, *(await _previewed(file, context, language)))
        return
    lines, ids = [escaped_text(line) for line in summary(context.services, wanted, language)], [*wanted.moved, *wanted.cancelled]
    await context.services.store.set_setting(_LOADING, json.dumps([pressed.data, lines, ids], ensure_ascii=False))
    await apply(context.services, wanted)
    await audit(update, context, "programme-loaded", (file.document.file_name or "") if file.document else "")
    await _tell_loaded(update, context, lines, ids)


async def _loaded(context: Context, pressed: str) -> tuple[list[str], list[str]] | None:
    """What a button that was pressed before has changed, if that was not told to the end: its lines, and what staff are told of."""
    kept = await context.services.store.setting(_LOADING)
    button_, lines, ids = json.loads(kept) if kept else ("", [], [])
    return (lines, ids) if button_ == pressed else None


async def _tell_loaded(update: Update, context: Context, lines: list[str], ids: list[str]) -> None:
    await change(update, context, _fitted([text("programme-loaded", await context.language(update)), *(f"• {line}" for line in lines)]))
    if ids:
        await _offer(context, tuple(ids))
    await context.services.store.set_setting(_LOADING, None)


def _file_of(pressed: CallbackQuery) -> Message | None:
    shown = pressed.message
    above = shown.reply_to_message if isinstance(shown, Message) else None
    return above if above and above.document else None


async def _offer(context: Context, ids: tuple[str, ...]) -> None:
    """Tell staff what has changed, with the offer to announce it."""
    guide = Guide(context.services)
    key = await context.services.store.keep_query(" ".join(ids))

    def said(language: Language) -> str:
        return fit([text("programme-changed-staff", language), *(f"• {escaped_text(line)}" for line in changed_lines(guide, ids, language))])

    def markup(language: Language) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup([[button(text("programme-announce", language), f"{_ANNOUNCE}:{key}")]])

    await tell_staff(context, said, markup)


@staff_only("announcer")
async def draft(update: Update, context: Context) -> None:
    """A draft of an announcement that tells the changes in three languages: its card in the private chat, and here the button that opens it."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language, services = await context.language(update), context.services
    kept = await services.store.kept_query(pressed.data.split(":")[1])
    if kept is None:
        await acknowledge(pressed, text("answer-again", language))
        return
    content = announcing(services, tuple(kept.split()))
    # Without a staff chat each owner is offered it: the second one opens the draft of the first.
    drafted = (one for one in services.store.outbox.newest() if one.state == "draft" and one.content == content.model_dump_json())
    announcement = next(drafted, None) or await add(update, context, content)
    try:
        await send_card(update, context, announcement)
    except Forbidden:
        await acknowledge(pressed, text("announce-open-private", language))
    else:
        await acknowledge(pressed)
    opened = button(text("announce-open", language), data("open", announcement))
    await change(update, context, text("programme-drafted", language, id=str(announcement.id)), InlineKeyboardMarkup([[opened]]))


@staff_only("editor")
async def send_template(update: Update, context: Context) -> None:
    chat = update.effective_chat
    assert chat is not None
    language = await context.language(update)
    content = await asyncio.to_thread(template)
    await context.bot.send_document(chat.id, content, caption=text("programme-template", language), filename=TEMPLATE)


def _fitted(texts: list[str]) -> str:
    """As many lines of these texts as a message holds."""
    return fit("\n".join(texts).split("\n"))
