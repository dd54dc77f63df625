"""A base that an editor sends back as a file: read in a limited process, compared, and proposed with all that it changes."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

from telegram import Document, Message, Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from handlers.context import Context, Services, TyrnaApplication
from handlers.editing.proposals import propose
from handlers.editing.wanted import Wanted
from handlers.order import Order
from handlers.process import ProcessFault, run_python
from handlers.render import escaped_text, fit
from handlers.show import say
from handlers.staff.rights import may, staff_only
from handlers.texts import text
from kb.changes import Cells, Change, cells_of, differences
from kb.sheets import SOURCES_SHEET
from kb.upload import MAX_BYTES, Uploaded

log = logging.getLogger(__name__)

# What holds a base, and what is refused with a word on how to save it.
_ENDINGS = ("xlsx", "zip", "yaml", "yml", "xlsm", "xltm", "xlsb", "xlam", "xls", "ods")
# Files of these endings can be a programme; what they cannot be read as is told by it.
_SHARED = ("xlsx", "yaml", "yml")
# The reading process ends itself sooner, by its limits.
_LONGEST = 60.0
_ROOT = Path(__file__).parent.parent.parent


def register(application: TyrnaApplication) -> None:
    files = filters.Document.FileExtension(_ENDINGS[0])
    for ending in _ENDINGS[1:]:
        files = files | filters.Document.FileExtension(ending)  # type: ignore[assignment]
    own = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.FORWARDED & ~filters.VIA_BOT
    application.add_handler(MessageHandler(filters.Document.ALL & own & files, take), Order.BASE_FILES)


async def take(update: Update, context: Context) -> None:
    """A file of an editor that holds records; everything else goes on."""
    try:
        read = await _read_of_editor(update, context)
    except Exception as error:
        # Raised from here, it would let the update go on to the handlers of guests.
        await context.application.process_error(update, error)
        raise ApplicationHandlerStop from None
    if read:
        await _take(update, context, read)


async def _take(update: Update, context: Context, read: Uploaded) -> None:
    @staff_only("editor")
    async def guarded(update: Update, context: Context) -> None:
        await _propose(update, context, read)

    await guarded(update, context)


async def _read_of_editor(update: Update, context: Context) -> Uploaded | None:
    """What an editor's file holds; None of what others send, and of what is no base."""
    message, user = update.effective_message, update.effective_user
    if message is None or message.document is None or user is None or not await may(update, context, "editor"):
        return None
    if (step := context.services.store.outbox.step(user.id)) and step.awaits:  # it belongs to an announcement
        return None
    read = await _read(message.document)
    return read if read.ours else None


async def _read(document: Document) -> Uploaded:
    """What a file holds; one that is too large is not even fetched."""
    name = document.file_name or ""
    if (document.file_size or 0) > MAX_BYTES:
        return Uploaded(ours=not name.lower().endswith(_SHARED), faults=[("upload-size", {"limit": str(MAX_BYTES // 2**20)})])
    content = bytes(await (await document.get_file()).download_as_bytearray())
    try:
        said = await run_python(("-m", "kb.upload", name), content, _LONGEST, _ROOT)
    except ProcessFault as fault:
        log.warning("An uploaded file could not be read: %s", fault)
        return Uploaded(faults=[("upload-broken", {})])
    read = Uploaded.loads(said.decode())
    unread = not read.records and {key for key, _ in read.faults} <= {"upload-broken", "upload-bomb"}
    read.ours = read.ours and not (unread and name.lower().endswith(_SHARED))
    return read


async def _propose(update: Update, context: Context, read: Uploaded) -> None:
    language, message = await context.language(update), update.effective_message
    assert isinstance(message, Message) and message.document is not None
    if read.faults:
        lines = [escaped_text(line).strip() for line in read.said(language)]
        await say(update, context, fit([text("upload-faults", language, count=len(lines)), *(f"• {line}" for line in lines)]))
        return
    changes = changes_of_file(context.services, read)
    if not changes:
        await say(update, context, text("upload-nothing", language))
        return
    await propose(context, message.chat.id, language, Wanted("file", message.document.file_name or "", changes=tuple(changes)))


def changes_of_file(services: Services, read: Uploaded) -> list[Change]:
    """What a file changes of the base. What others changed since it was exported stays, unless the file changes it too: that is a conflict."""
    kb = services.kb
    now: dict[str, Cells] = {record.id: cells_of(record) for record in kb.records()}
    now |= {source.id: cells_of(source) for source in kb.sources()}
    file = read.cells()
    changes: list[Change] = []
    for key, cells in file.items():
        changes += differences(key, now.get(key, {}), cells)
    for key, cells in now.items():
        sheet = cells.get(("kind", "value"), SOURCES_SHEET)
        if sheet in read.whole and key not in file:
            changes += differences(key, cells, {})
    before = _before_others(services, read.exported)
    out = []
    for change in changes:
        cell = change.record, change.property, change.part
        if cell not in before:
            out.append(change)
        elif change.new != before[cell]:
            out.append(Change(*cell, before[cell], change.new))
    return out


def _before_others(services: Services, exported: str) -> dict[tuple[str, str, str], str | None]:
    """The cells that have changed since a file was exported, with what stood there then."""
    try:
        since = datetime.fromisoformat(exported).timestamp()
    except ValueError:
        return {}
    out: dict[tuple[str, str, str], str | None] = {}
    for kept in services.store.editing.changes():
        if kept.made_at >= since and not kept.set_aside:
            out.setdefault((kept.change.record, kept.change.property, kept.change.part), kept.change.old)
    return out
