"""The home page's doors: the three questions, and the explanatory pages."""

import streamlit as st

from components.analysis.wording import counted, listed
from components.elements import links
from components.elements.text import plain
from content.library import Library

DOORS = (
    ("conditions", "My condition", "What ketamine does for it, for how many people, and how sure that is."),
    ("compare", "My options", "Ketamine beside other treatments, and beside staying as now."),
    ("regulation", "My country", "What is licensed, controlled and paid for, with the law behind it."),
)
PROMISE = (
    "Every figure here leads to the study, label or law it comes from, and harms stand beside benefits. "
    "We sell nothing, list no clinics, recommend no dose and keep nothing about you."
)
CLAIMS = "Is it true what guides, clinics and sellers say?"


def holdings(library: Library) -> None:
    """Draw what the explorer is and holds."""
    held = (
        counted(len(library.conditions), "condition"),
        counted(len(library.treatments), "treatment"),
        counted(len(library.studies), "study", "studies"),
        f"the law of {counted(len(library.jurisdictions), 'place')}",
        counted(len(library.sources), "source"),
    )
    st.markdown(PROMISE)
    st.markdown(f":small[Here stand {listed(held)}. All of it is free to use and to take home.]")


def doors() -> None:
    """Draw the three ways in."""
    for column, (address, label, what) in zip(st.columns(len(DOORS)), DOORS, strict=True):
        with column, st.container(border=True, height="stretch"):
            links.to(address, f"**{label}**", icon=":material/arrow_forward:", icon_position="right")
            st.markdown(what)


def topics(library: Library) -> None:
    """Draw each explanatory page: its name and its question."""
    found = [
        (topic.id, plain(topic.title), plain(topic.question))
        for topic in sorted(library.topics.values(), key=lambda item: item.order)
    ]
    for address, title, question in (*found, ("claims", "Claims weighed", CLAIMS)):
        with st.container(gap=None):
            links.to(address, f"**{title}**")
            st.markdown(f":small[{question}]")
