"""Keeps out of memory what a library would import and the bot never uses; stands before all other imports of `handlers`."""

from __future__ import annotations

import sys

# python-telegram-bot imports httpx, and that its command line with rich and pygments, which takes 5 MB. It does without where they are not installed.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # https://docs.python.org/3/reference/import.html#the-module-cache
