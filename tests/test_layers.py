"""Imports run one way: bot.py → handlers → kb."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def imports(path: Path) -> set[str]:
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            out |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            out.add(node.module)
    return out


def below(folder: str) -> list[Path]:
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, f"no code in {folder}"
    return found


def test_kb_knows_nothing_of_telegram() -> None:
    for path in below("kb"):
        assert not {name for name in imports(path) if name.split(".")[0] in ("telegram", "handlers", "bot", "aiohttp")}, path


def test_handlers_do_not_import_the_door() -> None:
    for path in below("handlers"):
        assert "bot" not in imports(path), path


def test_state_and_transport_import_no_feature() -> None:
    # The typed context and the settings are no features.
    allowed = ("handlers.state", "handlers.transport", "handlers.texts", "handlers.context", "handlers.settings")
    for folder in ("handlers/state", "handlers/transport"):
        for path in below(folder):
            features = {name for name in imports(path) if name.split(".")[0] == "handlers" and not name.startswith(allowed)}
            assert not features, (path, features)


def test_only_one_place_escapes() -> None:
    escaping = {path.name for path in below("handlers") if re.search(r"\bimport .*\bescape\b|html\.escape", path.read_text(encoding="utf-8"))}
    assert escaping == {"render.py"}
