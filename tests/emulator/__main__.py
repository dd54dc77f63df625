"""The emulator as a process of its own, for crash tests and benchmarks: set telegram.api_url to `http://127.0.0.1:PORT/bot`."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from pathlib import Path

import click

from tests.emulator.core import Config
from tests.emulator.floods import OFF, Rates
from tests.emulator.server import Emulator
from tests.emulator.state import State


@click.command()
@click.option("--port", type=int, default=0, help="0 takes a free one; the address is the first line of the output.")
@click.option("--token", default=Config.token, help="The bot's token.")
@click.option("--state", "state_file", type=click.Path(path_type=Path), help="Keep the state here over restarts: written every 0.2 s and at the end.")
@click.option("--floods", is_flag=True, help="Refuse with 429 what is faster than Telegram's limits.")
@click.option("--trusting", is_flag=True, help="Do not check the emulator's own results and updates: for benchmarks.")
def main(port: int, token: str, state_file: Path | None, floods: bool, trusting: bool) -> None:
    """Run until SIGTERM or SIGINT."""
    asyncio.run(serve(port, Config(token, checks_itself=not trusting), state_file, Rates() if floods else OFF))


async def serve(port: int, config: Config, state_file: Path | None, rates: Rates) -> None:
    state = State.load(state_file) if state_file and state_file.exists() else None
    emulator = Emulator(config, rates, state)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await emulator.start(port)
    print(emulator.url, flush=True)
    saved = emulator.state.sequence
    while not stop.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), 0.2)
        if state_file and emulator.state.sequence != saved:
            saved = emulator.state.sequence
            emulator.state.save(state_file)
    await emulator.stop()
    if state_file:
        emulator.state.save(state_file)


if __name__ == "__main__":
    main()
