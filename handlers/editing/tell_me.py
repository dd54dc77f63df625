"""*Tell me when you know*: who tapped it gets the answer once the base has it. Once, also if the bot stops in the middle."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from math import inf
from time import monotonic
from typing import cast

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import CallbackQueryHandler

from handlers.announcements.deliver import Outcome, outcome
from handlers.announcements.pace import Pace
from handlers.context import Context, Services, TyrnaApplication
from handlers.noting import DO_NOT_TELL, OFFERED, TELL_ME, offered, with_rows
from handlers.questions import show_reply
from handlers.render import escaped, html, keyboard
from handlers.show import acknowledge
from handlers.state import DatabaseError
from handlers.state.jobs import pause
from handlers.state.questions import NEVER, Due, Wording
from handlers.texts import text
from handlers.transport.handed import Handed, HandedFile, HandedInStore
from handlers.transport.outcome import before_writing, may_have_arrived
from kb import KnowledgeBase, Language, Question, Reply, UnknownQuery

log = logging.getLogger(__name__)

# How often it is looked whether the base is another one, and what is due, in seconds.
TICK = 1.0
# What Telegram failed at is tried again after twice as many seconds each time, up to an hour; after so many tries, some six weeks, it is given up.
_LONGEST_PAUSE, _TRIES = 3600.0, 1000
# After a question of 10,000 that are asked again comes a pause of so many times as long.
_LEFT_TO_GUESTS = 5
# Beside other replicas what dead ones left is looked for so often, in seconds.
RECOVERY = 5.0
# So many are told in one go.
_MANY = 20
_QUESTION = r"(kk|ru|en):\d{1,15}"


def register(application: TyrnaApplication) -> None:
    application.add_handler(CallbackQueryHandler(watch, rf"^{TELL_ME}:{_QUESTION}$"))
    application.add_handler(CallbackQueryHandler(unwatch, rf"^{DO_NOT_TELL}:{_QUESTION}$"))


async def watch(update: Update, context: Context) -> None:
    """Remember who wants to know. What the base has come to know since is told at once."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, number = pressed.data.split(":")
    language, questions = cast(Language, code), context.services.store.questions
    wording = await questions.wording(int(number)) if context.services.settings.questions.keep else None
    if wording is None:
        await acknowledge(pressed, text("answer-again", language))
        return
    reply = context.services.kb.ask(Question(wording.text, language))
    if reply.kind == "answer":
        await acknowledge(pressed)
        await show_reply(update, context, reply)
        return
    if questions.is_ignored(wording.id):
        await acknowledge(pressed, text("tell-me-never", language))
        return
    await questions.watch(pressed.from_user.id, wording.id, language)
    await acknowledge(pressed, text("tell-me-noted", language))
    await _show_button(update, context, wording, language, watched=True)


async def unwatch(update: Update, context: Context) -> None:
    """No longer wants to know."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, number = pressed.data.split(":")
    language, questions = cast(Language, code), context.services.store.questions
    await questions.unwatch(pressed.from_user.id, int(number))
    await acknowledge(pressed)
    if wording := await questions.wording(int(number)):
        await _show_button(update, context, wording, language, watched=False)


async def _show_button(update: Update, context: Context, wording: Wording, language: Language, watched: bool) -> None:
    """The same message with the other button."""
    pressed, message = update.callback_query, update.effective_message
    assert pressed is not None
    if message is None or not message.is_accessible or message.reply_markup is None:
        return
    rows = [list(row) for row in message.reply_markup.inline_keyboard if not str(row[0].callback_data or "").startswith(tuple(f"{verb}:" for verb in OFFERED))]
    markup = with_rows(InlineKeyboardMarkup(rows) if rows else None, await offered(context, wording.id, language, watched))
    try:
        await pressed.edit_message_reply_markup(markup)
    except BadRequest as error:
        # Pressed twice, or too old: what was asked for is done all the same.
        log.info("A button stays as it is: %s", error)


class TellMe:
    """Looks whether a base that was put in place answers what was not answered, and tells who waits, until it is stopped.

    As with reminders, each message is written down before it is sent and after; of what a crash leaves between the two, that which had been
    handed to the network counts as told, the rest is told again.
    """

    def __init__(self, application: TyrnaApplication, pace: Pace) -> None:
        self._bot = application.bot
        self._services: Services = application.bot_data["services"]
        self._questions = self._services.store.questions
        self._pace = pace
        self._owner = secrets.token_hex(8)
        file = self._services.store.driver.file
        self._handed: Handed[Due] = HandedFile(file, _key, "told") if file else HandedInStore(self._questions.note_handed, self._questions.was_handed)
        self._recovers_at = 0.0
        self._unsure: Due | None = None
        self._looked_at: KnowledgeBase | None = None
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Take up what a crash left, then work until `stop`."""
        while not self._stop.is_set():
            try:
                if self._recovers_at <= monotonic():
                    await self._recover()
                if self._unsure:
                    await self._questions.again(self._unsure)
                    self._unsure = None
                await self._look()
                await self._tell_some()
            except DatabaseError as error:
                log.error("Who waits for an answer cannot be read or written (%s): they wait on, %s", error, self._questions.driver.mend)
            await pause(self._stop, TICK)
        self._handed.close()
        self._questions.driver.let_go([self._owner])

    async def stop(self) -> None:
        """Begin nothing new."""
        self._stop.set()

    async def _recover(self) -> None:
        if self._recovers_at == 0.0:
            self._questions.driver.hold(self._owner)
        for due in self._questions.doubtful(self._owner):
            handed = self._handed.was(due)
            log.warning("Somebody (%d) was being told an answer when the bot broke off; it %s", due.user_id, "was handed on" if handed else "is told again")
            await (self._questions.told(due) if handed else self._questions.again(due))
        self._handed.clear(in_flight=False)
        self._recovers_at = monotonic() + RECOVERY if self._questions.driver.shared else inf

    async def _look(self) -> None:
        """Ask a base that is another one than at the last look all that is open."""
        kb = self._services.kb
        if kb is self._looked_at:
            return
        await self._questions.flush()
        groups: dict[int, list[Wording]] = {}
        for wording in self._questions.open_wordings():
            groups.setdefault(wording.group_id, []).append(wording)
        for group, wordings in groups.items():
            found = {}
            for wording in wordings:
                began = monotonic()
                reply = kb.ask(Question(wording.text, wording.language))
                # Guests' answers come between two questions, and have most of the time to themselves.
                await asyncio.sleep((monotonic() - began) * _LEFT_TO_GUESTS)
                if query := await self._query_of(reply):
                    found[wording.id] = query
                if self._stop.is_set():
                    return
            if found:
                # Wordings that ask the same have the same answer.
                first = next(iter(found.values()))
                await self._questions.settle(group, {wording.id: found.get(wording.id, first) for wording in wordings})
        self._looked_at = kb

    async def _query_of(self, reply: Reply) -> str | None:
        if reply.kind != "answer":
            return None
        return reply.query or (reply.long_query and "@" + await self._services.store.keep_query(reply.long_query))

    async def _tell_some(self) -> None:
        """Everybody for whom there is an answer."""
        while not self._stop.is_set() and (found := self._questions.due(_MANY)):
            for due in found:
                await self._pace.turn()
                if self._stop.is_set():
                    return
                await self._tell(due)
        self._handed.clear(in_flight=False)

    async def _tell(self, due: Due) -> None:
        """Write down, send, write down."""
        self._unsure = due  # after an error of the database it stands there as begun, or may
        if not await self._questions.begin(due, self._owner):
            self._unsure = None
            return
        try:
            said, markup = await self._message(due, await self._services.store.language(due.user_id) or due.language)
        except UnknownQuery:
            await self._questions.again(due, lost=True)
            self._unsure = None
            return
        except DatabaseError:
            raise
        except Exception as error:
            log.exception("An answer for %d cannot be made", due.user_id)
            await self._ended(due, Outcome("retry", reason=type(error).__name__))
            self._unsure = None
            return
        self._unsure = None
        before_writing.set(lambda: self._handed.note(replace(due, attempts=due.attempts + 1)))
        try:
            await self._bot.send_message(due.user_id, said, ParseMode.HTML, reply_markup=markup, link_preview_options=LinkPreviewOptions(is_disabled=True))
        except TelegramError as error:
            result = outcome(error, due.attempts)
            failed = result.state == "unknown" and not may_have_arrived(error)
            await self._ended(due, replace(result, state="retry") if failed else result)
        except Exception as error:
            # Such as an answer that cannot be read: the message may be there.
            log.exception("What became of an answer for %d is not known", due.user_id)
            await self._ended(due, Outcome("unknown", reason=type(error).__name__))
        else:
            await self._written(lambda: self._questions.told(due))
        finally:
            before_writing.set(None)

    async def _ended(self, due: Due, result: Outcome) -> None:
        if result.retry_after is not None:
            self._pace.refused(result.retry_after)
        # What may have arrived is not sent again.
        if result.unreachable or (result.state == "retry" and due.attempts < _TRIES):
            at = self._services.store.clock() + (result.wait or min(_LONGEST_PAUSE, 2.0 ** min(due.attempts, 12)))
            await self._written(lambda: self._questions.again(due, at))
            return
        log.warning("An answer for %d ends as %s: %s", due.user_id, result.state, result.reason)
        await self._written(lambda: self._questions.told(due))

    async def _written(self, write: Callable[[], Awaitable[None]]) -> None:
        """What became of a message, however long the database takes; on a stop the next start finds out."""
        while True:
            try:
                await write()
            except DatabaseError as error:
                log.error("What became of an answer cannot be written (%s); trying on", error)
                if self._stop.is_set():
                    return
                await asyncio.sleep(TICK)
            else:
                return

    async def _message(self, due: Due, language: Language) -> tuple[str, InlineKeyboardMarkup | None]:
        """What is said. Raises `UnknownQuery` if the base no longer has the answer."""
        question = escaped({"question": due.question})
        if due.query == NEVER:
            return text("told-never", language, **question), None
        query = due.query
        if query.startswith("@"):
            query = await self._services.store.kept_query(query[1:]) or query
        reply = self._services.kb.run(query, language)
        if reply.kind != "answer":
            raise UnknownQuery(query)
        whole = f"{text('told', language, **question)}\n\n{html(reply)}"
        said = whole if len(whole.encode("utf-16-le")) // 2 <= MessageLimit.MAX_TEXT_LENGTH else html(reply)
        return said, keyboard(reply, due.query if due.query.startswith("@") else None)


def _key(due: Due) -> str:
    """One try of one message; of what was begun `attempts` counts that try."""
    return f"{due.user_id} {due.question_id} {due.attempts}"
