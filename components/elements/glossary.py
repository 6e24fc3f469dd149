"""Words explained: in place on every page that uses them, and all of them by letter."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.denominators import text_of
from components.analysis.terms import terms_in
from components.elements.citations import cited, marks
from components.elements.links import inside
from components.elements.text import plain
from content.condition import Condition
from content.glossary import GlossaryEntry
from content.library import Library
from content.topic import Topic


def words_on(record: Condition | Topic, library: Library, denominator: int) -> None:
    """Draw the terms a page uses, each explained; nothing where it uses none."""
    found = terms_in(record, library)
    if found:
        with st.expander(f"Words on this page, explained ({len(found)})"):
            st.markdown("\n".join(f"- {_meaning(entry, library, denominator)}" for entry in found))


def _meaning(entry: GlossaryEntry, library: Library, denominator: int) -> str:
    return f"**{plain(entry.term)}**: {plain(text_of(entry.meaning, entry.sources, library, denominator))}"


def listing(found: Sequence[GlossaryEntry], library: Library) -> None:
    """Draw terms by letter."""
    letter = ""
    for entry in found:
        if entry.term[0].upper() != letter:
            letter = entry.term[0].upper()
            st.header(plain(letter))
        st.markdown(_entry(entry, library))


def _entry(entry: GlossaryEntry, library: Library) -> str:
    also = f" :small[also: {plain(', '.join(entry.synonyms))}]" if entry.synonyms else ""
    said = f"**{plain(entry.term)}**{also}  \n{plain(entry.meaning)} {marks(entry.sources, library)}"
    if not entry.schedule:
        return said
    places = [library.jurisdictions[item] for item in entry.schedule.jurisdictions if item in library.jurisdictions]
    where = ", ".join(inside(place.name, "country", {"c": place.id}) for place in places)
    return (
        f"{said}  \n{where}: {plain(entry.schedule.law)}. For patients: {cited(entry.schedule.for_patients, library)}"
    )
