"""All conditions, by group."""

import streamlit as st

from components.analysis.conditions import groups
from components.elements import links, reader
from components.elements.text import plain


def page() -> None:
    """Draw the list of conditions."""
    # Load
    records = reader.library()

    # Draw
    st.title("Choose a condition")
    for term, members in groups(records):
        st.header(plain(term.label))
        for condition in members:
            links.to(condition.id, f"**{plain(condition.name)}**")
            st.markdown(plain(condition.short_answer[0].text))
