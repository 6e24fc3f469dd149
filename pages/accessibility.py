"""What works for everybody, and what does not yet."""

import streamlit as st

from components.elements import accessibility


def page() -> None:
    """Draw the accessibility statement."""
    st.title("Accessibility")
    st.markdown(accessibility.AIM)
    st.header("What works")
    accessibility.points(accessibility.WORKS)
    st.header("What does not work yet")
    accessibility.points(accessibility.OPEN)
    st.header("How it was tested")
    accessibility.points(accessibility.TESTED)
    st.markdown(f"Last tested: {accessibility.TESTED_ON}.")
