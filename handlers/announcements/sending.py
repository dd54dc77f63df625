"""From the preview to the end: preview, approve, send, undo, pause, resume, cancel, stop. Each is a compare-and-set; who comes second is told so."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden

from handlers.announcements.card import data, planned
from handlers.announcements.press import Press, on, refuse, remove, show
from handlers.announcements.preview import send_copies
from handlers.announcements.report import report
from handlers.announcements.review import is_approved, review, writer_of
from handlers.announcements.staff_names import name_of, plain_name, tell, tell_announcers
from handlers.context import Context, TyrnaApplication
from handlers.render import button
from handlers.show import acknowledge
from handlers.staff.rights import audit, is_owner
from handlers.state.outbox import Announcement, AnnouncementState
from handlers.texts import text
from kb import Language


def register(application: TyrnaApplication) -> None:
    for verb, handler in (("preview", preview), ("ask", ask), ("approve", approve), ("send", send), ("undo", undo)):
        on(application, verb, handler)
    # A correction raises the version of what is being sent; what stops it must work all the same.
    for verb, handler in (("pause", pause), ("resume", resume), ("cancel", cancel), ("stop", stop)):
        on(application, verb, handler, any_version=True)


async def preview(update: Update, context: Context, press: Press) -> None:
    """The real copies in the private chat of whoever asks, and below them the card that sends."""
    announcement, outbox = press.announcement, context.services.store.outbox
    if not press.content.bodies and not press.content.media:
        await acknowledge(press.query, text("announce-empty", press.language))
        return
    if announcement.state not in ("draft", "review"):
        await refuse(update, context, press, "announce-changed")
        return
    try:
        await send_copies(context.bot, press.user_id, announcement)
    except Forbidden:
        await acknowledge(press.query, text("announce-open-private", press.language))
        return
    except BadRequest as error:
        await acknowledge(press.query, text("announce-refused", press.language, reason=str(error)[:100]))
        return
    if announcement.state == "draft" and not await outbox.move(announcement.id, "draft", "review", version=announcement.version):
        await refuse(update, context, press, "announce-changed")
        return
    await acknowledge(press.query)
    await outbox.end_step(press.user_id)
    seen = outbox.get(announcement.id)
    assert seen is not None
    said, markup = await review(context, seen, press.language, press.user_id, read=True)
    await context.bot.send_message(press.user_id, said, "HTML", reply_markup=markup)
    message = update.effective_message
    if message and message.chat.type == "private":
        await remove(context, press.user_id, message.message_id)


async def ask(update: Update, context: Context, press: Press) -> None:
    """Ask the others to read and approve it."""
    if press.announcement.state != "review":
        await refuse(update, context, press, "announce-changed")
        return
    who = await name_of(context, press.user_id)

    def said(language: Language) -> tuple[str, InlineKeyboardMarkup]:
        read = button(text("announce-read", language), data("preview", press.announcement))
        return text("announce-asks-approval", language, who=who, id=str(press.announcement.id)), InlineKeyboardMarkup([[read]])

    told = await tell_announcers(context, said, but=press.user_id)
    await acknowledge(press.query, text("announce-asked", press.language, number=len(told)))


async def approve(update: Update, context: Context, press: Press) -> None:
    """Approve the version that was read; nobody approves their own."""
    announcement = press.announcement
    if press.user_id == writer_of(announcement):
        await acknowledge(press.query, text("announce-not-own", press.language))
        return
    if not await context.services.store.outbox.approve(announcement.id, announcement.version, press.user_id):
        await refuse(update, context, press, "announce-changed")
        return
    await audit(update, context, "announcement-approved", f"#{announcement.id}")
    await acknowledge(press.query)
    await show(update, context, announcement.id)
    who = await name_of(context, press.user_id)

    def said(language: Language) -> tuple[str, InlineKeyboardMarkup]:
        opened = button(text("announce-open", language), data("open", announcement))
        return text("announce-approved-now", language, who=who, id=str(announcement.id)), InlineKeyboardMarkup([[opened]])

    if writer := writer_of(announcement):
        await tell(context, [writer], said)


async def send(update: Update, context: Context, press: Press) -> None:
    """Begin the countdown, or schedule. Of two who press at once one starts it, and both see who did."""
    announcement, services = press.announcement, context.services
    outbox = services.store.outbox
    if announcement.state == "review" and press.content.urgent and not is_owner(context, press.user_id):
        await acknowledge(press.query, text("announce-urgent-owner", press.language))
        return
    if announcement.state == "review" and not is_approved(services, announcement):
        await refuse(update, context, press, "announce-not-approved")
        return
    due_at = planned(services, announcement)
    begins = due_at or int(services.store.clock()) + services.settings.announcements.undo
    if announcement.expires_at is not None and announcement.expires_at <= begins:
        await refuse(update, context, press, "announce-too-late")
        return
    to: AnnouncementState = "scheduled" if due_at else "countdown"
    if announcement.state != "review" or not await outbox.move(announcement.id, "review", to, press.user_id, begins, announcement.version):
        now = outbox.get(announcement.id) or announcement
        await refuse(update, context, press, "announce-sent-already", who=await plain_name(context, now.sent_by))
        return
    if message := update.effective_message:
        await outbox.set_card(announcement.id, message.chat.id, message.message_id)
    await audit(update, context, "announcement-sent", f"#{announcement.id}")
    await acknowledge(press.query)
    await show(update, context, announcement.id)


async def _moved(update: Update, context: Context, press: Press, came_from: tuple[AnnouncementState, ...], to: AnnouncementState, action: str) -> bool:
    """Whether it was in one of the states and is in the other now; if not, the card shows what it is."""
    outbox = context.services.store.outbox
    if press.announcement.state in came_from and await outbox.move(press.announcement.id, press.announcement.state, to):
        await audit(update, context, f"announcement-{action}", f"#{press.announcement.id}")
        return True
    return False


async def undo(update: Update, context: Context, press: Press) -> None:
    """Within the countdown, or before the time it was scheduled for."""
    if await _moved(update, context, press, ("countdown", "scheduled"), "review", "undone"):
        await acknowledge(press.query)
        await show(update, context, press.announcement.id)
    else:
        await refuse(update, context, press, "announce-undo-late")


async def pause(update: Update, context: Context, press: Press) -> None:
    if await _moved(update, context, press, ("sending",), "paused", "paused"):
        await acknowledge(press.query)
        await show(update, context, press.announcement.id)
    else:
        await refuse(update, context, press, "announce-changed")


async def resume(update: Update, context: Context, press: Press) -> None:
    if await _moved(update, context, press, ("paused",), "sending", "resumed"):
        await acknowledge(press.query)
        await show(update, context, press.announcement.id)
    else:
        await refuse(update, context, press, "announce-changed")


async def cancel(update: Update, context: Context, press: Press) -> None:
    """Nobody else gets it; who has it keeps it."""
    if await _moved(update, context, press, ("sending", "paused"), "cancelled", "cancelled"):
        await acknowledge(press.query)
        await show(update, context, press.announcement.id)
    else:
        await refuse(update, context, press, "announce-changed")


async def stop(update: Update, context: Context, press: Press) -> None:
    """Under the copy that staff get first: the same as Cancel. The copy stays as it is, and what happened is said below it."""
    if not await _moved(update, context, press, ("sending", "paused"), "cancelled", "cancelled"):
        now = context.services.store.outbox.get(press.announcement.id) or press.announcement
        await acknowledge(press.query, text("announce-stop-late", press.language, state=now.state))
        return
    await acknowledge(press.query)
    who = await name_of(context, press.user_id)
    stopped = context.services.store.outbox.get(press.announcement.id)
    assert stopped is not None
    said, markup = await report(context, stopped, press.language)
    await context.bot.send_message(press.user_id, said, "HTML", reply_markup=markup)
    await _tell_sender(context, stopped, press.user_id, who)


async def _tell_sender(context: Context, announcement: Announcement, by: int, who: str) -> None:
    """Whoever sent it hears that somebody else stopped it."""
    if announcement.sent_by is None or announcement.sent_by == by:
        return

    def said(language: Language) -> tuple[str, InlineKeyboardMarkup]:
        opened = button(text("announce-open", language), data("open", announcement))
        return text("announce-stopped-by", language, who=who, id=str(announcement.id)), InlineKeyboardMarkup([[opened]])

    await tell(context, [announcement.sent_by], said)
