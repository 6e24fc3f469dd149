"""What having a treatment is like, and what it may do: one fold per route."""

from collections.abc import Sequence

import streamlit as st

from components.elements.citations import bullets, cited, marks
from components.elements.text import plain
from content.library import Library
from content.treatment import Contraindication, Treatment


def sessions(treatments: Sequence[Treatment], library: Library) -> None:
    """Draw what a session is like and how many visits it takes, by route."""
    for index, treatment in enumerate(treatments):
        with st.expander(plain(treatment.name), expanded=index == 0):
            st.markdown(cited(treatment.session, library))
            st.markdown(f"**Visits and monitoring.** {cited(treatment.visits, library)}")


def risks(treatments: Sequence[Treatment], library: Library) -> None:
    """Draw serious risks, and who should not have it or only with caution, by route."""
    for index, treatment in enumerate(treatments):
        with st.expander(plain(treatment.name), expanded=index == 0):
            bullets(treatment.serious_risks, library)
            _contraindications(treatment.contraindications, library)
            if treatment.interactions:
                st.markdown("**With other medicines and drugs**")
                bullets(treatment.interactions, library)


def _contraindications(found: Sequence[Contraindication], library: Library) -> None:
    for term in library.vocabulary.lists["contraindication-strength"]:
        members = [item for item in found if item.strength == term.id]
        if members:
            st.markdown(f"**{plain(term.label)}**")
            st.markdown("\n".join(f"- {plain(item.text)} {marks(item.sources, library)}" for item in members))
