"""How the explorer works: certainty, words, checks, and what was left out."""

import streamlit as st

from components.elements import method, reader
from content.rules import RULES


def page() -> None:
    """Draw the method page."""
    # Load
    records = reader.library()

    # Draw
    st.title("How we work")
    st.markdown(method.PROMISE)
    st.header("How sure we are")
    st.markdown("We use the four words of GRADE. The verb follows the word.")
    method.terms("certainty", records)
    st.header("When something is missing")
    st.markdown("An empty cell would be a mistake. One of these five stands there instead.")
    method.terms("missing", records)
    st.header("May two treatments be compared?")
    method.terms("comparability", records)
    st.header("How a source was read")
    method.terms("reading", records)
    st.header("How numbers are made")
    st.markdown(method.NUMBERS)
    st.header("How trials are pooled")
    method.pooling()
    st.header("How old it may be")
    method.age_limits()
    st.header("Who read it again")
    method.terms("second-reading", records)
    st.header("What is checked by machine")
    method.rules(RULES)
    st.header("Open data, and how to cite it")
    method.open_data(records)
    st.header("What was left out")
    method.left_out(records)
