"""Stories drawn: each labelled as one, beside the figure of a trial in the same condition."""

import streamlit as st

from components.analysis.absolute import benefit_row
from components.analysis.wording import lower_first
from components.elements import links
from components.elements.citations import marks
from components.elements.studies import finding_line
from components.elements.text import plain
from content.experience import Experience
from content.library import Library


def stories(library: Library, denominator: int) -> None:
    """Draw every story with what it leaves out and what a trial found."""
    for story in sorted(library.experiences.values(), key=lambda item: item.order):
        with st.container(border=True):
            _story(story, library, denominator)


def _story(story: Experience, library: Library, denominator: int) -> None:
    st.subheader(plain(story.name), anchor=False)
    st.markdown(f"**One person’s story, not evidence.** {plain(story.story)}")
    st.markdown(f"**What it does not say.** {plain(story.untold)}")
    found = library.comparison(story.figure) if story.figure else None
    row = benefit_row(*found, library) if found else None
    if found and row:
        st.markdown(f"**What a trial found.** {plain(row.sentence(denominator))} {marks([row.what.citation], library)}")
    elif found:
        st.markdown(f"**What a trial found.** {finding_line(*found, library)}")
    condition = library.conditions.get(story.condition)
    if condition:
        links.to(condition.id, f"All about {plain(lower_first(condition.name))}", icon=":material/arrow_forward:")
    st.markdown(f":small[{plain(story.origin)}]")
