"""All studies, narrowed by what a reader asks for."""

import streamlit as st

from components.analysis.study_index import matching
from components.analysis.wording import counted
from components.elements import reader, study_index


def page() -> None:
    """Draw the list of studies."""
    st.set_page_config(layout="wide")

    # Load
    records = reader.library()

    # Choose
    st.title("All studies")
    chosen = study_index.filters(records)

    # Derive
    found = matching(records, chosen)

    # Draw
    st.markdown(f"**{len(found)} of {counted(len(records.studies), 'study', 'studies')}**, newest first.")
    if not found:
        st.info("Nothing matches all of these at once. Take one choice away.", icon=":material/filter_alt_off:")
        return
    study_index.listing(found, records)
    study_index.downloads(found, records)
