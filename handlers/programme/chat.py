"""/programme, questions about it, and its buttons: days, screenings, calendar files, venues on the map."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from telegram import Chat, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, TyrnaApplication, place
from handlers.programme.asked import asked, phrases
from handlers.programme.calendar import ics
from handlers.programme.views import CALENDAR, DAY_CALENDAR, MAP, PATTERN, SCREENING, Guide, Shown, View
from handlers.settings import NOBODY
from handlers.show import acknowledge, change, edit, say
from handlers.state.programme import Screening
from handlers.texts import text
from kb import Language, Words

# The `start` parameter that opens the programme.
LINK = "programme"


def register(application: TyrnaApplication) -> None:
    phrases()  # read before the first message, which need not wait for it
    application.add_handler(CommandHandler("programme", begin))
    application.add_handler(CommandHandler("start", begin, filters.Regex(rf"\s{LINK}$")))
    application.add_handler(CallbackQueryHandler(turn, PATTERN))
    application.add_handler(CallbackQueryHandler(open_screening, rf"^{SCREENING}:(kk|ru|en):[a-z0-9-]+$"))
    application.add_handler(CallbackQueryHandler(send_calendar, rf"^{CALENDAR}:(kk|ru|en):[a-z0-9-]+$"))
    application.add_handler(CallbackQueryHandler(send_day_calendar, rf"^{DAY_CALENDAR}:(kk|ru|en):20\d\d[01]\d[0-3]\d$"))
    application.add_handler(CallbackQueryHandler(send_map, rf"^{MAP}:(kk|ru|en):[a-z0-9-]+$"))


async def begin(update: Update, context: Context) -> None:
    """The programme from now on."""
    await say(update, context, *Guide(context.services).home(await context.language(update)))


async def answer(update: Update, context: Context, said: str, words: Words, language: Language) -> bool:
    """Answer a message that asks for the programme, or edit the answer of an edited one; False if it asks something else.

    `language` is that of the person, for words that tell none.
    """
    services, message, here = context.services, cast(Message, update.effective_message), place(update)
    guide = Guide(services)
    found = asked(said, guide.now, guide.zone, services.kb, guide.known(), language, words)
    if found is None:
        return False
    shown: Shown = guide.reply(found)
    before = await services.store.answer_to(here.chat_id, message.message_id) if update.edited_message else None
    sent_id = before if before and await edit(context, here.chat_id, before, *shown) else (await say(update, context, *shown)).message_id
    # Whoever writes in the name of a group or channel is many people.
    told = found.language if found.told and here.user_id not in NOBODY else None
    await services.store.note_answer(here, message.message_id, sent_id, found.film, told)
    return True


async def turn(update: Update, context: Context) -> None:
    """Another day, order, page or language, in the same message."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    try:
        view = View.parse(pressed.data)
    except ValueError:  # such as 31 February: forged
        await acknowledge(pressed, text("answer-again", await context.language(update)))
        return
    await acknowledge(pressed)
    guide = Guide(context.services)
    if not guide.programme.is_loaded():
        await change(update, context, guide.none_loaded(view.language))
        return
    await change(update, context, *guide.day(view))


async def open_screening(update: Update, context: Context) -> None:
    """A screening's card, in the same message."""
    guide = Guide(context.services)
    if found := await pressed_screening(update, context, guide):
        pressed = update.callback_query
        assert pressed is not None
        await acknowledge(pressed)
        await show_card(update, context, guide, *found)


async def show_card(update: Update, context: Context, guide: Guide, entry: Screening, language: Language) -> None:
    """Show a screening in the message of the button, with the reminder of whoever pressed it."""
    chat, user = update.effective_chat, update.effective_user
    private = chat is not None and chat.type == Chat.PRIVATE
    minutes = guide.programme.reminder(user.id, entry.id) if user and private else None
    await change(update, context, *guide.card(entry, language, minutes, private))


async def pressed_screening(update: Update, context: Context, guide: Guide) -> tuple[Screening, Language] | None:
    """The screening that a button names, and its language; tells the person when it is no longer in the programme."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, *_, screening_id = pressed.data.split(":")
    language = cast(Language, code)
    entry = guide.programme.get(screening_id)
    if entry is None:
        await acknowledge(pressed, text("programme-gone", language))
        return None
    return entry, language


async def send_calendar(update: Update, context: Context) -> None:
    """One screening as a calendar file."""
    guide = Guide(context.services)
    if found := await pressed_screening(update, context, guide):
        entry, language = found
        await _send_file(update, context, ics(guide, [entry], language), f"{entry.id}.ics", language)


async def send_day_calendar(update: Update, context: Context) -> None:
    """A whole day as a calendar file."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    _, code, day = pressed.data.split(":")
    language, guide = cast(Language, code), Guide(context.services)
    try:
        entries = guide.of_day(View(language, datetime.strptime(day, "%Y%m%d").date()))
    except ValueError:
        entries = []
    if not entries:
        await acknowledge(pressed, text("programme-gone", language))
        return
    await _send_file(update, context, ics(guide, entries, language), f"{day}.ics", language)


async def _send_file(update: Update, context: Context, content: bytes, name: str, language: Language) -> None:
    pressed, chat, message = update.callback_query, update.effective_chat, update.effective_message
    assert pressed is not None and chat is not None
    await acknowledge(pressed)
    topic = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    await context.bot.send_document(chat.id, content, caption=text("programme-calendar-how", language), filename=name, message_thread_id=topic)


async def send_map(update: Update, context: Context) -> None:
    """A venue as a pin on the map."""
    pressed, chat, message = update.callback_query, update.effective_chat, update.effective_message
    assert pressed is not None and pressed.data is not None and chat is not None
    _, code, venue_id = pressed.data.split(":")
    language = cast(Language, code)
    venue = context.services.store.programme.venues().get(venue_id)
    if venue is None or venue.latitude is None or venue.longitude is None:
        await acknowledge(pressed, text("programme-gone", language))
        return
    await acknowledge(pressed)
    topic = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    name = venue.name(language)
    # Telegram requires an address.
    await context.bot.send_venue(chat.id, venue.latitude, venue.longitude, name, venue.addresses.get(language, name), message_thread_id=topic)
