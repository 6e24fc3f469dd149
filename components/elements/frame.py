"""What stands around every page: navigation, header and footer."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from components.analysis.conditions import groups
from components.elements import links, reader
from components.elements.replay import replay_of
from components.elements.text import plain
from content.condition import Condition
from content.library import Library
from content.vocabulary import Term

NAME = "Ketamine explorer"
NOT_ADVICE = "This is information, not medical advice. Decide with someone who knows you and your health."
ABOUT = (
    ("method", "How we work"),
    ("studies", "All studies"),
    ("glossary", "Words explained"),
    ("changes", "What changed"),
    ("sources", "Sources"),
    ("accessibility", "Accessibility"),
    ("help", "Help in a crisis"),
)


def tab_title(title: str) -> str:
    """Return what a browser's tab shows for a view."""
    return NAME if title == NAME else f"{title} · {NAME}"


def navigation(library: Library, current: str) -> None:
    """Draw the menu: the main views, the explanatory pages, and on a condition page the conditions of its group."""
    near = next((group for group in groups(library) if any(item.id == current for item in group[1])), None)
    replay = replay_of(library, "frame", near[0].id if near else "")
    with st.sidebar:  # entered out here, since what is sent again goes where its caller draws
        replay("views", lambda: _views(library, near))
        reader.switch()
        replay("about", _about)


def _views(library: Library, near: tuple[Term, Sequence[Condition]] | None) -> None:
    links.to(links.HOME, "Home")
    links.to("search", "Search")
    links.to("compare", "Compare treatments")
    links.to("regulation", "The law by country")
    for topic in sorted(library.topics.values(), key=lambda item: item.order):
        links.to(topic.id, plain(topic.title))
    links.to("claims", "Claims weighed")
    links.to("conditions", "All conditions")
    if near:
        group, conditions = near
        st.markdown(f"**{plain(group.label)}**")
        for condition in conditions:
            links.to(condition.id, plain(condition.name))


def _about() -> None:
    st.markdown("**About**")
    for address, label in ABOUT:
        links.to(address, label)


def header(library: Library) -> None:
    """Draw the line above every page: search, and help in a crisis."""
    replay_of(library, "frame")("header", _header)


def _header() -> None:
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        links.to("search", "Search", icon=":material/search:")
        links.to("help", "Help now", icon=":material/call:")


def footer(library: Library) -> None:
    """Draw what ends every page: not medical advice, help, and the link that brings this view back."""
    replay_of(library, "frame")("footer", _footer)
    with st.expander("Link to this view"):
        st.code(view_address(), language=None, wrap_lines=True)


def _footer() -> None:
    st.divider()
    st.markdown(f"{NOT_ADVICE} If you may harm yourself, get help now.")
    with st.container(horizontal=True):
        links.to("help", "Help in a crisis")
        links.to("method", "How we work")
        links.to("sources", "Sources")


def view_address() -> str:
    """Return the address that brings back what is shown now."""
    query = urlencode({name: st.query_params.get_all(name) for name in sorted(st.query_params)}, doseq=True)
    address = st.context.url or "/"
    return f"{address}?{query}" if query else address
