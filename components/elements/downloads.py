"""Take home exactly what is shown."""

import csv
import io
from collections.abc import Mapping, Sequence

import streamlit as st


def csv_text(rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows as CSV; a cell that a spreadsheet would run as a formula is kept as text."""
    if not rows:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _inert(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _inert(value: str) -> str:
    return f"'{value}" if value[:1] in "=+@\t\r" else value


def text_button(label: str, text: str, file_name: str, mime: str) -> None:
    """Draw a button that downloads a text."""
    st.download_button(
        label, text, file_name=file_name, mime=f"{mime}; charset=utf-8", on_click="ignore", icon=":material/download:"
    )


def csv_button(label: str, rows: Sequence[Mapping[str, str]], file_name: str, key: str) -> None:
    """Draw a button that downloads rows as CSV, readable by spreadsheets in any language."""
    st.download_button(
        label,
        "\ufeff" + csv_text(rows),
        file_name=file_name,
        mime="text/csv; charset=utf-8",
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )
