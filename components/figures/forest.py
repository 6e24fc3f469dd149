"""The forest plot: a square per trial sized by its weight, a diamond per group of trials, lines for intervals."""

from collections.abc import Iterable, Sequence
from math import log10, sqrt

import plotly.graph_objects as go

from components.analysis.effects import Measure
from components.analysis.forest import ForestLine
from components.figures.style import calm, interval, row_label

ROW_HEIGHT = 62
SMALLEST, LARGEST = 6, 20
DIAMOND_HEIGHT = 0.16
ROOM = 1.15
"""How much wider than the trials' values the axis is."""
WIDEST_RATIO = 50.0
TICKS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)


def forest_figure(lines: Sequence[ForestLine], measure: Measure, axis: str) -> go.Figure:
    """Return the lines from top to bottom; `axis` says in words what right and left of the null line mean."""
    figure = go.Figure()
    low, high = _range(lines, measure)
    figure.add_trace(_trials(lines, low, high))
    for at, line in enumerate(lines):
        words = f"{line.label} · {line.figures}" if line.figures else line.label
        row_label(figure, at, words, detail=line.marks, bold=line.kind in ("heading", "subgroup", "overall"))
    figure.add_trace(_diamonds(lines, low, high))
    figure.add_trace(_predictions(lines, low, high))
    figure.add_vline(x=measure.null, line_width=1, layer="below")
    if measure.is_ratio:
        ticks = [tick for tick in TICKS if low <= tick <= high]
        figure.update_xaxes(type="log", tickvals=ticks, ticktext=[f"{tick:g}" for tick in ticks])
    figure.update_xaxes(range=_axis_range(low, high, measure), title=axis)
    return calm(figure, len(lines), ROW_HEIGHT)


def _range(lines: Iterable[ForestLine], measure: Measure) -> tuple[float, float]:
    """Return the ends of the axis; very long intervals of single trials are cut and end in an arrow."""
    ends = [end for line in lines if line.kind != "heading" for end in (line.low, line.high) if end is not None]
    if measure.is_ratio:
        reach = max([2.0, *(max(end, 1 / end) for end in ends if end > 0)])
        reach = min(reach * ROOM, WIDEST_RATIO)
        return 1 / reach, reach
    reach = max([abs(end) for end in ends], default=1.0) * ROOM
    return -reach, reach


def _axis_range(low: float, high: float, measure: Measure) -> list[float]:
    return [log10(low), log10(high)] if measure.is_ratio else [low, high]


def _trials(lines: Sequence[ForestLine], low: float, high: float) -> go.Scatter:
    shown = [(at, line) for at, line in enumerate(lines) if line.kind == "trial"]
    values = [_within(line.value, low, high) for _, line in shown]
    return go.Scatter(
        x=values,
        y=[at for at, _ in shown],
        error_x=interval(
            [_within(line.high, low, high) - value for (_, line), value in zip(shown, values, strict=True)],
            [value - _within(line.low, low, high) for (_, line), value in zip(shown, values, strict=True)],
        ),
        mode="markers",
        marker={
            "symbol": [_symbol(line) for _, line in shown],
            "size": [SMALLEST + (LARGEST - SMALLEST) * sqrt((line.weight or 0) / 100) for _, line in shown],
            "line": {"width": 2},
            "opacity": 1,
        },
        text=[f"{line.label}: {line.figures}, weight {line.weight:.0f}%" for _, line in shown],
        hovertemplate="%{text}<extra></extra>",
    )


def _symbol(line: ForestLine) -> str:
    """An open square where a company with an interest in the result paid."""
    return "square-open" if line.row and line.row.study.funding in ("industry", "mixed") else "square"


def _within(value: float | None, low: float, high: float) -> float:
    return min(max(low if value is None else value, low), high)


def _diamonds(lines: Sequence[ForestLine], low: float, high: float) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for at, line in enumerate(lines):
        if line.kind in ("subgroup", "overall"):
            left, middle, right = (_within(value, low, high) for value in (line.low, line.value, line.high))
            x += [left, middle, right, middle, left, None]
            y += [at, at - DIAMOND_HEIGHT, at, at + DIAMOND_HEIGHT, at, None]
    return go.Scatter(x=x, y=y, mode="lines", fill="toself", line={"width": 2}, hoverinfo="skip")


def _predictions(lines: Sequence[ForestLine], low: float, high: float) -> go.Scatter:
    shown = [(at, line) for at, line in enumerate(lines) if line.kind == "prediction"]
    return go.Scatter(
        x=[_within(end, low, high) for _, line in shown for end in (line.low, line.high)],
        y=[at for at, _ in shown for _ in range(2)],
        mode="lines",
        line={"width": 2, "dash": "dot"},
        hoverinfo="skip",
    )
