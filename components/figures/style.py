"""What all figures share. Colours come from the theme; only sizes and margins stand here."""

import textwrap
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

ROW_HEIGHT = 48
LINE_HEIGHT = 17
LONGEST_LABEL = 60
LONGEST_LINE = 52
"""Letters of a row's label that stand beside each other on a phone."""
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "modeBarButtons": [["toImage"]],
    "displayModeBar": True,
    "toImageButtonOptions": {"format": "svg", "filename": "ketamine-explorer"},
}
"""Plotly's own buttons are cut to the one that saves a picture, as SVG."""


def calm(figure: go.Figure, rows: int, row_height: int = ROW_HEIGHT) -> go.Figure:
    """Return the figure with the shared layout: as tall as its rows, no zoom, labels inside the plot."""
    figure.update_layout(
        height=80 + row_height * max(rows, 1),
        margin={"l": 8, "r": 8, "t": 28, "b": 44},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
    )
    figure.update_xaxes(fixedrange=True, zeroline=False)
    figure.update_yaxes(fixedrange=True, showticklabels=False, showgrid=False, zeroline=False, range=[rows - 0.5, -0.7])
    return figure


def plain_axes(figure: go.Figure, across: tuple[float, float], down: tuple[float, float]) -> go.Figure:
    """Return the figure with bare axes that span the given ranges."""
    figure.update_xaxes(visible=False, fixedrange=True, range=list(across))
    figure.update_yaxes(visible=False, fixedrange=True, range=list(down))
    return figure


def row_label(
    figure: go.Figure, row: int, text: str, *, detail: str = "", bold: bool = False, above: float = 0.14
) -> None:
    """Write what a row is, above it, inside the plot; a second line in smaller letters where there is a detail."""
    words = "<br>".join(map(literal, label_lines(text)))
    if bold:
        words = f"<b>{words}</b>"
    if detail:
        words += (
            f'<br><span style="font-size:11px">{"<br>".join(map(literal, label_lines(detail, LONGEST_LABEL)))}</span>'
        )
    figure.add_annotation(
        x=0,
        xref="paper",
        y=row - above,
        text=words,
        showarrow=False,
        align="left",
        xanchor="left",
        yanchor="bottom",
        font={"size": 13},
    )


def label_lines(text: str, longest: int = LONGEST_LINE) -> list[str]:
    """Return a label in lines that fit a phone."""
    return textwrap.wrap(text, longest)


def literal(text: str, longest: int = LONGEST_LABEL) -> str:
    """Return text cut to a phone's width, with Plotly's own markup made literal."""
    clean = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


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
