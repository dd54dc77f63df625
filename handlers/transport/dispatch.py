"""Which handlers an update is for, by its kind and by how a button's data begin: to ask all hundred of them costs as much as their answers.

Those that are left are asked by their filters, from the left: what few messages have stands first, as `filters.REPLY`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
)

from handlers.transport.asked import commanded

Handler = BaseHandler[Any, Any, Any]
# Handlers group by group, in their order.
Groups = Sequence[Sequence[Handler]]
# Every data that such a pattern takes begin with the same word, and that ends at a colon or with the data.
_WORD = re.compile(r"\^(\w+)[:$]")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_MESSAGES = (MessageHandler, CommandHandler)
_OTHERS = (CallbackQueryHandler, ChatMemberHandler, ChosenInlineResultHandler, InlineQueryHandler)


class Dispatch:
    """The handlers of an application that can take an update; each is still to be asked, and none that would say yes is left out."""

    def __init__(self, handlers: Groups) -> None:
        self._all = handlers
        self._for_messages = _those(handlers, lambda handler: not isinstance(handler, _OTHERS))
        self._for_words = _those(handlers, lambda handler: not isinstance(handler, (*_OTHERS, CommandHandler)))
        words = {word for group in handlers for handler in group if (word := word_of(handler))}
        self._for_buttons = {word: _those(handlers, partial(_takes, word)) for word in ("", *words)}

    def groups(self, update: object) -> Groups:
        if not isinstance(update, Update):
            return self._all
        if (pressed := update.callback_query) is not None:
            if not pressed.data:
                return self._all
            # «$» also stands before a line feed at the end.
            word = pressed.data.partition(":")[0].removesuffix("\n")
            return self._for_buttons.get(word) or self._for_buttons[""]
        if (message := update.message or update.edited_message) is not None:
            return self._for_messages if commanded(message) else self._for_words
        return self._all


def _those(handlers: Groups, wanted: Callable[[Handler], bool]) -> Groups:
    return [found for group in handlers if (found := [handler for handler in group if wanted(handler)])]


def _takes(word: str, handler: Handler) -> bool:
    return not isinstance(handler, (*_MESSAGES, *_OTHERS[1:])) and word_of(handler) in (None, word)


def word_of(handler: Handler) -> str | None:
    """The word that all data begin with which a handler of buttons takes; None if its pattern has no such shape, or it is another handler."""
    if not isinstance(handler, CallbackQueryHandler) or not isinstance(handler.pattern, re.Pattern):
        return None
    pattern = handler.pattern.pattern
    outside = pattern
    while (inner := _IN_BRACKETS.sub("", outside)) != outside:
        outside = inner
    found = _WORD.match(pattern)
    return found[1] if found and "|" not in outside else None
