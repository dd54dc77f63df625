"""An announcement as staff see it: one message whose buttons open each choice. What a button holds: `an:verb:id:version:argument`."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.announcements.content import TOPICS, Content
from handlers.announcements.preview import Reach, reach
from handlers.announcements.schedule import in_words
from handlers.announcements.sender import content_of
from handlers.context import Services
from handlers.render import button, escaped_text, fit
from handlers.state.outbox import Announcement
from handlers.texts import text
from kb import LANGUAGES, Language

Shown = tuple[str, InlineKeyboardMarkup]
_EXCERPT = 120
# Callback data of a page of the list of all.
LIST = "anl"
# The choices that can be opened. What is awaited in the last ones is a message.
VIEWS = ("main", "whom", "topic", "due", "expires", "links", *(f"text-{code}" for code in LANGUAGES))
# Minutes from now that the buttons offer: to send, and until when.
SOON, LASTING = (30, 60), (60, 180, 720)


def data(verb: str, announcement: Announcement, argument: str = "") -> str:
    return f"an:{verb}:{announcement.id}:{announcement.version}" + (f":{argument}" if argument else "")


def planned(services: Services, announcement: Announcement) -> int | None:
    """When it is to be sent (Unix seconds); None: at once. The end of a countdown that was undone is no plan."""
    due_at = announcement.due_at
    return due_at if due_at is not None and due_at > services.store.clock() + services.settings.announcements.undo else None


def title(announcement: Announcement, language: Language) -> str:
    return text("announce-title", language, id=str(announcement.id), state=announcement.state, action=announcement.action)


async def draft(services: Services, announcement: Announcement, language: Language, owner: bool, awaits: str) -> Shown:
    """What is composed so far, what the next message is, and every choice."""
    content = content_of(announcement)
    lines = [title(announcement, language), "", *await summary(services, announcement, content, language), "", text("announce-prompt", language, awaits=awaits)]
    return fit(lines), InlineKeyboardMarkup(list(_choices(announcement, content, language, owner)))


async def summary(services: Services, announcement: Announcement, content: Content, language: Language) -> list[str]:
    """What an announcement is, line by line."""
    lines = [f"{text(f'flip-{code}', language)}: {_said_in(content, code, language)}" for code in content.languages]
    if content.media:
        lines.append(text("announce-media", language, type=content.media.type))
    lines += [f"🔗 {escaped_text(own.text(language))} → {escaped_text(own.url)}" for own in content.buttons]
    lines.append(whom(await reach(services, content), content, language))
    if content.topic:
        lines.append(text("announce-topic", language, topic=text(f"topic-{content.topic}", language)))
    zone = ZoneInfo(services.settings.timezone)
    due_at = planned(services, announcement)
    lines.append(text("announce-when", language, at=in_words(due_at, zone, language), zone=zone.key) if due_at else text("announce-when-now", language))
    if announcement.expires_at:
        lines.append(text("announce-expires", language, at=in_words(announcement.expires_at, zone, language)))
    lines.append(text("announce-sound", language, sound=sound(content), hours=services.settings.announcements.quiet_hours or "–"))
    return [*lines, text("announce-is-urgent", language)] if content.urgent else lines


def sound(content: Content) -> str:
    return "auto" if content.silent is None else "silent" if content.silent else "sound"


def whom(found: Reach, content: Content, language: Language) -> str:
    if content.audience == "staff":
        return text("announce-whom-staff", language)
    return text("announce-whom", language, people=found.people, groups=found.groups, channels=found.channels)


def _said_in(content: Content, code: Language, language: Language) -> str:
    if code in content.bodies:
        body = " ".join(content.bodies[code].text.split())
        return escaped_text(body if len(body) <= _EXCERPT else body[: _EXCERPT - 1] + "…")
    said_in = content.said_in(code)
    return text("announce-missing", language, instead=said_in) if said_in else text("announce-no-text", language)


def _choices(announcement: Announcement, content: Content, language: Language, owner: bool) -> Iterable[list[InlineKeyboardButton]]:
    def choice(key: str, verb: str, argument: str, **values: str | int) -> InlineKeyboardButton:
        return button(text(key, language, **values), data(verb, announcement, argument))

    # A ballot box beside a language that has its text.
    yield [
        button(f"{'☑' if code in content.bodies else '✍'} {text(f'flip-{code}', language)}", data("view", announcement, f"text-{code}")) for code in LANGUAGES
    ]
    links = choice("announce-links", "view", "links", number=len(content.buttons))
    yield [links, choice("announce-no-media", "set", "media-none")] if content.media else [links]
    yield [choice("announce-choose-whom", "view", "whom"), choice("announce-choose-topic", "view", "topic")]
    yield [choice("announce-choose-when", "view", "due"), choice("announce-choose-expiry", "view", "expires")]
    following = {"auto": "silent", "silent": "sound", "sound": "auto"}[sound(content)]
    shown = choice("announce-preview-links", "set", f"preview-{int(not content.link_preview)}", on=int(content.link_preview))
    yield [choice("announce-choose-sound", "set", f"sound-{following}", sound=sound(content)), shown]
    unknown = {"ask": "resend", "resend": "skip", "skip": "ask"}[content.unknown]
    yield [choice("announce-choose-unknown", "set", f"unknown-{unknown}", policy=content.unknown)]
    if owner:
        yield [choice("announce-choose-urgent", "set", f"urgent-{int(not content.urgent)}", on=int(content.urgent))]
    yield [choice("announce-preview", "preview", ""), choice("announce-delete", "delete", "")]


def menu(services: Services, announcement: Announcement, language: Language, view: str) -> Shown:
    """One of the choices, opened."""
    content = content_of(announcement)
    rows = list(_menu(announcement, content, language, view))
    said = [title(announcement, language), "", text("announce-prompt", language, awaits=view)]
    if view in ("due", "expires"):
        said.append(text("announce-now-is", language, at=in_words(services.store.clock(), ZoneInfo(services.settings.timezone), language)))
    back = [button(text("announce-back", language), data("view", announcement, "main"))]
    return "\n".join(said), InlineKeyboardMarkup([*rows, back])


def _menu(announcement: Announcement, content: Content, language: Language, view: str) -> Iterable[list[InlineKeyboardButton]]:
    def choice(label: str, argument: str, chosen: bool = False) -> InlineKeyboardButton:
        return button(f"✓ {label}" if chosen else label, data("set", announcement, argument))

    match view:
        case "whom":
            yield [choice(text(f"announce-{one}", language), f"audience-{one}", content.audience == one) for one in ("everyone", "staff")]
            if content.audience == "everyone":
                yield [choice(text(f"flip-{code}", language), f"language-{code}", code in content.languages) for code in LANGUAGES]
                yield [choice(text(f"announce-{one}", language), f"type-{one}", one in content.types) for one in ("private", "groups", "channels")]
        case "topic":
            for topic in TOPICS:
                yield [choice(text(f"topic-{topic}", language), f"topic-{topic}", content.topic == topic)]
            yield [choice(text("announce-no-topic", language), "topic-none", not content.topic)]
        case "due":
            yield [choice(text("announce-when-now", language), "due-0", announcement.due_at is None)]
            yield [choice(text("announce-in", language, minutes=minutes), f"due-{minutes}") for minutes in SOON]
            yield [choice(text("announce-tomorrow", language), "due-tomorrow")]
        case "expires":
            yield [choice(text("announce-never", language), "expires-0", announcement.expires_at is None)]
            yield [choice(text("announce-in", language, minutes=minutes), f"expires-{minutes}") for minutes in LASTING]
        case "links" if content.buttons:
            yield [choice(text("announce-no-links", language), "links-none")]
        case _ if view.startswith("text-") and view.removeprefix("text-") in content.bodies:
            yield [choice(text("announce-no-text-in", language), f"untext-{view.removeprefix('text-')}")]
