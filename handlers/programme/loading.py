"""Loading a programme: what it would change, told before it is done; the template; one way for the chat and the command line."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.announcements.content import Body, Content
from handlers.context import Services
from handlers.programme.importing import MAX_FAULTS, SCREENING_COLUMNS, VENUE_COLUMNS, Changes, Loaded, changes, load
from handlers.programme.tables import HELP_SHEET, Row
from handlers.programme.views import Guide
from handlers.state.programme import Programme, Screening, Update
from handlers.texts import text
from kb import LANGUAGES, Language

TEMPLATE = "programme.xlsx"
_SHOWN = 20


@dataclass(frozen=True)
class Plan:
    """What a file would do; `loaded` has faults, or `changes` is set."""

    loaded: Loaded
    changes: Changes | None

    def faults(self, language: Language) -> list[str]:
        """Lines of plain text."""
        lines = [fault.said(language) for fault in self.loaded.faults[:MAX_FAULTS]]
        more = len(self.loaded.faults) - len(lines)
        return [*lines, *([text("programme-faults-more", language, count=more)] if more else [])]


def plan(services: Services, rows: Sequence[Row]) -> Plan:
    """Compare a file's rows with the programme."""
    guide = Guide(services)
    loaded = load(rows, services.kb, guide.zone, guide.venues)
    if loaded.faults:
        return Plan(loaded, None)
    before = guide.programme.all()
    titles = {language: {entry.id: guide.title(entry, language) for entry in before} for language in LANGUAGES}
    return Plan(loaded, changes(loaded, before, guide.venues, guide.now, titles))


async def apply(services: Services, wanted: Changes) -> None:
    await services.store.programme.load(wanted.update)


async def take_over(loaded: Programme, to: Programme) -> None:
    """Make one programme the same as another one."""
    entries, venues = {entry.id: entry for entry in loaded.all()}, loaded.venues()
    before = {entry.id: entry for entry in to.all()}
    put = tuple(entry for entry in entries.values() if before.get(entry.id) != entry)
    moved = tuple(entry.id for entry in put if entry.id in before and before[entry.id].starts_at != entry.starts_at)
    new = tuple(venue for venue in venues.values() if to.venues().get(venue.id) != venue)
    if put or new or before.keys() - entries.keys():
        await to.load(Update(new, put, tuple(before.keys() - entries.keys()), moved))


def summary(services: Services, wanted: Changes, language: Language) -> list[str]:
    """What a plan does, line by line, as plain text."""
    if not wanted.any:
        return [text("programme-load-nothing", language)]
    programme = services.store.programme
    counts = {"added": len(wanted.added), "moved": len(wanted.moved), "cancelled": len(wanted.cancelled), "other": len(wanted.other)}
    lines = [text(f"programme-load-{what}", language, count=count) for what, count in counts.items() if count]
    lines += [text("programme-load-venues", language, count=len(wanted.update.venues))] if wanted.update.venues else []
    lines += [text("programme-load-forgotten", language, count=len(wanted.update.removed))] if wanted.update.removed else []
    people = sum(programme.reminded(screening_id) for screening_id in wanted.update.told)
    if wanted.update.told:
        lines.append(text("programme-load-told", language, count=people))
    return lines


def changed_lines(guide: Guide, ids: tuple[str, ...], language: Language) -> list[str]:
    """The moved and cancelled entries as they are now, as plain text."""
    found = [entry for entry in map(guide.programme.get, ids[:_SHOWN]) if entry]
    return [_changed(guide, entry, language) for entry in sorted(found, key=lambda entry: entry.starts_at)]


def announcing(services: Services, ids: tuple[str, ...]) -> Content:
    """An announcement of the moved and cancelled entries, in three languages."""
    guide = Guide(services)
    bodies = {code: Body(text="\n".join([text("programme-announced", code), "", *changed_lines(guide, ids, code)])) for code in LANGUAGES}
    return Content(bodies=bodies, topic="programme", fallback=services.settings.announcements.fallback_language)


def _changed(guide: Guide, entry: Screening, language: Language) -> str:
    key = "programme-changed-cancelled" if entry.cancelled else "programme-changed-moved"
    return text(key, language, title=guide.title(entry, language), at=guide.at(entry, language), venue=guide.venue(entry).name(language))


def template() -> bytes:
    """An empty spreadsheet: a sheet for the programme, one for venues, and what each column means."""
    from openpyxl import Workbook  # only who wants a template pays for it
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, columns in (("programme", SCREENING_COLUMNS), ("venues", VENUE_COLUMNS)):
        sheet = book.create_sheet(name)
        sheet.append(columns)
        sheet.freeze_panes = "A2"
    sheet = book.create_sheet(HELP_SHEET)
    sheet.append(["", *LANGUAGES])
    for column in dict.fromkeys((*SCREENING_COLUMNS, *VENUE_COLUMNS)):
        what = column.removesuffix("_kk").removesuffix("_ru").removesuffix("_en")
        sheet.append([column, *(text(f"column-{what}", language) for language in LANGUAGES)])
    for sheet in book.worksheets:
        for number, cell in enumerate(sheet[1], 1):
            cell.font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(number)].width = 60 if sheet.title == HELP_SHEET and number > 1 else 16
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
