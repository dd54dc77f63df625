"""How fast is sent: a token bucket with a burst of 1, which slows down when Telegram says so and recovers by itself.

Telegram takes about 30 messages a second from a bot, one a second in a chat, 20 a minute in a group
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this); guests' answers need the rest of the 30.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

SLOWER = 0.7
SLOWEST = 5.0
# The rate recovers by 1 a second every so many seconds.
RECOVERY_SECONDS = 10.0
# The loop may be busy for so long without a loss of pace.
LATE_SECONDS = 0.02


class Pace:
    """`await turn()` returns when the next message may go. `rate` is messages a second; the rest is in seconds of `clock`."""

    def __init__(self, rate: float, clock: Callable[[], float] = monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.permitted = rate
        self.rate = rate
        self._clock = clock
        self._sleep = sleep
        self._next = clock()
        self._changed = clock()
        self._paused_until = 0.0
        self._queue = asyncio.Lock()

    @property
    def pause(self) -> float:
        """Seconds until anything may be sent again; 0 if it may now."""
        return max(0.0, self._paused_until - self._clock())

    def hold(self, seconds: float) -> None:
        """Send nothing for so long."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    def refused(self, retry_after: float) -> None:
        """Telegram answered 429: wait as long as it says, then go slower."""
        now = self._clock()
        # The calls in flight together are refused together: that is one refusal.
        if self._paused_until <= now:
            self.rate = max(min(SLOWEST, self.permitted), self.rate * SLOWER)
            self._changed = now
        self.hold(retry_after)

    def take_over(self, rate: float, seconds: float) -> None:
        """Go on at the rate that was borne when Telegram last asked to wait, for `seconds` more; less than 0: so long ago, and recovered since."""
        self.rate = min(self.permitted, rate + max(0.0, -seconds) // RECOVERY_SECONDS)
        self.hold(max(0.0, seconds))

    async def turn(self) -> None:
        """Wait for the next turn. Turns are given in the order in which they were asked for."""
        async with self._queue:
            while (wait := max(self._next, self._paused_until) - self._clock()) > 0:
                await self._sleep(wait)
            now = self._clock()
            self._recover(now)
            # A turn that comes a little late does not put off those after it; more is not caught up: no burst.
            self._next = max(self._next, now - max(1 / self.rate, LATE_SECONDS)) + 1 / self.rate

    def _recover(self, now: float) -> None:
        if self.rate < self.permitted and now > self._paused_until and (steps := int((now - self._changed) / RECOVERY_SECONDS)):
            self.rate = min(self.permitted, self.rate + steps)
            self._changed += steps * RECOVERY_SECONDS
