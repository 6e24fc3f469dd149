"""Take home exactly what is shown; a file is made when it is asked for."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.analysis.csv import csv_text

Rows = Sequence[Mapping[str, str]]


def text_button(label: str, text: Callable[[], str], file_name: str, mime: str) -> None:
    """Draw a button that downloads a text."""
    st.download_button(
        label, text, file_name=file_name, mime=f"{mime}; charset=utf-8", on_click="ignore", icon=":material/download:"
    )


def csv_button(label: str, rows: Callable[[], Rows], file_name: str, key: str) -> None:
    """Draw a button that downloads rows as CSV, readable by spreadsheets in any language."""
    st.download_button(
        label,
        lambda: "\ufeff" + csv_text(rows()),
        file_name=file_name,
        mime="text/csv; charset=utf-8",
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )
