"""Rates side by side as people of 100: a point and its interval for each group."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.absolute import AbsoluteRow, Side
from components.analysis.wording import lower_first
from components.figures.style import LINE_HEIGHT, LONGEST_LABEL, calm, interval, label_lines, row_label

BETWEEN_GROUPS = 18
ABOVE_FIRST = 10
BELOW_LAST = 18
"""Pixels between the marks of a row, and between them and the labels above and below."""


def per_hundred_figure(rows: Sequence[AbsoluteRow], denominator: int) -> go.Figure:
    """Return a row per outcome: the treated group as a disc, the other as a ring, another treatment as a diamond."""
    figure = go.Figure()
    details = [shared_detail(row) for row in rows]
    differ = len(set(details)) > 1
    lines = max(
        len(label_lines(row.what.title)) + differ * len(label_lines(detail, LONGEST_LABEL))
        for row, detail in zip(rows, details, strict=True)
    )
    has_two = any(row.compared for row in rows)
    height = LINE_HEIGHT * lines + ABOVE_FIRST + BETWEEN_GROUPS * has_two + BELOW_LAST
    treated = [(float(index), row.treated) for index, row in enumerate(rows)]
    compared = [(index + BETWEEN_GROUPS / height, row.compared) for index, row in enumerate(rows) if row.compared]
    figure.add_trace(_group(treated, denominator, is_first=True))
    figure.add_trace(_group(compared, denominator, is_first=False))
    figure.add_trace(_numbers([*treated, *compared], denominator))
    for index, row in enumerate(rows):
        detail = details[index] if differ else ""
        row_label(figure, index, row.what.title, detail=detail, above=ABOVE_FIRST / height)
    figure.update_xaxes(
        range=[-0.02 * denominator, 1.08 * denominator],
        dtick=denominator / 5,
        title=f"of {denominator:,} people",
        showgrid=True,
    )
    return calm(figure, len(rows), height)


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


def _numbers(sides: Sequence[tuple[float, Side]], denominator: int) -> go.Scatter:
    rates = [side.rate for _, side in sides]
    return go.Scatter(
        x=[(rate.high or rate.share) * denominator for rate in rates],
        y=[y for y, _ in sides],
        mode="markers+text",
        marker={"size": 14, "opacity": 0},
        text=[str(rate.of(denominator)) for rate in rates],
        textposition="middle right",
        hoverinfo="skip",
    )


def _symbol(side: Side, is_first: bool) -> str:
    return "circle" if is_first else "diamond-open" if side.is_treatment else "circle-open"


def _words(side: Side, denominator: int) -> str:
    span = side.rate.interval_of(denominator)
    return f"{side.name}: {side.rate.of(denominator)} of {denominator:,}" + (f" ({span})" if span else "")
