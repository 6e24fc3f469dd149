"""The frame around every page: the list of pages, the navigation, the header and the footer."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from components.elements import frame  # noqa: E402
from content.library import Library, library  # noqa: E402
from pages import (  # noqa: E402
    changes,
    claims,
    compare,
    condition,
    conditions,
    country,
    glossary,
    helpline,
    home,
    method,
    regulation,
    search,
    sources,
    studies,
    study,
    topic,
    visit,
)

FIXED: tuple[tuple[str, str, Callable[[], None]], ...] = (
    ("", "Ketamine explorer", home.page),
    ("conditions", "Conditions", conditions.page),
    ("compare", "Compare treatments", compare.page),
    ("visit", "A sheet for my appointment", visit.page),
    ("regulation", "The law by country", regulation.page),
    ("country", "The law in one place", country.page),
    ("changes", "What changed", changes.page),
    ("claims", "Claims weighed", claims.page),
    ("glossary", "Words explained", glossary.page),
    ("search", "Search", search.page),
    ("studies", "All studies", studies.page),
    ("study", "One study", study.page),
    ("sources", "Sources", sources.page),
    ("method", "How we work", method.page),
    ("help", "Help in a crisis", helpline.page),
)


def page_list(records: Library) -> list[Any]:
    """Return every page with its address: the fixed ones, one per topic and one per condition."""
    fixed = [
        st.Page(draw, title=title, url_path=address or None, default=not address) for address, title, draw in FIXED
    ]
    taken = {address for address, _, _ in FIXED}
    explained = [
        st.Page(partial(topic.page, record.id), title=record.title, url_path=record.id)
        for record in records.topics.values()
        if record.id not in taken
    ]
    taken |= set(records.topics)
    own = [
        st.Page(partial(condition.page, record.id), title=record.name, url_path=record.id)
        for record in records.conditions.values()
        if record.id not in taken
    ]
    return [*fixed, *explained, *own]


def main() -> None:
    """Draw the page the address asks for, inside the frame."""
    st.set_page_config(
        page_title="Ketamine explorer", page_icon=str(ROOT / "components" / "icon.svg"), layout="centered"
    )
    records = library()
    page = st.navigation(page_list(records), position="hidden")
    frame.navigation(records, page.url_path)
    frame.header()
    page.run()
    frame.footer()


main()
