"""The parts of a condition page that hold no choice: each is drawn the same for everyone who asks for it."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.wording import lower_first
from components.elements import citations, claims, glossary, notices, studies
from components.elements.certainty import certainty_lines
from components.elements.text import plain
from content.base import Model
from content.condition import Condition
from content.library import Library


def first(condition: Condition, library: Library, denominator: int) -> None:
    """Draw the short answer, how sure it is, and what its words mean."""
    citations.answer(condition.short_answer, library, denominator)
    certainty_lines(condition.certainty, library, denominator)
    glossary.words_on(condition, library, denominator)
    with st.expander(f"About {plain(lower_first(condition.name))}"):
        st.markdown(plain(condition.description))


def people(condition: Condition, library: Library, denominator: int) -> None:
    """Draw who took part in the trials and who was left out."""
    citations.bullets(condition.studied, library, denominator)
    st.subheader("Who was left out")
    citations.bullets(condition.left_out, library, denominator)


def unknown(condition: Condition, library: Library, denominator: int) -> None:
    """Draw what nobody knows, which trials may tell, and claims that go further than the evidence."""
    citations.bullets(condition.unknown, library, denominator)
    studies.running(condition.running_trials, library)
    claims.about(condition.id, library)


def sources(condition: Condition, parts: Sequence[Model], library: Library) -> None:
    """Draw the page's dates, its reading grade and its sources."""
    notices.page_facts(condition, library)
    citations.source_list(library.sources_behind(parts), library)
