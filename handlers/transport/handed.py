"""Which messages were handed to the network, by a file beside the state: what a crash left in doubt is told apart by it.

Between the database's note that a message is about to be sent and the note of its outcome lies a round trip to Telegram. A process that is
killed in it has either not written the request, and then nobody has the message; or it has, and then the system sends it on. A line is
added in the moment before the request is written. The file survives the end of the process; after a power cut its last lines may be
missing, and what they stood for is sent again. Replicas have the database for it, which all of them can read.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from handlers.state import DatabaseError

log = logging.getLogger(__name__)

Due = TypeVar("Due")
Due_contra = TypeVar("Due_contra", contravariant=True)
# What no message in flight needs any more is cleared away at this size, in bytes.
_LARGE = 2**16


class Handed(Protocol[Due_contra]):
    """What was written to the network; a message counts its tries."""

    def note(self, due: Due_contra) -> None:
        """Take down, at once, that a message is being written to the network."""

    def was(self, due: Due_contra) -> bool:
        """Whether a process that is dead had begun to write this try to the network."""

    def clear(self, in_flight: bool) -> None:
        """What dead processes left is settled; whether something of this one is in flight."""

    def close(self) -> None:
        """Nothing more is noted."""


class HandedInStore(Generic[Due]):
    """In the rows of the messages. A note that cannot be written holds up no message: after a crash it would be sent again."""

    def __init__(self, note: Callable[[Due], None], was: Callable[[Due], bool]) -> None:
        self._note = note
        self.was = was

    def note(self, due: Due) -> None:
        try:
            self._note(due)
        except DatabaseError as error:
            log.warning("That a message is being sent cannot be noted: %s", error)

    def clear(self, in_flight: bool) -> None:
        pass

    def close(self) -> None:
        pass


class HandedFile(Generic[Due]):
    """Beside the state file at `state`, with a name of its own for each kind of message; one process at a time.

    The file is open from the first note until `close`. `key` gives one line that stands for one try of one message.
    """

    def __init__(self, state: Path, key: Callable[[Due], str], kind: str = "handed") -> None:
        self._path = state.with_name(f"{state.name}.{kind}")
        self._key = key
        self._before = frozenset(self._path.read_text(encoding="ascii").split("\n")) if self._path.exists() else frozenset()
        self._file: int | None = None

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def note(self, due: Due) -> None:
        if self._file is None:
            self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(self._file, f"{self._key(due)}\n".encode("ascii"))

    def was(self, due: Due) -> bool:
        return self._key(due) in self._before

    def clear(self, in_flight: bool) -> None:
        """Forget what came before; if nothing is in flight, also a file that has grown."""
        self._before = frozenset()
        if not in_flight and self._file is not None and os.fstat(self._file).st_size > _LARGE:
            os.ftruncate(self._file, 0)
