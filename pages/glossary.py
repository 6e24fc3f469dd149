"""Words explained."""

import streamlit as st

from components.analysis.wording import counted
from components.elements import address, citations, glossary, reader
from components.elements.replay import replay_of


def page() -> None:
    """Draw the glossary, or the terms an address asks for."""
    # Load
    records = reader.library()
    terms = sorted(records.glossary.values(), key=lambda entry: entry.term.casefold())

    # Choose
    st.title("Words explained")
    names = {entry.id: ", ".join((entry.term, *entry.synonyms)) for entry in terms}
    chosen = address.choices("Find a word", "t", names, page="glossary", placeholder="All words: type one")

    # Draw
    shown = [entry for entry in terms if not chosen or entry.id in chosen]
    st.markdown(f"**{len(shown)} of {counted(len(terms), 'term')}.**")
    replay = replay_of(records, "glossary", *sorted(chosen))
    replay("terms", lambda: glossary.listing(shown, records))
    st.header("Sources and dates")
    replay("sources", lambda: citations.source_list(records.sources_behind(shown), records))
