"""When blood pressure is highest after a dose and when it is back, one row per way of giving it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.figures.style import calm, row_label
from content.pressure_course import PressureCourse

TICKS = {0: "dose", 60: "1 hour", 120: "2 hours", 180: "3 hours", 240: "4 hours"}


def pressure_figure(courses: Sequence[PressureCourse]) -> go.Figure:
    """Return a line from the dose to the return, a filled mark at the highest value and a ring at the return."""
    figure = go.Figure()
    rows = list(enumerate(courses))
    ends = [(row, course.back_minutes or course.peak_minutes or 0) for row, course in rows]
    figure.add_trace(
        go.Scatter(
            x=[x for _, end in ends for x in (0, end, None)],
            y=[y for row, _ in ends for y in (row, row, None)],
            mode="lines",
            line={"width": 4},
            hoverinfo="skip",
        )
    )
    for name, symbol, points in (
        ("highest", "circle", [(row, course.peak_minutes) for row, course in rows if course.peak_minutes]),
        ("back", "circle-open", [(row, course.back_minutes) for row, course in rows if course.back_minutes]),
    ):
        figure.add_trace(
            go.Scatter(
                x=[minutes for _, minutes in points],
                y=[row for row, _ in points],
                mode="markers",
                marker={"size": 13, "symbol": symbol, "line": {"width": 3}},
                hovertemplate=f"{name} after about %{{x:.0f}} minutes<extra></extra>",
            )
        )
    for row, course in rows:
        row_label(figure, row, course.name)
    figure.update_xaxes(range=[-4, 262], tickvals=list(TICKS), ticktext=list(TICKS.values()))
    return calm(figure, len(courses))
