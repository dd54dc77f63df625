"""Today's programme as a card that can be posted in any chat."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

from handlers.context import Services
from handlers.programme.days import in_days
from handlers.programme.views import Guide
from handlers.texts import text
from kb import Language


def today(services: Services, language: Language, link: str) -> tuple[InlineQueryResultArticle, ...]:
    """The card, while something of today is still to come; `link` opens the programme in the private chat."""
    guide = Guide(services)
    if (found := guide.posted(language)) is None:
        return ()
    said, count = found
    return (
        InlineQueryResultArticle(
            f"programme|{language}|{guide.today:%Y%m%d}",
            text("programme-inline", language, day=in_days(guide.today, language)),
            InputTextMessageContent(said, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)),
            InlineKeyboardMarkup([[InlineKeyboardButton(text("open-in-private", language), url=link)]]),
            description=text("programme-inline-hint", language, count=count),
        ),
    )
