"""The card under the preview: what is about to happen, what looks wrong, whether it is approved, and the button that sends it."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup

from handlers.announcements.card import Shown, data, planned, summary, title
from handlers.announcements.preview import expectations, warnings
from handlers.announcements.sender import content_of
from handlers.announcements.staff_names import name_of
from handlers.context import Context, Services
from handlers.render import button, fit
from handlers.state.outbox import Announcement
from handlers.texts import text
from kb import Language


def writer_of(announcement: Announcement) -> int | None:
    """Who wrote the version that is there now."""
    return announcement.edited_by or announcement.author_id


def is_approved(services: Services, announcement: Announcement) -> bool:
    """Whether it may be sent: the version that is there now is approved, or nobody has to."""
    return not services.settings.announcements.four_eyes or announcement.approved_version == announcement.version


async def review(context: Context, announcement: Announcement, language: Language, user_id: int, read: bool = False) -> Shown:
    """`read`: the person has just seen the copies, and so can approve them."""
    services, content = context.services, content_of(announcement)
    lines = [title(announcement, language), "", *await summary(services, announcement, content, language), "", *await expectations(services, content, language)]
    if content.urgent:
        lines.append(text("announce-reaches-more", language))
    lines += [f"⚠️ {warning}" for warning in warnings(services, announcement, language)]
    rows = [[button(text("announce-edit", language), data("edit", announcement)), button(text("announce-read", language), data("preview", announcement))]]
    if is_approved(services, announcement):
        if services.settings.announcements.four_eyes:
            lines.append(text("announce-approved", language, who=await name_of(context, announcement.approved_by)))
        label = "announce-schedule" if planned(services, announcement) else "announce-send"
        rows.insert(0, [button(text(label, language), data("send", announcement))])
    else:
        lines.append(text("announce-needs-approval", language, who=await name_of(context, writer_of(announcement))))
        if user_id == writer_of(announcement):
            rows.insert(0, [button(text("announce-ask-approval", language), data("ask", announcement))])
        elif read:
            rows.insert(0, [button(text("announce-approve", language), data("approve", announcement))])
    return fit(lines), InlineKeyboardMarkup(rows)
