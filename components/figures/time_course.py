"""Levels in the blood over time, a line per way of giving it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.time_course import Level
from components.figures.style import calm, literal

HEIGHT_ROWS = 6
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
FIRST_NUMBER_MINUTE, APART_MINUTES = 42, 75
"""Numbers stand on their lines at different times, so that none covers another."""


def time_course_figure(found: Sequence[Level]) -> go.Figure:
    """Return a numbered line per route, in the order of the list beside it; dashes tell lines apart without colour."""
    figure = go.Figure()
    for at, level in enumerate(found):
        hours = [minute / 60 for minute in level.minutes]
        figure.add_trace(
            go.Scatter(
                x=hours,
                y=list(level.levels),
                mode="lines",
                line={"dash": DASHES[at % len(DASHES)], "width": 2},
                name=literal(level.route.name),
                hovertemplate="%{fullData.name}: %{y:.0f}<extra></extra>",
            )
        )
        nearest = min(level.minutes, key=lambda minute: abs(minute - FIRST_NUMBER_MINUTE - at * APART_MINUTES))
        spot = level.minutes.index(nearest)
        figure.add_annotation(
            x=hours[spot], y=level.levels[spot], text=f"<b>{at + 1}</b>", showarrow=False, font={"size": 14}
        )
    calm(figure, HEIGHT_ROWS)
    figure.update_xaxes(title="hours after the start", range=[0, 6.05], dtick=1)
    figure.update_yaxes(range=[-2, 112], showticklabels=True, showgrid=True, title="level, highest of all = 100")
    return figure
