"""One knowledge base for all tests, compiled once."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase
from kb.build import build_if_changed


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return KnowledgeBase.open(build_if_changed(tmp_path_factory.mktemp("kb")))
