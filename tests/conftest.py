"""One knowledge base for all tests, compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import KnowledgeBase
from kb.build import build_if_changed


@pytest.fixture(scope="session")
def base_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `data_dir` in which the base is compiled."""
    directory = tmp_path_factory.mktemp("kb")
    build_if_changed(directory)
    return directory


@pytest.fixture(scope="session")
def knowledge(base_dir: Path) -> KnowledgeBase:
    return KnowledgeBase.open(build_if_changed(base_dir))
