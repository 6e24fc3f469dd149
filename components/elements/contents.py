"""The way to each part of a long page; its headings stand by their anchors."""

from collections.abc import Mapping

import streamlit as st

from components.elements.text import plain

TITLE = "On this page"


def line(parts: Mapping[str, str]) -> None:
    """Draw short headings as one line of links to them."""
    st.markdown(f"**{TITLE}:** {' · '.join(_links(parts))}")


def listing(parts: Mapping[str, str]) -> None:
    """Draw headings that are whole questions as a list of links to them."""
    with st.expander(TITLE, expanded=True):
        st.markdown("\n".join(f"- {link}" for link in _links(parts)))


def _links(parts: Mapping[str, str]) -> list[str]:
    return [f"[{plain(heading)}](#{anchor})" for anchor, heading in parts.items()]
