"""Home: one search box, three doors, what a worried reader asks first, what this is and is not."""

import streamlit as st

from components.elements import home, reader, results


def page() -> None:
    """Draw the home page."""
    # Load
    records = reader.library()

    # Draw
    st.title("What ketamine does, what it does not, and what nobody knows yet")
    results.box("home")
    home.doors()
    home.topics(records)
    home.holdings(records)
