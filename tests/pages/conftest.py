"""A page drawn alone, through Streamlit's own test runner."""

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

Drawing = Callable[..., AppTest]


def drawn(script: str, **query: str | list[str]) -> AppTest:
    """Return a page after its first run; any exception fails the test."""
    app = AppTest.from_string(script, default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [error.message for error in app.exception]
    return app


def words(app: AppTest) -> str:
    """Return all a page says: headings, text, notices, cells of tables; Markdown's escapes and bold removed."""
    texts = [
        item.value
        for kind in (app.title, app.header, app.subheader, app.markdown, app.info, app.warning)
        for item in kind
    ]
    for table in app.table:
        texts += [str(cell) for row in table.value.to_numpy() for cell in row]
    return "\n".join(texts).replace("\\", "").replace("\u2060", "").replace("**", "")


def sheet(app: AppTest) -> list[pd.DataFrame]:
    """The tables of the comparison sheet, one per group of rows."""
    return [table.value for table in app.table if "Question" in table.value.columns]


@pytest.fixture
def draw() -> Drawing:
    return lambda page, call="page()", **query: drawn(f"from pages import {page}; {page}.{call}", **query)
