"""What became of an announcement: how many got it, who did not and why; as a card and as CSV without personal data."""

from __future__ import annotations

import csv
import io
from collections import Counter

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.announcements.card import LIST, Shown, data, title
from handlers.announcements.preview import duration
from handlers.announcements.sender import content_of
from handlers.announcements.staff_names import name_of
from handlers.context import Context, Services
from handlers.render import button, escaped_text, fit
from handlers.state.outbox import Announcement, Count
from handlers.texts import text
from kb import LANGUAGES, Language

# Telegram lets a bot delete what it sent for so long: https://core.telegram.org/bots/api#deletemessage
DELETABLE_SECONDS = 48 * 3600
# Reasons that have words of ours; Telegram's own words stand for the others.
_REASONS = ("muted", "unsubscribed", "blocked", "cancelled", "expired", "network", "migrated", "crash")
_ENDS = ("sent", "blocked", "failed", "unknown", "skipped")


async def report(context: Context, announcement: Announcement, language: Language) -> Shown:
    services = context.services
    lines = [title(announcement, language)]
    if announcement.sent_by is not None:
        lines.append(text("announce-sent-by", language, who=await name_of(context, announcement.sent_by)))
    if announcement.started_at and announcement.ended_at:
        lines.append(text("announce-took", language, duration=duration(announcement.ended_at - announcement.started_at, language)))
    lines += ["", *_ended(counts := await services.store.outbox.counts(announcement), announcement, language)]
    unknown = sum(count.number for count in counts if count.state == "unknown")
    asks = unknown > 0 and announcement.state == "done" and content_of(announcement).unknown == "ask"
    if asks:
        lines += ["", text("announce-in-doubt", language, number=unknown)]
    return fit(lines), InlineKeyboardMarkup(await _buttons(services, announcement, language, asks))


def _ended(counts: list[Count], announcement: Announcement, language: Language) -> list[str]:
    ended: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {}
    sent: Counter[str] = Counter()
    for count in counts:
        ended[count.state] += count.number
        if count.state == "sent":
            sent[count.language] += count.number
        elif count.reason:
            reasons.setdefault(count.state, Counter())[count.reason] += count.number
    lines = []
    for state in _ENDS:
        if ended[state] or state == "sent":
            lines.append(text("announce-ended", language, state=state, action=announcement.action, number=ended[state]))
            # That somebody blocked the bot is a reason in itself.
            lines += [f"   • {_reason(why, language)}: {number}" for why, number in reasons.get(state, Counter()).most_common(8)] if state != "blocked" else []
    if sent:
        lines.append(" · ".join(f"{text(f'flip-{code}', language)} {sent[code]}" for code in LANGUAGES))
    return lines


def _reason(reason: str, language: Language) -> str:
    return text("announce-reason", language, reason=reason) if reason in _REASONS else escaped_text(reason)


async def _buttons(services: Services, announcement: Announcement, language: Language, asks: bool) -> list[list[InlineKeyboardButton]]:
    def choice(key: str, verb: str, argument: str = "") -> InlineKeyboardButton:
        return button(text(key, language), data(verb, announcement, argument))

    rows = [[choice("announce-again", "settle", "again"), choice("announce-leave", "settle", "leave")]] if asks else []
    outbox = services.store.outbox
    # A recall that was cancelled half-way can be taken up again.
    is_recalled = announcement.action == "delete" and announcement.state == "done"
    if not is_recalled and await outbox.reached(announcement.id):
        recall = await outbox.reached(announcement.id, int(services.store.clock()) - DELETABLE_SECONDS)
        rows.append([choice("announce-fix", "fix"), *([choice("announce-recall", "recall")] if recall else [])])
    reuse = choice("announce-use-again", "reuse")
    rows.append([reuse, choice("announce-csv", "csv")] if announcement.started_at else [reuse])
    rows.append([button(text("announce-all", language), f"{LIST}:0")])
    return rows


async def as_csv(services: Services, announcement: Announcement) -> bytes:
    """How many chats of each language and type ended how, and why: no ids."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for count in await services.store.outbox.counts(announcement):
        counted[count.language, count.type, count.state, count.reason or ""] += count.number
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["language", "chat", "state", "reason", "number"])
    writer.writerows([*key, number] for key, number in sorted(counted.items()))
    # A spreadsheet takes UTF-8 for what it is only with this mark.
    return out.getvalue().encode("utf-8-sig")
