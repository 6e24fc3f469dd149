"""Help in a crisis, by country."""

import streamlit as st

from components.elements import address, helplines, reader


def page() -> None:
    """Draw the helplines."""
    # Load
    records = reader.library()
    lines = list(records.helplines.values())
    names = {line.country.lower(): line.country_name for line in lines}

    # Choose
    st.title("Help in a crisis")
    st.markdown("**If you or someone near you is in danger now, call your emergency number.**")
    ordered = dict(sorted(names.items(), key=lambda item: item[1]))
    picked = address.choices("Your country", "country", ordered, page="help", placeholder="Type your country")
    likely = helplines.likely_country(list(names))
    shown = picked or ([likely] if likely else [])

    # Draw
    helplines.cards([line for line in lines if line.country.lower() in shown])
    if not picked:
        st.header("All countries we hold")
        helplines.listing(lines)
    st.markdown("Your country is not here? [Find A Helpline](https://findahelpline.com/) lists services worldwide.")
