"""What the knowledge base says → Telegram's HTML and keyboards: the one place that escapes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from itertools import zip_longest

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from handlers.settings import Contact
from handlers.texts import text
from kb import LANGUAGES, Card, Language, Reply, SourceLine
from kb.reply import Table
from kb.texts import sentence

# The first part of callback data: ask further, another language, a page of a reply; a page of a section, a card, its sources.
ASK, FLIP, PAGE = "q", "l", "p"
BROWSE, CARD, SOURCES = "b", "c", "s"
# A card is out of date.
OUTDATED = "od"
# Another language of a message that was posted through inline mode.
INLINE_FLIP = "i"
# What a group's admins choose, and ✕ under an answer in a group.
GROUP_SETTINGS, REMOVE = "g", "x"
_LABEL_LENGTH = 60
# Characters of a text that stands alone: Fluent takes no variable of more than 2,500, escaped.
WHOLE = 700
# Characters of a column: two of them and the gap fit a phone's line of monospaced text.
_COLUMN, _GAP = 16, 2


def html(reply: Reply, contact: Contact | None = None) -> str:
    """The reply as a message: fact, context, source; under an `unknown` whom to ask. At most 4096 characters, whole lines only."""
    lines = [escaped_text(reply.lead), *(escaped_text(line) for line in reply.context)]
    if reply.table:
        lines.append(_columns(reply.table))
    if reply.sources:
        shown = "; ".join(_source(source) for source in reply.sources)
        lines.append(f"<i>{sentence('source', reply.language, sources=shown)}</i>")
    if reply.kind == "unknown" and contact:
        lines.append(contact_line(contact, reply.language))
    return fit(lines)


def contact_line(contact: Contact, language: Language) -> str:
    """Whom to ask when the base does not know."""
    name = escaped_text(contact.name.get(language))
    linked = f'<a href="{escape(contact.link)}">{name}</a>' if contact.link else name
    return text("contact", language, contact=f"{linked}, {escape(contact.phone)}" if contact.phone else linked)


def escaped_text(plain: str) -> str:
    """A plain text as it stands in a message."""
    return escape(plain, quote=False)


def escaped(values: Mapping[str, int | str]) -> dict[str, int | str]:
    """Values for a text of the chat."""
    return {key: escaped_text(value) if isinstance(value, str) else value for key, value in values.items()}


def cut(said: str, length: int = WHOLE) -> str:
    """A text as it is shown."""
    return said if len(said) <= length else said[: length - 1] + "…"


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


def parts(lines: list[str]) -> list[str]:
    """Messages that hold all lines, none longer than Telegram takes; no line is longer. Empty for empty input."""
    out: list[str] = []
    for line in lines:
        longer = [out[-1], line] if out else [line]
        joined = fit(longer)
        if out and joined == "\n".join(longer):
            out[-1] = joined
        else:
            out.append(line)
    return out


def _columns(table: Table) -> str:
    """Aligned columns of monospaced lines, each property under its name."""
    lines = _side_by_side(table.columns)
    for label, cells in table.rows:
        lines += ["", f"— {label} —", *_side_by_side(cells)]
    return f"<pre>{escaped_text(chr(10).join(lines))}</pre>"


def _side_by_side(cells: tuple[str, ...]) -> list[str]:
    wrapped = [textwrap.wrap(cell, _COLUMN) for cell in cells]
    return [(" " * _GAP).join(part.ljust(_COLUMN) for part in parts).rstrip() for parts in zip_longest(*wrapped, fillvalue="")]


def card_html(card: Card) -> str:
    """A record at a glance: the name in three languages, what it is, its main facts, how fresh they are."""
    first, *others = (escaped_text(name) for name in card.names)
    lines = [" · ".join([f"<b>{first}</b>", *others]), escaped_text(card.summary)]
    if card.facts:
        lines += ["", *(f"• {escaped_text(fact)}" for fact in card.facts)]
    if card.freshness:
        lines += ["", f"<i>{escaped_text(card.freshness)}</i>"]
    return fit(lines)


def card_sources(card: Card) -> str:
    """All sources of a card, one a line."""
    lines = [f"<b>{escaped_text(card.names[0])}</b>", text("card-sources", card.language, count=len(card.sources)) + ":"]
    return fit([*lines, *(f"• {_source(source)}" for source in card.sources)])


def _source(source: SourceLine) -> str:
    name = escaped_text(source.title)
    linked = f'<a href="{escape(source.url)}">{name}</a>' if source.url else name
    return f"{linked} ({source.date})" if source.date else linked


def keyboard(reply: Reply, short: str | None = None) -> InlineKeyboardMarkup | None:
    """Follow-up questions, one a row; pages; the whole card; and the row that shows the same answer in another language.

    `short` stands for `reply.query` where that is too long for a button.
    """
    rows = follow_ups(reply)
    query = short or reply.query
    if query and reply.pages > 1:
        rows.append(page_row(reply.page, reply.pages, lambda page: f"{PAGE}:{reply.language}:{page}:{query}"))
    if len(reply.records) == 1 and reply.kind == "answer":
        rows.append([button(text("whole-card", reply.language), f"{CARD}:{reply.language}:{reply.records[0]}")])
    if query:
        rows.append(language_row(reply.language, FLIP, query))
    return InlineKeyboardMarkup(rows) if rows else None


def posted_keyboard(language: Language, query: str, link: str) -> InlineKeyboardMarkup:
    """Under a message posted through inline mode: the same in another language, and the way into the private chat."""
    return InlineKeyboardMarkup([language_row(language, INLINE_FLIP, query), [link_button(text("open-in-private", language), link)]])


def link_button(label: str, url: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, url=url)


def removable(markup: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup:
    """The same with a ✕, in the row of languages if there is one. A keyboard that removes its message already stays as it is."""
    rows = [list(row) for row in markup.inline_keyboard] if markup else []
    if any(each.callback_data == REMOVE for row in rows for each in row):
        return InlineKeyboardMarkup(rows)
    cross = InlineKeyboardButton("✕", callback_data=REMOVE)
    if rows and len(rows[-1]) == len(LANGUAGES):
        rows[-1].append(cross)
    else:
        rows.append([cross])
    return InlineKeyboardMarkup(rows)


def follow_ups(reply: Reply) -> list[list[InlineKeyboardButton]]:
    return [[button(further.label, f"{ASK}:{reply.language}:{further.query}")] for further in reply.buttons]


def page_row(page: int, pages: int, data: Callable[[int], str]) -> list[InlineKeyboardButton]:
    """‹ 2 / 7 ›, round and round."""
    return [button("‹", data((page - 1) % pages)), button(f"{page + 1} / {pages}", "-"), button("›", data((page + 1) % pages))]


def language_row(shown: Language, action: str, rest: str) -> list[InlineKeyboardButton]:
    """ҚАЗ · РУС · ENG, the shown one marked."""
    labels = {language: text(f"flip-{language}", shown) for language in LANGUAGES}
    return [button(f"• {labels[code]}" if code == shown else labels[code], f"{action}:{code}:{rest}") for code in LANGUAGES]


def button(label: str, data: str) -> InlineKeyboardButton:
    """A button with its label cut to what a phone shows. Raises `ValueError` if the data is longer than Telegram takes."""
    if len(data.encode()) > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise ValueError(f"Callback data {data!r} is longer than {InlineKeyboardButtonLimit.MAX_CALLBACK_DATA} bytes")
    return _button(label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1] + "…", data)


@lru_cache(maxsize=512)
def _button(label: str, data: str) -> InlineKeyboardButton:
    # PTB's objects do not change, and most of what is pressed is pressed by many.
    return InlineKeyboardButton(label, callback_data=data)
