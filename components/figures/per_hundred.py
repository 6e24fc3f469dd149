"""Rates side by side as people of 100: a point and its interval for each group."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.absolute import AbsoluteRow, Side
from components.analysis.wording import lower_first
from components.figures.style import calm, interval, row_label

ROW_HEIGHT = 64


def per_hundred_figure(rows: Sequence[AbsoluteRow], denominator: int) -> go.Figure:
    """Return a row per outcome: the treated group as a disc, the other as a ring, another treatment as a diamond."""
    figure = go.Figure()
    treated = [(index - 0.05, row.treated) for index, row in enumerate(rows)]
    compared = [(index + 0.15, row.compared) for index, row in enumerate(rows) if row.compared]
    for sides in (treated, compared):
        figure.add_trace(_group(sides, denominator, is_first=sides is treated))
    details = [shared_detail(row) for row in rows]
    differ = len(set(details)) > 1
    for index, row in enumerate(rows):
        row_label(figure, index, row.what.title, detail=details[index] if differ else "")
    figure.update_xaxes(
        range=[-0.02 * denominator, 1.03 * denominator], dtick=denominator / 5, title=f"of {denominator:,} people"
    )
    return calm(figure, len(rows), ROW_HEIGHT if differ else ROW_HEIGHT - 16)


def shared_detail(row: AbsoluteRow) -> str:
    """Return where a row was counted and against what; rows that all say the same do not repeat it."""
    against = f" · against {lower_first(row.compared.short)}" if row.compared else ""
    return f"{row.what.where}{against}"


def _group(sides: Sequence[tuple[float, Side]], denominator: int, *, is_first: bool) -> go.Scatter:
    rates = [side.rate for _, side in sides]
    return go.Scatter(
        x=[rate.share * denominator for rate in rates],
        y=[y for y, _ in sides],
        error_x=interval(
            [((rate.high or rate.share) - rate.share) * denominator for rate in rates],
            [(rate.share - (rate.share if rate.low is None else rate.low)) * denominator for rate in rates],
        ),
        mode="markers",
        marker={"size": 11, "symbol": [_symbol(side, is_first) for _, side in sides], "line": {"width": 2}},
        text=[_words(side, denominator) for _, side in sides],
        hovertemplate="%{text}<extra></extra>",
    )


def _symbol(side: Side, is_first: bool) -> str:
    return "circle" if is_first else "diamond-open" if side.is_treatment else "circle-open"


def _words(side: Side, denominator: int) -> str:
    span = side.rate.interval_of(denominator)
    return f"{side.name}: {side.rate.of(denominator)} of {denominator:,}" + (f" ({span})" if span else "")
