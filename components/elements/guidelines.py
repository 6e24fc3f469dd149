"""What guideline bodies say, each with its stance in one of our words."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.wording import treatment_name
from components.elements.citations import cited
from components.elements.text import plain
from content.condition import Position
from content.library import Library


def positions(found: Sequence[Position], library: Library, denominator: int) -> None:
    """Draw guideline positions as a table."""
    if not found:
        st.markdown("**Not checked yet.** We have read no guideline that takes a position here.")
        return
    rows = [
        {
            "Who": f"**{plain(position.body)}** {position.year}",
            "Stance": plain(library.term("stance", position.stance).label),
            "What it says": f"{_about(position, library)}{cited(position, library, denominator)}",
        }
        for position in found
    ]
    st.table(rows, border="horizontal", hide_index=True, alt="Guidelines and their stance")


def _about(position: Position, library: Library) -> str:
    return f"*{plain(treatment_name(position.treatment, library))}:* " if position.treatment else ""
