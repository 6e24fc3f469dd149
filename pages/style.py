"""Every element of the pages in all its states, for those who build them."""

import streamlit as st

from components.elements import reader, style


def page() -> None:
    """Draw the elements."""
    # Load
    records = reader.library()

    # Draw
    st.title("Style")
    st.markdown("What pages are made of. This page stands in no menu.")
    for heading, draw in style.PARTS.items():
        st.header(heading)
        draw(records)
