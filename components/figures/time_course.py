"""Levels in the blood over time, a line per way of giving it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.time_course import Level
from components.figures.style import calm, literal

HEIGHT_ROWS = 6
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
LONGEST_NAME = 26


def time_course_figure(found: Sequence[Level]) -> go.Figure:
    """Return a line per route, named at its highest point; dashes tell lines apart without colour."""
    figure = go.Figure()
    for at, level in enumerate(found):
        peak = level.minutes.index(level.peak_minute)
        figure.add_trace(
            go.Scatter(
                x=[minute / 60 for minute in level.minutes],
                y=list(level.levels),
                mode="lines+text",
                text=[literal(level.route.name, LONGEST_NAME) if i == peak else "" for i in range(len(level.minutes))],
                textposition="top right",
                line={"dash": DASHES[at % len(DASHES)], "width": 2},
                name=literal(level.route.name, LONGEST_NAME),
                hovertemplate="%{fullData.name}: %{y:.0f}<extra></extra>",
            )
        )
    calm(figure, HEIGHT_ROWS)
    figure.update_xaxes(title="hours after the start", range=[0, 6.05], dtick=1)
    figure.update_yaxes(range=[-2, 112], showticklabels=True, showgrid=True, title="level, highest of all = 100")
    return figure
