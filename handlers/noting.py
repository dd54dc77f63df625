"""What is asked is counted; what is not answered is kept for editors, without whoever asked. Neither waits for the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.context import Context, Services
from handlers.masking import mask
from handlers.render import button
from handlers.staff.staff_chat import staff_chat
from handlers.state import Store
from handlers.state.jobs import pause
from handlers.texts import text
from kb import Language, Question, Reply, Words
from kb.language.fold import clean, fold_phrase
from kb.understand.interpretation.decision import About

# Callback data under an unknown reply: tell me, do not tell me, ask a person; each with the language and the id of the question.
TELL_ME, DO_NOT_TELL, ASK_PERSON = "tm", "tx", "ap"
OFFERED = (TELL_ME, DO_NOT_TELL, ASK_PERSON)
# What is noted is written so often, in seconds.
EVERY = 60.0
# Of these nothing is left to be told: what no base could tell, and what is not so, with what is.
_NOT_LACKING = ("nothing", "untrue")
# A reply about more records than this is a list: it asks for none of them.
_FEW = 3


def note(services: Services, reply: Reply, said: str, user_id: int, words: Words | None = None) -> int | None:
    """Count a reply to a message; the id of the question if it was not answered, None of anything else, and of what asks nothing that a base could tell.

    `words` are those of the message, if known.
    """
    questions = services.store.questions
    questions.note_reply(reply.kind, reply.language, reply.records if len(reply.records) <= _FEW else (), reply.query, user_id)
    if reply.kind != "unknown" or reply.about in _NOT_LACKING:
        return None
    words = words or services.kb.words(said)
    masked = mask(words.text, {key for keys in words.records.values() for key in keys})
    if len(reply.records) == 1 and not words.records and (record := services.kb.record(reply.records[0])):
        # What «and its budget?» is about stood in the question before.
        masked = f"{masked} ({record.names.shown(reply.language)})"
    key = key_of(masked, words.passed)
    # What is answered without its names, or without what was asked before, is another question.
    if not key or services.kb.ask(Question(masked, reply.language)).kind == "answer":
        return None
    return questions.note_unanswered(masked, key, reply.language, services.settings.questions.keep)


def note_programme(services: Services, language: Language, film: str | None, user_id: int) -> None:
    """Count a question that the programme answered."""
    services.store.questions.note_reply("answer", language, (film,) if film else (), None, user_id)


def key_of(masked: str, passed: Collection[str]) -> str:
    """The folded words that matter, in their order; all of them if none does. Empty if there is no word."""
    folded = fold_phrase(clean(masked))
    return " ".join([word for word in folded if word not in passed] or folded)


async def offered(context: Context, question: int, language: Language, watched: bool = False, about: About = "base") -> list[list[InlineKeyboardButton]]:
    """The rows under an unknown reply in a private chat: to be told once it is known, and to ask a person if there is a staff chat.

    Where the toilet is no base will come to tell, but a person can.
    """
    rows = []
    if context.services.settings.questions.keep and about == "base":
        verb = DO_NOT_TELL if watched else TELL_ME
        rows.append([button(text("do-not-tell" if watched else "tell-me", language), f"{verb}:{language}:{question}")])
    if await staff_chat(context) is not None:
        rows.append([button(text("ask-person", language), f"{ASK_PERSON}:{language}:{question}")])
    if rows:
        await context.services.store.questions.share(question)
    return rows


def with_rows(markup: InlineKeyboardMarkup | None, rows: list[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup | None:
    """The same keyboard with these rows above its last one, the languages."""
    if not rows:
        return markup
    before = [list(row) for row in markup.inline_keyboard] if markup else []
    has_languages = bool(before) and len(before[-1]) > 1
    return InlineKeyboardMarkup([*before[:-1], *rows, before[-1]] if has_languages else [*before, *rows])


def question_under(markup: InlineKeyboardMarkup | None) -> tuple[int, bool] | None:
    """The question that the buttons of `offered` in a keyboard are about, and whether it is watched; None if it has none."""
    for row in markup.inline_keyboard if markup else ():
        for each in row:
            verb, _, rest = str(each.callback_data or "").partition(":")
            if verb in OFFERED and rest.rpartition(":")[2].isdecimal():
                return int(rest.rpartition(":")[2]), verb == DO_NOT_TELL
    return None


class Noting:
    """Writes down once a minute what is noted; the store does it when it is closed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Write now and then until `stop`."""
        while not self._stopping.is_set():
            await self._store.questions.flush()
            await pause(self._stopping, EVERY)

    async def stop(self) -> None:
        """Begin nothing new."""
        self._stopping.set()
