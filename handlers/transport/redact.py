"""Secrets never reach a log."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType

# A bot token: the bot's id, a colon, 35 characters. https://core.telegram.org/bots/api#authorizing-your-bot
_TOKEN = re.compile(r"\d{5,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}")


def redact(text: str) -> str:
    """The text without anything in the shape of a bot token."""
    return _TOKEN.sub("(token)", text)


class RedactingFormatter(logging.Formatter):
    """Formats a record, its exception included, and then takes the secrets out."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class JsonFormatter(logging.Formatter):
    """A line of JSON for each record: `time` (UTC), `level`, `logger`, `message`, and the traceback as `error`; redacted."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return redact(json.dumps(line, ensure_ascii=False))


def set_up_logging(level: int = logging.INFO, as_json: bool = False) -> None:
    """Log to standard error, redacted, as is what ends the process; the HTTP libraries only when something is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if as_json else RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpcore", "aiohttp", "telegram.ext"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    sys.excepthook = print_redacted


def print_redacted(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """An excepthook: the traceback on standard error, without secrets."""
    sys.stderr.write(redact("".join(traceback.format_exception(kind, error, where))))
