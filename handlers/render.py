"""Reply → Telegram's HTML and keyboards: the one place that escapes."""

from __future__ import annotations

from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from handlers.texts import text
from kb import LANGUAGES, Language, Reply
from kb.reply import sentence

ASK, FLIP = "q", "l"
_LABEL_LENGTH = 40


def html(reply: Reply) -> str:
    """The reply as a message: fact, context, source. At most 4096 characters, whole lines only."""
    lines = [escape(reply.lead, quote=False), *(escape(line, quote=False) for line in reply.context)]
    if reply.sources:
        shown = "; ".join(_source(s.title, s.url, s.date) for s in reply.sources)
        lines.append(f"<i>{sentence('source', reply.language, sources=shown)}</i>")
    return fit(lines)


def fit(lines: list[str]) -> str:
    """As many whole lines as a message holds."""
    out: list[str] = []
    size = 0
    for line in lines:
        size += len(line.encode("utf-16-le")) // 2 + 1
        if size > MessageLimit.MAX_TEXT_LENGTH:
            break
        out.append(line)
    return "\n".join(out)


def _source(title: str, url: str | None, date: str | None) -> str:
    name = escape(title, quote=False)
    linked = f'<a href="{escape(url)}">{name}</a>' if url else name
    return f"{linked} ({date})" if date else linked


def keyboard(reply: Reply, short: str | None = None) -> InlineKeyboardMarkup | None:
    """Follow-up questions, one a row, and the row that shows the same answer in another language.

    `short` stands for `reply.query` where that is too long for a button.
    """
    rows = [[_button(button.label, f"{ASK}:{reply.language}:{button.query}")] for button in reply.buttons]
    if query := short or reply.query:
        rows.append([_button(_flip(language, reply.language), f"{FLIP}:{language}:{query}") for language in LANGUAGES])
    return InlineKeyboardMarkup(rows) if rows else None


def _flip(language: Language, shown: Language) -> str:
    label = text(f"flip-{language}", shown)
    return f"• {label}" if language == shown else label


def _button(label: str, data: str) -> InlineKeyboardButton:
    if len(data.encode()) > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise ValueError(f"Callback data {data!r} is longer than {InlineKeyboardButtonLimit.MAX_CALLBACK_DATA} bytes")
    return InlineKeyboardButton(label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1] + "…", callback_data=data)
