"""What tells when something was, by kind: «the latest memorandum» by the day of its signing."""

from __future__ import annotations

DATED = {"agreement": ("signed_on", "dates"), "film": ("premiere", "release", "year"), "edition": ("dates",), "person": ("born",)}
# What tells which of two is older.
AGED = DATED | {"film": ("year", "release", "premiere"), "organisation": ("founded",), "festival": ("founded",)}
DATES = {prop for props in AGED.values() for prop in props}
