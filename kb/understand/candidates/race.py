"""Which candidates still count: the best scores so far tell who comes too late."""

from __future__ import annotations

import math
from heapq import heappush, heappushpop

from kb.understand.weights import MARGIN


class Race:
    """The best scores so far, which tell what candidates still count.

    A candidate below `floor` is neither among the `closest` nor within `margin` of the best one; one that covers less than `least`
    only counts among the closest or equally good ones, and less than `least_close` not even there.
    """

    def __init__(self, closest: int, margin: float, least: float = 0.0, least_close: float = 0.0) -> None:
        self.floor = -math.inf
        self._closest, self._margin, self._least, self._least_close = closest, margin, least, least_close
        self._best: list[float] = []
        self._first = self._near = -math.inf

    def counts(self, score: float, covered: float) -> bool:
        """Whether a candidate with this score and coverage can still be among the best."""
        return score >= self.floor and covered >= (self._least_close if score >= self._near else self._least)

    def enter(self, score: float, covered: float) -> None:
        """Let a candidate raise what others have to reach."""
        if covered < self._least_close:
            return
        if len(self._best) < self._closest:
            heappush(self._best, score)
        else:
            heappushpop(self._best, score)
        self._first = max(self._first, score)
        if len(self._best) == self._closest:
            self._near = min(self._best[0], self._first - 2 * MARGIN) - 0.001
            self.floor = min(self._near, self._first - self._margin - 0.001)
