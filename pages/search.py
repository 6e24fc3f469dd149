"""Search: one box over everything."""

import streamlit as st

from components.elements import address, reader, results


def page() -> None:
    """Draw the search box and what fits."""
    # Load
    records = reader.library()

    # Choose
    st.title("Search")
    typed = address.words("Search everything", "q", page="search", placeholder=results.PLACEHOLDER)

    # Draw
    if typed.strip():
        results.listing(typed, records)
    else:
        st.markdown("Type a condition, a treatment, a country, a worry. Other names and slang are understood.")
