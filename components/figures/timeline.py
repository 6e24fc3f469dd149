"""Shares of people over time, a line per group of a trial."""

from collections.abc import Sequence
from math import log10

import plotly.graph_objects as go

from components.analysis.timeline import Course
from components.figures.style import calm, literal

TICKS = {1: "1 hour", 4: "4 h", 24: "1 day", 168: "1 week", 730.5: "1 month", 4383: "6 months", 17532: "2 years"}
FEWEST_TICKS = 2
"""With fewer round times in range, the axis names the times at which trials looked."""
HEIGHT_ROWS = 6
LONGEST_NAME = 22


def timeline_figure(courses: Sequence[Course], denominator: int) -> go.Figure:
    """Return each course as a line: filled discs for ketamine, open ones and a dotted line for the other group."""
    figure = go.Figure()
    for is_treated in (True, False):
        figure.add_trace(_lines([c for c in courses if c.is_treated == is_treated], denominator, is_treated=is_treated))
    moments = [moment.after for course in courses for moment in course.moments]
    low, high = min(after.hours for after in moments) / 1.4, max(after.hours for after in moments) * 1.4
    ticks = {at: words for at, words in TICKS.items() if low <= at <= high}
    if len(ticks) < FEWEST_TICKS:
        ticks = {after.hours: str(after) for after in moments}
    for course in courses:
        if course.is_treated:
            _name(figure, course, denominator)
    calm(figure, HEIGHT_ROWS)
    figure.update_xaxes(
        type="log",
        range=[log10(low), log10(high)],
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
        title="after the start",
    )
    figure.update_yaxes(
        range=[-0.02 * denominator, 1.06 * denominator],
        showticklabels=True,
        showgrid=True,
        title=f"of {denominator:,} people",
    )
    return figure


def _name(figure: go.Figure, course: Course, denominator: int) -> None:
    """Write a trial's name above its first point."""
    first = course.moments[0]
    figure.add_annotation(
        x=log10(first.after.hours),
        y=first.share * denominator,
        text=literal(course.study, LONGEST_NAME),
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        xshift=6,
        yshift=4,
    )


def _lines(courses: Sequence[Course], denominator: int, *, is_treated: bool) -> go.Scatter:
    """Return all courses of one kind as one trace, a gap between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    hovers: list[str] = []
    for course in courses:
        for moment in course.moments:
            x.append(moment.after.hours)
            y.append(moment.share * denominator)
            hovers.append(f"{course.study}, {course.group}, {moment.after}")
        x.append(None)
        y.append(None)
        hovers.append("")
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers",
        customdata=hovers,
        line={"dash": "solid" if is_treated else "dot", "width": 2},
        marker={"size": 9, "symbol": "circle" if is_treated else "circle-open", "line": {"width": 2}},
        hovertemplate="%{customdata}: %{y:.0f}<extra></extra>",
    )
