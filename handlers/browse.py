"""/films, /agreements, /people, /festival, /countries: lists and cards by button. The page stands in the button, so it survives a restart."""

from __future__ import annotations

from typing import cast

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, TyrnaApplication
from handlers.editing.edit import edit_data
from handlers.render import BROWSE, CARD, OUTDATED, SOURCES, button, card_html, card_sources, follow_ups, language_row, page_row
from handlers.show import acknowledge, change, say
from handlers.staff.rights import may
from handlers.texts import text
from kb import Card, Kind, Language, UnknownQuery

SECTIONS: dict[str, tuple[Kind, ...]] = {
    "films": ("film",),
    "agreements": ("agreement",),
    "people": ("person",),
    "festival": ("festival", "edition", "event", "award"),
    "countries": ("country",),
}
_PAGE = 8


def register(application: TyrnaApplication) -> None:
    for section in SECTIONS:
        application.add_handler(CommandHandler(section, begin))
    application.add_handler(CallbackQueryHandler(turn, pattern=rf"^{BROWSE}:(kk|ru|en):({'|'.join(SECTIONS)}):\d{{1,3}}$"))
    application.add_handler(CallbackQueryHandler(open_card, pattern=rf"^{CARD}:(kk|ru|en):"))
    application.add_handler(CallbackQueryHandler(open_sources, pattern=rf"^{SOURCES}:(kk|ru|en):"))


async def begin(update: Update, context: Context) -> None:
    """A command: the first page of its section."""
    message = update.effective_message
    assert message is not None and message.text is not None
    section = message.text.split()[0].split("@")[0].lstrip("/").lower()
    language = await context.language(update)
    await say(update, context, *_list(context, section, language, 0))


async def turn(update: Update, context: Context) -> None:
    """Another page, in the same message."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, language, section, page = pressed.data.split(":")
    await acknowledge(pressed)
    await change(update, context, *_list(context, section, cast(Language, language), int(page)))


async def open_card(update: Update, context: Context) -> None:
    """A record's card, in the same message."""
    if card := await _card(update, context):
        markup = _card_keyboard(context, card)
        if update.effective_chat and update.effective_chat.type == "private" and await may(update, context, "editor"):
            edits = [button(text("edit-button", card.language), edit_data(card.record))]
            markup = InlineKeyboardMarkup([*markup.inline_keyboard[:-1], edits, markup.inline_keyboard[-1]])
        await change(update, context, card_html(card), markup)


async def open_sources(update: Update, context: Context) -> None:
    """All sources of a card, in the same message."""
    if card := await _card(update, context):
        back = button(text("back-to-card", card.language), f"{CARD}:{card.language}:{card.record}")
        row = language_row(card.language, SOURCES, card.record)
        await change(update, context, card_sources(card), InlineKeyboardMarkup([[back], row]))


async def _card(update: Update, context: Context) -> Card | None:
    """The card that a button names; tells the person when the base no longer holds it."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, record = pressed.data.split(":", 2)
    language = cast(Language, code)
    try:
        card = context.services.kb.card(record, language)
    except UnknownQuery:
        await acknowledge(pressed, text("answer-again", language))
        return None
    await acknowledge(pressed)
    return card


def _list(context: Context, section: str, language: Language, page: int) -> tuple[str, InlineKeyboardMarkup]:
    names = context.services.kb.names(SECTIONS[section], language)
    pages = -(-len(names) // _PAGE)
    page = min(page, pages - 1)
    rows = [[button(name, f"{CARD}:{language}:{record}")] for record, name in names[page * _PAGE : (page + 1) * _PAGE]]
    if pages > 1:
        rows.append(page_row(page, pages, lambda number: f"{BROWSE}:{language}:{section}:{number}"))
    said = text(f"browse-{section}", language, count=len(names))
    return said, InlineKeyboardMarkup([*rows, language_row(language, BROWSE, f"{section}:{page}")])


def _card_keyboard(context: Context, card: Card) -> InlineKeyboardMarkup:
    """Questions that go further, near records two a row, the sources, the way back to the list, the languages."""
    language = card.language
    rows = follow_ups(context.services.kb.run(card.record, language))
    related = [button(name, f"{CARD}:{language}:{record}") for record, name in card.related]
    rows += [related[n : n + 2] for n in range(0, len(related), 2)]
    last = [button(text("card-sources", language, count=len(card.sources)), f"{SOURCES}:{language}:{card.record}")] if card.sources else []
    if section := next((name for name, kinds in SECTIONS.items() if card.kind in kinds), None):
        position = [record for record, _ in context.services.kb.names(SECTIONS[section], language)].index(card.record)
        last.append(button(text("back-to-list", language), f"{BROWSE}:{language}:{section}:{position // _PAGE}"))
    rows += [last] if last else []
    rows.append([button(text("report-outdated", language), f"{OUTDATED}:{language}:{card.record}")])
    return InlineKeyboardMarkup([*rows, language_row(language, CARD, card.record)])
