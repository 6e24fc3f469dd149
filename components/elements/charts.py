"""A chart with its text twin, in colours dark enough to read."""

import plotly.graph_objects as go
import streamlit as st
from streamlit.elements.lib.streamlit_plotly_theme import BG_COLOR, GRAY_90

from components.figures.style import CONFIG

INK = GRAY_90
"""A stand-in that the browser replaces by the theme's darkest grey: the default grey of charts is too pale for text."""


PAPER = BG_COLOR
"""The stand-in for the page's ground: behind words, so that no line strikes them through."""


def chart(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a figure; `alt` says in words what it shows."""
    figure.update_layout(font_color=INK)
    figure.update_shapes(line_color=INK)
    figure.update_annotations(bgcolor=PAPER)
    figure.update_xaxes(tickfont_color=INK, title_font_color=INK)
    figure.update_yaxes(tickfont_color=INK, title_font_color=INK)
    st.plotly_chart(figure, key=key, alt=alt, config=CONFIG)
