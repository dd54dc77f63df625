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
# So many entries are listed of each sort of change: a chat message holds no more.
_LISTED = 8


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


def summary(services: Services, wanted: Changes, language: Language, most: int | None = _LISTED) -> list[str]:
    """What a plan does, as plain text: a text for each sort of change, its entries on lines of their own, so many of them at most."""
    if not wanted.any:
        return [text("programme-load-nothing", language)]
    guide = Guide(services)
    guide.venues = {**guide.venues, **{venue.id: venue for venue in wanted.update.venues}}
    new = {entry.id: entry for entry in wanted.update.put}
    lines = []
    for what, ids in (("added", wanted.added), ("moved", wanted.moved), ("cancelled", wanted.cancelled), ("other", wanted.other)):
        if ids:
            listed = [_listed(guide, new[key], language) for key in sorted(ids, key=lambda key: new[key].starts_at)[:most]]
            more = [text("programme-load-more", language, count=len(ids) - len(listed))] if len(ids) > len(listed) else []
            lines.append("\n".join([text(f"programme-load-{what}", language, count=len(ids)), *(f"    {line}" for line in [*listed, *more])]))
    lines += [text("programme-load-venues", language, count=len(wanted.update.venues))] if wanted.update.venues else []
    lines += [text("programme-load-forgotten", language, count=len(wanted.update.removed))] if wanted.update.removed else []
    people = sum(guide.programme.reminded(screening_id) for screening_id in wanted.update.told)
    if wanted.update.told:
        lines.append(text("programme-load-told", language, count=people))
    return lines


def _listed(guide: Guide, entry: Screening, language: Language) -> str:
    """An entry as it will be, and as it is if it stands elsewhere."""
    was = guide.programme.get(entry.id)
    values = {"title": guide.title(entry, language), "at": guide.at(entry, language), "venue": guide.venue(entry).name(language)}
    if was is None or (was.starts_at, was.venue_id, was.film) == (entry.starts_at, entry.venue_id, entry.film):
        return text("programme-load-entry", language, **values)
    before = text("programme-load-entry", language, title=guide.title(was, language), at=guide.at(was, language), venue=guide.venue(was).name(language))
    return text("programme-load-entry-was", language, was=before, **values)


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
