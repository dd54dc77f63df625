"""What broke, told to staff in one message for ten minutes rather than in one for each error."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from time import monotonic

from telegram.error import TelegramError

from handlers.context import Context
from handlers.render import escaped_text, fit
from handlers.staff.staff_chat import tell_staff
from handlers.texts import text
from kb import Language

log = logging.getLogger(__name__)

EVERY_SECONDS = 600
# So many codes of one kind of error are named; the log has all.
_CODES = 5


class ErrorDigest:
    """Tells the first error at once, and what follows within ten minutes together after them. The clock is in seconds and only goes forward."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._counts: Counter[str] = Counter()
        self._codes: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=_CODES))
        self._next = clock()
        self._timer: asyncio.TimerHandle | None = None
        self._telling: asyncio.Task[None] | None = None

    async def add(self, context: Context, kind: str, code: str) -> None:
        """Note an error of a kind, such as `KeyError`, under the code that its person saw."""
        self._counts[kind] += 1
        self._codes[kind].append(code)
        await self.tell(context)

    async def tell(self, context: Context) -> None:
        """Tell staff what is noted, if it is time; else when it will be."""
        wait = self._next - self._clock()
        if not self._counts:
            return
        if wait > 0:
            if self._timer is None:
                self._timer = asyncio.get_running_loop().call_later(wait, self._ring, context)
            return
        kinds = [(kind, count, tuple(self._codes[kind])) for kind, count in self._counts.most_common()]
        self._counts.clear()
        self._codes.clear()
        self._next = self._clock() + EVERY_SECONDS
        try:
            await tell_staff(context, lambda language: digest(kinds, language))
        except TelegramError as error:
            log.error("The digest of errors could not be sent: %s", error)

    def _ring(self, context: Context) -> None:
        self._timer = None
        self._telling = asyncio.create_task(self.tell(context))


def digest(kinds: list[tuple[str, int, tuple[str, ...]]], language: Language) -> str:
    """How many errors of each kind, with the codes of the last of them."""
    lines = [text("errors", language, count=sum(count for _, count, _ in kinds))]
    for kind, count, codes in kinds:
        lines.append(f"• {escaped_text(kind)} × {count}: {', '.join(f'<code>{code}</code>' for code in codes)}")
    return fit([*lines, text("errors-next", language, minutes=EVERY_SECONDS // 60)])
