"""Words → numbers, as one sorted array: opened at once, four bytes a pair, eight in a base of millions of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import overload
from zlib import crc32

_LOW = 0xFFFFFFFF
_HEAD = array("I")
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


def _width(bits: int) -> str:
    """The type of array for numbers of so many bits."""
    return "I" if bits <= 32 else "Q"


class Index:
    """Which numbers a word has: an entry is what remains of the word's CRC-32 after its first bits, and below it one of the word's numbers.

    Where the entries of each beginning of a CRC-32 start stands before them. Two words of one CRC-32 share their numbers (at 200,000
    words there are about five such pairs), so what is found is looked at again.
    """

    def __init__(self, data: bytes) -> None:
        part = memoryview(data)
        head = array("I", part[: 2 * _HEAD.itemsize].tobytes())
        # How many bits of a CRC-32 stand in an entry, and how many those of its number.
        self._rest, self._low = 32 - head[0], head[1]
        end = _HEAD.itemsize * (3 + (1 << head[0]))
        self._starts = array("I")
        self._starts.frombytes(part[2 * _HEAD.itemsize : end])
        self._entries = array(_width(self._rest + self._low))
        self._entries.frombytes(part[end:])

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
        counts, low, most = [0] * (1 << bits), 1, (1 << 32 - bits) - 1
        for pair in ordered:
            counts[pair >> (64 - bits)] += 1
            low = max(low, (pair & _LOW).bit_length())
        entries = array(_width(32 - bits + low), ((pair >> 32 & most) << low | pair & _LOW for pair in ordered))
        return array("I", [bits, low, *accumulate(counts, initial=0)]).tobytes() + entries.tobytes()

    def _range(self, word: str) -> tuple[int, int]:
        crc = crc32(word.encode())
        bucket = crc >> self._rest
        rest, end = crc & (1 << self._rest) - 1, self._starts[bucket + 1]
        start = bisect_left(self._entries, rest << self._low, self._starts[bucket], end)
        return start, bisect_left(self._entries, rest + 1 << self._low, start, end)

    def numbers(self, word: str) -> list[int]:
        """The numbers of a word in their order; empty for an unknown one."""
        start, end = self._range(word)
        most = (1 << self._low) - 1
        return [entry & most for entry in self._entries[start:end]] if end > start else []

    def count(self, word: str) -> int:
        start, end = self._range(word)
        return end - start
