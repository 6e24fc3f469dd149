"""One study whole."""

import streamlit as st

from components.analysis.wording import study_label
from components.elements import address, frame, links, reader, study
from components.elements.text import plain


def page() -> None:
    """Draw the study the address names."""
    # Load
    records = reader.library()
    known = {item.id: study_label(item, records) for item in records.studies.values()}
    asked = address.asked("id", known)
    if not asked:
        st.title("Which study?")
        st.markdown("The link names no study we hold.")
        links.to("studies", "All studies", icon=":material/arrow_forward:")
        return
    record = records.studies[asked[0]]

    # Draw
    st.set_page_config(page_title=frame.tab_title(known[record.id]))
    st.title(plain(known[record.id]))
    if record.source in records.sources:
        st.markdown(plain(records.sources[record.source].title))
    study.facts(record, records)
    st.header("What was found")
    study.results(record, records)
    st.header("Unwanted effects")
    study.harms(record, records)
    st.header("What to beware of")
    study.cautions(record, records)
    st.header("Where it is used")
    study.ways_on(record, records)
