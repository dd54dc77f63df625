"""What the words of a message mean together: whether it asks for yes or no, which number it claims, what it says is known already."""

from __future__ import annotations

from dataclasses import dataclass

from kb.lazy import lazy
from kb.understand.reading.amounts import Amount, claimed_number, sum_told
from kb.understand.reading.besides import known_already
from kb.understand.reading.message import Message
from kb.understand.reading.yes_no import asks_yes_no, connecting


@dataclass
class Reading(Message):
    """What the words of one message can mean, before anything is decided."""

    @lazy
    def yes_no(self) -> bool:
        """Whether it asks for yes or no about something else than a number: see `bound`."""
        return self._asks_yes_no and self.bound is None

    @lazy
    def _asks_yes_no(self) -> bool:
        return asks_yes_no(self)

    @lazy
    def bound(self) -> Amount | None:
        """A number that a yes/no question claims: «were there over 50 films?»."""
        return claimed_number(self) if self._asks_yes_no else None

    @lazy
    def amount(self) -> Amount | None:
        """A sum that is told in thousands, millions or billions, at the position of that word: «over 5 billion»."""
        return sum_told(self)

    @lazy
    def connecting(self) -> frozenset[int]:
        """Positions of «when» that only tells at what time: «which president was there when they were shown»."""
        return connecting(self)

    @lazy
    def besides(self) -> frozenset[int]:
        """Positions of what is known already, where something else is asked: «besides the cultural centre»."""
        return known_already(self)
