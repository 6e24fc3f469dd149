"""Rows as CSV that a spreadsheet may open."""

import csv
import io
from collections.abc import Mapping, Sequence


def csv_text(rows: Sequence[Mapping[str, str]], columns: Sequence[str] | None = None) -> str:
    """Return rows as CSV; a cell that a spreadsheet would run as a formula is kept as text.

    Without rows there is a heading only where `columns` names it.
    """
    names = list(columns or (rows[0] if rows else ()))
    if not names:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _inert(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _inert(value: str) -> str:
    return f"'{value}" if value[:1] in "=+@\t\r" else value
