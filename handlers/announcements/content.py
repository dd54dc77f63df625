"""What is announced: a text for each language, media, buttons, whom it is for and what to do when an outcome is in doubt."""

from __future__ import annotations

from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from telegram.constants import MessageLimit

from handlers.state.outbox import Audience
from kb import LANGUAGES, Language

# The languages that stand in for a missing one, in this order, after the configured fallback.
UnknownPolicy = Literal["resend", "skip", "ask"]
Group = Literal["private", "groups", "channels"]
# What announcements can be about; one without a topic is for all.
Topic = Literal["programme", "awards", "logistics", "press", "parties"]
TOPICS: tuple[Topic, ...] = get_args(Topic)
MAX_BUTTONS = 8


class ContentFault(Exception):
    """An announcement cannot be used; one line for each fault."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Body(_Model):
    """One language's text with Telegram's entities as they were typed (offsets in UTF-16 units)."""

    text: str = ""
    entities: tuple[dict[str, Any], ...] = ()
    # The message of its author that it came in: when that is edited, so is the draft.
    message_id: int | None = None

    @property
    def length(self) -> int:
        """UTF-16 units, as Telegram counts: https://core.telegram.org/bots/api#messageentity"""
        return len(self.text.encode("utf-16-le")) // 2


class Media(_Model):
    """A file that Telegram holds already, by its `file_id`, or at an https address."""

    type: Literal["photo", "video", "document"]
    file: str = Field(min_length=1)


class UrlButton(_Model):
    label: dict[Language, str] = Field(min_length=1)
    url: str = Field(pattern=r"^(https?|tg)://\S+$")

    def text(self, language: Language) -> str:
        return self.label.get(language) or next(iter(self.label.values()))


class Content(_Model):
    """An announcement as it is kept, as JSON, in the outbox."""

    bodies: dict[Language, Body] = {}
    media: Media | None = None
    buttons: tuple[UrlButton, ...] = Field(default=(), max_length=MAX_BUTTONS)
    link_preview: bool = False
    # None: no sound in the quiet hours.
    silent: bool | None = None
    # Not offered; it stands in the announcements that the outbox holds.
    protect: bool = False
    audience: Literal["everyone", "staff"] = "everyone"
    languages: tuple[Language, ...] = LANGUAGES
    types: tuple[Group, ...] = ("private", "groups", "channels")
    topic: Topic | Literal[""] = ""
    urgent: bool = False
    unknown: UnknownPolicy = "ask"
    fallback: Language = "en"

    @model_validator(mode="after")
    def _can_be_sent(self) -> Content:
        limit = MessageLimit.CAPTION_LENGTH if self.media else MessageLimit.MAX_TEXT_LENGTH
        for language, body in self.bodies.items():
            if body.length > limit:
                raise ValueError(f"the {language} text has {body.length} characters; Telegram takes {limit}{' under media' if self.media else ''}")
        return self

    def body(self, language: Language) -> Body:
        """The text for a language: its own, else the fallback's, else the first there is."""
        said_in = self.said_in(language)
        return self.bodies[said_in] if said_in else Body()

    def said_in(self, language: Language) -> Language | None:
        """The language in which people of a language get it; None if there is no text at all."""
        return next((candidate for candidate in (language, self.fallback, *LANGUAGES) if candidate in self.bodies), None)

    def changed(self, **changes: Any) -> Content:
        """A copy with other values, checked as a whole. Raises `ValidationError`."""
        return Content.model_validate(self.model_dump() | changes)

    def missing(self) -> list[Language]:
        """The languages of the audience that get another one's text."""
        return [language for language in self.languages if language not in self.bodies]

    def whom(self) -> Audience:
        return Audience(self.audience == "everyone", self.languages, self.types, self.topic, self.urgent)


class _File(_Model):
    """The shape of an announcement's YAML file."""

    text: dict[Language, str] = Field(min_length=1)
    audience: Literal["everyone", "staff"] = "everyone"
    unknown: UnknownPolicy = "ask"
    languages: tuple[Language, ...] = Field(default=LANGUAGES, min_length=1)
    types: tuple[Group, ...] = Field(default=("private", "groups", "channels"), min_length=1)
    topic: Topic | Literal[""] = ""
    media: Media | None = None
    buttons: tuple[UrlButton, ...] = ()
    link_preview: bool = False
    silent: bool | None = None
    urgent: bool = False
    fallback: Language | None = None
    schedule: datetime | None = None
    expires: datetime | None = None


def read_file(path: Path, fallback: Language, zone: ZoneInfo) -> tuple[Content, datetime | None, datetime | None]:
    """An announcement from a YAML file: what, when (None: now), and until when. Times without an offset are in `zone`.

    Raises:
        ContentFault: with every fault of the file, one a line.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentFault(f"{path}: cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentFault(f"{path}: not valid YAML: {error}") from None
    if not isinstance(data, dict):
        raise ContentFault(f"{path}: expected keys with values, such as text: {{kk: …, ru: …, en: …}}, found {type(data).__name__}")
    try:
        read = _File.model_validate(data)
        shared = read.model_dump(exclude={"text", "fallback", "schedule", "expires"}) | {"fallback": read.fallback or fallback}
        content = Content(bodies={language: Body(text=text.strip()) for language, text in read.text.items()}, **shared)
    except ValidationError as error:
        told = [fault for fault in error.errors() if fault["loc"][-1:] != ("literal['']",)]  # an empty topic is none
        raise ContentFault("\n".join(f"{path}: {_place(fault['loc'])}: {_told(fault)}" for fault in told)) from None
    empty = [language for language, body in content.bodies.items() if not body.text]
    if empty and not content.media:
        raise ContentFault(f"{path}: text.{empty[0]}: is empty; leave the language out, and its people get the fallback")
    return content, _at(read.schedule, zone), _at(read.expires, zone)


def _place(loc: tuple[int | str, ...]) -> str:
    """Where in the file: `text.kk`; without the types that pydantic tried, which it writes with a bracket."""
    return ".".join(str(part) for part in loc if "[" not in str(part)) or "(announcement)"


def _told(fault: ErrorDetails) -> str:
    """What was found, and what would be right."""
    if fault["type"] == "extra_forbidden":
        near = get_close_matches(str(fault["loc"][-1]), _File.model_fields, 1)
        return f"is not known; {f'the nearest known is {near[0]}' if near else 'known are ' + ', '.join(_File.model_fields)}"
    if fault["type"] == "literal_error":
        return f"found {fault['input']!r}, expected {fault['ctx']['expected']}"
    if fault["type"] == "too_short":
        return "is empty; expected at least one"
    return fault["msg"].removeprefix("Value error, ")


def _at(when: datetime | None, zone: ZoneInfo) -> datetime | None:
    return when.replace(tzinfo=zone) if when and when.tzinfo is None else when
