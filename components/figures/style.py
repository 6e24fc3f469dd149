"""What all figures share. Colours come from the theme; only sizes and margins stand here."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

ROW_HEIGHT = 48
LONGEST_LABEL = 60
CONFIG: dict[str, Any] = {"displaylogo": False, "modeBarButtons": [["toImage"]], "displayModeBar": "hover"}
"""Plotly's own buttons are cut to the one that saves a picture."""


def calm(figure: go.Figure, rows: int) -> go.Figure:
    """Return the figure with the shared layout: as tall as its rows, no zoom, labels inside the plot."""
    figure.update_layout(
        height=80 + ROW_HEIGHT * max(rows, 1),
        margin={"l": 8, "r": 8, "t": 4, "b": 44},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
    )
    figure.update_xaxes(fixedrange=True, zeroline=False)
    figure.update_yaxes(fixedrange=True, showticklabels=False, showgrid=False, zeroline=False, range=[rows - 0.5, -0.7])
    return figure


def row_label(figure: go.Figure, row: int, text: str) -> None:
    """Write what a row is, above it, inside the plot; Plotly's own markup in the text is made literal."""
    clean = text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"
    literal = clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    figure.add_annotation(
        x=0,
        xref="paper",
        y=row - 0.38,
        text=literal,
        showarrow=False,
        xanchor="left",
        yanchor="middle",
        font={"size": 13},
    )


def interval(above: Sequence[float], below: Sequence[float]) -> dict[str, Any]:
    """Return horizontal interval lines, as long as given to the right and to the left."""
    return {
        "type": "data",
        "symmetric": False,
        "array": list(above),
        "arrayminus": list(below),
        "thickness": 1.5,
        "width": 0,
    }
