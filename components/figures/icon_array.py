"""A hundred people drawn as a hundred circles, beside a hundred others."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.absolute import Side
from components.figures.style import LINE_HEIGHT, label_lines, literal, plain_axes

PER_ROW = 10
ICONS = 100
GAP = 2
LONGEST_NAME = 24
SIZE = 11
SPACING = 17
"""Pixels from one circle to the next."""
UNSURE_OPACITY = 0.45


def icon_array_figure(sides: Sequence[Side], denominator: int) -> go.Figure:
    """Return a square of circles per group: full where people surely had the outcome, pale where only perhaps.

    Surely means up to the lower end of the interval, perhaps up to its upper end. Each circle stands for a hundredth of
    the denominator.
    """
    figure = go.Figure()
    are_told_apart = len({side.short for side in sides}) == len(sides)
    names = [label_lines(side.short if are_told_apart else side.name, LONGEST_NAME) for side in sides]
    room = LINE_HEIGHT * (max(map(len, names)) - 1)
    for at, side in enumerate(sides):
        figure.add_trace(_square(side, at * (PER_ROW + GAP)))
        figure.add_annotation(
            x=at * (PER_ROW + GAP) - 0.5,
            y=-0.9,
            text=f"<b>{side.rate.of(denominator)} of {denominator:,}</b><br>{'<br>'.join(map(literal, names[at]))}",
            showarrow=False,
            xanchor="left",
            align="left",
            yanchor="bottom",
            font={"size": 13},
        )
    width = len(sides) * (PER_ROW + GAP) - GAP
    figure.update_layout(height=260 + room, margin={"l": 4, "r": 4, "t": 28, "b": 4}, showlegend=False, dragmode=False)
    figure.update_yaxes(scaleanchor="x", constrain="domain")
    figure.update_xaxes(constrain="domain", constraintoward="left")
    return plain_axes(figure, (-0.7, max(width, 2 * PER_ROW + GAP) - 0.3), (PER_ROW - 0.3, -3.4 - room / SPACING))


def _square(side: Side, left: int) -> go.Scatter:
    rate = side.rate
    sure = round(ICONS * (rate.share if rate.low is None else rate.low))
    perhaps = round(ICONS * (rate.share if rate.high is None else rate.high))
    places = range(ICONS)
    return go.Scatter(
        x=[left + place % PER_ROW for place in places],
        y=[place // PER_ROW for place in places],
        mode="markers",
        marker={
            "size": SIZE,
            "symbol": ["circle" if place < perhaps else "circle-open" for place in places],
            "opacity": [1.0 if place < sure or place >= perhaps else UNSURE_OPACITY for place in places],
        },
        hoverinfo="skip",
    )
