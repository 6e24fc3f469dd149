"""Home: three doors, one search box, what this is and is not."""

import streamlit as st

from components.analysis.search import entries
from components.elements import links
from content.library import library


def page() -> None:
    """Draw the home page."""
    # Load
    records = library()

    # Derive
    known = {entry.label: entry for entry in entries(records)}

    # Draw
    st.title("What ketamine does, what it does not, and what nobody knows yet")
    found = st.selectbox(
        "Search conditions, treatments and countries",
        list(known),
        index=None,
        key="search",
        placeholder="For example depression, Spravato, Norway",
        icon=":material/search:",
    )
    if found:
        links.go(known[found].address, known[found].query)
    doors = (
        ("conditions", "My condition", "What ketamine does for it, for how many people, and how sure that is."),
        ("compare", "My options", "Ketamine beside other treatments, and beside staying as now."),
        ("regulation", "My country", "What is licensed, controlled and paid for, with the law behind it."),
    )
    for column, (address, label, what) in zip(st.columns(len(doors)), doors, strict=True):
        with column, st.container(border=True, height="stretch"):
            links.to(address, f"**{label}**", icon=":material/arrow_forward:", icon_position="right")
            st.markdown(what)
    st.markdown(
        "Every figure here leads to the study, label or law it comes from, and harms stand beside benefits. "
        "We sell nothing, list no clinics, recommend no dose and keep nothing about you."
    )
