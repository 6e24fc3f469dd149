"""Closed lists, rules and left-out records, drawn for the method page."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.freshness import EVIDENCE_MONTHS, LAW_MONTHS
from components.elements.text import plain
from content.library import Library
from content.rules.breach import Rule

PROMISE = (
    "Every figure stands once, in a record, with its source, the place in it, how we read it and when. Pages, charts "
    "and downloads only refer to it. We take no money from makers, clinics or advertisers, list no clinics and give no "
    "dosing advice. Texts were drafted with an AI system from public sources, then checked by rules and by reading "
    "again. No doctor has reviewed them yet."
)
NUMBERS = (
    "Shares of 100 people come from the counts a study prints. Counts worked back from a percentage are marked "
    "derived. Intervals for one group are Wilson’s, for a difference Newcombe’s, both at 95%. Nothing is pooled yet."
)


def age_limits() -> None:
    """Draw how old law and evidence may be before a notice appears."""
    st.markdown(
        f"Law older than {LAW_MONTHS} months, and evidence searched more than {EVIDENCE_MONTHS} months ago, "
        "show a notice by themselves."
    )


def terms(vocabulary: str, library: Library) -> None:
    """Draw a closed list: each term and what it means."""
    rows = [
        {"Word": f"{term.symbol or ''} **{plain(term.label)}**".strip(), "Meaning": plain(term.definition)}
        for term in library.vocabulary.lists[vocabulary]
    ]
    st.table(rows, border="horizontal", hide_index=True, alt=f"Words for {vocabulary}")


def rules(found: Sequence[Rule]) -> None:
    """Draw the rules every record is held to."""
    st.markdown("\n".join(f"- {plain((rule.__doc__ or '').strip())}" for rule in found))


def left_out(library: Library) -> None:
    """Draw the records that could not be read, and why."""
    if not library.problems:
        st.markdown("Nothing: every record was read.")
        return
    st.markdown("These records could not be read and are left out until they are mended:")
    st.markdown("\n".join(f"- {plain(str(problem))}" for problem in library.problems))
