"""Telegram's rate limits as token buckets. The figures are those of the bots FAQ: core.telegram.org/bots/faq, "My bot is hitting limits"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Rate:
    """`amount` messages in `seconds`, at most `burst` at once."""

    amount: float
    seconds: float
    burst: float


@dataclass(frozen=True)
class Rates:
    """None switches a limit off."""

    overall: Rate | None = Rate(30, 1, 30)
    chat: Rate | None = Rate(1, 1, 3)
    group: Rate | None = Rate(20, 60, 20)


OFF = Rates(None, None, None)


class _Bucket:
    def __init__(self, rate: Rate, now: float) -> None:
        self.rate, self.tokens, self.at = rate, rate.burst, now

    def wait(self, now: float) -> float:
        """Seconds until a message may go; 0: at once."""
        self.tokens = min(self.rate.burst, self.tokens + (now - self.at) * self.rate.amount / self.rate.seconds)
        self.at = now
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) * self.rate.seconds / self.rate.amount


class Floods:
    """Counts what is sent; groups and channels have a slower bucket of their own beside the chat's."""

    def __init__(self, rates: Rates, clock: Callable[[], float]) -> None:
        self._rates, self._clock = rates, clock
        self._buckets: dict[object, _Bucket] = {}

    def take(self, chat_id: int, is_group: bool) -> int:
        """0 if the message may go, else retry_after in whole seconds, as Telegram gives it."""
        now = self._clock()
        wanted: list[tuple[object, Rate | None]] = [("all", self._rates.overall), (chat_id, self._rates.chat)]
        if is_group:
            wanted.append((("group", chat_id), self._rates.group))
        buckets = [self._buckets.setdefault(key, _Bucket(rate, now)) for key, rate in wanted if rate]
        wait = max((bucket.wait(now) for bucket in buckets), default=0.0)
        if wait > 0:
            return ceil(wait)
        for bucket in buckets:
            bucket.tokens -= 1
        return 0
