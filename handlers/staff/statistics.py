"""/stats: what is asked, as pictures in the reader's language and as CSV. No person is in it, and nothing that only few people asked."""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, Services, TyrnaApplication
from handlers.order import Order
from handlers.process import ProcessFault, run_python
from handlers.render import button
from handlers.show import acknowledge, say
from handlers.staff import charts
from handlers.staff.charts import Chart, Series
from handlers.staff.rights import staff_only
from handlers.state.questions import What
from handlers.texts import text
from kb import LANGUAGES, Language
from kb.understand.lexicon import properties

# The spans of time that can be chosen, in days; the first is shown if none is.
SPANS = (7, 30, 90)
_SHOW, _CSV = "sx:d", "sx:csv"
_MOST, _ALL = 10, 10_000
_ANNOUNCEMENTS = 8
# Drawing takes about two seconds.
_LONGEST = 60.0
_PROGRAM = Path(charts.__file__)
# Told apart by people who see few colours too: https://jfly.uni-koeln.de/color/
_BLUE, _ORANGE, _GREEN, _RED, _GREY = "#0072B2", "#D55E00", "#00795B", "#A5264E", "#8A8A8A"
_OF_LANGUAGE: dict[Language, str] = {"kk": _BLUE, "ru": _ORANGE, "en": _GREEN}
_OF_KIND = {"answer": _GREEN, "clarify": _ORANGE, "unknown": _RED}


class DrawingFault(Exception):
    """The program that draws has failed; the text is one line for the log."""


def register(application: TyrnaApplication) -> None:
    application.add_handler(CommandHandler("stats", begin, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE), Order.STAFF)
    application.add_handler(CallbackQueryHandler(pressed_span, rf"^{_SHOW}:({'|'.join(map(str, SPANS))})$"), Order.STAFF)
    application.add_handler(CallbackQueryHandler(pressed_csv, rf"^{_CSV}:({'|'.join(map(str, SPANS))})$"), Order.STAFF)


@staff_only("editor", "announcer")
async def begin(update: Update, context: Context) -> None:
    """/stats, /stats 30, /stats csv."""
    asked = [argument.lower() for argument in context.args or ()]
    days = next((int(argument) for argument in asked if argument.isdecimal() and int(argument) in SPANS), SPANS[0])
    await (_send_csv(update, context, days) if "csv" in asked else _send_pictures(update, context, days))


@staff_only("editor", "announcer")
async def pressed_span(update: Update, context: Context) -> None:
    """Another span of time."""
    await _send_pictures(update, context, await _span(update))


@staff_only("editor", "announcer")
async def pressed_csv(update: Update, context: Context) -> None:
    await _send_csv(update, context, await _span(update))


async def _span(update: Update) -> int:
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    await acknowledge(pressed)
    return int(pressed.data.rpartition(":")[2])


async def _send_pictures(update: Update, context: Context, days: int) -> None:
    chat = update.effective_chat
    assert chat is not None
    language = await context.language(update)
    await context.services.store.questions.flush()
    row = [button(text("stats-span", language, days=span), f"{_SHOW}:{span}") for span in SPANS if span != days]
    keyboard = InlineKeyboardMarkup([row, [button(text("stats-csv", language), f"{_CSV}:{days}")]])
    wanted = await all_charts(context.services, language, days)
    if not wanted:
        await say(update, context, text("stats-nothing", language, days=days), keyboard)
        return
    await context.bot.send_chat_action(chat.id, "upload_photo")
    for picture in await pictures(wanted, context.services.settings.data_dir):
        await context.bot.send_photo(chat.id, picture)
    total = sum(found.times for found in context.services.store.questions.asked(_since(context.services, days)))
    await say(update, context, text("stats", language, days=days, count=total, people=context.services.settings.statistics.min_people), keyboard)


async def _send_csv(update: Update, context: Context, days: int) -> None:
    chat = update.effective_chat
    assert chat is not None
    await context.services.store.questions.flush()
    language = await context.language(update)
    content = await as_csv(context.services, days)
    await context.bot.send_document(chat.id, content, caption=text("stats-csv-how", language, days=days), filename=f"stats-{days}.csv")


async def pictures(wanted: list[Chart], data_dir: Path) -> list[bytes]:
    """The charts as PNG, drawn by a process of its own that is gone afterwards.

    Raises:
        DrawingFault: it failed, or took too long.
    """
    cache = data_dir.absolute() / "matplotlib"  # where it remembers the fonts that there are
    environment = os.environ | {"MPLCONFIGDIR": str(cache), "MPLBACKEND": "agg"}
    try:
        drawn = await run_python(("-I", str(_PROGRAM)), charts.dumps(wanted), _LONGEST, environment=environment)
    except ProcessFault as fault:
        raise DrawingFault(f"drawing: {fault}") from None
    return charts.loads(drawn)


def _since(services: Services, days: int) -> int:
    """The first day (UTC) of a span that ends today."""
    return int(services.store.clock()) // 86400 - days + 1


async def all_charts(services: Services, language: Language, days: int) -> list[Chart]:
    """Those of the four charts for which there is anything."""
    found = (_hours(services, language, days), _shares(services, language, days), _records(services, language, days), await _reach(services, language))
    return [chart for chart in found if chart]


def _hours(services: Services, language: Language, days: int) -> Chart | None:
    """Questions by the hour of the day where the festival is, and by language."""
    zone = ZoneInfo(services.settings.timezone)
    counted: Counter[tuple[Language, int]] = Counter()
    for found in services.store.questions.asked(_since(services, days)):
        counted[found.language, datetime.fromtimestamp(found.day * 86400 + found.hour * 3600, zone).hour] += found.times
    if not counted:
        return None
    series = tuple(
        Series(text(f"stats-language-{code}", language), _OF_LANGUAGE[code], tuple(float(counted[code, hour]) for hour in range(24))) for code in LANGUAGES
    )
    axis = text("stats-hours-axis", language, zone=zone.key)
    return Chart("columns", text("stats-hours", language, days=days), tuple(str(hour) for hour in range(24)), series, axis)


def _shares(services: Services, language: Language, days: int) -> Chart | None:
    """What became of the questions, of all and by language; small talk is none."""
    counted: Counter[tuple[str, str]] = Counter()
    for found in services.store.questions.asked(_since(services, days)):
        if found.kind in _OF_KIND:
            counted[found.language, found.kind] += found.times
            counted["all", found.kind] += found.times
    rows = [code for code in ("all", *LANGUAGES) if any(counted[code, kind] for kind in _OF_KIND)]
    if not rows:
        return None
    labels = tuple(f"{text(f'stats-language-{code}', language)}: {sum(counted[code, kind] for kind in _OF_KIND)}" for code in rows)
    series = tuple(Series(text(f"stats-{kind}", language), color, tuple(float(counted[code, kind]) for code in rows)) for kind, color in _OF_KIND.items())
    return Chart("shares", text("stats-shares", language, days=days), labels, series)


def _records(services: Services, language: Language, days: int) -> Chart | None:
    """The records that were asked about most."""
    people = services.settings.statistics.min_people
    found = services.store.questions.most_asked("record", _since(services, days), people, _MOST)
    named = [(record.names.shown(language), times) for key, times in found if (record := services.kb.record(key))]
    if not named:
        return None
    series = (Series("", _BLUE, tuple(float(times) for _, times in named)),)
    note = text("stats-people", language, people=people)
    return Chart("bars", text("stats-records", language, days=days), tuple(name for name, _ in named), series, note=note)


async def _reach(services: Services, language: Language) -> Chart | None:
    """How many got each of the last announcements, and how many did not."""
    outbox, zone = services.store.outbox, ZoneInfo(services.settings.timezone)
    rows: list[tuple[str, int, int]] = []
    for announcement in outbox.newest():
        if len(rows) == _ANNOUNCEMENTS:
            break
        states = await outbox.counts_by_state(replace(announcement, action="send")) if announcement.started_at else {}
        if states and announcement.started_at:
            at = format_date(datetime.fromtimestamp(announcement.started_at, UTC).astimezone(zone), "d MMM", locale=language)
            sent = states.pop("sent", 0)
            rows.append((f"№ {announcement.id} · {at}", sent, sum(states.values())))
    if not rows:
        return None
    got = Series(text("stats-got", language), _GREEN, tuple(float(sent) for _, sent, _ in rows))
    missed = Series(text("stats-missed", language), _GREY, tuple(float(others) for *_, others in rows))
    return Chart("bars", text("stats-reach", language), tuple(label for label, *_ in rows), (got, missed))


async def as_csv(services: Services, days: int) -> bytes:
    """The same as numbers: questions by day, hour (of the festival), language and kind; records and queries; announcements by state."""
    zone, since, people = ZoneInfo(services.settings.timezone), _since(services, days), services.settings.statistics.min_people
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["what", "date", "hour", "language", "kind", "subject", "name", "number"])
    for found in services.store.questions.asked(since):
        at = datetime.fromtimestamp(found.day * 86400 + found.hour * 3600, zone)
        writer.writerow(["asked", at.date().isoformat(), at.hour, found.language, found.kind, "", "", found.times])
    whats: tuple[What, ...] = ("record", "query")
    for what in whats:
        for subject, times in services.store.questions.most_asked(what, since, people, _ALL):
            writer.writerow([what, "", "", "", "", subject, _name(services, subject), times])
    for announcement in services.store.outbox.newest():
        if announcement.started_at:
            day = datetime.fromtimestamp(announcement.started_at, zone).date().isoformat()
            for state, number in (await services.store.outbox.counts_by_state(replace(announcement, action="send"))).items():
                writer.writerow(["announcement", day, "", "", state, announcement.id, "", number])
    # A spreadsheet takes UTF-8 for what it is only with this mark.
    return out.getvalue().encode("utf-8-sig")


def _name(services: Services, subject: str) -> str:
    """A record, or a record and a property, in English; empty for what is neither."""
    key, _, prop = subject.partition(".")
    record = services.kb.record(key)
    known = properties().get(prop)
    return "" if record is None else record.names.shown("en") + (f": {known.label['en']}" if known else "")
