"""Bare echo bots to compare with: `python -m tests.bench.bots KIND BASE_URL TOKEN STATE_FILE`."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from telegram import Update
from telegram.ext import Application, MessageHandler, filters


async def echo(update: Update, context: Any) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_text(update.effective_message.text or "")


def stock(base_url: str, token: str, concurrent: int) -> None:
    """python-telegram-bot as it comes."""
    builder = Application.builder().token(token).base_url(base_url)
    application = (builder.concurrent_updates(concurrent) if concurrent else builder).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


async def lanes(base_url: str, token: str, state: Path) -> None:
    """python-telegram-bot on our transport: HTTP, inbox, lanes."""
    from handlers.state import Store
    from handlers.transport.aiohttp_request import AiohttpRequest
    from handlers.transport.inbox import Inbox
    from handlers.transport.polling import BATCH, Poller
    from handlers.transport.processor import LaneProcessor

    store = await Store.open(state)
    inbox = Inbox(store)
    processor = LaneProcessor(inbox.done)
    polling = AiohttpRequest(connections=2)
    builder = Application.builder().token(token).base_url(base_url).request(AiohttpRequest()).get_updates_request(polling).job_queue(None)
    application: Any = builder.updater(None).update_queue(asyncio.Queue(BATCH)).concurrent_updates(processor).build()
    processor.application = application
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        await Poller(application, polling, inbox, ["message"], lambda said: False, store.clock).run()


async def with_aiogram(base_url: str, token: str) -> None:
    """aiogram as it comes."""
    from aiogram import Bot, Dispatcher, types
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    where = urlsplit(base_url)
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: types.Message) -> None:
        await message.answer(message.text or "")

    session = AiohttpSession(api=TelegramAPIServer.from_base(f"{where.scheme}://{where.netloc}"))
    await dispatcher.start_polling(Bot(token, session=session), handle_signals=False)


def main(kind: str, base_url: str, token: str, state: str) -> None:
    logging.basicConfig(level=logging.WARNING)
    match kind:
        case "stock":
            stock(base_url, token, 0)
        case "stock256":
            stock(base_url, token, 256)
        case "aiogram":
            asyncio.run(with_aiogram(base_url, token))
        case "lanes":
            asyncio.run(lanes(base_url, token, Path(state)))


if __name__ == "__main__":
    main(*sys.argv[1:])
