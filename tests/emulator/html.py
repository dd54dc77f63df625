"""Telegram's HTML: read with the refusals of tdlib's `parse_html` (td/telegram/MessageEntity.cpp), and written back from entities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from tests.emulator.errors import bad
from tests.emulator.limits import MAX_ENTITIES

Entity = dict[str, Any]

_TYPES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("span", "tg-spoiler"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,8})|#x([0-9a-fA-F]{1,7})|(lt|gt|amp|quot));?")
_ATTRIBUTE = re.compile(r"[^\s=>/\"']*")
_PLAIN = re.compile(r"[^<&]+")
_SPACE = re.compile(r"\s*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_LINK = re.compile(r"^(https?|tg|ton|mailto|tel)://?\S+|^[\w.-]+\.\w+", re.I)
# tdlib removes these before it counts (td/telegram/misc.cpp, clean_input_string).
_REMOVED = frozenset("\r\u033f\u030a\u0333") | frozenset(map(chr, range(0x2028, 0x202F)))
_INVISIBLE = re.compile("[\\s\u200b-\u200f\u2060-\u206f\ufeff\u00ad]*")


def utf16(text: str) -> int:
    """The length in UTF-16 units, in which Telegram counts entity offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass
class _Open:
    tag: str
    argument: str
    start: int


def parse(source: str) -> tuple[str, list[Entity]]:
    """The text without tags and its entities, offsets in UTF-16 units.

    Raises:
        Refused: 400, with tdlib's wording; its offsets are UTF-8 bytes.
    """
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.position = 0  # in the text without tags
        self.entities: list[Entity] = []
        self.stack: list[_Open] = []

    def run(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            if plain := _PLAIN.match(self.source, self.at):
                self._take(plain[0])
                self.at = plain.end()
            elif self.source[self.at] == "&":
                self._take(self._character())
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.stack:
            raise self._fault(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return trim("".join(self.out), self.entities)

    def _take(self, text: str) -> None:
        self.out.append(text)
        self.position += utf16(text)

    def _fault(self, message: str) -> Exception:
        return bad(f"can't parse entities: {message}")

    def _fault_at(self, message: str, position: int, rest: str = "") -> Exception:
        return self._fault(f"{message} at byte offset {len(self.source[:position].encode())}{rest}")

    def _character(self) -> str:
        if found := _REFERENCE.match(self.source, self.at):
            decimal, hexadecimal, name = found.groups()
            code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
            if name or 0 < code < 0x10FFFF:
                self.at = found.end()
                return _NAMED[name] if name else chr(code)
        self.at += 1
        return self.source[self.at - 1]

    def _skip_space(self) -> None:
        found = _SPACE.match(self.source, self.at)
        self.at = found.end() if found else self.at

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def _start_tag(self) -> None:
        begin = self.at
        end = next((i for i in range(begin + 1, len(self.source)) if self.source[i].isspace() or self.source[i] == ">"), None)
        if end is None:
            raise self._fault_at("Unclosed start tag", begin)
        tag = self.source[begin + 1 : end].lower()
        if tag not in _TYPES:
            raise self._fault_at(f'Unsupported start tag "{tag}"', begin)
        self.at = end
        argument = ""
        while True:
            self._skip_space()
            if self._peek() == ">":
                break
            name, value = self._attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise self._fault_at('Tag "span" must have class "tg-spoiler"', begin)
        self.stack.append(_Open(tag, argument, self.position))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        start = self.at
        found = _ATTRIBUTE.match(self.source, self.at)
        name = found[0] if found else ""
        self.at += len(name)
        if not self._peek():
            raise self._fault_at(f'Unclosed start tag "{tag}"', begin)
        if not name:
            raise self._fault_at(f'Empty attribute name in the tag "{tag}"', start)
        self._skip_space()
        if self._peek() != "=":
            return name.lower(), ""
        self.at += 1
        self._skip_space()
        quote = self._peek()
        if quote and quote in "\"'":
            self.at += 1
            value = ""
            while self._peek() not in ("", quote):
                value += self._character()
            self.at += 1
        else:
            token = _NAME_TOKEN.match(self.source, self.at)
            value = token[0].lower() if token else ""
            where = self.at
            self.at += len(value)
            if self._peek() and not self._peek().isspace() and self._peek() != ">":
                raise self._fault_at("Unexpected end of name token", where)
        if not self._peek():
            raise self._fault_at(f'Unclosed start tag "{tag}"', begin)
        return name.lower(), value

    def _end_tag(self) -> None:
        begin = self.at
        if not self.stack:
            raise self._fault_at("Unexpected end tag", begin)
        found = re.compile(r"</([^\s>]*)\s*(>?)").match(self.source, begin)
        assert found is not None
        name = found[1].lower()
        if not found[2]:
            raise self._fault_at("Unclosed end tag", begin)
        opened = self.stack.pop()
        if name and name != opened.tag:
            raise self._fault_at("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{name}>"')
        self.at = found.end()
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.position - opened.start
        if not length:
            return
        entity: Entity = {"type": _TYPES[opened.tag], "offset": opened.start, "length": length}
        match opened.tag:
            case "a":
                target = opened.argument or "".join(self.out).encode("utf-16-le")[2 * opened.start :].decode("utf-16-le")
                if not _LINK.match(target):
                    return
                entity["url"] = target
            case "code" if opened.argument:
                entity["language"] = opened.argument
            case "blockquote" if opened.argument:
                entity["type"] = "expandable_blockquote"
            case "tg-emoji":
                if not opened.argument.isdigit():
                    raise self._fault("Invalid custom emoji identifier specified")
                entity["custom_emoji_id"] = opened.argument
            case "pre":
                inner = next((e for e in self.entities if e["type"] == "code" and e["offset"] == opened.start and e["length"] == length), None)
                if inner:
                    self.entities.remove(inner)
                    entity |= {"language": inner["language"]} if "language" in inner else {}
        self.entities.append(entity)


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "blockquote", "expandable":
            return "1"
    return ""


def trim(text: str, entities: Iterable[Entity]) -> tuple[str, list[Entity]]:
    """The text as tdlib cleans it, and its entities moved along; sorted, at most MAX_ENTITIES. Invisible text counts as empty."""
    # Where each UTF-16 unit of the old text stands in the new one.
    moved, kept = [0], []
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    for index, letter in enumerate(text):
        gone = not left <= index < right or letter in _REMOVED
        if not gone:
            kept.append(letter if letter >= " " or letter == "\n" else " ")
        step = 0 if gone else 1
        moved.append(moved[-1] + step)
        if letter > "\uffff":
            moved.append(moved[-1] + step)
    cleaned = "".join(kept)
    if _INVISIBLE.fullmatch(cleaned):
        return "", []
    out = []
    for entity in entities:
        start = moved[min(entity["offset"], len(moved) - 1)]
        end = moved[min(entity["offset"] + entity["length"], len(moved) - 1)]
        if end > start:
            out.append(entity | {"offset": start, "length": end - start})
    out.sort(key=lambda e: (e["offset"], -e["length"]))
    return cleaned, out[:MAX_ENTITIES]


def render(text: str, entities: Iterable[Entity]) -> str:
    """HTML with the tags that the entities stand for, as a client shows them."""
    units = text.encode("utf-16-le", "surrogatepass")
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    shown = [entity for entity in entities if entity["type"] in _TAGS]
    for entity in sorted(shown, key=lambda e: (e["offset"], -e["length"])):
        tag = _TAGS[entity["type"]]
        attribute = f' href="{escape(entity["url"])}"' if tag == "a" else " expandable" if entity["type"].startswith("expandable") else ""
        opens.setdefault(entity["offset"], []).append(f"<{tag}{attribute}>")
        closes.setdefault(entity["offset"] + entity["length"], []).insert(0, f"</{tag}>")
    out = []
    marks = sorted({0, len(units) // 2, *opens, *closes})
    for index, mark in enumerate(marks):
        out += closes.get(mark, []) + opens.get(mark, [])
        following = marks[index + 1] if index + 1 < len(marks) else mark
        out.append(escape(units[2 * mark : 2 * following].decode("utf-16-le", "surrogatepass"), quote=False))
    return "".join(out)


_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w{4,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z]\w{3,31}")),
    ("url", re.compile(r"https?://\S+")),
)


def find_entities(text: str) -> list[Entity]:
    """The entities that Telegram finds by itself in what a person writes."""
    found = [{"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match[0])} for kind, pattern in _FOUND for match in pattern.finditer(text)]
    return sorted(found, key=lambda entity: int(entity["offset"]))
