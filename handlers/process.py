"""Work that a process of its own does: what would hold up answers, or read what strangers send."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# So much of what a process complained of is told, in characters.
_COMPLAINT = 2000


class ProcessFault(Exception):
    """A process failed or took too long; the text says which."""


async def run_python(
    arguments: Sequence[str], content: bytes, seconds: float, directory: Path | None = None, environment: Mapping[str, str] | None = None
) -> bytes:
    """What a Python process writes that is given `content`; it is gone afterwards, also if this is cancelled.

    Raises:
        ProcessFault: it took more than so many seconds, or its exit code is not 0.
    """
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=directory, env=environment, stdin=pipe, stdout=pipe, stderr=pipe)
    try:
        async with asyncio.timeout(seconds):
            said, complaint = await process.communicate(content)
    except TimeoutError:
        raise ProcessFault(f"it took more than {seconds:.0f} s") from None
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode:
        raise ProcessFault(f"it ended with {process.returncode}: {complaint.decode(errors='replace').strip()[-_COMPLAINT:]}")
    return said
