"""Screenings as calendar files (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from handlers.programme.views import Guide
from handlers.state.programme import Screening
from handlers.texts import text
from kb import Language


def ics(guide: Guide, entries: Sequence[Screening], language: Language) -> bytes:
    """A calendar with an event for each entry.

    Times are in UTC, which every calendar reads. The same entry has the same UID in each file and a higher SEQUENCE after each change,
    so that a calendar moves an event and does not add a second one.
    """
    from icalendar import Calendar, Event, vGeo  # only who wants a file pays for it

    calendar = Calendar()
    calendar.add("prodid", "-//Tyrna//Programme//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        venue = guide.venue(entry)
        event = Event()
        event.add("uid", f"{entry.id}@tyrna")
        event.add("sequence", entry.version)
        event.add("dtstamp", datetime.fromtimestamp(int(guide.now), UTC))
        event.add("dtstart", datetime.fromtimestamp(entry.starts_at, UTC))
        if entry.ends_at is not None:
            event.add("dtend", datetime.fromtimestamp(entry.ends_at, UTC))
        event.add("summary", guide.title(entry, language))
        event.add("location", ", ".join([venue.name(language), *([venue.addresses[language]] if language in venue.addresses else [])]))
        if venue.latitude is not None and venue.longitude is not None:
            event.add("geo", vGeo((venue.latitude, venue.longitude)))
        event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
        described = [text("programme-access", language, access=entry.access)] if entry.access else []
        if described := [*described, *([entry.notes[language]] if language in entry.notes else [])]:
            event.add("description", "\n".join(described))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
