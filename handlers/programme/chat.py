"""/programme, questions about it, and its buttons: days, screenings, calendar files, venues on the map."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from telegram import Chat, InlineKeyboardMarkup, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, Services, TyrnaApplication, place
from handlers.programme.asked import Asked, asked, phrases
from handlers.programme.calendar import ics
from handlers.programme.topic import Topic, query_of, topic_of
from handlers.programme.views import CALENDAR, DAY_CALENDAR, MAP, PATTERN, REMINDERS, SCREENING, Guide, Shown, View
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
    shown = Guide(context.services).home(await context.language(update))
    await say(update, context, *shown)
    await _note_topic(update, context, shown)


async def answer(update: Update, context: Context, said: str, words: Words, language: Language, last: str | None) -> bool:
    """Answer a message that asks for the programme, or edit the answer of an edited one; False if it asks something else.

    `language` is that of the person, for words that tell none; `last` is what is kept of the answer before.
    """
    services, message, here = context.services, cast(Message, update.effective_message), place(update)
    guide = Guide(services)
    found = asked(said, guide.now, guide.zone, services.kb, guide.known(), language, words, topic_of(last))
    if found is None:
        return False
    entries = guide.picked(found) if found.aspect not in (None, "venue") else []
    shown: Shown = await _told(update, guide, found, entries) if entries else guide.reply(found)
    before = await services.store.answer_to(here.chat_id, message.message_id) if update.edited_message else None
    sent_id = before if before and await edit(context, here.chat_id, before, *shown) else (await say(update, context, *shown)).message_id
    # Whoever writes in the name of a group or channel is many people.
    told = found.language if found.told and here.user_id not in NOBODY else None
    await services.store.note_answer(here, message.message_id, sent_id, str(Topic(found.film, found.venue, _shown(shown[1]))), told)
    return True


async def _told(update: Update, guide: Guide, found: Asked, entries: list[Screening]) -> Shown:
    """What is asked of these entries; a reminder of a single one is set."""
    chat, user, language = update.effective_chat, update.effective_user, found.language
    private, said = chat is not None and chat.type == Chat.PRIVATE and user is not None, None
    if found.aspect == "remind":
        coming = [entry for entry in entries if entry.starts_at > guide.now and not entry.cancelled]
        if not coming:
            return guide.told(replace(found, aspect="place"), entries, text("reminder-too-late", language), None, private)
        entries, said = coming, await _remind(update, guide, found, coming)
    minutes = guide.programme.reminder(user.id, entries[0].id) if private and user and len(entries) == 1 else None
    return guide.told(found, entries, said, minutes, private)


async def _remind(update: Update, guide: Guide, found: Asked, coming: list[Screening]) -> str | None:
    """Set a reminder if it is told of what and when; else what to do for one."""
    chat, user, language = update.effective_chat, update.effective_user, found.language
    if chat is None or chat.type != Chat.PRIVATE or user is None:
        return text("reminder-in-private", language)
    if len(coming) > 1:
        return text("reminder-which", language)
    if found.minutes not in REMINDERS:
        return text("reminder-choose", language)
    if coming[0].starts_at - 60 * found.minutes <= guide.now:
        return text("reminder-sooner", language)
    await guide.programme.remind(user.id, coming[0].id, found.minutes, language)
    return None


def _shown(markup: InlineKeyboardMarkup | None) -> tuple[str, ...]:
    """The entries whose cards the buttons open."""
    data = [str(each.callback_data) for row in (markup.inline_keyboard if markup else ()) for each in row]
    return tuple(dict.fromkeys(one.rpartition(":")[2] for one in data if one.startswith(f"{SCREENING}:")))


def last_query(services: Services, last: str | None) -> str | None:
    """What is kept of the answer before, as a query of the base: of an answer about the programme its film."""
    topic = topic_of(last)
    found = [services.store.programme.get(entry) for entry in topic.entries] if topic else []
    return query_of(last, [entry.film for entry in found if entry], services.kb)


async def _note_topic(update: Update, context: Context, shown: Shown) -> None:
    """What a pressed button shows is what the next question can be about."""
    if entries := _shown(shown[1]):
        await context.services.store.set_last_query(place(update), str(Topic(entries=entries)))


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
    shown = guide.day(view)
    await change(update, context, *shown)
    await _note_topic(update, context, shown)


async def open_screening(update: Update, context: Context) -> None:
    """A screening's card, in the same message."""
    guide = Guide(context.services)
    if found := await pressed_screening(update, guide):
        pressed = update.callback_query
        assert pressed is not None
        await acknowledge(pressed)
        await show_card(update, context, guide, *found)


async def show_card(update: Update, context: Context, guide: Guide, entry: Screening, language: Language) -> None:
    """Show a screening in the message of the button, with the reminder of whoever pressed it."""
    chat, user = update.effective_chat, update.effective_user
    private = chat is not None and chat.type == Chat.PRIVATE
    minutes = guide.programme.reminder(user.id, entry.id) if user and private else None
    shown = guide.card(entry, language, minutes, private)
    await change(update, context, *shown)
    await _note_topic(update, context, shown)


async def pressed_screening(update: Update, guide: Guide) -> tuple[Screening, Language] | None:
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
    if found := await pressed_screening(update, guide):
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
