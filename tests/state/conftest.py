"""Jobs that look around more often than in earnest."""

from __future__ import annotations

import pytest

from handlers.state import jobs, procrastinate_jobs


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "AGAIN", 0.1)
    monkeypatch.setattr(procrastinate_jobs, "AGAIN", 0.1)
    monkeypatch.setattr(procrastinate_jobs, "LOOK", 0.2)
