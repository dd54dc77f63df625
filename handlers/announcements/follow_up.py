"""After it was sent: delete it everywhere, correct it everywhere, settle what is in doubt, the report as a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest

from handlers.announcements.card import Shown, data, title
from handlers.announcements.content import Content
from handlers.announcements.press import Press, on, refuse, remove, show
from handlers.announcements.preview import send_copies
from handlers.announcements.report import DELETABLE_SECONDS, as_csv
from handlers.announcements.staff_names import name_of, tell_announcers
from handlers.announcements.written import TELLING, Refused, bodies_of, media_of, with_bodies
from handlers.context import Context, TyrnaApplication
from handlers.render import button
from handlers.show import acknowledge, change, say
from handlers.staff.rights import audit
from handlers.state.outbox import Announcement, Step
from handlers.texts import text
from kb import Language

_OVER = ("done", "cancelled", "expired")


def register(application: TyrnaApplication) -> None:
    for verb, handler in (("recall", ask_recall), ("recallyes", recall), ("fix", begin_fix), ("fixread", read_fix), ("fixsend", send_fix), ("settle", settle)):
        on(application, verb, handler)
    on(application, "csv", send_csv, any_version=True)


async def ask_recall(update: Update, context: Context, press: Press) -> None:
    """Ask first: what is deleted is gone, also what was sent again."""
    await acknowledge(press.query)
    outbox = context.services.store.outbox
    number = await outbox.reached(press.announcement.id, int(context.services.store.clock()) - DELETABLE_SECONDS)
    rows = [
        [button(text("announce-recall-yes", press.language), data("recallyes", press.announcement))],
        [button(text("announce-back", press.language), data("open", press.announcement))],
    ]
    kept = await outbox.reached(press.announcement.id) - number
    await change(update, context, text("announce-recall-ask", press.language, number=number, kept=kept), InlineKeyboardMarkup(rows))


async def recall(update: Update, context: Context, press: Press) -> None:
    since = int(context.services.store.clock()) - DELETABLE_SECONDS
    done = await context.services.store.outbox.follow_up(press.announcement.id, "delete", since, version=press.announcement.version, by=press.user_id)
    await _begun(update, context, press, done, "announcement-recalled")


async def _begun(update: Update, context: Context, press: Press, done: bool, action: str) -> None:
    """The message at hand becomes the card of what has begun."""
    if not done:
        await refuse(update, context, press, "announce-changed")
        return
    if message := update.effective_message:
        await context.services.store.outbox.set_card(press.announcement.id, message.chat.id, message.message_id)
    await audit(update, context, action, f"#{press.announcement.id}")
    await acknowledge(press.query)
    await show(update, context, press.announcement.id)


async def begin_fix(update: Update, context: Context, press: Press) -> None:
    """From now on a message is a corrected text."""
    if press.announcement.state not in _OVER or update.effective_message is None:
        await refuse(update, context, press, "announce-changed")
        return
    await acknowledge(press.query)
    step = Step(press.announcement.id, "fix", press.announcement.content, update.effective_message.message_id)
    await context.services.store.outbox.set_step(press.user_id, step)
    rows = [[button(text("announce-back", press.language), data("open", press.announcement))]]
    await change(update, context, f"{title(press.announcement, press.language)}\n\n{text('announce-fix-how', press.language)}", InlineKeyboardMarkup(rows))


async def take_fix(update: Update, context: Context, announcement: Announcement, step: Step) -> None:
    """A corrected text: shown as people will see it, with the button that corrects it everywhere."""
    user, message = update.effective_user, update.effective_message
    assert user is not None and message is not None and step.pending is not None
    language = await context.language(update)
    if announcement.state not in _OVER:
        await context.services.store.outbox.end_step(user.id)
        await say(update, context, text("announce-draft-over", language))
        return
    try:
        content = _corrected(context, Content.model_validate_json(step.pending), message, language)
    except Refused as refused:
        await say(update, context, refused.said)
        return
    step = replace(step, pending=content.model_dump_json())
    try:
        await send_copies(context.bot, user.id, replace(announcement, content=content.model_dump_json()))
    except BadRequest as error:
        await say(update, context, text("announce-refused", language, reason=str(error)[:100]))
        return
    if step.card_message_id:
        await remove(context, user.id, step.card_message_id)
    shown = await say(update, context, *await _fix_card(context, announcement, step, user.id, language))
    await context.services.store.outbox.set_step(user.id, replace(step, card_message_id=shown.message_id))


def _corrected(context: Context, content: Content, message: Message, language: Language) -> Content:
    bodies = bodies_of(message)
    if media_of(message) or not bodies:
        raise Refused(text("announce-fix-text-only", language))
    if None in bodies:
        found = context.services.kb.language_of(bodies[None].text[:TELLING]) or (next(iter(content.bodies)) if len(content.bodies) == 1 else None)
        if found is None:
            raise Refused(text("announce-fix-which", language))
        bodies = {found: bodies[None]}
    return with_bodies(content, bodies, message, language)


async def _fix_card(context: Context, announcement: Announcement, step: Step, author_id: int, language: Language) -> Shown:
    number = await context.services.store.outbox.reached(announcement.id)
    rows = [
        [button(text("announce-fix-send", language), data("fixsend", announcement, f"{author_id}.{_digest(step)}"))],
        [button(text("announce-back", language), data("open", announcement))],
    ]
    return text("announce-fix-ready", language, number=number), InlineKeyboardMarkup(rows)


def _digest(step: Step) -> str:
    """Which correction was read: another one since then is not sent by this button."""
    return hashlib.sha256((step.pending or "").encode()).hexdigest()[:8]


async def send_fix(update: Update, context: Context, press: Press) -> None:
    """Correct it everywhere; where four eyes are wanted, by somebody else than whoever wrote the correction."""
    author_id, digest = _argument(press)
    step = context.services.store.outbox.step(author_id)
    if not step or step.announcement_id != press.announcement.id or step.awaits != "fix" or _digest(step) != digest:
        await refuse(update, context, press, "announce-changed")
        return
    if context.services.settings.announcements.four_eyes and press.user_id == author_id:
        await _ask_approval(context, press, digest)
        return
    outbox = context.services.store.outbox
    done = await outbox.follow_up(press.announcement.id, "edit", 0, step.pending, press.announcement.version, press.user_id)
    if done:
        await outbox.end_step(author_id)
    await _begun(update, context, press, done, "announcement-fixed")


def _argument(press: Press) -> tuple[int, str]:
    author_id, _, digest = press.argument.partition(".")
    return int(author_id) if author_id.isdecimal() else 0, digest


async def _ask_approval(context: Context, press: Press, digest: str) -> None:
    who = await name_of(context, press.user_id)

    def said(language: Language) -> tuple[str, InlineKeyboardMarkup]:
        read = button(text("announce-read", language), data("fixread", press.announcement, f"{press.user_id}.{digest}"))
        return text("announce-fix-asks", language, who=who, id=str(press.announcement.id)), InlineKeyboardMarkup([[read]])

    told = await tell_announcers(context, said, but=press.user_id)
    await acknowledge(press.query, text("announce-asked", press.language, number=len(told)))


async def read_fix(update: Update, context: Context, press: Press) -> None:
    """Somebody else reads the correction, and can then send it."""
    author_id, digest = _argument(press)
    step = context.services.store.outbox.step(author_id)
    if not step or not step.pending or step.announcement_id != press.announcement.id or step.awaits != "fix" or _digest(step) != digest:
        await refuse(update, context, press, "announce-changed")
        return
    await send_copies(context.bot, press.user_id, replace(press.announcement, content=step.pending))
    said, markup = await _fix_card(context, press.announcement, step, author_id, press.language)
    await context.bot.send_message(press.user_id, said, "HTML", reply_markup=markup)
    await acknowledge(press.query)


async def settle(update: Update, context: Context, press: Press) -> None:
    """Send again to those who may or may not have got it, or leave it."""
    again = press.argument == "again"
    if press.announcement.state != "done" or press.argument not in ("again", "leave"):
        await refuse(update, context, press, "announce-changed")
        return
    if not await context.services.store.outbox.settle_unknown(press.announcement.id, press.announcement.action, again):
        await refuse(update, context, press, "announce-settled")
        return
    await audit(update, context, "announcement-settled", f"#{press.announcement.id}")
    await acknowledge(press.query)
    if again and (message := update.effective_message):
        await context.services.store.outbox.set_card(press.announcement.id, message.chat.id, message.message_id)
    await show(update, context, press.announcement.id)


async def send_csv(update: Update, context: Context, press: Press) -> None:
    name = f"announcement-{press.announcement.id}.csv"
    await context.bot.send_document(press.user_id, await as_csv(context.services, press.announcement), filename=name)
    await acknowledge(press.query)
