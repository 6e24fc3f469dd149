"""Links that stay in the app: to a page by its address, with the query that sets its view."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st

from components.elements import reader
from components.elements.text import plain

HOME = ""


def _elsewhere() -> None:
    """Stand in for a page's drawing function: a link needs only the address."""


def page_at(address: str, title: str) -> Any:
    """Return a handle on the page with an address, for st.page_link and st.switch_page."""
    if address == HOME:
        return st.Page(_elsewhere, title=title, default=True)
    return st.Page(_elsewhere, title=title, url_path=address)


def to(address: str, label: str, query: Mapping[str, str | list[str]] | None = None, **options: Any) -> None:
    """Draw a link to a page of the app."""
    asked = {**reader.carried(), **(query or {})}
    st.page_link(page_at(address, label), label=label, query_params=asked or None, **options)


def go(address: str, query: Mapping[str, str | list[str]] | None = None) -> None:
    """Leave this page for another one."""
    asked = {**reader.carried(), **(query or {})}
    st.switch_page(page_at(address, address), query_params=asked or None)


def inside(label: str, address: str, query: Mapping[str, str] | None = None) -> str:
    """Return a Markdown link to another view of the explorer. Unlike a page link it opens beside what is read."""
    asked = urlencode({**reader.carried(), **(query or {})}, doseq=True)
    return f"[{plain(label)}](/{quote(address)}{'?' if asked else ''}{asked})"
