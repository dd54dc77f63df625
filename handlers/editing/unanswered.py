"""/unanswered: what guests ask and the base does not answer, as cards for editors, the most asked first."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

from babel.dates import format_date
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers.context import Context, Services, TyrnaApplication
from handlers.editing import requests
from handlers.editing.prompts import AwaitedReply, prompt
from handlers.editing.teaching import propose_phrase
from handlers.masking import ADDRESS, NAME, NUMBER
from handlers.order import Order
from handlers.render import button, escaped, escaped_text, page_row
from handlers.show import acknowledge, change, say
from handlers.staff.rights import audit, staff_only
from handlers.state.questions import Group
from handlers.texts import text
from kb import Language, Question, UnknownQuery
from kb.language.fold import clean, tokens
from kb.query import MAX_SHORT
from kb.understand.lexicon import properties

# Callback data: a place in the queue, what a group means, of which record, which query, a new record, not ours.
_PAGE, _MEANS, _RECORD, _QUERY, _NEW, _IGNORE = "uq:q", "um", "up", "ux", "un", "ui"
_GROUP = r"(\d{1,15})"
# So many other wordings stand on a card, so many records are offered, so many properties of one.
_OTHERS, _RECORDS, _PROPERTIES = 3, 6, 40
_SHORTEST_NAME = 4


def register(application: TyrnaApplication) -> None:
    services: Services = application.bot_data["services"]
    own = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("unanswered", begin, own), Order.STAFF)
    application.add_handler(MessageHandler(filters.REPLY & own & filters.TEXT & ~filters.COMMAND & AwaitedReply(services, "meaning"), in_words), Order.STAFF)
    for handler, pattern in (
        (turn, rf"^{_PAGE}:\d{{1,4}}$"),
        (means, rf"^{_MEANS}:{_GROUP}$"),
        (record_chosen, rf"^{_RECORD}:{_GROUP}:[^:]+$"),
        (query_chosen, rf"^{_QUERY}:{_GROUP}:.+$"),
        (new_record, rf"^{_NEW}:{_GROUP}$"),
        (ignore, rf"^{_IGNORE}:{_GROUP}:\d{{1,4}}$"),
    ):
        application.add_handler(CallbackQueryHandler(handler, pattern), Order.STAFF)


@staff_only("editor")
async def begin(update: Update, context: Context) -> None:
    """The most asked question; if there is none, what guests request."""
    await context.services.store.questions.flush()
    questions, language = context.services.store.questions, await context.language(update)
    shown = requests.page(context, language, 0) if not questions.groups() and questions.open_requests() else _page(context, language, 0)
    await say(update, context, *shown)


@staff_only("editor")
async def turn(update: Update, context: Context) -> None:
    """Another question."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    await acknowledge(pressed)
    await change(update, context, *_page(context, await context.language(update), int(pressed.data.rpartition(":")[2])))


def _page(context: Context, language: Language, position: int) -> tuple[str, InlineKeyboardMarkup]:
    questions = context.services.store.questions
    ids = questions.groups()
    to_requests = [button(text("queue-requests", language, count=len(questions.open_requests())), f"{requests.PAGE}:0")]
    position = max(0, min(position, len(ids) - 1))
    group = questions.group(ids[position]) if ids else None
    if group is None:
        return text("unanswered-none", language), InlineKeyboardMarkup([to_requests])
    rows = [
        [button(text("unanswered-means", language), f"{_MEANS}:{group.id}")],
        [button(text("unanswered-new", language), f"{_NEW}:{group.id}"), button(text("unanswered-ignore", language), f"{_IGNORE}:{group.id}:{position}")],
    ]
    if len(ids) > 1:
        rows.append(page_row(position, len(ids), lambda number: f"{_PAGE}:{number}"))
    return _card(context, group, language, position, len(ids)), InlineKeyboardMarkup([*rows, to_requests])


def _card(context: Context, group: Group, language: Language, position: int, count: int) -> str:
    zone = ZoneInfo(context.services.settings.timezone)
    last = format_date(datetime.fromtimestamp(group.last_at, UTC).astimezone(zone), "long", locale=language)
    first, *others = group.wordings
    lines = [
        text("unanswered", language, position=position + 1, count=count),
        "",
        f"<b>{escaped_text(first.text)}</b>",
        text("unanswered-times", language, times=group.times, last=last),
    ]
    if group.watching:
        lines.append(text("unanswered-watching", language, count=group.watching))
    lines.append(" · ".join(f"{text(f'flip-{code}', language)} {times}" for code, times in _by_language(group)))
    lines += [f"• {escaped_text(other.text)} ({other.times})" for other in others[:_OTHERS]]
    if any(sign in wording.text for wording in group.wordings for sign in (NUMBER, ADDRESS, NAME)):
        lines += ["", text("unanswered-signs", language, number=NUMBER, address=ADDRESS, name=NAME)]
    return "\n".join(lines)


def _by_language(group: Group) -> list[tuple[Language, int]]:
    found: dict[Language, int] = {}
    for wording in group.wordings:
        found[wording.language] = found.get(wording.language, 0) + wording.times
    return sorted(found.items(), key=lambda item: -item[1])


async def _pressed(update: Update, context: Context) -> tuple[Group, list[str], Language] | None:
    """The group that a button is about, with what else the button holds; says so and shows the queue if it was decided on meanwhile."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language = await context.language(update)
    _, number, *rest = pressed.data.split(":", 2)
    if group := context.services.store.questions.group(int(number)):
        return group, rest, language
    await acknowledge(pressed, text("unanswered-decided", language))
    await change(update, context, *_page(context, language, 0))
    return None


@staff_only("editor")
async def means(update: Update, context: Context) -> None:
    """*It means …*: near records as buttons, or a reply with a name or with the question in other words."""
    if found := await _pressed(update, context):
        group, _, language = found
        assert update.callback_query is not None
        await acknowledge(update.callback_query)
        said = group.wordings[0].text
        rows = _record_buttons(context, group.id, _near(context, said, language), language)
        if rows:
            await say(update, context, text("means-which", language, **escaped({"question": said})), InlineKeyboardMarkup(rows))
        sent = await prompt(update, context, text("means-in-words", language, **escaped({"question": said})))
        await context.services.store.questions.put_prompt(sent.chat.id, sent.message_id, group.id, "meaning")


def _near(context: Context, said: str, language: Language) -> list[str]:
    """The records that a question names, then those whose names begin like one of its words."""
    kb = context.services.kb
    found = dict.fromkeys(kb.words(said).records)
    for word in tokens(clean(said)):
        if len(word) >= _SHORTEST_NAME:
            found |= dict.fromkeys(hit.record for hit in kb.search(word, language, 2))
    return list(found)[:_RECORDS]


def _record_buttons(context: Context, group: int, records: list[str], language: Language) -> list[list[InlineKeyboardButton]]:
    shown = [(record, found) for record in records if (found := context.services.kb.record(record)) and len(record.encode()) <= MAX_SHORT]
    return [[button(found.names.shown(language), f"{_RECORD}:{group}:{record}")] for record, found in shown]


@staff_only("editor")
async def in_words(update: Update, context: Context) -> None:
    """What a group means in the editor's words: a question that the base answers, else names to choose from."""
    message = cast(Message, update.effective_message)
    assert message.reply_to_message is not None
    language, services = await context.language(update), context.services
    prompted = services.store.questions.prompt(message.chat.id, message.reply_to_message.message_id)
    group = services.store.questions.group(prompted[0]) if prompted else None
    if group is None:
        await say(update, context, text("unanswered-decided", language))
        return
    said = message.text or ""
    reply = services.kb.ask(Question(said, language))
    if reply.kind == "answer" and reply.query and "." in reply.query:
        await _propose(context, message.chat.id, group, reply.query)
        return
    records = list(dict.fromkeys([*reply.records, *(hit.record for hit in services.kb.search(said, language, _RECORDS)), *_near(context, said, language)]))
    rows = _record_buttons(context, group.id, records[:_RECORDS], language)
    if rows:
        await say(update, context, text("means-which", language, **escaped({"question": group.wordings[0].text})), InlineKeyboardMarkup(rows))
    else:
        await say(update, context, text("means-nothing", language))


@staff_only("editor")
async def record_chosen(update: Update, context: Context) -> None:
    """Which property of the record."""
    if found := await _pressed(update, context):
        group, (record_id,), language = found
        pressed, record = update.callback_query, context.services.kb.record(record_id)
        assert pressed is not None
        if record is None:
            await acknowledge(pressed, text("answer-again", language))
            return
        await acknowledge(pressed)
        known = [prop for prop, fact in record.facts.items() if prop in properties() and not fact.unknown and len(f"{record_id}.{prop}".encode()) <= MAX_SHORT]
        buttons = [button(properties()[prop].label[language], f"{_QUERY}:{group.id}:{record_id}.{prop}") for prop in known[:_PROPERTIES]]
        rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
        rows.append([button(text("means-whole", language), f"{_QUERY}:{group.id}:{record_id}")])
        values = escaped({"question": group.wordings[0].text, "record": record.names.shown(language)})
        await change(update, context, text("means-property", language, **values), InlineKeyboardMarkup(rows))


@staff_only("editor")
async def query_chosen(update: Update, context: Context) -> None:
    """Hand what was chosen to teaching, which checks it against the whole base."""
    if found := await _pressed(update, context):
        group, (query,), language = found
        pressed, chat = update.callback_query, update.effective_chat
        assert pressed is not None and chat is not None
        try:
            context.services.kb.run(query, language)
        except UnknownQuery:
            await acknowledge(pressed, text("answer-again", language))
            return
        await acknowledge(pressed)
        await _propose(context, chat.id, group, query)


async def _propose(context: Context, chat_id: int, group: Group, query: str) -> None:
    first = group.wordings[0]
    await propose_phrase(context, chat_id, first.text, first.language, query, group.id)


@staff_only("editor")
async def new_record(update: Update, context: Context) -> None:
    """How a record comes into the base."""
    if found := await _pressed(update, context):
        group, _, language = found
        assert update.callback_query is not None
        await acknowledge(update.callback_query)
        await say(update, context, text("unanswered-new-how", language, **escaped({"question": group.wordings[0].text})))


@staff_only("editor")
async def ignore(update: Update, context: Context) -> None:
    """*Not ours*: never shown again. The second of two editors is told that it is done."""
    if found := await _pressed(update, context):
        group, (position,), language = found
        assert update.callback_query is not None
        if await context.services.store.questions.ignore(group.id):
            await audit(update, context, "question-ignored", group.wordings[0].text)
            await acknowledge(update.callback_query)
        else:
            await acknowledge(update.callback_query, text("unanswered-decided", language))
        await change(update, context, *_page(context, language, int(position)))
