"""The door: the command line. Reads the config, wires, nothing else."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from pathlib import Path

import click
from telegram.ext import Application, ContextTypes

from handlers import register, start
from handlers.context import Context, Services, TyrnaApplication, by_code
from handlers.settings import ConfigFault, Settings, load
from handlers.state import Store
from handlers.texts import faults as text_faults
from handlers.transport.batch import BatchFault, answer_lines, as_json
from handlers.transport.redact import set_up_logging
from handlers.transport.terminal import TOKEN, Terminal, TerminalRequest
from kb import DataFault, KnowledgeBase, Question
from kb.build import build_if_changed
from kb.cli import kb as kb_commands
from kb.cli import print_explanation
from kb.lint import lint


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
        return KnowledgeBase.open(build_if_changed(settings.data_dir))
    except DataFault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)


@cli.command()
@click.pass_obj
def run(config: Path | None) -> None:
    """Run in Telegram; needs a token."""
    settings = _settings(config)
    if settings.telegram.token is None:
        click.echo("telegram.token is not set: put the token from @BotFather into TYRNA_TELEGRAM__TOKEN. “python bot.py chat” needs none.", err=True)
        sys.exit(2)
    from handlers.transport.aiohttp_request import AiohttpRequest  # the terminal does without the network

    set_up_logging()
    services = Services(_knowledge(settings), settings, asyncio.run(Store.open(settings.state_file)))
    request, updates = AiohttpRequest(), AiohttpRequest(connections=4)
    builder = Application.builder().token(settings.telegram.token.get_secret_value()).request(request).get_updates_request(updates)
    builder = builder.base_url(settings.telegram.api_url).base_file_url(settings.telegram.file_url)
    application: TyrnaApplication = (
        builder.context_types(ContextTypes(context=Context)).job_queue(None).post_init(start.publish_commands).post_shutdown(_close).build()
    )
    application.bot_data["services"] = services
    register(application)
    application.run_polling(allowed_updates=["message", "edited_message", "callback_query"])


async def _close(application: TyrnaApplication) -> None:
    services: Services = application.bot_data["services"]
    await services.store.close()


@cli.command()
@click.pass_obj
def chat(config: Path | None) -> None:
    """Talk in the terminal: the same handlers, no network, a state file of its own."""
    settings = _settings(config)
    set_up_logging(logging.WARNING)
    asyncio.run(_chat(settings))


async def _chat(settings: Settings) -> None:
    request = TerminalRequest(click.echo)
    store = await Store.open(settings.data_dir / "terminal.sqlite")
    application: TyrnaApplication = (
        Application.builder().token(TOKEN).request(request).get_updates_request(request).context_types(ContextTypes(context=Context)).job_queue(None).build()
    )
    application.bot_data["services"] = Services(_knowledge(settings), settings, store)
    register(application)
    try:
        async with application:
            await Terminal(application, request, _terminal_language(settings)).run(sys.stdin)
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

if __name__ == "__main__":
    cli()
