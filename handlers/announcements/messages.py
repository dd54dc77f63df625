"""What staff write while they compose: a text, a file, buttons, a time; and what they edit afterwards."""

from __future__ import annotations

import json
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from telegram import InlineKeyboardMarkup, Message, Update
from telegram.constants import MessageLimit
from telegram.ext import MessageHandler, filters

from handlers.announcements import follow_up
from handlers.announcements.card import data
from handlers.announcements.content import MAX_BUTTONS, Content
from handlers.announcements.press import Press, move_card, on, refuse, save, shown
from handlers.announcements.schedule import NoTime, read_time
from handlers.announcements.sender import content_of
from handlers.announcements.written import TELLING, Refused, bodies_of, buttons_of, media_of, with_bodies
from handlers.context import Context, Services, TyrnaApplication
from handlers.order import Order
from handlers.render import button, cut, escaped_text
from handlers.show import acknowledge, change, edit, say
from handlers.staff.rights import person, staff_only
from handlers.state.outbox import Announcement, Step
from handlers.texts import text
from kb import LANGUAGES, Language

# Characters of a line that is no button.
_SHOWN = 200


def register(application: TyrnaApplication) -> None:
    content = filters.TEXT | filters.PHOTO | filters.VIDEO | filters.Document.ALL
    own = filters.ChatType.PRIVATE & content & ~filters.COMMAND & ~filters.VIA_BOT
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE & own, correct), Order.STAFF_MESSAGES)
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE & own, take), Order.STAFF_MESSAGES)
    on(application, "text", language_chosen)


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
            found = context.services.kb.language_of(bodies[None].text[:TELLING])
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
        raise Refused(text("announce-no-link", language, line=escaped_text(cut(str(error), _SHOWN)))) from None


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
