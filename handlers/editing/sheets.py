"""The base as files for editors: `/kb export`."""

from __future__ import annotations

import asyncio

from telegram import Update

from handlers.context import Context
from handlers.editing.live import phrases_of
from handlers.texts import text
from kb.sheets import to_xlsx, to_zip


async def export(update: Update, context: Context) -> None:
    """Send the base as a spreadsheet and as YAML."""
    chat, services, language = update.effective_chat, context.services, await context.language(update)
    assert chat is not None
    kb, now = services.kb, services.store.clock()
    records, sources = kb.records(), kb.sources()
    book = await asyncio.to_thread(to_xlsx, records, sources, kb.revision, now)
    await context.bot.send_document(chat.id, book, text("kb-exported", language), filename=f"tyrna-base-{kb.revision}.xlsx")
    archive = await asyncio.to_thread(to_zip, records, sources, phrases_of(services.store), kb.revision, now)
    await context.bot.send_document(chat.id, archive, text("kb-exported-yaml", language), filename=f"tyrna-base-{kb.revision}.zip")
