"""Words → numbers, as one sorted array: opened at once, eight bytes a pair, whatever the size of the base."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from zlib import crc32

_LOW = 0xFFFFFFFF


class Index:
    """Which numbers a word has: the upper half of an entry is the word's CRC-32, the lower half one of its numbers.

    Two words of one CRC-32 share their numbers (at 200,000 words there are about five such pairs), so what is found is looked at again.
    """

    def __init__(self, data: bytes) -> None:
        self._pairs = array("Q")
        self._pairs.frombytes(data)

    @staticmethod
    def compile(pairs: Iterable[tuple[str, int]]) -> bytes:
        return array("Q", sorted({crc32(word.encode()) << 32 | number for word, number in pairs})).tobytes()

    def _range(self, word: str) -> tuple[int, int]:
        first = crc32(word.encode()) << 32
        start = bisect_left(self._pairs, first)
        return start, bisect_left(self._pairs, first + _LOW + 1, start)

    def numbers(self, word: str) -> list[int]:
        """The numbers of a word in their order; empty for an unknown one."""
        start, end = self._range(word)
        return [pair & _LOW for pair in self._pairs[start:end]]

    def count(self, word: str) -> int:
        start, end = self._range(word)
        return end - start
