"""Claims drawn: what people hear, the verdict, and why."""

from collections.abc import Sequence

import streamlit as st

from components.elements import links
from components.elements.citations import cited
from components.elements.links import inside
from components.elements.text import plain
from content.claim import Claim
from content.library import Library


def verdict(claim: Claim, library: Library) -> str:
    """Return the verdict with its sign."""
    term = library.term("verdict", claim.verdict)
    return f"{term.symbol or ''}\u00a0{term.label}".strip()


def listing(claims: Sequence[Claim], opened: str | None, library: Library) -> None:
    """Draw each claim with its verdict; the reasons unfold."""
    for claim in claims:
        title = f"“{plain(claim.claim)}” · **{plain(verdict(claim, library))}**"
        with st.expander(title, expanded=claim.id == opened):
            _claim(claim, library)


def _claim(claim: Claim, library: Library) -> None:
    lead = f"**{plain(verdict(claim, library))}.** {plain(claim.short)}"
    why = "\n".join(f"- {cited(statement, library)}" for statement in claim.why)
    st.markdown(f"{lead}\n\n{why}\n\n:small[{plain(claim.heard)} Weighed {plain(str(claim.checked))}.]")
    for condition_id in claim.conditions:
        if condition := library.conditions.get(condition_id):
            links.to(condition.id, plain(condition.name))
    for topic_id in claim.topics:
        if topic := library.topics.get(topic_id):
            links.to(topic.id, plain(topic.title))


def about(record_id: str, library: Library) -> None:
    """Draw the claims that concern a page, each a line with its verdict; nothing where there is none."""
    found = [
        claim
        for claim in sorted(library.claims.values(), key=lambda item: (item.order, item.claim))
        if record_id in (*claim.conditions, *claim.topics, *claim.treatments)
    ]
    if not found:
        return
    with st.expander(f"Claims you may have heard, weighed ({len(found)})"):
        st.markdown(
            "\n".join(
                f"- {inside(f'“{claim.claim}”', 'claims', {'c': claim.id})} {plain(verdict(claim, library))}. "
                f"{plain(claim.short)}"
                for claim in found
            )
        )
