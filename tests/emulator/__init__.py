"""A Bot API server for tests: it keeps state, refuses what Telegram refuses, breaks on demand and holds every call to the contract.

The entry is `Emulator` (server.py); people.py has the people who talk to the bot. Standalone: `python -m tests.emulator --help`.
"""

from tests.emulator.core import Config
from tests.emulator.floods import OFF, Rate, Rates
from tests.emulator.people import Channel, Group, Person, Seen
from tests.emulator.server import Call, Emulator

__all__ = ["OFF", "Call", "Channel", "Config", "Emulator", "Group", "Person", "Rate", "Rates", "Seen"]
