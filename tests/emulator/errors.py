"""What the Bot API answers instead of a result."""

from __future__ import annotations

from typing import Any

TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
}


class Refused(Exception):
    """A call that Telegram refuses: `code` is the HTTP status, `parameters` what ResponseParameters holds."""

    def __init__(self, code: int, message: str = "", **parameters: int) -> None:
        self.code = code
        self.description = f"{TITLES[code]}: {message}" if message else TITLES[code]
        self.parameters = parameters
        super().__init__(self.description)

    def envelope(self) -> dict[str, Any]:
        """The body of the response."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(message: str) -> Refused:
    return Refused(400, message)


def too_many(seconds: int) -> Refused:
    return Refused(429, f"retry after {seconds}", retry_after=seconds)


def too_old() -> Refused:
    return bad("query is too old and response timeout expired or query ID is invalid")
