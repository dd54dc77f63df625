"""/edit: a record, one of its facts, the new value in three languages; then the change is proposed. Step and draft live in the store."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import cast
from zlib import crc32

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers.announcements.press import remove as remove_message
from handlers.context import Context, Services, TyrnaApplication
from handlers.editing.cards import name_of, part_name, property_name
from handlers.editing.proposals import propose
from handlers.editing.wanted import Wanted
from handlers.editing.written import NoLanguage, parts_of
from handlers.order import Order
from handlers.render import button, cut, escaped, escaped_text, fit
from handlers.show import acknowledge, change, say
from handlers.staff.rights import person, staff_only
from handlers.state.editing import Draft
from handlers.texts import text
from kb import LANGUAGES, Language
from kb.changes import PARTS, VALUE, CellFault, Cells, cells_of, differences, record_of
from kb.texts import sentence
from kb.understand.lexicon import properties

_HITS = 8
# Callback data: open a record, a fact of it, the facts that it lacks; say that a part is missing; remove the fact; show the change; stop.
_OPEN, _FACT, _MORE, _MISSING, _REMOVE, _SHOW, _STOP = "eo", "ef", "ea", "em", "er", "es", "ex"
# What has no texts; what has only texts. Facts and highlights have texts, a value and sources.
_VALUES = ("aliases", "names-latin", "names-original", "type", "links")
_TEXTS = re.compile(r"^(summary|names|.*-cues|.*\.items)$")
Shown = tuple[str, InlineKeyboardMarkup]


@dataclass(frozen=True)
class _Edit:
    """What an editor has open: the cells of one property as they were when it was opened, and what was typed since (None: missing)."""

    record: str
    prop: str = ""
    old: dict[str, str] = field(default_factory=dict)
    new: dict[str, str | None] = field(default_factory=dict)
    card: int | None = None

    @classmethod
    def of(cls, services: Services, user_id: int) -> _Edit | None:
        draft = services.store.editing.draft(user_id)
        return cls(draft.record, draft.property, **json.loads(draft.content), card=draft.card_message_id) if draft else None

    async def keep(self, services: Services, user_id: int) -> None:
        content = json.dumps({"old": self.old, "new": self.new}, ensure_ascii=False)
        await services.store.editing.set_draft(user_id, Draft(self.record, self.prop, content, self.card))

    @property
    def mark(self) -> str:
        """What buttons hold of the record: an old card is not taken for another one."""
        return mark_of(self.record)

    @property
    def parts(self) -> tuple[str, ...]:
        return (VALUE,) if self.prop in _VALUES else LANGUAGES if _TEXTS.match(self.prop) else PARTS

    def after(self) -> dict[str, str]:
        """The parts as they would be."""
        merged: dict[str, str | None] = {**self.old, **self.new}
        return {part: value for part, value in merged.items() if value is not None}


def mark_of(record: str) -> str:
    return f"{crc32(record.encode()):08x}"


def register(application: TyrnaApplication) -> None:
    new = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.FORWARDED & ~filters.VIA_BOT
    application.add_handler(CommandHandler("edit", begin, new), Order.STAFF)
    application.add_handler(MessageHandler(new & filters.TEXT & ~filters.COMMAND, take), Order.EDIT_MESSAGES)
    application.add_handler(CallbackQueryHandler(open_record, rf"^{_OPEN}:[a-z0-9-]{{1,60}}$"), Order.STAFF)
    for prefix, handler in ((_FACT, open_fact), (_MORE, more), (_MISSING, missing), (_REMOVE, remove), (_SHOW, show), (_STOP, stop)):
        application.add_handler(CallbackQueryHandler(handler, rf"^{prefix}:[0-9a-f]{{8}}(:[a-z0-9_.-]{{1,40}})?$"), Order.STAFF)


def edit_data(record: str) -> str:
    """Callback data of a button that opens a record for editing."""
    return f"{_OPEN}:{record}"


@staff_only("editor")
async def begin(update: Update, context: Context) -> None:
    """`/edit`, `/edit Qaitadan`: the record, or those that can be meant."""
    language, services = await context.language(update), context.services
    said = " ".join(context.args or [])
    if not said:
        await say(update, context, text("edit-which", language))
        return
    if services.kb.record(said):
        await _open(update, context, said, language)
        return
    named = list(services.kb.words(said).records)
    hits = named or [hit.record for hit in services.kb.search(said, language, _HITS)]
    if len(hits) == 1:
        await _open(update, context, hits[0], language)
    elif hits:
        rows = [[button(f"{name_of(services, record, language)} · {record}", edit_data(record))] for record in hits[:_HITS]]
        await say(update, context, text("edit-choose", language), InlineKeyboardMarkup(rows))
    else:
        await say(update, context, text("edit-none", language, **escaped({"said": said[:100]})))


@staff_only("editor")
async def open_record(update: Update, context: Context) -> None:
    """A button: the record below it, in a message of its own, so that a card stays what it is."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language = await context.language(update)
    record = pressed.data.split(":")[1]
    if update.effective_chat is None or update.effective_chat.type != "private" or context.services.kb.record(record) is None:
        await acknowledge(pressed, text("answer-again", language))
        return
    await acknowledge(pressed)
    await _open(update, context, record, language)


async def _open(update: Update, context: Context, record: str, language: Language) -> None:
    user = update.effective_user
    assert user is not None
    message = await say(update, context, *_record(context.services, record, language))
    await _Edit(record, card=message.message_id).keep(context.services, user.id)


def _record(services: Services, record: str, language: Language, lacking: bool = False) -> Shown:
    """The facts of a record as buttons, or those that it lacks."""
    found = services.kb.record(record)
    assert found is not None
    cells = cells_of(found)
    mark = mark_of(record)
    there = [name for name in dict.fromkeys(name for name, _ in cells) if name not in ("kind", "forms") and not name.startswith("forms-")]
    names = [*(p.id for p in properties().values() if found.kind in p.kinds and p.id not in there)] if lacking else there
    facts = [button(property_name(name, language), f"{_FACT}:{mark}:{name}") for name in names]
    rows = [facts[n : n + 2] for n in range(0, len(facts), 2)]
    last = button(text("edit-back", language), f"{_FACT}:{mark}") if lacking else button(text("edit-more", language), f"{_MORE}:{mark}")
    rows.append([last, button(text("edit-stop", language), f"{_STOP}:{mark}")])
    key = "edit-lacking" if lacking else "edit-record"
    return text(key, language, **escaped({"record": found.names.shown(language), "id": record})), InlineKeyboardMarkup(rows)


@staff_only("editor")
async def open_fact(update: Update, context: Context) -> None:
    """A fact with what stands there; without one the record again."""
    if not (edit := await _pressed(update, context)):
        return
    language = await context.language(update)
    name = _argument(update)
    if not name:
        await replace(edit, prop="", old={}, new={}).keep(context.services, _user(update))
        await change(update, context, *_record(context.services, edit.record, language))
        return
    found = context.services.kb.record(edit.record)
    assert found is not None
    old = {part: value for (prop, part), value in cells_of(found).items() if prop == name}
    edit = replace(edit, prop=name, old=old, new={})
    await edit.keep(context.services, _user(update))
    # What is typed next belongs to this fact, no longer to an announcement.
    await context.services.store.outbox.end_step(_user(update))
    await change(update, context, *_fact(context.services, edit, language))


@staff_only("editor")
async def more(update: Update, context: Context) -> None:
    """The facts that a record lacks."""
    if edit := await _pressed(update, context):
        await change(update, context, *_record(context.services, edit.record, await context.language(update), lacking=True))


def _fact(services: Services, edit: _Edit, language: Language, said: str = "") -> Shown:
    """What stands there, what was typed, and what can be sent."""
    values = {"record": name_of(services, edit.record, language), "id": edit.record, "property": property_name(edit.prop, language)}
    lines = [text("proposal-cell", language, **escaped(values)), ""]
    for part in edit.parts:
        now = edit.new.get(part, edit.old.get(part))
        if part in edit.new:
            key = "edit-part-new" if now is not None else "edit-part-missing"
        elif now is None:
            if part not in LANGUAGES:
                continue
            key = "edit-part-empty"
        else:
            key = "edit-part"
        lines.append(text(key, language, **escaped({"part": part_name(part, language), "value": cut(now or "")})))
    if VALUE in edit.old and edit.new and VALUE not in edit.new:
        lines += ["", text("edit-value-stays", language, **escaped({"value": cut(edit.old[VALUE])}))]
    lines += ["", said or text("edit-prompt-value" if edit.parts == (VALUE,) else "edit-prompt", language)]
    rows = [[button(text("edit-show", language), f"{_SHOW}:{edit.mark}")]] if edit.new else []
    there = [code for code in LANGUAGES if edit.after().get(code)]
    missing = [code for code in LANGUAGES if not (code in edit.new and edit.new[code] is None)]
    if edit.parts != (VALUE,) and (len(there) > 1 or len(missing) < len(LANGUAGES)):
        rows.append([button(text("edit-missing", language, part=part_name(code, language)), f"{_MISSING}:{edit.mark}:{code}") for code in missing])
    if edit.old and edit.prop not in ("summary", "names"):
        rows.append([button(text("edit-remove", language), f"{_REMOVE}:{edit.mark}")])
    rows.append([button(text("edit-back", language), f"{_FACT}:{edit.mark}"), button(text("edit-stop", language), f"{_STOP}:{edit.mark}")])
    return fit(lines), InlineKeyboardMarkup([row for row in rows if row])


async def take(update: Update, context: Context) -> None:
    """A message of somebody who has a fact open; everybody else's goes on."""
    user_id = person(update)
    store = context.services.store
    if user_id is None or not (draft := store.editing.draft(user_id)) or not draft.property:
        return
    if (step := store.outbox.step(user_id)) and step.awaits:  # an announcement was begun since
        return
    await _take(update, context)


@staff_only("editor")
async def _take(update: Update, context: Context) -> None:
    message = cast(Message, update.effective_message)
    services, language = context.services, await context.language(update)
    edit = _Edit.of(services, _user(update))
    assert edit is not None
    try:
        typed = parts_of(services.kb, message.text or "", edit.parts)
    except NoLanguage:
        await say(update, context, text("edit-no-language", language))
        return
    if stray := [part for part in typed if part not in edit.parts]:
        await say(update, context, text("edit-no-part", language, part=part_name(stray[0], language), property=property_name(edit.prop, language)))
        return
    await _typed(update, context, replace(edit, new=edit.new | typed), language)


@staff_only("editor")
async def missing(update: Update, context: Context) -> None:
    """One of the languages has no text yet."""
    if edit := await _pressed(update, context):
        edit = replace(edit, new=edit.new | {_argument(update): None})
        await edit.keep(context.services, _user(update))
        await change(update, context, *_fact(context.services, edit, await context.language(update)))


async def _typed(update: Update, context: Context, edit: _Edit, language: Language) -> None:
    """Keep what was typed, and bring the card below it; a value that cannot be used is told at once."""
    services = context.services
    if edit.card:
        await remove_message(context, _user(update), edit.card)
    said = _fault(services, edit, language)
    message = await say(update, context, *_fact(services, edit, language, said))
    await replace(edit, card=message.message_id).keep(services, _user(update))


def _cells(services: Services, edit: _Edit) -> Cells:
    """All cells of the record as they would be."""
    found = services.kb.record(edit.record)
    cells = {cell: value for cell, value in (cells_of(found) if found else {}).items() if cell[0] != edit.prop}
    return cells | {(edit.prop, part): value for part, value in edit.after().items()}


def _fault(services: Services, edit: _Edit, language: Language) -> str:
    """What cannot be used of it, with what would be right; HTML, empty if all can be."""
    try:
        record_of(edit.record, _cells(services, edit))
    except CellFault as fault:
        return "⚠️ " + escaped_text(sentence(fault.key, language, **fault.values))
    return ""


@staff_only("editor")
async def remove(update: Update, context: Context) -> None:
    """Propose to take the fact away."""
    if edit := await _pressed(update, context):
        await _propose(update, context, replace(edit, new=dict.fromkeys(edit.old)))


@staff_only("editor")
async def show(update: Update, context: Context) -> None:
    """Propose what was typed, unless it cannot be used."""
    if not (edit := await _pressed(update, context)):
        return
    language = await context.language(update)
    if fault := _fault(context.services, edit, language):
        await change(update, context, *_fact(context.services, edit, language, fault))
        return
    await _propose(update, context, edit)


async def _propose(update: Update, context: Context, edit: _Edit) -> None:
    language, chat = await context.language(update), update.effective_chat
    assert chat is not None
    changes = differences(edit.record, {(edit.prop, part): value for part, value in edit.old.items()}, _of_property(edit))
    if not changes:
        await change(update, context, *_fact(context.services, edit, language, text("edit-nothing", language)))
        return
    await context.services.store.editing.end_draft(_user(update))
    await change(update, context, text("edit-proposed", language))
    name = f"{name_of(context.services, edit.record, language)} · {property_name(edit.prop, language)}"
    await propose(context, chat.id, language, Wanted("edit", name, changes=tuple(changes)))


def _of_property(edit: _Edit) -> Cells:
    return {(edit.prop, part): value for part, value in edit.after().items()}


@staff_only("editor")
async def stop(update: Update, context: Context) -> None:
    """Nothing is changed."""
    if await _pressed(update, context):
        await context.services.store.editing.end_draft(_user(update))
        await change(update, context, text("edit-stopped", await context.language(update)))


async def _pressed(update: Update, context: Context) -> _Edit | None:
    """What the pressed card edits; a card of another record, or of what has ended, explains itself."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    edit = _Edit.of(context.services, pressed.from_user.id)
    needs_fact = pressed.data.startswith((_MISSING, _REMOVE, _SHOW))
    if edit is None or edit.mark != pressed.data.split(":")[1] or context.services.kb.record(edit.record) is None or (needs_fact and not edit.prop):
        await acknowledge(pressed, text("edit-over", await context.language(update)))
        return None
    await acknowledge(pressed)
    return edit


def _argument(update: Update) -> str:
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    return pressed.data.split(":")[2] if pressed.data.count(":") > 1 else ""


def _user(update: Update) -> int:
    assert update.effective_user is not None
    return update.effective_user.id
