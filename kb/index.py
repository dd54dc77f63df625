"""Words → numbers, as one sorted array: opened at once, eight bytes a pair, whatever the size of the base."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import overload
from zlib import crc32

_LOW = 0xFFFFFFFF
# So many pairs share the first bits of a CRC-32 on average, and are searched for a word.
_BUCKET = 4


class Words(Sequence[str]):
    """Words in a row of bytes, a line each: a list of strings would take six times as much."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = array("I", accumulate((len(line) + 1 for line in data.split(b"\n")), initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...

    @overload
    def __getitem__(self, number: slice) -> list[str]: ...

    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[each] for each in range(len(self))[number]]
        return self._data[self._starts[number] : self._starts[number + 1] - 1].decode()


class Index:
    """Which numbers a word has: the upper half of an entry is the word's CRC-32, the lower half one of its numbers.

    Where the entries of each beginning of a CRC-32 start stands before them. Two words of one CRC-32 share their numbers (at 200,000
    words there are about five such pairs), so what is found is looked at again.
    """

    def __init__(self, data: bytes) -> None:
        part = memoryview(data)
        head = array("I", part[:4].tobytes())
        self._shift = 32 - head[0]
        end = head.itemsize * (2 + (1 << head[0]))
        self._starts = array("I")
        self._starts.frombytes(part[head.itemsize : end])
        self._pairs = array("Q")
        self._pairs.frombytes(part[end:])

    @staticmethod
    def compile(pairs: Iterable[tuple[str, int]]) -> bytes:
        # Sorted part by part: all pairs of a large base at once, as a set of numbers, would fill the memory.
        parts = [array("Q") for _ in range(256)]
        for word, number in pairs:
            crc = crc32(word.encode())
            parts[crc >> 24].append(crc << 32 | number)
        ordered = array("Q")
        for part in parts:
            ordered.extend(sorted(set(part)))
        bits = max(1, (len(ordered) // _BUCKET).bit_length())
        counts = [0] * (1 << bits)
        for pair in ordered:
            counts[pair >> (64 - bits)] += 1
        return array("I", [bits, *accumulate(counts, initial=0)]).tobytes() + ordered.tobytes()

    def _range(self, word: str) -> tuple[int, int]:
        crc = crc32(word.encode())
        bucket = crc >> self._shift
        end = self._starts[bucket + 1]
        start = bisect_left(self._pairs, crc << 32, self._starts[bucket], end)
        return start, bisect_left(self._pairs, crc + 1 << 32, start, end)

    def numbers(self, word: str) -> list[int]:
        """The numbers of a word in their order; empty for an unknown one."""
        start, end = self._range(word)
        return [pair & _LOW for pair in self._pairs[start:end]] if end > start else []

    def count(self, word: str) -> int:
        start, end = self._range(word)
        return end - start
