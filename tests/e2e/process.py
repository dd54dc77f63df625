"""The bot in a process of its own, so that its memory can be measured and a busy test holds up nothing in it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

from tests.emulator import Emulator

ROOT = Path(__file__).parent.parent.parent


@asynccontextmanager
async def process(emulator: Emulator, folder: Path, log: Path | None = None, **more: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, from its first poll on; what it logs goes to `log`, or the file `log` in the folder. `more` are variables."""
    log = log or folder / "log"
    surroundings = os.environ | {
        "TYRNA_TELEGRAM__TOKEN": emulator.token,
        "TYRNA_TELEGRAM__API_URL": emulator.url,
        "TYRNA_TELEGRAM__FILE_URL": emulator.file_url,
        "TYRNA_DATA_DIR": str(folder),
    }
    with log.open("wb") as output:
        running = await asyncio.create_subprocess_exec(sys.executable, "bot.py", "run", cwd=ROOT, env=surroundings | more, stdout=output, stderr=output)
    try:
        end = monotonic() + 60
        while not emulator.called("getUpdates"):
            assert monotonic() < end and running.returncode is None, log.read_text(encoding="utf-8")
            await asyncio.sleep(0.05)
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            running.terminate()
        await running.wait()


def memory(running: asyncio.subprocess.Process) -> float:
    """What a process holds in memory, in MiB: https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html."""
    pages = int(Path(f"/proc/{running.pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
