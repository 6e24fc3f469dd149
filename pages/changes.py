"""What changed in law lately, what is coming, and what we corrected."""

import streamlit as st

from components.analysis.places import changes, coming
from components.elements import address, citations, reader
from components.elements import changes as drawn
from components.elements.replay import replay_of


def page() -> None:
    """Draw the changes of law and the log of corrections."""
    # Load
    records = reader.library()

    # Choose
    st.title("What changed, and what is coming")
    region = address.choices("Region", "region", drawn.regions(records), page="changes", placeholder="All regions")

    # Derive
    lately = [item for item in changes(records) if not region or item[0].region in region]
    ahead = [item for item in coming(records) if not region or item[0].region in region]

    # Draw
    replay = replay_of(records, "changes", *sorted(region))
    st.header("Coming")
    replay("coming", lambda: drawn.pending(ahead, records))
    st.header("Changed lately")
    replay("lately", lambda: drawn.past(lately, records))
    st.header("What we corrected")
    replay("corrections", lambda: drawn.corrections(records))
    st.header("Sources and dates")
    behind = [change for _, change in (*lately, *ahead)]
    replay("sources", lambda: citations.source_list(records.sources_behind(behind), records))
