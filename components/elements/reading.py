"""Further reading drawn: places outside, by kind."""

import streamlit as st

from components.elements.text import link, plain
from content.library import Library


def places(library: Library) -> None:
    """Draw every place to read on, grouped by kind."""
    for term in library.vocabulary.lists["reading-kind"]:
        members = sorted((p for p in library.further_reading.values() if p.kind == term.id), key=lambda p: p.name)
        if members:
            with st.expander(f"{plain(term.label)} ({len(members)})"):
                lines = [
                    f"- {link(place.name, place.url)}{_country(place.country)}: {plain(place.words)} "
                    f":small[checked {plain(str(place.checked))}]"
                    for place in members
                ]
                st.markdown("\n".join(lines))


def _country(country: str | None) -> str:
    return f" ({plain(country)})" if country else ""
