"""Search: one box over everything."""

import streamlit as st

from components.elements import address, results


def page() -> None:
    """Draw the search box and what fits."""
    # Choose
    st.title("Search")
    typed = address.words("Search everything", "q", page="search", placeholder=results.PLACEHOLDER)

    # Draw
    if typed.strip():
        results.listing(typed)
    else:
        st.markdown("Type a condition, a treatment, a country, a worry. Other names and slang are understood.")
