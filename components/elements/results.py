"""The search box and its results, grouped, each with the sentence that fits."""

import streamlit as st

from components.analysis.search import Entry, Hit, grouped, index, suggestions
from components.elements import links
from components.elements.address import LONGEST_WORDS
from components.elements.text import plain
from content import shelf

LONGEST_SENTENCE = 300
PLACEHOLDER = "For example depression, Spravato, bladder, legal in Texas"


def box(page: str) -> None:
    """Draw a search box that leads to the results."""
    typed: str = st.text_input(
        "Search everything",
        key=f"{page}:search",
        placeholder=PLACEHOLDER,
        icon=":material/search:",
        max_chars=LONGEST_WORDS,
    )
    if typed.strip():
        links.go("search", {"q": typed.strip()})


def listing(query: str) -> None:
    """Draw what fits, by kind; where nothing does, what may be meant."""
    library = shelf.library()
    hits = index(library).hits(query)
    if not hits:
        st.markdown(f"Nothing here holds “{plain(query[:60])}”. Did you mean one of these?")
        for entry in suggestions(query, library):
            _link(entry)
        links.to("conditions", "All conditions")
        return
    for name, found in grouped(hits):
        st.header(name)
        for hit in found:
            _hit(hit)


def _hit(hit: Hit) -> None:
    with st.container(gap=None):
        _link(hit.entry)
        if hit.sentence:
            st.markdown(f":small[{plain(hit.sentence[:LONGEST_SENTENCE])}]")


def _link(entry: Entry) -> None:
    links.to(entry.address, plain(entry.title), entry.query)
