"""Before it is sent: the real copies, whom it reaches, how long that takes, and what looks wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from telegram import Bot

from handlers.announcements.content import Body, Content
from handlers.announcements.deliver import send
from handlers.announcements.schedule import month_of
from handlers.announcements.sender import content_of
from handlers.announcements.topics import keyboard
from handlers.context import Services
from handlers.render import cut, escaped_text
from handlers.state.outbox import Announcement, Claim
from handlers.texts import text
from kb import Language

# Longer texts are read by few on a phone; Telegram takes 4096 characters.
LONG = 1500
# Two texts are near duplicates from this similarity on, of 100.
ALIKE = 88
DAY = 24 * 3600
# Characters of what differs, in each language.
_SHOWN = 150
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"(?:https?://|t\.me/)[^\s<>\"»”)]+")


@dataclass(frozen=True)
class Reach:
    """Whom an announcement would reach now: (language, type of chat, how many)."""

    rows: tuple[tuple[str, str, int], ...]

    def _of(self, *types: str) -> int:
        return sum(number for _, type_, number in self.rows if type_ in types)

    @property
    def people(self) -> int:
        return self._of("private")

    @property
    def groups(self) -> int:
        return self._of("group", "supergroup")

    @property
    def channels(self) -> int:
        return self._of("channel")

    def in_language(self, code: str) -> Reach:
        return Reach(tuple(row for row in self.rows if row[0] == code))

    @property
    def total(self) -> int:
        return sum(number for *_, number in self.rows)


async def reach(services: Services, content: Content) -> Reach:
    return Reach(tuple(await services.store.outbox.count_audience(content.whom(), services.settings.default_language)))


def duration(seconds: float, language: Language) -> str:
    """«3 min 15 s»."""
    return text("announce-duration", language, minutes=int(seconds) // 60, seconds=max(1, int(seconds)) % 60 if seconds < 60 else int(seconds) % 60)


async def send_copies(bot: Bot, chat_id: int, announcement: Announcement) -> None:
    """Each language's message as people will get it. Raises `TelegramError` where Telegram refuses one."""
    content = content_of(announcement)
    for code in [code for code in content.languages if code in content.bodies] or [content.fallback]:
        claim = Claim(announcement.id, "send", chat_id, code, "private", 0, None)
        await send(bot, chat_id, content, content.body(code), keyboard(announcement, content, claim))


async def expectations(services: Services, content: Content, language: Language) -> list[str]:
    """Whom it reaches, by language, and how long that takes."""
    found = await reach(services, content)
    lines = []
    for code in content.languages:
        part = found.in_language(code)
        reached = text("announce-reached", language, people=part.people, groups=part.groups, channels=part.channels)
        instead = f" – {text('announce-missing', language, instead=said_in)}" if code not in content.bodies and (said_in := content.said_in(code)) else ""
        lines.append(f"{text(f'flip-{code}', language)}: {reached}{instead}")
    taken = duration(found.total / services.settings.announcements.rate, language)
    in_all = text("announce-takes", language, people=found.people, groups=found.groups, channels=found.channels, duration=taken)
    return [*lines, in_all] if content.audience == "everyone" else []


def warnings(services: Services, announcement: Announcement, language: Language) -> list[str]:
    """What looks wrong; nothing of it forbids to send."""
    content = content_of(announcement)
    since = int(services.store.clock()) - DAY
    return [
        *(text("announce-differs", language, kind=kind, found=found) for kind, found in differences(content, language)),
        *(
            text("announce-long", language, code=text(f"flip-{code}", language), length=body.length)
            for code, body in content.bodies.items()
            if body.length > LONG
        ),
        *(text("announce-alike", language, id=str(other.id)) for other in services.store.outbox.others_since(announcement.id, since) if alike(content, other)),
    ]


def differences(content: Content, language: Language) -> Iterator[tuple[str, str]]:
    """The kind (`number`, `date`, `link`) and the values by language, where they are not the same in all."""
    for kind, values_of in (("number", numbers), ("date", months), ("link", links)):
        values = {code: values_of(body) for code, body in content.bodies.items()}
        if len({frozenset(found.items()) for found in values.values()}) > 1:
            common = set.intersection(*(set(found) for found in values.values()))
            shown = {code: [one for one in sorted(found) if one not in common] or sorted(found) for code, found in values.items()}
            yield kind, "; ".join(f"{text(f'flip-{code}', language)}: {escaped_text(cut(', '.join(found), _SHOWN)) or '–'}" for code, found in shown.items())


def numbers(body: Body) -> Counter[str]:
    return Counter(number.replace(",", ".") for number in _NUMBER.findall(_LINK.sub("", body.text)))


def months(body: Body) -> Counter[str]:
    """The months that stand beside a number, as numbers: «5 октября» and «October 5» are the same."""
    words = re.findall(r"[^\W_]+", _LINK.sub("", body.text))
    beside = [(word, words[max(0, place - 1) : place] + words[place + 1 : place + 2]) for place, word in enumerate(words) if _WORD.fullmatch(word)]
    return Counter(str(month) for word, around in beside if any(other.isdigit() for other in around) and (month := month_of(word)))


def links(body: Body) -> Counter[str]:
    return Counter([*(link.rstrip(".,;:!?") for link in _LINK.findall(body.text)), *(entity["url"] for entity in body.entities if entity.get("url"))])


def alike(content: Content, other: Announcement) -> bool:
    """Whether a text says nearly the same as another announcement's in its language."""
    theirs = content_of(other).bodies
    return any(code in theirs and fuzz.ratio(body.text, theirs[code].text) >= ALIKE for code, body in content.bodies.items() if body.text)
