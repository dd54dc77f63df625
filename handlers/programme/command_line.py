"""`bot.py programme`: the programme from the command line, also while the bot runs."""

from __future__ import annotations

from pathlib import Path

from handlers.context import Services
from handlers.programme.loading import TEMPLATE, announcing, apply, plan, summary, take_over, template
from handlers.programme.tables import TableFault, read
from handlers.settings import Settings
from handlers.state import Store
from handlers.texts import text
from kb import KnowledgeBase


class ProgrammeFault(Exception):
    """A programme cannot be loaded; one line for each fault."""


async def load_file(settings: Settings, kb: KnowledgeBase, path: Path, dry_run: bool) -> list[str]:
    """Load the programme of a file; lines that say what has changed. The running bot tells those who set reminders; a draft offers staff to announce it.

    Raises:
        ProgrammeFault: with every fault of the file.
    """
    try:
        rows = read(path.read_bytes(), path.name)
    except OSError as error:
        raise ProgrammeFault(f"{path}: cannot be read: {error.strerror}") from None
    except TableFault as fault:
        raise ProgrammeFault(f"{path}: {text(fault.key, 'en', **fault.values)}") from None
    store = await Store.open(settings.state_location, question_days=settings.questions.days)
    try:
        services = Services(kb, settings, store)
        read_plan = plan(services, rows)
        if read_plan.changes is None:
            raise ProgrammeFault("\n".join(f"{path}: {line}" for line in read_plan.faults("en")))
        lines = summary(services, read_plan.changes, "en", most=None)
        if dry_run:
            return [*lines, "dry run: nothing is changed"]
        await apply(services, read_plan.changes)
        if ids := (*read_plan.changes.moved, *read_plan.changes.cancelled):
            number = await store.outbox.add(announcing(services, ids).model_dump_json(), None)
            lines.append(f"a draft that announces it waits for staff in the chat: /announcements, #{number}")
        return lines
    finally:
        await store.close()


async def show_in_terminal(settings: Settings, terminal: Store) -> None:
    """Give the terminal, whose state is its own, the programme of the bot, if the bot has a state."""
    if isinstance(settings.state_location, Path) and not settings.state_location.exists():
        return
    store = await Store.open(settings.state_location, question_days=settings.questions.days)
    try:
        await take_over(store.programme, terminal.programme)
    finally:
        await store.close()


def write_template(path: Path | None) -> Path:
    """Write the template; where it is.

    Raises:
        ProgrammeFault: there is a file already.
    """
    path = path or Path(TEMPLATE)
    try:
        with path.open("xb") as file:
            file.write(template())
    except FileExistsError:
        raise ProgrammeFault(f"{path}: there is such a file already; name another one") from None
    except OSError as error:
        raise ProgrammeFault(f"{path}: cannot be written: {error.strerror}") from None
    return path
