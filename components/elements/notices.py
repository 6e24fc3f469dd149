"""Sentences every page carries: not medical advice, help in a crisis, what is overdue, what was left out."""

from datetime import date

import streamlit as st

from components.analysis.freshness import EVIDENCE_MONTHS, LAW_MONTHS, overdue
from components.elements import links
from components.elements.citations import cited
from content.base import PartialDate, Statement
from content.condition import Condition
from content.library import Library
from content.readability import HIGHEST_GRADE, medical_names, patient_text, reading_grade
from content.topic import Topic


def evidence_age(searched: PartialDate) -> None:
    """Draw a notice where the evidence was last searched too long ago."""
    _notice(overdue(searched, EVIDENCE_MONTHS, date.today(), "The evidence here was last searched in"))


def law_age(as_of: PartialDate | None) -> None:
    """Draw a notice where the law was last known too long ago."""
    if as_of:
        _notice(overdue(as_of, LAW_MONTHS, date.today(), "The oldest answer here speaks for"))


def page_facts(record: Condition | Topic, library: Library) -> None:
    """Draw when the evidence was searched and how hard the page is to read."""
    grade = reading_grade(patient_text(record), medical_names(library))
    st.markdown(
        f"Evidence last searched: {record.searched}; to be searched again within {EVIDENCE_MONTHS} months. "
        f"Reading grade of what patients read first: {grade:.0f} "
        f"(Flesch–Kincaid, medical names set aside; our limit is {HIGHEST_GRADE:.0f})."
    )


def _notice(words: str | None) -> None:
    if words:
        st.warning(words, icon=":material/schedule:")


def crisis() -> None:
    """Draw the way to help at the top of a page about suicide."""
    with st.container(border=True):
        st.markdown("**Thinking of ending your life, or worried about someone?** You can talk to someone now.")
        links.to("help", "Find a helpline in your country", icon=":material/call:")


def urgent(when: Statement, library: Library) -> None:
    """Draw when to get help at once, and the way to the numbers."""
    with st.container(border=True):
        st.markdown(f"**Get help at once.** {cited(when, library)}")
        links.to("help", "Numbers by country", icon=":material/call:")
