"""How sure the evidence makes us: the word, its sign, and the reasons one click away."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.denominators import text_of
from components.analysis.wording import lower_first, source_label, treatment_name
from components.elements.citations import marks
from components.elements.text import plain
from content.condition import Certainty
from content.library import Library

WHY = "Why no higher, and who graded it"


def certainty_lines(graded: Sequence[Certainty], library: Library, denominator: int) -> None:
    """Draw the first grade of each form of ketamine as a line, and every grade with its reasons in one fold."""
    first = {item.treatment: item for item in reversed(graded) if _is_ketamine(item, library)}
    shown = [item for item in graded if item in first.values()]
    certainty_list(shown, library)
    with st.expander(
        f"Why no higher, who graded it, and all {len(graded)} grades" if len(graded) > len(shown) else WHY
    ):
        blocks = []
        for item in graded:
            reasons = "\n".join(f"- {reason}" for reason in _reasons(item, denominator, library))
            about, sources = plain(lower_first(_about(item, library))), marks(item.sources, library)
            term = library.term("certainty", item.level)
            heading = f"{term.symbol} **{plain(term.label)}: {about}, against {plain(lower_first(item.against))}**"
            blocks.append("\n\n".join((heading, _grader(item, library), reasons, sources)))
        st.markdown("\n\n".join(blocks))


def certainty_list(graded: Sequence[Certainty], library: Library) -> None:
    """Draw one line per graded effect; a single one as a paragraph."""
    lines = [_line(item, library) for item in graded]
    st.markdown("\n".join(f"- {line}" for line in lines) if len(lines) > 1 else "".join(lines))


def _is_ketamine(item: Certainty, library: Library) -> bool:
    treatment = library.treatments.get(item.treatment)
    return treatment is None or treatment.kind == "ketamine"


def _reasons(item: Certainty, denominator: int, library: Library) -> list[str]:
    def said(text: str) -> str:
        return plain(text_of(text, item.sources, library, denominator))

    return [said(reason) for reason in item.reasons] + [
        f"**{plain(library.term('grade-domain', judged.domain).label)}**, "
        f"{plain(lower_first(library.term('grade-concern', judged.concern).label))}: {said(judged.why)}"
        for judged in item.domains
    ]


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
