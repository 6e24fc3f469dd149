"""Claims that guides and clinics make, weighed."""

import streamlit as st

from components.analysis.claims import matching
from components.analysis.wording import counted
from components.elements import address, citations, claims, reader
from components.elements.replay import replay_of


def page() -> None:
    """Draw the claims, narrowed by words and verdict."""
    # Load
    records = reader.library()
    opened = next(iter(address.asked("c", records.claims)), None)

    # Choose
    st.title("Claims you may have heard, weighed")
    verdicts = {term.id: term.label for term in records.vocabulary.lists["verdict"]}
    words = address.words("Search the claims", "q", page="claims")
    chosen = address.choices("Verdict", "verdict", verdicts, page="claims", placeholder="Any verdict")

    # Derive
    found = matching(records, words, frozenset(chosen), opened)

    # Draw
    st.markdown(f"**{len(found)} of {counted(len(records.claims), 'claim')}.**")
    replay = replay_of(records, "claims", opened, *(claim.id for claim in found))
    replay("claims", lambda: claims.listing(found, opened, records))
    st.header("Sources and dates")
    replay("sources", lambda: citations.source_list(records.sources_behind(found), records))
