"""Help in a crisis, by country."""

import streamlit as st

from components.elements import address, helplines, reader


def page() -> None:
    """Draw the helplines."""
    # Load
    records = reader.library()
    names = {line.country.lower(): line.country_name for line in records.helplines.values()}

    # Choose
    st.title("Help in a crisis")
    st.markdown("If you or someone near you is in danger now, call your emergency number.")
    ordered = dict(sorted(names.items(), key=lambda item: item[1]))
    picked = address.choices("Your country", "country", ordered, page="help", placeholder="Type your country")

    # Draw
    helplines.table([line for line in records.helplines.values() if not picked or line.country.lower() in picked])
    st.markdown("Your country is not here? [Find A Helpline](https://findahelpline.com/) lists services worldwide.")
