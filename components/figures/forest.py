"""The forest plot: each trial's difference with its interval, nothing pooled."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.studies import ForestRow
from components.figures.style import calm, interval, row_label


def forest_figure(rows: Sequence[ForestRow], outcome: str) -> go.Figure:
    """Return one line per trial: how many more of 100 people had the outcome, with the 95% interval."""
    differences = [row.difference for row in rows]
    figure = go.Figure(
        go.Scatter(
            x=[100 * difference.share for difference in differences],
            y=list(range(len(rows))),
            error_x=interval(
                [100 * (difference.high - difference.share) for difference in differences],
                [100 * (difference.share - difference.low) for difference in differences],
            ),
            mode="markers",
            marker={"symbol": "square", "size": 9},
            text=[row.words for row in rows],
            hovertemplate="%{text}<extra></extra>",
        )
    )
    for index, row in enumerate(rows):
        row_label(figure, index, f"{row.label}{'*' if row.derived else ''} · {row.against}")
    figure.add_vline(x=0, line_width=1)
    figure.update_xaxes(range=[-100, 100], title=f"of 100 people, how many more (right) or fewer (left) had {outcome}")
    return calm(figure, len(rows))
