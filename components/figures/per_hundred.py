"""Rates side by side as people of 100: a point and its interval for each group."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.absolute import AbsoluteRow, Side
from components.figures.style import calm, interval, row_label


def per_hundred_figure(rows: Sequence[AbsoluteRow], denominator: int) -> go.Figure:
    """Return a row per outcome: the treated group as a filled disc, the compared one as an open one below it."""
    figure = go.Figure()
    treated = [(index - 0.05, row.treated) for index, row in enumerate(rows)]
    compared = [(index + 0.2, row.compared) for index, row in enumerate(rows) if row.compared]
    for name, sides, symbol in (("With", treated, "circle"), ("Without", compared, "circle-open")):
        figure.add_trace(_group(name, sides, denominator, symbol))
    for index, row in enumerate(rows):
        row_label(figure, index, f"{row.what.title} · {row.what.where}")
    figure.update_xaxes(
        range=[-0.02 * denominator, 1.03 * denominator], dtick=denominator / 5, title=f"of {denominator:,} people"
    )
    return calm(figure, len(rows))


def _group(name: str, sides: Sequence[tuple[float, Side]], denominator: int, symbol: str) -> go.Scatter:
    rates = [side.rate for _, side in sides]
    return go.Scatter(
        name=name,
        x=[rate.share * denominator for rate in rates],
        y=[y for y, _ in sides],
        error_x=interval(
            [((rate.high or rate.share) - rate.share) * denominator for rate in rates],
            [(rate.share - (rate.share if rate.low is None else rate.low)) * denominator for rate in rates],
        ),
        mode="markers",
        marker={"size": 11, "symbol": symbol, "line": {"width": 2}},
        text=[_words(side, denominator) for _, side in sides],
        hovertemplate="%{text}<extra></extra>",
    )


def _words(side: Side, denominator: int) -> str:
    span = side.rate.interval_of(denominator)
    return f"{side.name}: {side.rate.of(denominator)} of {denominator:,}" + (f" ({span})" if span else "")
