"""/announce and /announcements: compose by one card and plain messages. Step and draft live in the store."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from telegram import InlineKeyboardMarkup, Message, Update
from telegram.constants import MessageLimit
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers.announcements import follow_up
from handlers.announcements.card import VIEWS, data
from handlers.announcements.content import MAX_BUTTONS, Content
from handlers.announcements.press import Press, expect, move_card, on, refuse, save, show, shown
from handlers.announcements.schedule import NoTime, read_time
from handlers.announcements.sender import content_of
from handlers.announcements.written import Refused, bodies_of, buttons_of, media_of, with_bodies
from handlers.context import Context, Services, TyrnaApplication
from handlers.render import button, escaped, page_row
from handlers.show import acknowledge, change, edit, say
from handlers.staff.rights import STAFF_GROUP, audit, is_owner, person, staff_only
from handlers.state.outbox import Announcement, Step
from handlers.texts import text
from kb import LANGUAGES, Language

PAGE = 8
# So many characters tell the language.
_TELLING = 300
_LIST = "anl"
# After the commands of staff; those who compose nothing fall through to the handlers of guests.
_MESSAGES = STAFF_GROUP + 1


def register(application: TyrnaApplication) -> None:
    new, private = filters.UpdateType.MESSAGE, filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("announce", announce, new), STAFF_GROUP)
    application.add_handler(CommandHandler("announcements", announcements, new), STAFF_GROUP)
    application.add_handler(CallbackQueryHandler(turn, rf"^{_LIST}:\d{{1,4}}$"), STAFF_GROUP)
    for verb, handler in (("view", view), ("set", choose), ("text", language_chosen), ("delete", delete), ("edit", edit_again)):
        on(application, verb, handler)
    for verb, handler in (("open", open_card), ("reuse", use_again)):
        on(application, verb, handler, any_version=True)
    content = filters.TEXT | filters.PHOTO | filters.VIDEO | filters.Document.ALL
    own = private & content & ~filters.COMMAND & ~filters.VIA_BOT
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE & own, correct), _MESSAGES)
    application.add_handler(MessageHandler(new & own, take), _MESSAGES)


@staff_only("announcer")
async def announce(update: Update, context: Context) -> None:
    """A new draft, and its card."""
    if not await _in_private(update, context):
        return
    content = Content(fallback=context.services.settings.announcements.fallback_language)
    await _begin(update, context, content)


async def _in_private(update: Update, context: Context) -> bool:
    """Drafts are nobody else's business: in a group there is only a hint."""
    if update.effective_chat and update.effective_chat.type == "private":
        return True
    await say(update, context, text("announce-in-private", await context.language(update)))
    return False


async def _begin(update: Update, context: Context, content: Content) -> None:
    user = update.effective_user
    assert user is not None
    outbox = context.services.store.outbox
    announcement_id = await outbox.add(content.model_dump_json(), user.id)
    await audit(update, context, "announcement-composed", f"#{announcement_id}")
    announcement = outbox.get(announcement_id)
    assert announcement is not None
    said, markup = await shown(update, context, announcement)
    message = await context.bot.send_message(user.id, said, "HTML", reply_markup=markup)
    await expect(context, user.id, announcement, "main", message.message_id)


@staff_only("announcer")
async def announcements(update: Update, context: Context) -> None:
    """All of them, the newest first, with their states."""
    if await _in_private(update, context):
        await say(update, context, *_page(context, await context.language(update), 0))


@staff_only("announcer")
async def turn(update: Update, context: Context) -> None:
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    await acknowledge(pressed)
    await change(update, context, *_page(context, await context.language(update), int(pressed.data.split(":")[1])))


def _page(context: Context, language: Language, page: int) -> tuple[str, InlineKeyboardMarkup | None]:
    outbox = context.services.store.outbox
    number = outbox.number()
    pages = -(-number // PAGE)
    if not number:
        return text("announce-none", language), None
    page = min(page, pages - 1)
    rows = [[button(_line(found, language), data("open", found))] for found in outbox.page(PAGE, page * PAGE)]
    return text("announce-list", language, number=number), InlineKeyboardMarkup(
        [*rows, page_row(page, pages, lambda other: f"{_LIST}:{other}")] if pages > 1 else rows
    )


def _line(announcement: Announcement, language: Language) -> str:
    said = " ".join(content_of(announcement).body(language).text.split())
    return f"{announcement.id} · {text('announce-state', language, state=announcement.state, action=announcement.action)} · {said}"


async def open_card(update: Update, context: Context, press: Press) -> None:
    await acknowledge(press.query)
    await show(update, context, press.announcement.id)


async def use_again(update: Update, context: Context, press: Press) -> None:
    """A new draft with the same content, to be sent at once."""
    await acknowledge(press.query)
    content = press.content
    await _begin(update, context, content if is_owner(context, press.user_id) else content.changed(urgent=False))


async def view(update: Update, context: Context, press: Press) -> None:
    """Open one of the choices, or go back to the card."""
    await acknowledge(press.query)
    await show(update, context, press.announcement.id, press.argument if press.argument in VIEWS else "main")


async def edit_again(update: Update, context: Context, press: Press) -> None:
    """From the preview back to the draft: whatever was approved has to be approved again."""
    announcement = press.announcement
    if announcement.state != "review" or not await save(context, press.user_id, announcement, press.content):
        await refuse(update, context, press, "announce-changed")
        return
    await acknowledge(press.query)
    await show(update, context, announcement.id)


async def delete(update: Update, context: Context, press: Press) -> None:
    """A draft that nobody needs; it stays in the list, and can be used again."""
    if press.announcement.state != "draft" or not await context.services.store.outbox.move(press.announcement.id, "draft", "cancelled", press.user_id):
        await refuse(update, context, press, "announce-changed")
        return
    await audit(update, context, "announcement-deleted", f"#{press.announcement.id}")
    await acknowledge(press.query)
    await show(update, context, press.announcement.id)


async def choose(update: Update, context: Context, press: Press) -> None:
    """One of the choices was made."""
    key, _, value = press.argument.partition("-")
    if key == "urgent" and value == "1" and not is_owner(context, press.user_id):
        await acknowledge(press.query, text("announce-urgent-owner", press.language))
        return
    if press.announcement.state != "draft":
        await refuse(update, context, press, "announce-changed")
        return
    try:
        changes, times = _choice(context.services, press.content, key, value)
        content = press.content.changed(**changes)
    except (ValueError, KeyError):  # forged, or nobody would be left to get it
        await acknowledge(press.query, text("announce-no-choice", press.language))
        return
    if not await save(context, press.user_id, press.announcement, content, **times):
        await refuse(update, context, press, "announce-changed")
        return
    await acknowledge(press.query)
    await show(update, context, press.announcement.id, "whom" if key in ("audience", "language", "type") else "main")


def _choice(services: Services, content: Content, key: str, value: str) -> tuple[dict[str, object], dict[str, int | None]]:
    """What a choice changes of the content, and of the times. Raises `ValueError` or `KeyError` for what is no choice."""
    now = services.store.clock()
    match key:
        case "sound":
            return {"silent": {"auto": None, "silent": True, "sound": False}[value]}, {}
        case "preview" | "urgent" if value in ("0", "1"):
            return {{"preview": "link_preview", "urgent": "urgent"}[key]: value == "1"}, {}
        case "unknown" | "audience":
            return {key: value}, {}
        case "topic":
            return {"topic": "" if value == "none" else value}, {}
        case "language":
            return {"languages": _toggled(content.languages, value, LANGUAGES)}, {}
        case "type":
            return {"types": _toggled(content.types, value, ("private", "groups", "channels"))}, {}
        case "media" | "links":
            return {"media": None} if key == "media" else {"buttons": ()}, {}
        case "untext":
            return {"bodies": {code: body for code, body in content.bodies.items() if code != value}}, {}
        case "due" if value == "tomorrow":
            tomorrow = datetime.fromtimestamp(now, ZoneInfo(services.settings.timezone)) + timedelta(days=1)
            return {}, {"due_at": int(tomorrow.replace(hour=9, minute=30, second=0, microsecond=0).timestamp())}
        case "due" | "expires":
            return {}, {f"{key}_at": int(now) + int(value) * 60 if int(value) else None}
    raise ValueError(key)


def _toggled(chosen: tuple[str, ...], value: str, all_of_them: tuple[str, ...]) -> tuple[str, ...]:
    after = tuple(one for one in all_of_them if (one in chosen) != (one == value))
    if not after or value not in all_of_them:
        raise ValueError(value)
    return after


async def take(update: Update, context: Context) -> None:
    """A message of somebody who composes; everybody else's goes on to the handlers of guests."""
    user_id = person(update)
    if user_id is None or not (step := context.services.store.outbox.step(user_id)) or not step.awaits:
        return
    await _take(update, context)


@staff_only("announcer")
async def _take(update: Update, context: Context) -> None:
    user, message = update.effective_user, cast(Message, update.effective_message)
    assert user is not None
    outbox, language = context.services.store.outbox, await context.language(update)
    step = outbox.step(user.id)
    announcement = outbox.get(step.announcement_id) if step else None
    if step and announcement and step.awaits.startswith("fix"):
        await follow_up.take_fix(update, context, announcement, step)
        return
    if step is None or announcement is None or announcement.state != "draft":
        await outbox.end_step(user.id)
        await say(update, context, text("announce-draft-over", language))
        return
    try:
        changed = await _written(update, context, announcement, step, message, language)
    except Refused as refused:
        await say(update, context, refused.said)
        return
    if changed is not None:
        await move_card(update, context, changed)


async def correct(update: Update, context: Context) -> None:
    """A message was edited that holds a text of the draft at hand; any other is an edited question."""
    user_id, message = person(update), update.effective_message
    outbox = context.services.store.outbox
    step = outbox.step(user_id) if user_id is not None else None
    draft = outbox.get(step.announcement_id) if step else None
    if message is None or draft is None or draft.state != "draft":
        return
    if any(body.message_id == message.message_id for body in content_of(draft).bodies.values()):
        await _correct(update, context)


@staff_only("announcer")
async def _correct(update: Update, context: Context) -> None:
    user, message = update.effective_user, cast(Message, update.effective_message)
    assert user is not None
    outbox, language = context.services.store.outbox, await context.language(update)
    step = outbox.step(user.id)
    draft = outbox.get(step.announcement_id) if step else None
    if step is None or draft is None:
        return
    content, bodies = content_of(draft), bodies_of(message)
    if None in bodies:
        bodies = {next(code for code, body in content.bodies.items() if body.message_id == message.message_id): bodies[None]}
    try:
        changed = await save(context, user.id, draft, with_bodies(content, bodies, message, language))
    except Refused as refused:
        await say(update, context, refused.said)
        return
    if changed is not None and not (step.card_message_id and await edit(context, user.id, step.card_message_id, *await shown(update, context, changed))):
        await move_card(update, context, changed)


async def _written(update: Update, context: Context, announcement: Announcement, step: Step, message: Message, language: Language) -> Announcement | None:
    """The draft after a message; None if something has to be asked first."""
    assert update.effective_user is not None
    user_id, content = update.effective_user.id, content_of(announcement)
    times: dict[str, int | None] = {}
    if step.awaits in ("due", "expires"):
        times[f"{step.awaits}_at"] = _time(context.services, message.text or "", language)
    elif step.awaits == "links":
        content = _with_links(content, message.text or "", language)
    else:
        bodies = bodies_of(message)
        if None in bodies and step.awaits == "text":
            found = context.services.kb.language_of(bodies[None].text[:_TELLING])
            if found is None or found in content.bodies:
                await _ask_language(update, context, announcement, step, message)
                return None
            bodies = {found: bodies[None]}
        elif None in bodies:
            bodies = {cast(Language, step.awaits.removeprefix("text-")): bodies[None]}
        content = with_bodies(content, bodies, message, language)
    changed = await save(context, user_id, announcement, content, **times)
    if changed is None:
        raise Refused(text("announce-changed", language))
    return changed


def _time(services: Services, said: str, language: Language) -> int:
    now = datetime.fromtimestamp(services.store.clock(), ZoneInfo(services.settings.timezone))
    try:
        return int(read_time(said, now).timestamp())
    except NoTime:
        raise Refused(text("announce-no-time", language)) from None


def _with_links(content: Content, said: str, language: Language) -> Content:
    try:
        return content.changed(buttons=[own.model_dump() for own in buttons_of(said)])
    except ValidationError:
        raise Refused(text("announce-no-link", language, line=str(MAX_BUTTONS))) from None
    except ValueError as error:
        raise Refused(text("announce-no-link", language, line=str(escaped({"line": str(error)})["line"]))) from None


async def _ask_language(update: Update, context: Context, announcement: Announcement, step: Step, message: Message) -> None:
    """Keep the text and ask which language it is in."""
    assert update.effective_user is not None
    language, media = await context.language(update), media_of(message)
    pending = {"body": bodies_of(message)[None].model_dump(), "media": media.model_dump() if media else None}
    await context.services.store.outbox.set_step(
        update.effective_user.id, Step(announcement.id, step.awaits, json.dumps(pending, ensure_ascii=False), step.card_message_id)
    )
    row = [button(text(f"flip-{code}", language), data("text", announcement, code)) for code in LANGUAGES]
    drop = button(text("announce-not-a-text", language), data("text", announcement, "none"))
    await say(update, context, text("announce-which-language", language), InlineKeyboardMarkup([row, [drop]]))


async def language_chosen(update: Update, context: Context, press: Press) -> None:
    """The language of the text that was kept."""
    step = context.services.store.outbox.step(press.user_id)
    if press.announcement.state != "draft" or step is None or not step.pending or step.announcement_id != press.announcement.id:
        await refuse(update, context, press, "announce-changed")
        return
    pending, content = json.loads(step.pending), press.content
    if press.argument in LANGUAGES:
        try:
            content = content.changed(
                bodies=content.model_dump()["bodies"] | {press.argument: pending["body"]}, media=pending["media"] or content.model_dump()["media"]
            )
        except ValidationError:
            await acknowledge(
                press.query, text("announce-too-long", press.language, limit=int(MessageLimit.CAPTION_LENGTH), length=len(pending["body"]["text"]))
            )
            return
    changed = await save(context, press.user_id, press.announcement, content)
    if changed is None:
        await refuse(update, context, press, "announce-changed")
        return
    await acknowledge(press.query)
    if update.effective_message:
        await move_card(update, context, changed)
        await change(update, context, text("announce-language-noted", press.language))
