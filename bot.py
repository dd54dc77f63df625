"""The door: the command line. Reads the config, wires, nothing else."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from contextlib import nullcontext, suppress
from pathlib import Path
from time import time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from handlers import UPDATES, announcements, editing, programme, publish, register
from handlers.announcements.command_line import announce_file, overview
from handlers.announcements.content import ContentFault
from handlers.announcements.pace import Pace
from handlers.context import Context, Services, TyrnaApplication, by_code
from handlers.editing.command_line import export as export_base
from handlers.editing.live import open_base, open_base_beside
from handlers.editing.tell_me import TellMe
from handlers.noting import Noting
from handlers.programme.command_line import ProgrammeFault, load_file, show_in_terminal, write_template
from handlers.settings import ConfigFault, Settings, load
from handlers.state import DatabaseError, StateFault, Store, backup
from handlers.state.jobs import Jobs
from handlers.state.nightly import Nightly
from handlers.texts import faults as text_faults
from handlers.transport.batch import BatchFault, answer_lines, as_json
from handlers.transport.redact import set_up_logging
from handlers.transport.terminal import TOKEN, Terminal, TerminalRequest
from kb import DataFault, KnowledgeBase, Question
from kb.cli import kb as kb_commands
from kb.cli import print_explanation
from kb.lint import lint

if TYPE_CHECKING:
    from handlers.transport.aiohttp_request import AiohttpRequest
    from handlers.transport.processor import LaneProcessor
    from handlers.transport.startup import TelegramBot


@click.group(invoke_without_command=True)
@click.option("--config", type=click.Path(path_type=Path), help="A YAML file; see config.example.yaml. None is required.")
@click.pass_context
def cli(context: click.Context, config: Path | None) -> None:
    """Tyrna answers questions about Kazakhstan's film and cultural cooperation.

    Without a command: in Telegram if a token is set, else in the terminal.
    """
    context.obj = config
    if context.invoked_subcommand is None:
        settings = _settings(config)
        context.invoke(run if settings.telegram.token else chat)


def _settings(config: Path | None) -> Settings:
    try:
        return load(config)
    except ConfigFault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)


def _knowledge(settings: Settings) -> KnowledgeBase:
    try:
        return asyncio.run(open_base_beside(settings))
    except DataFault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)


@cli.command()
@click.option("--remove-webhook", is_flag=True, help="Remove a webhook that is set: polling gets no updates beside one.")
@click.pass_obj
def run(config: Path | None, remove_webhook: bool = False) -> None:
    """Run in Telegram; needs a token."""
    settings = _settings(config)
    if settings.telegram.token is None:
        click.echo("telegram.token is not set: put the token from @BotFather into TYRNA_TELEGRAM__TOKEN. “python bot.py chat” needs none.", err=True)
        sys.exit(2)
    from handlers.transport.startup import StartFault, only_process  # the terminal does without the network

    set_up_logging(as_json=settings.logging.format == "json")
    state = settings.state_location
    try:
        with only_process(state) if isinstance(state, Path) else nullcontext():
            asyncio.run(_run(settings, settings.telegram.token.get_secret_value(), remove_webhook))
    except (StartFault, StateFault, DataFault) as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)


async def _run(settings: Settings, token: str, remove_webhook: bool) -> None:
    from handlers.transport.startup import only_poller, serve

    store = await Store.open(settings.state_location, question_days=settings.questions.days)
    try:
        if settings.telegram.mode == "polling":
            only_poller(store)
        await serve(telegram_bot(settings, token, await open_base(settings, store), store), remove_webhook)
    finally:
        await store.close()


def telegram_bot(settings: Settings, token: str, knowledge: KnowledgeBase, store: Store) -> TelegramBot:
    """The bot in Telegram, wired but not started."""
    from handlers.transport import webhook as webhooks
    from handlers.transport.aiohttp_request import AiohttpRequest
    from handlers.transport.health import Health
    from handlers.transport.inbox import REMEMBERED, Inbox
    from handlers.transport.polling import Poller
    from handlers.transport.processor import LaneProcessor
    from handlers.transport.startup import Background, TelegramBot

    async def is_staff(person: int) -> bool:
        with suppress(DatabaseError):  # then the limits hold for staff too
            return person in settings.staff.owners or bool(await store.roles(person))
        return False

    services = Services(knowledge, settings, store)
    inbox = Inbox(store, REMEMBERED if settings.telegram.mode == "polling" else webhooks.REMEMBERED)
    processor = LaneProcessor(inbox.done, exempt=is_staff, left=inbox.leave)
    polling = AiohttpRequest(connections=2, called=services.metrics.called)
    application = _telegram_application(services, token, processor, polling)
    poller = Poller(application, polling, inbox, UPDATES, lambda said: services.kb.ask(Question(said)).kind == "smalltalk", store.clock)
    jobs = _sending_jobs(application)
    jobs.keep("nightly", lambda: Nightly(store, ZoneInfo(settings.timezone)))
    services.metrics.gauge("tyrna_jobs", "Jobs that this process does now; among replicas each is done by one.").set_function(lambda: len(jobs.kept_here))
    # What each replica does for itself: write what it noted, take up another base.
    background: list[Background] = [jobs, Noting(store), editing.watch_of(application)]
    sites = [(settings.health.listen, Health(application, processor, inbox).site())] if settings.health.listen else []
    if settings.telegram.mode == "polling":
        return TelegramBot(application, processor, inbox, poller, publish, background, sites)
    secret = settings.webhook.secret.get_secret_value() if settings.webhook.secret else ""
    webhook = webhooks.Webhook(application, processor, inbox, poller.resume, UPDATES, settings.webhook.url, secret)
    sites.append((settings.webhook.listen, webhook.site()))
    return TelegramBot(application, processor, inbox, webhook, publish, background, sites, polls=False)


def _telegram_application(services: Services, token: str, processor: LaneProcessor, polling: AiohttpRequest) -> TyrnaApplication:
    """The application with all handlers. Updates come by `polling` or a webhook of ours, so it has no updater."""
    from telegram.ext import Application, ContextTypes

    from handlers.transport.aiohttp_request import AiohttpRequest
    from handlers.transport.measured import MeasuredApplication
    from handlers.transport.polling import BATCH

    telegram, request = services.settings.telegram, AiohttpRequest(called=services.metrics.called)
    builder = Application.builder().application_class(MeasuredApplication).token(token).request(request).get_updates_request(polling)
    builder = builder.base_url(telegram.api_url).base_file_url(telegram.file_url)
    builder = builder.updater(None).update_queue(asyncio.Queue(BATCH)).concurrent_updates(processor)
    application: TyrnaApplication = builder.context_types(ContextTypes(context=Context)).job_queue(None).build()
    application.bot_data["services"] = services
    processor.application = application
    register(application)
    return application


def _sending_jobs(application: TyrnaApplication) -> Jobs:
    """What sends without being asked: announcements, reminders, answers that somebody waited for. Together, for they share the pace."""
    services: Services = application.bot_data["services"]
    pace, jobs = Pace(services.settings.announcements.rate), services.store.driver.jobs()
    jobs.keep(
        "sending",
        lambda: announcements.sender_of(application, pace),
        lambda: announcements.progress_of(application),
        lambda: programme.reminders_of(application, pace),
        lambda: TellMe(application, pace),
    )
    return jobs


@cli.command()
@click.pass_obj
def chat(config: Path | None) -> None:
    """Talk in the terminal: the same handlers, no network, a state file of its own; with the programme that is loaded."""
    settings = _settings(config)
    set_up_logging(logging.WARNING)
    asyncio.run(_chat(settings, _knowledge(settings)))


async def _chat(settings: Settings, knowledge: KnowledgeBase) -> None:
    from telegram.ext import Application, ContextTypes

    request = TerminalRequest(click.echo, settings.data_dir / "terminal-files")
    store = await Store.open(settings.data_dir / "terminal.sqlite", question_days=settings.questions.days)
    application: TyrnaApplication = (
        Application.builder().token(TOKEN).request(request).get_updates_request(request).context_types(ContextTypes(context=Context)).job_queue(None).build()
    )
    application.bot_data["services"] = Services(knowledge, settings, store)
    register(application)
    await store.forget_old()  # the terminal has no night
    try:
        await show_in_terminal(settings, store)
    except (StateFault, DatabaseError) as fault:
        click.echo(f"The programme of the bot cannot be read: {fault}", err=True)
    try:
        async with application:
            jobs = _sending_jobs(application)
            sending = asyncio.create_task(jobs.run())
            await Terminal(application, request, _terminal_language(settings)).run(sys.stdin)
            await jobs.stop()
            await sending
    finally:
        await store.close()


def _terminal_language(settings: Settings) -> str:
    locale = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").split("_")[0].split(".")[0]
    return by_code(locale if locale not in ("C", "POSIX") else None, settings.default_language)


@cli.command()
@click.argument("question", required=False)
@click.option("--json", "as_object", is_flag=True, help="One JSON object instead of text.")
@click.option("--jsonl", is_flag=True, help='Batch mode: {"id", "text", "ui"?, "chat"?} on each line of standard input.')
@click.option("--explain", "explained", is_flag=True, help="Tables for editors: why the question is answered as it is.")
@click.pass_obj
def ask(config: Path | None, question: str | None, as_object: bool, jsonl: bool, explained: bool) -> None:
    """Answer one question, or a batch of them."""
    knowledge = _knowledge(_settings(config))
    if jsonl:
        try:
            for line in answer_lines(knowledge, sys.stdin):
                click.echo(line)
        except BatchFault as fault:
            click.echo(str(fault), err=True)
            sys.exit(2)
        return
    if not question:
        raise click.UsageError('Expected a question: bot.py ask "Who directed Qaitadan?", or --jsonl')
    if explained:
        print_explanation(knowledge.explain(Question(question)))
        return
    reply = knowledge.ask(Question(question))
    click.echo(json.dumps(as_json(reply), ensure_ascii=False) if as_object else reply.text)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would be sent, and to how many.")
@click.pass_obj
def announce(config: Path | None, file: Path, dry_run: bool) -> None:
    """Put an announcement (YAML) into the outbox; the running bot sends it."""
    settings = _settings(config)
    try:
        for line in asyncio.run(announce_file(settings, file, dry_run)):
            click.echo(line)
    except ContentFault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)


@cli.command(name="announcements")
@click.option("--json", "as_list", is_flag=True, help="One JSON list, the newest first.")
@click.pass_obj
def list_announcements(config: Path | None, as_list: bool) -> None:
    """List the announcements with their states, the newest first."""
    found = asyncio.run(overview(_settings(config)))
    if as_list:
        click.echo(json.dumps(found))
        return
    for row in found:
        deliveries = ", ".join(f"{number} {state}" for state, number in row["deliveries"].items())
        click.echo("  ".join(filter(None, (str(row["id"]), row["state"], row["due"], deliveries, row["text"]))))


@cli.command(name="backup")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def back_up(config: Path | None, file: Path | None) -> None:
    """Copy the state into FILE, else among the nightly backups; also while the bot runs."""
    try:
        state = _file_of_state(_settings(config))
        if file is None:
            file = backup.keep(state, time())
        else:
            backup.back_up(state, file)
    except StateFault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
    click.echo(f"The state is copied to {file}; the copy is whole")


def _file_of_state(settings: Settings) -> Path:
    if isinstance(settings.state_location, str):
        raise StateFault("The state is in PostgreSQL, whose own tools copy it; README.md, “Many replicas”, has the commands")
    return settings.state_location


@cli.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--restored", is_flag=True, help="PostgreSQL's pg_restore has put the backup in place: only see that nothing is sent twice.")
@click.pass_obj
def restore(config: Path | None, file: Path | None, restored: bool) -> None:
    """Put a backup in the place of the state, which is kept under another name. The bot must not run."""
    from handlers.transport.startup import StartFault, only_process

    if restored == bool(file):
        raise click.UsageError("Expected a file, or --restored")
    settings = _settings(config)
    try:
        if file is None:
            click.echo(_held_back(asyncio.run(_hold_back(settings))))
            return
        state = _file_of_state(settings)
        with only_process(state):
            former, held_back = backup.restore(file, state, time())
    except (StartFault, StateFault) as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
    click.echo(f"The state is that of {file} again" + (f"; the former one is {former}" if former else ""))
    click.echo(_held_back(held_back))


def _held_back(number: int) -> str:
    return f"{number} announcements that were on their way are paused, or drafts again: they may have been sent since the backup"


async def _hold_back(settings: Settings) -> int:
    store = await Store.open(settings.state_location)
    try:
        return await store.hold_back_restored()
    finally:
        await store.close()


@cli.command(name="programme")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--template", "wants_template", is_flag=True, help="Write an empty spreadsheet to FILE (programme.xlsx) instead.")
@click.pass_obj
def load_programme(config: Path | None, file: Path | None, dry_run: bool, wants_template: bool) -> None:
    """Load the programme (.xlsx, .csv, .yaml); the running bot has it at once, and tells those who set reminders what has changed."""
    if file is None and not wants_template:
        raise click.UsageError("Expected a file: bot.py programme FILE, or --template")
    settings = _settings(config)
    try:
        if wants_template or file is None:
            click.echo(write_template(file))
            return
        for line in asyncio.run(load_file(settings, _knowledge(settings), file, dry_run)):
            click.echo(line)
    except ProgrammeFault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)


@cli.command()
@click.pass_obj
def check(config: Path | None) -> None:
    """Check config, texts and knowledge base: every fault at once, each with its mend."""
    found = [*text_faults(), *lint()]
    try:
        settings = load(config)
    except ConfigFault as fault:
        found = [*str(fault).splitlines(), *found]
    else:
        if not found:
            click.echo(f"config, texts and knowledge base are in order (base revision {_knowledge(settings).revision})")
    for line in found:
        click.echo(line, err=True)
    sys.exit(1 if found else 0)


cli.add_command(kb_commands)


@kb_commands.command()
@click.option("--to", "directory", type=click.Path(path_type=Path), default=Path("var/export"), show_default=True, help="“kb” changes the shipped files.")
@click.pass_obj
def export(config: Path | None, directory: Path) -> None:
    """Write the YAML of what editors changed in the running bot, for the repository."""
    try:
        for line in export_base(_settings(config), directory):
            click.echo(line)
    except DataFault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)


if __name__ == "__main__":
    try:
        cli()
    except (StateFault, DataFault) as unusable:
        click.echo(str(unusable), err=True)
        sys.exit(2)
