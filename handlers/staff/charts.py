"""Charts as PNG, to be read on a phone. A program of its own: JSON on standard input, JSON with the pictures in base64 on standard output.

matplotlib takes a second and 60 MB; so the bot starts this for each request and keeps neither. It imports nothing of the bot.
"""

from __future__ import annotations

import base64
import io
import json
import re
import sys
import textwrap
from dataclasses import asdict, dataclass
from typing import Any, Literal

# A square of 1080 pixels: what a phone shows across its whole width.
_INCHES, _DPI = 6.0, 180
_SMALL, _TEXT, _TITLE = 11, 13, 16
# A label beside a bar is broken after so many characters, and cut after so many lines.
_LABEL, _LINES = 22, 3
_INK, _FAINT = "#222222", "#DDDDDD"
# A part smaller than this share of the longest bar has no figure in it; the last part has it beside.
_LEGIBLE = 0.15
# White around the picture, in inches.
_PADDING = 0.12


@dataclass(frozen=True)
class Series:
    """One colour: its name in the legend (none if empty) and a value for each label."""

    name: str
    color: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """`columns`: stacked, upright, the labels below; `bars`: stacked, lying, a label beside each; `shares`: the same in per cent."""

    kind: Literal["columns", "bars", "shares"]
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    axis: str = ""
    note: str = ""


def dumps(charts: list[Chart]) -> bytes:
    """What this program reads."""
    return json.dumps([asdict(chart) for chart in charts]).encode()


def loads(answer: bytes) -> list[bytes]:
    """The pictures that this program has written."""
    return [base64.b64decode(picture) for picture in json.loads(answer)]


def draw(chart: Chart) -> bytes:
    """The chart as PNG. Its font is DejaVu, which comes with matplotlib and has the Kazakh letters."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    figure = Figure(figsize=(_INCHES, _INCHES), dpi=_DPI, layout=ConstrainedLayoutEngine(w_pad=_PADDING, h_pad=_PADDING))
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    if chart.kind == "columns":
        _columns(axes, chart)
    else:
        _bars(axes, chart)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    # A number stays with its noun.
    title = re.sub(r"(\d) ", "\\1\N{NO-BREAK SPACE}", chart.title)
    figure.suptitle("\n".join(textwrap.wrap(title, 34)), fontsize=_TITLE, fontweight="bold", color=_INK, x=0.02, ha="left")
    named = [series for series in chart.series if series.name]
    if named:
        figure.legend(loc="outside lower left", ncols=min(3, len(named)), fontsize=_TEXT, frameon=False, handlelength=1, columnspacing=1.2)
    if chart.note:
        figure.supxlabel("\n".join(textwrap.wrap(chart.note, 58)), fontsize=_SMALL, color=_INK)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _columns(axes: Any, chart: Chart) -> None:
    places = range(len(chart.labels))
    bottom = [0.0] * len(chart.labels)
    for series in chart.series:
        axes.bar(places, series.values, bottom=bottom, color=series.color, label=series.name or None, width=0.85)
        bottom = [below + value for below, value in zip(bottom, series.values, strict=True)]
    # Every third label: 24 hours would stand over one another.
    shown = [place for place in places if place % 3 == 0] if len(chart.labels) > 12 else list(places)
    axes.set_xticks(shown, [chart.labels[place] for place in shown], fontsize=_TEXT)
    axes.tick_params(axis="y", labelsize=_TEXT)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.set_ylim(bottom=0)
    axes.set_xlabel(chart.axis, fontsize=_TEXT, color=_INK)
    axes.grid(axis="y", color=_FAINT)


def _bars(axes: Any, chart: Chart) -> None:
    places = range(len(chart.labels))
    totals = [sum(series.values[place] for series in chart.series) for place in places]
    whole = 100 if chart.kind == "shares" else max(totals, default=0) or 1
    left = [0.0] * len(chart.labels)
    for series in chart.series:
        widths = [100 * value / (total or 1) for value, total in zip(series.values, totals, strict=True)] if chart.kind == "shares" else list(series.values)
        axes.barh(places, widths, left=left, color=series.color, label=series.name or None, height=0.72)
        for place, (start, width) in enumerate(zip(left, widths, strict=True)):
            said = f"{width:.0f} %" if chart.kind == "shares" else f"{width:g}"
            if len(chart.series) > 1 and width >= _LEGIBLE * whole:
                axes.text(start + width / 2, place, said, ha="center", va="center", color="white", fontsize=_TEXT, fontweight="bold")
            elif width and series is chart.series[-1]:
                axes.text(start + width + whole * 0.015, place, said, va="center", color=_INK, fontsize=_TEXT)
        left = [start + width for start, width in zip(left, widths, strict=True)]
    axes.set_yticks(places, [_broken(label) for label in chart.labels], fontsize=_TEXT if len(chart.labels) <= 6 else _SMALL)
    axes.invert_yaxis()
    axes.set_xlim(0, whole * 1.14)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _broken(label: str) -> str:
    return "\n".join(textwrap.wrap(label, _LABEL, max_lines=_LINES, placeholder="…"))


def _chart(data: dict[str, Any]) -> Chart:
    series = tuple(Series(one["name"], one["color"], tuple(one["values"])) for one in data["series"])
    return Chart(data["kind"], data["title"], tuple(data["labels"]), series, data["axis"], data["note"])


if __name__ == "__main__":
    json.dump([base64.b64encode(draw(_chart(each))).decode() for each in json.load(sys.stdin.buffer)], sys.stdout)
