"""The funnel plot: small trials lie at the bottom; a missing corner hints at results that were never published."""

from math import sqrt

import plotly.graph_objects as go

from components.analysis.pools import PoolView
from components.figures.style import calm

FEWEST_TRIALS = 10
HEIGHT_ROWS = 6


def funnel_figure(view: PoolView) -> go.Figure:
    """Return each trial's effect against its standard error, with the pooled value as a line.

    Sterne JAC, et al. BMJ 2011;343:d4002: not to be read with fewer than ten trials.
    """
    assert view.result is not None
    shown = view.result.measure.shown
    figure = go.Figure(
        go.Scatter(
            x=[shown(row.effect.estimate) for row in view.rows],
            y=[sqrt(row.effect.variance) for row in view.rows],
            mode="markers",
            marker={"size": 9},
            text=[row.label for row in view.rows],
            hovertemplate="%{text}<extra></extra>",
        )
    )
    figure.add_vline(x=shown(view.result.overall.value), line_width=1, line_dash="dot")
    calm(figure, HEIGHT_ROWS)
    if view.result.measure.is_ratio:
        figure.update_xaxes(type="log")
    figure.update_xaxes(title=view.result.measure.label)
    figure.update_yaxes(showticklabels=True, title="standard error", range=None, autorange="reversed")
    return figure
