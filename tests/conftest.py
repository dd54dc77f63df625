"""One knowledge base for all tests, compiled once; and the databases that a state can be in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kb import KnowledgeBase
from kb.build import build_if_changed
from tests.postgresql import MISSING, Server, programs


@pytest.fixture(scope="session")
def base_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `data_dir` in which the base is compiled."""
    directory = tmp_path_factory.mktemp("kb")
    build_if_changed(directory)
    return directory


@pytest.fixture(scope="session")
def knowledge(base_dir: Path) -> KnowledgeBase:
    return KnowledgeBase.open(build_if_changed(base_dir), today=lambda: date(2026, 3, 1))


# One process of the tests has the server; see --dist loadgroup in the Makefile.
WITH_POSTGRESQL = [pytest.mark.xdist_group("postgresql"), pytest.mark.skipif(programs() is None, reason=MISSING)]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A test that asks for it has the marks `WITH_POSTGRESQL`."""
    server = Server()
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=WITH_POSTGRESQL)])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a new state can be: each test runs with each database."""
    if request.param == "sqlite":
        return tmp_path / "state.sqlite"
    server: Server = request.getfixturevalue("postgresql")
    return server.database()


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: some test always waits for a clock or another process."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if programs() is None:
        terminalreporter.write_line(f"!!! {MISSING}", red=True, bold=True)
