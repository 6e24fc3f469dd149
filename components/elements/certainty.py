"""How sure the evidence makes us: the word, its sign, and the reasons one click away."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.wording import lower_first, source_label, treatment_name
from components.elements.citations import marks
from components.elements.text import plain
from content.condition import Certainty
from content.library import Library


def certainty_lines(graded: Sequence[Certainty], library: Library) -> None:
    """Draw one line per graded effect, and their reasons in one fold."""
    st.markdown("\n".join(f"- {_line(item, library)}" for item in graded))
    with st.expander("Why no higher, and who graded it"):
        for item in graded:
            reasons = "\n".join(f"- {plain(reason)}" for reason in item.reasons)
            about, sources = plain(_about(item, library)), marks(item.sources, library)
            st.markdown("\n\n".join((f"**{about}**", _grader(item, library), reasons, sources)))


def _about(item: Certainty, library: Library) -> str:
    outcome = lower_first(library.term("outcome", item.outcome).label)
    return f"{treatment_name(item.treatment, library)}, {outcome}"


def _line(item: Certainty, library: Library) -> str:
    term = library.term("certainty", item.level)
    against = f"against {lower_first(item.against)}"
    return f"{term.symbol} **{term.label}**: {plain(lower_first(_about(item, library)))}, {plain(against)}"


def _grader(item: Certainty, library: Library) -> str:
    source = library.sources.get(item.graded_by or "")
    return plain(f"Graded by {source_label(source)}." if source else "Our own grade, by GRADE's five domains.")
