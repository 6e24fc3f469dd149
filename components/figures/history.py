"""Dated changes of a law on one line, numbered as in the list beside it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.figures.style import calm, literal
from content.jurisdiction import Change

HEIGHT_ROWS = 1
NEAR_DAYS = 500
"""Changes nearer than this stand above one another."""


def history_figure(changes: Sequence[Change]) -> go.Figure:
    """Return a time line with a numbered mark per change; marks close in time are stacked."""
    heights = _heights(changes)
    figure = go.Figure(
        go.Scatter(
            x=[change.date.earliest.isoformat() for change in changes],
            y=heights,
            mode="markers+text",
            text=[f"<b>{at}</b>" for at in range(1, len(changes) + 1)],
            textposition="top center",
            marker={"size": 11},
            hovertext=[literal(f"{change.date}: {change.text}", 90) for change in changes],
            hoverinfo="text",
        )
    )
    calm(figure, HEIGHT_ROWS, 40 + 26 * max(heights))
    figure.update_yaxes(range=[-0.6, max(heights) + 1])
    figure.update_xaxes(type="date", showgrid=True)
    return figure


def _heights(changes: Sequence[Change]) -> list[int]:
    heights: list[int] = []
    for at, change in enumerate(changes):
        near = at > 0 and (change.date.earliest - changes[at - 1].date.earliest).days < NEAR_DAYS
        heights.append(heights[-1] + 1 if near else 0)
    return heights
