"""How a call to Telegram can fail, told apart by whether it can have had its effect."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from datetime import timedelta

from telegram.error import NetworkError, RetryAfter, TimedOut

# Called in the moment before a request's first byte is written, for whoever must know after a crash whether it was: what a killed process
# has written the system still sends on.
before_writing: ContextVar[Callable[[], None] | None] = ContextVar("before_writing", default=None)


class NotSent(NetworkError):
    """The request surely did not reach the server: refused, not resolved, not connected in time, no connection free."""


class OutcomeUnknown(NetworkError):
    """The request may have reached the server, and no answer of Telegram tells: the call may have had its effect."""


class GatewayFailed(OutcomeUnknown):
    """A gateway in front of Telegram answered instead of it (502, 504): the request hardly had its effect."""


class NoAnswer(OutcomeUnknown, TimedOut):
    """The request was written, and no answer came in time."""


def may_have_arrived(error: Exception) -> bool:
    """Whether the call may have had its effect. Not so if Telegram or its gateway said that it failed: PTB has a plain `NetworkError` for 5xx."""
    return isinstance(error, OutcomeUnknown) and not isinstance(error, GatewayFailed)


def pause_of(error: RetryAfter) -> float:
    """Seconds that Telegram asks to wait for. PTB gives an int or a timedelta, as its version and environment have it."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
