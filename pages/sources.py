"""Every source, how it was read and when."""

import streamlit as st

from components.analysis.tables import source_rows
from components.analysis.wording import counted
from components.elements import address, citations, reader, reading
from components.elements.downloads import csv_button

PER_PAGE = 50


def page() -> None:
    """Draw the list of sources."""
    # Load
    records = reader.library()

    # Choose
    st.title("Sources")
    st.header("Where to read on")
    reading.places(records)
    st.header("Every source used here")
    kinds = {term.id: term.label for term in records.vocabulary.lists["source-type"]}
    picked = address.choices("Kind of source", "type", kinds, page="sources", placeholder="All kinds")

    # Derive
    shown = [source for source in records.sources.values() if not picked or source.type in picked]
    shown.sort(key=lambda source: (-(source.year or 0), source.title))

    # Draw
    st.markdown(f"{counted(len(shown), 'source')}, newest first. Links go to the document itself, never to a copy.")
    if shown:
        at = address.page_number(-(-len(shown) // PER_PAGE))
        citations.source_lines(shown[(at - 1) * PER_PAGE : at * PER_PAGE], records)
        csv_button("Download as CSV", lambda: list(source_rows(shown, records)), "sources.csv", "sources-csv")
