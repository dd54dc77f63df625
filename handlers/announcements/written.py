"""A message of staff → texts by language with their formatting, the file that it brings, buttons from lines."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError
from telegram import Message
from telegram.constants import MessageLimit

from handlers.announcements.content import Body, Content, Media, UrlButton
from handlers.texts import text
from kb import LANGUAGES, Language

# A line that says which language follows: «kk:» alone or before the text.
_LABEL = re.compile(r"^[ \t]*(kk|ru|en)[ \t]*:[ \t]*", re.I | re.M)
# So many characters tell the language of a text.
TELLING = 300
_URL = re.compile(r"^(.*\S)\s+((?:https?|tg)://\S+)$")


def media_of(message: Message) -> Media | None:
    """The photo (its largest size), video or document of a message."""
    if message.photo:
        return Media(type="photo", file=message.photo[-1].file_id)
    if message.video:
        return Media(type="video", file=message.video.file_id)
    if message.document:
        return Media(type="document", file=message.document.file_id)
    return None


def bodies_of(message: Message) -> dict[Language | None, Body]:
    """The texts of a message, each under the language of the line `kk:`, `ru:` or `en:` above it; without such lines one under None."""
    whole = message.text or message.caption or ""
    entities = [entity.to_dict() for entity in (message.entities or message.caption_entities)]
    labels = list(_LABEL.finditer(whole))
    if not labels or whole[: labels[0].start()].strip():
        body = _cut(whole, entities, 0, len(whole), message.message_id)
        return {None: body} if body.text else {}
    found: dict[Language | None, Body] = {}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        language = next(code for code in LANGUAGES if code == label[1].lower())
        body = _cut(whole, entities, label.end(), following.start() if following else len(whole), message.message_id)
        if body.text:
            found[language] = body
    return found


def _cut(whole: str, entities: list[dict[str, Any]], begin: int, end: int, message_id: int) -> Body:
    """A part of a text without the space around it, with the entities in it; offsets are UTF-16 units, as Telegram counts."""
    part = whole[begin:end]
    begin += len(part) - len(part.lstrip())
    part = part.strip()
    first = _units(whole[:begin])
    last = first + _units(part)
    kept = []
    for entity in entities:
        start, stop = max(entity["offset"], first), min(entity["offset"] + entity["length"], last)
        if start < stop:
            kept.append(entity | {"offset": start - first, "length": stop - start})
    return Body(text=part, entities=tuple(kept), message_id=message_id)


def _units(part: str) -> int:
    return len(part.encode("utf-16-le")) // 2


def buttons_of(said: str) -> list[UrlButton]:
    """A button for each line «label https://…»; three labels with « / » between them are Kazakh, Russian and English.

    Raises:
        ValueError: with the first line that is no button.
    """
    buttons = []
    for line in filter(None, (line.strip() for line in said.splitlines())):
        found = _URL.match(line)
        labels = [label.strip() for label in found[1].strip(" |—–-").split(" / ")] if found else []
        if found is None or len(labels) not in (1, len(LANGUAGES)) or not all(labels):
            raise ValueError(line)
        named = dict(zip(LANGUAGES, labels * len(LANGUAGES) if len(labels) == 1 else labels, strict=False))
        buttons.append(UrlButton(label=named, url=found[2]))
    if not buttons:
        raise ValueError(said)
    return buttons


class Refused(Exception):
    """A message is not what was awaited; `said` tells what is."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def with_bodies(content: Content, bodies: dict[Language | None, Body], message: Message, language: Language) -> Content:
    """The content with new texts and, from a message, a new file.

    Raises:
        Refused: a text is longer than Telegram takes.
    """
    media = media_of(message)
    try:
        return content.changed(bodies=content.model_dump()["bodies"] | {code: body.model_dump() for code, body in bodies.items()}, media=media or content.media)
    except ValidationError:
        limit = MessageLimit.CAPTION_LENGTH if media or content.media else MessageLimit.MAX_TEXT_LENGTH
        longest = max(body.length for body in (*bodies.values(), *content.bodies.values()))
        raise Refused(text("announce-too-long", language, limit=int(limit), length=longest)) from None
