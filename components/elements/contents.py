"""The way to each part of a long page."""

from collections.abc import Mapping

import streamlit as st

from components.elements.text import plain


def contents(parts: Mapping[str, str]) -> None:
    """Draw the headings of a page, by their anchors, as one line of links to them."""
    links = " · ".join(f"[{plain(heading)}](#{anchor})" for anchor, heading in parts.items())
    st.markdown(f"**On this page:** {links}")
