"""The law by country: a table to narrow, and every axis of the places chosen."""

import streamlit as st

from components.analysis.law import export_rows, law_rows
from components.analysis.wording import counted
from components.elements import citations, law
from components.elements.downloads import csv_button
from content.library import library


def page() -> None:
    """Draw the regulation table."""
    st.set_page_config(layout="wide")

    # Load
    records = library()

    # Choose
    st.title("What is legal where you live?")
    chosen = law.filters(records)

    # Derive
    rows = law_rows(records, chosen)
    places = list({row.jurisdiction.id: row.jurisdiction for row in rows}.values())
    everywhere = counted(len(records.jurisdictions), "jurisdiction")

    # Draw
    st.markdown(
        f"**{len(places)} of {everywhere}.** Licensed means it may be sold for a use; funded means public money pays."
    )
    if not rows:
        st.info("Nothing matches all of these at once. Take one choice away.", icon=":material/filter_alt_off:")
        return
    if chosen.countries:
        for place in places:
            law.detail(place, [row for row in rows if row.jurisdiction.id == place.id], records)
    law.table(rows, records)
    csv_button("Download these rows as CSV", export_rows(rows, records), "ketamine-law.csv", "law-csv")
    st.header("Sources and dates")
    citations.source_list(records.sources_behind(places), records)
