"""The base that answers: the shipped YAML with what editors changed. Checked in a process of its own, swapped whole, looked after while it runs."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from handlers.context import Context, Services, TyrnaApplication
from handlers.process import ProcessFault, run_python
from handlers.settings import Settings
from handlers.staff.staff_chat import tell_staff
from handlers.state import Store
from handlers.state.editing import BASE
from handlers.state.jobs import pause
from handlers.texts import text
from kb import DataFault, KnowledgeBase
from kb.build import DATA, build_if_changed, path_of
from kb.changes import Change, apply
from kb.guard import GOLDEN
from kb.records import load_directory
from kb.trial import Check, Job
from kb.understand.taught import Phrase

log = logging.getLogger(__name__)

# It is looked for another base so often, in seconds: new YAML tells nobody, and a replica may not hear of a change.
TICK = 30.0
# A check takes some seconds; one that takes so long has gone wrong.
LONGEST = 300.0
_ROOT = Path(__file__).parent.parent.parent
# The setting that holds the ids of the changes of which staff know that they are set aside.
_TOLD = "told_set_aside"


class CheckFault(Exception):
    """A base could not be checked; the text is one line for the log."""


def changes_of(store: Store) -> tuple[Change, ...]:
    """Every change in its order."""
    return tuple(replace(kept.change, edit=kept.edit_id) for kept in store.editing.changes())


def phrases_of(store: Store) -> tuple[Phrase, ...]:
    return tuple(Phrase(taught.phrase, taught.language, taught.query) for taught in store.editing.taught())


async def open_base(settings: Settings, store: Store) -> KnowledgeBase:
    """The base with what editors changed, compiled if it is not yet. Where their changes no longer go, that of the shipped YAML alone.

    Raises:
        DataFault: the shipped YAML is not valid.
    """
    changes = changes_of(store)
    try:
        base = KnowledgeBase.open(build_if_changed(settings.data_dir, changes, phrases_of(store)))
    except DataFault:
        raise
    except Exception:  # whatever a change can break: guests are answered all the same
        if not changes:
            raise
        log.exception("The base cannot be built with the changes of editors; it answers without them")
        return KnowledgeBase.open(build_if_changed(settings.data_dir))
    await _note_set_aside(store, changes)
    return base


async def open_base_beside(settings: Settings) -> KnowledgeBase:
    """The base that the running bot answers from, for a command beside it: with what editors changed, if there is a state."""
    state = settings.state_location
    if isinstance(state, Path) and not state.exists():
        return KnowledgeBase.open(build_if_changed(settings.data_dir))
    store = await Store.open(state)
    try:
        return await open_base(settings, store)
    finally:
        await store.close()


async def _note_set_aside(store: Store, changes: Sequence[Change]) -> None:
    """Note which changes the shipped YAML no longer takes; in a thread, since all of it is read."""
    aside = (await asyncio.to_thread(lambda: apply(*load_directory(DATA), changes).aside)) if changes else frozenset()
    kept = store.editing.changes()
    await store.editing.note_set_aside(kept[place].id for place in aside)


async def check(services: Services, changes: Sequence[Change], taught: Sequence[Phrase], compared: bool = True) -> Check:
    """Build a base with these changes and phrases, and compare it with the present one, in a process of its own.

    Raises:
        CheckFault: the process failed or took too long.
    """
    present = str(services.kb.path) if compared else None
    job = Job(str(services.settings.data_dir.absolute()), tuple(changes), tuple(taught), present, changes_of(services.store), str(GOLDEN))
    try:
        said = await run_python(("-m", "kb.trial"), json.dumps(asdict(job)).encode(), LONGEST, _ROOT)
    except ProcessFault as fault:
        raise CheckFault(f"checking the base: {fault}") from None
    return Check.loads(said.decode())


async def swap(services: Services, path: Path) -> None:
    """Answer from another compiled file from now on."""
    if path == services.kb.path:
        return
    base = await asyncio.to_thread(KnowledgeBase.open, path)
    os.utime(path)  # among the files that are kept it is the newest
    # Whoever still reads the former one holds it open until then.
    former, services.kb = services.kb, base
    log.info("The base has revision %s now, before %s", base.revision, former.revision)


class Watch:
    """Takes up a base that another process changed, or that came with new YAML. Runs until it is stopped."""

    def __init__(self, application: TyrnaApplication) -> None:
        self._application = application
        self._stopping = asyncio.Event()
        self._woken = asyncio.Event()
        self._refused = ""

    async def run(self) -> None:
        """Look for another base until `stop`."""
        try:
            await self._tell_set_aside()
        except Exception:
            log.exception("Staff could not be told of changes that are set aside")
        services: Services = self._application.bot_data["services"]
        listening = asyncio.create_task(services.store.driver.listen(BASE, self._woken.set))
        try:
            while not self._stopping.is_set():
                await pause(self._woken, TICK)
                self._woken.clear()
                if not self._stopping.is_set():
                    try:
                        await self.look()
                    except Exception:
                        log.exception("Looking for another base failed; the present one goes on answering")
        finally:
            listening.cancel()

    async def stop(self) -> None:
        """Begin nothing new."""
        self._stopping.set()
        self._woken.set()

    async def look(self) -> bool:
        """Swap the base if what it is made of has changed; whether it was. One that cannot be built is tried once."""
        services: Services = self._application.bot_data["services"]
        changes, taught = changes_of(services.store), phrases_of(services.store)
        path = await asyncio.to_thread(path_of, services.settings.data_dir, changes, taught)
        if path.name == services.kb.path.name or path.name == self._refused:
            return False
        found = await check(services, changes, taught, compared=False)
        if not found.path:
            self._refused = path.name
            log.error("Another base is not taken up, the present one goes on answering: %s", found.fault or "; ".join(map(str, found.findings)))
            return False
        await swap(services, Path(found.path))
        await _note_set_aside(services.store, changes)
        await self._tell_set_aside()
        return True

    async def _tell_set_aside(self) -> None:
        """Tell staff, once, of changes that an update has set aside."""
        store = self._application.bot_data["services"].store
        aside = [str(kept.id) for kept in store.editing.changes() if kept.set_aside]
        told = (await store.setting(_TOLD) or "").split()
        if set(aside) - set(told):
            await tell_staff(Context(self._application), lambda language: text("kb-set-aside", language, count=len(aside)) + "\n/kb undo")
        await store.set_setting(_TOLD, " ".join(aside) or None)
