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
    "derived. The interval of one group is Wilson’s, at 95%."
)
POOLING = (
    "Trials are pooled on one question at a time: one outcome, in a stated window of time, at the time nearest to the "
    "one wanted.",
    "Each person is counted once. Reviews and joint reports stay out, of trials that share people the larger is taken, "
    "and the doses of one trial are taken together against its control.",
    "Trials against an inert placebo, an active one, and waiting or usual care are shown apart. Trials against another "
    "treatment are never mixed with them.",
    "Ratios come from counts, never from a model’s estimate. Where one of a trial’s four counts is 0, 0.5 is added to "
    "all four. A trial in which nobody, or everybody, had the outcome says nothing on a ratio and is left out.",
    "The estimate is a random-effects one. How far trials differ (τ²) is estimated by restricted maximum likelihood. "
    "The interval is the wider of Hartung and Knapp’s and the plain one; for two trials it is the plain one, with the "
    "common-effect estimate beside it. From three trials on, the range for a new trial is drawn.",
    "Shares of 100 apply the pooled ratio, and each end of its interval, to the median share of the control groups.",
    "Crossover trials are marked. Their two groups are the same people, so their interval is too wide; they can be "
    "left out.",
    "Trials that print no counts stand in words beside the estimate.",
)
OPEN_DATA = (
    "Everything here can be taken home: content under CC BY 4.0, code under MIT. Please cite “Ketamine explorer” with "
    "the version below."
)
DATA_LINKS = (
    ("/api/v1/datapackage.zip", "All tables as a data package (CSV with a codebook)"),
    ("/api/v1/", "The interface for programs: JSON and CSV, with the filters of the pages"),
    ("/api/v1/openapi.json", "Its OpenAPI description"),
)


def open_data(library: Library) -> None:
    """Draw where the records can be taken home, under which licence, and how to cite them."""
    st.markdown(OPEN_DATA)
    st.markdown("\n".join(f"- [{words}]({address})" for address, words in DATA_LINKS))
    st.markdown(f"Version of the content: `{library.version}`.")


def pooling() -> None:
    """Draw the rules trials are pooled by."""
    st.markdown("\n".join(f"- {plain(rule)}" for rule in POOLING))


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
    with st.expander(f"The {len(found)} rules every record is held to"):
        st.markdown("\n".join(f"- {plain((rule.__doc__ or '').strip())}" for rule in found))


def left_out(library: Library) -> None:
    """Draw the records that could not be read, and why."""
    if not library.problems:
        st.markdown("Nothing: every record was read.")
        return
    st.markdown("These records could not be read and are left out until they are mended:")
    st.markdown("\n".join(f"- {plain(str(problem))}" for problem in library.problems))
