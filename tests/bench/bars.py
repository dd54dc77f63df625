"""Shows what a benchmark asks for beside what it found."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

# What is measured, the figure, what is asked, whether it is met.
Bar = tuple[str, float, str, bool]


def show(console: Console, bars: Iterable[Bar]) -> bool:
    """Print the bars as a table; whether all are met."""
    table, met = Table("bar", "figure", "asked", ""), True
    for what, figure, asked, good in bars:
        table.add_row(what, f"{figure:,.2f}", asked, "met" if good else "missed")
        met &= good
    console.print(table)
    return met
