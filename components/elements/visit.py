"""The way to the visit sheet, the sheet on the page, and as a PDF."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.visit import VisitSheet, reference
from components.elements import links
from components.elements.pdf import visit_pdf
from components.elements.text import link, plain
from content.condition import Condition
from content.jurisdiction import Jurisdiction


def door(
    condition: Condition,
    treatments: Sequence[str],
    marked: Sequence[str],
    country: Jurisdiction | None,
    denominator: int,
) -> None:
    """Draw the link to the sheet with the reader's choices."""
    query: dict[str, str | list[str]] = {"condition": condition.id, "t": list(treatments), "m": list(marked)}
    if country:
        query["country"] = country.id
    if denominator != 100:
        query["per"] = str(denominator)
    links.to("visit", "A sheet to take to my appointment", query, icon=":material/description:")


def sheet(found: VisitSheet, cautions: str) -> None:
    """Draw the sheet, made to be printed, and its download."""
    st.markdown(plain(f"Options: {found.treatments}."))
    if found.matters:
        st.markdown(plain(f"What matters to me: {found.matters}."))
    if found.country:
        st.markdown(plain(f"Law: {found.country}."))
    st.markdown(plain(f"Made on {found.made:%d %B %Y}. Evidence last searched: {found.searched}."))
    st.download_button(
        "Download as PDF",
        data=lambda: visit_pdf(found, cautions),
        file_name="my-appointment.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/download:",
    )
    st.header("What I want to talk about")
    for block in found.blocks:
        st.subheader(plain(block.question))
        st.markdown(
            "\n".join(
                f"- **{plain(line.treatment)}:** {plain(line.text)} {_numbers(line.sources)}" for line in block.lines
            )
        )
    st.header("Questions to ask")
    st.markdown("\n".join(f"- {plain(question)}" for question in found.questions))
    st.header("Sources and dates")
    st.markdown("\n".join(_reference(number, found) for number in range(1, len(found.sources) + 1)))


def _numbers(sources: Sequence[int]) -> str:
    return f":small[({', '.join(map(str, sources))})]" if sources else ""


def _reference(number: int, found: VisitSheet) -> str:
    source = found.sources[number - 1]
    words = reference(number, source).removeprefix(f"{number}. ").replace(source.address, "").strip()
    return f"{number}. {plain(words)} {link(source.address, source.address)}"
