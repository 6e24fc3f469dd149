"""The dose-context ladder: one axis, a row per setting."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.doses import Step
from components.figures.style import calm, row_label

ROW_HEIGHT = 56
TICKS = {30: "30 mg", 100: "100 mg", 300: "300 mg", 1000: "1 g", 3000: "3 g", 10000: "10 g", 30000: "30 g"}
SYMBOLS = {"trial": "circle", "licensed": "square", "maintenance": "diamond", "misuse": "x"}


def ladder_figure(steps: Sequence[Step]) -> go.Figure:
    """Return a line from the lower to the higher amount per setting, its kind as a sign, on a scale of powers."""
    figure = go.Figure()
    for setting, symbol in SYMBOLS.items():
        figure.add_trace(_lines([(i, s) for i, s in enumerate(steps) if s.context.setting == setting], symbol))
    for index, found in enumerate(steps):
        row_label(figure, index, found.context.name, detail=found.words)
    figure.update_xaxes(
        type="log", tickvals=list(TICKS), ticktext=list(TICKS.values()), title="in a week, for an adult of 70 kg"
    )
    return calm(figure, len(steps), ROW_HEIGHT)


def _lines(rows: Sequence[tuple[int, Step]], symbol: str) -> go.Scatter:
    """Return all settings of one kind as one trace, a gap between them."""
    return go.Scatter(
        x=[x for _, found in rows for x in (found.low, found.high, None)],
        y=[y for index, _ in rows for y in (index, index, None)],
        mode="lines+markers",
        line={"width": 4},
        marker={"size": 11, "symbol": symbol},
        hovertext=[words for _, found in rows for words in (found.words, found.words, "")],
        hoverinfo="text",
    )
