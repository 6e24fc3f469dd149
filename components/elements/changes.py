"""Changes drawn: what is coming, what came, what we had wrong."""

from collections.abc import Sequence

import streamlit as st

from components.elements.citations import cited, marks
from components.elements.links import inside
from components.elements.text import plain
from content.base import Statement
from content.jurisdiction import Change, Jurisdiction, Pending
from content.library import Library

FIRST_SHOWN = 25


def regions(library: Library) -> dict[str, str]:
    """Return the parts of the world that have a change, past or coming, by id."""
    used = {place.region for place in library.jurisdictions.values() if place.history or place.pending}
    return {term.id: term.label for term in library.vocabulary.lists["region"] if term.id in used}


def pending(found: Sequence[tuple[Jurisdiction, Pending]], library: Library) -> None:
    """Draw what is under way, the next fixed date first."""
    if not found:
        st.markdown("We know of no change under way here.")
    for place, change in found:
        when = f"**{plain(str(change.next_date))}**" if change.next_date else "**No date fixed**"
        st.markdown(f"{when} · {_where(place)}. {plain(change.text)} {marks(change.sources, library)}")


def past(found: Sequence[tuple[Jurisdiction, Change]], library: Library) -> None:
    """Draw what changed, newest first; older changes are folded away."""
    if not found:
        st.markdown("We hold no dated change here.")
    _list(found[:FIRST_SHOWN], library)
    if found[FIRST_SHOWN:]:
        with st.expander("Older changes"):
            _list(found[FIRST_SHOWN:], library)


def _list(found: Sequence[tuple[Jurisdiction, Change]], library: Library) -> None:
    for place, change in found:
        said = cited(Statement(text=change.text, sources=change.sources), library)
        st.markdown(f"**{plain(str(change.date))}** · {_where(place)}. {said}")


def _where(place: Jurisdiction) -> str:
    return inside(place.name, "country", {"c": place.id})


def corrections(library: Library) -> None:
    """Draw the log of what we had wrong, newest first."""
    log = sorted(library.corrections.values(), key=lambda item: item.date.earliest, reverse=True)
    if not log:
        st.markdown("Nothing yet. Where we find a mistake, it is named here with its date.")
    for item in log:
        said = f"It said: {plain(item.was)} It says now: {plain(item.now)} {plain(item.why)}"
        st.markdown(f"**{plain(str(item.date))}** · {plain(item.page)}. {said}")
