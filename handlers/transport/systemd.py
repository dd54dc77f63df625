"""Tells systemd how the bot is: https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html."""

from __future__ import annotations

import asyncio
import os
import socket


def notify(state: str) -> None:
    """Send `READY=1` and the like to whoever started the process with `Type=notify`; nothing happens elsewhere."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
        channel.connect("\0" + address[1:] if address.startswith("@") else address)
        channel.sendall(state.encode())


async def keep_alive() -> None:
    """Say so twice in each period of `WatchdogSec=`: an event loop that hangs says nothing, and systemd restarts the bot."""
    if period := int(os.environ.get("WATCHDOG_USEC", "0")) / 1_000_000:
        while True:
            notify("WATCHDOG=1")
            await asyncio.sleep(period / 2)
