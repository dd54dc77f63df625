"""What waits for a yes: changes, phrases and removals, checked against the whole base, shown on a card, and taken up whole.

A card stands in the private chat of an editor or in the staff chat; any editor may press it. What it holds is in the store.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, replace
from pathlib import Path

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler

from handlers.context import Context, Services, TyrnaApplication
from handlers.editing import live
from handlers.editing.cards import card
from handlers.editing.wanted import Checked, Wanted, cells_now
from handlers.order import Order
from handlers.render import button, cut, escaped, fit
from handlers.show import acknowledge, change, edit
from handlers.staff.people import send
from handlers.staff.rights import audit, staff_only
from handlers.state.editing import Update as StateUpdate
from handlers.texts import text
from kb import Language
from kb.trial import Check
from kb.understand.taught import Phrase as KnownPhrase

log = logging.getLogger(__name__)

# Callback data: take up, put one's own value over another editor's, discard.
_YES, _MINE, _NO = "yes", "mine", "no"


def register(application: TyrnaApplication) -> None:
    application.add_handler(CallbackQueryHandler(press, rf"^pr:({_YES}|{_MINE}|{_NO}):\d{{1,12}}$"), Order.STAFF)


async def propose(context: Context, chat_id: int, language: Language, wanted: Wanted) -> None:
    """Check what is wanted and show its card in a chat."""
    proposal_id = await context.services.store.editing.add_proposal(chat_id, wanted.dumps())
    message = await send(context, chat_id, language, text("proposal-checking", language))
    shown = await _checked_card(context, language, proposal_id, wanted)
    if not await edit(context, chat_id, message.message_id, *shown):
        await send(context, chat_id, language, *shown)


async def _checked_card(context: Context, language: Language, proposal_id: int, wanted: Wanted) -> tuple[str, InlineKeyboardMarkup | None]:
    """Check a proposal against the base as it is now; the card that tells what was found."""
    try:
        checked = await _check(context.services, wanted)
    except live.CheckFault:
        log.exception("A proposal of staff could not be checked")
        return text("proposal-check-failed", language), _keyboard(language, proposal_id, ())
    await context.services.store.editing.note_check(proposal_id, wanted.dumps(), context.services.kb.revision, json.dumps(asdict(checked.check)))
    said = fit(card(context.services, checked, language))
    return said, _keyboard(language, proposal_id, _choices(checked))


def _choices(checked: Checked) -> tuple[tuple[str, str], ...]:
    """(verb, key of its label) of what can be pressed beside discarding."""
    if checked.can_go_live:
        second = "-all-the-same" if checked.needs_second_yes else ""
        return ((_YES, f"proposal-yes-{checked.wanted.what}{second}"),)
    if checked.conflicts:
        return ((_MINE, "proposal-mine"),)
    return ()


def _keyboard(language: Language, proposal_id: int, choices: tuple[tuple[str, str], ...]) -> InlineKeyboardMarkup:
    rows = [[button(text(key, language), f"pr:{verb}:{proposal_id}")] for verb, key in choices]
    return InlineKeyboardMarkup([*rows, [button(text("proposal-no", language), f"pr:{_NO}:{proposal_id}")]])


async def _check(services: Services, wanted: Wanted) -> Checked:
    kept = [each for each in services.store.editing.changes() if each.edit_id not in wanted.removed_edits]
    changes = [*(replace(each.change, edit=each.edit_id) for each in kept), *(replace(each, edit=wanted.edit_id) for each in wanted.changes)]
    stay = [each for each in services.store.editing.taught() if each.id not in wanted.removed_phrases]
    phrases = [KnownPhrase(each.phrase, each.language, each.query) for each in stay]
    phrases += [KnownPhrase(each.phrase, each.language, each.query) for each in wanted.phrases]
    found = await live.check(services, changes, phrases)
    conflicts = tuple(wanted.changes[place - len(kept)] for place in found.aside if place >= len(kept))
    lost = tuple(kept[place].id for place in found.aside if place < len(kept) and not kept[place].set_aside)
    return Checked(wanted, found, conflicts, lost)


@staff_only("editor")
async def press(update: Update, context: Context) -> None:
    """A button of a card."""
    pressed = update.callback_query
    assert pressed is not None and pressed.data is not None
    language = await context.language(update)
    _, verb, number = pressed.data.split(":")
    services = context.services
    proposal = services.store.editing.proposal(int(number))
    if proposal is None:
        await acknowledge(pressed, text("proposal-gone", language))
        return
    wanted = Wanted.loads(proposal.content)
    await acknowledge(pressed)
    if verb == _NO:
        await services.store.editing.end_proposal(proposal.id)
        await change(update, context, text("proposal-discarded", language))
        return
    if verb == _MINE:
        wanted = _over_what_is_there(services, wanted)
    if verb == _MINE or proposal.checked is None or proposal.base != services.kb.revision:
        # Others changed the base since: what was shown is no longer what would happen.
        await change(update, context, text("proposal-checking", language))
        said, markup = await _checked_card(context, language, proposal.id, wanted)
        await change(update, context, said if verb == _MINE else f"{text('proposal-base-changed', language)}\n\n{said}", markup)
        return
    await _take_up(update, context, language, wanted, Check.loads(proposal.checked), proposal.id)


def _over_what_is_there(services: Services, wanted: Wanted) -> Wanted:
    """The same changes of what stands there now."""
    cells = {key: cells_now(services.kb, key) for key in {each.record for each in wanted.changes}}
    changes = (replace(each, old=cells[each.record].get((each.property, each.part))) for each in wanted.changes)
    return replace(wanted, changes=tuple(each for each in changes if each.old != each.new))


async def _take_up(update: Update, context: Context, language: Language, wanted: Wanted, found: Check, proposal_id: int) -> None:
    user, services = update.effective_user, context.services
    assert user is not None
    state = StateUpdate(wanted.edit_id, wanted.changes, wanted.phrases, wanted.removed_edits, wanted.removed_phrases)
    if not await services.store.editing.apply(state, user.id, proposal_id):  # pressed twice at once
        return
    kept = services.store.editing.changes()
    await services.store.editing.note_set_aside(kept[place].id for place in found.aside)
    path = Path(found.path)
    if not path.exists():  # the disk was tidied while the card waited
        path = Path((await live.check(services, live.changes_of(services.store), live.phrases_of(services.store), compared=False)).path)
    await live.swap(services, path)
    await audit(update, context, f"base-{wanted.what}", cut(wanted.name, 200))
    await change(update, context, text(f"proposal-done-{wanted.what}", language, **escaped({"name": cut(wanted.name, 200)})))
