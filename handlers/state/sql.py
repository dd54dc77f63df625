"""The statements of the .sql files beside this one, by name. `{name}` in a statement stands for another one of its file."""

from __future__ import annotations

import re
from pathlib import Path


def statements(file: str) -> dict[str, str]:
    """Name → SQL, of blocks that begin with `-- name: …`."""
    content = (Path(__file__).parent / file).read_text(encoding="utf-8")
    found = {name: sql.strip() for name, sql in re.findall(r"^-- name: (\w+)\n(.*?)(?=^-- name:|\Z)", content, re.M | re.S)}
    return {name: re.sub(r"\{(\w+)\}", lambda match: found[match[1]], sql) for name, sql in found.items()}
