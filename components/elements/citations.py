"""From every figure to its source: marks in running text, and the list at the end of a page."""

from collections.abc import Iterable, Sequence

import streamlit as st

from components.analysis.denominators import text_of
from components.analysis.wording import counted, source_label
from components.elements.text import link, plain
from content.base import Citation, Finding, Statement
from content.condition import Position
from content.library import Library
from content.source import Source

Cited = Finding | Statement | Position


def marks(citations: Sequence[Citation], library: Library, *, places: bool = True) -> str:
    """Return small links to the sources of a statement, each with the place in it."""
    found = dict.fromkeys(_mark(citation, library, places=places) for citation in citations)
    return f":small[{' · '.join(found)}]" if found else ""


def _mark(citation: Citation, library: Library, *, places: bool) -> str:
    source = library.sources.get(citation.source)
    if source is None:
        return plain(f"source left out: {citation.source}")
    place = f", {plain(citation.place)}" if citation.place and places else ""
    return link(source_label(source), source.address) + place


def cited(statement: Cited, library: Library, denominator: int = 100) -> str:
    """Return a statement as Markdown with its sources: what is known, then the word for what is missing and why."""
    words = []
    if statement.text:
        words.append(plain(text_of(statement.text, statement.sources, library, denominator)))
    if missing := getattr(statement, "missing", None):
        words.append(f"**{plain(library.term('missing', missing).label)}.**")
    if why := getattr(statement, "why", None):
        words.append(plain(text_of(why, statement.sources, library, denominator)))
    if statement.sources:
        words.append(marks(statement.sources, library))
    return " ".join(words)


def answer(statements: Iterable[Statement], library: Library, denominator: int = 100) -> None:
    """Draw statements, one paragraph each, the first sentence of each in bold: who reads only those has the answer."""
    for statement in statements:
        lead, _, rest = text_of(statement.text, statement.sources, library, denominator).partition(". ")
        words = f"**{plain(lead)}.** {plain(rest)}" if rest else f"**{plain(lead)}**"
        st.markdown(f"{words} {marks(statement.sources, library)}")


def bullets(statements: Sequence[Cited], library: Library, denominator: int = 100) -> None:
    """Draw statements as a list; a single one as a paragraph."""
    said = [cited(statement, library, denominator) for statement in statements]
    st.markdown(said[0] if len(said) == 1 else "\n".join(f"- {words}" for words in said))


def source_list(sources: Sequence[Source], library: Library) -> None:
    """Draw the sources of a page: what each is, how it was read and when it was checked."""
    with st.expander(f"{counted(len(sources), 'source')}: how each was read, and when"):
        source_lines(sources, library)


def source_lines(sources: Sequence[Source], library: Library) -> None:
    """Draw sources as a list."""
    st.markdown("\n".join(f"- {_source_line(source, library)}" for source in sources))


def _source_line(source: Source, library: Library) -> str:
    parts = (source.authors, source.container, str(source.year or ""))
    details = ". ".join(dict.fromkeys(part.rstrip(".") for part in parts if part))
    read = library.term("reading", source.read).label + (", read twice" if source.read_twice else "")
    how = f"{read}. {source.note}" if source.note else f"{read}."
    said = plain(f"{how} Checked {source.checked}.")
    return f"{link(source.title, source.address)}. {plain(details)}. :small[{said}]"
