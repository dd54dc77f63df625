"""What the bot writes to its log over a day's worth of conversations: ids, no names, no message texts, no secrets; lines or JSON."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from handlers.context import Services
from handlers.settings import Settings, Staff
from handlers.transport.redact import JsonFormatter, RedactingFormatter
from tests.e2e.conftest import Run
from tests.emulator import Emulator

# Words that only a person could have brought in.
SAID = ("Who directed Qaitadan", "zanzibar", "+7 701", "qwertyuiop", "жылқыбай")


class Lines(logging.Handler):
    """What a formatter makes of each record from INFO on."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(formatter)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def logs() -> Iterator[tuple[Lines, Lines]]:
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.INFO)
    for noisy in ("aiohttp", "httpx"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    both = Lines(RedactingFormatter("%(levelname)s %(name)s: %(message)s")), Lines(JsonFormatter())
    for handler in both:
        root.addHandler(handler)
    yield both
    for handler in both:
        root.removeHandler(handler)
    root.setLevel(before)


async def test_ids_only(run: Run, emulator: Emulator, logs: tuple[Lines, Lines], monkeypatch: pytest.MonkeyPatch) -> None:
    guest, owner = emulator.person("Zhylqybai Surname", "kk"), emulator.person("Ownername", "en")
    async with run() as bot:
        services: Services = bot.bot_data["services"]
        services.settings = Settings(staff=Staff(owners=(owner.id,)))
        for text in ("/start", "Who directed Qaitadan?", "what is zanzibar жылқыбай +7 701 123 45 67", "/my_data", "/nonsense qwertyuiop", "/health"):
            await guest.ask(text)
        guest.send_sticker()
        await guest.ask("/language")
        guest.write("Who directed Qaitadan?")
        guest.edit(guest.messages[-1], "zanzibar")
        await owner.ask("/staff")
        emulator.fault("reset", "sendMessage", guest.id)
        await guest.ask("Who directed Qaitadan?")
        emulator.fault("429", "sendMessage", guest.id)
        await guest.ask("qwertyuiop zanzibar")
        monkeypatch.setattr(services.kb, "ask", _broken)
        guest.write("qwertyuiop")
        await guest.sees("went wrong")
        monkeypatch.undo()
        for _ in range(40):
            guest.write("zanzibar")
        await guest.sees("5 minutes")
        guest.block()
        guest.write("Who directed Qaitadan?")
    readable, as_json = logs
    told = "\n".join(readable.lines)
    assert "I am @" in told and f"person {guest.id}" in told and "RuntimeError: broken on purpose" in told
    for word in (*SAID, "Zhylqybai", "Surname", "Ownername", emulator.token):
        assert word not in told, [line for line in readable.lines if word in line]
    parsed = [json.loads(line) for line in as_json.lines]
    assert all({"time", "level", "logger", "message"} <= line.keys() and "\n" not in raw for line, raw in zip(parsed, as_json.lines, strict=True))
    assert [line["message"] for line in parsed] and any("broken on purpose" in line.get("error", "") for line in parsed)
    assert emulator.token not in "\n".join(as_json.lines)


def _broken(question: object) -> None:
    raise RuntimeError("broken on purpose")


def test_a_secret_in_an_exception_is_taken_out_of_json_too() -> None:
    token = "123456:" + "A" * 35
    try:
        raise ValueError(f"https://api.telegram.org/bot{token}/getMe")
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "said %s", ("“қ”\n",), (type(error), error, error.__traceback__))
    line = JsonFormatter().format(record)
    assert token not in line and "(token)" in line
    assert json.loads(line)["message"] == "said “қ”\n" and "\n" not in line
