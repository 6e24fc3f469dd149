"""What having a treatment is like, and what it may do: one form of it at a time."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.wording import lower_first
from components.elements import address
from components.elements.citations import bullets, cited
from components.elements.text import plain
from content.base import Finding
from content.condition import Condition
from content.library import Library
from content.treatment import Contraindication, Treatment


def chosen_form(treatments: Sequence[Treatment], page: str) -> Treatment | None:
    """Draw the choice between forms of ketamine where there are several, and return the one chosen."""
    by_id = {treatment.id: treatment for treatment in treatments}
    if len(by_id) < 2:
        return next(iter(by_id.values()), None)
    names = {treatment.id: plain(treatment.name) for treatment in treatments}
    return by_id[address.switch("Form of ketamine", "form", names, next(iter(names)), page=page)]


def session(treatment: Treatment, condition: Condition, library: Library, denominator: int) -> None:
    """Draw what a session is like and how many visits it takes: in this condition where that is known."""
    own = condition.option(treatment.id)
    if own and own.session:
        told = {"During": own.session, "Visits and monitoring": own.visits}
    else:
        told = {
            "Before": treatment.before,
            "During": treatment.session,
            "Afterwards": treatment.after,
            "Visits and monitoring": (own and own.visits) or treatment.visits,
        }
        _elsewhere(treatment, condition, library)
    st.markdown("\n\n".join(f"**{when}.** {cited(what, library, denominator)}" for when, what in told.items() if what))


def _elsewhere(treatment: Treatment, condition: Condition, library: Library) -> None:
    """Say so where a session is told as it is in conditions of another kind."""
    told_of = library.conditions.get(treatment.told_of or "")
    if told_of and told_of.group != condition.group:
        here, there = lower_first(condition.name), lower_first(told_of.name)
        why = f"How it is given for {here}. This tells of it as it is given for {there}."
        how = Finding(missing="not-checked", why=why)
        st.markdown(cited(how, library))


def risks(treatment: Treatment, library: Library, denominator: int) -> None:
    """Draw serious risks, who should not have it, and what it does not go with."""
    st.markdown(f"**{plain(treatment.name)}**")
    bullets(treatment.serious_risks, library, denominator)
    if treatment.contraindications:
        with st.expander("Who should not have it, or only with caution"):
            contraindications(treatment.contraindications, library, denominator)
    if treatment.interactions:
        with st.expander("With other medicines and drugs"):
            bullets(treatment.interactions, library, denominator)


def contraindications(found: Sequence[Contraindication], library: Library, denominator: int = 100) -> None:
    """Draw who should not have a treatment, the firmest advice first."""
    blocks = []
    for term in library.vocabulary.lists["contraindication-strength"]:
        lines = [f"- {cited(item, library, denominator)}" for item in found if item.strength == term.id]
        if lines:
            blocks.append("\n".join((f"**{plain(term.label)}**", "", *lines)))
    st.markdown("\n\n".join(blocks))
