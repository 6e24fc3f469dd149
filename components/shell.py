"""The frame around every page: the list of pages, the navigation, the header and the footer."""

import sys
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from components.elements import frame, reader  # noqa: E402
from components.elements.replay import settle  # noqa: E402
from components.sitemap import FIXED  # noqa: E402
from content.library import Library  # noqa: E402
from pages import condition, topic  # noqa: E402


def page_list(records: Library) -> list[Any]:
    """Return every page with its address: the fixed ones, one per topic and one per condition."""
    pages = {
        page.address: st.Page(page.draw, title=page.title, url_path=page.address or None, default=not page.address)
        for page in FIXED
    }
    for explained in records.topics.values():
        drawn = partial(topic.page, explained.id)
        pages.setdefault(explained.id, st.Page(drawn, title=explained.title, url_path=explained.id))
    for record in records.conditions.values():
        drawn = partial(condition.page, record.id)
        pages.setdefault(record.id, st.Page(drawn, title=record.name, url_path=record.id))
    return list(pages.values())


def main() -> None:
    """Draw the page the address asks for, inside the frame."""
    st.set_page_config(page_icon=str(ROOT / "components" / "icon.svg"), layout="centered")
    st.logo(str(ROOT / "components" / "wordmark.svg"), size="large")
    records = reader.library()
    page = st.navigation(page_list(records), position="hidden")
    st.set_page_config(page_title=frame.tab_title(page.title))
    frame.navigation(records, page.url_path)
    frame.header(records)
    page.run()
    frame.footer(records)
    settle()


main()
