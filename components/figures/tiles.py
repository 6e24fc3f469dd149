"""The law as a tile map: one equal square per place, its answer as colour and sign."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.analysis.tiles import Band
from components.figures.style import literal, plain_axes

TILE_HEIGHT = 36
FILL = 0.94
NO_ANSWER = ("not-checked", "does-not-apply")
PALE = "rgba(128, 128, 128, 0.16)"
"""For places without an answer: neither of the theme's colours, readable on light and dark."""


def tile_map(bands: Sequence[Band], ink: str) -> go.Figure:
    """Return one bar trace per answer, so that the theme colours each; in every square the code and a sign.

    `ink` is the colour of letters on squares that are not filled.
    """
    figure = go.Figure([_trace(band, ink) for band in bands])
    rows = [square.row for band in bands for square in band.squares]
    columns = [square.column for band in bands for square in band.squares]
    plain_axes(figure, (min(columns) - 0.5, max(columns) + 0.5), (max(rows) + 1, min(rows)))
    figure.update_layout(
        barmode="overlay",
        height=TILE_HEIGHT * (max(rows) - min(rows) + 1) + 16,
        margin={"l": 0, "r": 0, "t": 8, "b": 8},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
    )
    return figure


def _trace(band: Band, ink: str) -> go.Bar:
    has_answer = band.term.id not in NO_ANSWER
    return go.Bar(
        x=[square.column for square in band.squares],
        y=[FILL] * len(band.squares),
        base=[square.row + (1 - FILL) / 2 for square in band.squares],
        width=FILL,
        name=band.term.label,
        text=[f"{square.code}<br>{band.term.symbol or ''}" for square in band.squares],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 11},
        constraintext="none",
        customdata=[[square.place.id] for square in band.squares],
        hovertext=[literal(f"{square.place.name}: {square.words}", 120) for square in band.squares],
        hoverinfo="text",
        marker={} if has_answer else {"color": PALE},
        insidetextfont={} if has_answer else {"color": ink},
        unselected={"marker": {"opacity": 0.55}},
    )
